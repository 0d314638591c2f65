"""The balance, operators and incoming messages."""

from collections.abc import Callable

from smsc_proto._account import BalanceRequest, OperatorRequest
from smsc_proto._calls import Balance, Incoming, Operator
from smsc_proto._history import IncomingRequest
from smsc_proto._items import MalformedReply, RequestError
from smsc_proto._native import Credentials
from smsc_proto._request import Request
from smsc_proto.client._core import Ask, Core
from smsc_proto.client._errors import Refused
from smsc_proto.client._likeness import of_phone

# Those of nobody: they make requests alike that differ in nothing else.
NOBODY = Credentials(apikey="-")


def of_list(make: Callable[[Credentials], Request]) -> int:
    """Returns what makes requests for lists alike: every parameter."""
    try:
        return hash(make(NOBODY).body)
    except RequestError:
        # An invalid request is refused before it is sent.
        return 0


async def ask_balance(core: Core) -> Balance:
    """Asks for the balance of the account and its currency."""

    def make(credentials: Credentials) -> BalanceRequest:
        return BalanceRequest(currency=True, credentials=credentials, server=core.hosts.server)

    return await core.ask(Ask("balance", "balance", 0, make, BalanceRequest.parse))


async def ask_operator(core: Core, phone: str) -> Operator:
    """Asks for the operator of a phone."""

    def make(credentials: Credentials) -> OperatorRequest:
        return OperatorRequest(phone, credentials=credentials, server=core.hosts.server)

    likeness = hash(of_phone(phone)) if isinstance(phone, str) else 0
    return await core.ask(Ask("operator", "operator", likeness, make, OperatorRequest.parse))


async def ask_incoming(
    core: Core, hour: int | None, after_id: int | str | None, to_phone: str | None
) -> list[Incoming | MalformedReply]:
    """Asks for incoming messages."""

    def make(credentials: Credentials) -> IncomingRequest:
        return IncomingRequest(
            hour=hour, after_id=after_id, to_phone=to_phone, credentials=credentials, server=core.hosts.server
        )

    try:
        return await core.ask(Ask("history", "list", of_list(make), make, IncomingRequest.parse))
    except Refused as error:
        if error.is_nothing_found:
            return []
        raise
