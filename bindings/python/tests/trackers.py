"""The two trackers under test, with the same calls, and clocks that need no waiting."""

import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clients import Subject
from standin import Hands, Service

from smsc_proto.tracker import AsyncTracker, Change, Tracker

KINDS = ("urllib", "async")


class Hours(Hands):
    """A clock that moves that of a stand-in, and waits for no request in work."""

    def __init__(self, service: Service, behind: float = 0.0) -> None:
        super().__init__(service)
        self._start = service.request("GET", "/control")["now_ms"] / 1_000 - behind
        self.tracker: Any = None

    def unix(self) -> float:
        return float(self._start + self.now())

    async def wait_async(self, seconds: float) -> None:
        if self.tracker is not None and self.tracker._driver.io._requests:
            # The service answers at once: no time passes, and the end of a request ends the wait.
            await asyncio.sleep(3_600)
        else:
            self.wait(seconds)


class Followed:
    """A tracker of one of the kinds. Its calls are those of ``Tracker``."""

    def __init__(
        self, kind: str, service: Service, folder: Path, *, behind: float = 0.0, client: dict[str, Any] | None = None, **options: Any
    ) -> None:
        self.hands = Hours(service, behind)
        self.client = Subject(kind, service.server, self.hands, **(client or {}))
        self._runner = asyncio.Runner()
        made: Any = AsyncTracker if kind == "async" else Tracker
        self.tracker = made(self.client.client, folder / "watch.db", now=self.hands.unix, **options)
        self.hands.tracker = self.tracker

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.tracker, name)
        if not inspect.ismethod(found):
            return found

        def call(*arguments: Any, **options: Any) -> Any:
            result = found(*arguments, **options)
            return self._runner.run(result) if inspect.iscoroutine(result) else result

        return call

    def run(self, **options: Any) -> Iterator[Change]:
        changes = self.tracker.run(**options)
        if not hasattr(changes, "__anext__"):
            yield from changes
            return
        while (change := self.next(changes)) is not None:
            yield change

    def next(self, changes: Any) -> Change | None:
        """Returns the next change of an iterator of either kind."""

        async def step() -> Change | None:
            found: Change | None = await anext(changes, None)
            return found

        return self._runner.run(step()) if hasattr(changes, "__anext__") else next(changes, None)

    def __enter__(self) -> "Followed":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._runner.close()


def send(followed: Followed, id: int | str, *phones: str, **options: Any) -> list[tuple[int | str, str]]:
    """Sends a message to phones, and returns what is to be followed."""
    followed.client.send(phones, f"Hello {id}", id=id, **options)
    return [(id, phone) for phone in phones]


def refused(service: Service) -> list[Any]:
    """Returns the errors of requests that the stand-in refused. Error 3 of the history is that it has
    nothing."""
    answered = [None, 3]
    return [entry["error"] for entry in service.journal if entry["error"] not in answered[: 1 + (entry["script"] == "get.php")]]
