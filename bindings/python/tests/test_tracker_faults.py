"""Trackers: lost answers, refused credentials, files that cannot be used, other threads, and kill -9."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from standin import CREDENTIALS, PHONE, Hands, Service
from test_tracker import notification
from trackers import KINDS, Followed, Hours, refused, send

from smsc_proto import Credentials, Server, verify_callback
from smsc_proto.client import AsyncClient, Client, ClientError, Gate, NotSent, Refused
from smsc_proto.tracker import AsyncTracker, Tracker, TrackerError

WRONG = Credentials(login="k3y-login", password="s3cret-wrong")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A stand-in at noon in Moscow."""
    service = Service(tmp_path)
    yield service
    service.stop()


@pytest.mark.parametrize("fault", ["empty", "html", "ok", "reset", "stall"])
def test_lost_answers_are_asked_for_again(kind: str, service: Service, tmp_path: Path, fault: str) -> None:
    with Followed(kind, service, tmp_path, client={"transport": {"timeout": 0.15}}) as tracker:
        tracker.add(send(tracker, 1, PHONE) + send(tracker, 2, "79990002001"))
        service.fault(fault, "status.php", times=3)
        changes = tracker.tracker.run(forever=True)
        assert (change := tracker.next(changes)) is not None and change.is_final
        assert (change := tracker.next(changes)) is not None and change.is_final
        assert tracker.last_error is None
    assert tracker.client.spy.count("status.php") >= 4 and refused(service) == []


def test_the_error_of_the_last_request(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        tracker.add(send(tracker, 1, PHONE))
        service.fault("html", "status.php", times=1_000)
        seen: list[Any] = []
        wait = tracker.hands.wait

        def until_an_hour(seconds: float) -> None:
            wait(seconds)
            seen.append(tracker.last_error)
            if tracker.hands.now() > 3_600:
                service.control(reset=True)
                raise LookupError("mine")

        tracker.hands.wait = until_an_hour  # type: ignore[method-assign]
        # What a clock raises is passed on.
        with pytest.raises(LookupError, match="mine"):
            list(tracker.run())
        assert isinstance(seen[-1], ClientError) and seen[-1].failure == ("http_status", 502)
    # The pauses grow.
    assert 5 < service.count("status.php") + tracker.client.spy.count("status.php") < 60


def test_refused_credentials(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path, client={"credentials": WRONG}) as tracker:
        tracker.add([(1, PHONE), (1, "79990000002")])
        with pytest.raises(Refused, match="error 2") as caught:
            list(tracker.run())
        assert tracker.last_error is caught.value
        # Five refused logins would block the address.
        for _ in range(5):
            with pytest.raises(NotSent, match="refused the credentials before"):
                list(tracker.run())
        assert service.count("status.php") == 1
        tracker.client.set_credentials(CREDENTIALS)
        send(tracker, 1, PHONE, "79990000002")
        assert sorted(change.phone for change in tracker.run() if change.is_final) == [PHONE, "79990000002"]


def test_a_client_that_can_send_nothing(kind: str, service: Service, tmp_path: Path) -> None:
    hands = Hours(service)
    made: Any = (AsyncTracker, AsyncClient) if kind == "async" else (Tracker, Client)
    client = made[1](CREDENTIALS, server=Server("gate.example", scheme="http"), gate=Gate(clock=hands))

    async def awaited() -> None:
        async with AsyncTracker(client, tmp_path / "watch.db", now=hands.unix) as tracker:
            await tracker.add((1, PHONE))
            async for _ in tracker.run():
                pass

    with pytest.raises(NotSent, match="plain HTTP would show"):
        if kind == "async":
            asyncio.run(awaited())
        else:
            with Tracker(client, tmp_path / "watch.db", now=hands.unix) as tracker:
                tracker.add((1, PHONE))
                list(tracker.run())


def test_the_limits_of_other_calls_are_waited_for(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        messages = send(tracker, 1, PHONE, "79990000002", "79990000003")
        tracker.add(messages)
        tracker.hands.wait(29)
        # The batch of this minute.
        assert len(list(tracker.client.status(messages))) == 3
        assert len([change for change in tracker.run() if change.is_final]) == 3
    assert refused(service) == []


def test_a_file_that_another_process_follows(kind: str, service: Service, tmp_path: Path) -> None:
    code = "import sys; from smsc_proto._native import Watcher; from smsc_proto.tracker._options import Options;"
    code += "w = Watcher(sys.argv[1], Options(1, 100, 61.0, True, False), 0); print(1, flush=True); sys.stdin.read()"
    path = str(tmp_path / "watch.db")
    with subprocess.Popen([sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"1\n"
        with pytest.raises(TrackerError, match=f"process {other.pid} follows these messages already") as caught:
            Followed(kind, service, tmp_path)
        assert caught.value.reason == "watched"
        other.kill()
    with Followed(kind, service, tmp_path) as tracker:
        with pytest.raises(TrackerError, match=f"process {os.getpid()} follows"):
            Followed(kind, service, tmp_path)
        assert list(tracker.run()) == []


def test_a_file_that_another_process_writes_to(kind: str, service: Service, tmp_path: Path) -> None:
    code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE');"
    code += "print(1, flush=True); sys.stdin.read(1); c.execute('COMMIT')"
    with Followed(kind, service, tmp_path) as tracker:
        command = [sys.executable, "-c", code, str(tmp_path / "watch.db")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
            assert other.stdout is not None and other.stdin is not None and other.stdout.readline() == b"1\n"
            # This thread could not end the wait if the interpreter lock were kept.
            timer = threading.Timer(0.1, other.stdin.close)
            timer.start()
            assert tracker.add((1, PHONE)) == 1
            timer.join()


def test_files_that_cannot_be_used(kind: str, service: Service, tmp_path: Path) -> None:
    (tmp_path / "watch.db").write_text("no database " * 100, encoding="ascii")
    with pytest.raises(TrackerError, match="watch.db: not an SQLite database: name another file") as caught:
        Followed(kind, service, tmp_path)
    assert caught.value.reason == "not_a_database"
    with pytest.raises(TrackerError, match="the folder does not exist") as caught:
        Followed(kind, service, tmp_path / "none")
    assert caught.value.reason == "file"


def test_a_closed_tracker(kind: str, service: Service, tmp_path: Path) -> None:
    with Followed(kind, service, tmp_path) as tracker:
        changes = tracker.tracker.run(forever=True)
        tracker.close()
        tracker.close()
        assert tracker.next(changes) is None
        for call in (lambda: tracker.add((1, PHONE)), tracker.at_risk, lambda: list(tracker.run())):
            with pytest.raises(TrackerError, match="the tracker is closed: make another one") as caught:
                call()
            assert caught.value.reason == "closed"


def test_other_threads_wake_the_tracker(service: Service, tmp_path: Path) -> None:
    # The clock of the machine: the first request would be after 30 s.
    tracker = Tracker(Client(CREDENTIALS, server=service.server), tmp_path / "watch.db")
    tracker.add((1, PHONE))
    changes = []

    def follow() -> None:
        for change in tracker.run(forever=True):
            changes.append(change)

    thread = threading.Thread(target=follow)
    thread.start()
    tracker.on_callback(verify_callback(notification(1, PHONE, 1), "k3y"))
    while not changes and thread.is_alive():
        time.sleep(0.001)
    tracker.close()
    thread.join(10)
    assert not thread.is_alive() and [change.status for change in changes] == [1]


def test_other_tasks_wake_the_tracker(service: Service, tmp_path: Path) -> None:
    async def follow() -> list[Any]:
        tracker = AsyncTracker(AsyncClient(CREDENTIALS, server=service.server), tmp_path / "watch.db")
        await tracker.add((1, PHONE))
        found = []

        async def read() -> None:
            async for change in tracker.run(forever=True):
                found.append(change.status)

        task = asyncio.create_task(read())
        await tracker.on_callback(verify_callback(notification(1, PHONE, 1), "k3y"))
        while not found:
            await asyncio.sleep(0.001)
        await tracker.close()
        await asyncio.wait_for(task, 10)
        return found

    assert asyncio.run(follow()) == [1]


def test_a_cancelled_wait_loses_no_message(service: Service, tmp_path: Path) -> None:
    async def follow() -> list[Any]:
        hands = Hours(service)
        client = AsyncClient(CREDENTIALS, server=service.server, gate=Gate(clock=hands))
        await client.send([PHONE, "79990000002"], "Hello", id=1)
        async with AsyncTracker(client, tmp_path / "watch.db", now=hands.unix) as tracker:
            await tracker.add([(1, PHONE), (1, "79990000002")])
            found: set[str] = set()
            changes = tracker.run()
            for turns in range(2_000):
                task = asyncio.ensure_future(anext(changes, None))
                for _ in range(turns % 40):
                    await asyncio.sleep(0)
                task.cancel()
                try:
                    if (change := await task) is None:
                        break
                    found.add(change.phone)
                except asyncio.CancelledError:
                    pass
            found.update([change.phone async for change in tracker.run()])
            return sorted(found)

    assert asyncio.run(follow()) == [PHONE, "79990000002"]


def test_kill_loses_nothing(service: Service, tmp_path: Path) -> None:
    expected = {"0001": {"1"}, "2006": {"20"}, "4000": {"1", "2"}, "8000": {"1"}}
    phones = [f"7999{number:03}{end}" for number in range(8) for end in expected]
    client = Client(CREDENTIALS, server=service.server, gate=Gate(clock=Hands(service)))
    client.send(phones, "Hello", id=1)
    draw = random.Random(1)
    lines: list[list[str]] = []
    kills = 0
    while (code := follow_and_kill(service, tmp_path, phones, lines, draw.randrange(1, 7) if kills < 4 else 1_000)) != 0:
        assert code == -signal.SIGKILL
        kills += 1
    # The same key is the same change, and each crash repeats at most the one that was being handled.
    changes = {key: rest for key, *rest in lines}
    assert kills == 4 and all(changes[key] == rest for key, *rest in lines)
    assert len(lines) - len(changes) <= kills
    last = {phone: (status, is_final) for phone, status, is_final in changes.values()}
    assert sorted(last) == sorted(phones) and refused(service) == []
    assert all(status in expected[phone[-4:]] and is_final == "True" for phone, (status, is_final) in last.items())


def follow_and_kill(service: Service, folder: Path, phones: list[str], lines: list[list[str]], left: int) -> int:
    """Starts a program that follows messages, kills it after some lines, and adds all of its lines."""
    follower = str(Path(__file__).parent / "follower.py")
    command = [sys.executable, follower, service.host, str(folder / "watch.db"), *phones]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        # Those that it has written before it is killed are still read.
        for line in child.stdout:
            lines.append(line.split())
            left -= 1
            if left == 0:
                child.kill()
    return child.returncode
