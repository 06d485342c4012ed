"""Following feeds and folders: what is new there, round by round.

The only room that connects to other computers: to those that the user lists, and where these redirect to.
What a report names is never fetched.
"""

from whosays.watch.news import News
from whosays.watch.watcher import Watcher

__all__ = ["News", "Watcher"]
