"""The changes of messages, one after the other."""

from smsc_proto.client._pages import AsyncItems, Items, Pages
from smsc_proto.tracker._change import Change
from smsc_proto.tracker._driver import Driver
from smsc_proto.tracker._errors import TrackerError


class ChangePages(Pages[Change]):
    """The changes of messages. Each one is acknowledged when the next one is asked for."""

    def __init__(self, driver: Driver, forever: bool) -> None:
        super().__init__()
        self._driver = driver
        self._forever = forever
        self._is_started = False
        self._last: Change | None = None

    async def next(self) -> Change | None:
        """Returns the next change; ``None`` at the end."""
        try:
            if self._last is not None:
                await self._driver.acknowledge(self._last)
            self._last = await super().next()
        except TrackerError as error:
            self.is_over = True
            self._last = None
            if error.reason != "closed":
                raise
        return self._last

    async def fill(self) -> list[Change]:
        """Follows the messages until something changes."""
        try:
            if not self._is_started:
                await self._driver.start()
                self._is_started = True
            while True:
                # Asked first: a change between both would be missed otherwise.
                is_done = not self._forever and await self._driver.is_done()
                if changes := await self._driver.changes():
                    return changes
                if is_done:
                    self.is_over = True
                    return []
                await self._driver.step()
        except Exception:
            self.is_over = True
            raise


class Changes(Items[Change]):
    """The changes of messages, from ``Tracker.run``.

    It makes the requests while it is asked for the next change. After an exception it is at its end,
    and ``run`` goes on from there.
    """


class AsyncChanges(AsyncItems[Change]):
    """The changes of messages, from ``AsyncTracker.run``.

    It starts requests while it is asked for the next change; those that were started go on
    meanwhile. After an exception it is at its end, and ``run`` goes on from there.
    """
