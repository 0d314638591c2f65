"""The tracker for an event loop of asyncio."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from smsc_proto._callback import Callback
from smsc_proto.client._asyncio import AsyncClient
from smsc_proto.client._clock import Clock
from smsc_proto.client._errors import ClientError
from smsc_proto.client._status import Message, Messages
from smsc_proto.tracker._driver import Driver
from smsc_proto.tracker._options import Options
from smsc_proto.tracker._pages import AsyncChanges, ChangePages

T = TypeVar("T")


class AsyncTracker:
    """Follows sent messages to their end, like ``Tracker``, in an event loop of asyncio.

    ``client``: the client that asks. The tracker waits by itself: it never makes the client wait,
    and leaves room for the client's other calls.
    ``path``: the file, an SQLite database, which is made if it does not exist. One process at a time
    follows the messages of a file. It is opened at once, and later used on other threads, so that
    the loop does not wait for the disk.
    ``at_once``: the status requests at once, 1 to 15. The service allows 4 under one login.
    ``batch_size``: the greatest number of messages in a batch, 2 to 4,096.
    ``batch_gap``: the seconds from the answer to a batch to the next batch. The service allows one a
    minute; two programs that share a login need twice this.
    ``has_history``: whether the account keeps a history, in which messages are looked for that the
    service no longer finds.
    ``push``: whether push notifications arrive, and are passed to ``on_callback``. Then the tracker
    asks once an hour, and before each move to the archive.
    ``now``: the clock: a function that returns Unix seconds, such as ``time.time``, which it is by
    default. A test passes another one, and a client whose gate has the same clock.

    Raises ``TrackerError`` if the file cannot be used, or another process follows its messages.
    """

    def __init__(
        self,
        client: AsyncClient,
        path: str | os.PathLike[str],
        *,
        at_once: int = 3,
        batch_size: int = 1_000,
        batch_gap: float = 61.0,
        has_history: bool = True,
        push: bool = False,
        now: Callable[[], float] | None = None,
    ) -> None:
        options = Options(at_once, batch_size, batch_gap, has_history, push)
        core = client._core.without_waits()
        self._driver = Driver(_Awaiting(core.gate.clock), core, path, options, now)

    async def add(self, messages: Messages, *, sent_at: datetime | None = None) -> int:
        """Adds messages to follow, and returns the number of those that are new. They are on the disk
        when this returns. Messages that were added before stay as they are.

        ``messages``: (id, phone) pairs, or one pair.
        ``sent_at``: when they were sent, an aware datetime; by default now.

        Raises ``RequestError`` for a message that the service cannot be asked about. No message was
        added then.
        """
        return await self._driver.add(messages, sent_at)

    def run(self, *, forever: bool = False) -> AsyncChanges:
        """Returns an asynchronous iterator over the changes of messages, which ends when all of them
        are at their end. Use one at a time.

        Each change is yielded until the next one is asked for, also after a crash: so at least once,
        with the same ``key``. Requests are started while the next change is asked for.

        ``forever``: wait for further messages, until ``close``.

        The iterator raises a ``ClientError`` that no time ends: if the service refused the
        credentials, or the client is configured so that it can send nothing. Correct that, and call
        ``run`` again. After other errors it asks again by itself, see ``last_error``.
        """
        self._driver.check_open()
        return AsyncChanges(ChangePages(self._driver, forever))

    async def on_callback(self, callback: Callback) -> None:
        """Stores the status of a push notification, which must be verified; ignores notifications of
        another kind. A message that was not added before is added. The status is on the disk when
        this returns, and ``run`` yields the change.
        """
        await self._driver.on_callback(callback)

    async def at_risk(self) -> list[Message]:
        """Returns the messages that may be moved to the archive before their end is seen, because more
        are waiting than can be asked for until then."""
        return await self._driver.at_risk()

    @property
    def last_error(self) -> ClientError | None:
        """Returns the error of the last request; ``None`` if it was answered."""
        return self._driver.last_error

    async def close(self) -> None:
        """Ends the requests in work and closes the file, so that another process can follow the
        messages. ``run`` ends."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._driver.path!r})"


class _Awaiting:
    """The waiting of an asynchronous tracker."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._woken = asyncio.Event()
        self._requests: set[asyncio.Task[None]] = set()

    async def call(self, work: Callable[[], T]) -> T:
        return await asyncio.to_thread(work)

    async def start(self, request: Coroutine[Any, Any, None]) -> None:
        self._requests.add(asyncio.create_task(request))

    async def wait(self, seconds: float) -> None:
        sleep = asyncio.create_task(self._clock.wait_async(seconds))
        woken = asyncio.create_task(self._woken.wait())
        try:
            await asyncio.wait({*self._requests, sleep, woken}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleep.cancel()
            woken.cancel()
        if sleep.done():
            # The clock of a test may raise an exception.
            sleep.result()
        self._woken.clear()
        for request in [request for request in self._requests if request.done()]:
            self._requests.discard(request)
            # An error of the file is raised where the changes are asked for. `end` cancels requests.
            if not request.cancelled():
                request.result()

    def wake(self) -> None:
        self._woken.set()

    async def end(self) -> None:
        for request in self._requests:
            request.cancel()
        await asyncio.gather(*self._requests, return_exceptions=True)
        self._requests.clear()
