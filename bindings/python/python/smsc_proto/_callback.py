"""Push notifications: what the service reports to the client's own URL."""

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, TypeAlias

from smsc_proto import _native
from smsc_proto._items import _ComparedByArgs
from smsc_proto.types import Algorithm, CallbackErrorReason, CallbackField, CallbackKind


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message that was received, from its sender to a number of the account."""

    phone: str | None = field(repr=False)
    """The sender of the message."""
    mes: str = field(repr=False)
    """The text of the message."""
    to: str | None = field(default=None, repr=False)
    """The number that received the message."""
    sms_id: str | None = field(default=None, repr=False)
    """The id of the message, as written. No signature covers it."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the names of the wire."""
        fields = {"phone": self.phone, "mes": self.mes, "to": self.to, "sms_id": self.sms_id}
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True, slots=True)
class ConfirmedCall:
    """A call by which a person confirmed a phone number."""

    phone: str | None = field(repr=False)
    """The caller."""
    waitcall: str = field(repr=False)
    """The value of ``waitcall``, as written. No signature covers it."""
    ts: int | None = None
    """The time of the call, in Unix seconds."""

    @property
    def called_at(self) -> datetime | None:
        """Returns ``ts`` as an aware datetime in UTC.

        Returns ``None`` also for a time after the year 9999.
        """
        last = 253_402_300_799
        return None if self.ts is None or self.ts > last else datetime.fromtimestamp(self.ts, timezone.utc)

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the names of the wire."""
        fields = {"phone": self.phone, "ts": self.ts, "waitcall": self.waitcall}
        return {name: value for name, value in fields.items() if value is not None}


Event: TypeAlias = _native.Record | IncomingMessage | ConfirmedCall
"""The event that a notification reports."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A notification, from ``verify_callback`` or, unverified, from ``parse_callback``.

    The signature vouches for the fields in ``covered`` alone: anybody on the way can change the
    others. It does not vouch for the time: the notification may have been sent before. The ``repr``
    contains no phone and no text.

    >>> from smsc_proto import verify_callback
    >>> body = b"phone=123&mes=text&to=234&sms_id=7&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd"
    >>> callback = verify_callback(body, "zxc")
    >>> match callback.event:
    ...     case IncomingMessage(mes=text):
    ...         print(text, callback.covered, callback.algorithm)
    text ('phone', 'mes', 'to') sha1
    """

    kind: CallbackKind
    """The kind of the event: ``status``, ``incoming`` or ``call``."""
    event: Event
    """What happened: a ``Record``, an ``IncomingMessage`` or a ``ConfirmedCall``."""
    covered: tuple[CallbackField, ...]
    """The names, on the wire, of the fields that the signature covers: ``id``, ``phone`` and
    ``status``; ``phone``, ``mes`` and ``to``; or ``phone`` and ``ts``. Empty if nothing was
    verified."""
    algorithm: Algorithm | None
    """The algorithm of the signature: ``sha1``, or ``md5``, which is weak where an outsider chooses
    a part of the signed text, such as an incoming message."""
    verified: bool
    """Whether the signature was verified."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the kind, the fields of the event, and what was verified, if anything was."""
        fields: dict[str, Any] = {"kind": self.kind, "event": self.event.to_dict()}
        if self.verified:
            fields["verified"] = {"covered": list(self.covered), "algorithm": self.algorithm}
        return fields


class CallbackError(_ComparedByArgs, ValueError):
    """A notification that cannot be parsed or verified. It contains no value and nothing of the
    secret.

    ``reason`` names the problem, ``field`` is the name of the field that it is about, and ``offset``
    its position in bytes from the start of the body; both may be ``None``.

    >>> from smsc_proto import verify_callback
    >>> verify_callback(b"id=101&phone=79990000001&status=1", "zxc")
    Traceback (most recent call last):
    smsc_proto.CallbackError: no signature: add sha1=SECRET to the handler's URL
    """

    def __init__(self, reason: CallbackErrorReason, field: CallbackField | None, offset: int | None, message: str) -> None:
        super().__init__(reason, field, offset, message)
        self.reason: CallbackErrorReason = reason
        self.field: CallbackField | None = field
        self.offset = offset
        self._message = message

    def __str__(self) -> str:
        return self._message
