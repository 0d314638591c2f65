"""What became of a message, and what to do about it. What an outcome is, is decided by the native module."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from smsc_proto._codes import ApiErrorCode, ErrCode, MessageType, StatusCode


class Words(NamedTuple):
    """A text in every language."""

    en: str
    ru: str
    fr: str

    def get(self, lang: str) -> str:
        if lang not in self._fields:
            raise ValueError("lang: 'en', 'ru' or 'fr'")
        return str(getattr(self, lang))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message and what to do about it, in words that a program can act on and texts for people.

    It cannot be changed, compares and hashes by what it says, and can be pickled, copied and matched. Its texts come in English
    (``"en"``), Russian (``"ru"``) and French (``"fr"``); another language raises ``ValueError``. ``docs/outcomes.md`` has all outcomes
    with their reasons.

    >>> from smsc_proto import explain
    >>> outcome = explain(status=20, err=1)[0].outcome
    >>> outcome.state, outcome.is_final, outcome.cause, outcome.retry, outcome.suppress
    ('failed', True, 'recipient', 'no', True)
    >>> outcome.advice()
    'Stop writing to it. Ask the person for the right number.'
    """

    state: str
    """``pending``, ``delivered``, ``failed``, or ``unknown``: nobody can say, or nothing was sent (R36)."""
    is_final: bool
    """Nothing about it will change any more by itself, so asking for the status again is of no use (R36)."""
    cause: str
    """What decided it, and so whose move it is: ``none``, ``recipient``, ``handset``, ``network``, ``content``, ``sender``, ``account``,
    ``request`` or ``service`` (a judgement, as the next four are where ``source`` says so)."""
    retry: str
    """Whether to send the same once more: ``no``, ``later``, or ``after_fix``: when somebody has changed something."""
    retry_after_s: int | None
    """With ``later``, after how many seconds at the earliest; else ``None``."""
    suppress: bool
    """Stop writing to this recipient."""
    source: str
    """Where that is from: sources of ``docs/outcomes.md``, rules of ``docs/protocol.md``, and ``judgement`` where they leave room."""
    _title: Words = field(repr=False)
    _explanation: Words = field(repr=False)
    _advice: Words = field(repr=False)

    def title(self, lang: str = "en") -> str:
        """What it is called (R36, R37)."""
        return self._title.get(lang)

    def explanation(self, lang: str = "en") -> str:
        """What happened."""
        return self._explanation.get(lang)

    def advice(self, lang: str = "en") -> str:
        """What to do."""
        return self._advice.get(lang)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """As ``decode --json --outcome`` prints it.

        >>> from smsc_proto import parse
        >>> list(parse(b"1,1760080210,0")[0].outcome.to_dict())
        ['state', 'is_final', 'cause', 'retry', 'retry_after_s', 'suppress', 'title', 'advice', 'source']
        """
        return {
            "state": self.state,
            "is_final": self.is_final,
            "cause": self.cause,
            "retry": self.retry,
            "retry_after_s": self.retry_after_s,
            "suppress": self.suppress,
            "title": self.title(lang),
            "advice": self.advice(lang),
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing that codes or a text may mean; what does not belong to the question is ``None``.

    >>> from smsc_proto import explain
    >>> [(found.row, found.outcome.title("fr")) for found in explain(clicksend="Absent subscriber")]
    [(13, 'Abonné absent')]
    """

    outcome: Outcome
    """What it comes to."""
    status: StatusCode | None
    """The status of the message, where it can be that of a message (R36)."""
    err: ErrCode | None
    """Its err, where that is known (R37): an ``EmailErrCode`` if ``type`` is that of an e-mail."""
    type: MessageType | None
    """What was sent (R35), with a status."""
    error_code: ApiErrorCode | None
    """The number of the refused request, where it can be that of one (R14)."""
    row: int | None
    """The place in ClickSend's list, from 1."""
    unsubscribes: bool | None
    """Of a text of GetCourse: whether GetCourse unsubscribes the user for it."""

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """As ``smsc explain --json`` prints it.

        >>> from smsc_proto import explain
        >>> told = explain(api_error=9)[0].to_dict("ru")
        >>> told["error_code"], told["retry_after_s"], told["title"]
        (9, 60, 'Слишком много запросов')
        """
        told: dict[str, Any] = {}
        if self.row is not None:
            told["row"] = self.row
        if self.error_code is not None:
            told["error_code"] = int(self.error_code)
        if self.status is not None and self.type is not None:
            err = None if self.err is None else int(self.err)
            told |= {"status": int(self.status), "err": err, "type": int(self.type)}
        told |= self.outcome.to_dict(lang)
        if self.unsubscribes is not None:
            told["unsubscribes"] = self.unsubscribes
        return told


@dataclass(frozen=True, slots=True)
class Step:
    """A cause of a symptom, and how a person can check for it.

    >>> from smsc_proto import diagnose
    >>> diagnose("no-connection")[0].cause()
    "A firewall of yours or of your hosting blocks the provider's server."
    """

    source: str
    """Where that is from, as in ``Outcome``."""
    _cause: Words = field(repr=False)
    _check: Words = field(repr=False)

    def cause(self, lang: str = "en") -> str:
        """What may have happened."""
        return self._cause.get(lang)

    def check(self, lang: str = "en") -> str:
        """How to find out, and what to do then."""
        return self._check.get(lang)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """As ``smsc diagnose --json`` prints it: ``cause``, ``check``, ``source``."""
        return {"cause": self.cause(lang), "check": self.check(lang), "source": self.source}
