"""A client of the SMS gateway SMSC.ru, which never sends a message twice.

>>> from smsc_proto import Credentials
>>> from smsc_proto.client import Client
>>> client = Client(Credentials(apikey="key"))

``Client`` blocks, and has a transport of the standard library. ``AsyncClient`` is for asyncio, on
httpx (the extra ``smsc-proto[httpx]``). Both do what ``smsc_proto.advise`` says: they go to the
next host, wait, ask for the status of a message whose sending was not answered, and stop when the
service refuses the credentials. A ``Gate`` keeps the limits of the login for all threads and tasks.

``ClientError`` is the base of ``NotSent``, ``Unanswered``, ``NotAReply`` and ``Refused``, which
decide what may be done next. A ``Transport`` is any function that sends one request: bring another
HTTP client, or a double for tests. A ``Clock`` is the time, so that tests wait in virtual time.

Every request is a POST, so that neither credentials nor phones are in a URL. No message of an
exception and no ``repr`` shows a secret, a phone or a text.
"""

from smsc_proto.client._asyncio import AsyncClient, AsyncHistory, AsyncStatuses
from smsc_proto.client._client import Client, History, Statuses
from smsc_proto.client._clock import Clock, SystemClock
from smsc_proto.client._core import ServerDate
from smsc_proto.client._errors import ClientError, NotAReply, NotSent, NotSentReason, Refused, Unanswered
from smsc_proto.client._gate import Gate
from smsc_proto.client._history import HistoryItem
from smsc_proto.client._httpx import AsyncHttpxTransport, HttpxTransport
from smsc_proto.client._limits import GateLimits
from smsc_proto.client._send import AlreadyAccepted, Fate, SendOptions, SentCost, Unknown
from smsc_proto.client._status import Message, Messages, Status
from smsc_proto.client._transport import (
    AnswerFailure,
    AsyncTransport,
    HttpRequest,
    HttpResponse,
    TlsFailure,
    Transport,
    TransportError,
    TransportFailure,
    UnsentFailure,
)
from smsc_proto.client._urllib import UrllibTransport

# Tracebacks and pickles then name the public module, not a private one.
for _class in (
    AlreadyAccepted,
    AsyncClient,
    AsyncHistory,
    AsyncHttpxTransport,
    AsyncStatuses,
    Client,
    ClientError,
    Clock,
    Gate,
    GateLimits,
    History,
    HttpRequest,
    HttpResponse,
    HttpxTransport,
    NotAReply,
    NotSent,
    Refused,
    SendOptions,
    ServerDate,
    Status,
    Statuses,
    SystemClock,
    TransportError,
    Unanswered,
    Unknown,
    UrllibTransport,
):
    _class.__module__ = __name__
del _class

__all__ = [
    "AlreadyAccepted",
    "AnswerFailure",
    "AsyncClient",
    "AsyncHistory",
    "AsyncHttpxTransport",
    "AsyncStatuses",
    "AsyncTransport",
    "Client",
    "ClientError",
    "Clock",
    "Fate",
    "Gate",
    "GateLimits",
    "History",
    "HistoryItem",
    "HttpRequest",
    "HttpResponse",
    "HttpxTransport",
    "Message",
    "Messages",
    "NotAReply",
    "NotSent",
    "NotSentReason",
    "Refused",
    "SendOptions",
    "SentCost",
    "ServerDate",
    "Status",
    "Statuses",
    "SystemClock",
    "TlsFailure",
    "Transport",
    "TransportError",
    "TransportFailure",
    "Unanswered",
    "Unknown",
    "UnsentFailure",
    "UrllibTransport",
]
