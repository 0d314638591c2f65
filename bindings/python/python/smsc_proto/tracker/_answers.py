"""The answers to the requests of a plan."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from smsc_proto._native import Job, Record
from smsc_proto.client._core import Core
from smsc_proto.client._history import HistoryPages, Query, query_of
from smsc_proto.client._likeness import of_phone
from smsc_proto.client._status import StatusPages

# The time zone of the account, which decides what a day is, is not known.
MARGIN = timedelta(days=1)


async def records_of(core: Core, job: Job) -> list[tuple[int, Record]]:
    """Makes the request of a job, and returns its records, each with the index of its message."""
    if job.history is not None:
        return await of_history(core, job)
    statuses = await StatusPages(core, job.messages, 0).fill()
    found = ((status.index, status.record) for status in statuses)
    return [(index, record) for index, record in found if index is not None and record is not None]


async def of_history(core: Core, job: Job) -> list[tuple[int, Record]]:
    """Returns the records that the history has of the messages of a job."""
    found: list[tuple[int, Record]] = []
    for query, wanted in queries(job):
        pages = HistoryPages(core, query, None)
        # The last page is known by another request alone, which is needless if all are found.
        while wanted and (item := await pages.next()) is not None:
            if isinstance(item, Record) and (index := job.index_of(item)) is not None:
                found.append((index, item))
                wanted.discard(index)
    return found


def queries(job: Job) -> Iterator[tuple[Query, set[int]]]:
    """Returns the requests to the history, each with the indices of its messages: one for the phones,
    one for the e-mail addresses."""
    first, last = (datetime.fromtimestamp(sent, timezone.utc) for sent in job.history or (0, 0))
    start, end = (first - MARGIN).date(), (last + MARGIN).date()
    emails = {index: phone for index, (_, phone) in enumerate(job.messages) if "@" in phone}
    phones = {index: phone for index, (_, phone) in enumerate(job.messages) if "@" not in phone}
    if phones:
        yield query_of(start, end, unique(phones.values()), None, None), set(phones)
    if emails:
        yield query_of(start, end, None, unique(emails.values()), None), set(emails)


def unique(phones: Iterable[str]) -> list[str]:
    """Returns each phone once: a request may have it once, and several messages can have it.

    >>> unique(["79990000001", "+7 999 000-00-01"])
    ['+7 999 000-00-01']
    """
    return list({of_phone(phone): phone for phone in phones}.values())


def seconds_of(date: str) -> float | None:
    """Returns the Unix time of a header ``Date``; ``None`` if it is none.

    >>> seconds_of("Sat, 28 Nov 2026 09:00:00 GMT"), seconds_of("soon")
    (1795856400.0, None)
    """
    try:
        return max(parsedate_to_datetime(date).timestamp(), 0.0)
    except (ValueError, OverflowError):
        return None
