"""The transport: one request in, one response or failure out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

TlsFailure: TypeAlias = Literal["unknown_issuer", "wrong_name", "expired", "not_yet_valid", "certificate", "handshake"]
"""The reason for which TLS failed."""
UnsentFailure: TypeAlias = Literal["dns", "connect", "proxy", "unsupported"] | TlsFailure
"""A failure of a transport after which it is certain that no server has the whole request."""
AnswerFailure: TypeAlias = Literal["timeout", "cut", "too_long"]
"""A failure of a transport after a part of the request was sent."""
TransportFailure: TypeAlias = UnsentFailure | AnswerFailure
"""The class of a failed request."""

SENTENCES: dict[TransportFailure, str] = {
    "dns": "the name of the host was not found: check the name and the network",
    "connect": "no connection was made: check the network and the firewall",
    "proxy": "the proxy refused to connect: check its address and its credentials",
    "unsupported": "the transport cannot send such a request: check its settings",
    "unknown_issuer": (
        "the issuer of its certificate is unknown: if a proxy inspects TLS, trust its authority with a CA file"
    ),
    "wrong_name": "its certificate is for another host: check the name of the host",
    "expired": "its certificate has expired: check this machine's clock, or tell the provider",
    "not_yet_valid": "its certificate is not valid yet: check this machine's clock",
    "certificate": "its certificate is not accepted: tell the provider",
    "handshake": "the TLS handshake failed: check that the port speaks TLS",
    "timeout": "no whole answer came in time",
    "cut": "the connection ended before the answer was complete",
    "too_long": "the answer is longer than any reply",
}
TLS: tuple[TransportFailure, ...] = get_args(TlsFailure)


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request to POST. Its ``repr`` does not show the body, which has the credentials."""

    url: str
    """The URL, which has nothing secret."""
    headers: Mapping[str, str]
    """The headers: the content type."""
    body: bytes = field(repr=False)
    """The body. It is secret."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A whole response. Its ``repr`` does not show the body."""

    status: int
    """The HTTP status."""
    body: bytes = field(repr=False)
    """The body."""
    date: str | None = None
    """The header ``Date``: the clock of the server."""


class TransportError(Exception):
    """A failure of a transport, and the proxy on the way.

    ``failure``: the class of the failure. ``dns``, ``connect``, ``proxy``, ``unsupported`` and
    those of TLS say that it is certain that no server has received the whole request. If that is
    not certain, it is ``cut``, or ``timeout``.
    ``proxy``: the proxy, such as ``http://proxy.example:3128``, without its credentials.

    >>> raise TransportError("timeout")
    Traceback (most recent call last):
    smsc_proto.client.TransportError: no whole answer came in time
    """

    def __init__(self, failure: TransportFailure, proxy: str | None = None) -> None:
        super().__init__(failure, proxy)
        self.failure: TransportFailure = failure
        self.proxy = proxy

    def __str__(self) -> str:
        return SENTENCES[self.failure]


Transport: TypeAlias = Callable[[HttpRequest], HttpResponse]
"""A function that sends a request and returns the response, of any HTTP status.

It follows no redirect, checks certificates, and has a time-out for the whole request. Without a
whole response it raises a ``TransportError``.
"""
AsyncTransport: TypeAlias = Callable[[HttpRequest], Awaitable[HttpResponse]]
"""A ``Transport`` that does not block an event loop."""
