"""The rows that a table of replies must have, from what ``parse`` returns."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cases import Case

from smsc_proto import ApiError, Flags, MalformedReply, parse
from smsc_proto._items import Item

OUTCOME = ("state", "is_final", "cause", "retry", "retry_after_s", "suppress")
TIMES = ("last_timestamp", "send_timestamp")
# The last second that the columns of times have, in microseconds.
LAST_TIME = (1 << 63) // 1_000_000
LONGEST_COST = Decimal(10) ** 14
BATCH = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\nmalformed\n"


def query_of(case: Case) -> dict[str, Any]:
    """Returns the options of a case that a table has."""
    return {"multi": False, **{name: value for name, value in case.options.items() if name != "ids"}}


def present(row: dict[str, Any]) -> dict[str, Any]:
    """Returns a row without what is null."""
    return {name: value for name, value in row.items() if value is not None}


def expected_rows(case: Case) -> list[dict[str, Any]]:
    """Returns the rows of a case, without ``source`` and the offsets of records."""
    return list(rows_of(case.body, query_of(case)))


def rows_of(body: bytes, options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yields the rows of a body."""
    try:
        for item in parse(body, **options, api_error="return"):
            yield present({**row_of(item), "fmt": options["fmt"]})
    except MalformedReply as error:
        yield {**row_of(error), "fmt": options["fmt"]}


def row_of(item: Item) -> dict[str, Any]:
    """Returns the row of an item."""
    if isinstance(item, MalformedReply):
        # Without the hint, which `parse` adds to an error that it raises.
        return {"malformed": str(MalformedReply(*item.args)), "line_offset": item.span[0]}
    row = item.to_dict()
    if isinstance(row.get("id"), str):
        row["text_id"] = row.pop("id")
    if isinstance(item, ApiError):
        return {**row, **outcome_of(item.outcome), "line_offset": 0}
    if "status" not in row:
        return {**row, "line_offset": 0}
    row["ambiguous"] = row.pop("split", None) is not None
    for name in TIMES:
        if not 0 < row.get(name, 0) < LAST_TIME:
            row[name] = None
    if (flag := row.get("flag")) is not None:
        row |= {"second_balance": Flags(flag).second_balance, "template": Flags(flag).template}
    if (cost := row.get("cost")) is not None:
        row |= {"cost_text": cost, "cost": Decimal(cost) if Decimal(cost) < LONGEST_COST else None}
    return {**row, **outcome_of(item.outcome)}  # type: ignore[union-attr]


def outcome_of(outcome: Any) -> dict[str, Any]:
    """Returns the columns of an outcome."""
    return {name: getattr(outcome, name) for name in OUTCOME}


def seen_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns the rows of a library, with seconds for times, as those of ``expected_rows``."""
    found = []
    for row in rows:
        row = present(row)
        source, offset = row.pop("source"), row["line_offset"]
        assert isinstance(source, str) and isinstance(offset, int)
        if "status" in row:
            del row["line_offset"]
        found.append(row)
    return found
