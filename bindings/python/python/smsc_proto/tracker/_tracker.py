"""The blocking tracker."""

import os
import threading
from collections.abc import Callable, Coroutine
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from smsc_proto._callback import Callback
from smsc_proto._native import Watcher
from smsc_proto.client._client import Client
from smsc_proto.client._clock import Clock, SystemClock
from smsc_proto.client._errors import ClientError
from smsc_proto.client._pages import run
from smsc_proto.client._status import Message, Messages
from smsc_proto.tracker._driver import Driver
from smsc_proto.tracker._options import Options
from smsc_proto.tracker._pages import ChangePages, Changes

T = TypeVar("T")


class Tracker:
    """Follows sent messages to their end, and keeps what it knows in a file, which survives a crash.

    ``client``: the client that asks. The tracker waits by itself: it never makes the client wait,
    and leaves room for the client's other calls.
    ``path``: the file, an SQLite database, which is made if it does not exist. One process at a time
    follows the messages of a file.
    ``batch_size``: the greatest number of messages in a batch, 2 to 4,096.
    ``batch_gap``: the seconds from the answer to a batch to the next batch. The service allows one a
    minute; two programs that share a login need twice this.
    ``has_history``: whether the account keeps a history, in which messages are looked for that the
    service no longer finds.
    ``push``: whether push notifications arrive, and are passed to ``on_callback``. Then the tracker
    asks once an hour, and before each move to the archive.
    ``now``: the clock: a function that returns Unix seconds, such as ``time.time``, which it is by
    default. A test passes another one, and a client whose gate has the same clock.

    It makes one request at a time: a batch a minute, and single requests in between. Other threads
    may call its methods while one runs ``run``.

    Raises ``TrackerError`` if the file cannot be used, or another process follows its messages.
    """

    def __init__(
        self,
        client: Client,
        path: str | os.PathLike[str],
        *,
        batch_size: int = 1_000,
        batch_gap: float = 61.0,
        has_history: bool = True,
        push: bool = False,
        now: Callable[[], float] | None = None,
    ) -> None:
        options = Options(1, batch_size, batch_gap, has_history, push)
        core = client._core.without_waits()
        self._driver = Driver(_Blocking(core.gate.clock), core, path, options, now)

    def add(self, messages: Messages, *, sent_at: datetime | None = None) -> int:
        """Adds messages to follow, and returns the number of those that are new. They are on the disk
        when this returns. Messages that were added before stay as they are.

        ``messages``: (id, phone) pairs, or one pair.
        ``sent_at``: when they were sent, an aware datetime; by default now.

        Raises ``RequestError`` for a message that the service cannot be asked about. No message was
        added then.
        """
        return run(self._driver.add(messages, sent_at))

    def run(self, *, forever: bool = False) -> Changes:
        """Returns an iterator over the changes of messages, which ends when all of them are at their
        end. Use one at a time.

        Each change is yielded until the next one is asked for, also after a crash: so at least once,
        with the same ``key``. The requests are made while the next change is asked for.

        ``forever``: wait for further messages, until ``close``.

        The iterator raises a ``ClientError`` that no time ends: if the service refused the
        credentials, or the client is configured so that it can send nothing. Correct that, and call
        ``run`` again. After other errors it asks again by itself, see ``last_error``.
        """
        self._driver.check_open()
        return Changes(ChangePages(self._driver, forever))

    def on_callback(self, callback: Callback) -> None:
        """Stores the status of a push notification, which must be verified; ignores notifications of
        another kind. A message that was not added before is added. The status is on the disk when
        this returns, and ``run`` yields the change.
        """
        run(self._driver.on_callback(callback))

    def at_risk(self) -> list[Message]:
        """Returns the messages that may be moved to the archive before their end is seen, because more
        are waiting than can be asked for until then."""
        return run(self._driver.at_risk())

    @property
    def last_error(self) -> ClientError | None:
        """Returns the error of the last request; ``None`` if it was answered."""
        return self._driver.last_error

    def close(self) -> None:
        """Closes the file, so that another process can follow the messages. ``run`` ends."""
        run(self._driver.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._driver.path!r})"


class _Blocking:
    """The waiting of a blocking tracker."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._woken = threading.Event()

    async def call(self, work: Callable[[], T]) -> T:
        return work()

    async def start(self, request: Coroutine[Any, Any, None]) -> None:
        await request

    async def wait(self, seconds: float) -> None:
        # A clock that a test brings waits by moving its hands.
        if isinstance(self._clock, SystemClock):
            self._woken.wait(seconds)
        else:
            self._clock.wait(seconds)
        self._woken.clear()

    def wake(self) -> None:
        self._woken.set()

    async def end(self) -> None:
        # A request in work ends by itself.
        pass
