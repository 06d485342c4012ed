"""A report's text -> attributions and claims, all as spans of that text."""
