"""Claims of many reports brought together. Imports the model and nothing of the other rooms."""
