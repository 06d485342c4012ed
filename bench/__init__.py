"""How good and how fast the reading is, beside its peers: `python -m bench`."""
