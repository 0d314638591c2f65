"""Sending, once at most, and prices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias, TypedDict, Unpack

from smsc_proto._calls import Price, Sent
from smsc_proto._native import Credentials, Record, advise_after_status
from smsc_proto._retry import SendAdvice
from smsc_proto._send import SendRequest
from smsc_proto.client._core import Ask, Core, OtherReply
from smsc_proto.client._errors import ClientError, NotSent, Refused
from smsc_proto.client._likeness import of_text
from smsc_proto.client._status import Message, ask_batch, ask_single
from smsc_proto.types import Cost, SendKind, StatusAnswer, Translit


SentCost: TypeAlias = Literal[0, 2, 3]
"""The ``cost`` of a message: 0 for none, 2 for the cost in the reply, 3 also for the balance."""


class SendOptions(TypedDict, total=False):
    """The options of a message, as those of ``SendRequest``."""

    kind: SendKind
    sender: str | None
    time: str | datetime | timedelta | None
    valid: str | int | timedelta | None
    translit: Translit | None
    err: bool
    op: bool


@dataclass(frozen=True, slots=True)
class AlreadyAccepted:
    """A message whose sending was not answered, but which the service knows."""

    id: int | str
    """The id, with which the status is asked for."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A message of which it is not known whether it was accepted. Look up its id later, and do not
    send it again."""

    id: int | str
    """The id, with which the status is asked for."""
    error: ClientError
    """The error of the sending."""


Fate: TypeAlias = Sent | AlreadyAccepted | Unknown
"""The fate of a message that may have been sent."""


class Outgoing:
    """A message to send, whose phones and options can be read several times."""

    def __init__(self, core: Core, phones: str | Iterable[str], text: str, options: SendOptions) -> None:
        self.core = core
        self.phones = (phones,) if isinstance(phones, str) else tuple(phones)
        self.text = text
        self.options = options

    def request(self, credentials: Credentials, id: int | str | None, cost: Cost) -> SendRequest:
        """Makes the request to send the message, or for its price."""
        options, server = self.options, self.core.hosts.server
        return SendRequest(self.phones, self.text, id=id, cost=cost, credentials=credentials, server=server, **options)

    @property
    def likeness(self) -> int:
        """Returns what makes messages alike."""
        # Phones of another type are refused before they are sent.
        return of_text(self.phones, self.text) if all(isinstance(phone, str) for phone in self.phones) else 0


def read_price(request: SendRequest, body: bytes) -> Price:
    """Reads a price."""
    price = request.parse(body)
    if not isinstance(price, Price):
        raise OtherReply
    return price


def read_sent(request: SendRequest, body: bytes) -> Sent:
    """Reads the reply to a message."""
    sent = request.parse(body)
    if not isinstance(sent, Sent):
        raise OtherReply
    return sent


async def ask_price(core: Core, phones: str | Iterable[str], text: str, **options: Unpack[SendOptions]) -> Price:
    """Asks for the price of a message."""
    message = Outgoing(core, phones, text, options)

    def make(credentials: Credentials) -> SendRequest:
        return message.request(credentials, None, 1)

    return await core.ask(Ask("price", "price", message.likeness, make, read_price))


async def send_message(
    core: Core,
    phones: str | Iterable[str],
    text: str,
    given: int | str | None,
    cost: SentCost,
    **options: Unpack[SendOptions],
) -> Fate:
    """Sends a message, once at most."""
    if cost not in (0, 2, 3):
        raise ValueError("cost: expected 0, 2 or 3; `price` asks for the price")
    message = Outgoing(core, phones, text, options)
    id = new_id(core) if given is None else given

    def make(credentials: Credentials) -> SendRequest:
        return message.request(credentials, id, cost)

    was_sent_again: ClientError | None = None
    while True:
        ask = Ask("send", "send", message.likeness, make, read_sent)
        try:
            return await core.ask(ask)
        except ClientError as error:
            failed = error
        advice = failed.advice
        if advice is None or advice.kind != "ask_status":
            # After a second copy the first one may still be accepted.
            if was_sent_again is not None:
                return Unknown(id, was_sent_again)
            if isinstance(failed, (NotSent, Refused)):
                raise failed
            return Unknown(id, failed)
        if not core.may_wait(advice.wait):
            return Unknown(id, failed)
        await core.wait(advice.wait)
        pairs = [(id, phone) for phone in message.phones]
        match (await find_out(core, pairs, ask.sent_at, was_sent_again is not None)).kind:
            case "accepted":
                return AlreadyAccepted(id)
            case "send_again":
                was_sent_again = failed
            case _:
                return Unknown(id, failed)


async def find_out(core: Core, pairs: list[Message], sent_at: float, sent_again: bool) -> SendAdvice:
    """Finds out what became of a message, as far as that is advised: accepted, to be sent again, or
    unknown."""
    while True:
        answer = await ask_for(core, pairs)
        advice = advise_after_status(
            answer,
            since=core.since(sent_at),
            history_kept=core.history_kept,
            sent_again=sent_again,
            random=core.gate.clock.random(),
        )
        if advice.kind != "ask_again" or not core.may_wait(advice.wait):
            return advice
        await core.wait(advice.wait)


async def ask_for(core: Core, pairs: list[Message]) -> StatusAnswer:
    """Asks whether the service knows a message to any of these phones."""
    try:
        if len(pairs) == 1:
            records = [await ask_single(core, pairs[0], 0)]
        else:
            reply = await ask_batch(core, pairs[: core.batch], 0)
            records = [item for item in reply if isinstance(item, Record) and not item.unexpected]
    except ClientError:
        return "failed"
    if any(record.status != -3 for record in records):
        return "found"
    # That of a phone may not be known.
    return "not_found" if len(records) == len(pairs) else "failed"


def new_id(core: Core) -> int:
    """Returns a new id: a number of 31 random bits, because how the service prints an id that is a
    text has not been recorded everywhere."""
    while (id := core.gate.clock.random() >> 1) == 0:
        pass
    return id
