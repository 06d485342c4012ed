"""The network: MiniLM, a few answers for every piece, and a score for every pair of a head and a piece."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from whosays.read.encoder.questions import PAIR, PER_PIECE, REACH, RELATIONS

DROPOUT = 0.1

RARE = -3.0
"""Logit to start yes-or-no questions from: few pieces are anything to a given word."""

YES_OR_NO = PER_PIECE["cue"] + PER_PIECE["inner"] + PER_PIECE["role"]


class Network(nn.Module):
    """Logits for every piece (concatenated in the order of `PER_PIECE`) and both sides of the pair scores."""

    def __init__(self, path: str) -> None:
        super().__init__()
        # Attention is left whole: with dropout there, the fast way of computing it is lost.
        self.encoder = AutoModel.from_pretrained(
            path, add_pooling_layer=False, hidden_dropout_prob=DROPOUT, attention_probs_dropout_prob=0.0
        )
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(4, width)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(DROPOUT)
        self.pieces = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, sum(PER_PIECE.values()))
        )
        self.heads = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(RELATIONS) * PAIR)
        )
        self.others = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(RELATIONS) * (PAIR + 1))
        )
        self.distance = nn.Parameter(torch.full((len(RELATIONS), 2 * REACH + 1), RARE))
        nn.init.constant_(self.pieces[2].bias[:YES_OR_NO], RARE)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Answers, head sides and other sides for every piece of windows (batch, pieces) padded by `mask`."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        return self.pieces(hidden), self.heads(hidden), self.others(hidden)

    def related(self, heads: Tensor, others: Tensor, positions: Tensor) -> Tensor:
        """Scores (heads, relations, pieces) for the heads at `positions` of one window."""
        length = len(others)
        left = heads[positions].view(len(positions), len(RELATIONS), PAIR)
        right = others.view(length, len(RELATIONS), PAIR + 1)
        scores = torch.einsum("hrd,trd->hrt", left, right[..., :PAIR]) / PAIR**0.5
        offset = torch.arange(length)[None, :] - positions[:, None]
        near = self.distance[:, offset.clamp(-REACH, REACH) + REACH].transpose(0, 1)
        return scores + right[..., PAIR].T[None] + near
