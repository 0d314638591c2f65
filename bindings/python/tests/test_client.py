"""Every call of the clients against the stand-in."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from clients import subject
from standin import NOON, PHONE, Service

from smsc_proto import Incoming, MalformedReply, Missing, Price, Record, RequestError, Sent
from smsc_proto.client import NotSent, Refused, Status

DAY = date(2026, 11, 28)


def test_a_message_is_sent_and_followed(kind: str, service: Service) -> None:
    client = subject(kind, service)
    sent = client.send(PHONE, "Привет", id=101, cost=3)
    assert sent == Sent(101, 1, Decimal("2.12"), Decimal("997.88"))
    assert client.status_of(101, PHONE).status == 0
    service.control(advance="4s")
    record = client.status_of(101, PHONE, all=2)
    assert (record.status, record.message, record.phone) == (1, "Привет", PHONE)
    assert record.last_timestamp is not None and record.last_timestamp >= NOON + 4
    assert client.server_date is not None and client.server_date.text.endswith("GMT")
    assert all("?" not in seen.url for seen in client.spy.seen)


def test_a_message_without_an_id_gets_a_number(kind: str, service: Service) -> None:
    client = subject(kind, service)
    ids = [client.send(phone, "Hello").id for phone in (PHONE, "79990000002")]
    assert ids[0] != ids[1] and all(0 < id < 2**31 for id in ids)
    assert client.status_of(ids[0], PHONE).status != -3


def test_many_statuses_are_asked_for_in_batches_a_minute_apart(kind: str, service: Service) -> None:
    client = subject(kind, service, batch=100)
    messages = [(id, f"7999000{id:04}") for id in range(1, 251)]
    for id, phone in messages[:10]:
        client.send(phone, "Hello", id=id)
    statuses = client.status(iter(messages))
    assert client.spy.count("status.php") == 0
    first = next(statuses)
    assert (first.index, first.record.id) == (0, 1)
    assert (client.spy.count("status.php"), len(statuses.rest)) == (1, 150)
    rest = list(statuses)
    assert [status.index for status in rest] == list(range(1, 250))
    assert [status.record.status == -3 for status in rest] == [index >= 10 for index in range(1, 250)]
    assert client.spy.count("status.php") == 3 and client.hands.now() >= 120
    assert list(statuses) == [] and statuses.rest == []


def test_one_pair_is_one_message(kind: str, service: Service) -> None:
    client = subject(kind, service)
    for messages in ((101, PHONE), [(101, PHONE)], [("101", PHONE)]):
        (status,) = client.status(messages)
        assert (status.index, status.record.status) == (0, -3)
    assert [seen.form["id"] for seen in client.spy.seen] == ["101"] * 3


def test_messages_are_deleted(kind: str, service: Service) -> None:
    client = subject(kind, service)
    phones = [PHONE, "79990000002", "79990000003"]
    assert isinstance(client.send(iter(phones), "Hello", id=7), Sent)
    client.delete((7, phones[0]))
    client.delete([(7, phone) for phone in phones[1:]])
    assert service.messages == 0
    with pytest.raises(Refused) as caught:
        client.delete([(7, phones[0])])
    assert (caught.value.code, caught.value.script) == (5, "status.php")


def test_the_account_is_asked_about(kind: str, service: Service) -> None:
    client = subject(kind, service)
    balance = client.balance()
    assert (balance.balance, balance.currency) == (Decimal("1000.00"), "RUR")
    assert client.operator("79160000001").country
    assert client.price(iter([PHONE]), "Hello") == Price(Decimal("2.12"), 1)
    assert service.messages == 0


def test_the_history_is_read_page_by_page(kind: str, service: Service) -> None:
    client = subject(kind, service)
    assert list(client.history(DAY)) == []
    phones = [f"7999000{at:04}" for at in range(25)]
    for phone in phones:
        client.send(phone, "Hello")
    before = client.spy.count("get.php")
    history = client.history(DAY, phones=iter(phones), cnt=10)
    records = list(history)
    assert [record.phone for record in records] == phones[::-1]
    assert records[0].message == "Hello" and client.spy.count("get.php") - before == 4
    assert history.prev_id == records[-1].int_id
    assert len(list(client.history(DAY, prev_id=records[-3].int_id))) == 2


def test_incoming_messages_are_listed(kind: str, service: Service) -> None:
    client = subject(kind, service)
    assert client.incoming(hour=1) == []
    service.control(receive={"phone": "79990000005", "text": "Да", "to": "79160000000"})
    (message,) = client.incoming(hour=1)
    assert isinstance(message, Incoming)
    assert (message.phone, message.message) == ("79990000005", "Да")


def test_an_invalid_request_is_not_sent(kind: str, service: Service) -> None:
    client = subject(kind, service)
    calls: list[Any] = [
        lambda: client.send("12,34", "Hello"),
        lambda: client.price("12,34", "Hello"),
        lambda: list(client.status([(1, PHONE), (1, PHONE)])),
        lambda: client.delete([]),
        lambda: client.operator(""),
        lambda: list(client.history(DAY, cnt=0)),
        lambda: client.incoming(hour=0),
    ]
    for call in calls:
        with pytest.raises(NotSent) as caught:
            call()
        assert caught.value.reason == "invalid" and isinstance(caught.value.invalid, RequestError)
        assert caught.value.advice is not None and caught.value.advice.reason == "invalid"
    assert client.spy.seen == []


def test_arguments_of_another_type_are_no_client_errors(kind: str, service: Service) -> None:
    client = subject(kind, service)
    calls: list[Any] = [
        lambda: client.send([5], "Hello"),
        lambda: client.status_of(1, 5),
        lambda: list(client.status([5])),
        lambda: client.operator(5),
        lambda: list(client.history("today")),
        lambda: client.send(PHONE, "Hello", kinds="sms"),
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()
    with pytest.raises(ValueError, match="cost: expected 0, 2 or 3"):
        client.send(PHONE, "Hello", cost=1)
    with pytest.raises(ValueError, match="all: expected"):
        client.status_of(1, PHONE, all=3)
    assert client.spy.seen == [] and client.balance().currency == "RUR"


def test_a_client_that_may_not_wait_says_how_long_it_would(kind: str, service: Service) -> None:
    client = subject(kind, service, max_wait=0)
    assert isinstance(client.send(PHONE, "Hello"), Sent)
    with pytest.raises(NotSent, match="a limit of the service is reached: try again in 61 s") as caught:
        client.send(PHONE, "Hello")
    assert (caught.value.reason, caught.value.wait) == ("limit", 61)
    assert service.count("send.php") == 1


def test_the_items_of_a_status(kind: str, service: Service) -> None:
    client = subject(kind, service)
    (status,) = client.status([(5, PHONE)], all=2)
    assert isinstance(status, Status) and isinstance(status.item, Record) and status.record is status.item
    assert Status(0, Missing(5, PHONE)).record is None
    match status:
        case Status(0, Record(status=-3)):
            pass
        case _:
            raise AssertionError(status)


def test_a_malformed_line_is_an_item(kind: str, service: Service) -> None:
    from smsc_proto.client import HttpResponse

    client = subject(kind, service)
    body = b"1,1760080210,0,101,79990000001\nx\n1,1760080210,0,103,79990000003\n1,1760080210,0,9,79990000009\n"

    def answer(_: object) -> HttpResponse:
        return HttpResponse(200, body)

    async def awaited(_: object) -> HttpResponse:
        return answer(_)

    client.spy._inner = awaited if kind == "async" else answer
    items = list(client.status([(101, PHONE), (102, "79990000002"), (103, "79990000003")]))
    assert [status.index for status in items] == [0, None, 1, 2, None]
    assert isinstance(items[1].item, MalformedReply) and isinstance(items[2].item, Missing)
    assert items[4].record is not None and items[4].record.unexpected
