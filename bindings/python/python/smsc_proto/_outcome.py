"""Outcomes: what happened to a message, and what to do next. The native module has the tables."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from smsc_proto import _native
from smsc_proto._codes import ApiErrorCode, EmailErrCode, ErrCode, MessageType, StatusCode
from smsc_proto.types import Cause, Channel, Endpoint, Lang, Provider, Retry, State


class Localized(NamedTuple):
    """A text in every language."""

    en: str
    ru: str
    fr: str

    def get(self, lang: Lang) -> str:
        """Returns the text in a language. Raises ``ValueError`` for an unknown language."""
        if lang not in self._fields:
            raise _native.invalid_lang(lang)
        return str(getattr(self, lang))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to a message and what to do next, as values for programs and texts for people.

    An outcome is immutable, is compared and hashed by value, and can be pickled, copied and
    matched. Its texts exist in English (``"en"``), Russian (``"ru"``) and French (``"fr"``);
    another language raises ``ValueError``. ``docs/outcomes.md`` lists all outcomes with their
    reasons.

    >>> from smsc_proto import explain
    >>> outcome = explain(status=20, err=1)[0].outcome
    >>> outcome.state, outcome.is_final, outcome.cause, outcome.retry, outcome.suppress
    ('failed', True, 'recipient', 'no', True)
    >>> outcome.channel
    'phone'
    >>> outcome.advice()
    'Send nothing more to this number. Ask the recipient for the right number.'
    """

    state: State
    """The state of the message: ``pending``, ``delivered``, ``failed`` or ``unknown``."""
    is_final: bool
    """Whether the state is final: requesting the status again would return no other one."""
    cause: Cause
    """What caused the outcome, and so who has to act: ``none``, ``recipient``, ``handset``,
    ``network``, ``content``, ``sender``, ``account``, ``request`` or ``service``."""
    retry: Retry
    """Whether to send the message again unchanged: ``no``, ``later``, or ``after_fix`` (after
    somebody changed something)."""
    retry_after_s: int | None
    """The number of seconds to wait at least before sending again, if ``retry`` is ``later``; else
    ``None``."""
    suppress: bool
    """Whether to stop writing to this recipient in ``channel``."""
    channel: Channel | None
    """The channel in which to stop, if ``suppress`` is true: ``phone``, ``email``, ``viber`` or
    ``social``; else ``None``."""
    source: str
    """The sources of the outcome: ids from ``docs/outcomes.md`` and rules from
    ``docs/protocol.md``."""
    judgement: bool
    """Whether the sources leave room for interpretation, so that the outcome is this project's
    judgement."""
    _title: Localized = field(repr=False)
    _explanation: Localized = field(repr=False)
    _advice: Localized = field(repr=False)

    def title(self, lang: Lang = "en") -> str:
        """Returns the name of the outcome."""
        return self._title.get(lang)

    def explanation(self, lang: Lang = "en") -> str:
        """Returns a text about what happened."""
        return self._explanation.get(lang)

    def advice(self, lang: Lang = "en") -> str:
        """Returns a text about what to do."""
        return self._advice.get(lang)

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns what ``decode --json --outcome`` prints.

        >>> from smsc_proto import parse
        >>> list(parse(b"1,1760080210,0")[0].outcome.to_dict())[:7]
        ['state', 'is_final', 'cause', 'retry', 'retry_after_s', 'suppress', 'channel']
        """
        return {
            "state": self.state,
            "is_final": self.is_final,
            "cause": self.cause,
            "retry": self.retry,
            "retry_after_s": self.retry_after_s,
            "suppress": self.suppress,
            "channel": self.channel,
            "title": self.title(lang),
            "advice": self.advice(lang),
            "source": self.source,
            "judgement": self.judgement,
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """One meaning of a code, a text or a receipt. An attribute that does not apply to the question is
    ``None``.

    >>> from smsc_proto import explain
    >>> [(found.row, found.outcome.title("fr")) for found in explain(clicksend="Absent subscriber")]
    [(13, 'Abonné absent')]
    """

    outcome: Outcome
    """The outcome."""
    provider: Provider
    """Whose code or text it is: ``smsc``, ``getcourse`` or ``clicksend``."""
    status: StatusCode | None
    """The status of the message, if the meaning is that of a message."""
    err: ErrCode | EmailErrCode | None
    """The err of the message, if it is known; an ``EmailErrCode`` if ``type`` is e-mail."""
    type: MessageType | None
    """The type of the message, if ``status`` is not ``None``."""
    error_code: ApiErrorCode | None
    """The number of the API error, if the meaning can be that of a rejected request."""
    endpoint: Endpoint | None
    """The endpoint of the API error: ``status``, ``send``, ``balance``, ``history``, ``info`` or
    ``wait_call``; ``None`` if the error means the same at every endpoint."""
    row: int | None
    """The number of the row in the list of ClickSend's help page, from 1."""
    receipt_error: int | None
    """The number of the same status in ClickSend's older list, which receipts have as
    ``error_code``."""
    unsubscribes: bool | None
    """Whether GetCourse unsubscribes the user, if a text of GetCourse was explained."""
    text: str | None
    """The known text that was recognised, if a text was explained."""

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns what ``smsc explain --json`` prints.

        >>> from smsc_proto import explain
        >>> fields = explain(api_error=9, endpoint="send")[0].to_dict("ru")
        >>> fields["error_code"], fields["endpoint"], fields["retry"], fields["title"]
        (9, 'send', 'no', 'Слишком много запросов')
        """
        fields: dict[str, Any] = {}
        if self.row is not None:
            fields["row"] = self.row
        if self.receipt_error is not None:
            fields["receipt_error"] = self.receipt_error
        if self.error_code is not None:
            fields |= {"error_code": int(self.error_code), "endpoint": self.endpoint}
        if self.status is not None and self.type is not None:
            err = None if self.err is None else int(self.err)
            fields |= {"status": int(self.status), "err": err, "type": int(self.type)}
        fields |= self.outcome.to_dict(lang)
        if self.unsubscribes is not None:
            fields["unsubscribes"] = self.unsubscribes
        fields["provider"] = self.provider
        if self.text is not None:
            fields["text"] = self.text
        return fields


@dataclass(frozen=True, slots=True)
class Chapter:
    """One status in the story of a message, and what it tells beside the others.

    >>> from smsc_proto import story
    >>> delivered, archived = story([1, -3])
    >>> delivered.decides, archived.remark()
    (True, 'The message moved to the archive; the final status above remains valid.')
    """

    outcome: Outcome
    """What the status means by itself."""
    status: StatusCode
    """The status."""
    err: ErrCode | EmailErrCode | None
    """The err, if it was given; an ``EmailErrCode`` if ``type`` is e-mail."""
    type: MessageType
    """The type of the message."""
    decides: bool
    """Whether the state of the message is that of this status. Exactly one chapter of a story
    decides it."""
    _remark: Localized = field(repr=False)

    def remark(self, lang: Lang = "en") -> str:
        """Returns a text about what the status tells beside the others."""
        return self._remark.get(lang)

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns what ``smsc explain --story --json`` prints."""
        err = None if self.err is None else int(self.err)
        fields: dict[str, Any] = {"status": int(self.status), "err": err, "type": int(self.type)}
        fields |= self.outcome.to_dict(lang)
        return fields | {"provider": "smsc", "decides": self.decides, "remark": self.remark(lang)}


@dataclass(frozen=True, slots=True)
class Step:
    """One possible cause of a symptom, and how a person can check for it.

    >>> from smsc_proto import diagnose
    >>> diagnose("no-connection")[0].cause()
    "Your own firewall or your hosting provider's firewall blocks access to the provider's server."
    """

    source: str
    """The sources of the step, as in ``Outcome``."""
    judgement: bool
    """Whether the step is this project's judgement, as in ``Outcome``."""
    _cause: Localized = field(repr=False)
    _check: Localized = field(repr=False)

    def __repr__(self) -> str:
        return f"Step({self.cause()!r})"

    def cause(self, lang: Lang = "en") -> str:
        """Returns a text about what may have happened."""
        return self._cause.get(lang)

    def check(self, lang: Lang = "en") -> str:
        """Returns a text about how to check for the cause, and what to do if it is the one."""
        return self._check.get(lang)

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns what ``smsc diagnose --json`` prints: ``cause``, ``check``, ``source``, ``judgement``."""
        texts = {"cause": self.cause(lang), "check": self.check(lang)}
        return texts | {"source": self.source, "judgement": self.judgement}
