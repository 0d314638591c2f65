"""Tables of Spark: a cluster with two workers on this machine, and a folder of many formats."""

import gzip
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pytest
from cases import CASES
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from tables import query_of

from smsc_proto import scan
from smsc_proto.spark import SmscDataSource, map_files

LINE = "1,1760080210,0,1760080202,79990000020,Россия,МТС,Москва,2.12,GLOBUS,D,hello,,0,{}\n"
TESTS = Path(__file__).parents[1]
OF_FOLDER = [case for case in CASES if case.query["all"] == 2 and case.query["multi"] and case.query["charset"] == "utf-8"]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    # The workers of a cluster on this machine run the same Python.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    path = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.executorEnv.PYTHONPATH": path,
        # Starting takes long on a machine that is busy.
        "spark.network.timeout": "600s",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("smsc")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    session.dataSource.register(SmscDataSource)
    yield session
    session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred files of the cases with `all=2`, in all formats, and one that is no reply."""
    return written(tmp_path_factory.mktemp("replies"), 99)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of each case, and one that is no reply: Spark takes a while for each file."""
    return written(tmp_path_factory.mktemp("few"), len(OF_FOLDER))


def written(folder: Path, count: int) -> Path:
    assert {case.query["fmt"] for case in OF_FOLDER} == {0, 1, 2, 3} and 20 < len(OF_FOLDER) <= count
    for number, case in enumerate(islice(cycle(OF_FOLDER), count)):
        content = gzip.compress(case.body) if number % 7 == 0 else case.body
        (folder / f"{number:03}.txt").write_bytes(content)
    (folder / "broken.txt").write_bytes(b"\x00\xff<html>")
    return folder


def rows(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict() for row in frame.collect()]


def in_order(rows: list[dict[str, Any]]) -> list[str]:
    """Returns rows in an order that does not depend on who was first."""
    return sorted(json.dumps(row, default=str, sort_keys=True) for row in rows)


def replies(spark: SparkSession) -> Any:
    """Returns the reader for the folder."""
    return spark.read.format("smsc").options(all=2, charset="utf-8")


def locally(folder: Path, **options: Any) -> list[dict[str, Any]]:
    """Returns the rows of the folder that pyarrow reads."""
    return pyarrow.table(scan(folder, all=2, charset="utf-8", **options)).to_pylist()  # type: ignore[no-any-return]


def utc(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns rows with seconds for times, whose zone Spark leaves out."""
    aware = {"last_timestamp", "send_timestamp"}
    return [{name: value.timestamp() if name in aware and value else value for name, value in row.items()} for row in rows]


def test_a_folder_of_many_formats(spark: SparkSession, folder: Path) -> None:
    frame = replies(spark).load(str(folder))
    expected = locally(folder)
    found = rows(frame)
    assert in_order(utc(found)) == in_order(utc(expected)) and len(expected) > 100
    assert {Path(row["source"]).name for row in found} >= {"broken.txt"}
    assert [row["malformed"] for row in found if row["source"].endswith("broken.txt")][0] is not None
    assert frame.rdd.getNumPartitions() == len(list(folder.iterdir()))


def test_the_types(spark: SparkSession, few: Path) -> None:
    frame = spark.read.format("smsc").option("columns", "status, cost,last_timestamp,is_final,id,message").load(str(few))
    types = [("status", "int"), ("cost", "decimal(18,4)"), ("last_timestamp", "timestamp"), ("is_final", "boolean"), ("id", "bigint")]
    assert frame.dtypes == [*types, ("message", "string")]
    path = few.parent / "one.txt"
    path.write_bytes(LINE.format(7).encode("cp1251"))
    row = spark.read.format("smsc").option("all", 2).option("FMT", 1).load(str(path)).first()
    assert row is not None
    assert (row.status, row.cost, row.operator, row.is_final, row.id) == (1, Decimal("2.1200"), "МТС", True, 7)
    assert isinstance(row.last_timestamp, datetime) and row.last_timestamp.timestamp() == 1760080210


def test_columns_of_a_schema(spark: SparkSession, few: Path) -> None:
    frame = replies(spark).schema("id bigint, operator string").load(str(few))
    assert in_order(rows(frame)) == in_order(locally(few, columns=["id", "operator"]))
    for schema, reason in (("id int", "expected the type bigint for the column id, not int"), ("ids string", "perhaps 'id'")):
        with pytest.raises(PySparkException, match=reason):
            spark.read.format("smsc").schema(schema).load(str(few)).collect()


def test_conditions(spark: SparkSession, few: Path) -> None:
    frame = replies(spark).load(str(few))
    expected = locally(few)
    tried: list[tuple[Any, Any]] = [
        (F.col("status") == 1, lambda row: row["status"] == 1),
        (F.col("status").isin(1, 20) & (F.col("cost") > Decimal("1.5")), lambda row: row["status"] in (1, 20) and (row["cost"] or 0) > 1.5),
        (~F.col("status").isin(1, 20), lambda row: row["status"] is not None and row["status"] not in (1, 20)),
        (F.col("malformed").isNotNull(), lambda row: row["malformed"] is not None),
        (F.col("last_timestamp") > F.lit("2025-10-10").cast("timestamp"), lambda row: row["last_timestamp"] and row["last_timestamp"].timestamp() > 1760054400),
        (F.col("is_final") | F.col("message").startswith("a"), lambda row: row["is_final"] or (row["message"] or "").startswith("a")),
    ]
    for condition, holds in tried:
        found = rows(frame.where(condition))
        assert in_order(utc(found)) == in_order(utc([row for row in expected if holds(row)])), condition
        assert found
    assert frame.where("status = 20").agg(F.sum("sms_cnt")).collect() is not None


def test_a_long_file_is_split(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    content = "".join(LINE.format(number) for number in range(1, 60_001)).encode("cp1251")
    path.write_bytes(content)
    frame = spark.read.format("smsc").options(fmt=1, all=2, part_bytes=1 << 20, columns="id,line_offset,source").load(f"file://{path}")
    assert frame.rdd.getNumPartitions() >= 3
    found = sorted((row.id, row.line_offset) for row in frame.collect())
    assert [id for id, _ in found] == list(range(1, 60_001))
    starts = [0, *(at + 1 for at, byte in enumerate(content[:-1]) if byte == 10)]
    assert [offset for _, offset in found] == starts
    assert frame.limit(3).count() == 3


def test_files_that_spark_has_fetched(spark: SparkSession, few: Path) -> None:
    files = spark.read.format("binaryFile").load(str(few))
    found = rows(map_files(files, all=2, charset="utf-8"))
    expected = locally(few)
    for row in [*found, *expected]:
        row["source"] = Path(row["source"]).name
    assert in_order(utc(found)) == in_order(utc(expected))
    failed = map_files(files, all=2, charset="utf-8", columns=["id", "state"], where=[("state", "==", "failed")])
    assert failed.dtypes == [("id", "bigint"), ("state", "string")]
    assert in_order(rows(failed)) == in_order(locally(few, columns=["id", "state"], where=[("state", "==", "failed")]))


@pytest.mark.parametrize(("options", "reason"), [({"al": 2}, "option: expected one of fmt, all"), ({"all": "two"}, "all: expected a number"), ({"multi": "maybe"}, "multi: expected true or false"), ({"columns": "operater"}, "perhaps 'operator'")])
def test_options_that_do_not_fit(spark: SparkSession, few: Path, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(PySparkException, match=reason):
        spark.read.format("smsc").options(**options).load(str(few)).collect()


def test_files_that_cannot_be_read(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(PySparkException, match="No such file or directory"):
        spark.read.format("smsc").load(str(tmp_path / "none")).collect()
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"1,1760080210,0,101,79990000001\n" * 100)[:-20])
    with pytest.raises(PySparkException, match=r"cannot read .*cut\.gz"):
        spark.read.format("smsc").load(str(tmp_path)).collect()
