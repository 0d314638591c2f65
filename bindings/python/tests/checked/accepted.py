"""What a type checker must accept: ``mypy --strict``. The module also runs."""

import asyncio
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

from smsc_proto import ApiError, ApiErrorCode, Deleted, EmailErrCode, ErrCode, Explanation, Flags, Item, MalformedReply
from smsc_proto import MessageType, Missing, Record, Reply, StatusCode, Step, diagnose, explain, iter_parse, parse, write
from smsc_proto import BalanceRequest, Credentials, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest
from smsc_proto import Request, RequestError, SendRequest, Server, StatisticsRequest, StatusRequest
from smsc_proto import Advice, Balance, Callback, ConfirmedCall, Incoming, IncomingMessage, Operator, Price, SendAdvice
from smsc_proto import Merged, Scan, merge, scan
from smsc_proto import Sent, Statistics, advise, advise_after_status, parse_balance, parse_callback, parse_incoming
from smsc_proto import parse_operator, parse_send, parse_statistics
from smsc_proto.client import AlreadyAccepted, AsyncClient, Client, ClientError, Gate, GateLimits, HttpRequest, HttpResponse
from smsc_proto.client import NotSent, Refused, Unanswered, Unknown
from smsc_proto.tracker import AsyncTracker, Change, ChangeSource, Tracker, TrackerError, TrackerReason
from smsc_proto.types import AdviceKind, All, CallbackKind, Channel, Charset, Column, Condition, Fmt, Kind, Lang, State, Symptom
from smsc_proto.types import TableColumn


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
key = Credentials(apikey="key")
login = Credentials(login="user", password="secret")
server = Server("127.0.0.1:8080", reserves=["localhost"], scheme="http")
day = date(2026, 11, 29)
requests: list[Request] = [
    StatusRequest((101, "79990000001"), credentials=key, all=2, fmt=3),
    StatusRequest([("order-77", "79990000001")], credentials=login, kind="sms", server=server),
    DeleteRequest(((101, "79990000001") for _ in range(1)), credentials=key),
    BalanceRequest(credentials=key, currency=True),
    HistoryRequest(day, day, credentials=key, phones=["79990000001"], cnt=10, prev_id=1),
    HistoryRequest(day, credentials=key, emails=True),
    IncomingRequest(credentials=key, hour=24, after_id=1),
    StatisticsRequest(day, day, credentials=key),
    OperatorRequest("79990000001", credentials=key),
    SendRequest("79990000001", "Hello", credentials=key, time=datetime.now(timezone.utc), valid=timedelta(hours=1)),
    SendRequest(["a@example.com"], "Hello", credentials=key, kind="mail", valid=24, translit=1, cost=3, err=True),
]
assert_type(StatusRequest((101, "79990000001"), credentials=key).parse(b'{"status": 1}', api_error="return"), Reply)
assert_type(requests[0].headers, dict[str, str])
try:
    requests[0].get_url()
except RequestError as error:
    assert error.kind == "url_too_long" and error.item is None

def sent_id(reply: Sent | Price) -> int | str | None:
    match reply:
        case Sent(id=id):
            return id
        case Price():
            return None


def notified(callback: Callback) -> str:
    """Every event is handled: a type checker would miss a return otherwise."""
    match callback.event:
        case Record(status=status):
            return str(status)
        case IncomingMessage(mes=text):
            return text
        case ConfirmedCall(phone=phone):
            return phone or ""


send = SendRequest("79990000001", "Hello", credentials=key)
assert_type(send.parse(b'{"id": 1, "cnt": 1}'), Sent | Price)
assert_type(parse_send(b'{"id": 1, "cnt": 1}'), Sent | Price)
assert_type(BalanceRequest(credentials=key).parse(b'{"balance": 1}'), Balance)
assert_type(parse_balance(b"1", fmt=1).balance, Decimal)
assert_type(IncomingRequest(credentials=key).parse(b"[]"), list[Incoming | MalformedReply])
assert_type(StatisticsRequest(day, day, credentials=key).parse(b"[]"), list[Statistics | MalformedReply])
assert_type(OperatorRequest("79990000001", credentials=key).parse(b'{"mcc": 250}'), Operator)
assert_type(parse_callback(b"phone=1&mes=a").kind, CallbackKind)
assert_type(advise(send.call, "unanswered"), Advice)
assert_type(advise(send.call, ("http_status", 503), 2, since=timedelta(seconds=1)).kind, AdviceKind)
assert_type(advise_after_status(record.status), SendAdvice)
assert_type(merge([record, record]), Merged)
assert_type(merge(iter([record])).record, Record)
forms: list[dict[str, str]] = [{"phone": "1", "mes": "a"}]


def double(request: HttpRequest) -> HttpResponse:
    return HttpResponse(200, b'{"id": 7, "cnt": 1}' if request.url.endswith("send.php") else b'{"status": 1, "err": 0}')


async def asynchronous_double(request: HttpRequest) -> HttpResponse:
    return double(request)


def fate(client: Client) -> int | str:
    match client.send(["79990000001"], "Hello", id=7, cost=2, kind="sms", valid=3):
        case Sent(id=id, cnt=count):
            return f"{id}: {count}"
        case AlreadyAccepted(id=id):
            return id
        case Unknown(id=id, error=error):
            return f"{id}: {error.host}"


def statuses(client: Client) -> list[StatusCode | None]:
    found: list[StatusCode | None] = []
    for status in client.status([(7, "79990000001")], all=1):
        match status.item:
            case Record(status=code):
                found.append(code)
            case Missing() | MalformedReply():
                found.append(None)
    return found


async def asynchronous(client: AsyncClient) -> StatusCode:
    async for status in client.status((7, "79990000001")):
        if status.record is not None:
            return status.record.status
    return (await client.status_of("order-7", "79990000001")).status


def reason(error: ClientError) -> str:
    match error:
        case NotSent(reason="limit", wait=float(seconds)):
            return f"{seconds} s"
        case NotSent() | Unanswered():
            return error.reason
        case Refused(api_error=ApiError(code=code)):
            return code.name or ""
        case _:
            return str(error)


def followed(client: Client, path: Path) -> list[str]:
    keys: list[str] = []
    try:
        with Tracker(client, path, batch_size=100, push=True) as tracker:
            assert_type(tracker.add([(7, "79990000001")], sent_at=datetime.now(timezone.utc)), int)
            assert_type(tracker.at_risk(), list[tuple[int | str, str]])
            for change in tracker.run():
                assert_type(change, Change)
                assert_type(change.status, StatusCode | None)
                assert_type(change.source, ChangeSource | None)
                keys.append(change.key)
                break
    except TrackerError as error:
        assert_type(error.reason, TrackerReason)
    return keys


async def followed_by_a_task(client: AsyncClient, path: Path) -> list[int | str]:
    async with AsyncTracker(client, path, at_once=2, has_history=False) as tracker:
        await tracker.on_callback(parse_callback(b"phone=1&mes=a"))
        return [change.id async for change in tracker.run()]


gate = Gate(GateLimits(batch=1))
blocking = Client(Credentials(apikey="key"), transport=double, gate=gate, max_wait=5)
awaiting = AsyncClient(Credentials(apikey="key"), transport=asynchronous_double, gate=gate)

conditions: list[Condition] = [("cost", ">", Decimal("1.5")), ("malformed", "is null"), ("err", "is not null", None)]
names: list[TableColumn] = ["id", "state"]
table = scan(b"1,1760080210,0,1,7", columns=names, where=[("status", "in", {1, 20}), ("id", "==", 1), *conditions])
assert_type(scan([b"", Path(__file__)], where=[("last_timestamp", "<", datetime.now(timezone.utc))], fmt=1), Scan)

shown = [
    str(table.schema),
    str(sent_id(parse_send("5,1", fmt=1))),
    *(notified(parse_callback(form)) for form in forms),
    *(notified(parse_callback(form.items())) for form in forms),
    str([parse_incoming(b"[]"), parse_statistics("[]"), parse_operator(b"mcc = 250", fmt=0)]),
    *(f"{request.method} {request.url} {request.endpoint} {request.body!r}" for request in requests),
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
    str(fate(blocking)),
    str(statuses(blocking)),
    str(asyncio.run(asynchronous(awaiting))),
    reason(NotSent("smsc.ru", "dns")),
]
