"""Batches that an event loop receives in chunks."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest
from cases import CASES, ROOT, Case

from smsc_proto import ApiError, Item, MalformedReply, Record, aiter_parse, iter_parse, parse

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()
LINE = b"1,1760080210,0,101,79990000001\n"


async def chunks(body: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        await asyncio.sleep(0)
        yield body[start : start + size]


def outcome(items: Iterator[Item]) -> list[Any]:
    """Returns the items, and the exception that ends them."""
    found: list[Any] = []
    try:
        found.extend(items)
    except (ApiError, MalformedReply) as error:
        found.append(error)
    return found


async def async_outcome(items: AsyncIterator[Item]) -> list[Any]:
    found: list[Any] = []
    try:
        async for item in items:
            found.append(item)
    except (ApiError, MalformedReply) as error:
        found.append(error)
    return found


@pytest.mark.parametrize("case", [case for case in CASES if case.options.get("multi")], ids=lambda case: case.name)
def test_every_case_is_that_of_iter_parse(case: Case) -> None:
    options = {key: value for key, value in case.options.items() if key != "multi"}
    expected = outcome(iter_parse([case.body], **options))
    for size in (1, 7, len(case.body) or 1):
        assert asyncio.run(async_outcome(aiter_parse(chunks(case.body, size), **options))) == expected

    async def from_file() -> list[Any]:
        reader = asyncio.StreamReader()
        reader.feed_data(case.body)
        reader.feed_eof()
        return await async_outcome(aiter_parse(reader, **options))

    assert asyncio.run(from_file()) == expected


def test_empty_chunks_are_not_the_end() -> None:
    async def source() -> AsyncIterator[bytes | bytearray | memoryview]:
        for chunk in (b"", LINE[:9], bytearray(), memoryview(LINE)[9:], b"", bytearray(LINE), b""):
            yield chunk

    assert len(asyncio.run(async_outcome(aiter_parse(source())))) == 2


def test_a_chunk_is_requested_when_no_item_is_left() -> None:
    requested = 0

    async def source() -> AsyncIterator[bytes]:
        nonlocal requested
        for _ in range(10):
            requested += 1
            yield LINE * 3

    async def run() -> None:
        items = aiter_parse(source())
        assert requested == 0
        seen = []
        for _ in range(9):
            await anext(items)
            seen.append(requested)
        # The last record of a chunk is complete when the next chunk shows that no more of it follows.
        assert seen == sorted(seen) and seen[0] == 1 and seen[-1] <= 4

    asyncio.run(run())


def test_memory_is_constant() -> None:
    async def source() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield LINE * 1000

    async def run() -> int:
        count = 0
        async for item in aiter_parse(source()):
            count += isinstance(item, Record)
        return count

    assert asyncio.run(run()) == 200_000


def test_a_cancelled_wait_for_a_file_loses_nothing() -> None:
    async def run() -> None:
        reader = asyncio.StreamReader()
        items = aiter_parse(reader)
        reader.feed_data(LINE + LINE[:10])
        assert isinstance(await anext(items), Record)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(items), 0.01)
        reader.feed_data(LINE[10:])
        reader.feed_eof()
        assert await anext(items) == parse(LINE, multi=True)[0]
        with pytest.raises(StopAsyncIteration):
            await anext(items)

    asyncio.run(run())


def test_an_iterable_that_raises_or_is_cancelled_ends_it() -> None:
    async def failing() -> AsyncIterator[bytes]:
        yield LINE + b"20,1760080211,1,102,7999"
        raise ConnectionResetError

    async def waiting() -> AsyncIterator[bytes]:
        yield LINE + b"20,1760080211,1,102,7999"
        await asyncio.sleep(60)

    async def run(source: AsyncIterator[bytes], error: type[BaseException]) -> None:
        items = aiter_parse(source)
        assert isinstance(await anext(items), Record)
        with pytest.raises(error):
            await asyncio.wait_for(anext(items), 0.05)
        # The record that was cut off is not returned.
        with pytest.raises(StopAsyncIteration):
            await anext(items)

    asyncio.run(run(failing(), ConnectionResetError))
    asyncio.run(run(waiting(), TimeoutError))


def test_one_task_at_a_time() -> None:
    async def run() -> None:
        reader = asyncio.StreamReader()
        items = aiter_parse(reader)
        first = asyncio.ensure_future(anext(items))
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="aiter_parse: the iterator is already in use by another task"):
            await anext(items)
        reader.feed_data(LINE)
        reader.feed_eof()
        assert isinstance(await first, Record)

    asyncio.run(run())


def test_wrong_arguments_are_rejected_at_once() -> None:
    wrong: list[Any] = [LINE, [LINE], "path", 5, None]
    for source in wrong:
        with pytest.raises(TypeError, match="source: expected an asynchronous file or an asynchronous iterable of bytes"):
            aiter_parse(source)
    with pytest.raises(ValueError, match="fmt: expected 0, 1, 2 or 3, not 7"):
        aiter_parse(chunks(LINE, 5), fmt=7)  # type: ignore[arg-type]

    async def texts() -> AsyncIterator[Any]:
        yield LINE.decode()

    with pytest.raises(TypeError, match="source: expected chunks of bytes"):
        asyncio.run(async_outcome(aiter_parse(texts())))
    with open(ROOT / "examples" / "batch.txt", "rb") as file:
        with pytest.raises(TypeError, match="source: expected a file whose read is asynchronous"):
            asyncio.run(async_outcome(aiter_parse(file)))  # type: ignore[arg-type]


def test_an_unfinished_iterator_is_freed() -> None:
    async def run() -> weakref.ref[Any]:
        items = aiter_parse(chunks(LINE * 3, 40))
        await anext(items)
        return weakref.ref(items)

    reference = asyncio.run(run())
    gc.collect()
    assert reference() is None


async def served(use: Callable[[str], Awaitable[None]]) -> None:
    """Serves the batch over HTTP in small chunks, and calls ``use`` with the URL."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n")
        for start in range(0, len(BATCH), 50):
            part = BATCH[start : start + 50]
            writer.write(b"%x\r\n%s\r\n" % (len(part), part))
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await use(f"http://127.0.0.1:{port}/sys/status.php")


def test_a_reply_is_streamed_from_a_server() -> None:
    async def use(url: str) -> None:
        async with httpx.AsyncClient(trust_env=False) as client, client.stream("GET", url) as response:
            items = [item async for item in aiter_parse(response.aiter_bytes(), all=2)]
        assert items == list(parse(BATCH, all=2, multi=True)) and len(items) == 10

    asyncio.run(served(use))
