"""A cut at every byte of the exchange: a message is never sent twice."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from clients import KINDS, Subject
from relay import Cut, Relay
from standin import Hands, Service

from smsc_proto import Sent, Server
from smsc_proto.client import Unknown


class Bench:
    """A relay in front of a stand-in, and messages whose requests are all of one length."""

    def __init__(self, kind: str, service: Service, relay: Relay, **transport: Any) -> None:
        self.kind, self.service, self.relay = kind, service, relay
        self.hands = Hands(service)
        self.transport = {"timeout": 5.0, **transport}
        self.number = 0
        self.accepted = service.messages
        self.server = Server(relay.host, scheme=service.server.scheme)

    def send(self, cut: Cut | None, history_kept: bool = False) -> tuple[Any, int, int]:
        """Sends the next message. Returns its fate, the number of requests to send it that may have
        arrived, and the number of messages that were accepted."""
        client = Subject(self.kind, self.server, self.hands, transport=self.transport, history_kept=history_kept)
        self.number += 1
        self.relay.cut = cut
        fate = client.send(f"7999{self.number:07}", "Hello", id=1_000_000 + self.number)
        sent = sum(seen.script == "send.php" and seen.may_have_arrived for seen in client.spy.seen)
        before, self.accepted = self.accepted, self.service.messages
        return fate, sent, self.accepted - before

    def cuts(self, step: int, first: int = 0) -> Iterator[Cut]:
        """Returns cuts of an exchange, up to a few bytes past its end."""
        fate, _, accepted = self.send(None)
        assert isinstance(fate, Sent) and accepted == 1
        sizes = dict(self.relay.sizes)
        assert sizes["request"] > 200 and sizes["response"] > 100, sizes
        for size in range(first, sizes["request"] + 1 + step, step):
            yield Cut("request", size)
        for size in range(first, sizes["response"] + 1 + step, step):
            yield Cut("response", size)

    def check(self, step: int, first: int = 0) -> None:
        """Sends a message for each cut without a history: never twice."""
        fates: Counter[type] = Counter()
        for cut in self.cuts(step, first):
            fate, sent, accepted = self.send(cut)
            assert sent <= 1, f"{cut}: sent {sent} times"
            assert accepted <= 1, f"{cut}: accepted twice"
            # Nothing is called unknown that could be found out.
            assert (accepted == 1) is not isinstance(fate, Unknown), f"{cut}: {fate}"
            fates[type(fate)] += 1
        assert len(fates) == 3, fates
        journal = Counter(entry["parameters"]["id"] for entry in self.service.journal if entry["script"] == "send.php")
        assert journal and max(journal.values()) == 1


@pytest.fixture
def bench(kind: str, service: Service) -> Iterator[Bench]:
    with closing(Relay(service.host)) as relay:
        yield Bench(kind, service, relay)


def test_no_cut_leads_to_a_second_message(bench: Bench) -> None:
    # Every byte on the oldest Python. Other transports and Pythons have the same logic.
    bench.check(1 if bench.kind == "urllib" and sys.version_info < (3, 12) else 11)


def test_no_cut_leads_to_a_second_message_with_a_history(bench: Bench) -> None:
    for cut in bench.cuts(29):
        fate, sent, accepted = bench.send(cut, history_kept=True)
        assert not isinstance(fate, Unknown), f"{cut}: {fate}"
        assert sent <= 2 and accepted == 1, f"{cut}: sent {sent} times"


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(tmp_path_factory.mktemp("secure"), tls=True)
    yield service
    service.stop()


@pytest.mark.parametrize("kind", KINDS)
def test_no_cut_of_tls_leads_to_a_second_message(kind: str, secure: Service) -> None:
    secure.control(reset=True)
    with closing(Relay(secure.host)) as relay:
        Bench(kind, secure, relay, cafile=secure.cafile).check(97)
