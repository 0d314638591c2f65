"""Replies in every format, and the values and types that a library must have of them."""

from datetime import datetime, timezone
from decimal import Decimal

from smsc_proto import Scan, scan
from smsc_proto.types import TableColumn

FULL = (
    "1,1760080210,0,1760080202,79990000020,Россия,МТС,Москва,2.12,GLOBUS,D,привет,,0,101\n"
    "20,1760080219,1,1760080203,79990000021,Россия,МТС,Москва,0.3,GLOBUS,D,,,0,102\n"
    "not a record\n"
).encode("cp1251")
COLUMNS: tuple[TableColumn, ...] = ("status", "last_timestamp", "err", "cost", "message", "operator", "is_final", "malformed", "id")
TYPES = {
    "status": "int32",
    "last_timestamp": "timestamp[us, tz=UTC]",
    "err": "int32",
    "cost": "decimal128(18, 4)",
    "message": "string",
    "operator": "string",
    "is_final": "bool",
    "malformed": "string",
    "id": "int64",
}


def at(timestamp: int) -> datetime:
    return datetime.fromtimestamp(timestamp, timezone.utc)


ROWS = [
    (1, at(1760080210), 0, Decimal("2.1200"), "привет", "МТС", True, None, 101),
    (20, at(1760080219), 1, Decimal("0.3000"), "", "МТС", True, None, 102),
]


def table(**options: object) -> Scan:
    """Returns the table of two records and a malformed line."""
    return scan(FULL, all=2, columns=COLUMNS, **options)  # type: ignore[arg-type]
