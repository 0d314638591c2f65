"""The gate in virtual time."""

import asyncio
import threading

import pytest
from standin import Hands

from smsc_proto.client import Gate, GateLimits
from smsc_proto.client._gate import Ticket
from smsc_proto.client._limits import Rule
from smsc_proto.client._window import Closed, Until


class Tried:
    """A gate, and what was let in."""

    def __init__(self, *, is_proven: bool = True) -> None:
        self.hands = Hands()
        self.gate = Gate(clock=self.hands)
        if is_proven:
            ticket = self.enter("balance")
            self.gate.accept(ticket)
            self.gate.end(ticket)
            self.hands.wait(1_000)

    def enter(self, rule: Rule, likeness: int = 0) -> Ticket:
        ticket = Ticket(rule, likeness)
        assert self.gate.enter(ticket) is None
        return ticket

    def closed(self, rule: Rule, likeness: int = 0) -> Until | Closed | None:
        return self.gate.enter(Ticket(rule, likeness))

    def pass_by(self, rule: Rule, likeness: int = 0) -> None:
        self.gate.end(self.enter(rule, likeness))


def test_one_message_is_asked_for_five_times_a_minute() -> None:
    tried = Tried()
    for _ in range(5):
        tried.pass_by("status", 1)
        tried.hands.wait(1)
    assert tried.closed("status", 1) == Until(1_000 + 61)
    tried.pass_by("status", 2)
    tried.hands.wait(56)
    tried.pass_by("status", 1)


def test_a_batch_counts_from_its_end() -> None:
    tried = Tried()
    batch = tried.enter("batch", 1)
    assert tried.closed("batch", 2) is Closed.BUSY
    tried.hands.wait(30)
    tried.gate.end(batch)
    tried.gate.end(batch)
    assert tried.closed("batch", 3) == Until(1_030 + 61)
    tried.hands.wait(61)
    tried.pass_by("batch", 3)


def test_four_status_requests_are_in_work_at_once() -> None:
    tried = Tried()
    tickets = [tried.enter("status", at) for at in range(4)]
    assert tried.closed("status", 9) is Closed.BUSY
    tried.pass_by("balance")
    # A place rests before it is taken again.
    tried.gate.end(tickets.pop())
    assert tried.closed("status", 9) == Until(1_000 + GateLimits().rest)
    tried.hands.wait(GateLimits().rest)
    tried.pass_by("status", 9)


@pytest.mark.parametrize(("rule", "limit"), [("send", 1), ("price", 5), ("balance", 10), ("list", 3), ("operator", 3), ("status", 5), ("batch", 1)])
def test_the_limits_of_a_minute(rule: Rule, limit: int) -> None:
    tried = Tried()
    for _ in range(limit):
        tried.pass_by(rule, 7)
        tried.hands.wait(0.5)
    assert tried.closed(rule, 7) == Until(1_061)
    assert isinstance(tried.closed(rule, 8), Until) is (rule in ("balance", "batch"))


def test_operators_have_two_limits() -> None:
    tried = Tried()
    for at in range(100):
        tried.pass_by("operator", at)
        tried.hands.wait(0.02)
    assert tried.closed("operator", 1_000) == Until(1_061)


def test_one_request_is_in_work_before_the_credentials_are_accepted() -> None:
    tried = Tried(is_proven=False)
    first = tried.enter("balance")
    assert tried.closed("status", 1) is Closed.BUSY
    tried.gate.refuse(first)
    tried.gate.end(first)
    assert tried.closed("status", 1) is Closed.CREDENTIALS
    tried.gate.renew_credentials()
    tried.gate.accept(tried.enter("status", 1))
    tried.pass_by("balance")


def test_the_refusal_of_old_credentials_does_not_stop_new_ones() -> None:
    tried = Tried()
    old = tried.enter("balance")
    tried.gate.renew_credentials()
    tried.gate.refuse(old)
    tried.gate.end(old)
    tried.pass_by("balance")


def test_a_block_holds_every_request() -> None:
    tried = Tried()
    tried.gate.block(600)
    tried.gate.block(10)
    assert tried.gate.was_blocked and tried.closed("status", 1) == Until(1_600)
    tried.hands.wait(600)
    tried.gate.accept(tried.enter("status", 1))
    assert not tried.gate.was_blocked


def test_old_keys_are_dropped() -> None:
    tried = Tried()
    for at in range(5_000):
        tried.pass_by("status", at)
        tried.hands.wait(0.1)
    assert len(tried.gate._windows) < 2_500


def test_a_lost_ticket_is_not_in_work_for_ever() -> None:
    tried = Tried()
    for at in range(20):
        ticket = tried.enter("status", at)
        del ticket
    tried.pass_by("status", 9)


def test_a_waiter_is_woken_by_an_end_before_it_waits() -> None:
    tried = Tried()
    tickets = [tried.enter("status", at) for at in range(4)]
    late = Ticket("status", 9)
    assert tried.gate.enter(late) is Closed.BUSY
    tried.gate.end(tickets[0])
    event = threading.Event()
    with tried.gate.waker(late, event.set):
        assert event.is_set()


def test_a_waiter_of_a_loop_that_has_ended_harms_nobody() -> None:
    tried = Tried()
    first = tried.enter("batch")
    late = Ticket("batch", 0)
    assert tried.gate.enter(late) is Closed.BUSY
    loop = asyncio.new_event_loop()
    loop.close()
    with tried.gate.waker(late, lambda: None):
        tried.gate.end(first)
    assert tried.gate._wakers == set()
    assert repr(tried.gate).startswith("Gate(GateLimits(")
