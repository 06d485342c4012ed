"""Makes the embedded index of places out of the GeoNames data that two packages carry.

Run `python -m tools.gazetteer` in the repository's root to make it again; a wheel build makes it
when it is missing or older than what it is made of.
"""
