"""The statuses of messages, and their deletion."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from smsc_proto._items import Deleted, MalformedReply, Missing
from smsc_proto._native import Credentials, Record, Reply
from smsc_proto._status import DeleteRequest, StatusRequest
from smsc_proto.client._core import Ask, Core, OtherReply
from smsc_proto.client._errors import ClientError
from smsc_proto.client._likeness import of_message
from smsc_proto.client._pages import Pages
from smsc_proto.types import All

Message: TypeAlias = tuple[int | str, str]
"""The id and the phone of a message."""
Messages: TypeAlias = Message | Iterable[Message]
"""One message, or several."""


@dataclass(frozen=True, slots=True)
class Status:
    """One item of the answer to a request for statuses."""

    index: int | None
    """The index of the message in the request, from 0. ``None`` for a record that was not asked for
    (``record.unexpected``), and for a malformed one."""
    item: Record | Missing | MalformedReply
    """The record of the message, whose status is -3 if the service does not know the message;
    ``Missing`` for a message without a record in the answer."""

    @property
    def record(self) -> Record | None:
        """Returns the item if it is a record."""
        return self.item if isinstance(self.item, Record) else None


def listed(messages: Messages) -> list[Message]:
    """Returns the messages as a list, also if there is one alone."""
    match messages:
        case (int() | str() as id, str(phone)):
            return [(id, phone)]
    return list(messages)


def likeness(message: Message) -> int:
    """Returns what makes requests about one message alike."""
    match message:
        case (id, str(phone)):
            return of_message(id, phone)
    # What is not a message is refused before it is sent.
    return 0


async def ask_single(core: Core, message: Message, all: All) -> Record:
    """Asks for the status of one message."""

    def make(credentials: Credentials) -> StatusRequest:
        return StatusRequest(message, all=all, credentials=credentials, server=core.hosts.server)

    def read(request: StatusRequest, body: bytes) -> Record:
        for item in request.parse(body):
            if isinstance(item, Record):
                return item
        raise OtherReply

    return await core.ask(Ask("status", "status", likeness(message), make, read))


async def ask_batch(core: Core, messages: list[Message], all: All) -> Reply:
    """Asks for the statuses of a batch."""

    def make(credentials: Credentials) -> StatusRequest:
        return StatusRequest(messages, all=all, credentials=credentials, server=core.hosts.server)

    def read(request: StatusRequest, body: bytes) -> Reply:
        reply = request.parse(body)
        if any(isinstance(item, Deleted) for item in reply[:1]):
            raise OtherReply
        return reply

    return await core.ask(Ask("status_batch", "batch", 0, make, read))


async def delete_messages(core: Core, messages: Messages) -> None:
    """Deletes messages."""
    several = listed(messages)

    def make(credentials: Credentials) -> DeleteRequest:
        what: Messages = several[0] if len(several) == 1 else several
        return DeleteRequest(what, credentials=credentials, server=core.hosts.server)

    def read(request: DeleteRequest, body: bytes) -> None:
        if list(request.parse(body)) != [Deleted()]:
            raise OtherReply

    if len(several) == 1:
        await core.ask(Ask("delete", "status", likeness(several[0]), make, read))
    else:
        await core.ask(Ask("delete", "batch", 0, make, read))


class StatusPages(Pages[Status]):
    """The answers to a request for statuses, batch after batch."""

    def __init__(self, core: Core, messages: Messages, all: All) -> None:
        super().__init__()
        self._core = core
        self._messages = listed(messages)
        self._all: All = all
        # The index of the first message that was not asked for.
        self._next = 0

    @property
    def rest(self) -> list[Message]:
        """Returns the messages that were not asked for yet."""
        return self._messages[self._next :]

    async def fill(self) -> list[Status]:
        messages = self._messages[self._next : self._next + self._core.batch]
        if not messages:
            self.is_over = True
            return []
        try:
            items = await self._ask(messages)
        except ClientError:
            self.is_over = True
            raise
        self._next += len(messages)
        return items

    async def _ask(self, messages: list[Message]) -> list[Status]:
        if len(messages) == 1:
            return [Status(self._next, await ask_single(self._core, messages[0], self._all))]
        index, items = self._next, []
        for item in await ask_batch(self._core, messages, self._all):
            if not isinstance(item, (Record, Missing, MalformedReply)):
                continue
            is_of_message = isinstance(item, Missing) or isinstance(item, Record) and not item.unexpected
            items.append(Status(index if is_of_message else None, item))
            index += is_of_message
        return items
