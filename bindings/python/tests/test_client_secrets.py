"""No secret, phone or text in anything that is shown, and what can be pickled."""

import copy
import pickle
import socket
import subprocess
import sys
import traceback
from datetime import date
from functools import partial
from typing import Any

import pytest
from clients import TRANSPORTS, Subject, subject
from standin import CREDENTIALS, KEY, LOGIN, PHONE, Hands, Service

from smsc_proto import Credentials, MalformedReply, Server
from smsc_proto.client import ClientError, HttpRequest, HttpResponse, NotAReply, NotSent, Refused, TransportError, Unanswered, Unknown

TEXT = "s3cret text"
HIDDEN = ("k3y", "s3cret", PHONE, "79160000000")


MADE: dict[str, list[ClientError]] = {}


def after(service: Service, fault: str, call: Any) -> None:
    service.fault(fault, "status.php", times=2)
    call()


def check(shown: str, hidden: tuple[str, ...] = HIDDEN) -> None:
    for word in hidden:
        assert word not in shown, shown[max(shown.find(word) - 200, 0) :][:200]


def errors_of(kind: str, service: Service) -> list[ClientError]:
    """Returns errors of every kind of a client, which are made once."""
    if kind not in MADE:
        MADE[kind] = made(kind, service)
    return MADE[kind]


def made(kind: str, service: Service) -> list[ClientError]:
    client = subject(kind, service, transport={"timeout": 0.15})
    calls: list[Any] = []
    for fault in ("empty", "html", "ok", "reset", "stall"):
        calls.append(partial(after, service, fault, partial(client.status_of, 7, PHONE)))
    calls.append(lambda: client.send("s3cret,k3y", TEXT))
    calls.append(lambda: client.delete([(7, PHONE)]))
    calls.append(lambda: client.operator("5555"))
    calls.append(lambda: subject(kind, service, max_wait=0).balance() and client.send(PHONE, TEXT, sender="s3cret" * 9))
    wrong = subject(kind, service, credentials=Credentials(login="k3y-login", password="s3cret-wrong"))
    calls += [wrong.balance, wrong.balance]
    nobody = Server("127.0.0.1:9", scheme="http")
    calls.append(Subject(kind, nobody, Hands()).balance)
    calls.append(Subject(kind, Server("gate.example", scheme="http")).balance)
    errors = []
    for call in calls:
        service.control(advance="2m")
        with pytest.raises(ClientError) as caught:
            call()
        errors.append(caught.value)
    return errors


def test_errors_show_no_secret_and_are_one_sentence(kind: str, service: Service) -> None:
    errors = errors_of(kind, service)
    assert {type(error) for error in errors} == {NotSent, Unanswered, NotAReply, Refused}
    for error in errors:
        text = str(error)
        assert error.host in text and len(text) > 40 and "\n" not in text
        print(text)
        check(f"{text}\n{error!r}\n{error.args}\n{error.__dict__}")
        # The values of variables are shown by some tools. Phones are in those of the caller as well.
        lines = traceback.TracebackException.from_exception(error, capture_locals=True)
        frames = [frame for frame in lines.stack if "/smsc_proto/client/" in frame.filename]
        assert frames
        check("".join(f"{frame.locals}\n" for frame in frames), (LOGIN, "s3cret-psw", "s3cret-wrong"))


def test_the_context_of_an_error_is_that_of_the_caller(kind: str, service: Service) -> None:
    mine = LookupError("mine")
    for error in errors_of(kind, service):
        assert error.__context__ is None and error.__cause__ is None
    with pytest.raises(ClientError) as caught:
        try:
            raise mine
        except LookupError:
            Subject(kind, Server("127.0.0.1:9", scheme="http"), Hands()).balance()
    assert caught.value.__context__ is mine


def test_errors_can_be_pickled_and_copied(kind: str, service: Service) -> None:
    for error in errors_of(kind, service):
        pickled = pickle.dumps(error)
        check(pickled.decode("latin-1"))
        for known in (pickle.loads(pickled), copy.copy(error), copy.deepcopy(error)):
            assert type(known) is type(error) and str(known) == str(error)
            assert known.advice == error.advice and known.failure == error.failure
    failed = pickle.loads(pickle.dumps(TransportError("cut", "http://proxy.example:1")))
    assert (failed.failure, failed.proxy) == ("cut", "http://proxy.example:1")


def test_the_text_of_the_service_is_in_no_message() -> None:
    def answer(_: HttpRequest) -> HttpResponse:
        return HttpResponse(200, b'{"error": "k3y 79990000001", "error_code": 3}')

    from smsc_proto.client import Client

    with pytest.raises(Refused) as caught:
        Client(CREDENTIALS, transport=answer).price(PHONE, "Hello")
    error = caught.value
    check(f"{error}{error!r}{error.args}")
    assert error.api_error.text == "k3y 79990000001" and error.api_error.outcome.retry == "after_fix"
    assert str(error).startswith("smsc.ru refused the request to send.php: error 3, ")


def test_values_show_no_secret(kind: str, service: Service) -> None:
    client = subject(kind, service)
    shown: list[object] = [client.client, client.gate, CREDENTIALS, TRANSPORTS[kind]()]
    shown.append(client.send(PHONE, TEXT, id=7, op=True, cost=3))
    shown += [client.price(PHONE, TEXT, op=True), client.balance(), client.operator(PHONE)]
    statuses = client.status([(7, PHONE), (8, PHONE)], all=2)
    shown += [statuses, *statuses]
    history = client.history(date(2026, 11, 28))
    shown += [history, *history]
    service.control(receive={"phone": PHONE, "text": TEXT, "to": "79160000000"})
    shown.append(client.incoming(hour=1))
    service.fault("stall", "send.php")
    service.fault("empty", "status.php", times=2)
    unknown = client.send(PHONE, TEXT + "!", id=9)
    assert isinstance(unknown, Unknown)
    shown.append(unknown)
    shown.append(HttpRequest("https://smsc.ru/", {}, b"psw=s3cret"))
    shown.append(HttpResponse(200, b"k3y"))
    text = "\n".join(f"{value!r} {value}" for value in shown)
    assert len(text) > 2_000
    check(text)
    for seen in client.spy.seen:
        assert "?" not in seen.url and (seen.form["login"], seen.form["psw"]) == (LOGIN, "s3cret-psw")
    client.set_credentials(Credentials(apikey=KEY))
    client.balance()
    assert client.spy.seen[-1].form["apikey"] == KEY and "psw" not in client.spy.seen[-1].form


def test_a_malformed_reply_keeps_no_body(kind: str, service: Service) -> None:
    client = subject(kind, service)
    service.fault("html", "status.php", times=2)
    service.fault("empty", "balance.php", times=2)
    with pytest.raises(NotAReply) as caught:
        client.balance()
    malformed = caught.value.malformed
    assert isinstance(malformed, MalformedReply) and malformed.__traceback__ is None and malformed.__context__ is None


def test_credentials_of_a_netrc_are_not_sent(kind: str, service: Service, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "netrc"
    path.write_text("default login k3y password s3cret\n", encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = Subject(kind, Server(f"127.0.0.1:{server.getsockname()[1]}", scheme="http"), transport={"timeout": 0.2}, max_wait=0)
        with pytest.raises(Unanswered):
            client.balance()
        connection = server.accept()[0]
        received = connection.recv(4096).lower()
        connection.close()
    assert received.startswith(b"post /sys/balance.php http/1.1\r\n")
    assert b"authorization" not in received and b"cookie" not in received and b"\r\nuser-agent: smsc-proto/" in received


def test_no_log_and_no_debugging_output_shows_a_secret(
    kind: str, service: Service, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("http.client.HTTPConnection.debuglevel", 1)
    with caplog.at_level("DEBUG"):
        subject(kind, service).send(PHONE, TEXT)
    shown = "".join(capfd.readouterr())
    check(shown.replace("send: b'POST /control", "") + caplog.text)


def test_what_is_imported() -> None:
    code = "import sys, smsc_proto.client; print(sorted({'httpx', 'anyio', 'requests', 'email.parser'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "['email.parser']\n"
    code = "import sys, smsc_proto; print(sorted({'ssl', 'asyncio', 'threading', 'smsc_proto.client'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_httpx_is_named_if_it_is_missing(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    if kind == "urllib":
        TRANSPORTS[kind]()
        return
    with pytest.raises(ImportError, match=r"pip install 'smsc-proto\[httpx\]'"):
        TRANSPORTS[kind]()
