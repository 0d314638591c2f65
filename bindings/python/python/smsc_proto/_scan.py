"""``scan``: replies as tables for other libraries."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from smsc_proto import _native
from smsc_proto._files import replace
from smsc_proto._origins import Origin, Source, origins
from smsc_proto._report import Day, Report, day
from smsc_proto.types import All, Charset, Condition, Fmt, Kind, TableColumn

if TYPE_CHECKING:
    import polars


def scan(
    sources: Source | Iterable[Source],
    *,
    fmt: Fmt | None = None,
    all: All = 0,
    multi: bool = True,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
    columns: Iterable[TableColumn] | None = None,
    where: Iterable[Condition] | None = None,
    dictionary: bool = False,
    batch_rows: int = 16_384,
    n_rows: int | None = None,
    threads: int | None = None,
) -> "Scan":
    """Returns replies as one table, which DuckDB, Polars, pyarrow and others read directly.

    ``sources`` is a path, a folder, a glob such as ``"replies/**/*.txt"``, a URL if fsspec is
    installed, the bytes of a body, a file that is opened in binary mode, or several of these. A
    folder stands for all files in it and below, sorted, without hidden ones. Files that are
    compressed with gzip or zstd are decompressed.

    ``all``, ``multi``, ``charset`` and ``kind`` are those of ``parse``, but ``multi`` is true unless
    it is set. Without ``fmt``, the first bytes of each reply tell its format.

    The table has a row for each record, and one for each malformed line (its ``malformed`` says
    why), API error (``error_code``) and confirmed deletion (``result``), so that nothing is lost.
    ``columns`` are the names of the columns, all of them by default; others are not decoded.
    ``where`` are conditions that a row must meet, all of them: ``("status", "==", 20)``, with the
    operators ``==``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``in``, ``not in``, ``is null`` and ``is
    not null``. With ``dictionary``, columns of few different texts, such as ``operator``, are
    dictionaries. ``n_rows`` is the greatest number of rows.

    Rows are read as they are asked for, at most ``batch_rows`` at a time: a batch, and about two more
    for each thread, are in memory, however long the replies are. ``threads`` parse them, by default
    one for each processor and at most 8; with 1, or with ``n_rows``, the thread that asks for the rows
    parses them itself. The rows have the same order in any case. Each use reads the replies again; a file
    object is read from where it is now, and one that is not seekable can be used once.

    Raises ``TypeError`` and ``ValueError`` for options that do not fit, and ``FileNotFoundError``
    for a path, folder or glob without a file. A file that cannot be read raises an error of the
    library that reads the table, with the name of the file, after the rows before that.

    >>> from smsc_proto import scan
    >>> body = b"1,1760080210,0,101,79990000001\\n20,1760080211,1,102,79990000002\\n"
    >>> replies = scan(body, columns=["id", "status", "cause"], where=[("state", "==", "failed")])
    >>> replies.schema
    {'id': 'int64', 'status': 'int32', 'cause': 'string'}
    >>> import polars
    >>> polars.DataFrame(replies).rows()
    [(102, 20, 'recipient')]
    """
    options: dict[str, Any] = {
        "fmt": fmt,
        "all": all,
        "multi": multi,
        "charset": charset,
        "kind": kind,
        "columns": kept(columns),
        "where": kept(where),
        "dictionary": dictionary,
        "batch_rows": batch_rows,
        "n_rows": n_rows,
        "threads": threads,
    }
    return Scan(origins(sources), options)


def kept(value: Any) -> Any:
    """Returns the elements of an iterable, which may be one that ends.

    Anything else is returned unchanged: the native module says what is wrong with it.
    """
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


class Scan:
    """Replies as a table, from ``scan``. Each use reads them from the start.

    It has the methods of Arrow's PyCapsule interface, so that every library that knows it takes a
    ``Scan``: ``polars.DataFrame(scan)``, ``pyarrow.table(scan)``,
    ``duckdb.sql("from scan")``, ``pandas.DataFrame.from_arrow(scan)``.
    """

    __slots__ = ("__weakref__", "_options", "_origins", "_scanner")

    def __init__(self, origins: list[Origin], options: dict[str, Any]) -> None:
        self._origins = origins
        self._options = options
        self._scanner = _native.Scanner(origins, **options)

    @property
    def schema(self) -> dict[TableColumn, str]:
        """Returns the columns, in their order, with the names of their types.

        >>> from smsc_proto import scan
        >>> scan(b"", columns=["cost", "last_timestamp"]).schema
        {'cost': 'decimal128(18, 4)', 'last_timestamp': 'timestamp[us, tz=UTC]'}
        """
        return self._scanner.schema

    @property
    def sources(self) -> list[str]:
        """Returns the names of the replies, which are the values of the column ``source``."""
        return [origin if isinstance(origin, str) else origin[0] for origin in self._origins]

    def __arrow_c_schema__(self) -> object:
        """Returns the schema for a library that knows Arrow."""
        return self._scanner.c_schema()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Returns the rows for a library that knows Arrow.

        The stream has the schema of the table, whatever ``requested_schema`` is.
        """
        return self._scanner.c_stream()

    def polars(self) -> "polars.LazyFrame":
        """Returns a lazy frame of Polars, which reads no more rows and columns than a query needs.

        >>> import polars
        >>> from smsc_proto import scan
        >>> frame = scan(b"1,1760080210,0,101,79990000001\\n20,1760080211,1,102,79990000002\\n").polars()
        >>> frame.filter(polars.col("status") == 20).select("id", "phone").collect().rows()
        [(102, '79990000002')]
        """
        from smsc_proto._polars import lazy_frame

        return lazy_frame(self)

    def duckdb(self, connection: Any, name: str) -> None:
        """Registers the table in a connection of DuckDB under a name.

        A query with ``limit`` stops reading early. DuckDB reads all columns of the table: name
        those that queries need in ``columns``.

        >>> import duckdb  # doctest: +SKIP
        >>> connection = duckdb.connect()  # doctest: +SKIP
        >>> scan("replies/*.txt", all=1).duckdb(connection, "replies")  # doctest: +SKIP
        >>> connection.sql("select operator, count(*) from replies group by 1")  # doctest: +SKIP
        """
        connection.register(name, self)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Writes the table to a Parquet file, a batch at a time.

        pyarrow writes it, or Polars or DuckDB if pyarrow is not installed. An existing file is
        replaced once the new one is complete.

        Raises ``ImportError`` if none of them is installed.
        """
        from smsc_proto._parquet import write

        write(self, path)

    def report(
        self,
        previous: "Scan | None" = None,
        *,
        currency: str | None = None,
        tz: str | None = None,
        start: Day = None,
        end: Day = None,
        merged: bool = False,
        statistics: bytes | None = None,
        suppress: str | os.PathLike[str] | None = None,
    ) -> Report:
        """Returns a report of delivery, causes, times and cost of the messages.

        ``previous`` are the replies of the period before, to compare with. ``start`` and ``end`` are
        the first and the last day of sending that count, each a ``date`` or a text such as
        ``"2026-11-30"``; messages without the time of their sending are left out then. ``tz`` is the
        zone of days and hours, such as ``"Europe/Moscow"`` or ``"+03:00"``: without it that of the
        account if replies in fmt 2 or 3 show it, or else UTC. ``currency`` is that of the cost, which
        no reply has. ``statistics`` is the body of a reply to ``statistics_request``, in fmt 3, to
        compare with.

        Reports of one message are merged, which takes about 100 bytes of memory for each message.
        ``merged`` says that each message is there once; a period needs ``tz`` then.

        ``suppress`` is the file for the phones not to be written to any more, which its owner alone
        can read: CSV with ``phone,reason,since,times``. The report itself has no phone.

        The replies are read once, without the interpreter lock; Ctrl-C ends that. Conditions of the
        scan and ``n_rows`` hold, and its columns make no difference.

        Raises ``ValueError`` for a zone, a period or statistics that are wrong, ``TypeError`` for values
        of another type, and ``OSError`` for a file that cannot be read.

        >>> from smsc_proto import scan
        >>> scan(b"1,1760080210,0,101,79990000001\\n0,1760080202,0,101,79990000001\\n").report()
        Report(1 messages, 1 delivered)
        """
        if not (previous is None or isinstance(previous, Scan)):
            message = f"previous: expected a Scan or None, not {type(previous).__name__}"
            raise TypeError(message)
        wanted = {
            "currency": currency,
            "tz": tz,
            "start": day(start, "start"),
            "end": day(end, "end"),
            "merged": merged,
            "statistics": statistics,
        }
        report = self._scanner.report(None if previous is None else previous._scanner, wanted)
        if suppress is not None:
            replace(suppress, report.suppression(), 0o600)
        return Report(report)

    def __repr__(self) -> str:
        names = self.sources
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        return f"Scan({names[0]!r}{more}, {len(self.schema)} columns)"

    def _with(self, **options: Any) -> "Scan":
        """Returns a scan of the same replies with other options."""
        return Scan(self._origins, self._options | options)

    def _batches(self) -> Iterator[_native.Batch]:
        """Returns the rows in batches."""
        return self._scanner.batches()
