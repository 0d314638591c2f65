"""A reply as a table of HTML, which notebooks show."""

from html import escape
from typing import Any

from smsc_proto._items import ApiError, Deleted, MalformedReply, Missing
from smsc_proto._native import Record, Reply

# A notebook stores what it shows, so a long reply is not shown completely.
MAX = 20
COLUMNS = ("id", "status", "err", "outcome", "changed_at", "cost")


def table(reply: Reply) -> str:
    """Returns a reply as a table, without phones and texts: whoever gets the notebook sees them."""
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    rows = "".join(f"<tr>{cells(item)}</tr>" for item in reply[:MAX])
    more = f"; the first {MAX} are shown" if len(reply) > MAX else ""
    caption = escape(repr(reply).strip("<>") + more)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def cells(item: Any) -> str:
    """Returns the cells of an item."""
    match item:
        case Record():
            outcome = item.outcome
            what = f"{outcome.state}: {outcome.title()}"
            values = (item.id, named(item.status), named(item.err), what, item.changed_at, item.cost)
            return "".join(f"<td>{shown(value)}</td>" for value in values)
        case Missing():
            what = "missing"
        case MalformedReply():
            what = f"malformed: {item}"
        case ApiError():
            what = str(item)
        case Deleted():
            what = "deleted"
    id = getattr(item, "id", None)
    return f'<td>{shown(id)}</td><td colspan="{len(COLUMNS) - 1}">{shown(what)}</td>'


def named(code: Any) -> str | None:
    """Returns a code with its name."""
    if code is None:
        return None
    return f"{code} {code.name}" if code.name else str(code)


def shown(value: Any) -> str:
    """Returns a value as HTML; nothing for ``None``."""
    return "" if value is None else escape(str(value))
