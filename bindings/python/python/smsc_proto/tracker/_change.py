"""Changes of messages."""

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Literal, TypeAlias

from smsc_proto import _native
from smsc_proto._codes import EmailErrCode, ErrCode, StatusCode
from smsc_proto._outcome import Outcome

ChangeSource: TypeAlias = Literal["asked", "history", "pushed", "file"]
"""The source of a change: a reply to a request for the status, the history, a push notification, or
records that another program has read from a file."""
Row: TypeAlias = tuple[
    int,
    str,
    int | str,
    str,
    int,
    int | None,
    int | None,
    int | None,
    bool,
    bool,
    ChangeSource | None,
]
"""A change of the native module: its number and key; the id and the phone; when it was reported; the
status, the err and the time of the status; whether it is final or the message is lost; the source."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a message, from ``run`` of a tracker. Its ``repr`` does not show the phone."""

    key: str
    """The idempotency key: the same each time the change is yielded, and different for every other
    change of every file. It contains no part of the message."""
    seq: int
    """The number of the change. Later changes of a file have greater numbers."""
    id: int | str
    """The id of the message."""
    phone: str = field(repr=False)
    """The phone of the recipient, as it was added."""
    status: StatusCode | None
    """The status after the change; ``None`` if none was ever reported."""
    err: ErrCode | EmailErrCode | None
    """The err of the status."""
    changed_at: datetime | None
    """When the message reached the status: an aware datetime in UTC."""
    is_final: bool
    """Whether the message has a final status."""
    is_lost: bool
    """Whether the service no longer finds the message, and its final status was never seen. A final
    status that is reported later replaces this end."""
    source: ChangeSource | None
    """The source of the report; ``None`` if the message was declared lost."""
    reported_at: datetime
    """When the change was reported: an aware datetime in UTC."""
    outcome: Outcome = field(repr=False)
    """What happened to the message, and what to do next. Of a lost message, and of one without a
    status, the outcome of -3 (not found)."""


def change_of(row: Row) -> Change:
    """Returns a change of the native module."""
    seq, key, id, phone, at, status, err, last_timestamp, is_final, is_lost, source = row
    kind: Literal["email"] | None = "email" if "@" in phone else None
    known = StatusCode.NOT_FOUND if status is None else status
    record = _native._restore({"status": known, "err": err, "last_timestamp": last_timestamp}, kind)
    found = _native._restore({"status": StatusCode.NOT_FOUND}, kind) if is_lost else record
    return Change(
        key=key,
        seq=seq,
        id=id,
        phone=phone,
        status=None if status is None else record.status,
        err=record.err,
        changed_at=record.changed_at,
        is_final=is_final,
        is_lost=is_lost,
        source=source,
        reported_at=datetime.fromtimestamp(at / 1_000, timezone.utc),
        outcome=found.outcome,
    )
