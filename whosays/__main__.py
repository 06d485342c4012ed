"""`python -m whosays` is the command `whosays`."""

from whosays.cli.main import app

app(prog_name="whosays")
