"""What stands in a reply beside records, and what is raised. Two of them are both: an exception, and an item in its place."""

from dataclasses import dataclass, field
from typing import Any

from smsc_proto import _native
from smsc_proto._codes import ApiErrorCode
from smsc_proto._outcome import Outcome


class _Told:
    """Compares and hashes by what it tells."""

    args: tuple[Any, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class MalformedReply(_Told, ValueError):
    """A body, or a record of one, that cannot be read (R48, R49). It shows none of the body."""

    def __init__(self, what: str, offset: int, expected: str, span: tuple[int, int]) -> None:
        super().__init__(what, offset, expected, span)
        self.what = what
        self.offset = offset
        self.expected = expected
        self.span = span

    def __str__(self) -> str:
        return f"byte {self.offset}: {self.what}, expected {self.expected}"

    def to_dict(self) -> dict[str, Any]:
        """As ``decode --json`` prints it: ``malformed``, ``offset``, ``expected``."""
        return {"malformed": self.what, "offset": self.offset, "expected": self.expected}


class ApiError(_Told, Exception):
    """The server refused the request (R11). The server's words are in ``text``, and in no message or ``repr``."""

    def __init__(self, code: int, text: str | None = None, id: int | None = None) -> None:
        super().__init__(code, text, id)
        self.code = ApiErrorCode(code)
        self.text = text
        self.id = id

    def __str__(self) -> str:
        name = self.code.name
        return f"error {self.code}: {name}" if name else f"error {self.code}"

    def __repr__(self) -> str:
        return f"ApiError(code={self.code})"

    @property
    def outcome(self) -> Outcome:
        """What the refusal means and what to do about it (R14).

        >>> ApiError(9).outcome.retry_after_s
        60
        """
        return _native.explain(api_error=self.code)[0].outcome

    def to_dict(self) -> dict[str, Any]:
        """As ``decode --json`` prints it: ``error_code``, and ``error`` and ``id`` where the reply has them."""
        told = {"error_code": int(self.code), "error": self.text, "id": self.id}
        return {key: value for key, value in told.items() if value is not None}


class WriteError(_Told, ValueError):
    """A record that the format cannot carry; ``index`` is its place among the records."""

    def __init__(self, what: str, index: int | None = None) -> None:
        super().__init__(what, index)
        self.what = what
        self.index = index

    def __str__(self) -> str:
        return self.what if self.index is None else f"record {self.index}: {self.what}"


@dataclass(frozen=True, slots=True)
class Deleted:
    """The server deleted the messages, as ``del=1`` asked (R12)."""

    def to_dict(self) -> dict[str, Any]:
        """As ``decode --json`` prints it."""
        return {"result": "OK"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A pair that was asked for and did not come back (R47)."""

    id: int
    phone: str = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """As ``decode --json`` prints it."""
        return {"missing": {"id": self.id, "phone": self.phone}}
