"""The same reading over archives, on many processes or machines: adapters only."""
