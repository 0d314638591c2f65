"""The blocking client."""

import threading
from collections.abc import Iterable
from datetime import date
from typing import Literal, Unpack

from smsc_proto._calls import Balance, Incoming, Operator, Price
from smsc_proto._items import MalformedReply
from smsc_proto._native import Credentials, Record, Server
from smsc_proto.client._account import ask_balance, ask_incoming, ask_operator
from smsc_proto.client._core import Core, ServerDate
from smsc_proto.client._gate import Gate, Ticket
from smsc_proto.client._history import HistoryItem, HistoryPages, query_of
from smsc_proto.client._pages import Items, run
from smsc_proto.client._send import Fate, SendOptions, SentCost, ask_price, send_message
from smsc_proto.client._status import Message, Messages, Status, StatusPages, ask_single, delete_messages
from smsc_proto.client._transport import HttpRequest, HttpResponse, Transport
from smsc_proto.client._urllib import UrllibTransport
from smsc_proto.types import All


class Statuses(Items[Status]):
    """The answers to a request for statuses, from ``Client.status``.

    Each batch is asked for when the iterator reaches it, so that the records of one batch are in
    memory. After an exception the iterator is at its end, and ``rest`` has the messages that were
    not asked for.
    """

    _pages: StatusPages

    @property
    def rest(self) -> list[Message]:
        """Returns the messages that were not asked for yet."""
        return self._pages.rest


class History(Items[HistoryItem]):
    """The messages of a history, the newest first, from ``Client.history``.

    Each page is asked for when the iterator reaches it. After an exception the iterator is at its
    end, and ``prev_id`` has the place to go on from.
    """

    _pages: HistoryPages

    @property
    def prev_id(self) -> int | None:
        """Returns the key of the last message so far, from which another request can go on."""
        return self._pages.prev_id


class Client:
    """A blocking client of the service. Use one for all threads of a login.

    ``credentials``: those of the account.
    ``server``: the server to ask.
    ``transport``: what sends the requests; by default a ``UrllibTransport``.
    ``gate``: the limits of the login; one gate for all clients of a login. By default the client
    has one of its own.
    ``max_wait``: the seconds that the client waits at most at a time: for a limit of the service,
    for a block of the address, or before another try. By default it waits as long as it has to.
    ``batch``: the greatest number of messages in a batch, 1 to 4,096.
    ``history_kept``: whether the account is known to keep its history for a day or more. A message
    whose sending was not answered, and that the service does not know a minute later, is then sent
    once more, under the same id. Without a history the service does not know accepted messages
    either, so that nothing is sent again.

    Calls raise a ``ClientError``: ``NotSent``, ``Unanswered``, ``NotAReply`` or ``Refused``.

    >>> from smsc_proto import Credentials, Server
    >>> Client(Credentials(apikey="key"), server=Server("smsc.kz"))
    Client(server=Server('smsc.kz'))
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        server: Server = Server.SMSC_RU,
        transport: Transport | None = None,
        gate: Gate | None = None,
        max_wait: float | None = None,
        batch: int = 1_000,
        history_kept: bool = False,
    ) -> None:
        gate = Gate() if gate is None else gate
        io = _Blocking(UrllibTransport() if transport is None else transport, gate)
        self._core = Core(io, gate, credentials, server, max_wait, batch, history_kept)

    @property
    def gate(self) -> Gate:
        """Returns the gate, for another client of the login."""
        return self._core.gate

    @property
    def server_date(self) -> ServerDate | None:
        """Returns the date of the last response; ``None`` before the first one."""
        return self._core.date

    def set_credentials(self, credentials: Credentials) -> None:
        """Replaces the credentials. After error 2 this lets requests in again."""
        self._core.set_credentials(credentials)

    def status(self, messages: Messages, *, all: All = 0) -> Statuses:
        """Returns an iterator over the statuses of messages.

        One message is asked for by itself, several in batches, of which the service allows one a
        minute. Nothing is asked before the iterator is used.

        ``messages``: (id, phone) pairs, or one pair.
        ``all``: the level of detail, 0 to 2.
        """
        return Statuses(StatusPages(self._core, messages, all))

    def status_of(self, id: int | str, phone: str, *, all: All = 0) -> Record:
        """Asks for the status of one message. It is -3 if the service does not know the message.

        ``all``: the level of detail, 0 to 2.
        """
        return run(ask_single(self._core, (id, phone), all))

    def send(
        self,
        phones: str | Iterable[str],
        text: str = "",
        *,
        id: int | str | None = None,
        cost: SentCost = 0,
        **options: Unpack[SendOptions],
    ) -> Fate:
        """Sends a message, once at most. If the sending is not answered, the status of the message
        is asked for before anything else.

        Returns the ``Sent`` of the service; ``AlreadyAccepted`` if the sending was not answered,
        but the service knows the message; ``Unknown`` if it is not known. Raises a ``ClientError``
        if the message was not accepted: it was not sent, or the service refused it.

        ``phones``, ``text`` and the options are those of ``SendRequest``.
        ``id``: an id that no other message to the same phones has: after a failure, it is the only
        way to find out whether the message was accepted. Without one the client makes a random
        number.
        ``cost``: 0, or 2 for the cost in the reply, or 3 also for the balance.
        """
        return run(send_message(self._core, phones, text, id, cost, **options))

    def price(self, phones: str | Iterable[str], text: str = "", **options: Unpack[SendOptions]) -> Price:
        """Asks for the price of a message, which is not sent. The options are those of ``send``."""
        return run(ask_price(self._core, phones, text, **options))

    def delete(self, messages: Messages) -> None:
        """Deletes messages: one by itself, several in one batch of at most 4,096. A deletion that
        was not answered is not repeated.

        ``messages``: (id, phone) pairs, or one pair.
        """
        run(delete_messages(self._core, messages))

    def balance(self) -> Balance:
        """Asks for the balance of the account and its currency."""
        return run(ask_balance(self._core))

    def operator(self, phone: str) -> Operator:
        """Asks for the operator of a phone. Error 3 of the service is that it knows no operator."""
        return run(ask_operator(self._core, phone))

    def incoming(
        self, *, hour: int | None = None, after_id: int | str | None = None, to_phone: str | None = None
    ) -> list[Incoming | MalformedReply]:
        """Asks for incoming messages. The options are those of ``IncomingRequest``."""
        return run(ask_incoming(self._core, hour, after_id, to_phone))

    def history(
        self,
        start: date,
        end: date | None = None,
        *,
        phones: str | Iterable[str] | None = None,
        emails: str | Iterable[str] | Literal[True] | None = None,
        cnt: int | None = None,
        prev_id: int | None = None,
    ) -> History:
        """Returns an iterator over the history of sent messages, the newest first.

        It asks page by page: each request is for the messages older than the last one. Nothing is
        asked before the iterator is used. The options are those of ``HistoryRequest``.
        """
        return History(HistoryPages(self._core, query_of(start, end, phones, emails, cnt), prev_id))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(server={self._core.hosts.server!r})"


class _Blocking:
    """The waiting of a blocking client."""

    def __init__(self, transport: Transport, gate: Gate) -> None:
        self._transport = transport
        self._gate = gate

    async def post(self, request: HttpRequest) -> HttpResponse:
        return self._transport(request)

    async def wait(self, seconds: float) -> None:
        self._gate.clock.wait(seconds)

    async def wait_for_end(self, ticket: Ticket) -> None:
        event = threading.Event()
        with self._gate.waker(ticket, event.set):
            event.wait()
