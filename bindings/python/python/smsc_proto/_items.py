"""The items of a reply that are not records, and the exceptions.

``MalformedReply`` and ``ApiError`` are both: an item of a reply, and an exception.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from smsc_proto import _native
from smsc_proto._codes import ApiErrorCode
from smsc_proto._outcome import Outcome
from smsc_proto.types import Endpoint, RequestErrorKind


def _normal(id: Any) -> Any:
    """Returns an id in its one form: digits are a number. Returns any other value unchanged."""
    known = _native.message_id(id) if isinstance(id, str) else None
    return id if known is None else known


class _ComparedByArgs:
    """A base for exceptions that are compared and hashed by their arguments."""

    args: tuple[Any, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class MalformedReply(_ComparedByArgs, ValueError):
    """A body, or a record of a body, that cannot be parsed. It contains no part of the body.

    ``what`` names the problem, ``offset`` is its position in bytes from the start of the body,
    ``expected`` is what was expected there, and ``span`` is the (start, end) of the malformed
    record, in bytes. ``hint`` names the options of ``parse`` that the body needs more likely, such
    as ``pass all=2: the fields fit``; it is ``None`` if others fit no better, and for an item.
    """

    hint: str | None = None

    def __init__(self, what: str, offset: int, expected: str, span: tuple[int, int], message: str) -> None:
        super().__init__(what, offset, expected, span, message)
        self.what = what
        self.offset = offset
        self.expected = expected
        self.span = span
        self._message = message

    def __str__(self) -> str:
        return self._message if self.hint is None else f"{self._message}; {self.hint}"

    def __repr__(self) -> str:
        return f"MalformedReply({str(self)!r})"

    @property
    def is_unsupported(self) -> bool:
        """Returns whether the reply has a form that nobody has recorded yet.

        Its meaning would be a guess. Only replies of the other calls than status.php can be
        unsupported.
        """
        return self.what == "unsupported reply"

    def to_dict(self) -> dict[str, Any]:
        """Returns what ``decode --json`` prints: ``malformed``, ``offset``, ``expected``."""
        return {"malformed": self.what, "offset": self.offset, "expected": self.expected}


class ApiError(_ComparedByArgs, Exception):
    """An error of the API: the server rejected the request.

    ``code`` is the number, ``text`` is the server's own text, which may contain personal data and
    appears in no message and no ``repr``, and ``id`` is the id of the message, an int, or a str
    for a text id; both may be ``None``. ``looks_like_utf8`` is whether the text looks like UTF-8
    that was read in another charset, as for a ``Record``. ``endpoint`` is the endpoint that returned
    the error, which decides what the number means; ``None`` if the reply was parsed without its
    request.
    """

    endpoint: Endpoint | None = None

    def __init__(self, code: int, text: str | None = None, id: int | str | None = None) -> None:
        id = _normal(id)
        super().__init__(code, text, id)
        self.code = ApiErrorCode(code)
        self.text = text
        self.id: int | str | None = id
        self.looks_like_utf8 = False

    def __str__(self) -> str:
        name = self.code.name
        return f"error {self.code}: {name}" if name else f"error {self.code}"

    def __repr__(self) -> str:
        return f"ApiError(code={self.code})" if self.id is None else f"ApiError(code={self.code}, id={self.id!r})"

    @property
    def outcome(self) -> Outcome:
        """Returns the outcome of the error: its meaning and what to do next.

        The endpoint decides the meaning: ``endpoint``, or, if it is ``None``, send.php if the error
        has an id, which no other endpoint adds, and status.php otherwise.

        >>> ApiError(4).outcome.retry_after_s
        1800
        """
        return _native.explain(self)[0].outcome

    def to_dict(self) -> dict[str, Any]:
        """Returns what ``decode --json`` prints.

        The keys are ``error_code``, and ``error`` and ``id`` if the reply has them.
        """
        fields = {"error_code": int(self.code), "error": self.text, "id": self.id}
        return {key: value for key, value in fields.items() if value is not None}


class WriteError(_ComparedByArgs, ValueError):
    """A record that the format cannot represent.

    ``what`` names the problem, ``index`` is the index of the record; ``None`` for an ``ApiError``.
    """

    def __init__(self, what: str, index: int | None = None) -> None:
        super().__init__(what, index)
        self.what = what
        self.index = index

    def __str__(self) -> str:
        return self.what if self.index is None else f"record {self.index}: {self.what}"


class RequestError(_ComparedByArgs, ValueError):
    """A request that cannot be sent. It contains no value: no credentials, no phone, no text.

    ``parameter`` is the name of the parameter on the wire, ``kind`` what is wrong, and ``item`` the
    index of the item, from 0, if the parameter is a list; the message counts items from 1.

    >>> Credentials(apikey="")
    Traceback (most recent call last):
    smsc_proto.RequestError: `apikey`: missing: expected a key of the account
    """

    def __init__(self, parameter: str, kind: RequestErrorKind, item: int | None, message: str) -> None:
        super().__init__(parameter, kind, item, message)
        self.parameter = parameter
        self.kind: RequestErrorKind = kind
        self.item = item
        self._message = message

    def __str__(self) -> str:
        return self._message


@dataclass(frozen=True, slots=True)
class Deleted:
    """The reply to ``del=1``: the server deleted the messages."""

    def to_dict(self) -> dict[str, Any]:
        """Returns what ``decode --json`` prints: ``result``."""
        return {"result": "OK"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A requested (id, phone) pair whose record is not in the reply.

    ``id`` is an int, or a str for a text id. ``phone`` is the phone as it was passed.

    >>> Missing("103", "79990000003") == Missing(103, "79990000003")
    True
    """

    id: int | str
    phone: str = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", _normal(self.id))

    def to_dict(self) -> dict[str, Any]:
        """Returns what ``decode --json`` prints: ``missing``, with ``id`` and ``phone``."""
        return {"missing": {"id": self.id, "phone": self.phone}}


Item: TypeAlias = _native.Record | MalformedReply | Missing | Deleted | ApiError
"""An item of a reply."""
