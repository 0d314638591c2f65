"""The driver: makes the requests of the plan, and stores what they tell.

It is written once, as coroutines, for both trackers. What waits is an ``Io``: that of ``Tracker``
blocks, so that its coroutines end without being suspended; that of ``AsyncTracker`` awaits.
"""

import math
import os
import time
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Protocol, TypeVar

from smsc_proto._callback import Callback
from smsc_proto._native import Job, Record, Watcher
from smsc_proto.client._core import Core
from smsc_proto.client._errors import ClientError, NotSent
from smsc_proto.client._status import Messages
from smsc_proto.tracker._answers import records_of, seconds_of
from smsc_proto.tracker._change import Change, change_of
from smsc_proto.tracker._errors import TrackerError
from smsc_proto.tracker._options import Options
from smsc_proto.types import FailureWord, NumberedFailure

T = TypeVar("T")

# The longest time without looking for messages that other programs have added to the file.
SLICE = 60.0
# The number of changes that are read from the file at a time.
READ = 100


class Io(Protocol):
    """The waits of a tracker."""

    async def call(self, work: Callable[[], T]) -> T:
        """Calls a function that waits for the disk."""
        ...

    async def start(self, request: Coroutine[Any, Any, None]) -> None:
        """Makes a request, or starts it."""
        ...

    async def wait(self, seconds: float) -> None:
        """Waits, or until a request ends or ``wake`` is called."""
        ...

    def wake(self) -> None:
        """Ends a wait, or the next one."""
        ...

    async def end(self) -> None:
        """Ends the requests in work."""
        ...


class Driver:
    """The driver of a watcher."""

    def __init__(
        self, io: Io, core: Core, path: str | os.PathLike[str], options: Options, now: Callable[[], float] | None
    ) -> None:
        self.io = io
        self.path = os.fspath(path)
        self._core = core
        self._date = core.date
        self._unix = time.time if now is None else now
        self._watcher = Watcher(self.path, options, self._now())
        self._is_closed = False
        self.last_error: ClientError | None = None
        # An error that no time ends.
        self._stop: ClientError | None = None

    def _now(self) -> int:
        return max(int(self._unix() * 1_000), 0)

    async def add(self, messages: Messages, sent_at: datetime | None) -> int:
        """Adds messages, and returns the number of those that are new."""
        if sent_at is not None and sent_at.tzinfo is None:
            raise ValueError("sent_at: expected an aware datetime, not one without a time zone")
        now = self._now()
        sent = now if sent_at is None else max(int(sent_at.timestamp() * 1_000), 0)
        added = await self.io.call(lambda: self._watcher.add(messages, sent, now))
        self.io.wake()
        return added

    async def on_callback(self, callback: Callback) -> None:
        """Stores the status of a verified notification."""
        if not callback.verified:
            raise ValueError("callback: expected a notification that verify_callback returned")
        if isinstance(record := callback.event, Record):
            await self.io.call(lambda: self._watcher.on_pushed(record, self._now()))
            self.io.wake()

    async def at_risk(self) -> list[tuple[int | str, str]]:
        """Returns the messages that may be moved to the archive before their end is seen."""
        return await self.io.call(lambda: self._watcher.at_risk(self._now()))

    def check_open(self) -> None:
        """Raises an exception after ``close``."""
        if self._is_closed:
            raise TrackerError("closed", "the tracker is closed: make another one")

    async def close(self) -> None:
        """Ends the requests in work and closes the file."""
        self._is_closed = True
        await self.io.end()
        await self.io.call(self._watcher.close)
        # In this order what wakes finds the file closed.
        self.io.wake()

    async def start(self) -> None:
        """Starts to follow messages, also after the service has refused the credentials."""
        self._stop = None
        await self.io.call(self._watcher.renew_credentials)
        await self.io.call(lambda: self._watcher.claim(self._now()))

    async def is_done(self) -> bool:
        """Returns whether every message is at its end."""
        return await self.io.call(self._watcher.open) == 0

    async def changes(self) -> list[Change]:
        """Returns the next changes that were not acknowledged."""
        return [change_of(row) for row in await self.io.call(lambda: self._watcher.changes(READ))]

    async def acknowledge(self, change: Change) -> None:
        """Notes that a change was passed on."""
        await self.io.call(lambda: self._watcher.acknowledge(change.seq))

    async def step(self) -> None:
        """Makes or starts one request, or waits until there is one to make."""
        if self._stop is not None:
            raise self._stop
        job = await self.io.call(lambda: self._watcher.poll(self._now()))
        if job is not None:
            await self.io.start(self._ask(job))
            return
        wake = await self.io.call(self._watcher.next_wake)
        # The time may be earlier than the next request: a millisecond ends every loop.
        await self.io.wait(SLICE if wake is None else min(max(wake - self._now(), 1) / 1_000, SLICE))
        await self.io.call(lambda: self._watcher.claim(self._now()))

    async def _ask(self, job: Job) -> None:
        """Makes a request and stores what it tells."""
        try:
            records = await records_of(self._core, job)
        except ClientError as error:
            await self._fail(job, error)
        else:
            await self.io.call(lambda: self._watcher.on_reply(job, records, self._now()))
            self.last_error = None
        await self._compare_clock()

    async def _fail(self, job: Job, error: ClientError) -> None:
        """Ends a request that failed."""
        failure: FailureWord | NumberedFailure = error.failure
        match error:
            case NotSent(reason="limit", wait=wait):
                # Without a time, a request of another call has to end.
                pause = math.ceil(1_000 * (1.0 if wait is None else wait))
                await self.io.call(lambda: self._watcher.on_unsent(job, pause, self._now()))
                return
            case NotSent(reason="credentials"):
                # The gate knows it of a request before.
                failure = ("rejected", 2)
        random = self._core.gate.clock.random()
        await self.io.call(lambda: self._watcher.on_failure(job, failure, self._now(), random))
        self.last_error = error
        if failure == "invalid" or await self.io.call(self._watcher.is_refused):
            self._stop = error

    async def _compare_clock(self) -> None:
        """Compares the clock with that of the service."""
        date = self._core.date
        if date is None or date is self._date:
            return
        self._date = date
        if (seconds := seconds_of(date.text)) is not None:
            by_now = int(seconds + self._core.now() - date.at)
            await self.io.call(lambda: self._watcher.server_date(by_now, self._now()))
