"""Requests: their bodies, their errors, what a server gets, and what they never show."""

import copy
import json
import pickle
import threading
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from cases import ROOT

import smsc_proto
from smsc_proto import (
    ApiError,
    BalanceRequest,
    Credentials,
    DeleteRequest,
    HistoryRequest,
    IncomingRequest,
    MalformedReply,
    OperatorRequest,
    Record,
    Request,
    RequestError,
    SendRequest,
    Server,
    StatisticsRequest,
    StatusRequest,
    parse,
)

CASES: list[dict[str, Any]] = json.loads((ROOT / "testdata/requests/requests.json").read_text(encoding="utf-8"))
KEY = Credentials(apikey="k3y")
PAIRS: list[tuple[int | str, str]] = [(101, "79990000001"), (102, "79990000002")]
BATCH = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n"


def pairs(text: str) -> list[tuple[int | str, str]]:
    """Returns the pairs of ID:PHONE,ID:PHONE."""
    found = (pair.split(":", 1) for pair in text.split(",") if pair)
    return [(int(id) if id.isdigit() else id, phone) for id, phone in found]


def made(case: dict[str, Any]) -> Request:
    """Returns the request of a case."""
    secrets, options = dict(case["credentials"]), dict(case["options"])
    if "psw" in secrets:
        secrets["password"] = secrets.pop("psw")
    options["credentials"] = Credentials(**secrets)
    for name in {"start", "end"} & options.keys():
        options[name] = datetime.strptime(options[name], "%d.%m.%Y").date()
    if "ids" in options:
        messages, is_batch = pairs(options.pop("ids")), options.pop("multi", False)
        options["messages"] = messages if is_batch else messages[0]
    if "cur" in options:
        options["currency"] = options.pop("cur")
    classes: dict[str, Callable[..., Request]] = {
        "status": StatusRequest,
        "delete": DeleteRequest,
        "balance": BalanceRequest,
        "history": HistoryRequest,
        "incoming": IncomingRequest,
        "statistics": StatisticsRequest,
        "operator": OperatorRequest,
        "send": SendRequest,
    }
    return classes[case["call"]](**options)


def test_cases_are_there() -> None:
    assert len(CASES) >= 70


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case(case: dict[str, Any]) -> None:
    if "body" in case:
        assert made(case).body == case["body"].encode()
        return
    with pytest.raises(RequestError) as caught:
        made(case)
    error = caught.value
    expected = case["error"]
    assert (error.parameter, error.kind, error.item) == (expected["parameter"], expected["kind"], expected.get("item"))
    assert str(error).startswith(f"`{error.parameter}`")


def test_what_a_request_has() -> None:
    server = Server("smsc.kz:8443", reserves=["www2.smsc.kz", "www3.smsc.kz"])
    request = StatusRequest(iter(PAIRS), credentials=KEY, server=server)
    assert request.method == "POST" and request.endpoint == "status"
    assert request.url == "https://smsc.kz:8443/sys/status.php"
    assert request.urls[1:] == ("https://www2.smsc.kz/sys/status.php", "https://www3.smsc.kz/sys/status.php")
    assert request.headers == {"Content-Type": "application/x-www-form-urlencoded"}
    assert request.get_url() == f"{request.url}?{request.body.decode()}"
    assert request.get_url(2) == f"{request.urls[2]}?{request.body.decode()}"
    for index in (-1, 3, 10**30):
        with pytest.raises(ValueError, match="index: "):
            request.get_url(index)
    assert len(BalanceRequest(credentials=KEY).urls) == 5


def test_the_scripts() -> None:
    day = date(2026, 11, 29)
    requests = [
        DeleteRequest(PAIRS, credentials=KEY),
        BalanceRequest(credentials=KEY),
        HistoryRequest(day, credentials=KEY),
        IncomingRequest(credentials=KEY),
        StatisticsRequest(day, day, credentials=KEY),
        OperatorRequest("79990000001", credentials=KEY),
        SendRequest("79990000001", "a", credentials=KEY),
    ]
    scripts = [request.url.removeprefix("https://smsc.ru/sys/") for request in requests]
    assert scripts == ["status.php", "balance.php", "get.php", "get.php", "get.php", "info.php", "send.php"]
    assert [request.endpoint for request in requests] == ["status", "balance", "history", "history", "history", "info", "send"]


def test_a_long_request_has_no_get_url() -> None:
    request = StatusRequest([(id, "79990000001") for id in range(1, 4097)], credentials=KEY)
    with pytest.raises(RequestError) as caught:
        request.get_url()
    assert caught.value.kind == "url_too_long"
    with pytest.raises(RequestError) as caught:
        StatusRequest([(id, "79990000001") for id in range(1, 4098)], credentials=KEY)
    assert (caught.value.parameter, caught.value.kind) == ("id", "too_many")


@pytest.mark.parametrize("fmt", [0, 1, 2, 3, None])
@pytest.mark.parametrize("all", [0, 1, 2])
def test_a_reply_is_parsed_with_the_options_of_its_request(fmt: Any, all: Any) -> None:
    record = Record(status=1, last_timestamp=1760080210, err=0, id=101, phone="79990000001", message="Привет", type=0)
    several: dict[str, Any] = {"fmt": 1 if fmt is None else fmt, "all": all, "multi": True, "charset": "utf-8"}
    batch = StatusRequest(PAIRS, credentials=KEY, fmt=fmt, all=all)
    body = smsc_proto.write([record], replace=True, **several)
    expected = parse(body, ids=PAIRS, **several)
    assert batch.parse(body) == expected and len(expected.missing) == 1
    one = StatusRequest(PAIRS[0], credentials=KEY, fmt=fmt, all=all, charset="windows-1251")
    single: dict[str, Any] = {"fmt": 3 if fmt is None else fmt, "all": all, "charset": "windows-1251"}
    body = smsc_proto.write([record], replace=True, **single)
    assert one.parse(body) == parse(body, ids=PAIRS[:1], **single)


def test_the_kind_is_for_the_reply() -> None:
    request = StatusRequest((101, "a@example.com"), credentials=KEY, fmt=1, kind="email")
    record = next(request.parse(b"20,1760080211,2").records())
    assert record.err == smsc_proto.EmailErrCode.MAILBOX_FULL and isinstance(record.err, smsc_proto.EmailErrCode)


def test_a_deletion_and_an_error() -> None:
    request = DeleteRequest((101, "79990000001"), credentials=KEY)
    assert list(request.parse(b'{"result": "OK"}')) == [smsc_proto.Deleted()]
    error = b'{"error": "authorise error", "error_code": 2}'
    with pytest.raises(ApiError):
        request.parse(error)
    assert list(request.parse(error, api_error="return")) == [ApiError(2, "authorise error")]
    with pytest.raises(MalformedReply):
        request.parse(b"<html>")


def test_a_page_of_the_history() -> None:
    request = HistoryRequest(date(2026, 11, 28), credentials=KEY)
    page = b'[{"status": 1, "last_timestamp": 1760080210, "id": "order-77", "int_id": 7, "phone": "79990000001", "err": 0}]'
    record = next(request.parse(page).records())
    assert (record.id, record.int_id) == ("order-77", 7)


def body(**options: Any) -> str:
    """Returns what follows the text in the body of a request to send."""
    return SendRequest("79990000001", "a", credentials=KEY, **options).body.decode().partition("&mes=a")[2]


def test_times() -> None:
    moscow = timezone(timedelta(hours=3))
    assert body(time=datetime(2025, 10, 10, 10, 10, 10, 999_999, tzinfo=moscow)) == "&time=01760080210"
    assert body(time=timedelta(hours=1, minutes=30)) == "&time=%2B90"
    assert body(time="10-18") == "&time=10-18"
    far = datetime(9999, 1, 1, tzinfo=UTC)
    for wrong in (datetime(2025, 10, 10), datetime(1969, 1, 1, tzinfo=UTC), far, timedelta(seconds=90), timedelta(minutes=-1), "", "now"):
        with pytest.raises(RequestError) as caught:
            body(time=wrong)
        assert (caught.value.parameter, caught.value.kind, caught.value.item) == ("time", "invalid", None)
    with pytest.raises(TypeError, match="time: expected"):
        body(time=1760080210)


def test_validities() -> None:
    for value, expected in ((1, "1"), (24, "24"), ("24", "24"), ("00:01", "00%3A01"), (timedelta(minutes=125), "02%3A05"), (timedelta(days=1), "24")):
        assert body(valid=value) == f"&valid={expected}"
    for wrong in (0, 25, -1, 10**30, "1:5", timedelta(0), timedelta(days=2), timedelta(seconds=61), timedelta(minutes=-5)):
        with pytest.raises(RequestError) as caught:
            body(valid=wrong)
        assert (caught.value.parameter, caught.value.kind) == ("valid", "invalid")


def test_dates_and_recipients() -> None:
    day = date(2026, 11, 29)
    lone = HistoryRequest(day, credentials=KEY, phones="79990000001").body
    assert lone == HistoryRequest(day, credentials=KEY, phones=iter(["79990000001"])).body
    assert HistoryRequest(day, credentials=KEY, emails=True).body.endswith(b"&format=8")
    wrong: list[tuple[dict[str, Any], str, str]] = [
        # An empty list would be a page of the messages to everybody.
        ({"phones": []}, "phone", "missing"),
        ({"emails": []}, "email", "missing"),
        ({"cnt": 0}, "cnt", "invalid"),
        ({"cnt": 1 << 70}, "cnt", "invalid"),
        ({"cnt": -1}, "cnt", "invalid"),
        ({"prev_id": -1}, "prev_id", "invalid"),
        ({"prev_id": 1 << 63}, "prev_id", "invalid"),
    ]
    for options, parameter, kind in wrong:
        with pytest.raises(RequestError) as caught:
            HistoryRequest(day, credentials=KEY, **options)
        assert (caught.value.parameter, caught.value.kind) == (parameter, kind)
    with pytest.raises(RequestError, match="`start`: invalid"):
        HistoryRequest(date(1999, 12, 31), credentials=KEY)
    arguments: Any
    for arguments in ((datetime(2026, 11, 29),), ("29.11.2026",), (None,)):
        with pytest.raises(TypeError, match="start: expected datetime.date"):
            HistoryRequest(*arguments, credentials=KEY)
    with pytest.raises(TypeError, match="not both"):
        HistoryRequest(day, credentials=KEY, phones=["79990000001"], emails=True)


def test_messages() -> None:
    batch = StatusRequest(tuple(PAIRS), credentials=KEY)
    assert batch.body == StatusRequest(iter(PAIRS), credentials=KEY).body
    assert b"&id=101%2C" in StatusRequest(PAIRS[:1], credentials=KEY).body
    assert StatusRequest(("101", "79990000001"), credentials=KEY).body.endswith(b"&id=101")
    for number, messages in enumerate(([PAIRS[0], (0, "79990000002")], [PAIRS[0], ("a b", "79990000002")])):
        with pytest.raises(RequestError) as caught:
            StatusRequest(messages, credentials=KEY)
        assert (caught.value.parameter, caught.value.kind, caught.value.item) == ("id", "invalid", 1), number
    wrong: tuple[Any, ...] = (None, 1, "abc", (1, 2), (1, "2", 3), [101], [[101, "79990000001"]], [(101, None)], {101: "79990000001"})
    for messages in wrong:
        with pytest.raises(TypeError):
            StatusRequest(messages, credentials=KEY)
    empty: Any
    for empty in ((), [], iter(())):
        with pytest.raises(RequestError, match="`id`: missing"):
            StatusRequest(empty, credentials=KEY)


def test_servers() -> None:
    server = Server("smsc.kz", reserves=["www2.smsc.kz"])
    same = Server("smsc.kz", reserves=("www2.smsc.kz",), scheme="https")
    assert server == same and hash(server) == hash(same) and server != Server("smsc.kz") and server != "smsc.kz"
    assert (server.host, server.reserves, server.scheme) == ("smsc.kz", ("www2.smsc.kz",), "https")
    for known in (server, Server.SMSC_RU, Server("127.0.0.1:8080", scheme="http")):
        assert eval(repr(known)) == known == pickle.loads(pickle.dumps(known)) == copy.deepcopy(known)
    with pytest.raises(RequestError) as caught:
        Server("smsc.kz", reserves=["www2.smsc.kz", "https://www3.smsc.kz"])
    assert (caught.value.parameter, caught.value.kind, caught.value.item) == ("host", "invalid", 1)
    with pytest.raises(ValueError, match="scheme: expected"):
        Server("smsc.kz", scheme="ftp")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        StatusRequest(PAIRS, credentials=KEY, server="smsc.kz")  # type: ignore[arg-type]


def test_credentials() -> None:
    wrong: list[dict[str, Any]] = [{}, {"login": "a"}, {"password": "a"}, {"apikey": "a", "login": "b", "password": "c"}, {"apikey": 1}]
    for arguments in wrong:
        with pytest.raises(TypeError):
            Credentials(**arguments)
    invalid: list[tuple[str, dict[str, Any]]] = [
        ("apikey", {"apikey": "a\n"}),
        ("psw", {"login": "a", "password": "b\0"}),
        ("login", {"login": "\ud800", "password": "b"}),
    ]
    for parameter, arguments in invalid:
        with pytest.raises(RequestError) as caught:
            Credentials(**arguments)
        assert (caught.value.parameter, caught.value.kind) == (parameter, "invalid")
    # The charset is known in the request alone.
    with pytest.raises(RequestError) as caught:
        BalanceRequest(credentials=Credentials(login="中", password="a"), charset="koi8-r")
    assert (caught.value.parameter, caught.value.kind) == ("login", "charset")


def test_requests_are_immutable() -> None:
    request = StatusRequest(PAIRS, credentials=KEY)
    for name in ("url", "body", "server", "other"):
        with pytest.raises(AttributeError):
            setattr(request, name, None)
    with pytest.raises(AttributeError):
        del request.server
    request.headers["Authorization"] = "x"
    assert len(request.headers) == 1
    assert copy.copy(request) is request and copy.deepcopy([request])[0] is request
    messages = list(PAIRS)
    changed = StatusRequest(messages, credentials=KEY)
    messages.clear()
    assert changed.body == request.body and len(changed.parse(BATCH)) == 2


SECRETS = ("S3cretKey", "S3cretLogin", "S3cretPsw", "79161234567", "Anna", "a1@example.org")


PHONE, TEXT, MAIL = SECRETS[3:]


def attempts(credentials: Credentials) -> Iterator[Callable[[], Request]]:
    """Yields functions that make requests with secrets, right ones and wrong ones."""
    make: Any = partial
    day = date(2026, 11, 29)
    yield make(StatusRequest, [(101, PHONE)], credentials=credentials)
    yield make(StatusRequest, (101, MAIL), credentials=credentials)
    yield make(StatusRequest, [(101, f"{PHONE};{PHONE}")], credentials=credentials)
    yield make(StatusRequest, [(101, PHONE), (101, PHONE)], credentials=credentials)
    yield make(StatusRequest, [(f"{TEXT} {PHONE}", PHONE)], credentials=credentials)
    yield make(StatusRequest, PHONE, credentials=credentials)
    yield make(StatusRequest, (PHONE, None), credentials=credentials)
    yield make(DeleteRequest, [(101, PHONE)], credentials=credentials)
    yield make(SendRequest, [PHONE], TEXT, credentials=credentials)
    yield make(SendRequest, [PHONE], f"{TEXT}中", charset="koi8-r", credentials=credentials)
    yield make(SendRequest, [PHONE], f"{TEXT}\ud800", credentials=credentials)
    yield make(SendRequest, [PHONE, MAIL], TEXT * 1000, credentials=credentials)
    yield make(SendRequest, [PHONE, MAIL], TEXT, credentials=credentials)
    yield make(SendRequest, [PHONE], TEXT, sender=f"{PHONE}a", credentials=credentials)
    yield make(SendRequest, [PHONE], TEXT, time=PHONE, credentials=credentials)
    yield make(SendRequest, [PHONE], TEXT, id=f"{TEXT} {PHONE}", credentials=credentials)
    yield make(HistoryRequest, day, phones=[PHONE], credentials=credentials)
    yield make(HistoryRequest, day, emails=[MAIL], credentials=credentials)
    yield make(OperatorRequest, f"{PHONE},1", credentials=credentials)
    yield make(IncomingRequest, to_phone=f"{PHONE},1", credentials=credentials)
    yield make(BalanceRequest, credentials=credentials, server=MAIL)
    yield lambda: BalanceRequest(credentials=credentials, server=Server(MAIL))


@pytest.mark.parametrize("secret", [{"apikey": SECRETS[0]}, {"login": SECRETS[1], "password": SECRETS[2]}], ids=len)
def test_nothing_shows_a_secret(secret: Any) -> None:
    credentials = Credentials(**secret)
    with pytest.raises(TypeError, match="cannot be pickled") as unpickled:
        pickle.dumps(credentials)
    shown, made, failed = [repr(credentials), str(credentials), str(unpickled.value)], 0, 0
    assert not hasattr(credentials, "__dict__")
    for attempt in attempts(credentials):
        try:
            request = attempt()
        except (ValueError, TypeError) as error:
            parts: list[Any] = [error, error.args, error.__cause__, error.__context__, error.__dict__, pickle.dumps(error)]
            shown += [str(error), *map(repr, parts)]
            failed += 1
            continue
        shown += [repr(request), str(request), request.url, repr(request.urls), repr(request.headers), repr(request._form)]
        with pytest.raises(TypeError, match="cannot be pickled") as unpickled:
            pickle.dumps(request)
        shown.append(str(unpickled.value))
        assert not hasattr(request, "__dict__")
        made += 1
    assert (made, failed) == (6, 16)
    for text in shown:
        assert not any(known in text for known in SECRETS), text


def test_wrong_credentials_are_not_shown() -> None:
    wrong: list[dict[str, Any]] = [
        {"apikey": "S3cretKey\n"},
        {"apikey": b"S3cretKey"},
        {"login": "S3cretLogin", "password": "S3cretPsw\0"},
        {"apikey": "S3cretKey", "login": "S3cretLogin"},
    ]
    for arguments in wrong:
        with pytest.raises((RequestError, TypeError)) as caught:
            Credentials(**arguments)
        assert "S3cret" not in repr(caught.value) + str(caught.value)
    with pytest.raises(TypeError) as caught:
        BalanceRequest(credentials="S3cretKey")  # type: ignore[arg-type]
    assert "S3cret" not in repr(caught.value) + str(caught.value)


def test_an_error_outlives_pickling() -> None:
    with pytest.raises(RequestError) as caught:
        SendRequest(["79990000001", "1"], "a", credentials=KEY)
    error = caught.value
    restored = pickle.loads(pickle.dumps(error))
    assert restored == error and hash(restored) == hash(error) and str(restored) == str(error)
    assert (restored.parameter, restored.kind, restored.item) == ("phones", "invalid", 1)


class Service(BaseHTTPRequestHandler):
    """Answers as the scripts do, and keeps the form of the last request."""

    received: ClassVar[list[tuple[str, str | None, dict[str, str]]]] = []

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
        self.answer(form, self.headers["Content-Type"])

    def do_GET(self) -> None:
        self.answer(urlsplit(self.path).query, None)

    def answer(self, form: str, content_type: str | None) -> None:
        fields = {key: values[0] for key, values in parse_qs(form, strict_parsing=True).items()}
        self.received.append((urlsplit(self.path).path, content_type, fields))
        is_known = fields.get("apikey") == "k3y&=+ ключ"
        body = BATCH if is_known else b"ERROR = 2 (authorise error)" if fields["fmt"] == "0" else b"0,-2"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    service = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=service.serve_forever)
    thread.start()
    yield Server(f"127.0.0.1:{service.server_port}", scheme="http")
    service.shutdown()
    thread.join()
    service.server_close()


def by_urllib(request: Request) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(request.url, request.body, request.headers, method=request.method)) as response:
        return bytes(response.read())


def by_httpx(request: Request) -> bytes:
    with httpx.Client(trust_env=False) as client:
        return client.request(request.method, request.url, content=request.body, headers=request.headers).content


def by_get(request: Request) -> bytes:
    with httpx.Client(trust_env=False) as client:
        return client.get(request.get_url()).content


@pytest.mark.parametrize("fetch", [by_urllib, by_httpx, by_get], ids=lambda fetch: fetch.__name__)
def test_a_server_gets_the_fields_and_the_reply_is_parsed(server: Server, fetch: Callable[[Request], bytes]) -> None:
    credentials = Credentials(apikey="k3y&=+ ключ")
    request = StatusRequest([(101, "+7 999 000-00-01"), (102, "79990000002")], credentials=credentials, server=server)
    reply = request.parse(fetch(request))
    assert [(record.id, record.status) for record in reply.records()] == [(101, 1), (102, 20)] and not reply.missing
    path, content_type, fields = Service.received[-1]
    assert path == "/sys/status.php"
    assert content_type == (None if fetch is by_get else "application/x-www-form-urlencoded")
    assert fields == {
        "apikey": "k3y&=+ ключ",
        "fmt": "1",
        "all": "0",
        "charset": "utf-8",
        "phone": "+7 999 000-00-01,79990000002",
        "id": "101,102",
    }


def test_a_server_rejects_a_login(server: Server) -> None:
    request = StatusRequest(PAIRS, credentials=Credentials(login="user", password="wrong"), server=server)
    with pytest.raises(ApiError, match="Wrong login or password"):
        request.parse(by_httpx(request))
