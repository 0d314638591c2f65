"""The same table through every library: by value, and by type."""

import datetime
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import datafusion
import duckdb
import pandas  # type: ignore[import-untyped]
import polars
import pyarrow  # type: ignore[import-untyped]
import pyarrow.compute  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from cases import CASES, Case
from replies import COLUMNS, FULL, ROWS, TYPES, at, table
from tables import TIMES, expected_rows, query_of, seen_rows

from smsc_proto import Scan, scan

UTC = datetime.timezone.utc


def same(rows: list[tuple[Any, ...]]) -> bool:
    """Returns whether the rows are those of the table, the last of which is the malformed line."""
    *records, malformed = rows
    reason = malformed[COLUMNS.index("malformed")]
    others = [value for name, value in zip(COLUMNS, malformed, strict=True) if name != "malformed"]
    return records == ROWS and reason.startswith("byte ") and others == [None] * len(others)


def test_pyarrow() -> None:
    found = pyarrow.table(table())
    assert {field.name: str(field.type) for field in found.schema} == TYPES == table().schema
    found.validate(full=True)
    assert same([tuple(row.values()) for row in found.to_pylist()])
    assert pyarrow.schema(table()) == found.schema == pyarrow.RecordBatchReader.from_stream(table()).schema
    words = pyarrow.table(table(dictionary=True))
    words.validate(full=True)
    assert {field.name: str(field.type) for field in words.schema} == table(dictionary=True).schema
    assert same([tuple(row.values()) for row in words.to_pylist()])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_by_pyarrow(case: Case) -> None:
    found = pyarrow.table(scan(case.body, **query_of(case)))
    found.validate(full=True)
    for name in TIMES:
        seconds = pyarrow.compute.divide(found[name].cast("int64"), 1_000_000)
        found = found.set_column(found.schema.names.index(name), name, seconds)
    assert seen_rows(found.to_pylist()) == expected_rows(case)


def test_every_case_by_duckdb() -> None:
    for case in CASES:
        replies = scan(case.body, **query_of(case))
        with duckdb.connect() as connection:
            connection.execute("set timezone = 'UTC'")
            replies.duckdb(connection, "replies")
            seconds = ", ".join(f"epoch_us({name}) // 1000000 as {name}" for name in TIMES)
            found = connection.sql(f"select * replace ({seconds}) from replies")
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
            assert seen_rows(rows) == expected_rows(case), case.name


def test_polars() -> None:
    types = {
        "status": polars.Int32,
        "last_timestamp": polars.Datetime("us", "UTC"),
        "err": polars.Int32,
        "cost": polars.Decimal(18, 4),
        "message": polars.String,
        "operator": polars.String,
        "is_final": polars.Boolean,
        "malformed": polars.String,
        "id": polars.Int64,
    }
    for frame in (polars.DataFrame(table()), table().polars().collect(), polars.LazyFrame(table()).collect()):
        assert isinstance(frame, polars.DataFrame) and dict(frame.schema) == types and same(frame.rows())
    words = polars.DataFrame(table(dictionary=True))
    assert words.schema["operator"] in (polars.Categorical, polars.Enum) and same(words.rows())


def test_pandas() -> None:
    frame = pyarrow.table(table()).to_pandas()
    types = {name: str(type) for name, type in frame.dtypes.items()}
    # A column of ints with a null is one of floats, unless pandas is told of types with nulls.
    assert types == {
        **dict.fromkeys(TYPES, "object"),
        **dict.fromkeys(("status", "err", "id"), "float64"),
        "last_timestamp": "datetime64[us, UTC]",
    }
    exact = pyarrow.table(table()).to_pandas(types_mapper=pandas.ArrowDtype)
    assert {name: str(type) for name, type in exact.dtypes.items()} == {
        name: {"decimal128(18, 4)": "decimal128(18, 4)[pyarrow]", "bool": "bool[pyarrow]"}.get(type, f"{type}[pyarrow]")
        for name, type in TYPES.items()
    }
    rows = [tuple(None if value is pandas.NA or value is pandas.NaT else value for value in row) for row in exact.itertuples(index=False)]
    assert same(rows)
    assert frame["cost"][0] == Decimal("2.1200") and frame["last_timestamp"][1] == at(1760080219)
    words = pyarrow.table(table(dictionary=True)).to_pandas()
    assert str(words.dtypes["operator"]) == "category" and words["operator"][1] == "МТС"


def test_duckdb() -> None:
    types = ["INTEGER", "TIMESTAMP WITH TIME ZONE", "INTEGER", "DECIMAL(18,4)", "VARCHAR", "VARCHAR", "BOOLEAN", "VARCHAR", "BIGINT"]
    for dictionary in (False, True):
        with duckdb.connect() as connection:
            connection.execute("set timezone = 'UTC'")
            table(dictionary=dictionary).duckdb(connection, "replies")
            found = connection.sql("from replies")
            assert found.columns == list(COLUMNS) and [str(type) for type in found.types] == types
            # Again and again, also twice in one query.
            assert same(found.fetchall()) and same(connection.sql("from replies").fetchall())
            joined = connection.sql("select a.id, b.operator from replies a join replies b using (id) order by id")
            assert joined.fetchall() == [(101, "МТС"), (102, "МТС")]
            sums = connection.sql("select operator, sum(cost), count(*) from replies where status is not null group by 1")
            assert sums.fetchall() == [("МТС", Decimal("2.4200"), 2)]


def test_duckdb_finds_a_variable() -> None:
    replies = table()
    assert replies is not None
    found = duckdb.sql("select count(*) from replies")
    assert found is not None and found.fetchall() == [(3,)]


def test_datafusion() -> None:
    context = datafusion.SessionContext()
    frame = context.from_arrow(table(), name="replies")
    batches = frame.collect()
    assert {field.name: str(field.type).replace("string_view", "string") for field in batches[0].schema} == TYPES
    assert same([tuple(row.values()) for batch in batches for row in batch.to_pylist()])
    sums = context.sql("select operator, sum(cost) as total from replies where id > 100 group by operator")
    assert sums.to_pylist() == [{"operator": "МТС", "total": Decimal("2.4200")}]


WRITERS = {"pyarrow": [], "polars": ["pyarrow"], "duckdb": ["pyarrow", "polars"]}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("dictionary", [False, True])
def test_parquet(writer: str, dictionary: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "it's.parquet"
    with monkeypatch.context() as patch:
        for name in WRITERS[writer]:
            patch.setitem(__import__("sys").modules, name, None)
        table(dictionary=dictionary).to_parquet(path)
    found = pyarrow.parquet.read_table(path)
    types = {field.name: re.sub("^large_|^dictionary<values=(?:large_)?(string).*", r"\1", str(field.type)) for field in found.schema}
    assert types == TYPES
    assert same([tuple(row.values()) for row in found.to_pylist()])
    created = pyarrow.parquet.read_metadata(path).created_by.lower()
    assert {"pyarrow": "parquet-cpp", "polars": "polars", "duckdb": "duckdb"}[writer] in created
    assert found.schema.field("last_timestamp").type.tz == "UTC"


@pytest.mark.parametrize("dictionary", [False, True])
@pytest.mark.parametrize("threads", [1, 2])
def test_row_groups_are_longer_than_batches(dictionary: bool, threads: int, tmp_path: Path) -> None:
    line = FULL.splitlines(keepends=True)[0]
    replies = scan(line * 70_000, all=2, batch_rows=16_384, dictionary=dictionary, threads=threads)
    replies.to_parquet(tmp_path / "long.parquet")
    found = pyarrow.parquet.ParquetFile(tmp_path / "long.parquet")
    first, second = (found.metadata.row_group(group).num_rows for group in range(found.num_row_groups))
    assert first + second == 70_000
    # With threads, the last batch of a piece of the reply is shorter than others.
    assert first == 65_536 if threads == 1 else 65_536 <= first < 65_536 + 16_384
    assert found.read(["id"]).column("id").value_counts().to_pylist() == [{"values": ROWS[0][COLUMNS.index("id")], "counts": 70_000}]


def test_an_empty_table() -> None:
    for replies in (scan(FULL, all=2, columns=COLUMNS, n_rows=0), scan(FULL, all=2, columns=COLUMNS, where=[("id", "==", 0)])):
        found = pyarrow.table(replies)
        assert found.num_rows == 0 and {field.name: str(field.type) for field in found.schema} == TYPES
        with duckdb.connect() as connection:
            replies.duckdb(connection, "replies")
            assert connection.sql("select count(*), sum(cost) from replies").fetchall() == [(0, None)]


def test_columns_of_every_kind_are_equal_in_schema_and_stream() -> None:
    for dictionary in (False, True):
        whole = scan(FULL, all=2, dictionary=dictionary)
        assert pyarrow.schema(whole) == pyarrow.table(whole).schema
        for name in whole.schema:
            one: Scan = whole._with(columns=(name,))
            assert pyarrow.schema(one) == pyarrow.table(one).schema == pyarrow.schema([pyarrow.schema(whole).field(name)])
