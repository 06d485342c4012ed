"""Turns a checkpoint into the ONNX file that whosays reads with: weights in eight bits, one window at a time.

Attention is joined to one operator a layer, which takes a third of the time away.

python -m training.export ENCODER CHECKPOINT OUT.onnx
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.onnx_model import OnnxModel
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from transformers import PretrainedConfig

from training.network import Network
from whosays.read.encoder.pieces import START

APART = 0.25
"""What the mark before a window is made smaller by, where it reaches several times as far as any word: the
eight bits that all share would else be the mark's."""


class Apart(nn.Module):
    """A layer that takes the mark before the window smaller, and gives it back as large as it was."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.smaller = self.larger = torch.ones(1, 1, 1)

    def forward(self, taken: Tensor) -> Tensor:
        """The same as the layer's own, but for rounding."""
        return (taken * self.smaller) @ self.layer.weight.T * self.larger + self.layer.bias


class Exported(nn.Module):
    """The network without padding, which one window does not need, and with its table of distances."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net
        self.apart: list[Apart] = []
        for layer in net.encoder.encoder.layer:
            for part in (layer.intermediate, layer.output):
                part.dense = Apart(part.dense)
                self.apart.append(part.dense)

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Answers, head sides and other sides for one window (1, pieces), and the table of distances."""
        smaller, larger = (torch.where(ids == START, by, 1.0)[..., None] for by in (APART, 1 / APART))
        for part in self.apart:
            part.smaller, part.larger = smaller, larger
        answers, heads, others = self.net(ids, shapes, torch.ones_like(ids))
        return answers[0], heads[0], others[0], self.net.distance * 1.0


def export(encoder: str, checkpoint: Path, out: Path) -> None:
    """Writes `out`; weights are rounded to eight bits beforehand, activations as they come."""
    net = Network(encoder)
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    net.encoder.set_attn_implementation("eager")  # the form that is recognised as attention
    example = torch.ones(1, 16, dtype=torch.long)
    names = ["ids", "shapes", "answers", "heads", "others", "distance"]
    axes = {name: {1 if name in names[:2] else 0: "pieces"} for name in names[:5]}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = str(Path(folder) / "plain.onnx"), str(Path(folder) / "fused.onnx")
        torch.onnx.export(
            Exported(net),
            (example, torch.zeros_like(example)),
            plain,
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        _fuse(plain, net.encoder.config).save_model_to_file(fused)
        quantize_dynamic(
            fused,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def _fuse(plain: str, config: PretrainedConfig) -> OnnxModel:
    """The same network with one operator for each layer's attention."""
    return optimize_model(
        plain,
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        optimization_options=FusionOptions("bert"),
        opt_level=0,
    )


if __name__ == "__main__":
    export(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
