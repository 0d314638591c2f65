"""Errors of calls: four kinds, which decide what may be done next."""

import math
from typing import Any, Literal, TypeAlias

from smsc_proto._codes import ApiErrorCode
from smsc_proto._items import ApiError, MalformedReply, RequestError
from smsc_proto._retry import Advice
from smsc_proto.client._transport import SENTENCES, TLS, AnswerFailure, TransportError, TransportFailure, UnsentFailure
from smsc_proto.types import Call, FailureWord, NumberedFailure

NotSentReason: TypeAlias = UnsentFailure | Literal["plain_http", "invalid", "limit", "credentials"]
"""The reason for which a request was not sent: the failure of the transport, or ``plain_http`` for
a host that is not this machine, ``invalid`` for a request that cannot be sent, ``limit`` for a
limit of the service or a block of the address, ``credentials`` for those that the service refused
before."""

UNREACHABLE: tuple[NotSentReason, ...] = ("dns", "connect", "proxy")


class ClientError(Exception):
    """The base of the errors of calls: ``NotSent``, ``Unanswered``, ``NotAReply`` and ``Refused``.

    Its text is one sentence: what happened, on which host, and what to do. It shows nothing secret,
    no phone and no text, and neither does the ``repr``. It can be pickled.

    ``host`` is the host that was asked; ``proxy`` the proxy on the way, without its credentials;
    ``advice`` the ``Advice`` that ended the tries.
    """

    def __init__(self, host: str, proxy: str | None = None) -> None:
        super().__init__()
        self.host = host
        self.proxy = proxy
        self.advice: Advice | None = None

    @property
    def failure(self) -> FailureWord | NumberedFailure:
        """Returns the class of the failure, as ``smsc_proto.advise`` names it."""
        raise NotImplementedError

    @property
    def is_unsent(self) -> bool:
        """Returns whether it is certain that nothing was sent."""
        return False

    @property
    def code(self) -> ApiErrorCode | None:
        """Returns the number of the API error, if the service refused the request."""
        return None

    @property
    def _place(self) -> str:
        return self.host if self.proxy is None else f"{self.host} (through the proxy {self.proxy})"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without a call of `__init__`, whose arguments are not those of the exception.
        return restored, (type(self), self.__dict__.copy())


def restored(kind: type[ClientError], values: dict[str, Any]) -> ClientError:
    """Returns an exception from a pickle."""
    error = kind.__new__(kind)
    error.__dict__.update(values)
    return error


class NotSent(ClientError):
    """The error of a request of which nothing was sent.

    ``reason`` is the reason, a word; ``wait`` the seconds until a limit is not reached any more, if
    they are known; ``invalid`` the ``RequestError`` of an invalid request.
    """

    def __init__(
        self,
        host: str,
        reason: NotSentReason,
        proxy: str | None = None,
        *,
        wait: float | None = None,
        invalid: RequestError | None = None,
    ) -> None:
        super().__init__(host, proxy)
        self.reason: NotSentReason = reason
        self.wait = wait
        self.invalid = invalid

    @property
    def failure(self) -> FailureWord | NumberedFailure:
        """Returns the class of the failure, as ``smsc_proto.advise`` names it."""
        if self.reason in UNREACHABLE:
            return "unreachable"
        return "tls" if self.reason in TLS else "invalid"

    @property
    def is_unsent(self) -> bool:
        """Returns whether it is certain that nothing was sent."""
        return True

    def __str__(self) -> str:
        return f"nothing was sent to {self._place}: {self._why}"

    @property
    def _why(self) -> str:
        match self.reason:
            case "plain_http":
                return "plain HTTP would show the credentials to everybody on the way: use HTTPS"
            case "invalid":
                return str(self.invalid)
            case "limit" if self.wait is None:
                return "as many requests as the service allows are in work: try again when one has ended"
            case "limit":
                return f"a limit of the service is reached: try again in {math.ceil(self.wait or 0)} s"
            case "credentials":
                return (
                    "the service refused the credentials before: correct them, because five refused logins"
                    " block the address"
                )
            case failure:
                return SENTENCES[failure]


class Unanswered(ClientError):
    """The error of a request without a whole answer. It was sent, at least in part, and may have
    been carried out.

    ``reason`` is ``timeout``, ``cut`` or ``too_long``.
    """

    def __init__(self, host: str, reason: AnswerFailure, proxy: str | None = None) -> None:
        super().__init__(host, proxy)
        self.reason: AnswerFailure = reason

    @property
    def failure(self) -> FailureWord | NumberedFailure:
        """Returns the class of the failure, as ``smsc_proto.advise`` names it."""
        return "unanswered"

    def __str__(self) -> str:
        return f"no answer from {self._place}: {SENTENCES[self.reason]}; the request may have been carried out"


class NotAReply(ClientError):
    """The error of an answer that is no reply: HTML, an empty body, ``OK``, or another HTTP status
    than 200. The request may have been carried out.

    ``status`` is the HTTP status, if it is not 200; ``malformed`` the ``MalformedReply`` of a body
    that cannot be parsed. Without either, the answer is a reply to another request.
    """

    def __init__(self, host: str, *, status: int | None = None, malformed: MalformedReply | None = None) -> None:
        super().__init__(host)
        self.status = status
        self.malformed = malformed

    @property
    def failure(self) -> FailureWord | NumberedFailure:
        """Returns the class of the failure, as ``smsc_proto.advise`` names it."""
        return "not_a_reply" if self.status is None else ("http_status", self.status)

    def __str__(self) -> str:
        return f"{self._place} sent no reply of the service: {self._why}"

    @property
    def _why(self) -> str:
        if self.malformed is not None:
            return f"{self.malformed}; check the name of the host and any proxy"
        if self.status is None:
            return "a reply to another request: check any proxy"
        if 300 <= self.status <= 399:
            return f"HTTP status {self.status}, a redirect, which is not followed: check the name of the host"
        return f"HTTP status {self.status}: check the name of the host, or try later"


class Refused(ClientError):
    """The error of a request that the service refused.

    ``api_error`` is its ``ApiError``, which has the number and the outcome; its ``text``, the
    service's own, may contain personal data. ``call`` is the kind of request, and ``script`` the
    script that refused it.
    """

    def __init__(self, host: str, api_error: ApiError, call: Call, script: str) -> None:
        super().__init__(host)
        self.api_error = api_error
        self.call: Call = call
        self.script = script

    @property
    def failure(self) -> FailureWord | NumberedFailure:
        """Returns the class of the failure, as ``smsc_proto.advise`` names it."""
        return ("rejected", int(self.api_error.code))

    @property
    def code(self) -> ApiErrorCode:
        """Returns the number of the error, whose meaning depends on the call."""
        return self.api_error.code

    @property
    def is_nothing_found(self) -> bool:
        """Returns whether the service has nothing to list: error 3 of get.php."""
        return self.call == "history" and self.code == 3

    def __str__(self) -> str:
        title = self.api_error.outcome.title()
        return f"{self._place} refused the request to {self.script}: error {self.code}, {title}: {self._what_to_do}"

    @property
    def _what_to_do(self) -> str:
        advice = self.advice
        if advice is not None and advice.kind == "stop_every_call":
            if advice.wait is None:
                return "correct the credentials or the list of allowed addresses before the next request"
            return f"send nothing for {math.ceil(advice.wait.total_seconds() / 60)} minutes"
        if self.code == ApiErrorCode.TOO_MANY_REQUESTS:
            return "wait a minute, and ask less often"
        return "change the request, because the same one would be refused again"


def of_transport(host: str, error: TransportError) -> NotSent | Unanswered:
    """Returns the error of a failed transport."""
    failure: TransportFailure = error.failure
    if failure == "timeout" or failure == "cut" or failure == "too_long":
        return Unanswered(host, failure, error.proxy)
    return NotSent(host, failure, error.proxy)
