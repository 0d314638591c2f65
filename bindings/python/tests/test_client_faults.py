"""Every fault of the stand-in, for a status and for a message."""

import socket
from collections.abc import Iterator
from datetime import date
from itertools import chain, repeat
from typing import Any

import pytest
from clients import Subject, subject
from standin import PHONE, Hands, Service

from smsc_proto import Missing, Sent, Server
from smsc_proto.client import AlreadyAccepted, HttpRequest, HttpResponse, NotAReply, Refused, Unanswered, Unknown

# The faults that leave no reply. The request is carried out all the same.
WITHOUT_REPLY: list[dict[str, Any]] = [
    {"kind": "empty"},
    {"kind": "html"},
    {"kind": "ok"},
    {"kind": "cut", "bytes": 0},
    {"kind": "cut", "bytes": 5},
    {"kind": "stall"},
    {"kind": "reset"},
    {"kind": "drip", "pause_ms": 100},
]
REASONS = {"stall": "timeout", "drip": "timeout", "cut": "cut", "reset": "cut"}


@pytest.fixture(params=WITHOUT_REPLY, ids=lambda fault: "-".join(map(str, fault.values())))
def fault(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


def is_expected(fault: dict[str, Any], error: object) -> bool:
    """Returns whether an error is of the kind that a fault leads to."""
    match error:
        case Unanswered():
            return error.reason == REASONS[fault["kind"]]
        case NotAReply():
            # `OK` is the reply to a deletion.
            shape = {"html": (502, False), "ok": (None, False), "empty": (None, True)}[fault["kind"]]
            return shape == (error.status, error.malformed is not None)
    return False


def send(client: Subject) -> Any:
    return client.send(PHONE, "Hello", id=101)


def quick(kind: str, service: Service, **options: Any) -> Subject:
    """Returns a client that does not wait long for a stalled answer."""
    return subject(kind, service, transport={"timeout": 0.15}, **options)


def test_a_status_is_asked_for_once_more(kind: str, service: Service, fault: dict[str, Any]) -> None:
    client = quick(kind, service)
    service.fault(script="status.php", **fault)
    before = client.hands.now()
    assert client.status_of(101, PHONE).status == -3
    assert client.spy.count("status.php") == 2 and 1 <= client.hands.now() - before < 2
    service.fault(script="status.php", times=2, **fault)
    with pytest.raises((Unanswered, NotAReply)) as caught:
        client.status_of(101, PHONE)
    assert is_expected(fault, caught.value)
    assert caught.value.advice is not None and caught.value.advice.reason == "tries_used_up"


def test_a_message_without_an_answer_is_looked_up(kind: str, service: Service, fault: dict[str, Any]) -> None:
    client = quick(kind, service)
    service.fault(script="send.php", **fault)
    assert send(client) == AlreadyAccepted(101)
    assert (service.count("send.php"), service.count("status.php"), service.messages) == (1, 1, 1)


def test_a_lost_message_is_not_sent_again_without_a_history(kind: str, service: Service, fault: dict[str, Any]) -> None:
    client = quick(kind, service)
    service.fault(script="send.php", lost=True, **fault)
    fate = send(client)
    assert isinstance(fate, Unknown) and fate.id == 101
    assert not fate.error.is_unsent and fate.error.code is None
    assert (client.spy.count("send.php"), service.messages) == (1, 0)


def test_a_lost_message_is_sent_once_more_with_a_history(kind: str, service: Service) -> None:
    client = subject(kind, service, history_kept=True)
    service.fault("empty", "send.php", lost=True)
    assert isinstance(send(client), Sent)
    assert (client.spy.count("send.php"), service.messages) == (2, 1)
    assert client.hands.now() >= 60 and {seen.form["id"] for seen in client.spy.seen} == {"101"}


def test_two_lost_messages_are_the_end(kind: str, service: Service) -> None:
    client = subject(kind, service, history_kept=True)
    service.fault("empty", "send.php", times=2, lost=True)
    assert isinstance(send(client), Unknown)
    assert (client.spy.count("send.php"), service.messages) == (2, 0)


def test_an_unanswered_question_about_a_message_leaves_it_unknown(kind: str, service: Service) -> None:
    client = subject(kind, service, history_kept=True)
    service.fault("empty", "send.php")
    service.fault("html", "status.php", times=9)
    assert isinstance(send(client), Unknown)
    assert (client.spy.count("send.php"), client.spy.count("status.php")) == (1, 2)


def test_a_client_that_may_not_wait_does_not_look_up(kind: str, service: Service) -> None:
    client = subject(kind, service, max_wait=0.5)
    service.fault("empty", "send.php")
    assert isinstance(send(client), Unknown)
    assert (service.count("send.php"), service.count("status.php")) == (1, 0)


def test_a_message_to_several_phones_is_looked_up_as_a_batch(kind: str, service: Service) -> None:
    client = subject(kind, service)
    service.fault("cut", "send.php", bytes=1)
    assert client.send([PHONE, "79990000002", "79990000003"], "Hello", id=5) == AlreadyAccepted(5)
    assert (client.spy.count("send.php"), service.messages) == (1, 3)


def test_a_refused_duplicate_is_looked_up(kind: str, service: Service) -> None:
    send(subject(kind, service))
    # Another program of the login, whose gate knows nothing of the first one.
    second = subject(kind, service)
    assert send(second) == AlreadyAccepted(101)
    assert (second.spy.count("send.php"), service.messages) == (1, 1)


def test_a_redirect_is_not_followed(kind: str, service: Service) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.setblocking(False)
        client = subject(kind, service)
        target = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/sys/send.php"
        service.fault("redirect", "status.php", to=target)
        with pytest.raises(NotAReply, match="HTTP status 302, a redirect, which is not followed") as caught:
            client.status_of(101, PHONE)
        assert caught.value.status == 302
        service.fault("redirect", "send.php", to=target)
        assert isinstance(send(client), Unknown)
        assert (client.spy.count("send.php"), client.spy.count("status.php")) == (1, 1)
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


@pytest.mark.parametrize(("fault", "records"), [("wrong-order", 3), ("doubled", 4)])
def test_a_batch_in_another_order_loses_nothing_silently(kind: str, service: Service, fault: str, records: int) -> None:
    client = subject(kind, service)
    phones = [PHONE, "79990000002", "79990000003"]
    client.send(phones, "Hello", id=5)
    service.fault(fault, "status.php")
    items = list(client.status([(5, phone) for phone in phones]))
    indices = [status.index for status in items if status.index is not None]
    assert indices == [0, 1, 2]
    assert sum(status.record is not None for status in items) == records
    missing = sum(isinstance(status.item, Missing) for status in items)
    unexpected = sum(status.index is None for status in items)
    assert 3 - missing + unexpected == records


def test_faults_that_leave_a_reply_do_no_harm(kind: str, service: Service) -> None:
    client = subject(kind, service)
    # Two of them are about batches, and change nothing else.
    faults: list[dict[str, Any]] = [{"kind": "wrong-charset"}, {"kind": "drip", "pause_ms": 0}, {"kind": "wrong-order"}, {"kind": "doubled"}]
    for fault in faults:
        service.fault(script="status.php", **fault)
        assert client.status_of(101, PHONE).status == -3
        service.fault(script="send.php", **fault)
        assert isinstance(client.send(PHONE, f"Hello {fault['kind']}"), Sent)
    assert (client.spy.count("status.php"), client.spy.count("send.php")) == (4, 4)


def test_a_deletion_without_an_answer_is_not_repeated(kind: str, service: Service) -> None:
    client = subject(kind, service)
    send(client)
    service.fault("empty", "status.php")
    with pytest.raises(NotAReply):
        client.delete((101, PHONE))
    assert client.spy.count("status.php") == 1


def test_an_iterator_ends_after_an_exception(kind: str, service: Service) -> None:
    client = subject(kind, service, batch=2)
    messages = [(id, f"7999000000{id}") for id in range(1, 6)]
    statuses = client.status(messages)
    assert [next(statuses).index for _ in range(2)] == [0, 1]
    service.fault("html", "status.php", times=3)
    with pytest.raises(NotAReply):
        next(statuses)
    assert statuses.rest == messages[2:] and list(statuses) == []
    service.control(reset=True)
    assert len(list(client.status(statuses.rest))) == 3


def doubled(kind: str, answers: Iterator[HttpResponse], **options: Any) -> Subject:
    """Returns a client that gets these answers."""
    client = Subject(kind, Server.SMSC_RU, Hands(), **options)

    def answer(_: HttpRequest) -> HttpResponse:
        return next(answers)

    async def awaited(_: HttpRequest) -> HttpResponse:
        return next(answers)

    client.spy._inner = awaited if kind == "async" else answer
    return client


@pytest.mark.parametrize(("status", "tries"), [(500, 2), (503, 2), (408, 2), (425, 2), (429, 3), (404, 1), (403, 1), (301, 1)])
def test_another_http_status(kind: str, status: int, tries: int) -> None:
    client = doubled(kind, repeat(HttpResponse(status, b"")))
    with pytest.raises(NotAReply, match=f"HTTP status {status}") as caught:
        client.balance()
    assert caught.value.status == status and len(client.spy.seen) == tries
    # A message may have been accepted, so that its status is asked for, and nobody knows it.
    not_found = HttpResponse(200, b'{"status": -3}')
    client = doubled(kind, chain([HttpResponse(status, b"")], repeat(not_found)))
    assert isinstance(client.send(PHONE, "Hello"), Unknown)
    scripts = [seen.script for seen in client.spy.seen]
    # Before the minute is over the service may not know it yet, so that it is asked twice.
    assert scripts == ["send.php", *(["status.php"] * 2 if tries > 1 else [])]


@pytest.mark.parametrize("code", [1, 3, 6, 7, 8, 9])
def test_a_refused_message(kind: str, code: int) -> None:
    refused = HttpResponse(200, f'{{"error": "no", "error_code": {code}}}'.encode())
    client = doubled(kind, chain([refused], repeat(HttpResponse(200, b'{"status": 1}'))))
    if code == 9:
        # A refused duplicate may mean that the first one was accepted.
        assert isinstance(client.send(PHONE, "Hello"), AlreadyAccepted)
        return
    with pytest.raises(Refused, match=f"smsc.ru refused the request to send.php: error {code}, ") as caught:
        client.send(PHONE, "Hello")
    assert caught.value.advice is not None and caught.value.advice.reason == "rejected"
    assert len(client.spy.seen) == 1


def test_a_reply_to_another_request(kind: str) -> None:
    # Those to a message, whose shapes are those of a price and of a message.
    client = doubled(kind, repeat(HttpResponse(200, b"OK")))
    for call in (client.balance, lambda: client.price(PHONE, "Hello"), lambda: next(client.status([(1, PHONE), (2, PHONE)]))):
        with pytest.raises(NotAReply, match="smsc.ru sent no reply of the service"):
            call()
    history = doubled(kind, repeat(HttpResponse(200, b'{"result": "OK"}'))).history(date(2026, 11, 28))
    with pytest.raises(NotAReply):
        next(history)
    deletion = doubled(kind, repeat(HttpResponse(200, b'{"status": 1, "err": 0}')))
    with pytest.raises(NotAReply):
        deletion.delete((1, PHONE))
