"""The requested (id, phone) pairs, from a file."""

import csv
import os
from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias

from smsc_proto import _native

COLUMNS = ("id", "phone")
SEPARATORS = ",;\t"
ID = "a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, '.', '-' and '_'"
FORMS = "expected one ID:PHONE a line, or CSV with a header that has the columns id and phone"
# A pair in the form ID:PHONE has one phone and nothing after it. A carriage return inside a line is
# an old line end, after which there would be another pair.
NOT_IN_PHONE = frozenset(",;\r")

Pair: TypeAlias = tuple[int | str, str]


class _File(Protocol):
    def read(self) -> bytes | str: ...


def read_ids(source: str | os.PathLike[str] | _File) -> list[Pair]:
    """Returns the (id, phone) pairs of a file, for the option ``ids`` of ``parse``.

    ``source`` is a path, or a file opened in binary or text mode. The file has one ``ID:PHONE`` a
    line, or is CSV with a header that has the columns ``id`` and ``phone``, in any order and among
    others. The separator of the CSV is a comma, a semicolon or a tab. The file is in UTF-8, with or
    without a byte order mark; blank lines are skipped.

    Raises ``ValueError`` for a line that is not a pair, with the number of the line and what was
    expected there, and for a file without a pair. The message contains no id and no phone. Raises
    ``TypeError`` for a source of another type, and ``OSError`` for a file that cannot be read.

    >>> import io
    >>> from smsc_proto import read_ids
    >>> read_ids(io.BytesIO(b"101:79990000001\\norder-77:+7 999 000-00-02\\n"))
    [(101, '79990000001'), ('order-77', '+7 999 000-00-02')]
    >>> read_ids(io.BytesIO(b"Phone;Name;ID\\n79990000001;Anna;101\\n"))
    [(101, '79990000001')]
    >>> read_ids(io.BytesIO(b"101:79990000001\\n102\\n"))
    Traceback (most recent call last):
    ValueError: line 2: expected one ID:PHONE a line, or CSV with a header that has the columns id and phone
    """
    # Lines end in LF alone, so that str.splitlines would split too much.
    lines = [line + "\n" for line in content(source).split("\n")]
    pairs = list(table(lines) or colon_pairs(lines))
    if not pairs:
        raise ValueError(f"no pair: {FORMS}")
    return pairs


def content(source: Any) -> str:
    """Returns the text of a file, without a byte order mark."""
    if isinstance(source, (str, os.PathLike)):
        with open(source, "rb") as file:
            found: Any = file.read()
    elif hasattr(source, "read"):
        found = source.read()
    else:
        raise TypeError(f"read_ids: expected a path or a file, not {type(source).__name__}")
    if isinstance(found, (bytes, bytearray, memoryview)):
        found = bytes(found)
        try:
            found = found.decode()
        except UnicodeDecodeError as error:
            raise invalid(found.count(b"\n", 0, error.start) + 1, "expected UTF-8") from None
    if not isinstance(found, str):
        raise TypeError(f"read_ids: expected a file that returns bytes or str, not {type(found).__name__}")
    return found.removeprefix("\ufeff")


def colon_pairs(lines: list[str]) -> Iterator[Pair]:
    """Yields the pairs of lines in the form ID:PHONE."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id, colon, phone = line.partition(":")
        if not colon:
            raise invalid(number, FORMS)
        if NOT_IN_PHONE.intersection(phone.strip()):
            raise invalid(number, "expected one ID:PHONE, without a comma, a semicolon or a carriage return in the phone")
        yield pair(number, id, phone)


def table(lines: list[str]) -> Iterator[Pair] | None:
    """Returns an iterator over the pairs of CSV; ``None`` if there is no header with both columns."""
    for separator in SEPARATORS:
        rows = csv_rows(lines, separator)
        try:
            _, header = next(rows, (0, []))
        except ValueError:
            continue
        names = [name.strip().lower() for name in header]
        if all(name in names for name in COLUMNS):
            return table_pairs(rows, [names.index(name) for name in COLUMNS])
    return None


def table_pairs(rows: Iterator[tuple[int, list[str]]], columns: list[int]) -> Iterator[Pair]:
    """Yields the pairs of the rows after the header. ``columns`` has the indices of id and phone."""
    for number, row in rows:
        if len(row) <= max(columns):
            raise invalid(number, "expected as many fields as the header has, at least up to id and phone")
        id, phone = (row[column] for column in columns)
        yield pair(number, id, phone)


def csv_rows(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yields the rows of CSV that are not blank, with the number of the line that each starts in."""
    # The reader accepts a quote that is not closed. It then reads the line that is added here.
    reader = csv.reader([*lines, "end"], delimiter=separator)
    while (number := reader.line_num + 1) <= len(lines):
        try:
            row = next(reader)
        except csv.Error:
            problem = "expected CSV with lines that end in LF or CRLF, and fields of at most 131072 characters"
            raise invalid(number, problem) from None
        if reader.line_num > len(lines):
            raise invalid(number, "expected a closing quote")
        if separator.join(row).strip():
            yield number, row


def pair(number: int, id: str, phone: str) -> Pair:
    """Returns the pair of a line."""
    known = _native.message_id(id.strip())
    phone = phone.strip()
    if known is None:
        raise invalid(number, f"invalid id: expected {ID}")
    if not phone:
        raise invalid(number, "missing phone: expected a phone or an e-mail address")
    try:
        phone.encode()
    except UnicodeEncodeError:
        raise invalid(number, "expected a phone that can be encoded in UTF-8") from None
    return known, phone


def invalid(number: int, problem: str) -> ValueError:
    """Returns the exception for a line."""
    return ValueError(f"line {number}: {problem}")
