"""Items that are asked for page by page, by an iterator or an asynchronous one."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine that is never suspended, because what it waits for blocks."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    finally:
        coroutine.close()
    raise RuntimeError("a blocking client cannot wait for an event loop")


class Pages(ABC, Generic[T]):
    """Items that are asked for page by page."""

    def __init__(self) -> None:
        self._ready: deque[T] = deque()
        self.is_over = False

    @abstractmethod
    async def fill(self) -> list[T]:
        """Asks for the next page, and sets ``is_over`` after the last one and after an error."""

    async def next(self) -> T | None:
        """Returns the next item; ``None`` at the end."""
        while not self._ready and not self.is_over:
            self._ready.extend(await self.fill())
        return self._ready.popleft() if self._ready else None


class Items(Iterator[T]):
    """An iterator over pages."""

    def __init__(self, pages: Pages[T]) -> None:
        self._pages = pages

    def __next__(self) -> T:
        item = run(self._pages.next())
        if item is None:
            raise StopIteration
        return item


class AsyncItems(AsyncIterator[T]):
    """An asynchronous iterator over pages."""

    def __init__(self, pages: Pages[T]) -> None:
        self._pages = pages

    async def __anext__(self) -> T:
        item = await self._pages.next()
        if item is None:
            raise StopAsyncIteration
        return item
