"""Types for annotations: the words and numbers that arguments and attributes can be.

A type checker then finds a word that is misspelt. At run time these are plain ``str`` and ``int``.

>>> from smsc_proto import explain
>>> from smsc_proto.types import Lang
>>> def advice(status: int, lang: Lang) -> str:
...     return explain(status)[0].outcome.advice(lang)
>>> advice(1, "fr")
'Il n’y a rien à faire.'
"""

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    # Its import would take a tenth of that of the package.
    from collections.abc import Iterable
    from datetime import datetime
    from decimal import Decimal

Fmt: TypeAlias = Literal[0, 1, 2, 3]
"""The request's ``fmt``."""
All: TypeAlias = Literal[0, 1, 2]
"""The request's ``all``."""
Charset: TypeAlias = Literal["windows-1251", "koi8-r", "utf-8", "cp1251", "utf8"]
"""The request's ``charset``, or Python's name for it. At run time, any case is accepted."""
Kind: TypeAlias = Literal["sms", "hlr", "email"]
"""The kind of the messages."""
OnApiError: TypeAlias = Literal["raise", "return"]
"""What to do about an API error."""
Lang: TypeAlias = Literal["en", "ru", "fr"]
"""The language of a text."""
CodeLang: TypeAlias = Literal["en", "ru"]
"""The language of a code's name."""
State: TypeAlias = Literal["pending", "delivered", "failed", "unknown"]
"""The state of a message."""
Cause: TypeAlias = Literal["none", "recipient", "handset", "network", "content", "sender", "account", "request", "service"]
"""What caused an outcome."""
Retry: TypeAlias = Literal["no", "later", "after_fix"]
"""Whether to send a message again."""
Channel: TypeAlias = Literal["phone", "email", "viber", "social"]
"""The channel in which to stop writing to a recipient."""
Provider: TypeAlias = Literal["smsc", "getcourse", "clicksend"]
"""Whose code or text it is."""
SendKind: TypeAlias = Literal[
    "sms", "flash", "push", "hlr", "bin", "ping", "mms", "mail", "call", "viber", "soc", "tg", "whatsapp"
]
"""The kind of a message to send: the name of its parameter, or ``sms``."""
Cost: TypeAlias = Literal[0, 1, 2, 3]
"""The ``cost`` of a request to send: 0 sends, 1 returns the price alone, 2 sends and returns the
cost, 3 also the balance."""
Translit: TypeAlias = Literal[0, 1, 2]
"""The ``translit`` of a request to send: 0 for not at all, 1 for ``translit``, 2 for
``mpaHc/Ium``."""
Scheme: TypeAlias = Literal["https", "http"]
"""The scheme of a server."""
RequestErrorKind: TypeAlias = Literal[
    "missing", "invalid", "too_long", "too_many", "repeated", "charset", "unsupported", "url_too_long"
]
"""What is wrong with a request."""
Endpoint: TypeAlias = Literal["status", "send", "balance", "history", "info", "wait_call"]
"""The endpoint that returned an API error."""
TypeName: TypeAlias = Literal["sms", "flash", "binary", "wap-push", "hlr", "ping", "mms", "call", "email", "viber", "social"]
"""The name of a message type. At run time, any case is accepted."""
Template: TypeAlias = Literal["service", "transactional", "authorisation", "advertising"]
"""The kind of a template."""
SymptomWithoutNumber: TypeAlias = Literal[
    "no-connection", "timeout", "http-error", "not-a-reply", "not-found", "not-found-later", "no-status", "smtp-not-sent"
]
"""A symptom for ``diagnose``, apart from ``api-error``."""
Symptom: TypeAlias = Literal["api-error"] | SymptomWithoutNumber
"""A symptom for ``diagnose``."""
Call: TypeAlias = Literal[
    "status", "status_batch", "delete", "send", "price", "balance", "history", "operator", "wait_call"
]
"""A kind of request, as far as the advice after its failure depends on it."""
FailureWord: TypeAlias = Literal["unreachable", "tls", "invalid", "unanswered", "not_a_reply"]
"""How a request failed, apart from ``http_status`` and ``rejected``, which have a number."""
NumberedFailure: TypeAlias = tuple[Literal["http_status", "rejected"], int]
"""A failure with its HTTP status or the number of its API error."""
AdviceKind: TypeAlias = Literal["retry", "ask_status", "stop", "stop_every_call"]
"""A kind of advice after a failed request."""
AdviceReason: TypeAlias = Literal[
    "invalid", "tls", "http_status", "rejected", "tries_used_up", "may_have_arrived", "blocked", "credentials"
]
"""Why to stop."""
NextHost: TypeAlias = Literal["same", "next"]
"""The host of the next try."""
StatusAnswer: TypeAlias = Literal["found", "not_found", "failed"]
"""The answer to a request for the status of a message whose sending was not answered."""
SendAdviceKind: TypeAlias = Literal["accepted", "ask_again", "send_again", "unknown"]
"""What to do about a message whose sending was not answered."""
CallbackFormat: TypeAlias = Literal["form", "xml", "json"]
"""The format of a push notification."""
CallbackKind: TypeAlias = Literal["status", "incoming", "call"]
"""What a push notification reports."""
Algorithm: TypeAlias = Literal["md5", "sha1"]
"""The algorithm of a signature that was verified."""
CallbackField: TypeAlias = Literal[
    "id",
    "phone",
    "status",
    "time",
    "ts",
    "err",
    "cnt",
    "cost",
    "type",
    "flag",
    "mccmnc",
    "sender",
    "imsi",
    "msc",
    "mcc",
    "mnc",
    "cn",
    "net",
    "mes",
    "to",
    "sms_id",
    "waitcall",
    "md5",
    "sha1",
    "crc32",
]
"""A field of a push notification, by its name on the wire."""
CallbackErrorReason: TypeAlias = Literal[
    "empty",
    "syntax",
    "not_flat",
    "not_in_charset",
    "repeated",
    "not_a_notification",
    "several_kinds",
    "field",
    "empty_secret",
    "no_signature",
    "crc32",
    "missing",
    "colon",
    "other_kind",
    "signature_form",
    "wrong_signature",
]
"""What is wrong with a push notification."""
Field: TypeAlias = Literal[
    "status",
    "last_date",
    "last_timestamp",
    "flag",
    "err",
    "imsi",
    "msc",
    "mcc",
    "mnc",
    "cn",
    "net",
    "rcn",
    "rnet",
    "send_date",
    "send_timestamp",
    "phone",
    "mccmnc",
    "country",
    "operator",
    "operator_orig",
    "region",
    "cost",
    "sender_id",
    "status_name",
    "message",
    "comment",
    "type",
    "sms_cnt",
    "id",
    "int_id",
    "format",
    "crc",
]
"""A field of the wire (fmt 3)."""
OutcomeColumn: TypeAlias = Literal[
    "outcome",
    "outcome.state",
    "outcome.is_final",
    "outcome.cause",
    "outcome.retry",
    "outcome.retry_after_s",
    "outcome.suppress",
    "outcome.channel",
    "outcome.source",
    "outcome.judgement",
    "outcome.title",
    "outcome.title.ru",
    "outcome.title.fr",
    "outcome.advice",
    "outcome.advice.ru",
    "outcome.advice.fr",
]
"""An outcome, or a part of it, as a column of ``Reply.rows``."""
Column: TypeAlias = (
    Field
    | Literal["changed_at", "sent_at", "flags", "is_ambiguous", "is_hlr", "looks_like_utf8", "unexpected"]
    | OutcomeColumn
)
"""A column of ``Reply.rows``."""
TableColumn: TypeAlias = (
    Field
    | Literal[
        "text_id",
        "second_balance",
        "template",
        "cost_text",
        "ambiguous",
        "malformed",
        "error_code",
        "error",
        "result",
        "state",
        "is_final",
        "cause",
        "retry",
        "retry_after_s",
        "suppress",
        "fmt",
        "source",
        "line_offset",
    ]
)
"""A column of the table of ``scan``."""
Comparison: TypeAlias = Literal["==", "=", "!=", "<", "<=", ">", ">="]
"""An operator of a condition with one value."""
Operand: TypeAlias = "bool | int | str | datetime | Decimal"
"""A value that a column is compared with."""
Condition: TypeAlias = """(
    tuple[TableColumn, Comparison, Operand]
    | tuple[TableColumn, Literal["in", "not in"], Iterable[Operand]]
    | tuple[TableColumn, Literal["is null", "is not null"]]
    | tuple[TableColumn, Literal["is null", "is not null"], None]
)"""
"""A condition of ``scan``: a column, an operator, and what the column is compared with."""


class RecordFields(TypedDict, total=False):
    """The arguments of ``Record``."""

    status: Required[int]
    last_date: str | None
    last_timestamp: int | None
    flag: int | None
    err: int | None
    imsi: str | None
    msc: str | None
    mcc: str | None
    mnc: str | None
    cn: str | None
    net: str | None
    rcn: str | None
    rnet: str | None
    send_date: str | None
    send_timestamp: int | None
    phone: str | None
    mccmnc: str | None
    country: str | None
    operator: str | None
    operator_orig: str | None
    region: str | None
    cost: "Decimal | str | None"
    sender_id: str | None
    status_name: str | None
    message: str | None
    comment: str | None
    type: int | None
    sms_cnt: int | None
    id: int | str | None
    int_id: int | None
    format: str | None
    crc: str | None
    split: Literal["ambiguous"] | None
    unexpected: bool | None
