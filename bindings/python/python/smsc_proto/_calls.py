"""The replies of the other calls: what send.php, balance.php, get.php and info.php reply.

The attributes have the names of the wire (fmt 3). What the reply lacks, and what is empty in it, is
``None``.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from smsc_proto._items import MalformedReply

if TYPE_CHECKING:
    # Its import would take a tenth of that of the package.
    from decimal import Decimal


def _fields(**values: Any) -> dict[str, Any]:
    """Returns the values that are present, in the form of JSON: a Decimal is a text."""
    from decimal import Decimal

    present = {name: value for name, value in values.items() if value is not None}
    return {name: format(value, "f") if isinstance(value, Decimal) else value for name, value in present.items()}


def _phones(phones: "tuple[SentPhone | MalformedReply, ...]") -> list[dict[str, Any]] | None:
    return [phone.to_dict() for phone in phones] or None


def _local(text: str | None) -> datetime | None:
    """Returns the naive datetime of ``DD.MM.YYYY hh:mm:ss``; ``None`` for a text of another form."""
    if text is None or not re.fullmatch(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}", text):
        return None
    try:
        return datetime.strptime(text, "%d.%m.%Y %H:%M:%S")
    except ValueError:
        # A date that does not exist, such as the 30th of February.
        return None


@dataclass(frozen=True, slots=True)
class SentPhone:
    """A phone of a message that was sent, or whose price was asked for.

    The request asks for a list of phones with ``op=True``, or, of those that cannot be sent to, with
    ``err=True``.
    """

    phone: str = field(repr=False)
    """The phone."""
    mccmnc: str | None = field(default=None, repr=False)
    """The codes of its country and its network."""
    status: str | None = field(default=None, repr=False)
    """The number of its status, if it cannot be sent to."""
    error: str | None = field(default=None, repr=False)
    """The number or the text of its error, if it cannot be sent to."""
    cost: "Decimal | None" = None
    """The cost of the message to this phone."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        return _fields(phone=self.phone, mccmnc=self.mccmnc, status=self.status, error=self.error, cost=self.cost)


@dataclass(frozen=True, slots=True)
class Sent:
    """The reply to a request to send: the server accepted the message.

    >>> from smsc_proto import parse_send
    >>> sent = parse_send(b"101,1,1.40,100.50", fmt=1, cost=3)
    >>> sent
    Sent(id=101, cnt=1, cost=Decimal('1.40'), balance=Decimal('100.50'), phones=())
    """

    id: int | str
    """The id, with which the status is asked for: an int, or a str for a text id."""
    cnt: int
    """The number of parts of all messages, or the seconds of a call."""
    cost: "Decimal | None" = None
    """The cost, if the request asked for it: exact, with the digits of the reply."""
    balance: "Decimal | None" = None
    """The balance after it, if the request asked for it."""
    code: str | None = field(default=None, repr=False)
    """The code that a call dictates or ends with, in fmt 3 alone."""
    phones: tuple[SentPhone | MalformedReply, ...] = ()
    """The phones that the request asked to list, in fmt 3 alone. A malformed one is a
    ``MalformedReply`` in its place, which does not take the id away."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        fields = _fields(id=self.id, cnt=self.cnt, cost=self.cost, balance=self.balance, code=self.code)
        return fields | _fields(phones=_phones(self.phones))


@dataclass(frozen=True, slots=True)
class Price:
    """The reply to a request for the price (``cost=1``): nothing was sent.

    >>> from smsc_proto import parse_send
    >>> parse_send(b'{"cost": "2.80", "cnt": 2}', cost=1)
    Price(cost=Decimal('2.80'), cnt=2, phones=())
    """

    cost: "Decimal"
    """The cost of the message."""
    cnt: int
    """The number of parts of all messages, or the seconds of a call."""
    phones: tuple[SentPhone | MalformedReply, ...] = ()
    """The phones that the request asked to list, as in ``Sent``."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        return _fields(cost=self.cost, cnt=self.cnt, phones=_phones(self.phones))


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of the account.

    >>> from smsc_proto import parse_balance
    >>> parse_balance(b'{"balance": "-12.50", "credit": "100", "currency": "RUR"}')
    Balance(balance=Decimal('-12.50'), credit=Decimal('100'), currency='RUR')
    """

    balance: "Decimal"
    """The amount: exact, with the digits of the reply, and perhaps negative."""
    credit: "Decimal | None" = None
    """How far the balance may go below zero, in fmt 3 alone."""
    currency: str | None = None
    """The currency, such as ``RUR``, if the request asked for it."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        return _fields(balance=self.balance, credit=self.credit, currency=self.currency)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that somebody sent to a number of the account.

    >>> from smsc_proto import parse_incoming
    >>> body = b'[{"id": 5, "phone": "79990000001", "message": "yes", "sent": "28.11.2026 10:00:00"}]'
    >>> (message,) = parse_incoming(body)
    >>> message, message.message, str(message.sent_date)
    (Incoming(id=5), 'yes', '2026-11-28 10:00:00')
    """

    id: int | str
    """The id of the incoming message: an int, or a str for a text id."""
    phone: str = field(repr=False)
    """The phone that it came from."""
    message: str | None = field(default=None, repr=False)
    """Its text."""
    to_phone: str | None = field(default=None, repr=False)
    """The number of the account that it was sent to."""
    sent: str | None = field(default=None, repr=False)
    """When it was sent, as the reply writes it: ``DD.MM.YYYY hh:mm:ss``."""
    received: str | None = field(default=None, repr=False)
    """When the service received it, as the reply writes it."""

    @property
    def sent_date(self) -> datetime | None:
        """Returns when it was sent, in the account's own time zone: a naive datetime.

        No reply names the time zone. Returns ``None`` also if the text is not a date.
        """
        return _local(self.sent)

    @property
    def received_date(self) -> datetime | None:
        """Returns when the service received it, in the account's own time zone: a naive datetime.

        No reply names the time zone. Returns ``None`` also if the text is not a date.
        """
        return _local(self.received)

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        message = _fields(id=self.id, phone=self.phone, message=self.message)
        return message | _fields(to_phone=self.to_phone, sent=self.sent, received=self.received)


@dataclass(frozen=True, slots=True)
class Statistics:
    """A row of the statistics: the messages of one login, and their cost.

    >>> from smsc_proto import parse_statistics
    >>> parse_statistics(b'[{"login": "alex", "sms": 12, "credit": "16.80", "currency": "RUR"}]')
    [Statistics(sms=12, credit=Decimal('16.80'), debit=None, currency='RUR')]
    """

    login: str | None = field(repr=False)
    """The login."""
    sms: int
    """The number of messages. Some servers write it as ``cnt``."""
    credit: "Decimal | None" = None
    """How much was spent."""
    debit: "Decimal | None" = None
    """How much was paid in."""
    currency: str | None = None
    """The currency of both."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        return _fields(login=self.login, sms=self.sms, credit=self.credit, debit=self.debit, currency=self.currency)


@dataclass(frozen=True, slots=True)
class Operator:
    """The operator of a phone.

    >>> from smsc_proto import parse_operator
    >>> operator = parse_operator(b"country = Russia, operator = MTS, mcc = 250, mnc = 01", fmt=0)
    >>> operator.operator, operator.mnc, operator.region
    ('MTS', '01', None)
    """

    country: str | None = field(default=None, repr=False)
    """The country."""
    operator: str | None = field(default=None, repr=False)
    """The operator."""
    region: str | None = field(default=None, repr=False)
    """The region."""
    mcc: str | None = field(default=None, repr=False)
    """The mobile country code."""
    mnc: str | None = field(default=None, repr=False)
    """The mobile network code, such as ``02``."""
    tz: str | None = field(default=None, repr=False)
    """The time zone of the region, as the reply writes it."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that are present, with the keys of fmt 3."""
        place = _fields(country=self.country, operator=self.operator, region=self.region)
        return place | _fields(mcc=self.mcc, mnc=self.mnc, tz=self.tz)
