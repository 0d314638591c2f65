"""The gate: the limits of the service on one login, kept by all threads and tasks together."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from smsc_proto.client._clock import Clock, SystemClock
from smsc_proto.client._limits import GateLimits, Key, Rule, at_once, is_status, within_a_minute
from smsc_proto.client._window import Closed, Obstacle, Until, Window

# The length of the windows: a minute, and a second for clocks that count whole ones.
WINDOW = 61.0
# The number of keys at which old ones are dropped first.
FIRST_SWEEP = 1_024


class Gate:
    """A gate that keeps the limits of one login: for all clients, threads and tasks of the login.

    ``limits``: the numbers of the limits.
    ``clock``: the clock of the clients; by default that of the machine.

    A request counts towards a limit until a minute after its answer has arrived, so that the
    service, which counts from an earlier moment, never counts more than the gate. Until the service
    has accepted the credentials, one request is in work at a time: five refused logins block the
    address.

    >>> gate = Gate(GateLimits(status_at_once=2))
    >>> gate.was_blocked
    False
    """

    def __init__(self, limits: GateLimits = GateLimits(), *, clock: Clock | None = None) -> None:
        self.clock: Clock = SystemClock() if clock is None else clock
        self._limits = limits
        self._lock = threading.Lock()
        self._windows: dict[Key, Window] = {}
        self._sweep_at = FIRST_SWEEP
        self._at_once = {True: Window(), False: Window()}
        self._wakers: set[Callable[[], None]] = set()
        self._ends = 0
        self._is_proven = False
        self._is_refused = False
        # The number of the credentials: requests in work may have older ones.
        self._generation = 0
        self._blocked_until = 0.0
        self._was_blocked = False

    @property
    def was_blocked(self) -> bool:
        """Returns whether all requests were stopped for a block of the address, and none has
        succeeded since."""
        return self._was_blocked

    def renew_credentials(self) -> None:
        """Lets requests in again after the credentials have been changed."""
        with self._lock:
            self._is_refused = self._is_proven = False
            self._generation += 1
        self._wake()

    def enter(self, ticket: "Ticket") -> Obstacle | None:
        """Lets a request in if no limit is reached, without waiting; returns what is in the way."""
        now = self.clock.now()
        with self._lock:
            obstacle = self._obstacle(ticket, now)
            if obstacle is None:
                self._take(ticket, now)
            ticket.ends = self._ends
            return obstacle

    def _obstacle(self, ticket: "Ticket", now: float) -> Obstacle | None:
        if self._is_refused:
            return Closed.CREDENTIALS
        if now < self._blocked_until:
            return Until(self._blocked_until)
        if not self._is_proven and any(window.in_work for window in self._at_once.values()):
            return Closed.BUSY
        limit, window = at_once(self._limits, ticket.rule), self._at_once[is_status(ticket.rule)]
        obstacle = window.obstacle(max(limit, 1), self._limits.rest, now)
        for key, limit in within_a_minute(self._limits, ticket.rule, ticket.likeness):
            if obstacle is None and key in self._windows:
                obstacle = self._windows[key].obstacle(max(limit, 1), WINDOW, now)
        return obstacle

    def _take(self, ticket: "Ticket", now: float) -> None:
        self._sweep(now)
        ticket.generation = self._generation
        ticket.windows = [self._at_once[is_status(ticket.rule)]]
        for key, _ in within_a_minute(self._limits, ticket.rule, ticket.likeness):
            ticket.windows.append(self._windows.setdefault(key, Window()))
        for window in ticket.windows:
            window.in_work.add(ticket)

    def _sweep(self, now: float) -> None:
        """Drops old keys now and then, so that the memory depends on the traffic of a minute."""
        if len(self._windows) < self._sweep_at:
            return
        for window in self._windows.values():
            window.drop_old(WINDOW, now)
        self._windows = {key: window for key, window in self._windows.items() if window.in_work or window.ended}
        self._sweep_at = max(2 * len(self._windows), FIRST_SWEEP)

    def end(self, ticket: "Ticket") -> None:
        """Ends a request; one that was not let in stays as it is. One that was not sent counts towards
        no limit."""
        now = None if ticket.is_unsent else self.clock.now()
        with self._lock:
            for window in ticket.windows:
                window.end(ticket, now)
            self._ends += 1
        self._wake()

    def accept(self, ticket: "Ticket") -> None:
        """Notes that the service has accepted the credentials."""
        with self._lock:
            if ticket.generation == self._generation:
                self._is_proven, self._was_blocked = True, False

    def refuse(self, ticket: "Ticket") -> None:
        """Notes that the service has refused the credentials: nothing is let in until they are
        renewed."""
        with self._lock:
            if ticket.generation == self._generation:
                self._is_refused = True

    def block(self, seconds: float) -> None:
        """Notes that the service has blocked the address: nothing is let in for this time."""
        until = self.clock.now() + seconds
        with self._lock:
            self._blocked_until = max(self._blocked_until, until)
            self._was_blocked = True

    @contextmanager
    def waker(self, ticket: "Ticket", wake: Callable[[], None]) -> Iterator[None]:
        """Calls ``wake`` when a request ends, or has ended since this one was not let in."""
        with self._lock:
            self._wakers.add(wake)
            is_late = self._ends != ticket.ends
        try:
            if is_late:
                wake()
            yield
        finally:
            with self._lock:
                self._wakers.discard(wake)

    def _wake(self) -> None:
        with self._lock:
            wakers = list(self._wakers)
        for wake in wakers:
            wake()

    def __repr__(self) -> str:
        return f"Gate({self._limits!r})"


class Ticket:
    """The place of one request in a gate."""

    def __init__(self, rule: Rule, likeness: int) -> None:
        self.rule: Rule = rule
        self.likeness = likeness
        self.windows: list[Window] = []
        self.generation = 0
        self.is_unsent = False
        # The number of requests that had ended when this one was not let in.
        self.ends = 0
