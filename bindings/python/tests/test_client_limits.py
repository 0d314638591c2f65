"""The limits of the service, what stops every call, and calls that are cut short."""

import asyncio
import gc
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from clients import Subject, subject
from standin import CREDENTIALS, KEY, LOGIN, PHONE, Fast, Hands, Service

from smsc_proto import Credentials, Record, Sent
from smsc_proto.client import AsyncClient, AsyncHttpxTransport, Client, ClientError, Gate, GateLimits, NotSent, Refused, UrllibTransport

WRONG = Credentials(login=LOGIN, password="k3y-wrong")
SPEED = 300
PAIRS = [(1, PHONE), (2, "79990000002")]


@pytest.fixture(scope="module")
def fast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A stand-in whose clock runs faster, and which takes a while to answer."""
    service = Service(tmp_path_factory.mktemp("fast"), "", "--speed", str(SPEED), "--latency", "1ms")
    yield service
    service.stop()


def gate_of(clock: Hands) -> Gate:
    # 20 ms of the machine, whose threads may be late.
    return Gate(GateLimits(rest=0.02 * SPEED), clock=clock)


def interrupt_after(seconds: float) -> None:
    """Sends the signal of Ctrl-C to the main thread a little later."""
    main = threading.main_thread().ident
    assert main is not None
    threading.Timer(seconds, signal.pthread_kill, (main, signal.SIGINT)).start()


def refusals(service: Service) -> list[Any]:
    return [entry for entry in service.journal if entry["error"] is not None]


@pytest.mark.parametrize("kind", ["urllib", "httpx"])
def test_threads_that_share_a_gate_are_never_refused(kind: str, fast: Service) -> None:
    fast.control(reset=True)
    client = Subject(kind, fast.server, gate=gate_of(Fast(SPEED)), transport={"timeout": 5.0}).client
    messages = [(id, f"7999000{id:04}") for id in range(1, 81)]

    def work(part: list[tuple[int, str]]) -> int:
        for id, phone in part:
            client.status_of(id, phone)
        # More often than the limit on one message, which all threads ask for.
        client.status_of(1, PHONE)
        client.status_of(1, PHONE)
        client.balance()
        client.balance()
        client.operator("79160000001")
        return sum(isinstance(status.item, Record) for status in client.status(part))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, [messages[at::8] for at in range(8)])) == [10] * 8
    assert refusals(fast) == [] and fast.count("status.php") == 80 + 8 * 3


def test_tasks_and_threads_that_share_a_gate_are_never_refused(fast: Service) -> None:
    fast.control(reset=True)
    gate = gate_of(Fast(SPEED))
    blocking = Client(CREDENTIALS, server=fast.server, gate=gate)
    client = AsyncClient(CREDENTIALS, server=fast.server, gate=gate)
    messages = [(id, f"7999000{id:04}") for id in range(1, 61)]

    async def work(part: list[tuple[int, str]]) -> None:
        for id, phone in part:
            await client.status_of(id, phone)
        await client.status_of(1, PHONE)
        await client.balance()

    async def all_tasks() -> None:
        async with asyncio.TaskGroup() as group:
            for at in range(10):
                group.create_task(work(messages[at::10]))

    with ThreadPoolExecutor(3) as pool:
        threads = [pool.submit(blocking.status_of, id, "79991234567") for id in range(30)[1:]]
        asyncio.run(all_tasks())
        assert all(thread.result().status == -3 for thread in threads)
    assert refusals(fast) == [] and fast.count("status.php") == 60 + 10 + 29


def test_refused_credentials_stop_every_call_until_they_change(kind: str, service: Service) -> None:
    client = subject(kind, service, credentials=WRONG)
    errors: list[ClientError] = []

    def ask(_: int) -> None:
        try:
            client.balance()
        except ClientError as error:
            errors.append(error)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(8)))
    assert sum(isinstance(error, Refused) and error.code == 2 for error in errors) == 1
    assert sum(isinstance(error, NotSent) and error.reason == "credentials" for error in errors) == 7
    calls: list[Any] = [lambda: client.send(PHONE, "Hello"), lambda: client.status_of(1, PHONE)]
    for call in calls:
        with pytest.raises(NotSent, match="five refused logins block the address"):
            call()
    assert len(client.spy.seen) == len(service.journal) == 1
    client.set_credentials(Credentials(apikey=KEY))
    assert str(client.balance().balance) == "1000.00" and len(service.journal) == 2


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A stand-in that blocks an address at the first refused login, and answers no batch."""
    limits = "[limits]\nrefused_logins = 1\nbatch = 0\n"
    service = Service(tmp_path_factory.mktemp("strict"), limits)
    yield service
    service.stop()


def test_a_block_of_the_address_is_waited_for(kind: str, strict: Service) -> None:
    strict.control(reset=True)
    with pytest.raises(Refused):
        subject(kind, strict, credentials=WRONG).balance()
    client = subject(kind, strict)
    with pytest.raises(Refused, match="send nothing for 10 minutes$") as caught:
        client.balance()
    assert caught.value.code == 4
    # Ten minutes later the address is still blocked, and half an hour after that it is not.
    with pytest.raises(Refused, match="send nothing for 30 minutes$"):
        client.balance()
    assert client.hands.now() == pytest.approx(600)
    assert client.balance().currency == "RUR"
    assert client.hands.now() == pytest.approx(2_400) and len(client.spy.seen) == 3


def test_two_refusals_in_a_row_are_waited_for_longer(kind: str, strict: Service) -> None:
    strict.control(reset=True)
    client = subject(kind, strict)
    with pytest.raises(Refused, match="wait a minute, and ask less often$") as caught:
        next(client.status(PAIRS))
    assert caught.value.code == 9 and client.spy.count("status.php") == 3
    assert 360 <= client.hands.now() <= 366


def test_too_many_requests_of_another_program_are_waited_for(kind: str, service: Service) -> None:
    assert len(list(subject(kind, service).status(PAIRS))) == 2
    second = subject(kind, service)
    assert len(list(second.status(PAIRS))) == 2
    assert second.spy.count("status.php") == 2 and 60 <= second.hands.now() <= 63


def test_an_unanswered_batch_is_repeated_when_its_minute_is_over(kind: str, service: Service) -> None:
    client = subject(kind, service)
    service.fault("reset", "status.php")
    assert len(list(client.status(PAIRS))) == 2
    assert client.spy.count("status.php") == 2 and 60 <= client.hands.now() <= 63


def test_like_messages_are_a_minute_apart(kind: str, service: Service) -> None:
    client = subject(kind, service)
    assert all(isinstance(client.send(phone, "Hello", id=id), Sent) for id, phone in [(1, PHONE), (2, "+7 999 000-00-01")])
    assert client.hands.now() >= 60 and refusals(service) == []


def test_a_call_is_refused_at_once_if_others_are_in_work_and_it_may_not_wait(kind: str, service: Service) -> None:
    client = subject(kind, service, max_wait=0)
    from smsc_proto.client._gate import Ticket

    first = Ticket("balance", 0)
    assert client.gate.enter(first) is None
    with pytest.raises(NotSent, match="try again when one has ended") as caught:
        client.balance()
    assert (caught.value.reason, caught.value.wait) == ("limit", None)
    client.gate.end(first)
    assert client.balance().currency == "RUR"


def test_a_cancelled_task_leaves_the_gate_right(service: Service) -> None:
    gate = Gate(clock=Hands(service))
    client = AsyncClient(CREDENTIALS, server=service.server, gate=gate, transport=AsyncHttpxTransport(timeout=5))

    async def cancel() -> None:
        await client.balance()
        service.fault("stall", "status.php", times=4)
        tasks = [asyncio.create_task(client.status_of(id, PHONE)) for id in range(1, 9)]
        while sum(len(window.in_work) for window in gate._at_once.values()) < 4:
            await asyncio.sleep(0.001)
        # Four are in work, and the others wait for one to end.
        await asyncio.sleep(0.02)
        for task in tasks:
            task.cancel()
        assert await asyncio.gather(*tasks, return_exceptions=True) and all(task.cancelled() for task in tasks)
        assert gate._wakers == set() and not any(window.in_work for window in gate._at_once.values())
        service.control(reset=True)
        assert (await client.status_of(20, PHONE)).status == -3

    asyncio.run(cancel())


def test_a_time_out_of_the_caller_leaves_the_gate_right(service: Service) -> None:
    client = AsyncClient(CREDENTIALS, server=service.server, gate=Gate(clock=Hands(service)))

    async def ask() -> None:
        service.fault("stall", "balance.php")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await client.balance()
        assert (await client.balance()).currency == "RUR"

    asyncio.run(ask())


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Raises ``KeyboardInterrupt`` at SIGINT, which a shell ignores for what runs in its background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", ["urllib", "httpx"])
@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_leaves_the_gate_right(kind: str, service: Service) -> None:
    client = subject(kind, service, transport={"timeout": 5.0})
    # A connection that is being made is left to the garbage collector.
    for delay in (0.0005, 0.001, 0.002, 0.003, 0.004, 0.008, 0.05):
        service.fault("stall", "balance.php")
        with pytest.raises(KeyboardInterrupt):
            interrupt_after(delay)
            client.balance()
            time.sleep(1)
        # A signal within the end of a request leaves it to the end of its ticket.
        gc.collect()
        assert not any(window.in_work for window in client.gate._at_once.values())
        service.control(reset=True)
    client.hands.wait(61)
    assert client.balance().currency == "RUR"


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_the_wait_for_a_limit(service: Service) -> None:
    client = Client(CREDENTIALS, server=service.server, transport=UrllibTransport(timeout=5))
    client.balance()
    client.send(PHONE, "Hello")
    with pytest.raises(KeyboardInterrupt):
        interrupt_after(0.05)
        client.send(PHONE, "Hello")
    assert service.count("send.php") == 1 and client.balance().currency == "RUR"
