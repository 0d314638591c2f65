"""What a type checker must accept: ``mypy --strict``. The module also runs."""

from datetime import datetime
from decimal import Decimal
from typing import Any, assert_type

from smsc_proto import ApiError, ApiErrorCode, Deleted, EmailErrCode, ErrCode, Explanation, Flags, Item, MalformedReply
from smsc_proto import MessageType, Missing, Record, Reply, StatusCode, Step, diagnose, explain, iter_parse, parse, write
from smsc_proto.types import All, Channel, Charset, Column, Fmt, Kind, Lang, State, Symptom


def options(fmt: Fmt, all: All, charset: Charset, kind: Kind | None) -> Reply:
    return parse(b"1,1760080210,0", fmt=fmt, all=all, charset=charset, kind=kind)


def described(item: Item) -> str:
    """Every item is handled: a type checker would miss a return otherwise."""
    match item:
        case Record(status=StatusCode.UNDELIVERABLE, err=ErrCode.NO_SUBSCRIBER):
            return "stop"
        case Record():
            return item.outcome.title("ru")
        case MalformedReply():
            return str(item.offset)
        case Missing():
            return item.phone
        case ApiError():
            return item.code.name or ""
        case Deleted():
            return ""


def state(outcome_state: State) -> bool:
    return outcome_state == "delivered"


reply = options(1, 0, "windows-1251", None)
(record,) = reply.records()
assert_type(record.status, StatusCode)
assert_type(record.err, ErrCode | EmailErrCode | None)
assert_type(record.type, MessageType | None)
assert_type(record.flags, Flags | None)
assert_type(record.cost, Decimal | None)
assert_type(record.changed_at, datetime | None)
assert_type(record.outcome.state, State)
assert_type(record.outcome.channel, Channel | None)
assert_type(StatusCode.DELIVERED, StatusCode)
assert_type(EmailErrCode.MAILBOX_FULL, EmailErrCode)
assert_type(explain("no money"), tuple[Explanation, ...])
assert_type(diagnose("timeout"), tuple[Step, ...])

known: dict[str, Any] = record.to_dict()
columns: list[Column] = ["status", "outcome.state", "changed_at"]
language: Lang = "fr"
symptom: Symptom = "api-error"
shown = [
    described(record),
    str(state(record.outcome.state)),
    str(list(reply.rows(*columns))),
    str(write([Record(**known)])),
    str(list(iter_parse([b"1,1760080210,0,1,7"], api_error="return"))),
    explain(record)[0].outcome.advice(language),
    explain(20, err=1, type="wap-push")[0].outcome.title(),
    str(explain((20, None))),
    str(explain(ApiErrorCode.NO_MONEY, endpoint="send")),
    str(explain(ApiError(9))),
    str(explain(api_error=9)),
    diagnose("api-error", 9)[0].check("ru"),
    record.status.title("ru") or "",
]
