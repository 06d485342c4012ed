"""How the reader's weights are made, from data outside the repository to ONNX. README.md says how."""
