"""A ledger as lines of text and back: what one dumps and an empty one loads is the same ledger.

dumped(connection)        its lines, streamed
read(lines, name)         the records of such lines, checked
load(connection, records) into a ledger
"""

from whosays.ledger.dump.dumping import dumped
from whosays.ledger.dump.lines import FORMAT, VERSION, read
from whosays.ledger.dump.loading import Added, load

__all__ = ["FORMAT", "VERSION", "Added", "dumped", "load", "read"]
