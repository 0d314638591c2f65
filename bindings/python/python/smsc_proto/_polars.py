"""Tables as lazy frames of Polars."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars

    from smsc_proto._scan import Scan


def lazy_frame(scan: "Scan") -> "polars.LazyFrame":
    """Returns a lazy frame that reads a table as a query needs it."""
    try:
        import polars
        from polars.io.plugins import register_io_source
    except ImportError:
        raise ImportError("scan: polars() needs the package polars; install it with: pip install polars") from None

    def frames(
        with_columns: list[str] | None, predicate: "polars.Expr | None", n_rows: int | None, batch_size: int | None
    ) -> "Iterator[polars.DataFrame]":
        # A condition may need columns that the result lacks.
        needed = list(scan.schema) if with_columns is None else list(with_columns)
        needed += [name for name in (predicate.meta.root_names() if predicate is not None else ()) if name not in needed]
        rows = min((limit for limit in (scan._options["n_rows"], n_rows) if limit is not None), default=None)
        batch_rows = min(batch_size or scan._options["batch_rows"], scan._options["batch_rows"])
        for batch in scan._with(columns=needed, n_rows=rows, batch_rows=batch_rows)._batches():
            frame = polars.DataFrame(batch)
            if predicate is not None:
                frame = frame.filter(predicate)
            yield frame if with_columns is None else frame.select(with_columns)

    schema = polars.DataFrame(scan._with(n_rows=0)).schema
    return register_io_source(frames, schema=schema, is_pure=True)
