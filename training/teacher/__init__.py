"""Rules that find attributions by cue words and the tree, to mark texts in which nobody marked any."""
