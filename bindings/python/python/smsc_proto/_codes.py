"""The codes of the wire as ints with names. The sets are open: an unknown number stays a number."""

from dataclasses import dataclass
from typing import ClassVar

from smsc_proto import _native


class _Code(int):
    """A number that may have a name."""

    __slots__ = ()
    _table: ClassVar[str]

    @property
    def name(self) -> str | None:
        """Returns the English name; ``None`` if the number has no name."""
        return self.title("en")

    def title(self, lang: str = "en") -> str | None:
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

    >>> StatusCode(20).title("ru")
    'Невозможно доставить'
    >>> StatusCode(77).name is None
    True
    """

    __slots__ = ()
    _table = "status"


class ErrCode(_Code):
    """The reason why a message to a phone was not delivered.

    >>> ErrCode(1).name
    'No such subscriber'
    """

    __slots__ = ()
    _table = "err"


class EmailErrCode(ErrCode):
    """The reason why an e-mail was not delivered. For e-mails, the numbers have other meanings.

    >>> EmailErrCode(1).name
    'No such addressee'
    """

    __slots__ = ()
    _table = "email_err"


class ApiErrorCode(_Code):
    """The reason why the server rejected a request.

    >>> ApiErrorCode(9).name
    'Too many requests'
    """

    __slots__ = ()
    _table = "error_code"


class MessageType(_Code):
    """The type of a message: SMS, e-mail, HLR request, and others.

    >>> MessageType(8).name
    'e-mail'
    """

    __slots__ = ()
    _table = "type"


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
    def template(self) -> str | None:
        """Returns bits 8 to 10: the kind of template, ``None`` without a template.

        The kinds are ``service``, ``transactional``, ``authorisation`` and ``advertising``.
        """
        return _native.flag_parts(self.flag)[2]

    @property
    def unknown_bits(self) -> int:
        """Returns the bits that are set and have no known meaning."""
        return _native.flag_parts(self.flag)[3]
