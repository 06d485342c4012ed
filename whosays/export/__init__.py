"""Readings and claims in the formats that other programs read, one format a module."""
