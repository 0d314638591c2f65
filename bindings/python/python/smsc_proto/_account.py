"""Requests about the account and about phones: the balance, statistics, operators."""

from datetime import date

from smsc_proto import _native
from smsc_proto._calls import Balance, Operator, Statistics
from smsc_proto._items import MalformedReply
from smsc_proto._native import Credentials, Server
from smsc_proto._request import Body, Request
from smsc_proto.types import Charset, Fmt


class BalanceRequest(Request):
    """A request for the balance of the account.

    ``currency``: whether to ask for its currency as well.
    ``credentials``: those of the account.
    ``fmt``: the format of the reply, 0 to 3.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> BalanceRequest(currency=True, credentials=Credentials(apikey="key")).body.decode()
    'apikey=key&fmt=3&charset=utf-8&cur=1'
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        credentials: Credentials,
        currency: bool = False,
        fmt: Fmt = 3,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        super().__init__(_native.balance_form(credentials, currency, fmt, charset), server)

    def parse(self, body: Body) -> Balance:
        """Parses the body of the reply, with the options of the request.

        Raises what ``smsc_proto.parse_balance`` raises.
        """
        balance: Balance = self._form.parse_call(body)
        return balance


class StatisticsRequest(Request):
    """A request for the number and the cost of the messages of some days.

    The format of the reply is fmt 3.

    ``start``, ``end``: the first and the last day.
    ``credentials``: those of the account.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> from datetime import date
    >>> days = date(2026, 11, 1), date(2026, 11, 30)
    >>> request = StatisticsRequest(*days, credentials=Credentials(apikey="key"))
    >>> request.body.decode()
    'apikey=key&get_stat=1&fmt=3&charset=utf-8&start=01.11.2026&end=30.11.2026'
    """

    __slots__ = ()

    def __init__(
        self,
        start: date,
        end: date,
        *,
        credentials: Credentials,
        charset: Charset = "utf-8",
        server: Server = Server.SMSC_RU,
    ) -> None:
        super().__init__(_native.statistics_form(credentials, start, end, charset), server)

    def parse(self, body: Body) -> list[Statistics | MalformedReply]:
        """Parses the body of the reply, with the options of the request.

        Raises what ``smsc_proto.parse_statistics`` raises.
        """
        rows: list[Statistics | MalformedReply] = self._form.parse_call(body)
        return rows


class OperatorRequest(Request):
    """A request for the operator and the region of a phone. The format of the reply is fmt 3.

    ``phone``: the phone.
    ``credentials``: those of the account.
    ``charset``: the charset of the reply.
    ``server``: the server to ask.

    >>> OperatorRequest("79990000001", credentials=Credentials(apikey="key")).body.decode()
    'apikey=key&get_operator=1&fmt=3&charset=utf-8&phone=79990000001'
    """

    __slots__ = ()

    def __init__(
        self, phone: str, *, credentials: Credentials, charset: Charset = "utf-8", server: Server = Server.SMSC_RU
    ) -> None:
        super().__init__(_native.operator_form(credentials, phone, charset), server)

    def parse(self, body: Body) -> Operator:
        """Parses the body of the reply, with the options of the request.

        Raises what ``smsc_proto.parse_operator`` raises.
        """
        operator: Operator = self._form.parse_call(body)
        return operator
