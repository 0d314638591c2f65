"""The requests under one limit."""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias
from weakref import WeakSet


@dataclass(frozen=True, slots=True)
class Until:
    """A limit is reached until this moment of the gate's clock."""

    moment: float


class Closed(Enum):
    """The reason for which a request is not let in, apart from a time."""

    BUSY = auto()
    """As many requests as allowed are in work: one has to end."""
    CREDENTIALS = auto()
    """The service refused the credentials, and they have not been changed since."""


Obstacle: TypeAlias = Until | Closed
"""The reason for which a request is not let in now."""


class Window:
    """The requests under one limit: those in work, and the ends of those that still count."""

    __slots__ = ("ended", "in_work")

    def __init__(self) -> None:
        # A request that a signal cut off before its end is dropped with its ticket.
        self.in_work: WeakSet[object] = WeakSet()
        self.ended: deque[float] = deque()

    def obstacle(self, limit: int, length: float, now: float) -> Obstacle | None:
        """Returns why there is no room for a request, or ``None`` if there is."""
        self.drop_old(length, now)
        if len(self.in_work) + len(self.ended) < limit:
            return None
        # The oldest one makes room. Without any, one in work has to end.
        return Until(self.ended[0] + length) if self.ended else Closed.BUSY

    def end(self, ticket: object, now: float | None) -> None:
        """Ends a request, which counts from ``now`` on; one that is not in work stays as it is."""
        if ticket in self.in_work:
            if now is not None:
                self.ended.append(now)
            self.in_work.discard(ticket)

    def drop_old(self, length: float, now: float) -> None:
        """Drops the ends that do not count any more."""
        while self.ended and self.ended[0] + length <= now:
            self.ended.popleft()
