"""Tables as Parquet files."""

import contextlib
import os
from typing import TYPE_CHECKING, Any

from smsc_proto._files import unfinished

if TYPE_CHECKING:
    from smsc_proto._scan import Scan


# The number of rows of a row group, at least: small ones make long files, and slow queries.
ROW_GROUP = 65_536


def write(scan: "Scan", path: "str | os.PathLike[str]") -> None:
    """Writes a table with the first library that is installed."""
    for of_library in (of_pyarrow, of_polars, of_duckdb):
        with contextlib.suppress(ImportError):
            write_file = of_library()
            break
    else:
        message = "scan: to_parquet() needs pyarrow, polars or duckdb; install one of them with: pip install pyarrow"
        raise ImportError(message)
    with unfinished(path) as name:
        write_file(scan, name)


def of_pyarrow() -> Any:
    """Returns the function that writes a file with pyarrow."""
    import pyarrow  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pyarrow.parquet  # type: ignore[import-untyped,import-not-found,unused-ignore]

    def write_file(scan: "Scan", path: str) -> None:
        batches = pyarrow.RecordBatchReader.from_stream(scan)
        with pyarrow.parquet.ParquetWriter(path, batches.schema, compression="zstd") as writer:
            pending: list[Any] = []
            for batch in batches:
                pending.append(batch)
                if sum(part.num_rows for part in pending) >= ROW_GROUP:
                    writer.write_table(pyarrow.Table.from_batches(pending))
                    pending = []
            if pending:
                writer.write_table(pyarrow.Table.from_batches(pending))

    return write_file


def of_polars() -> Any:
    """Returns the function that writes a file with Polars."""
    import polars  # noqa: F401

    return lambda scan, path: scan.polars().sink_parquet(path, compression="zstd")


def of_duckdb() -> Any:
    """Returns the function that writes a file with DuckDB."""
    import duckdb  # type: ignore[import-untyped,import-not-found,unused-ignore]

    def write_file(scan: "Scan", path: str) -> None:
        with duckdb.connect() as connection:
            scan.duckdb(connection, "replies")
            connection.table("replies").write_parquet(path, compression="zstd")

    return write_file
