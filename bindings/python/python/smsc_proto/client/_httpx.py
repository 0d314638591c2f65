"""The transports of httpx, which is imported when one is made."""

import asyncio
import importlib
import socket
import threading
from contextlib import suppress
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Any

from smsc_proto.client._body import Body
from smsc_proto.client._proxy import Proxy, proxy_for
from smsc_proto.client._tls import Trust, of_connection
from smsc_proto.client._transport import HttpRequest, HttpResponse, TransportError, TransportFailure
from smsc_proto.client._urllib import USER_AGENT, TooLong

if TYPE_CHECKING:
    import httpx


class _Httpx:
    """The common part of both transports."""

    def __init__(
        self,
        *,
        timeout: float = 60.0,
        connect_timeout: float = 5.0,
        max_body: int = 16 << 20,
        cafile: str | PathLike[str] | None = None,
    ) -> None:
        try:
            self._httpx = importlib.import_module("httpx")
        except ImportError:
            raise ImportError("this transport needs httpx: pip install 'smsc-proto[httpx]'", name="httpx") from None
        self._timeout = timeout
        self._times = self._httpx.Timeout(timeout, connect=min(connect_timeout, timeout))
        self._max_body = max_body
        self._trust = Trust(cafile)
        # A connection that the server closes while it is idle would leave a message unanswered.
        self._limits = self._httpx.Limits(max_keepalive_connections=0)

    def _options(self, url: str, proxy: Proxy | None) -> dict[str, Any]:
        """Returns the options of a client of httpx."""
        return {
            "proxy": None if proxy is None else proxy.url,
            "verify": self._trust.context(url),
            "timeout": self._times,
            "limits": self._limits,
            # The proxy is chosen here, and a file with passwords is not read.
            "trust_env": False,
            "follow_redirects": False,
        }

    def _headers(self, request: HttpRequest) -> dict[str, str]:
        # With a length, the body is not sent in chunks.
        length = str(len(request.body))
        return {**request.headers, "User-Agent": USER_AGENT, "Accept-Encoding": "identity", "Content-Length": length}

    def _failure(self, error: Exception, body: Body) -> TransportFailure:
        """Returns the class of a failure."""
        match error:
            case TooLong():
                return "too_long"
            case TimeoutError() | self._httpx.TimeoutException() if body.was_read:
                return "timeout"
            case _ if body.was_read:
                return "cut"
            case self._httpx.ProxyError():
                return "proxy"
            case self._httpx.UnsupportedProtocol() | self._httpx.InvalidURL():
                return "unsupported"
            case _:
                return of_connection(error)

    def _response(self, response: "httpx.Response", received: bytearray) -> HttpResponse:
        return HttpResponse(response.status_code, bytes(received), response.headers.get("Date"))

    def _add(self, received: bytearray, part: bytes) -> None:
        received += part
        if len(received) > self._max_body:
            raise TooLong


class HttpxTransport(_Httpx):
    """A transport on httpx, for ``Client``.

    Its options, and what it does with redirects and proxies, are those of ``UrllibTransport``.
    Proxies may also be of other kinds that httpx knows.

    Raises ``ImportError`` without httpx, which is the extra ``smsc-proto[httpx]``; ``OSError`` if
    the file of authorities cannot be read, or has no certificate.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sends a request and returns the response."""
        proxy, body, watch = proxy_for(request.url), Body(request.body), Watch(self._timeout)
        try:
            with watch:
                return self._exchange(request, body, proxy, watch)
        # Also errors of a proxy's URL and of packages that httpx needs for some proxies.
        except (self._httpx.HTTPError, self._httpx.InvalidURL, ImportError, OSError, ValueError, TooLong) as error:
            failure = "timeout" if watch.is_over and body.was_read else self._failure(error, body)
        # Not within the handler above: the error of httpx has the request.
        raise TransportError(failure, None if proxy is None else proxy.name)

    def _exchange(self, request: HttpRequest, body: Body, proxy: Proxy | None, watch: "Watch") -> HttpResponse:
        with self._httpx.Client(**self._options(request.url, proxy)) as client:
            extensions = {"trace": watch.trace}
            headers = self._headers(request)
            with client.stream("POST", request.url, content=body, headers=headers, extensions=extensions) as response:
                received = bytearray()
                for part in response.iter_raw():
                    self._add(received, part)
                return self._response(response, received)


class AsyncHttpxTransport(_Httpx):
    """A transport on httpx, for ``AsyncClient``.

    Its options, what it does with redirects and proxies, and what it raises, are those of
    ``HttpxTransport``.
    """

    async def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sends a request and returns the response."""
        proxy, body = proxy_for(request.url), Body(request.body)
        try:
            async with asyncio.timeout(self._timeout):
                return await self._exchange(request, body, proxy)
        # Also errors of a proxy's URL and of packages that httpx needs for some proxies.
        except (self._httpx.HTTPError, self._httpx.InvalidURL, ImportError, OSError, ValueError, TooLong) as error:
            failure = self._failure(error, body)
        # Not within the handler above: the error of httpx has the request.
        raise TransportError(failure, None if proxy is None else proxy.name)

    async def _exchange(self, request: HttpRequest, body: Body, proxy: Proxy | None) -> HttpResponse:
        async with self._httpx.AsyncClient(**self._options(request.url, proxy)) as client:
            headers = self._headers(request)
            async with client.stream("POST", request.url, content=body.parts(), headers=headers) as response:
                received = bytearray()
                async for part in response.aiter_raw():
                    self._add(received, part)
                return self._response(response, received)


class Watch:
    """A time-out for a whole request. Those of httpx are for one part alone.

    When it is over, it ends the connection, which ends the wait of the thread that receives.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def trace(self, name: str, info: dict[str, Any]) -> None:
        """Keeps the socket of the connection, of which httpx tells."""
        stream = info.get("return_value")
        if stream is not None and hasattr(stream, "get_extra_info"):
            self._socket = stream.get_extra_info("socket")
            if self.is_over:
                self._shut()

    def _end(self) -> None:
        self.is_over = True
        self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                # Not the method of a TLS socket, which may be used by one thread at a time.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
