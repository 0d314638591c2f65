"""Requests to get.php: the history of sent messages, and incoming messages."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from smsc_proto import _native
from smsc_proto._calls import Incoming
from smsc_proto._items import MalformedReply
from smsc_proto._native import Credentials, Server
from smsc_proto._request import Body, ReplyRequest, Request
from smsc_proto.types import Charset, Fmt


class HistoryRequest(ReplyRequest):
    """A request for a page of the history of sent messages.

    ``start``, ``end``: the first and the last day, in the time zone of the account. Without ``end``
    it is one day.
    ``phones``: only messages to these phones; a str is one phone.
    ``emails``: e-mails in the place of messages to phones: only those to these addresses, or all
    with ``True``.
    ``cnt``: the maximum number of messages on the page, 1 to 1,000.
    ``prev_id``: the ``int_id`` of the last record of a page, for the next page, which has older
    ones.
    ``credentials``: those of the account.
    ``fmt``: the format of the reply, 0 or 3. The order of the others is not known.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> from datetime import date
    >>> request = HistoryRequest(date(2026, 11, 28), cnt=500, credentials=Credentials(apikey="key"))
    >>> request.body.decode()
    'apikey=key&get_messages=1&fmt=3&charset=utf-8&start=28.11.2026&cnt=500'
    """

    __slots__ = ()

    def __init__(
        self,
        start: date,
        end: date | None = None,
        *,
        credentials: Credentials,
        phones: str | Iterable[str] | None = None,
        emails: str | Iterable[str] | Literal[True] | None = None,
        cnt: int | None = None,
        prev_id: int | None = None,
        fmt: Fmt = 3,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        form = _native.history_form(credentials, start, end, phones, emails, cnt, prev_id, fmt, charset)
        super().__init__(form, server)


class IncomingRequest(Request):
    """A request for incoming messages. The format of the reply is fmt 3.

    ``hour``: the messages of so many hours, 1 to 168.
    ``after_id``: the messages after the one with this id.
    ``to_phone``: the messages to this number of the account.
    ``credentials``: those of the account.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> IncomingRequest(hour=24, credentials=Credentials(apikey="key")).body.decode()
    'apikey=key&get_answers=1&fmt=3&charset=utf-8&hour=24'
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        credentials: Credentials,
        hour: int | None = None,
        after_id: int | str | None = None,
        to_phone: str | None = None,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        super().__init__(_native.incoming_form(credentials, hour, after_id, to_phone, charset), server)

    def parse(self, body: Body) -> list[Incoming | MalformedReply]:
        """Parses the body of the reply, with the options of the request.

        Raises what ``smsc_proto.parse_incoming`` raises.
        """
        messages: list[Incoming | MalformedReply] = self._form.parse_call(body)
        return messages
