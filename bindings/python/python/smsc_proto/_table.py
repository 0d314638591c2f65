"""The output format of a table for people."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from smsc_proto import ApiError, Deleted, MalformedReply, Missing, Record
from smsc_proto._labels import HISTORY_CRC, HISTORY_FORMAT, HISTORY_KEY, UNKNOWN, next_step, short_label
from smsc_proto._native import row_title, visible, width

# The number of rows from which the widths of the columns are computed.
SAMPLE_ROWS = 200
# The number of bytes from which on the rows of the sample are printed earlier.
SAMPLE_BYTES = 1 << 22
COLUMNS = 11
# INT_ID, FORMAT and CRC are the columns of the history. In other replies they are empty, and so left
# out.
ID, INT_ID, FORMAT, CRC, PHONE, STATUS, ERROR, OUTCOME, WHEN, COST, TEXT = range(COLUMNS)
GAP = "  "
# The greatest width that the sample can set for a column.
MAX_WIDTH = 40
# How columns are narrowed for a narrow terminal, in this order: (column, minimum width). A column
# with the minimum 0 is left out.
CUTS = [
    (CRC, 0),
    (FORMAT, 0),
    (TEXT, 20),
    (ERROR, 16),
    (COST, 0),
    (TEXT, 16),
    (WHEN, 0),
    (INT_ID, 0),
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
# The last timestamp that is printed as a date. Later ones are printed as numbers.
LAST_DATE = 253_402_207_200


class Row(NamedTuple):
    """The cells of a record, or a single cell that is printed as a line of text."""

    cells: list[str]
    style: str
    is_heading: bool = False

    @property
    def is_line(self) -> bool:
        return len(self.cells) == 1


class Table:
    """A printer of a table, with columns as wide as the first rows require.

    The rows of the sample are kept until the widths are known, and then printed.
    """

    def __init__(self, line: Callable[[str], None], lang: str, is_coloured: bool, width: int | None) -> None:
        self.line = line
        self.lang = lang
        self.headings = headings(lang)
        self.is_coloured = is_coloured
        self.width = width
        self.sample: list[Row] = []
        self.sample_bytes = 0
        self.widths: list[int | None] | None = None
        self.records = self.ambiguous = self.malformed = 0

    def add(self, item: Any) -> None:
        """Adds an item of the reply."""
        row = self.row(item)
        if self.widths is not None:
            self.print(row, self.widths)
            return
        self.sample.append(row)
        self.sample_bytes += sum(len(cell.encode()) for cell in row.cells)
        if len(self.sample) >= SAMPLE_ROWS or self.sample_bytes >= SAMPLE_BYTES:
            self.print_sample()

    def finish(self) -> bool:
        """Prints the rest. Returns whether an item was malformed."""
        if self.widths is None:
            self.print_sample()
        # A body that is not a reply is one line, to which counts would add nothing.
        if self.ambiguous + self.malformed and self.records:
            footer = f"\n{self.records} read"
            if self.ambiguous:
                footer += f", {self.ambiguous} ambiguous (marked ?: its fields may end elsewhere)"
            if self.malformed:
                footer += f", {self.malformed} malformed"
            self.line(footer)
        return self.malformed != 0

    def row(self, item: Any) -> Row:
        """Returns the row of an item."""
        match item:
            case Record():
                return self.record(item)
            case Missing(id, phone):
                cells = [""] * COLUMNS
                cells[ID], cells[PHONE], cells[STATUS] = str(id), visible(phone), "missing"
                return Row(cells, BAD)
            case MalformedReply():
                self.malformed += 1
                return Row([f"malformed: {item}"], BAD)
            case ApiError():
                return Row([api_error_line(item, self.lang)], BAD)
            case Deleted():
                return Row(["deleted"], PLAIN)
        raise TypeError(type(item).__name__)

    def record(self, record: Record) -> Row:
        """Returns the row of a record."""
        self.records += 1
        fields, outcome = record.to_dict(), record.outcome
        marks = "(unexpected) " if record.unexpected else ""
        if record.is_ambiguous:
            self.ambiguous += 1
            marks += "? "
        cells = [
            str(fields.get("id", "")),
            str(fields.get("int_id", "")),
            visible(record.format),
            visible(record.crc),
            visible(record.phone),
            self.title(record.status),
            self.title(record.err) if record.err else "",
            short_label(outcome, self.lang),
            when(record, fields),
            fields.get("cost", ""),
            marks + text(record),
        ]
        return Row(cells, STYLES[outcome.state])

    def title(self, code: Any) -> str:
        """Returns the title of a code, or a text with the number of an unknown code."""
        return title(code, self.lang) or f"{UNKNOWN.get(self.lang)} ({code})"

    def print_sample(self) -> None:
        """Computes the widths of the columns, and prints the headings and the sample."""
        rows, self.sample = self.sample, []
        records = [row for row in rows if not row.is_line]
        widths = [max((min(width(row.cells[at]), MAX_WIDTH) for row in records), default=0) for at in range(COLUMNS)]
        widths = [max(wide, len(heading)) if wide else 0 for wide, heading in zip(widths, self.headings, strict=True)]
        self.widths = list(widths) if self.width is None else fit(widths, self.width)
        if records:
            self.print(Row(self.headings, BOLD, is_heading=True), self.widths)
        for row in rows:
            self.print(row, self.widths)

    def print(self, row: Row, widths: list[int | None]) -> None:
        """Prints a row. A column whose width is ``None`` is left out."""
        if row.is_line:
            self.line(self.styled(row.cells[0], row.style))
            return
        line = ""
        for at, (cell, wide) in enumerate(zip(row.cells, widths, strict=True)):
            # A column that is empty in the sample has no heading, but a later value in it is
            # printed.
            if wide is None or (wide == 0 and (not cell or row.is_heading)):
                continue
            if self.width is not None and at >= STATUS:
                cell = cut(cell, max(wide, 1))
            pad = " " * (wide - width(cell))
            if row.is_heading or at in (STATUS, ERROR, OUTCOME):
                cell = self.styled(cell, row.style)
            if at == COST:
                line += pad + cell + GAP
            elif at == TEXT:
                line += cell
            else:
                line += cell + pad + GAP
        self.line(line.rstrip())

    def styled(self, text: str, style: str) -> str:
        return f"{style}{text}\x1b[0m" if self.is_coloured and text and style else text


def headings(lang: str) -> list[str]:
    """Returns the headings of the columns. Only those of the history are in the language."""
    history = [label.get(lang) for label in (HISTORY_KEY, HISTORY_FORMAT, HISTORY_CRC)]
    return ["ID", *history, "PHONE", "STATUS", "ERROR", "OUTCOME", "WHEN", "COST", "TEXT"]


def fit(widths: list[int], most: int) -> list[int | None]:
    """Narrows columns until the table fits a terminal. A column that is left out is ``None``."""
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
    """Returns a text cut to a number of terminal columns, with an ellipsis if it was longer."""
    if width(text) <= room:
        return text
    room -= 1
    start = ""
    for next in text:
        room -= width(next)
        if room < 0:
            break
        start += next
    return start + "…"


def title(code: Any, lang: str) -> str | None:
    """Returns the title of a code; ``None`` if the code is unknown."""
    return row_title(code._table, code, lang)


def api_error_line(error: ApiError, lang: str) -> str:
    """Returns the line for an API error."""
    outcome = error.outcome
    line = f"error {error.code}: {outcome.title(lang)}"
    if error.text is not None:
        line += f" (the server says: {visible(error.text)})"
    if error.id is not None:
        line += f", id {error.id}"
    return f"{line}; {next_step(outcome, lang)}"


def when(record: Record, fields: dict[str, Any]) -> str:
    """Returns when the status last changed: in UTC, or the local date as the server wrote it."""
    seconds = record.last_timestamp
    if seconds is None:
        return visible(fields.get("last_date"))
    return str(seconds) if seconds > LAST_DATE else f"{record.changed_at:%Y-%m-%d %H:%M:%SZ}"


def text(record: Record) -> str:
    """Returns the message, or the network of an HLR reply."""
    if not record.is_hlr:
        return visible(record.message)
    home = ", ".join(visible(name) for name in (record.net, record.cn) if name)
    roaming = ", ".join(visible(name) for name in (record.rnet, record.rcn) if name)
    code = visible(record.mcc) + visible(record.mnc)
    parts = [code, home, f"roaming: {roaming}" if roaming else "", visible(record.message)]
    return ", ".join(part for part in parts if part)


def is_coloured(is_terminal: bool) -> bool:
    """Returns whether to use colours, by the usual environment variables."""
    variable = os.environ.get
    if variable("NO_COLOR"):
        return False
    if variable("CLICOLOR_FORCE"):
        return True
    if variable("CLICOLOR") == "0" or not is_terminal:
        return False
    return variable("TERM", "dumb") != "dumb" or "CLICOLOR" in os.environ or "CI" in os.environ


def terminal_width() -> int | None:
    """Returns the width of standard output's terminal in columns; ``None`` if it has none."""
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return None
