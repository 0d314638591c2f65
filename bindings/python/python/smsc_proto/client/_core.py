"""One call: a request through the gate, and again for as long as ``advise`` says.

The calls are written once, as coroutines, for both clients. What waits is an ``Io``: that of
``Client`` blocks, so that its coroutines end without being suspended; that of ``AsyncClient``
awaits.
"""

import math
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, NamedTuple, Protocol, TypeVar

from smsc_proto._items import ApiError, MalformedReply, RequestError
from smsc_proto._native import Credentials, Server, advise
from smsc_proto._request import Request
from smsc_proto._retry import Advice
from smsc_proto.client._errors import ClientError, NotAReply, NotSent, Refused, of_transport
from smsc_proto.client._gate import Gate, Ticket
from smsc_proto.client._hosts import Hosts
from smsc_proto.client._limits import Rule
from smsc_proto.client._transport import HttpRequest, HttpResponse, TransportError
from smsc_proto.client._window import Closed, Until
from smsc_proto.types import Call

Q = TypeVar("Q", bound=Request)
R = TypeVar("R")
E = TypeVar("E", bound=Exception)

# The greatest number of messages that a request can have.
MAX_BATCH = 4_096
# The numbers of the errors after which the credentials are not known to be right.
UNPROVEN = (2, 4, 9)


class Io(Protocol):
    """The waits and requests of a client."""

    async def post(self, request: HttpRequest) -> HttpResponse:
        """Sends a request with the transport."""
        ...

    async def wait(self, seconds: float) -> None:
        """Waits."""
        ...

    async def wait_for_end(self, ticket: Ticket) -> None:
        """Waits until a request of the gate ends, or has ended since this one was not let in."""
        ...


class ServerDate(NamedTuple):
    """The date of a server, which shows how far the clock of this machine is off."""

    text: str
    """The header ``Date`` of a response."""
    at: float
    """The time at which the response arrived, by the clock of the gate."""


class OtherReply(Exception):
    """A reply that belongs to another request."""


@dataclass(slots=True)
class Ask(Generic[Q, R]):
    """A request, and what it counts towards."""

    call: Call
    rule: Rule
    likeness: int
    make: Callable[[Credentials], Q]
    """Makes the request, of the credentials at that time."""
    read: Callable[[Q, bytes], R]
    """Reads the body of the reply."""
    sent_at: float = 0.0
    """The start of the last try."""


@dataclass(slots=True)
class Account:
    """The account of a client, whose credentials can be replaced."""

    credentials: Credentials


@dataclass(slots=True)
class Tries:
    """The tries of one call."""

    number: int = 1
    host: int = 0
    """The index of the host."""
    was_throttled: bool = False

    def next(self, failed: ClientError, advice: Advice) -> None:
        self.number += 1
        self.host += advice.host == "next"
        self.was_throttled = failed.failure in (("rejected", 9), ("http_status", 429))


class Core:
    """An account, a server and a gate, without input and output of its own."""

    def __init__(
        self,
        io: Io,
        gate: Gate,
        credentials: Credentials,
        server: Server,
        max_wait: float | None,
        batch: int,
        history_kept: bool,
    ) -> None:
        self.io = io
        self.gate = gate
        self.account = Account(credentials)
        self.hosts = Hosts(server)
        self.max_wait = math.inf if max_wait is None else max_wait
        self.batch = min(max(batch, 1), MAX_BATCH)
        self.history_kept = history_kept
        self.date: ServerDate | None = None

    def set_credentials(self, credentials: Credentials) -> None:
        self.account.credentials = credentials
        # In this order no request with the old credentials counts as one with the new ones.
        self.gate.renew_credentials()

    def without_waits(self) -> "Core":
        """Returns a core of the same account and gate that raises ``NotSent`` in the place of waiting,
        and asks for every number of messages in one batch."""
        other = copy(self)
        other.max_wait, other.batch = 0.0, MAX_BATCH
        return other

    def now(self) -> float:
        return self.gate.clock.now()

    def since(self, start: float) -> timedelta:
        return timedelta(seconds=max(self.now() - start, 0.0))

    def may_wait(self, wait: timedelta | None) -> bool:
        return wait is None or wait.total_seconds() <= self.max_wait

    async def wait(self, wait: timedelta | None) -> None:
        if wait:
            await self.io.wait(wait.total_seconds())

    async def ask(self, ask: Ask[Q, R]) -> R:
        """Sends a request, and again for as long as that is advised."""
        tries = Tries()
        while True:
            ask.sent_at = self.now()
            try:
                return await self._try_once(ask, tries)
            except ClientError as error:
                if not (error.advice and error.advice.kind == "retry" and self.may_wait(error.advice.wait)):
                    raise
                await self.wait(error.advice.wait)
                tries.next(error, error.advice)

    async def _try_once(self, ask: Ask[Q, R], tries: Tries) -> R:
        """Sends a request to one host and reads the reply. Its errors have advice."""
        host, ticket = self.hosts.host(tries.host), Ticket(ask.rule, ask.likeness)
        try:
            if self.hosts.is_exposed(tries.host):
                raise NotSent(host, "plain_http")
            # Before the gate, so that an invalid request counts towards no limit.
            made_with = self.account.credentials
            request = make(ask, made_with, host)
            await self._enter(ticket, host)
            ask.sent_at = self.now()
            if made_with is not self.account.credentials:
                request = make(ask, self.account.credentials, host)
            answer = read(ask, request, await self._post(request, tries.host), host)
        except ClientError as error:
            if ticket.windows and error.code is not None and error.code not in UNPROVEN:
                self.gate.accept(ticket)
            error.advice = self._advice(error, ask, tries)
            self._heed(error.advice, ticket)
            ticket.is_unsent = error.is_unsent
            raise
        else:
            self.gate.accept(ticket)
            return answer
        finally:
            self.gate.end(ticket)

    async def _enter(self, ticket: Ticket, host: str) -> None:
        """Waits until the gate lets a request in, for at most ``max_wait``."""
        latest = self.now() + self.max_wait
        while (obstacle := self.gate.enter(ticket)) is not None:
            match obstacle:
                case Until(moment) if moment <= latest:
                    await self.io.wait(max(moment - self.now(), 0.0))
                # A request in work ends by itself, at the latest by its time-out.
                case Closed.BUSY if self.max_wait > 0 and self.now() <= latest:
                    await self.io.wait_for_end(ticket)
                case Until(moment):
                    raise NotSent(host, "limit", wait=max(moment - self.now(), 0.0))
                case Closed.BUSY:
                    raise NotSent(host, "limit")
                case Closed.CREDENTIALS:
                    raise NotSent(host, "credentials")

    async def _post(self, request: Request, index: int) -> HttpResponse:
        place = self.hosts.place(index)
        try:
            response = await self.io.post(HttpRequest(request.urls[place], request.headers, request.body))
        except TransportError as error:
            failed = of_transport(self.hosts.host(index), error)
        else:
            if response.date is not None:
                self.date = ServerDate(response.date, self.now())
            return response
        # Not within the handler above: the context of the error would show what a transport knows.
        raise failed

    def _advice(self, error: ClientError, ask: Ask[Q, R], tries: Tries) -> Advice:
        return advise(
            ask.call,
            error.failure,
            tries.number,
            since=self.since(ask.sent_at),
            next_host=len(self.hosts) > 1,
            throttled=tries.was_throttled,
            blocked=self.gate.was_blocked,
            random=self.gate.clock.random(),
        )

    def _heed(self, advice: Advice, ticket: Ticket) -> None:
        """Stops every call if that is advised."""
        if advice.kind == "stop_every_call":
            if advice.wait is None:
                self.gate.refuse(ticket)
            else:
                self.gate.block(advice.wait.total_seconds())


def make(ask: Ask[Q, R], credentials: Credentials, host: str) -> Q:
    """Makes the request."""
    try:
        return ask.make(credentials)
    except RequestError as error:
        invalid = without_traceback(error)
    raise NotSent(host, "invalid", invalid=invalid)


def read(ask: Ask[Q, R], request: Q, response: HttpResponse, host: str) -> R:
    """Reads the body of a reply."""
    if response.status != 200:
        raise NotAReply(host, status=response.status)
    failed: ClientError
    try:
        return ask.read(request, response.body)
    except ApiError as error:
        failed = Refused(host, without_traceback(error), ask.call, request.url.rpartition("/")[2])
    except MalformedReply as error:
        failed = NotAReply(host, malformed=without_traceback(error))
    except OtherReply:
        failed = NotAReply(host)
    raise failed


def without_traceback(error: E) -> E:
    """Returns an exception without its traceback, whose frames have the request or the reply."""
    return error.with_traceback(None)
