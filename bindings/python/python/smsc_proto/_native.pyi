"""The native module. What is public of it is re-exported by ``smsc_proto``; rule ids (R43) are those of ``docs/protocol.md``."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Literal, Never, Protocol, TypeAlias, final, overload

from smsc_proto._codes import ErrCode, Flags, MessageType, StatusCode
from smsc_proto._items import ApiError, Deleted, MalformedReply, Missing
from smsc_proto._outcome import Explanation, Outcome, Step

__all__ = [
    "Cursor",
    "diagnose",
    "explain",
    "code_name",
    "flag_parts",
    "_panics",
    "row_title",
    "width",
    "Reply",
    "parse",
    "_read",
    "Status",
    "_restore",
    "Stream",
    "iter_parse",
    "write",
    "__version__",
]

_Body: TypeAlias = bytes | bytearray | memoryview | str
_Item: TypeAlias = Status | MalformedReply | Missing | Deleted | ApiError

__version__: Final[str]

class _File(Protocol):
    def read(self, size: int, /) -> bytes: ...

@final
class Status:
    """What a reply says of one message, under the wire's names. What the reply left out is ``None``; an empty text is ``""``.

    It cannot be changed, compares and hashes by its fields, and can be pickled, copied and matched. Its ``repr`` shows no phone and no
    text. A record holds on to the reply that it came in; a copy of it does not.

    >>> from smsc_proto import Status, parse
    >>> status = next(parse("20,1760080210,1").statuses())
    >>> status.status == 20, status.status.name, status.err.title("ru")
    (True, 'Cannot be delivered', 'Абонент не существует')
    >>> match status:
    ...     case Status(status=20, err=1):
    ...         print("take it off the list")
    take it off the list
    """

    __match_args__: Final = ("status", "err", "id", "phone")

    def __new__(cls, **fields: Any) -> Status:
        """A record of one's own, to be written or compared: the names and values of ``to_dict``; a cost may be a ``Decimal``.

        Raises ``TypeError`` for an unknown name, a value of a wrong type or a missing status; ``ValueError`` for a value that the
        field cannot have (R32, R39).

        >>> from smsc_proto import Status
        >>> Status(status=1, cost="2.10", phone="79990000001")
        Status(status=1, phone=…, cost='2.10')
        """

    @property
    def status(self) -> StatusCode:
        """What became of the message (R36): an int with ``name`` and ``title``. It is always there (R10)."""

    @property
    def err(self) -> ErrCode | None:
        """Why it was not delivered (R37): an int with ``name`` and ``title``; an ``EmailErrCode`` where the numbers mean what
        they mean for e-mail.
        """

    @property
    def id(self) -> int | None:
        """The message's id (R3): 1 to 2147483647, and not unique by itself."""

    @property
    def phone(self) -> str | None:
        """The recipient: digits without ``+``, or the address of an e-mail (R3)."""

    @property
    def type(self) -> MessageType | None:
        """What was sent (R35): an int with ``name`` and ``title``."""

    @property
    def flag(self) -> int | None:
        """Sixteen bits about the message (R35), as on the wire; fmt 2 and 3 have it. ``flags`` explains them."""

    @property
    def flags(self) -> Flags | None:
        """What the bits of ``flag`` mean (R35)."""

    @property
    def last_timestamp(self) -> int | None:
        """When the status last changed, in Unix seconds (R30); fmt 1, 2 and 3 have it."""

    @property
    def changed_at(self) -> datetime | None:
        """``last_timestamp`` as an aware datetime in UTC (R30); ``None`` also for a year over 9999."""

    @property
    def last_date(self) -> datetime | None:
        """When the status last changed in the account's own time zone, which no reply names: a naive datetime (R31); fmt 0, 2
        and 3 have it. ``None`` also for a text that is no date; ``to_dict`` has the text.
        """

    @property
    def send_timestamp(self) -> int | None:
        """When it was sent, in Unix seconds (R30); fmt 1, 2 and 3 have it."""

    @property
    def sent_at(self) -> datetime | None:
        """``send_timestamp`` as an aware datetime in UTC (R30); ``None`` also for a year over 9999."""

    @property
    def send_date(self) -> datetime | None:
        """When it was sent in the account's own time zone: a naive datetime (R31), as ``last_date`` is."""

    @property
    def cost(self) -> Decimal | None:
        """What it cost, exact and with the digits of the reply, in the account's currency (R32)."""

    @property
    def sms_cnt(self) -> int | None:
        """How many parts it had, or how many seconds a call took (R34)."""

    @property
    def sender_id(self) -> str | None:
        """The sender ID that the recipient saw."""

    @property
    def status_name(self) -> str | None:
        """The status in the vendor's words (R36)."""

    @property
    def message(self) -> str | None:
        """The text that was sent. ``message_is_certain`` says whether it may end elsewhere (R43)."""

    @property
    def comment(self) -> str | None:
        """The client's own comment."""

    @property
    def message_is_certain(self) -> bool:
        """Whether the record could be cut into its fields in one way only (R43 to R46)."""

    @property
    def unasked(self) -> bool:
        """Whether the caller gave ``ids`` and this record answers none of them (R47)."""

    @property
    def mccmnc(self) -> str | None:
        """The number's country and network code (R33)."""

    @property
    def country(self) -> str | None:
        """The number's country."""

    @property
    def operator(self) -> str | None:
        """The operator that serves the number."""

    @property
    def operator_orig(self) -> str | None:
        """The operator that first gave the number out."""

    @property
    def region(self) -> str | None:
        """The number's region."""

    @property
    def is_hlr(self) -> bool:
        """Whether it answers an HLR request: any of the next eight is there (R42)."""

    @property
    def imsi(self) -> str | None:
        """HLR: the SIM card's number (R33)."""

    @property
    def msc(self) -> str | None:
        """HLR: the number of the network's service centre (R33)."""

    @property
    def mcc(self) -> str | None:
        """HLR: the mobile country code (R33)."""

    @property
    def mnc(self) -> str | None:
        """HLR: the mobile network code, such as ``02`` (R33)."""

    @property
    def cn(self) -> str | None:
        """HLR: the home country's name."""

    @property
    def net(self) -> str | None:
        """HLR: the home operator's name."""

    @property
    def rcn(self) -> str | None:
        """HLR: the country in which the subscriber roams."""

    @property
    def rnet(self) -> str | None:
        """HLR: the operator with which the subscriber roams."""

    @property
    def outcome(self) -> Outcome:
        """What became of the message and what to do about it, by status, err and type together (R36, R37). What ``parse`` was told of
        ``kind`` counts. It is looked up when it is asked for.

        >>> from smsc_proto import parse
        >>> status = next(parse("20,1760080210,6").statuses())
        >>> status.outcome.state, status.outcome.retry, status.outcome.retry_after_s, status.outcome.title("ru")
        ('failed', 'later', 3600, 'Абонент не в сети')
        """

    def to_dict(self) -> dict[str, Any]:
        """The fields that are there, with the names, order and types of fmt 3 (R25): numbers are ints, everything else is text as it
        came. ``"split": "ambiguous"`` and ``"unasked": True`` mark what they say. This is what ``decode --json`` prints.

        >>> from smsc_proto import parse
        >>> parse("1,1760080210,0")[0].to_dict()
        {'status': 1, 'last_timestamp': 1760080210, 'err': 0}
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Reply(Sequence[_Item]):
    """What the server answered: a sequence of what stands in the reply, in its order.

    Items are ``Status`` records, and in their places ``MalformedReply`` for a line that cannot be read, ``Missing`` for a pair of ``ids``
    that did not come back, ``Deleted`` for the answer to ``del=1``, ``ApiError`` where it was to be returned. Malformed lines
    are items because nothing may be lost: an exception would take the neighbours with it, and a list of its own would be overlooked.
    A slice is a tuple.
    """

    @overload
    def __getitem__(self, index: int, /) -> _Item: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[_Item, ...]: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[_Item]: ...
    def __reversed__(self) -> Iterator[_Item]: ...
    def index(self, value: Any, start: int = 0, stop: int = ...) -> int:
        """The place of an item. Raises ``ValueError`` if there is none like it."""

    def count(self, value: Any) -> int:
        """How many items are equal to this one."""

    def statuses(self) -> Iterator[Status]:
        """The records alone. What else stands in the reply is in ``malformed`` and ``missing``.

        >>> from smsc_proto import parse
        >>> reply = parse("1,1760080210,0,101,79990000001\\nx\\n1,1760080211,0,102,79990000002", multi=True)
        >>> [status.id for status in reply.statuses()], [str(error) for error in reply.malformed]
        ([101, 102], ['byte 31: unreadable status, expected an integer of 32 bits'])
        """

    def rows(self, *fields: str) -> Iterator[tuple[Any, ...]]:
        """A tuple of the named attributes of ``Status`` for each item, for who only wants figures.

        Row n belongs to item n. What an item lacks is ``None``; a status is ``None`` only where there is no record.

        Raises ``TypeError`` for names that are no ``str``, ``ValueError`` for one that is no attribute.

        >>> from smsc_proto import parse
        >>> list(parse("1,1760080210,0,101,7\\n20,1760080211,1,102,8", multi=True).rows("id", "status"))
        [(101, StatusCode(1)), (102, StatusCode(20))]
        """

    @property
    def malformed(self) -> tuple[MalformedReply, ...]:
        """The records that could not be read, in their order (R48)."""

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The pairs of ``ids`` that did not come back (R47)."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Cursor:
    """An iterator over a reply."""

    def __iter__(self) -> Cursor: ...
    def __next__(self) -> Any: ...
    def __length_hint__(self) -> int: ...

@final
class Stream:
    """An iterator over a batch that comes piece by piece."""

    def __iter__(self) -> Stream: ...
    def __next__(self) -> _Item: ...

def parse(
    body: _Body,
    *,
    fmt: int = 1,
    all: int = 0,
    multi: bool = False,
    charset: str = "windows-1251",
    kind: str | None = None,
    ids: Iterable[tuple[int, str]] | None = None,
    api_error: str = "raise",
) -> Reply:
    """Reads the body of a reply. The options repeat what the request asked for: the same bytes mean different things to different requests.

    ``body``: the bytes as they came. A ``str`` is read as UTF-8, whatever ``charset`` says, and offsets count its bytes in UTF-8.
    ``fmt``, ``all``: the request's, 0 to 3 and 0 to 2 (R1). ``multi``: several phones or ids were asked for, or one with a comma behind it
    (R2, R21). ``charset``: the request's, ``windows-1251``, ``koi8-r`` or ``utf-8`` (R7). ``kind``: what the messages are, if that is known,
    ``sms``, ``hlr`` or ``email`` (R41). ``ids``: the (id, phone) pairs that were asked for, in their order; they settle where a record
    ends when its text leaves that open, and those that did not come are ``Missing`` items (R47). ``api_error``: ``return`` makes an API
    error the one item of the reply.

    Raises ``ApiError`` for a refused request (R11); ``MalformedReply`` for a body that is no reply (R49), or a single reply that cannot be
    read (R48); ``TypeError`` and ``ValueError`` for arguments of a wrong type or value. Bodies over 4 GiB are for ``iter_parse``.

    >>> from smsc_proto import parse
    >>> status = next(parse(b"1,1760080210,0").statuses())
    >>> status.status.name, str(status.changed_at)
    ('Delivered', '2025-10-10 07:10:10+00:00')
    >>> parse(b"0,-9")
    Traceback (most recent call last):
    smsc_proto._items.ApiError: error 9: Too many requests
    >>> parse(b"<html>502 Bad Gateway</html>")
    Traceback (most recent call last):
    smsc_proto._items.MalformedReply: byte 0: not a reply: it looks like HTML or XML, expected a reply of fmt 1
    """

def iter_parse(
    source: _File | Iterable[bytes | bytearray | memoryview],
    *,
    fmt: int = 1,
    all: int = 0,
    charset: str = "windows-1251",
    kind: str | None = None,
    ids: Iterable[tuple[int, str]] | None = None,
    api_error: str = "raise",
) -> Iterator[_Item]:
    """Reads a batch of any length in constant memory, item by item: the same items that ``parse`` gives with ``multi=True``.

    ``source``: a file opened in binary mode, or an iterable of chunks, such as an HTTP client gives; where they are cut does not matter. The other
    options are those of ``parse``. A record is at most 1 MiB long (R46d), and some 2 MiB of what has come are kept at a time.

    Raises what ``parse`` raises, when the item is asked for; and what the source raises: a file can be asked again then, an iterable cannot, so that
    nothing that was cut is taken for the end of the batch.

    >>> from smsc_proto import iter_parse
    >>> [item.id for item in iter_parse([b"1,1760080210,0,10", b"1,7\\n20,1760080211,1,102,8"])]
    [101, 102]
    """

def write(
    records: Iterable[Status] | Iterable[ApiError] | Iterable[Deleted] | ApiError | Deleted,
    *,
    fmt: int = 1,
    all: int = 0,
    multi: bool = False,
    charset: str = "windows-1251",
    replace: bool = False,
) -> bytes:
    """Writes the reply to a request that asked for these records, in the charset of the request.

    Without ``multi`` there is one record. What the format cannot carry so that it would be read back the same is refused;
    with ``replace`` it is replaced or dropped.

    Raises ``WriteError`` for a record that cannot be written, ``TypeError`` for what is no record, ``ValueError`` for wrong options.

    >>> from smsc_proto import Status, write
    >>> write([Status(status=1, last_timestamp=1760080210, err=0)])
    b'1,1760080210,0'
    >>> write([Status(status=1, flag=40)])
    Traceback (most recent call last):
    smsc_proto._items.WriteError: record 0: flag: the format has no place for it
    """

@overload
def explain(
    *,
    status: int,
    err: int | None = None,
    type: int | str | None = None,
    api_error: None = None,
    getcourse: None = None,
    clicksend: None = None,
) -> tuple[Explanation, ...]:
    """Says what codes or texts mean, best first: one of these questions.

    ``status``: of a message, with its ``err`` if that is known, and its ``type``: a number, or a word such as ``sms`` (which it is if it is
    left out), ``hlr`` or ``email``, as ``smsc explain --type`` takes it. An unknown number has a careful outcome of its own, which says so.
    ``api_error``: the number of a refused request. ``getcourse``: a text that GetCourse shows, or the provider's Russian name of a code,
    however it is written. ``clicksend``: the number of a row of ClickSend's list, or words of it, status, code and description, in English
    or French. The bits of ``flag`` are explained by ``Flags``.

    A text that is not known gives an empty tuple, because a list of texts to go through has such texts in it.

    Raises ``TypeError`` for a call that asks none or several of these, and for an argument of a wrong type; ``ValueError`` for a
    number or a type that cannot be.

    >>> from smsc_proto import explain
    >>> (found,) = explain(status=20, err=1, type="email")
    >>> found.outcome.title(), found.outcome.suppress
    ('No such addressee', True)
    >>> explain(api_error=9)[0].outcome.retry_after_s
    60
    >>> (found,) = explain(getcourse="«НЕВОЗМОЖНО ДОСТАВИТЬ. Абонент не существует.»")
    >>> found.status, found.err, found.unsubscribes
    (StatusCode(20), ErrCode(1), True)
    >>> [found.row for found in explain(clicksend="sent")], explain(clicksend="no such words")
    ([1, 2], ())
    """

@overload
def explain(
    *,
    status: None = None,
    err: None = None,
    type: None = None,
    api_error: int,
    getcourse: None = None,
    clicksend: None = None,
) -> tuple[Explanation, ...]: ...
@overload
def explain(
    *,
    status: None = None,
    err: None = None,
    type: None = None,
    api_error: None = None,
    getcourse: str,
    clicksend: None = None,
) -> tuple[Explanation, ...]: ...
@overload
def explain(
    *,
    status: None = None,
    err: None = None,
    type: None = None,
    api_error: None = None,
    getcourse: None = None,
    clicksend: int | str,
) -> tuple[Explanation, ...]: ...
def diagnose(symptom: str, number: int | None = None) -> tuple[Step, ...]:
    """The causes of a symptom, in the order in which to check them.

    ``symptom``: ``no-connection``, ``timeout``, ``http-error``, ``not-a-reply``, ``api-error`` with the ``number`` of the error,
    ``not-found`` (at once), ``not-found-later``, ``no-status`` or ``smtp-not-sent``.

    Raises ``ValueError`` for another symptom; ``TypeError`` for ``api-error`` without a number, and for a number with anything else.

    >>> from smsc_proto import diagnose
    >>> diagnose("not-found-later")[2].check()
    'Search your programs for requests with del=1.'
    """

def code_name(table: str, code: int, lang: str) -> str | None: ...
def row_title(table: str, code: int, lang: str) -> str | None: ...
def flag_parts(flag: int) -> tuple[int, bool, str | None, int]: ...
def width(text: str) -> int: ...
def _panics() -> Never: ...
def _read(
    body: _Body,
    fmt: int,
    all: int,
    multi: bool,
    charset: str,
    kind: str | None,
    ids: Iterable[tuple[int, str]] | None,
) -> Reply: ...
def _restore(fields: dict[str, Any], kind: str | None) -> Status: ...
