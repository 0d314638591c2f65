"""Replies as tables of Spark, which many machines read side by side.

``SmscDataSource`` is a data source of Spark 4 for files that every machine of the cluster can open.
``map_files`` reads what Spark's own ``binaryFile`` has fetched, from HDFS, S3 and the like. This
package has to be installed on every machine, and pyarrow, which Spark needs for both.

>>> from smsc_proto.spark import SmscDataSource  # doctest: +SKIP
>>> spark.dataSource.register(SmscDataSource)  # doctest: +SKIP
>>> replies = spark.read.format("smsc").option("all", 2).load("/shared/replies")  # doctest: +SKIP
>>> replies.groupBy("operator", "state").count().show()  # doctest: +SKIP
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from smsc_proto import _native
from smsc_proto._origins import origins
from smsc_proto._scan import Scan
from smsc_proto.types import All, Charset, Condition, Fmt, Kind, TableColumn

try:
    from pyspark.sql import datasource as ds  # type: ignore[import-untyped,import-not-found,unused-ignore]
except ImportError:
    raise ImportError("smsc_proto.spark needs Spark 4; install it with: pip install 'pyspark[sql]>=4'") from None

__all__ = ["SmscDataSource", "map_files"]

# The number of bytes of a part of a long file.
PART_BYTES = 1 << 27
TYPES = {
    "int32": "int",
    "int64": "bigint",
    "string": "string",
    "bool": "boolean",
    "timestamp[us, tz=UTC]": "timestamp",
    "decimal128(18, 4)": "decimal(18,4)",
}
FLAGS = {"true": True, "false": False}
# How each option is read. `path` and `paths` are Spark's own.
OPTIONS: dict[str, Callable[[str], Any]] = {
    "fmt": int,
    "all": int,
    "multi": lambda text: FLAGS[text.lower()],
    "charset": str,
    "kind": str,
    "columns": lambda text: tuple(name.strip() for name in text.split(",")),
    "batch_rows": int,
    "part_bytes": int,
}
DEFAULTS = {
    "fmt": None,
    "all": 0,
    "multi": True,
    "charset": "windows-1251",
    "kind": None,
    "columns": None,
    "where": None,
    "dictionary": False,
    "batch_rows": 16_384,
    "n_rows": None,
    # Spark reads partitions side by side.
    "threads": 1,
}
# What decides where a long file can be split.
OF_QUERY = ("fmt", "all", "multi", "charset", "kind")


class SmscDataSource(ds.DataSource):  # type: ignore[misc,unused-ignore]
    """A data source of Spark for the replies in files: ``spark.read.format("smsc")``.

    The options are those of ``smsc_proto.scan``: ``fmt``, ``all``, ``multi``, ``charset``, ``kind``,
    ``columns`` (names with commas between them) and ``batch_rows``. A schema that is passed to
    ``spark.read.schema`` chooses columns as well. Each file is a partition; a batch in fmt 0 or 1
    that is longer than twice ``part_bytes`` (128 MiB) is split into several.

    Every machine opens the files by the same paths. Spark itself checks the conditions of a query: up to
    4.3 it passes those of one query on to the next one of the same data frame, so that rows would be
    missing. ``map_files`` has ``where``.
    """

    @classmethod
    def name(cls) -> str:
        """Returns the name of the format."""
        return "smsc"

    def schema(self) -> str:
        """Returns the columns of the table."""
        return ddl(Scan([], scan_options(self.options)))

    def reader(self, schema: Any) -> "Reader":
        """Returns a reader of the columns of a schema."""
        return Reader(self.options, schema)


class Reader(ds.DataSourceReader):  # type: ignore[misc,unused-ignore]
    """Reads the columns of a schema, each part of the files by itself."""

    def __init__(self, options: Mapping[str, str], schema: Any) -> None:
        self.options = scan_options(options) | {"columns": tuple(schema.fieldNames())}
        self.paths = json.loads(options["paths"]) if "paths" in options else [options.get("path", "")]
        self.part_bytes = read_option("part_bytes", options.get("part_bytes", str(PART_BYTES)))
        types = Scan([], self.options).schema
        for field in schema.fields:
            if field.dataType.simpleString() != TYPES[types[field.name]]:
                found, expected = field.dataType.simpleString(), TYPES[types[field.name]]
                raise ValueError(f"schema: expected the type {expected} for the column {field.name}, not {found}")

    def partitions(self) -> list[Any]:
        """Returns the parts of the files."""
        query = {name: self.options[name] for name in OF_QUERY}
        parts: list[Any] = []
        for origin in origins([path if "://" in path else os.path.abspath(path) for path in self.paths]):
            if isinstance(origin, str):
                found = _native.split_file(origin, **query, part_bytes=self.part_bytes)
                parts += [origin if part is None else (origin, *part) for part in found]
            else:
                parts.append(origin)
        return [ds.InputPartition(part) for part in parts]

    def read(self, partition: Any) -> Iterator[Any]:
        """Yields the batches of a part."""
        import pyarrow  # type: ignore[import-untyped,import-not-found,unused-ignore]

        scan = Scan([partition.value], self.options)
        yield from pyarrow.RecordBatchReader.from_stream(scan)


def map_files(
    files: Any,
    *,
    fmt: Fmt | None = None,
    all: All = 0,
    multi: bool = True,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
    columns: Iterable[TableColumn] | None = None,
    where: Iterable[Condition] | None = None,
    batch_rows: int = 16_384,
) -> Any:
    """Returns the replies of files that Spark has fetched as a data frame.

    ``files`` is a data frame of Spark's ``binaryFile``. Each file is in memory as a whole, and has
    less than 2 GB. The options are those of ``smsc_proto.scan``.

    >>> files = spark.read.format("binaryFile").load("s3a://bucket/replies/*.txt.gz")  # doctest: +SKIP
    >>> map_files(files, all=2, columns=["id", "state"]).show()  # doctest: +SKIP
    """
    options = DEFAULTS | {
        "fmt": fmt,
        "all": all,
        "multi": multi,
        "charset": charset,
        "kind": kind,
        "columns": None if columns is None else tuple(columns),
        "where": None if where is None else tuple(where),
        "batch_rows": batch_rows,
    }
    schema = ddl(Scan([], options))

    def rows(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        for batch in batches:
            for path, content in zip(batch.column("path"), batch.column("content"), strict=True):
                scan = Scan([(path.as_py(), content.as_py())], options)
                yield from pyarrow.RecordBatchReader.from_stream(scan)

    return files.select("path", "content").mapInArrow(rows, schema)


def ddl(scan: Scan) -> str:
    """Returns the columns of a table as Spark writes them."""
    return ", ".join(f"`{name}` {TYPES[type]}" for name, type in scan.schema.items())


def scan_options(options: Mapping[str, str]) -> dict[str, Any]:
    """Returns the options of a scan."""
    given = {name.lower(): text for name, text in options.items() if name.lower() not in ("path", "paths")}
    for name in given:
        if name not in OPTIONS:
            raise ValueError(f"option: expected one of {', '.join(OPTIONS)}")
    return DEFAULTS | {name: read_option(name, text) for name, text in given.items() if name != "part_bytes"}


def read_option(name: str, text: str) -> Any:
    """Returns the value of an option."""
    try:
        return OPTIONS[name](text)
    except (KeyError, ValueError):
        expected = "true or false" if name == "multi" else "a number"
        raise ValueError(f"{name}: expected {expected}") from None
