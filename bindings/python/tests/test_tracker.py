"""Trackers: messages are followed to their end."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from standin import NOON, PHONE, Service
from trackers import KINDS, Followed, refused, send

from smsc_proto import RequestError, parse_callback, verify_callback
from smsc_proto.tracker import Change

HOUR = 3_600


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A stand-in at noon in Moscow."""
    service = Service(tmp_path)
    yield service
    service.stop()


def told(changes: list[Change]) -> list[tuple[Any, ...]]:
    return [(change.id, change.status, change.err, change.is_final) for change in changes]


def test_messages_are_followed_to_their_end(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        messages = send(tracker, 1, PHONE) + send(tracker, "order-2", "79990002006")
        assert tracker.add(messages) == 2 and tracker.add(messages) == 0
        changes = list(tracker.run())
        assert sorted(told(changes), key=str) == [("order-2", 20, 6, True), (1, 1, 0, True)]
        assert list(tracker.run()) == [] and tracker.last_error is None
    other, one = sorted(changes, key=lambda change: str(change.id))
    assert (one.outcome.state, one.outcome.retry, one.outcome.retry_after_s) == ("failed", "later", 3_600)
    assert other.phone == PHONE and other.source == "asked" and not other.is_lost
    assert other.changed_at == datetime.fromtimestamp(NOON + 4, timezone.utc)
    assert datetime.fromtimestamp(NOON + 30, timezone.utc) <= other.reported_at <= datetime.fromtimestamp(NOON + 100, timezone.utc)
    assert len({change.key for change in changes}) == 2 and one.seq != other.seq
    assert refused(service) == []


def test_a_day_passes_without_a_refused_request(
    kind: str, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody else adds messages.
    monkeypatch.setattr("smsc_proto.tracker._driver.SLICE", 6.0 * HOUR)
    with Followed(kind, service, tmp_path) as tracker:
        tracker.add(send(tracker, 1, "79990008000") + send(tracker, 2, "79990003000") + send(tracker, 3, PHONE))
        changes = list(tracker.run())
        # A day: the last one expires after one.
        assert tracker.hands.now() > 24 * HOUR
    assert {change.id: int(change.status or 0) for change in changes} == {1: 1, 2: 3, 3: 1}
    assert [change.id for change in changes if change.is_final] == [3, 1, 2]
    assert refused(service) == [] and service.count("status.php") < 60


def test_many_messages_are_asked_for_in_batches(kind: str, service: Service, tmp_path: Path) -> None:
    phones = [f"7999{number:03}0001" for number in range(25)]
    with Followed(kind, service, tmp_path, batch_size=10) as tracker:
        tracker.add(send(tracker, 7, *phones))
        changes = list(tracker.run())
    assert sorted(change.phone for change in changes) == phones
    assert all(change.is_final and change.status == 1 for change in changes)
    sizes = [len(seen.form["phone"].split(",")) for seen in tracker.client.spy.seen if seen.script == "status.php"]
    # A batch a minute, and the others by themselves in between.
    assert sizes[0] == 10 and sum(sizes) == 25 and refused(service) == []


def test_a_message_that_was_moved_is_found_in_the_history(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        mail = send(tracker, 3, "someone@example.com", kind="mail", sender="me@example.com")
        tracker.add(send(tracker, 1, PHONE) + send(tracker, 2, "+7 999 000-00-02") + mail)
    # The program is not there at 03:00, after which the service does not find them.
    service.control(advance="20h")
    with Followed(kind, service, tmp_path) as tracker:
        changes = [change for change in tracker.run() if change.is_final]
    assert sorted(told(changes)) == [(1, 1, 0, True), (2, 1, 0, True), (3, 1, 0, True)]
    assert {change.source for change in changes} == {"history"}
    assert {change.phone for change in changes} == {PHONE, "+7 999 000-00-02", "someone@example.com"}
    # One request for the addresses, and one for the phones, or two if they are due in different seconds.
    assert service.count("get.php") in (2, 3) and refused(service) == []


@pytest.mark.parametrize("has_history", [True, False])
def test_a_message_that_is_found_nowhere_is_lost(kind: str, service: Service, tmp_path: Path, has_history: bool) -> None:
    with Followed(kind, service, tmp_path, has_history=has_history) as tracker:
        # It was never sent.
        tracker.add((9, PHONE))
        changes = list(tracker.run())
    assert changes[-1].is_lost and not changes[-1].is_final and changes[-1].source is None
    assert (changes[-1].outcome.state, changes[-1].outcome.title()) == ("unknown", "Message not found")
    assert (service.count("get.php") > 0) == has_history and refused(service) == []


def test_a_change_is_yielded_until_the_next_one_is_asked_for(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        tracker.add(send(tracker, 1, PHONE, "79990000002", "79990000003"))
        changes = tracker.tracker.run()
        first, second = tracker.next(changes), tracker.next(changes)
    with Followed(kind, service, tmp_path) as tracker:
        again = list(tracker.run())
    assert first is not None and second is not None and first.key != second.key
    assert again[0] == second and len(again) == 2
    assert first.key not in {change.key for change in again}


def notification(id: int, phone: str, status: int, secret: str = "k3y") -> bytes:
    sha1 = hashlib.sha1(f"{id}:{phone}:{status}:{secret}".encode()).hexdigest()
    return f"id={id}&phone={phone}&status={status}&err=6&sha1={sha1}".encode()


def test_push_notifications(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path, push=True) as tracker:
        tracker.add(send(tracker, 1, "79990007000") + send(tracker, 2, "79990008000"))
        # The second message is not in the file: the notification arrived before it was added.
        for id, phone, status in [(1, "79990007000", 20), (5, "79990000005", 1)]:
            tracker.on_callback(verify_callback(notification(id, phone, status), "k3y"))
        with pytest.raises(ValueError, match="verify_callback"):
            tracker.on_callback(parse_callback(notification(2, "79990008000", 20)))
        incoming = hashlib.sha1(b"123:text:234:k3y").hexdigest().encode()
        tracker.on_callback(verify_callback(b"phone=123&mes=text&to=234&sha1=" + incoming, "k3y"))
        changes = list(tracker.run())
        # Nothing was asked for in the first hour.
        assert tracker.hands.now() >= HOUR
    assert told(changes) == [(1, 20, 6, True), (5, 1, 6, True), (2, 1, 0, True)]
    assert [change.source for change in changes] == ["pushed", "pushed", "asked"]
    assert service.count("status.php") == 1


def test_messages_at_risk(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        tracker.add(send(tracker, 1, PHONE))
        assert tracker.at_risk() == []
        # Nearly 03:00 in Moscow, and the message was not asked for.
        tracker.hands.wait(15 * HOUR - 240)
        assert tracker.at_risk() == [(1, PHONE)]


def test_the_clock_is_compared_with_that_of_the_service(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path, behind=HOUR) as tracker:
        tracker.add(send(tracker, 1, "79990007000"))
        assert (change := tracker.next(tracker.tracker.run())) is not None and change.status == 0
        # Three seconds before 03:00 in Moscow, which is no time for another request.
        tracker.hands.wait(15 * HOUR - 3 - tracker.hands.now())
        assert tracker.at_risk() == [(1, "79990007000")]


def test_several_requests_at_once(tmp_path: Path) -> None:
    service = Service(tmp_path, "", "--frozen", "--latency", "50ms")
    with Followed("async", service, tmp_path, batch_size=2) as tracker:
        tracker.add(send(tracker, 1, *(f"7999000{number:02}01" for number in range(20))))
        in_work: list[int] = []
        ask = tracker.client.spy._inner

        async def counted(request: Any) -> Any:
            in_work.append(1 + (in_work[-1] if in_work else 0))
            try:
                return await ask(request)
            finally:
                in_work.append(in_work[-1] - 1)

        tracker.client.spy._inner = counted
        assert len(list(tracker.run())) == 20
    assert max(in_work) == 3 and in_work[-1] == 0 and refused(service) == []
    service.stop()


def test_the_time_of_sending(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        sent = send(tracker, 1, PHONE)
        tracker.hands.wait(60)
        tracker.add(sent, sent_at=datetime.fromtimestamp(NOON, timezone(timedelta(hours=3))))
        assert [change.status for change in tracker.run()] == [1]
        # It was due already.
        assert tracker.hands.now() < 65


def test_wrong_arguments(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        with pytest.raises(RequestError, match="^`phone`, item 2: invalid") as caught:
            tracker.add([(1, PHONE), (2, "12")])
        assert caught.value.item == 1 and list(tracker.run()) == []
        with pytest.raises(ValueError, match="an aware datetime"):
            tracker.add((1, PHONE), sent_at=datetime(2026, 11, 28))
        for wrong in ([5], (1, 5), None):
            with pytest.raises(TypeError):
                tracker.add(wrong)
    options: list[dict[str, Any]] = [{"batch_size": 1}, {"batch_size": 5_000}, {"batch_gap": -1.0}]
    for option in options:
        with pytest.raises(ValueError, match=f"^{next(iter(option))}: expected"):
            Followed(kind, service, tmp_path, **option)
    with pytest.raises(ValueError, match="^at_once: expected 1 to 15 requests"):
        Followed("async", service, tmp_path, at_once=16)


def test_nothing_private_is_shown(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        tracker.add(send(tracker, 1, PHONE))
        shown = repr([tracker.tracker, tracker.tracker.run(), *tracker.run()])
    assert "Change(key=" in shown and PHONE not in shown and "k3y" not in shown and "s3cret" not in shown
