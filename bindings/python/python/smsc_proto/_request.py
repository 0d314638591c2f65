"""What all requests have. The native module checks and writes them."""

from typing import Any, Literal, NoReturn, Self, TypeAlias

from smsc_proto import _native
from smsc_proto._native import Reply, Server
from smsc_proto.types import Call, Endpoint, OnApiError


class Request:
    """A request to the service: what to send, without sending it.

    The caller brings the HTTP client: POST ``body`` to ``url`` with ``headers``, and pass the body
    of the response to ``parse``. All that can be wrong raises ``RequestError`` when the request is
    created, before anything is sent.

    A request is immutable. Its ``repr`` shows no credentials, phones and texts, and it cannot be
    pickled, because the pickle would contain them.
    """

    __slots__ = ("_form", "server", "urls")

    server: Server
    """The server that the request is for."""
    urls: tuple[str, ...]
    """The URL at each host of the server: ``url``, and then those to try when it cannot be reached.
    Send a message again only if the first host did not get the request: otherwise it may be sent
    twice."""
    _form: _native.Form

    def __init__(self, form: _native.Form, server: Server) -> None:
        object.__setattr__(self, "urls", form.urls(server))
        object.__setattr__(self, "server", server)
        object.__setattr__(self, "_form", form)

    @property
    def method(self) -> Literal["POST"]:
        """Returns the HTTP method. POST keeps credentials and phones out of logs."""
        return "POST"

    @property
    def url(self) -> str:
        """Returns the URL to POST to, which has no parameters."""
        return self.urls[0]

    @property
    def headers(self) -> dict[str, str]:
        """Returns the headers to send: the content type of the body."""
        return {"Content-Type": _native.CONTENT_TYPE}

    @property
    def body(self) -> bytes:
        """Returns the body to POST, which contains the credentials."""
        return self._form.body

    @property
    def endpoint(self) -> Endpoint:
        """Returns the endpoint that the request is for, as ``explain`` names it."""
        return self._form.endpoint

    @property
    def call(self) -> Call:
        """Returns the kind of request, as ``advise`` names it."""
        return self._form.call

    def get_url(self, index: int = 0) -> str:
        """Returns the URL of a GET, which contains the credentials and all parameters.

        ``index``: the index of the host, as in ``urls``.

        Raises ``RequestError`` if the URL has more than 2,000 characters: use POST.
        """
        return self._form.get_url(self.server, index)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.method} {self.url}>"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be pickled: the pickle would contain the credentials")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


Body: TypeAlias = bytes | bytearray | memoryview | str
"""The body of a reply. A ``str`` is read as UTF-8."""


class ReplyRequest(Request):
    """A request whose reply is one that ``smsc_proto.parse`` parses."""

    __slots__ = ()

    def parse(self, body: Body, *, api_error: OnApiError = "raise") -> Reply:
        """Parses the body of the reply, with the options of the request.

        Raises what ``smsc_proto.parse`` raises.
        """
        return self._form.parse(body, api_error)
