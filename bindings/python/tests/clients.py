"""The three clients under test, with the same calls: an asynchronous one runs in a loop of its
own."""

import asyncio
import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from standin import CREDENTIALS, Hands, Service

from smsc_proto import Credentials, Server
from smsc_proto.client import AsyncClient, AsyncHttpxTransport, Client, Gate, HttpRequest, HttpResponse, HttpxTransport
from smsc_proto.client import TransportError, UrllibTransport

KINDS = ("urllib", "httpx", "async")
TRANSPORTS: dict[str, Any] = {"urllib": UrllibTransport, "httpx": HttpxTransport, "async": AsyncHttpxTransport}


@dataclass
class Seen:
    """A request, and what became of it."""

    url: str
    form: dict[str, str] = field(repr=False)
    result: HttpResponse | TransportError | None = None

    @property
    def script(self) -> str:
        return self.url.rpartition("/")[2]

    @property
    def may_have_arrived(self) -> bool:
        failures = ("timeout", "cut", "too_long")
        return not isinstance(self.result, TransportError) or self.result.failure in failures


class Spy:
    """A transport that keeps what it is asked."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        self.seen: list[Seen] = []
        self._inner = TRANSPORTS[kind](**{"timeout": 0.4, **options})

    def _see(self, request: HttpRequest) -> Seen:
        self.seen.append(Seen(request.url, dict(parse_qsl(request.body.decode()))))
        return self.seen[-1]

    def blocking(self, request: HttpRequest) -> HttpResponse:
        seen = self._see(request)
        try:
            response: HttpResponse = self._inner(request)
        except TransportError as error:
            seen.result = error
            raise
        seen.result = response
        return response

    async def awaiting(self, request: HttpRequest) -> HttpResponse:
        seen = self._see(request)
        try:
            response: HttpResponse = await self._inner(request)
        except TransportError as error:
            seen.result = error
            raise
        seen.result = response
        return response

    def count(self, script: str) -> int:
        return sum(seen.script == script for seen in self.seen)


class Subject:
    """A client of one of the kinds. Its calls are those of ``Client``."""

    def __init__(
        self,
        kind: str,
        server: Server,
        hands: Hands | None = None,
        *,
        credentials: Credentials = CREDENTIALS,
        transport: dict[str, Any] | None = None,
        gate: Gate | None = None,
        **options: Any,
    ) -> None:
        self.hands = Hands() if hands is None else hands
        self.spy = Spy(kind, **(transport or {}))
        gate = Gate(clock=self.hands) if gate is None else gate
        made: Any = AsyncClient if kind == "async" else Client
        send = self.spy.awaiting if kind == "async" else self.spy.blocking
        self.client = made(credentials, server=server, transport=send, gate=gate, **options)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.client, name)
        if not inspect.ismethod(found):
            return found

        def call(*arguments: Any, **options: Any) -> Any:
            result = found(*arguments, **options)
            if inspect.iscoroutine(result):
                return asyncio.run(result)
            return Steps(result) if hasattr(result, "__anext__") else result

        return call


class Steps:
    """An asynchronous iterator as a plain one."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        async def step() -> Any:
            return await anext(self.inner, None)

        item = asyncio.run(step())
        if item is None:
            raise StopIteration
        return item

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def subject(kind: str, service: Service, **options: Any) -> Subject:
    """Returns a client whose clock moves that of the stand-in."""
    return Subject(kind, service.server, Hands(service), **options)
