"""The ledger over HTTP: a versioned JSON API, and the page that uses it."""

from whosays.serve.app import create_app

__all__ = ["create_app"]
