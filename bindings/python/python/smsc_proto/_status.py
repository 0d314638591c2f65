"""Requests to status.php: the statuses of messages, and their deletion."""

from collections.abc import Iterable

from smsc_proto import _native
from smsc_proto._native import Credentials, Server
from smsc_proto._request import ReplyRequest
from smsc_proto.types import All, Charset, Fmt, Kind


class StatusRequest(ReplyRequest):
    """A request for the status of one message or of a batch.

    ``messages``: one (id, phone) pair, or an iterable of pairs for a batch: at most 4,096, each
    once. A batch may have one message. An id is an int or a str.
    ``credentials``: those of the account.
    ``fmt``: the format of the reply, 0 to 3. By default 3 for one message, and for a batch 1, which
    takes a quarter of the bytes.
    ``all``: the level of detail, 0 to 2.
    ``charset``: the charset of the reply: ``utf-8``, ``windows-1251`` or ``koi8-r``.
    ``kind``: the kind of the messages, if it is known: ``sms``, ``hlr`` or ``email``. It is not
    sent, and is for ``parse``.
    ``server``: the server to ask.

    ``parse`` matches the records of the reply to the messages, as ``ids`` of ``smsc_proto.parse``.

    >>> messages = [(101, "79990000001"), (102, "79990000002")]
    >>> request = StatusRequest(messages, credentials=Credentials(apikey="key"))
    >>> request.url, request.headers
    ('https://smsc.ru/sys/status.php', {'Content-Type': 'application/x-www-form-urlencoded'})
    >>> request.body.decode()
    'apikey=key&fmt=1&all=0&charset=utf-8&phone=79990000001%2C79990000002&id=101%2C102'
    >>> reply = request.parse(b"20,1760080211,1,102,79990000002")
    >>> [record.id for record in reply.records()], reply.missing
    ([102], (Missing(id=101),))
    """

    __slots__ = ()

    def __init__(
        self,
        messages: tuple[int | str, str] | Iterable[tuple[int | str, str]],
        *,
        credentials: Credentials,
        fmt: Fmt | None = None,
        all: All = 0,
        charset: Charset = "utf-8",
        kind: Kind | None = None,
        server: Server = Server.SMSC_RU,
    ) -> None:
        super().__init__(_native.status_form(credentials, messages, fmt, all, charset, kind), server)


class DeleteRequest(ReplyRequest):
    """A request that deletes one message or a batch, before the archive takes it.

    ``messages``: one (id, phone) pair, or an iterable of pairs for a batch, as in
    ``StatusRequest``.
    ``credentials``: those of the account.
    ``fmt``: the format of the reply, 0 to 3.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> request = DeleteRequest((101, "79990000001"), credentials=Credentials(apikey="key"))
    >>> request.parse(b'{"result": "OK"}')[0]
    Deleted()
    """

    __slots__ = ()

    def __init__(
        self,
        messages: tuple[int | str, str] | Iterable[tuple[int | str, str]],
        *,
        credentials: Credentials,
        fmt: Fmt = 3,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        super().__init__(_native.delete_form(credentials, messages, fmt, charset), server)
