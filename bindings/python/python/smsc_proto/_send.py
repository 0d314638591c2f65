"""Requests to send.php: messages, and their price."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from smsc_proto import _native
from smsc_proto._calls import Price, Sent
from smsc_proto._native import Credentials, Server
from smsc_proto._request import Body, Request
from smsc_proto.types import Charset, Cost, Fmt, SendKind, Translit


class SendRequest(Request):
    """A request that sends one text to a list of phones, or asks for its price.

    ``phones``: the phones; a str is one phone. For e-mail they are addresses, for social networks
    names; ``G5`` is the account's group 5.
    ``text``: the text, of at most 1,000 characters. ``hlr`` and ``ping`` have none.
    ``credentials``: those of the account.
    ``kind``: what to send: ``sms``, ``flash``, ``push``, ``hlr``, ``bin``, ``ping``, ``mms``,
    ``mail``, ``call``, ``viber``, ``soc``, ``tg`` or ``whatsapp``.
    ``id``: an id of the caller's own, an int or a str. After a timeout it is the only way to find
    out whether the message was accepted.
    ``sender``: a sender that is registered with the service; ``.`` is none at all.
    ``time``: when to send: an aware datetime, whose fraction of a second is dropped; a timedelta of
    whole minutes from now; or a str in a form of the service, such as ``29.11.26 18:30`` or
    ``10-18``.
    ``valid``: how long delivery is tried, up to a day: hours, a timedelta of whole minutes, or
    ``hh:mm``.
    ``translit``: how the text is transliterated: 0, 1 or 2.
    ``cost``: 0 sends, 1 asks for the price and sends nothing, 2 sends and asks for the cost, 3 also
    for the balance.
    ``err``: whether to list the phones that cannot be sent to, in fmt 3.
    ``op``: whether to list all phones with their operators, in fmt 3.
    ``fmt``: the format of the reply: 0, 1 or 3. That of a success in fmt 2 is not known.
    ``charset``: the charset of the text and of the reply.
    ``server``: the server to ask.

    >>> from datetime import timedelta
    >>> key = Credentials(apikey="key")
    >>> later = timedelta(minutes=90)
    >>> request = SendRequest("79990000001", "Hello", id=101, time=later, credentials=key)
    >>> request.body.decode()
    'apikey=key&fmt=3&charset=utf-8&phones=79990000001&mes=Hello&id=101&time=%2B90'
    >>> SendRequest(["79990000001", "7999,7998"], "Hello", credentials=key)
    Traceback (most recent call last):
    smsc_proto.RequestError: `phones`, item 2: invalid: expected a phone of 3 to 15 digits, or an address, without a comma, a semicolon or a line break
    """

    __slots__ = ()

    def __init__(
        self,
        phones: str | Iterable[str],
        text: str = "",
        *,
        credentials: Credentials,
        kind: SendKind = "sms",
        id: int | str | None = None,
        sender: str | None = None,
        time: str | datetime | timedelta | None = None,
        valid: str | int | timedelta | None = None,
        translit: Translit | None = None,
        cost: Cost = 0,
        err: bool = False,
        op: bool = False,
        fmt: Fmt = 3,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        form = _native.send_form(
            credentials, phones, text, kind, id, sender, time, valid, translit, cost, err, op, fmt, charset
        )
        super().__init__(form, server)

    def parse(self, body: Body) -> Sent | Price:
        """Parses the body of the reply, with the options of the request.

        Returns a ``Price`` for ``cost=1``, and a ``Sent`` otherwise. Raises what
        ``smsc_proto.parse_send`` raises.
        """
        sent: Sent | Price = self._form.parse_call(body)
        return sent
