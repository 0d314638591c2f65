"""The transport of the standard library."""

import http.client
import io
import socket
import time
from base64 import b64encode
from functools import partial
from os import PathLike
from typing import Any
from urllib.parse import unquote, urlsplit

from smsc_proto._native import __version__
from smsc_proto.client._body import Body
from smsc_proto.client._hosts import host_of
from smsc_proto.client._proxy import Proxy, proxy_for
from smsc_proto.client._tls import Trust, of_connection
from smsc_proto.client._transport import HttpRequest, HttpResponse, TransportError, TransportFailure

USER_AGENT = f"smsc-proto/{__version__}"


class UrllibTransport:
    """A transport of the standard library, for ``Client``.

    ``timeout``: the seconds for a whole request.
    ``connect_timeout``: the seconds for a connection.
    ``max_body``: the greatest length of a response, in bytes.
    ``cafile``: a PEM file with the authorities to trust, instead of those of the platform.

    It follows no redirect and keeps no cookie and no connection. It goes through the proxy of
    ``HTTPS_PROXY`` or ``ALL_PROXY`` unless ``NO_PROXY`` excepts the host; this machine itself is
    asked directly.

    Raises ``OSError`` if the file cannot be read, or has no certificate.
    """

    def __init__(
        self,
        *,
        timeout: float = 60.0,
        connect_timeout: float = 5.0,
        max_body: int = 16 << 20,
        cafile: str | PathLike[str] | None = None,
    ) -> None:
        self._timeout = timeout
        self._connect_timeout = connect_timeout
        self._max_body = max_body
        self._trust = Trust(cafile)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sends a request and returns the response."""
        proxy = proxy_for(request.url)
        body = Body(request.body)
        deadline = time.monotonic() + self._timeout
        failure: TransportFailure
        try:
            return self._exchange(request, body, proxy, deadline)
        except TooLong:
            failure = "too_long"
        except ProxyFailed:
            failure = "proxy"
        except (OSError, http.client.HTTPException, ValueError) as error:
            if not body.was_read:
                failure = of_connection(error)
            elif isinstance(error, TimeoutError):
                failure = "timeout"
            else:
                failure = "cut"
        # Not within the handlers above: the context of the error would show what they know.
        raise TransportError(failure, None if proxy is None else proxy.name)

    def _exchange(self, request: HttpRequest, body: Body, proxy: Proxy | None, deadline: float) -> HttpResponse:
        connection = self._connection(request, proxy, deadline)
        try:
            # With a length, the body is not sent in chunks.
            headers = {"User-Agent": USER_AGENT, "Connection": "close", "Content-Length": str(len(request.body))}
            connect(connection, min(self._connect_timeout, self._timeout), is_through_proxy=proxy is not None)
            connection.sock.settimeout(left(deadline))
            connection.request("POST", urlsplit(request.url).path, body, {**request.headers, **headers})
            with connection.getresponse() as response:
                return self._read(response)
        finally:
            connection.close()

    def _read(self, response: http.client.HTTPResponse) -> HttpResponse:
        # One byte more shows that a response is too long.
        received = response.read(self._max_body + 1)
        if len(received) > self._max_body:
            raise TooLong
        if response.length:
            raise http.client.IncompleteRead(b"")
        return HttpResponse(response.status, received, response.headers.get("Date"))

    def _connection(self, request: HttpRequest, proxy: Proxy | None, deadline: float) -> http.client.HTTPConnection:
        host = host_of(request.url)
        connection: http.client.HTTPConnection
        if request.url.startswith("http:"):
            connection = http.client.HTTPConnection(host)
        elif proxy is None:
            connection = http.client.HTTPSConnection(host, context=self._trust.context(request.url))
        else:
            parts = urlsplit(proxy.url)
            if parts.scheme != "http" or not parts.hostname:
                raise ValueError("the proxy is of another kind")
            trusted = self._trust.context(request.url)
            connection = http.client.HTTPSConnection(parts.hostname, parts.port or 80, context=trusted)
            connection.set_tunnel(host, headers=authorization(proxy))
        # Whoever has set the level for all connections would print the credentials.
        connection.set_debuglevel(0)
        # The type of `http.client` is a class; any callable does.
        connection.response_class = partial(Response, deadline=deadline)  # type: ignore[assignment]
        return connection


class TooLong(Exception):
    """The response is longer than any reply."""


class ProxyFailed(Exception):
    """The proxy did not connect."""


def connect(connection: http.client.HTTPConnection, timeout: float, *, is_through_proxy: bool) -> None:
    """Connects, and makes the TLS handshake."""
    connection.timeout = timeout
    try:
        connection.connect()
        return
    except OSError as error:
        # The class of the tunnel's error is that of all errors of the system.
        if not (is_through_proxy and type(error) is OSError and error.errno is None):
            raise
    raise ProxyFailed


def authorization(proxy: Proxy) -> dict[str, str]:
    """Returns the header with the credentials of a proxy, if it has any."""
    parts = urlsplit(proxy.url)
    if parts.username is None:
        return {}
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(login.encode()).decode()}"}


def left(deadline: float) -> float:
    """Returns the time until a deadline.

    Raises ``TimeoutError`` if there is none left.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


class Received(io.RawIOBase):
    """The data that a socket receives until a deadline. The time-out of a socket is for one part alone."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        # The file keeps the socket open until the response is closed as well.
        self._file = sock.makefile("rb", buffering=0)
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        self._sock.settimeout(left(self._deadline))
        return self._file.readinto(buffer)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


class Response(http.client.HTTPResponse):
    """A response that is received until a deadline."""

    def __init__(self, sock: socket.socket, *, deadline: float, method: str | None = None) -> None:
        super().__init__(sock, method=method)
        self.fp.close()
        self.fp = io.BufferedReader(Received(sock, deadline))
