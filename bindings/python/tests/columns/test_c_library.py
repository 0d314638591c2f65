"""The stream of the C library, ``libsmsc_columns``, which pyarrow imports from its address."""

import ctypes as ct
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pytest
from replies import COLUMNS, FULL, ROWS, TYPES

LIBRARY = ct.CDLL(os.environ["SMSC_COLUMNS_LIBRARY"])
READ = ct.CFUNCTYPE(ct.c_ssize_t, ct.c_void_p, ct.c_void_p, ct.c_size_t)
RELEASE = ct.CFUNCTYPE(None, ct.c_void_p)


class Query(ct.Structure):
    """``struct smsc_columns_query``."""

    _fields_ = (
        ("size", ct.c_uint32),
        *((name, ct.c_int32) for name in ("format", "all", "batch", "charset", "kind", "dictionary")),
        ("batch_rows", ct.c_uint32),
        ("columns", ct.c_char_p),
        ("source", ct.c_char_p),
        ("threads", ct.c_uint32),
    )


class Stream(ct.Structure):
    """``struct ArrowArrayStream``."""

    _fields_ = tuple((name, ct.c_void_p) for name in ("get_schema", "get_next", "get_last_error", "release", "private_data"))


def query(columns: str = ",".join(COLUMNS)) -> Query:
    return Query(ct.sizeof(Query), format=1, all=2, batch=1, columns=columns.encode())


def imported(call: Callable[[Any], int]) -> Any:
    """Returns a reader of pyarrow for the stream that a call opens."""
    stream = Stream()
    assert call(ct.byref(stream)) == 0
    return pyarrow.RecordBatchReader._import_from_c(ct.addressof(stream))


def of_files(*paths: Path) -> Any:
    names = (ct.c_char_p * len(paths))(*(os.fsencode(path) for path in paths))
    return imported(lambda stream: int(LIBRARY.smsc_columns_files(ct.byref(query()), names, ct.c_size_t(len(paths)), stream)))


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_bytes(FULL)
    reader = of_files(path, path)
    assert {field.name: str(field.type) for field in reader.schema} == TYPES
    rows = [tuple(row.values()) for row in reader.read_all().to_pylist()]
    assert [row for row in rows if row[0] is not None] == [*ROWS, *ROWS]
    # Each of the two malformed lines is a row.
    assert len(rows) == 6 and all(row[COLUMNS.index("malformed")] for row in rows if row[0] is None)


def test_an_error_has_its_reason(tmp_path: Path) -> None:
    with pytest.raises(pyarrow.ArrowInvalid, match=r"cannot read .*none\.txt"):
        of_files(tmp_path / "none.txt").read_all()


@pytest.mark.parametrize("is_read", [True, False])
def test_a_callback_is_released_once(is_read: bool) -> None:
    left, released = bytearray(FULL), []

    def read(_: int | None, buffer: int, size: int) -> int:
        chunk = bytes(left[: min(size, 50)])
        del left[: len(chunk)]
        ct.memmove(buffer, chunk, len(chunk))
        return len(chunk)

    callbacks = READ(read), RELEASE(lambda _: released.append(1))
    reader = imported(lambda stream: int(LIBRARY.smsc_columns_stream(ct.byref(query("id")), callbacks[0], None, callbacks[1], stream)))
    if is_read:
        assert reader.read_all().to_pylist() == [{"id": 101}, {"id": 102}, {"id": None}]
    del reader
    assert released == [1]
