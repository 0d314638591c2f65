"""Numbers of the wire with their names: open sets, in which unknown numbers stay what they are."""

from dataclasses import dataclass
from typing import ClassVar

from smsc_proto import _native


class _Code(int):
    """A number that may have a name."""

    __slots__ = ()
    _table: ClassVar[str]

    @property
    def name(self) -> str | None:
        """The English name; ``None`` for a number that has none."""
        return self.title("en")

    def title(self, lang: str = "en") -> str | None:
        """The name in English (``"en"``) or in the vendor's Russian (``"ru"``); ``None`` for a number that has none.

        Raises ``ValueError`` for another language.
        """
        return _native.code_name(self._table, self, lang)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({int(self)})"

    # Logs and templates want the number, as they do of any int.
    __str__ = int.__repr__


class StatusCode(_Code):
    """What became of a message (R36).

    >>> StatusCode(20).title("ru")
    'Невозможно доставить'
    >>> StatusCode(77).name is None
    True
    """

    __slots__ = ()
    _table = "status"


class ErrCode(_Code):
    """Why a message to a phone was not delivered (R37).

    >>> ErrCode(1).name
    'No such subscriber'
    """

    __slots__ = ()
    _table = "err"


class EmailErrCode(ErrCode):
    """Why an e-mail was not delivered: the same numbers mean other things (R37).

    >>> EmailErrCode(1).name
    'No such addressee'
    """

    __slots__ = ()
    _table = "email_err"


class ApiErrorCode(_Code):
    """Why a request was refused (R11, R14).

    >>> ApiErrorCode(9).name
    'Too many requests'
    """

    __slots__ = ()
    _table = "error_code"


class MessageType(_Code):
    """What was sent (R35).

    >>> MessageType(8).name
    'e-mail'
    """

    __slots__ = ()
    _table = "type"


@dataclass(frozen=True, slots=True)
class Flags:
    """What the sixteen bits of ``flag`` mean (R35), under the names of ``smsc flags --json``.

    Raises ``OverflowError`` for a number that sixteen bits cannot hold.

    >>> Flags(40).type.name, Flags(40).second_balance, Flags(40).template, Flags(40).unknown_bits
    ('e-mail', True, None, 0)
    """

    flag: int

    def __post_init__(self) -> None:
        _native.flag_parts(self.flag)

    @property
    def type(self) -> MessageType:
        """Bits 0 to 3: the message's type."""
        return MessageType(_native.flag_parts(self.flag)[0])

    @property
    def second_balance(self) -> bool:
        """Bit 5: paid from the account's second balance."""
        return _native.flag_parts(self.flag)[1]

    @property
    def template(self) -> str | None:
        """Bits 8 to 10: ``service``, ``transactional``, ``authorisation``, ``advertising``; ``None`` without a template."""
        return _native.flag_parts(self.flag)[2]

    @property
    def unknown_bits(self) -> int:
        """The bits that are set and of which nothing is known."""
        return _native.flag_parts(self.flag)[3]
