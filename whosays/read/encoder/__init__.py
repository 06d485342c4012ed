"""One small transformer that all learnt parts of the reader share: text in, answers per word piece out."""

from whosays.read.encoder.encoder import Encoded, Encoder, View

__all__ = ["Encoded", "Encoder", "View"]
