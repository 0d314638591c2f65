"""The guesses at the request that a body answers. The native module makes them."""

from dataclasses import dataclass
from typing import TypedDict

from smsc_proto.types import All, Charset, Fmt


class Options(TypedDict):
    """The options of ``parse`` that a guess determines."""

    fmt: Fmt
    all: All
    multi: bool
    charset: Charset


@dataclass(frozen=True, slots=True)
class Guess:
    """A request that a body may answer, from ``guess``. It is advice for a person."""

    fmt: Fmt
    """The request's ``fmt``."""
    all: All
    """The request's ``all``."""
    multi: bool
    """Whether the request was for a batch."""
    charset: Charset
    """The request's ``charset``."""
    records: int
    """The number of records that were parsed with these options, of those that were examined."""
    malformed: int
    """The number of records that are malformed with these options too, of those that were examined."""
    advice: str
    """What to pass, with the reasons: one line for a person."""

    def options(self) -> Options:
        """Returns the options for ``parse``."""
        return {"fmt": self.fmt, "all": self.all, "multi": self.multi, "charset": self.charset}
