"""A second reader: a language model proposes claims, the text itself decides what comes of them."""

from whosays.read.llm.endpoint import Endpoint
from whosays.read.llm.reader import LLMReader

__all__ = ["Endpoint", "LLMReader"]
