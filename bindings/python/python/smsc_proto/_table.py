"""The table for people."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from smsc_proto import ApiError, Deleted, MalformedReply, Missing, Status
from smsc_proto._labels import UNKNOWN, in_short, next_move
from smsc_proto._native import row_title, width
from smsc_proto._visible import visible

# From how many rows the widths of the columns are taken, and how many bytes of them may wait for that.
SAMPLE = 200
MOST_WAITING = 1 << 22
HEADINGS = ["ID", "PHONE", "STATUS", "ERROR", "OUTCOME", "WHEN", "COST", "TEXT"]
ID, PHONE, STATUS, ERROR, OUTCOME, WHEN, COST, TEXT = range(8)
GAP = "  "
WIDEST = 40
# What a narrow terminal takes away, in this order: a column is cut down to so many characters, or left out.
CUTS = [
    (TEXT, 20),
    (ERROR, 16),
    (COST, 0),
    (TEXT, 16),
    (WHEN, 0),
    (STATUS, 12),
    (TEXT, 12),
    (ERROR, 12),
    (STATUS, 8),
    (TEXT, 8),
    (ERROR, 8),
    (TEXT, 0),
    (ERROR, 0),
    (OUTCOME, 8),
]
GOOD, WAITING, BAD, PLAIN, BOLD = "\x1b[32m", "\x1b[33m", "\x1b[31m", "", "\x1b[1m"
STYLES = {"delivered": GOOD, "pending": WAITING, "failed": BAD, "unknown": PLAIN}
# The last second that the command shows as a date.
LAST_DATE = 253_402_207_200


class Row(NamedTuple):
    """The cells of a record, or a line of its own."""

    cells: list[str]
    style: str
    is_heading: bool = False

    @property
    def is_line(self) -> bool:
        return len(self.cells) == 1


class Table:
    """Takes the items of a reply, and prints them when it knows how wide the columns are."""

    def __init__(self, line: Callable[[str], None], lang: str, is_coloured: bool, width: int | None) -> None:
        self.line = line
        self.lang = lang
        self.is_coloured = is_coloured
        self.width = width
        self.waiting: list[Row] = []
        self.waiting_bytes = 0
        self.widths: list[int | None] | None = None
        self.records = self.ambiguous = self.malformed = 0

    def add(self, item: Any) -> None:
        row = self.row(item)
        if self.widths is not None:
            self.print(row, self.widths)
            return
        self.waiting.append(row)
        self.waiting_bytes += sum(len(cell.encode()) for cell in row.cells)
        if len(self.waiting) >= SAMPLE or self.waiting_bytes >= MOST_WAITING:
            self.begin()

    def finish(self) -> bool:
        """Prints what is left; says whether anything was malformed."""
        if self.widths is None:
            self.begin()
        # What is no reply at all has been said already.
        if self.ambiguous + self.malformed and self.records:
            footer = f"\n{self.records} read"
            if self.ambiguous:
                footer += f", {self.ambiguous} ambiguous (marked ?: its fields may end elsewhere)"
            if self.malformed:
                footer += f", {self.malformed} malformed"
            self.line(footer)
        return self.malformed != 0

    def row(self, item: Any) -> Row:
        match item:
            case Status():
                return self.record(item)
            case Missing(id, phone):
                return Row([str(id), visible(phone), "did not come back", "", "", "", "", ""], BAD)
            case MalformedReply():
                self.malformed += 1
                return Row([f"malformed: {item}"], BAD)
            case ApiError():
                return Row([refused(item, self.lang)], BAD)
            case Deleted():
                return Row(["deleted"], PLAIN)
        raise TypeError(type(item).__name__)

    def record(self, status: Status) -> Row:
        self.records += 1
        fields, outcome = status.to_dict(), status.outcome
        marks = "(not asked for) " if status.unasked else ""
        if not status.message_is_certain:
            self.ambiguous += 1
            marks += "? "
        cells = [
            str(fields.get("id", "")),
            visible(status.phone),
            self.named(status.status),
            self.named(status.err) if status.err else "",
            in_short(outcome, self.lang),
            when(status, fields),
            fields.get("cost", ""),
            marks + text(status),
        ]
        return Row(cells, STYLES[outcome.state])

    def named(self, code: Any) -> str:
        return title(code, self.lang) or f"{UNKNOWN.get(self.lang)} ({code})"

    def begin(self) -> None:
        """Prints the headings and the rows that waited for the widths."""
        rows, self.waiting = self.waiting, []
        records = [row for row in rows if not row.is_line]
        widths = [max((min(width(row.cells[at]), WIDEST) for row in records), default=0) for at in range(len(HEADINGS))]
        widths = [max(wide, len(heading)) if wide else 0 for wide, heading in zip(widths, HEADINGS, strict=True)]
        self.widths = list(widths) if self.width is None else fit(widths, self.width)
        if records:
            self.print(Row(HEADINGS, BOLD, is_heading=True), self.widths)
        for row in rows:
            self.print(row, self.widths)

    def print(self, row: Row, widths: list[int | None]) -> None:
        if row.is_line:
            self.line(self.styled(row.cells[0], row.style))
            return
        line = ""
        for at, (cell, wide) in enumerate(zip(row.cells, widths, strict=True)):
            # A column that is empty in the sample is not shown, but a later value of it is.
            if wide is None or (wide == 0 and (not cell or row.is_heading)):
                continue
            if self.width is not None and at >= STATUS:
                cell = cut(cell, max(wide, 1))
            pad = " " * (wide - width(cell))
            if row.is_heading or at in (STATUS, ERROR, OUTCOME):
                cell = self.styled(cell, row.style)
            match at:
                case 6:
                    line += pad + cell + GAP
                case 7:
                    line += cell
                case _:
                    line += cell + pad + GAP
        self.line(line.rstrip())

    def styled(self, text: str, style: str) -> str:
        return f"{style}{text}\x1b[0m" if self.is_coloured and text and style else text


def fit(widths: list[int], most: int) -> list[int | None]:
    """Makes the columns fit a terminal: what is left out has no width."""
    fitted: list[int | None] = list(widths)
    for column, least in CUTS:
        gaps = max(sum(wide != 0 for wide in widths) - 1, 0) * len(GAP)
        excess = max(sum(widths) + gaps - most, 0)
        if excess == 0:
            break
        wide = widths[column]
        widths[column] = min(wide, max(wide - excess, least)) if least else 0
        fitted[column] = widths[column] if least or wide == 0 else None
    return fitted


def cut(text: str, room: int) -> str:
    """At most so many columns of a text, with a sign where it was cut."""
    if width(text) <= room:
        return text
    room -= 1
    kept = ""
    for next in text:
        room -= width(next)
        if room < 0:
            break
        kept += next
    return kept + "…"


def title(code: Any, lang: str) -> str | None:
    """The name of a code in any of the languages."""
    return row_title(code._table, code, lang)


def refused(error: ApiError, lang: str) -> str:
    line = f"error {error.code}"
    if name := title(error.code, lang):
        line += f": {name}"
    if error.text is not None:
        line += f" (the server says: {visible(error.text)})"
    if error.id is not None:
        line += f", id {error.id}"
    return f"{line}; {next_move(error.outcome, lang)}"


def when(status: Status, fields: dict[str, Any]) -> str:
    """When the status last changed: the instant in UTC, or the local date as the server wrote it."""
    seconds = status.last_timestamp
    if seconds is None:
        return visible(fields.get("last_date"))
    return str(seconds) if seconds > LAST_DATE else f"{status.changed_at:%Y-%m-%d %H:%M:%SZ}"


def text(status: Status) -> str:
    """The message, or the network of an HLR answer."""
    if not status.is_hlr:
        return visible(status.message)
    home = ", ".join(visible(name) for name in (status.net, status.cn) if name)
    roaming = ", ".join(visible(name) for name in (status.rnet, status.rcn) if name)
    code = visible(status.mcc) + visible(status.mnc)
    parts = [code, home, f"roaming: {roaming}" if roaming else "", visible(status.message)]
    return ", ".join(part for part in parts if part)


def is_coloured(is_terminal: bool) -> bool:
    """Whether colours may be used, by the variables that commands have agreed on."""
    said = os.environ.get
    if said("NO_COLOR"):
        return False
    if said("CLICOLOR_FORCE"):
        return True
    if said("CLICOLOR") == "0" or not is_terminal:
        return False
    return said("TERM", "dumb") != "dumb" or "CLICOLOR" in os.environ or "CI" in os.environ


def terminal_width() -> int | None:
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return None
