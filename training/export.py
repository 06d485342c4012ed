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


class Exported(nn.Module):
    """The network without padding, which one window does not need, and with its table of distances."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Answers, head sides and other sides for one window (1, pieces), and the table of distances."""
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
