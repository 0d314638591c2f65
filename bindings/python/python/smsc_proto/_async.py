"""``aiter_parse``: batches that arrive in chunks, without blocking an event loop."""

import inspect
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Iterator
from typing import Any, Protocol

from smsc_proto._items import Item
from smsc_proto._native import iter_parse
from smsc_proto.types import All, Charset, Fmt, Kind, OnApiError

# The number of bytes that are read from a file at a time.
CHUNK = 1 << 18
ACCEPTED = "source: expected an asynchronous file or an asynchronous iterable of bytes"


class _File(Protocol):
    def read(self, size: int, /) -> Awaitable[bytes]: ...


class _Waiting(Exception):
    """The next item needs a chunk that was not received yet."""


class _Received:
    """The file that ``iter_parse`` reads: the last chunk that was received, once."""

    def __init__(self) -> None:
        self.chunks: list[Any] = []

    def read(self, size: int, /) -> Any:
        if not self.chunks:
            # A file can be read again after an exception.
            raise _Waiting
        return self.chunks.pop()


class _Stream(AsyncIterator[Item]):
    """An iterator over a batch that arrives in chunks."""

    def __init__(self, source: Any, received: _Received, items: Iterator[Item]) -> None:
        is_file = hasattr(source, "read")
        if not is_file and not hasattr(source, "__aiter__"):
            raise TypeError(f"{ACCEPTED} (use iter_parse for others), not {type(source).__name__}")
        self._source = source if is_file else aiter(source)
        self._is_file = is_file
        self._received = received
        self._items = items
        self._is_in_use = False

    async def __anext__(self) -> Item:
        if self._is_in_use:
            raise RuntimeError("aiter_parse: the iterator is already in use by another task")
        self._is_in_use = True
        try:
            while True:
                try:
                    return next(self._items)
                except StopIteration:
                    raise StopAsyncIteration from None
                except _Waiting:
                    pass
                self._received.chunks.append(await self._receive())
        finally:
            self._is_in_use = False

    async def _receive(self) -> Any:
        """Returns the next chunk; no bytes at the end."""
        if self._is_file:
            chunk = self._source.read(CHUNK)
            if not inspect.isawaitable(chunk):
                raise TypeError("source: expected a file whose read is asynchronous (use iter_parse for other files)")
            return await chunk
        try:
            async for chunk in self._source:
                # An empty chunk would be the end of a file.
                if chunk != b"":
                    return chunk
            return b""
        except BaseException:
            # The iterable is usually finished, also if the task was cancelled. A record that was cut
            # off must not be parsed as if it were complete.
            self._items = iter(())
            raise


def aiter_parse(
    source: _File | AsyncIterable[bytes | bytearray | memoryview],
    *,
    fmt: Fmt = 1,
    all: All = 0,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
    ids: Iterable[tuple[int | str, str]] | None = None,
    api_error: OnApiError = "raise",
) -> AsyncIterator[Item]:
    """Returns an asynchronous iterator over the items of a batch of any length, in constant memory.

    The items, the options and what is raised are those of ``iter_parse``. ``source`` is a file whose
    ``read`` is asynchronous, such as an ``asyncio.StreamReader``, or an asynchronous iterable of
    chunks, such as ``response.aiter_bytes()`` of httpx. It works in any event loop.

    The next chunk is requested only if no item is left of those that were received, so that a slow
    reader slows the server down. The iterator does not close the source.

    After an exception of a file, also if the task was cancelled while it waited, the iterator can be
    continued, and no item is lost. After an exception of an iterable, it is at its end. One task can
    use the iterator at a time; another one gets a ``RuntimeError``.

    >>> import asyncio
    >>> from smsc_proto import aiter_parse
    >>> async def ids() -> list[int | str | None]:
    ...     reader = asyncio.StreamReader()
    ...     reader.feed_data(b"1,1760080210,0,101,7\\n20,1760080211,1,102,8")
    ...     reader.feed_eof()
    ...     return [item.id async for item in aiter_parse(reader)]
    >>> asyncio.run(ids())
    [101, 102]
    """
    received = _Received()
    items = iter_parse(received, fmt=fmt, all=all, charset=charset, kind=kind, ids=ids, api_error=api_error)
    return _Stream(source, received, items)
