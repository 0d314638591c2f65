"""The replies of the other calls: every case, by a function and by a request, and what they are as values."""

import copy
import gc
import json
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from cases import ROOT
from hypothesis import given
from hypothesis import strategies as st

from smsc_proto import (
    ApiError,
    Balance,
    BalanceRequest,
    Credentials,
    HistoryRequest,
    Incoming,
    IncomingRequest,
    MalformedReply,
    Operator,
    OperatorRequest,
    Price,
    SendRequest,
    Sent,
    SentPhone,
    Statistics,
    StatisticsRequest,
    StatusRequest,
    parse_balance,
    parse_incoming,
    parse_operator,
    parse_send,
    parse_statistics,
)

CALLS = ("send", "balance", "incoming", "statistics", "operator")
CASES: list[dict[str, Any]] = [
    case for call in CALLS for case in json.loads((ROOT / f"testdata/calls/{call}.json").read_text(encoding="utf-8"))
]
KEY = Credentials(apikey="k3y")
DAY = date(2026, 11, 29)
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "send": parse_send,
    "balance": parse_balance,
    "incoming": parse_incoming,
    "statistics": parse_statistics,
    "operator": parse_operator,
}


def parsed(query: dict[str, Any], body: Any) -> Any:
    """Returns what the function of a call returns."""
    options = {name: value for name, value in query.items() if name != "call"}
    if query["call"] == "incoming":
        assert options.pop("fmt") == 3
    return FUNCTIONS[query["call"]](body, **options)


def lines(parse: Callable[[], Any]) -> list[Any]:
    """Returns the lines of a case, with ``{"malformed": True}`` for whatever is malformed."""
    try:
        found = parse()
    except (MalformedReply, ApiError) as error:
        found = error
    shown = [item.to_dict() for item in (found if isinstance(found, list) else [found])]
    for line in shown:
        if "phones" in line:
            line["phones"] = [{"malformed": True} if "malformed" in phone else phone for phone in line["phones"]]
    return [{"malformed": True} if "malformed" in line else line for line in shown]


def request(query: dict[str, Any]) -> Any:
    """Returns a request with the options of a case; ``None`` if no request has them."""
    charset: Any = query.get("charset", "windows-1251")
    call, fmt = query["call"], query["fmt"]
    if call == "send" and fmt != 2:
        return SendRequest("79990000001", "a", cost=query["cost"], fmt=fmt, charset=charset, credentials=KEY)
    if call == "balance":
        return BalanceRequest(fmt=fmt, charset=charset, credentials=KEY)
    if call == "incoming":
        return IncomingRequest(charset=charset, credentials=KEY)
    if call == "statistics" and fmt == 3:
        return StatisticsRequest(DAY, DAY, charset=charset, credentials=KEY)
    if call == "operator" and fmt == 3:
        return OperatorRequest("79990000001", charset=charset, credentials=KEY)
    return None


def test_cases_are_there() -> None:
    assert len(CASES) >= 120 and {case["query"]["call"] for case in CASES} == set(CALLS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['query']['call']}: {case['name']}")
def test_every_case(case: dict[str, Any]) -> None:
    query, body = case["query"], bytes.fromhex(case["body_hex"])
    for take in (bytes, bytearray, memoryview):
        assert lines(lambda: parsed(query, take(body))) == case["expect"]
    asked = request(query)
    assert asked is None or lines(lambda: asked.parse(body)) == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['query']['call']}: {case['name']}")
def test_every_value_outlives_pickling_and_is_immutable(case: dict[str, Any]) -> None:
    try:
        found = parsed(case["query"], bytes.fromhex(case["body_hex"]))
    except (MalformedReply, ApiError) as error:
        found = error
    for item in found if isinstance(found, list) else [found]:
        for other in (pickle.loads(pickle.dumps(item)), copy.copy(item), copy.deepcopy(item)):
            assert other == item and hash(other) == hash(item) and other.to_dict() == item.to_dict()
            assert repr(other) == repr(item)
        if isinstance(item, ApiError):
            assert pickle.loads(pickle.dumps(item)).endpoint == item.endpoint is not None
        if is_dataclass(item):
            assert not hasattr(item, "__dict__")
            assert getattr(type(item), "__match_args__") == tuple(field.name for field in fields(item))
            for name in [field.name for field in fields(item)]:
                with pytest.raises(FrozenInstanceError):
                    setattr(item, name, None)


def test_the_endpoint_decides_what_an_error_means() -> None:
    titles = {}
    for call, parse in FUNCTIONS.items():
        with pytest.raises(ApiError) as caught:
            parse(b'{"error": "x", "error_code": 3}')
        titles[caught.value.endpoint] = caught.value.outcome.title()
        assert repr(caught.value) == "ApiError(code=3)"
    assert titles == {
        "send": "Not enough money on the account",
        "balance": titles["balance"],
        "history": "Message not found",
        "info": titles["info"],
    }
    assert "perator" in titles["info"]
    history: Any = HistoryRequest(DAY, credentials=KEY)
    status: Any = StatusRequest([(1, "79990000001")], fmt=3, credentials=KEY)
    for asked, endpoint in ((history, "history"), (status, "status")):
        reply = asked.parse(b'{"error": "x", "error_code": 3}', api_error="return")
        for item in (reply[0], pickle.loads(pickle.dumps(reply))[0], pickle.loads(pickle.dumps(reply[0]))):
            assert item.endpoint == endpoint
        with pytest.raises(ApiError) as caught:
            asked.parse(b'{"error": "x", "error_code": 3}')
        assert caught.value.endpoint == endpoint
    assert ApiError(3).endpoint is None


def test_values_have_python_types() -> None:
    sent = parse_send(b'{"id": "order-77", "cnt": 2, "cost": "2.80", "balance": "-0.00001", "code": "0042"}', cost=3)
    assert sent == Sent("order-77", 2, Decimal("2.80"), Decimal("-0.00001"), "0042")
    assert str(sent.cost) == "2.80" and sent.to_dict()["balance"] == "-0.00001"
    match parse_send(b"1.40,1", fmt=1, cost=1):
        case Price(cost, cnt):
            assert (cost, cnt) == (Decimal("1.40"), 1)
        case _:
            pytest.fail("cost=1 asks for the price")
    message = Incoming(5, "7", sent="28.11.2026 10:00:00", received="30.02.2026 10:00:00")
    assert (message.sent_date, message.received_date) == (datetime(2026, 11, 28, 10), None)
    for text in ("28.11.2026", "", "1.1.2026 1:1:1", "28.11.2026 10:00:00 ", "28.11.2026 10:00:00\n", "٢٨.11.2026 10:00:00", "28.11.0000 10:00:00"):
        assert Incoming(5, "7", sent=text).sent_date is None
    assert parse_balance("100.50 RUR", fmt=0).currency == "RUR"
    assert parse_operator('{"operator": "МТС"}') == Operator(operator="МТС"), "a str is UTF-8"


def test_an_unsupported_reply_says_so() -> None:
    attempts: list[tuple[Callable[..., Any], bytes, Any]] = [
        (parse_send, b"<result><id>7</id><cnt>1</cnt></result>", 2),
        (parse_send, b"OK - 1 SMS, ID - 7, cost 2", 0),
        (parse_statistics, b"alex,12,16.80", 1),
        (parse_operator, b'[{"operator": "MTS"}]', 3),
        (parse_balance, b"<balance><amount>1</amount></balance>", 2),
    ]
    for parse, body, fmt in attempts:
        with pytest.raises(MalformedReply, match="unsupported reply: expected") as caught:
            parse(body, fmt=fmt)
        assert caught.value.is_unsupported
    with pytest.raises(MalformedReply) as caught:
        parse_send(b"<html>502 Bad Gateway</html>")
    assert not caught.value.is_unsupported and caught.value.offset == 0


def test_a_malformed_object_loses_no_other() -> None:
    body = b'[{"id": 5, "phone": "1"}, {"id": 0, "phone": "2"}, 7, {"id": 6, "phone": "3"}, x'
    found = parse_incoming(body)
    assert [item.id if isinstance(item, Incoming) else item.what for item in found] == [5, "invalid id", "not a record", 6, "invalid syntax"]
    second = found[1]
    assert isinstance(second, MalformedReply) and body[slice(*second.span)] == b'{"id": 0, "phone": "2"}'
    sent = parse_send(b'{"id": 5, "cnt": 1, "phones": [{"phone": "1"}, {}]}')
    assert isinstance(sent, Sent) and sent.id == 5 and sent.phones[0] == SentPhone("1")
    assert isinstance(sent.phones[1], MalformedReply)


def test_wrong_arguments() -> None:
    untyped: Any
    for untyped in FUNCTIONS.values():
        for body in (None, 5, ["x"], {"id": 1}):
            with pytest.raises(TypeError, match="body: expected bytes, bytearray, memoryview or str, not "):
                untyped(body)
        with pytest.raises(ValueError, match="body: the str has an unpaired surrogate"):
            untyped("\ud800")
        with pytest.raises(ValueError, match="charset: expected"):
            untyped(b"", charset="latin1")
        with pytest.raises(TypeError):
            untyped(b"", 3)
    untyped = parse_send
    for options in ({"fmt": 4}, {"cost": 4}, {"cost": -1}):
        with pytest.raises(ValueError, match="expected 0, 1, 2 or 3"):
            untyped(b"", **options)
    untyped = parse_incoming
    with pytest.raises(TypeError):
        untyped(b"", fmt=3)
    sent: Any = SendRequest("79990000001", "a", credentials=KEY)
    status: Any = StatusRequest((1, "79990000001"), credentials=KEY)
    with pytest.raises(TypeError, match="has no records"):
        sent._form.parse(b"", "raise")
    with pytest.raises(TypeError, match="has records"):
        status._form.parse_call(b"")


def test_the_calls_of_requests() -> None:
    pairs: list[tuple[int | str, str]] = [(1, "79990000001")]
    requests = {
        "status": StatusRequest(pairs[0], credentials=KEY),
        "status_batch": StatusRequest(pairs, credentials=KEY),
        "send": SendRequest("79990000001", "a", cost=3, credentials=KEY),
        "price": SendRequest("79990000001", "a", cost=1, credentials=KEY),
        "balance": BalanceRequest(credentials=KEY),
        "history": HistoryRequest(DAY, credentials=KEY),
        "operator": OperatorRequest("79990000001", credentials=KEY),
    }
    assert {call: asked.call for call, asked in requests.items()} == {call: call for call in requests}
    assert IncomingRequest(credentials=KEY).call == StatisticsRequest(DAY, DAY, credentials=KEY).call == "history"


SECRETS = ("79161234567", "Anna", "S3cret")


def test_no_phone_and_no_text_is_shown() -> None:
    phone, text, code = SECRETS
    bodies: list[tuple[Any, dict[str, Any]]] = [
        (parse_send, {"id": 5, "cnt": 1, "code": code, "phones": [{"phone": phone, "mccmnc": text, "status": text, "error": text}, {"phone": [phone]}]}),
        (parse_send, {"id": f"{text} {phone}", "cnt": 1}),
        (parse_send, {"id": 5, "cnt": text, "code": code}),
        (parse_send, {"error_code": 3, "error": f"{text} {phone}"}),
        (parse_balance, {"balance": phone + text}),
        (parse_incoming, {"id": 5, "phone": phone, "message": text, "to_phone": phone, "sent": text, "received": code}),
        (parse_incoming, {"id": phone + " " + text, "phone": phone}),
        (parse_statistics, {"login": code, "sms": 5}),
        (parse_statistics, {"login": code, "sms": text}),
        (parse_operator, {name: text for name in ("country", "operator", "region", "mcc", "mnc", "tz")}),
        (parse_operator, {"operator": [text]}),
    ]
    for parse, fields in bodies:
        for body in (json.dumps(fields), json.dumps(fields)[:-1], f"<x>{json.dumps(fields)}</x>", json.dumps(fields) + text):
            try:
                found = parse(body)
            except (MalformedReply, ApiError) as error:
                found = [error, error.args if isinstance(error, MalformedReply) else None, error.__context__]
            shown = repr(found) + str(found)
            assert not any(secret in shown for secret in SECRETS), shown


BYTES = st.binary(max_size=60) | st.lists(
    st.sampled_from([b"{", b"}", b"[", b"]", b'"id"', b'"cnt"', b'"phones"', b'"phone"', b":", b",", b"1", b'"x"', b"null", b"ERROR = 3", b" - ", b"<balance>", b"\\u0041", b"\xff"])
).map(b"".join)


@given(BYTES, st.sampled_from(CALLS), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["windows-1251", "koi8-r", "utf-8"]))
def test_any_bytes_are_parsed_or_raise(body: bytes, call: str, fmt: int, cost: int, charset: str) -> None:
    query = {"call": call, "fmt": 3 if call == "incoming" else fmt, "charset": charset}
    try:
        found = parsed(query | ({"cost": cost} if call == "send" else {}), body)
    except (MalformedReply, ApiError) as error:
        assert pickle.loads(pickle.dumps(error)) == error
        return
    for item in found if isinstance(found, list) else [found]:
        assert pickle.loads(pickle.dumps(item)) == item and item.to_dict() is not None


LONG = b"[" + b",".join(b'{"id": %d, "phone": "79990000001", "message": "\\u041f\xcf"}' % id for id in range(1, 2001)) + b"]"


def test_eight_threads_parse_the_same() -> None:
    expected = parse_incoming(LONG)
    assert len(expected) == 2000 and len(LONG) > 1 << 14
    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(lambda _: parse_incoming(LONG), range(16)))


def test_a_long_body_is_parsed_on_a_thread() -> None:
    text = "x" * (5 << 20)
    (message,) = parse_incoming(json.dumps([{"id": 5, "phone": "7", "message": text}]))
    assert isinstance(message, Incoming) and message.message == text


def test_replies_do_not_leak() -> None:
    def some() -> int:
        for _ in range(5_000):
            parse_send(b'{"id": 5, "cnt": 1, "cost": "1.40", "phones": [{"phone": "7"}, 5]}')
            parse_incoming(b'[{"id": 5, "phone": "7", "message": "\xcf"}, x')
        gc.collect()
        return sys.getallocatedblocks()

    some()
    before = some()
    assert some() - before < 1000, "at least one of ten calls leaks"


def test_the_classes_are_equal_by_value() -> None:
    assert Balance(Decimal("1.0")) == Balance(Decimal("1.0")) != Balance(Decimal("1.1"))
    assert Statistics("a", 1) != Statistics("b", 1) and len({Statistics("a", 1), Statistics("a", 1)}) == 1
