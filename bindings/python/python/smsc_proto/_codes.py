"""The codes of the wire as ints with names. The sets are open: an unknown number stays a number.

The values of the constants come from the native module's tables. Their declarations are for editors
and type checkers; the tests compare them with the tables.
"""

from dataclasses import dataclass
from typing import ClassVar

from smsc_proto import _native
from smsc_proto.types import CodeLang, Template


class _Code(int):
    """A number that may have a name."""

    __slots__ = ()
    _table: ClassVar[str]

    @property
    def name(self) -> str | None:
        """Returns the English name; ``None`` if the number has no name."""
        return self.title("en")

    def title(self, lang: CodeLang = "en") -> str | None:
        """Returns the name in English (``"en"``) or in the vendor's Russian (``"ru"``).

        Returns ``None`` if the number has no name. Raises ``ValueError`` for another language.
        """
        return _native.code_name(self._table, self, lang)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({int(self)})"

    # Logs and templates expect the number, as for any other int.
    __str__ = int.__repr__


class StatusCode(_Code):
    """The status of a message.

    The constants are the statuses that have a name.

    >>> StatusCode.UNDELIVERABLE, StatusCode(20) == StatusCode.UNDELIVERABLE
    (StatusCode(20), True)
    >>> StatusCode(20).title("ru")
    'Невозможно доставить'
    >>> StatusCode(77).name is None
    True
    """

    __slots__ = ()
    _table = "status"
    NOT_FOUND: ClassVar["StatusCode"]
    """-3: Message not found."""
    STOPPED: ClassVar["StatusCode"]
    """-2: Stopped."""
    WAITING: ClassVar["StatusCode"]
    """-1: Waiting to be sent."""
    HANDED_OVER: ClassVar["StatusCode"]
    """0: Handed to the operator."""
    DELIVERED: ClassVar["StatusCode"]
    """1: Delivered."""
    READ: ClassVar["StatusCode"]
    """2: Read."""
    EXPIRED: ClassVar["StatusCode"]
    """3: Expired."""
    LINK_CLICKED: ClassVar["StatusCode"]
    """4: Link clicked."""
    REPORTED_AS_SPAM: ClassVar["StatusCode"]
    """6: Reported as spam."""
    UNDELIVERABLE: ClassVar["StatusCode"]
    """20: Cannot be delivered."""
    WRONG_NUMBER: ClassVar["StatusCode"]
    """22: Wrong number."""
    FORBIDDEN: ClassVar["StatusCode"]
    """23: Forbidden."""
    NO_MONEY: ClassVar["StatusCode"]
    """24: Not enough money."""
    UNAVAILABLE_NUMBER: ClassVar["StatusCode"]
    """25: Unavailable number."""


class ErrCode(_Code):
    """The reason why a message to a phone was not delivered.

    The constants are the values that have a name. A number is equal to that of an ``EmailErrCode``
    with another meaning, so compare the err of an e-mail with the constants of that class.

    >>> ErrCode(1).name
    'No such subscriber'
    """

    __slots__ = ()
    _table = "err"
    NONE: ClassVar["ErrCode"]
    """0: No error."""
    NO_SUBSCRIBER: ClassVar["ErrCode"]
    """1: No such subscriber."""
    OFFLINE: ClassVar["ErrCode"]
    """6: Subscriber offline."""
    NO_SERVICE: ClassVar["ErrCode"]
    """11: Service not connected."""
    HANDSET: ClassVar["ErrCode"]
    """12: Error in the subscriber's handset."""
    BLOCKED: ClassVar["ErrCode"]
    """13: Subscriber blocked."""
    UNSUPPORTED: ClassVar["ErrCode"]
    """21: Service not supported."""
    VIRTUAL: ClassVar["ErrCode"]
    """200: Virtual send."""
    SIM_REPLACED: ClassVar["ErrCode"]
    """219: SIM card replaced."""
    QUEUE_FULL: ClassVar["ErrCode"]
    """220: Operator's queue full."""
    NO_ANSWER: ClassVar["ErrCode"]
    """237: Subscriber does not answer."""
    NO_TEMPLATE: ClassVar["ErrCode"]
    """238: No template."""
    FORBIDDEN_IP: ClassVar["ErrCode"]
    """239: Forbidden IP address."""
    BUSY: ClassVar["ErrCode"]
    """240: Subscriber busy."""
    CONVERSION: ClassVar["ErrCode"]
    """241: Conversion failed."""
    ANSWERING_MACHINE: ClassVar["ErrCode"]
    """242: Answering machine."""
    NO_CONTRACT: ClassVar["ErrCode"]
    """243: No contract."""
    BULK_FORBIDDEN: ClassVar["ErrCode"]
    """244: Bulk sending forbidden."""
    NO_STATUS: ClassVar["ErrCode"]
    """245: No status received."""
    OUTSIDE_HOURS: ClassVar["ErrCode"]
    """246: Outside the allowed hours."""
    DAILY_LIMIT: ClassVar["ErrCode"]
    """247: Message limit exceeded."""
    NO_ROUTE: ClassVar["ErrCode"]
    """248: No route."""
    NUMBER_FORMAT: ClassVar["ErrCode"]
    """249: Wrong number format."""
    EXCLUDED_BY_SETTINGS: ClassVar["ErrCode"]
    """250: Number forbidden by settings."""
    NUMBER_LIMIT: ClassVar["ErrCode"]
    """251: Limit for one number exceeded."""
    NUMBER_FORBIDDEN: ClassVar["ErrCode"]
    """252: Number forbidden."""
    SPAM_FILTER: ClassVar["ErrCode"]
    """253: Forbidden by the spam filter."""
    SENDER_NOT_REGISTERED: ClassVar["ErrCode"]
    """254: Sender ID not registered."""
    REJECTED: ClassVar["ErrCode"]
    """255: Rejected by the operator."""


class EmailErrCode(_Code):
    """The reason why an e-mail was not delivered. For e-mails, the numbers have other meanings.

    The constants are the values that have a name for e-mails.

    >>> EmailErrCode(1).name
    'No such addressee'
    """

    __slots__ = ()
    _table = "email_err"
    NONE: ClassVar["EmailErrCode"]
    """0: No error."""
    NO_ADDRESSEE: ClassVar["EmailErrCode"]
    """1: No such addressee."""
    MAILBOX_FULL: ClassVar["EmailErrCode"]
    """2: Mailbox full."""
    NO_SERVER: ClassVar["EmailErrCode"]
    """3: Recipient's server not found."""
    MAILBOX_BLOCKED: ClassVar["EmailErrCode"]
    """4: Mailbox blocked."""
    FORBIDDEN_IP: ClassVar["EmailErrCode"]
    """239: Forbidden IP address."""
    NO_STATUS: ClassVar["EmailErrCode"]
    """245: No status received."""
    NO_ROUTE: ClassVar["EmailErrCode"]
    """248: No route."""
    ADDRESS_FORMAT: ClassVar["EmailErrCode"]
    """249: Wrong address format."""
    ADDRESS_FORBIDDEN: ClassVar["EmailErrCode"]
    """252: E-mail address forbidden."""
    SPAM_FILTER: ClassVar["EmailErrCode"]
    """253: Forbidden by the spam filter."""
    SENDER_NOT_REGISTERED: ClassVar["EmailErrCode"]
    """254: Sender not registered."""
    REJECTED: ClassVar["EmailErrCode"]
    """255: Rejected by the recipient's server."""


class ApiErrorCode(_Code):
    """The reason why the server rejected a request.

    The constants are the numbers that have a name. The meaning of a number depends on the endpoint:
    see ``explain``.

    >>> ApiErrorCode(9).name
    'Too many requests'
    """

    __slots__ = ()
    _table = "error_code"
    PARAMETERS: ClassVar["ApiErrorCode"]
    """1: Error in the parameters."""
    AUTHORISATION: ClassVar["ApiErrorCode"]
    """2: Wrong login or password."""
    NO_MONEY: ClassVar["ApiErrorCode"]
    """3: Not enough money on the account."""
    IP_BLOCKED: ClassVar["ApiErrorCode"]
    """4: IP address temporarily blocked."""
    DELETION: ClassVar["ApiErrorCode"]
    """5: Deletion failed."""
    MESSAGE_FORBIDDEN: ClassVar["ApiErrorCode"]
    """6: Message forbidden (by text or sender)."""
    NUMBER_FORMAT: ClassVar["ApiErrorCode"]
    """7: Wrong phone number format."""
    UNDELIVERABLE: ClassVar["ApiErrorCode"]
    """8: Cannot be delivered to this number."""
    TOO_MANY_REQUESTS: ClassVar["ApiErrorCode"]
    """9: Too many requests."""


class MessageType(_Code):
    """The type of a message: SMS, e-mail, HLR request, and others.

    The constants are the types that have a name.

    >>> MessageType(8).name
    'e-mail'
    """

    __slots__ = ()
    _table = "type"
    SMS: ClassVar["MessageType"]
    """0: SMS."""
    FLASH: ClassVar["MessageType"]
    """1: flash SMS."""
    BINARY: ClassVar["MessageType"]
    """2: binary SMS."""
    WAP_PUSH: ClassVar["MessageType"]
    """3: WAP push."""
    HLR: ClassVar["MessageType"]
    """4: HLR."""
    PING: ClassVar["MessageType"]
    """5: ping SMS."""
    MMS: ClassVar["MessageType"]
    """6: MMS."""
    CALL: ClassVar["MessageType"]
    """7: call."""
    EMAIL: ClassVar["MessageType"]
    """8: e-mail."""
    VIBER: ClassVar["MessageType"]
    """10: Viber."""
    SOCIAL: ClassVar["MessageType"]
    """12: social networks."""


for _class in (StatusCode, ErrCode, EmailErrCode, ApiErrorCode, MessageType):
    for _name, _number in _native.code_table(_class._table):
        setattr(_class, _name, _class(_number))


@dataclass(frozen=True, slots=True)
class Flags:
    """The meaning of the sixteen bits of ``flag``.

    The names are those that ``smsc flags --json`` prints. Raises ``OverflowError`` for a number
    that exceeds sixteen bits.

    >>> Flags(40).type.name, Flags(40).second_balance, Flags(40).template, Flags(40).unknown_bits
    ('e-mail', True, None, 0)
    """

    flag: int

    def __post_init__(self) -> None:
        _native.flag_parts(self.flag)

    @property
    def type(self) -> MessageType:
        """Returns bits 0 to 3: the type of the message."""
        return MessageType(_native.flag_parts(self.flag)[0])

    @property
    def second_balance(self) -> bool:
        """Returns bit 5: whether the message was paid from the account's second balance."""
        return _native.flag_parts(self.flag)[1]

    @property
    def template(self) -> Template | None:
        """Returns bits 8 to 10: the kind of template, ``None`` without a template.

        The kinds are ``service``, ``transactional``, ``authorisation`` and ``advertising``.
        """
        return _native.flag_parts(self.flag)[2]

    @property
    def unknown_bits(self) -> int:
        """Returns the bits that are set and have no known meaning."""
        return _native.flag_parts(self.flag)[3]
