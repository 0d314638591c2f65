"""Trackers: follow sent messages to their end, and keep what they know in a file.

>>> from smsc_proto.tracker import Tracker
>>> from smsc_proto import Credentials
>>> from smsc_proto.client import Client
>>> with Tracker(Client(Credentials(apikey="key")), "watch.db") as tracker:
...     tracker.add([(101, "79990000001"), (102, "79990000002")])
2

``Tracker`` blocks, and ``AsyncTracker`` is for asyncio. Both ask within the limits of the service:
soon after a message was sent, then less and less often, and before each 03:00 in Moscow, when the
service moves messages to the archive. ``run`` yields a ``Change`` for each change of a message, at
least once, also if the program crashes. A ``TrackerError`` is one of the file.
"""

from smsc_proto.tracker._asyncio import AsyncTracker
from smsc_proto.tracker._change import Change, ChangeSource
from smsc_proto.tracker._errors import TrackerError, TrackerReason
from smsc_proto.tracker._pages import AsyncChanges, Changes
from smsc_proto.tracker._tracker import Tracker

# Tracebacks and pickles then name the public module, not a private one.
for _class in (AsyncChanges, AsyncTracker, Change, Changes, Tracker, TrackerError):
    _class.__module__ = __name__
del _class

__all__ = [
    "AsyncChanges",
    "AsyncTracker",
    "Change",
    "ChangeSource",
    "Changes",
    "Tracker",
    "TrackerError",
    "TrackerReason",
]
