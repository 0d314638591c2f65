"""``scan`` without any library but Polars: rows, sources and options."""

import bz2
import gzip
import io
import os
import pickle
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import polars as pl
import pytest
from cases import CASES, Case
from tables import BATCH, TIMES, expected_rows, query_of, seen_rows

import smsc_proto
from smsc_proto import Scan, scan, types

RECORD = b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hello,,0,101\n"


def read(scan: Scan) -> list[dict[str, Any]]:
    """Returns the rows of a table."""
    return pl.DataFrame(scan).to_dicts()


def ids(scan: Scan) -> list[int]:
    return [row["id"] for row in read(scan)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rows_of_every_case(case: Case) -> None:
    table = scan(case.body, **query_of(case))
    expected = expected_rows(case)
    others = scan(case.body, **query_of(case), dictionary=True, batch_rows=1)
    for frame in (pl.DataFrame(table), table.polars().collect(), pl.DataFrame(others)):
        # Not as datetimes: those of Python end with the year 9999.
        assert seen_rows(frame.with_columns(pl.col(TIMES).dt.epoch("s")).to_dicts()) == expected


def test_the_columns() -> None:
    schema = scan(b"").schema
    words = [word for part in get_args(types.TableColumn) for word in get_args(part)]
    assert sorted(words) == sorted(schema)
    assert list(schema)[:3] == ["status", "last_date", "last_timestamp"]
    assert set(schema.values()) == {"int32", "int64", "string", "bool", "timestamp[us, tz=UTC]", "decimal128(18, 4)"}
    words_of = scan(b"", dictionary=True).schema
    assert words_of["operator"] == "dictionary<values=string, indices=int32, ordered=0>" and words_of["phone"] == "string"
    chosen = scan(BATCH, columns=(name for name in ("phone", "id")))
    assert chosen.schema == {"phone": "string", "id": "int64"}
    assert read(chosen)[0] == {"phone": "79990000001", "id": 101}


def test_an_empty_input() -> None:
    nothing: list[types.Condition] = [("malformed", "is null")]
    for table in (scan(b"", where=nothing), scan(io.BytesIO(), where=nothing, columns=["id"]), scan(BATCH, n_rows=0)):
        for frame in (pl.DataFrame(table), table.polars().collect()):
            assert frame.height == 0 and frame.columns == list(table.schema)
    # A file without a byte is no reply.
    assert "empty" in read(scan(b""))[0]["malformed"]
    assert pl.DataFrame(scan([b"", BATCH], columns=[])).shape[1] == 0


def test_formats_by_their_first_bytes() -> None:
    json, xml = b'[{"status": 1, "id": 1}, {"status": 20, "id": 2}]', b"<statuses><status>1</status><id>3</id></statuses>"
    pairs = b"Status = 1, check_time = 10.10.2025 10:10:10, id = 4, phone = 79990000001\n"
    found = read(scan([json, pairs, b"1,1760080210,0,5,79990000001\n", xml]))
    assert [row["fmt"] for row in found] == [3, 3, 0, 1, 2]
    assert [row["id"] for row in found[:4]] == [1, 2, 4, 5]
    assert read(scan(json, fmt=1))[0]["malformed"] is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for number, name in enumerate(["b/2.txt", "a.txt", "b/c/3.txt", ".hidden/9.txt", "b/.part", "[1].txt"], 1):
        (tmp_path / name).write_bytes(b"1,1760080210,0,%d,79990000001\n" % number)
    return tmp_path


def test_folders_globs_and_lists(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ids(scan(folder)) == [6, 2, 1, 3]
    assert ids(scan(str(folder / "**" / "*.txt"))) == [6, 2, 1, 3]
    assert ids(scan(folder / "*.txt")) == [6, 2]
    assert ids(scan(folder / "[1].txt")) == [6]
    assert ids(scan([folder / "b" / "*.txt", str(folder / "a.txt"), b"1,1,0,7,7\n", io.BytesIO(b"1,1,0,8,7\n")])) == [1, 2, 7, 8]
    assert ids(scan(path for path in [folder / "a.txt"])) == [2]
    assert ids(scan((folder / "a.txt").as_uri())) == [2]
    monkeypatch.chdir(folder)
    table = scan("b")
    assert table.sources == ["b/2.txt", "b/c/3.txt"] == [row["source"] for row in read(table)]
    assert repr(table) == f"Scan('b/2.txt' and 1 more, {len(table.schema)} columns)"


@pytest.mark.parametrize("name", ["none.txt", "*.csv", "empty"])
def test_a_path_without_a_file(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(FileNotFoundError) as caught:
        scan(folder / name)
    assert caught.value.filename == str(folder / name)


@pytest.mark.parametrize("source", [None, 5, [[b""]], {1: 2}, io.StringIO("")])
def test_a_source_of_a_wrong_type(source: Any) -> None:
    with pytest.raises(TypeError, match="^sources: expected a path, a URL, bytes, a binary file, or several of these, not "):
        scan(source)
    with pytest.raises(ValueError, match="not none$"):
        scan([])


def test_compressed_replies(tmp_path: Path) -> None:
    path = tmp_path / "reply.gz"
    path.write_bytes(gzip.compress(BATCH) + gzip.compress(b"1,1760080210,0,103,79990000003\n"))
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        assert ids(scan(source, where=[("malformed", "is null")])) == [101, 102, 103]
    assert read(scan(bz2.compress(BATCH)))[0]["malformed"] is not None


def test_a_file_object_is_read_from_its_position() -> None:
    file = io.BytesIO(b"skipped" + BATCH)
    file.seek(7)
    table = scan(file, columns=["id"], n_rows=2)
    file.seek(0)
    assert ids(table) == ids(table) == [101, 102]
    # Two that are read in turn do not disturb each other.
    long = scan(io.BytesIO(b"1,1760080210,0,1,7\n" * 20_000), columns=["line_offset"], batch_rows=10)
    offsets = list(range(0, 19 * 20_000, 19))
    pairs = list(zip(long._batches(), long._batches(), strict=True))
    assert [row for one, _ in pairs for row in pl.DataFrame(one)["line_offset"]] == offsets
    assert [row for _, other in pairs for row in pl.DataFrame(other)["line_offset"]] == offsets


def test_threads_keep_the_rows_in_order(tmp_path: Path) -> None:
    # Long enough for several threads: three MB, and then a short reply.
    long = b"".join(b"1,1760080210,0,%d,7999%07d\n" % (number, number) for number in range(1, 110_001))
    path = tmp_path / "long.txt"
    path.write_bytes(long)
    expected = [*range(1, 110_001), 101, 102]
    for threads in (None, 1, 3):
        for source in (path, long, io.BytesIO(long)):
            table = scan([source, BATCH], columns=["id"], where=[("malformed", "is null")], threads=threads)
            assert ids(table) == expected


class Once(io.RawIOBase):
    """A file that cannot be read again, such as a pipe."""

    name = "the pipe"

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.closed_by_scan = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        part, self.content = self.content[: min(size, 5)], self.content[min(size, 5) :]
        return part

    def close(self) -> None:
        self.closed_by_scan = True


def test_a_file_that_can_be_read_once() -> None:
    file = Once(BATCH)
    table = scan(file, n_rows=2)
    assert table.schema and [(row["id"], row["source"]) for row in read(table)] == [(101, "the pipe"), (102, "the pipe")]
    assert not file.closed_by_scan
    with pytest.raises(Exception, match="cannot read the pipe: .*cannot be read again because it is not seekable"):
        read(table)


class Broken:
    """A file that cannot be read."""

    def read(self, size: int) -> bytes:
        raise OSError("the disk is gone")


def test_an_error_of_a_file() -> None:
    class Text:
        def read(self, size: int) -> str:
            return "1"

    class Greedy:
        def read(self, size: int) -> bytes:
            return b" " * (size + 1)

    file: Any
    for file, reason in ((Broken(), "the disk is gone"), (Text(), "returns bytes, not str"), (Greedy(), "at most as many")):
        with pytest.raises(Exception, match=f"cannot read <file>: .*{reason}"):
            read(scan([BATCH, file]))
    with pytest.raises(OSError, match="the disk is gone"):
        list(scan(Broken())._batches())
    for threads in (1, 2):
        # The rows before the error come first, though a batch could have more.
        batches = scan([BATCH, Broken()], threads=threads)._batches()
        assert len(next(batches)) == 3
        with pytest.raises(OSError, match="the disk is gone"):
            next(batches)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_bytes(BATCH)
    table = scan([BATCH, path], batch_rows=2)
    path.unlink()
    with pytest.raises(Exception, match=r"cannot read .*reply\.txt: No such file"):
        read(table)
    with pytest.raises(FileNotFoundError, match=r"cannot read .*reply\.txt"):
        list(table._batches())
    # What was read before the error is complete.
    batches = table._batches()
    assert len(next(batches)) == 2


NOON = datetime(2025, 10, 10, 12, tzinfo=timezone(timedelta(hours=5)))
CONDITIONS: list[tuple[Any, str]] = [
    (("id", "==", 1), "n"),
    (("id", "=", 1), "n"),
    (("id", "!=", 1), "yd"),
    (("id", "<", 2), "n"),
    (("id", "<=", 2), "ny"),
    (("id", ">", 2), "d"),
    (("id", ">=", 2), "yd"),
    (("id", "in", [1, 3]), "nd"),
    (("id", "in", {1: "", 2: ""}), "ny"),
    (("id", "in", []), ""),
    (("id", "not in", (1, 3)), "y"),
    (["id", "NOT IN", range(1, 2)], "yd"),
    (("message", "==", "y"), "y"),
    (("operator", "is null"), "nyd"),
    (("operator", "is not null", None), ""),
    (("malformed", "is null", None), "nyd"),
    (("cost", "==", 2), "y"),
    (("cost", ">", Decimal("1.9999")), "yd"),
    (("cost", "in", [Decimal("0.5"), Decimal("1E+1")]), "nd"),
    (("is_final", "==", False), "n"),
    (("is_final", "!=", False), "yd"),
    (("send_timestamp", "<", NOON), "n"),
    (("send_timestamp", "==", NOON), "y"),
    (("send_timestamp", ">=", NOON.astimezone(timezone.utc)), "yd"),
    (("state", "==", "delivered"), "yd"),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS, ids=lambda value: str(value))
@pytest.mark.parametrize("dictionary", [False, True])
def test_conditions(condition: Any, expected: str, dictionary: bool) -> None:
    at = int(NOON.timestamp())
    rows = [(0, at - 1, "0.5", "n", 1), (1, at, "2.0", "y", 2), (1, at + 1, "10", "d", 3)]
    line = "{0},{1},0,{1},79990000020,{2},GLOBUS,D,{3},,0,{4}\n"
    body = "".join(line.format(*row) for row in rows).encode()
    table = scan(body, all=1, columns=["message"], where=[condition], dictionary=dictionary)
    assert "".join(row["message"] for row in read(table)) == expected
    assert "".join(row["message"] for row in read(scan(body, all=1, where=[condition], n_rows=1))) == expected[:1]


def test_all_conditions_must_hold() -> None:
    conditions: list[types.Condition] = [("status", "in", [1, 20]), ("id", ">", 101), ("malformed", "is null")]
    assert ids(scan(BATCH, where=conditions)) == [102]
    assert ids(scan(BATCH, where=iter(conditions[:1]))) == [101, 102]
    # A code of this package is a number.
    assert ids(scan(BATCH, where=[("status", "==", smsc_proto.StatusCode.UNDELIVERABLE)])) == [102]


WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"columns": ["operater"]}, ValueError, "columns: expected the name of a column, perhaps 'operator', not 'operater'"),
    ({"columns": ["qqq"]}, ValueError, "columns: expected the name of a column, not 'qqq'"),
    ({"columns": ["79990000001"]}, ValueError, "columns: expected the name of a column"),
    ({"columns": [5]}, TypeError, "columns: expected the name of a column, not int"),
    ({"columns": "id"}, TypeError, "columns: expected names of columns, such as ['id', 'status'], or None, not str"),
    ({"columns": ["id", "id"]}, ValueError, "columns: expected each column once, not 'id'"),
    ({"columns": 5}, TypeError, "columns: expected names of columns, such as ['id', 'status'], or None, not int"),
    ({"where": "id == 5"}, TypeError, "where: expected conditions such as "),
    ({"where": ["id == 5"]}, TypeError, "where: expected conditions such as "),
    ({"where": [("id",)]}, ValueError, "where: expected conditions such as "),
    ({"where": [("id", "==", 1, 2)]}, ValueError, "where: expected conditions such as "),
    ({"where": ("id", "==", 5)}, TypeError, "where: expected conditions such as "),
    ({"where": [("statos", "==", 5)]}, ValueError, "where: expected the name of a column, perhaps 'status', not 'statos'"),
    ({"where": [("id", "===", 5)]}, ValueError, "where: expected the operator '==', '=', '!=', "),
    ({"where": [("id", 5, 5)]}, TypeError, "where: expected the operator '==', '=', '!=', "),
    ({"where": [("id", "==")]}, ValueError, "where: expected a value after '==' for the column id; use 'is null' for None"),
    ({"where": [("id", "==", None)]}, ValueError, "where: expected a value after '==' for the column id"),
    ({"where": [("id", "==", "101")]}, TypeError, "where: expected an int for the column id, not str"),
    ({"where": [("id", "==", True)]}, TypeError, "where: expected a number for the column id, not bool"),
    ({"where": [("id", "==", 1 << 70)]}, ValueError, "where: expected a number of at most 64 bits for the column id"),
    ({"where": [("status", "==", 1 << 40)]}, ValueError, "where: the column status can be compared with an integer of 32 bits"),
    ({"where": [("id", "in", 5)]}, TypeError, "where: expected a list of values after 'in' for the column id, not int"),
    ({"where": [("phone", "in", "7999")]}, TypeError, "where: expected a list of values after 'in' for the column phone, not str"),
    ({"where": [("phone", "==", 7999)]}, TypeError, "where: expected a str for the column phone, not int"),
    ({"where": [("is_final", "==", 1)]}, TypeError, "where: expected True or False for the column is_final, not int"),
    ({"where": [("cost", "==", 2.5)]}, TypeError, "where: expected a Decimal or an int for the column cost, not float"),
    ({"where": [("cost", "==", Decimal("0.00001"))]}, ValueError, "where: the column cost can be compared with a decimal number"),
    ({"where": [("last_timestamp", "==", 5)]}, TypeError, "where: expected a datetime with a time zone for the column last_timestamp"),
    ({"where": [("last_timestamp", "<", datetime(2025, 1, 1))]}, ValueError, "where: expected a datetime with a time zone for the col"),
    ({"where": [("id", "is null", 5)]}, ValueError, "where: expected no value, or None, after 'is null' for the column id"),
    ({"fmt": 4}, ValueError, "fmt: expected 0, 1, 2 or 3, not 4"),
    ({"all": "2"}, TypeError, "all: expected 0, 1 or 2, not str"),
    ({"multi": 1}, TypeError, "multi: expected True or False, not int"),
    ({"charset": "latin"}, ValueError, "charset: expected 'windows-1251', 'koi8-r' or 'utf-8', not 'latin'"),
    ({"kind": "letter"}, ValueError, "kind: expected None, 'sms', 'hlr' or 'email', not 'letter'"),
    ({"dictionary": 1}, TypeError, "dictionary: expected True or False, not int"),
    ({"batch_rows": 0}, ValueError, "batch_rows: expected an int of at least 1, not 0"),
    ({"batch_rows": True}, TypeError, "batch_rows: expected an int of at least 1, not bool"),
    ({"threads": 0}, ValueError, "threads: expected an int of at least 1, or None, not 0"),
    ({"threads": True}, TypeError, "threads: expected an int of at least 1, or None, not bool"),
    ({"threads": "2"}, TypeError, "threads: expected an int of at least 1, or None, not str"),
    ({"n_rows": -1}, ValueError, "n_rows: expected an int of at least 0, or None, not -1"),
    ({"n_rows": -(1 << 70)}, ValueError, "n_rows: expected an int of at least 0, or None"),
    ({"n_rows": 1.5}, TypeError, "n_rows: expected an int of at least 0, or None, not float"),
]


@pytest.mark.parametrize(("options", "error", "message"), WRONG, ids=lambda value: str(value)[:60])
def test_options_that_do_not_fit(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        scan(BATCH, **options)
    assert str(caught.value).startswith(message)
    assert "7999" not in str(caught.value)


def test_the_number_of_rows() -> None:
    for n_rows, expected in ((0, 0), (1, 1), (3, 3), (9, 6), (1 << 70, 6)):
        for batch_rows in (1, 2, 100):
            table = scan([BATCH, BATCH], n_rows=n_rows, batch_rows=batch_rows)
            assert len(read(table)) == expected == table.polars().collect().height
            assert all(len(batch) <= batch_rows for batch in table._batches())
            assert table.polars().head(2).collect().height == min(expected, 2)


def test_a_lazy_frame() -> None:
    body = RECORD + RECORD.replace(b"101\n", b"102\n").replace(b"hello", b"\xef\xf0")
    frame = scan([body] * 3, all=1).polars()
    assert frame.filter(pl.col("id") == 102).select("message").collect().rows() == [("пр",)] * 3
    # The condition needs a column that the result lacks.
    assert frame.filter(pl.col("message").str.len_chars() == 5).select(pl.len()).collect().item() == 3
    assert frame.filter(pl.col("id") == 102).head(1).collect().height == 1
    assert frame.head(1).collect().height == 1 and frame.tail(1).collect().height == 1
    assert frame.group_by("id").agg(pl.col("cost").sum()).sort("id").collect().rows() == [(101, Decimal("6.36")), (102, Decimal("6.36"))]
    assert frame.collect(engine="streaming").height == 6
    assert frame.join(frame, on="id").collect().height == 18
    assert frame.select("id", "cost", "send_timestamp", "second_balance").collect_schema() == {
        "id": pl.Int64,
        "cost": pl.Decimal(18, 4),
        "send_timestamp": pl.Datetime("us", "UTC"),
        "second_balance": pl.Boolean,
    }
    words = scan(body, all=1, dictionary=True).polars()
    assert words.select("sender_id", "phone").collect().schema == words.select("sender_id", "phone").collect_schema()


def test_a_lazy_frame_reads_no_more_than_it_needs() -> None:
    class Counted(io.BytesIO):
        count = 0

        def read(self, size: int | None = -1) -> bytes:
            part = super().read(size)
            self.count += len(part)
            return part

    file = Counted(RECORD * 100_000)
    frame = scan(file, all=1, batch_rows=100).polars()
    assert frame.head(5).collect().height == 5
    assert 0 < file.count < 1 << 20


def test_parquet_without_pyarrow(tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    path.write_bytes(b"old")
    scan([RECORD, BATCH], all=1).to_parquet(path)
    assert pl.read_parquet(path).equals(pl.DataFrame(scan([RECORD, BATCH], all=1)))
    with pytest.raises(Exception, match="the disk is gone"):
        scan([BATCH, Broken()]).to_parquet(path)
    assert pl.read_parquet(path).height == 4 and os.listdir(tmp_path) == [path.name]


WITHOUT = """
import sys
for name in ("pyarrow", "polars", "duckdb", "pandas", "fsspec", "pyspark"):
    sys.modules[name] = None
import smsc_proto
table = smsc_proto.scan(b"")
for use in (table.polars, lambda: table.to_parquet("x"), lambda: smsc_proto.scan("s3://bucket/x"), lambda: __import__("smsc_proto.spark")):
    try:
        use()
    except ImportError as error:
        print(error)
"""


def test_what_is_not_installed() -> None:
    printed = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == [
        "scan: polars() needs the package polars; install it with: pip install polars",
        "scan: to_parquet() needs pyarrow, polars or duckdb; install one of them with: pip install pyarrow",
        "scan: URLs need the package fsspec; install it with: pip install fsspec",
        "smsc_proto.spark needs Spark 4; install it with: pip install 'pyspark[sql]>=4'",
    ]


INTERRUPTED = """
import os, signal, threading, polars
from smsc_proto import scan
signal.signal(signal.SIGINT, signal.default_int_handler)
class Endless:
    def read(self, size):
        return (b"1,1760080210,0,101,79990000001\\n" * (size // 31 + 1))[:size]
sources = {"bytes": b"1,1,0,1,7\\n" * 20_000_000, "file": Endless()}
table = scan(sources[KIND], where=[("id", "==", 5)])
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    try:
        USE
        print("not interrupted")
    except Exception as error:
        # The library has raised an error of its own; the next line does not run.
        assert "KeyboardInterrupt" in str(error)
        print("not interrupted either")
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("kind", ["bytes", "file"])
@pytest.mark.parametrize("use", ["polars.DataFrame(table)", "list(table._batches())", "table.report()"])
def test_an_interrupt_ends_a_scan(kind: str, use: str) -> None:
    code = INTERRUPTED.replace("KIND", repr(kind)).replace("USE", use)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ended.stdout == "interrupted\n", ended.stderr


def test_other_threads_run_meanwhile() -> None:
    table = scan(b"1,1760080210,0,101,79990000001\n" * 500_000, columns=["id"], where=[("id", "==", 5)])
    is_over, ticks = threading.Event(), 0

    def read_all() -> None:
        pl.DataFrame(table)
        is_over.set()

    thread = threading.Thread(target=read_all)
    thread.start()
    while not is_over.wait(0.001):
        ticks += 1
    thread.join()
    # With the lock held, none.
    assert ticks > 3


def test_capsules() -> None:
    table = scan(BATCH)
    assert "arrow_schema" in repr(table.__arrow_c_schema__())
    # One that nobody reads is released with its capsule; its file is not opened.
    file = Once(BATCH)
    assert "arrow_array_stream" in repr(scan(file).__arrow_c_stream__(None))
    assert file.content == BATCH
    with pytest.raises(TypeError):
        pickle.dumps(table)
