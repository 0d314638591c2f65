"""The history of sent messages, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from smsc_proto._history import HistoryRequest
from smsc_proto._items import Deleted, MalformedReply
from smsc_proto._native import Credentials, Record, Reply
from smsc_proto.client._account import of_list
from smsc_proto.client._core import Ask, Core, OtherReply
from smsc_proto.client._errors import ClientError, Refused
from smsc_proto.client._pages import Pages

HistoryItem: TypeAlias = Record | MalformedReply
"""An item of the history."""
Addresses: TypeAlias = str | tuple[str, ...] | Literal[True] | None


@dataclass(frozen=True, slots=True)
class Query:
    """The messages that are asked for."""

    start: date
    end: date | None
    phones: str | tuple[str, ...] | None
    emails: Addresses
    cnt: int | None


def query_of(
    start: date,
    end: date | None,
    phones: str | Iterable[str] | None,
    emails: str | Iterable[str] | Literal[True] | None,
    cnt: int | None,
) -> Query:
    """Returns the messages that are asked for, of arguments that may be iterators."""
    listed = phones if phones is None or isinstance(phones, str) else tuple(phones)
    addresses = emails if emails is None or emails is True or isinstance(emails, str) else tuple(emails)
    return Query(start, end, listed, addresses, cnt)


class HistoryPages(Pages[HistoryItem]):
    """The messages of a history, the newest first. Each page has those older than the last one."""

    def __init__(self, core: Core, query: Query, prev_id: int | None) -> None:
        super().__init__()
        self._core = core
        self._query = query
        self.prev_id = prev_id

    async def fill(self) -> list[HistoryItem]:
        try:
            page = [item for item in await self._ask() if isinstance(item, (Record, MalformedReply))]
        except ClientError as error:
            self.is_over = True
            if isinstance(error, Refused) and error.is_nothing_found:
                return []
            raise
        keys = [item.int_id for item in page if isinstance(item, Record) and item.int_id is not None]
        oldest = min(keys, default=None)
        # A page without an older message would be asked for again and again.
        self.is_over = oldest is None or self.prev_id is not None and oldest >= self.prev_id
        self.prev_id = self.prev_id if oldest is None else oldest
        return page

    async def _ask(self) -> Reply:
        query, prev_id = self._query, self.prev_id

        def make(credentials: Credentials) -> HistoryRequest:
            return HistoryRequest(
                query.start,
                query.end,
                phones=query.phones,
                emails=query.emails,
                cnt=query.cnt,
                prev_id=prev_id,
                credentials=credentials,
                server=self._core.hosts.server,
            )

        return await self._core.ask(Ask("history", "list", of_list(make), make, read))


def read(request: HistoryRequest, body: bytes) -> Reply:
    """Reads a page."""
    reply = request.parse(body)
    if any(isinstance(item, Deleted) for item in reply[:1]):
        raise OtherReply
    return reply
