"""Batches that arrive in chunks."""

import gc
import io
import resource
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cases import ROOT

from smsc_proto import ApiError, Deleted, MalformedReply, Missing, Record, iter_parse, parse

LINE = b"1,1760080210,0,101,79990000001\n"


def test_a_file_and_its_chunks_agree_with_parse(tmp_path: Path) -> None:
    body = (ROOT / "examples" / "batch.txt").read_bytes()
    whole = list(parse(body, all=2, multi=True))
    assert list(iter_parse(io.BytesIO(body), all=2)) == whole
    assert list(iter_parse([memoryview(body)[:100], bytearray(body[100:])], all=2)) == whole
    path = tmp_path / "batch.txt"
    path.write_bytes(body)
    with path.open("rb", buffering=0) as file:
        assert list(iter_parse(file, all=2)) == whole


def test_items_are_returned_as_soon_as_possible() -> None:
    requested: list[int] = []

    def chunks() -> Iterator[bytes]:
        for number in range(3):
            requested.append(number)
            yield LINE * 2

    stream = iter_parse(chunks())
    assert requested == []
    next(stream)
    assert requested == [0]


def test_errors_are_raised_when_they_are_reached() -> None:
    with pytest.raises(ApiError):
        next(iter_parse([b"0,-", b"9"]))
    assert list(iter_parse([b"0,-9"], api_error="return")) == [ApiError(9)]
    assert list(iter_parse([b"OK"])) == [Deleted()]
    stream = iter_parse([b"<html>"])
    with pytest.raises(MalformedReply):
        next(stream)
    assert list(stream) == []
    with pytest.raises(MalformedReply):
        list(iter_parse([]))


def test_malformed_lines_and_missing_pairs_are_items_in_their_places() -> None:
    items = list(iter_parse([LINE, b"1,x,0,102,7\n", LINE], ids=[(100, "7"), (101, "79990000001"), (5, "7")]))
    kinds = [type(item) for item in items]
    assert kinds == [Missing, Record, MalformedReply, Record, Missing]
    assert items[3].unexpected and items[2].offset == 33  # type: ignore[union-attr]


def test_the_stream_continues_after_an_error_of_a_file() -> None:
    class Failing(io.RawIOBase):
        reads = 0

        def read(self, size: int = -1) -> bytes:
            self.reads += 1
            if self.reads == 2:
                raise TimeoutError
            return LINE if self.reads < 4 else b""

    stream = iter_parse(Failing())
    assert next(stream) == Record(status=1, last_timestamp=1760080210, err=0, id=101, phone="79990000001")
    with pytest.raises(TimeoutError):
        next(stream)
    assert [item.id for item in stream] == [101]  # type: ignore[union-attr]


def test_the_stream_ends_after_an_error_of_an_iterable() -> None:
    def chunks() -> Iterator[bytes]:
        yield LINE + b"20,1760080211,1,10"
        raise TimeoutError

    stream = iter_parse(chunks())
    assert [next(stream).id] == [101]  # type: ignore[union-attr]
    with pytest.raises(TimeoutError):
        next(stream)
    assert list(stream) == []


@pytest.mark.parametrize("wrong", [None, 5, "2,7"])
def test_the_stream_ends_after_a_wrong_chunk(wrong: Any) -> None:
    stream = iter_parse([LINE + b"20,1760080211,1,10", wrong, b"2,7\n"])
    assert [next(stream).id] == [101]  # type: ignore[union-attr]
    with pytest.raises(TypeError):
        next(stream)
    assert list(stream) == []


def test_a_stream_that_its_source_holds_is_collected() -> None:
    class Chunks:
        stream: Any = None

        def __iter__(self) -> "Chunks":
            return self

        def __next__(self) -> bytes:
            gc.collect()
            return LINE

        def read(self, size: int) -> bytes:
            return next(self)

    class Iterable(Chunks):
        read = property()

    for source in (Chunks, Iterable):
        made = source()
        made.stream = iter_parse(made)
        assert isinstance(next(made.stream), Record), "the collector does not clear a stream that is in use"
        seen = weakref.ref(made)
        del made
        gc.collect()
        assert seen() is None


def test_a_source_cannot_read_its_stream() -> None:
    def chunks() -> Iterator[bytes]:
        next(stream)
        yield LINE

    stream = iter_parse(chunks())
    with pytest.raises(ValueError, match="iter_parse"):
        next(stream)


@pytest.mark.parametrize("source", [LINE, LINE.decode(), memoryview(LINE), 5, None], ids=lambda source: type(source).__name__)
def test_wrong_sources(source: Any) -> None:
    with pytest.raises(TypeError, match="source: expected a binary file or an iterable of bytes"):
        iter_parse(source)


@pytest.mark.parametrize("chunks", [["1,1,0"], [5], [None], io.StringIO("1,1,0")], ids=lambda chunks: str(type(chunks)))
def test_wrong_chunks(chunks: Any) -> None:
    with pytest.raises(TypeError, match="source: expected chunks of bytes") as caught:
        list(iter_parse(chunks))
    accepted, _, found = str(caught.value).partition(", not ")
    assert "str" not in accepted and found in ("str", "int", "NoneType")


def test_wrong_options() -> None:
    with pytest.raises(ValueError, match="fmt"):
        iter_parse([], fmt=7)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="multi"):
        iter_parse([], multi=True)  # type: ignore[call-arg]


@pytest.mark.native
def test_memory_is_constant() -> None:
    def chunks(count: int) -> Iterator[bytes]:
        for _ in range(count):
            yield LINE * 2000

    def peak(count: int) -> int:
        seen = sum(1 for _ in iter_parse(chunks(count)))
        assert seen == 2000 * count
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = peak(20)
    assert peak(1000) - before < 8 << 10, "over 8 MB of the 60 MB that were read are in memory"
