"""Time and random numbers, which a test can replace."""

import asyncio
import secrets
import time
from typing import Protocol


class Clock(Protocol):
    """A clock that can also wait, and a source of random numbers.

    Times are in seconds. A test brings its own clock, which waits by moving its hands.
    """

    def now(self) -> float:
        """Returns the time since some moment before the first call. It never goes back."""
        ...

    def wait(self, seconds: float) -> None:
        """Waits."""
        ...

    async def wait_async(self, seconds: float) -> None:
        """Waits without blocking an event loop."""
        ...

    def random(self) -> int:
        """Returns a uniformly random number below 2**32."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        """Returns the time since some moment before the first call. It never goes back."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)

    async def wait_async(self, seconds: float) -> None:
        """Waits without blocking an event loop."""
        await asyncio.sleep(seconds)

    def random(self) -> int:
        """Returns a uniformly random number below 2**32."""
        return secrets.randbits(32)
