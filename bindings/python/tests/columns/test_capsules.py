"""Capsules: what is released, when, and how often; errors in the middle of a stream."""

import ctypes
import gc
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars
import pyarrow  # type: ignore[import-untyped]
import pytest

from smsc_proto import _native, scan
from smsc_proto._origins import Origin

LINE = b"1,1760080210,0,101,79990000001\n"
OPTIONS = (None, 0, True, "windows-1251", None, None, None, False, 100, None)


class Counted(io.BytesIO):
    """A file that counts how often files were opened and closed, and the bytes read, and may fail."""

    opened = 0
    ended = 0
    byte_count = 0

    def __init__(self, fails_after: int | None = None) -> None:
        super().__init__(LINE * 100_000)
        self.left = fails_after
        Counted.opened += 1

    def read(self, size: int | None = -1) -> bytes:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise OSError("the disk is gone")
        chunk = super().read(size)
        Counted.byte_count += len(chunk)
        return chunk

    def close(self) -> None:
        Counted.ended += 1
        super().close()


class Table:
    """A table of a counted file."""

    threads = 1
    # How often the file is closed once a batch was read: several threads read all of it ahead.
    closed = 0

    def __init__(self, fails_after: int | None = None) -> None:
        origin: Origin = ("the file", lambda: Counted(fails_after))
        self.scanner = _native.Scanner([origin], *OPTIONS, self.threads)  # type: ignore[arg-type]

    def __arrow_c_schema__(self) -> object:
        return self.scanner.c_schema()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.scanner.c_stream()


@pytest.fixture(autouse=True, params=[1, 3], ids=["one thread", "three threads"])
def counts(request: pytest.FixtureRequest) -> None:
    Counted.opened = Counted.ended = Counted.byte_count = 0
    Table.threads, Table.closed = request.param, int(request.param > 1)


def first_batch(table: Table) -> None:
    reader = pyarrow.RecordBatchReader.from_stream(table)
    assert reader.read_next_batch().num_rows == 100


def head_of_duckdb(table: Table) -> None:
    with duckdb.connect() as connection:
        connection.register("replies", table)
        assert connection.sql("from replies limit 1").fetchall()[0][0] == 1


def all_of_polars(table: Table) -> None:
    assert polars.DataFrame(table).height == 100_000


def all_of_pyarrow(table: Table) -> None:
    assert pyarrow.table(table).num_rows == 100_000


@pytest.mark.parametrize("use", [first_batch, head_of_duckdb, all_of_polars, all_of_pyarrow])
def test_a_file_is_closed_once(use: Callable[[Table], None]) -> None:
    for times in range(1, 4):
        use(Table())
        gc.collect()
        assert (Counted.opened, Counted.ended) == (times, times)


@pytest.mark.parametrize("use", [all_of_polars, all_of_pyarrow, lambda table: duckdb.from_arrow(table).fetchall()])
def test_an_error_in_the_middle(use: Callable[[Table], None]) -> None:
    for times in range(1, 4):
        with pytest.raises(Exception, match="cannot read the file: OSError: the disk is gone"):
            use(Table(fails_after=3))
        gc.collect()
        assert (Counted.opened, Counted.ended) == (times, times)


def test_what_was_read_before_an_error_is_whole() -> None:
    reader = pyarrow.RecordBatchReader.from_stream(Table(fails_after=20))
    rows = 0
    with pytest.raises(pyarrow.ArrowInvalid, match="the disk is gone"):
        while True:
            rows += reader.read_next_batch().num_rows
    # Each line that was read to its end is a row.
    assert rows == Counted.byte_count // len(LINE) > 50_000
    # After an error the stream is at its end.
    with pytest.raises(StopIteration):
        reader.read_next_batch()


class Stream(ctypes.Structure):
    """The struct of the C stream interface."""


Call = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.c_void_p)
Stream._fields_ = [
    ("get_schema", Call),
    ("get_next", Call),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))),
    ("private_data", ctypes.c_void_p),
]


class Array(ctypes.Structure):
    """The struct of an array in C."""


Array._fields_ = [
    *((name, ctypes.c_int64) for name in ("length", "null_count", "offset", "n_buffers", "n_children")),
    *((name, ctypes.c_void_p) for name in ("buffers", "children", "dictionary")),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))),
    ("private_data", ctypes.c_void_p),
]


def pointer(capsule: object) -> Any:
    """Returns the struct of a capsule."""
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.POINTER(Stream), [ctypes.py_object, ctypes.c_char_p]
    return get(capsule, b"arrow_array_stream")


def test_a_consumer_in_c() -> None:
    capsule = Table().__arrow_c_stream__()
    stream, array = pointer(capsule), Array()
    assert stream.contents.get_next(stream, ctypes.byref(array)) == 0 and array.length == 100
    array.release(ctypes.byref(array))
    assert not array.release and Counted.ended == Table.closed
    stream.contents.release(stream)
    assert not stream.contents.release and (Counted.opened, Counted.ended) == (1, 1)
    # What is released already is not released with the capsule.
    del capsule
    gc.collect()
    assert Counted.ended == 1


def test_a_consumer_in_c_that_moves_the_stream() -> None:
    capsule = Table().__arrow_c_stream__()
    stream, moved, array = pointer(capsule), Stream(), Array()
    ctypes.memmove(ctypes.byref(moved), stream, ctypes.sizeof(Stream))
    ctypes.memset(ctypes.byref(stream.contents, Stream.release.offset), 0, ctypes.sizeof(ctypes.c_void_p))
    del capsule, stream
    gc.collect()
    assert moved.get_next(ctypes.byref(moved), ctypes.byref(array)) == 0 and Counted.ended == Table.closed
    # An array outlives its stream.
    moved.release(ctypes.byref(moved))
    assert array.length == 100 and Counted.ended == 1
    array.release(ctypes.byref(array))


def test_an_error_for_a_consumer_in_c() -> None:
    capsule = Table(fails_after=0).__arrow_c_stream__()
    stream, array = pointer(capsule), Array()
    assert stream.contents.get_next(stream, ctypes.byref(array)) != 0
    assert b"cannot read the file: OSError: the disk is gone" in stream.contents.get_last_error(stream)
    assert stream.contents.get_next(stream, ctypes.byref(array)) == 0 and not array.release


def test_capsules_that_nobody_reads() -> None:
    for _ in range(1000):
        Table().__arrow_c_schema__()
        Table().__arrow_c_stream__()
    gc.collect()
    assert Counted.opened == 0


def resident() -> int:
    """Returns the memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * 4096


def test_nothing_is_left_behind() -> None:
    table = scan(LINE * 20_000, batch_rows=1000)

    def use() -> None:
        pyarrow.RecordBatchReader.from_stream(table).read_next_batch()
        pyarrow.schema(table)
        table.__arrow_c_stream__()
        polars.DataFrame(table)

    for _ in range(20):
        use()
    before = resident()
    for _ in range(100):
        use()
    # A table has some ten megabytes; one that is kept each time would be a gigabyte.
    assert resident() - before < 100 << 20
