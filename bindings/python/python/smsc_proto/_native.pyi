"""The native module. ``smsc_proto`` re-exports the public part of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from os import PathLike
from typing import Any, ClassVar, Final, Literal, NoReturn, Protocol, TypeAlias, Unpack, final, overload

from smsc_proto._callback import Callback
from smsc_proto._calls import Balance, Incoming, Operator, Price, Sent, Statistics
from smsc_proto._codes import ApiErrorCode, EmailErrCode, ErrCode, Flags, MessageType, StatusCode
from smsc_proto._guess import Guess
from smsc_proto._items import ApiError, Deleted, Item, MalformedReply, Missing, RequestError
from smsc_proto._merge import Merged
from smsc_proto._origins import Origin
from smsc_proto._outcome import Chapter, Explanation, Outcome, Step
from smsc_proto._retry import Advice, SendAdvice
from smsc_proto.tracker._change import Row
from smsc_proto.tracker._options import Options
from smsc_proto.types import (
    All,
    Call,
    CallbackFormat,
    Charset,
    Column,
    Condition,
    Cost,
    Endpoint,
    FailureWord,
    Fmt,
    Kind,
    NumberedFailure,
    OnApiError,
    RecordFields,
    Scheme,
    SendKind,
    StatusAnswer,
    SymptomWithoutNumber,
    TableColumn,
    Template,
    Translit,
    TypeName,
)

__all__ = [
    "parse_callback",
    "verify_callback",
    "parse_balance",
    "parse_incoming",
    "parse_operator",
    "parse_send",
    "parse_statistics",
    "command",
    "Cursor",
    "diagnose",
    "explain",
    "guess",
    "story",
    "code_name",
    "code_table",
    "flag_parts",
    "invalid_lang",
    "message_id",
    "merge",
    "Record",
    "_restore",
    "Reply",
    "parse",
    "_read",
    "Credentials",
    "Form",
    "Server",
    "balance_form",
    "delete_form",
    "history_form",
    "incoming_form",
    "operator_form",
    "send_form",
    "statistics_form",
    "status_form",
    "advise",
    "advise_after_status",
    "Batch",
    "Batches",
    "Report",
    "Scanner",
    "split_file",
    "Stream",
    "iter_parse",
    "Job",
    "Watcher",
    "write",
    "CONTENT_TYPE",
    "__version__",
]

_Body: TypeAlias = bytes | bytearray | memoryview | str
_Messages: TypeAlias = tuple[int | str, str] | Iterable[tuple[int | str, str]]
_Texts: TypeAlias = str | Iterable[str]
_Bytes: TypeAlias = bytes | bytearray | memoryview
# Frameworks have values of more types for other fields, such as uploaded files.
_Fields: TypeAlias = Mapping[str, Any] | Mapping[bytes, Any] | Iterable[tuple[str | bytes, Any]]

CONTENT_TYPE: Final[str]
__version__: Final[str]

class _File(Protocol):
    def read(self, size: int, /) -> bytes: ...

@final
class Record:
    """The status of one message, with the field names of the wire.

    A field that the reply lacks is ``None``; an empty text is ``""``.

    A record is immutable, is compared and hashed by its fields, and can be pickled, copied and
    matched. Its ``repr`` contains no phone and no text. A record keeps its whole reply in memory; a
    copy of a record does not.

    >>> from smsc_proto import Record, parse
    >>> record = next(parse("20,1760080210,1").records())
    >>> record.status == 20, record.status.name, record.err.title("ru")
    (True, 'Cannot be delivered', 'Абонент не существует')
    >>> match record:
    ...     case Record(status=20, err=1):
    ...         print("remove it from the list")
    remove it from the list
    """

    __match_args__: Final = ("status", "err", "id", "phone")

    def __new__(cls, **fields: Unpack[RecordFields]) -> Record:
        """Creates a record from fields, to write it or to compare it.

        The names and values are those that ``to_dict`` returns. A cost may also be a ``Decimal``. A
        field that is ``None`` is left out.

        Raises ``TypeError`` for an unknown name, a value of a wrong type or a missing status, and
        ``ValueError`` for a value that the field cannot have.

        >>> from smsc_proto import Record
        >>> Record(status=1, cost="2.10", phone="79990000001")
        Record(status=1, phone=…, cost='2.10')
        """

    @property
    def status(self) -> StatusCode:
        """Returns the status of the message, never ``None``: an int with ``name`` and ``title``."""

    @property
    def err(self) -> ErrCode | EmailErrCode | None:
        """Returns the reason why the message was not delivered: an int with ``name`` and ``title``.

        Returns an ``EmailErrCode`` if the numbers have their meaning for e-mails.
        """

    @property
    def id(self) -> int | str | None:
        """Returns the id of the message. An id alone is not unique.

        Returns an int from 1 to 2147483647, or a str for a text id: 1 to 40 Latin letters, digits,
        ``.``, ``-`` and ``_``. Digits are always an int.

        >>> from smsc_proto import parse
        >>> reply = parse("1,1760080210,0,order-77,79990000001", multi=True)
        >>> [record.id for record in reply.records()]
        ['order-77']
        """

    @property
    def int_id(self) -> int | None:
        """Returns the key by which the history is paged.

        The history is the reply of ``get.php``. Only its records have this field.
        """

    @property
    def format(self) -> str | None:
        """Returns the format of the message, in the server's notation. History records only."""

    @property
    def crc(self) -> str | None:
        """Returns the checksum of the message, in the server's notation. History records only."""

    @property
    def phone(self) -> str | None:
        """Returns the recipient: digits without ``+``, or an e-mail address."""

    @property
    def type(self) -> MessageType | None:
        """Returns the type of the message: an int with ``name`` and ``title``."""

    @property
    def flag(self) -> int | None:
        """Returns sixteen bits about the message, as on the wire. ``flags`` has their meaning.

        Only fmt 2 and 3 have this field.
        """

    @property
    def flags(self) -> Flags | None:
        """Returns the meaning of the bits of ``flag``."""

    @property
    def last_timestamp(self) -> int | None:
        """Returns when the status last changed, in Unix seconds.

        Only fmt 1, 2 and 3 have this field.
        """

    @property
    def changed_at(self) -> datetime | None:
        """Returns ``last_timestamp`` as an aware datetime in UTC.

        Returns ``None`` also for a time after the year 9999.
        """

    @property
    def last_date(self) -> datetime | None:
        """Returns when the status last changed, in the account's own time zone: a naive datetime.

        No reply names the time zone. Only fmt 0, 2 and 3 have this field. Returns ``None`` also if
        the text is not a date; ``to_dict`` has the text.
        """

    @property
    def send_timestamp(self) -> int | None:
        """Returns when the message was sent, in Unix seconds.

        Only fmt 1, 2 and 3 have this field.
        """

    @property
    def sent_at(self) -> datetime | None:
        """Returns ``send_timestamp`` as an aware datetime in UTC.

        Returns ``None`` also for a time after the year 9999.
        """

    @property
    def send_date(self) -> datetime | None:
        """Returns when the message was sent, in the account's own time zone: a naive datetime.

        No reply names the time zone. Only fmt 0, 2 and 3 have this field. Returns ``None`` also if
        the text is not a date; ``to_dict`` has the text.
        """

    @property
    def cost(self) -> Decimal | None:
        """Returns the cost in the account's currency: exact, with the digits of the reply."""

    @property
    def sms_cnt(self) -> int | None:
        """Returns the number of parts of the message, or the duration of a call in seconds."""

    @property
    def sender_id(self) -> str | None:
        """Returns the sender ID that the recipient saw."""

    @property
    def status_name(self) -> str | None:
        """Returns the name of the status in the server's words."""

    @property
    def message(self) -> str | None:
        """Returns the text that was sent.

        If ``is_ambiguous`` is true, the text may really end elsewhere.
        """

    @property
    def comment(self) -> str | None:
        """Returns the client's own comment on the message."""

    @property
    def is_ambiguous(self) -> bool:
        """Returns whether the record could be split into fields in more than one way.

        A rule of ``docs/protocol.md`` chose one of the ways.
        """

    @property
    def looks_like_utf8(self) -> bool:
        """Returns whether a text of the record looks like UTF-8 that was read in another charset.

        The request then probably had ``charset=utf-8``, and ``parse`` was called without it. The
        texts are decoded in the charset that was passed all the same. They are searched when the
        attribute is read.

        >>> from smsc_proto import parse
        >>> body = '{"status": 1, "message": "Привет"}'.encode()
        >>> [parse(body, fmt=3, charset=name)[0].looks_like_utf8 for name in ("windows-1251", "utf-8")]
        [True, False]
        """

    @property
    def unexpected(self) -> bool:
        """Returns whether ``ids`` was passed and the record is none of its messages."""

    @property
    def mccmnc(self) -> str | None:
        """Returns the country and network code of the recipient's number."""

    @property
    def country(self) -> str | None:
        """Returns the country of the recipient's number."""

    @property
    def operator(self) -> str | None:
        """Returns the operator that serves the recipient's number."""

    @property
    def operator_orig(self) -> str | None:
        """Returns the operator that the recipient's number was first assigned to."""

    @property
    def region(self) -> str | None:
        """Returns the region of the recipient's number."""

    @property
    def is_hlr(self) -> bool:
        """Returns whether the record is that of an HLR request.

        Such a record has at least one of the next eight fields.
        """

    @property
    def imsi(self) -> str | None:
        """Returns the number of the SIM card. HLR replies only."""

    @property
    def msc(self) -> str | None:
        """Returns the number of the network's service centre. HLR replies only."""

    @property
    def mcc(self) -> str | None:
        """Returns the mobile country code. HLR replies only."""

    @property
    def mnc(self) -> str | None:
        """Returns the mobile network code, such as ``02``. HLR replies only."""

    @property
    def cn(self) -> str | None:
        """Returns the name of the home country. HLR replies only."""

    @property
    def net(self) -> str | None:
        """Returns the name of the home operator. HLR replies only."""

    @property
    def rcn(self) -> str | None:
        """Returns the country in which the subscriber roams. HLR replies only."""

    @property
    def rnet(self) -> str | None:
        """Returns the operator with which the subscriber roams. HLR replies only."""

    @property
    def outcome(self) -> Outcome:
        """Returns the outcome of the message: what happened and what to do next.

        The outcome depends on status, err and type together, and on the ``kind`` that was passed to
        ``parse``. It is looked up when the attribute is read.

        >>> from smsc_proto import parse
        >>> outcome = next(parse("20,1760080210,6").records()).outcome
        >>> outcome.state, outcome.retry, outcome.retry_after_s, outcome.title("ru")
        ('failed', 'later', 3600, 'Абонент не в сети')
        """

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields that the record has, with the names, order and types of fmt 3.

        Numbers are ints, and every other field is the text of the reply. An ambiguous record also
        has ``"split": "ambiguous"``, and an unexpected one ``"unexpected": True``.
        ``decode --json`` prints this dictionary.

        >>> from smsc_proto import parse
        >>> parse("1,1760080210,0")[0].to_dict()
        {'status': 1, 'last_timestamp': 1760080210, 'err': 0}
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Reply(Sequence[Item]):
    """The items of a reply, in their order: a sequence.

    An item is a ``Record``; or a ``MalformedReply`` for a line that cannot be parsed, a ``Missing``
    for a pair of ``ids`` whose record is not in the reply, ``Deleted`` for the reply to ``del=1``,
    or an ``ApiError`` if ``api_error="return"`` was passed. A malformed line of a batch is an item
    and not raised, because an exception would lose the records around it.

    A slice is a tuple.
    """

    @overload
    def __getitem__(self, index: int, /) -> Item: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[Item, ...]: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Item]: ...
    def __reversed__(self) -> Iterator[Item]: ...
    def index(self, value: Any, start: int = 0, stop: int = ...) -> int:
        """Returns the index of the first item that is equal to ``value``.

        Raises ``ValueError`` if there is none.
        """

    def count(self, value: Any) -> int:
        """Returns the number of items that are equal to ``value``."""

    def records(self) -> Iterator[Record]:
        """Returns an iterator over the records, without the other items.

        ``malformed`` and ``missing`` have the other items of a batch. Raises ``MalformedReply`` if
        every line is malformed, because then the options are likely wrong; its ``hint`` names those
        that fit. The items themselves are in the reply all the same.

        >>> from smsc_proto import parse
        >>> body = "1,1760080210,0,101,79990000001\\nx\\n1,1760080211,0,102,79990000002"
        >>> reply = parse(body, multi=True)
        >>> [record.id for record in reply.records()], [str(error) for error in reply.malformed]
        ([101, 102], ['byte 31: invalid status: expected an integer of 32 bits'])
        """

    def rows(self, *fields: Column) -> Iterator[tuple[Any, ...]]:
        """Returns an iterator over tuples with the named attributes of each item.

        Row n belongs to item n. An attribute that the item lacks is ``None``; the status is
        ``None`` only if the item is not a record. Rows are faster than ``Record`` objects.

        A part of the outcome is named by its key in JSON, such as ``outcome.state``,
        ``outcome.retry``, ``outcome.suppress`` or ``outcome.title``. A text is in English, and in
        another language with ``.ru`` or ``.fr`` after its name.

        Raises ``TypeError`` for a name that is not a ``str``, and ``ValueError`` for a name that is
        not an attribute.

        >>> from smsc_proto import parse
        >>> reply = parse("1,1760080210,0,101,7\\n20,1760080211,1,102,8", multi=True)
        >>> list(reply.rows("id", "status"))
        [(101, StatusCode(1)), (102, StatusCode(20))]
        >>> list(reply.rows("outcome.state", "outcome.suppress", "outcome.title.ru"))
        [('delivered', False, 'Доставлено'), ('failed', True, 'Абонент не существует')]
        """

    @property
    def looks_like_utf8(self) -> bool:
        """Returns whether a text looks like UTF-8 that was read in another charset.

        True if this holds for a record or an API error of the reply. The texts are searched when
        the attribute is read.
        """

    @property
    def malformed(self) -> tuple[MalformedReply, ...]:
        """Returns the records that could not be parsed, in their order."""

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Returns the pairs of ``ids`` whose records are not in the reply."""

    def _repr_html_(self) -> str:
        """Returns a table for notebooks: ids, codes, outcomes, times and costs.

        The table has no phones and no texts, because a notebook stores what it shows.
        """

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
class Batch:
    """A batch of rows, for a library that knows Arrow."""

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

@final
class Batches:
    """An iterator over the rows of replies in batches."""

    def __iter__(self) -> Batches: ...
    def __next__(self) -> Batch: ...

@final
class Scanner:
    """The native half of ``Scan``."""

    def __new__(
        cls,
        origins: Sequence[Origin],
        fmt: Fmt | None,
        all: All,
        multi: bool,
        charset: Charset,
        kind: Kind | None,
        columns: Iterable[TableColumn] | None,
        where: Iterable[Condition] | None,
        dictionary: bool,
        batch_rows: int,
        n_rows: int | None,
        threads: int | None,
    ) -> Scanner: ...
    @property
    def schema(self) -> dict[TableColumn, str]: ...
    def c_schema(self) -> object: ...
    def c_stream(self) -> object: ...
    def batches(self) -> Batches: ...
    def report(self, previous: Scanner | None, wanted: Mapping[str, Any]) -> Report: ...

@final
class Report:
    """The native half of ``Report``."""

    def figures(self) -> str: ...
    def html(self, lang: str, template: str | None) -> str: ...
    def tables(self, lang: str) -> list[tuple[str, str]]: ...
    def suppression(self) -> str: ...

def split_file(
    path: str | PathLike[str], fmt: Fmt | None, all: All, multi: bool, charset: Charset, kind: Kind | None, part_bytes: int
) -> list[tuple[int, int] | None]:
    """Returns the parts of a file that can be read side by side; ``None`` for the whole file."""

@final
class Stream:
    """An iterator over a batch that arrives in chunks."""

    def __iter__(self) -> Stream: ...
    def __next__(self) -> Item: ...

@final
class Credentials:
    """The credentials of an account: an API key, or a login with a password.

    ``apikey``: a key of the account, which needs no login.
    ``login``, ``password``: the login and its password, or the lower-case hexadecimal MD5 of the
    password, which is as secret.

    The values appear in requests alone: not in the ``repr``, in no message, and in no pickle,
    because credentials cannot be pickled.

    Raises ``RequestError`` for an empty value or one with a control character; ``TypeError`` for
    values of another type, and unless exactly one of the two forms is passed.

    >>> from smsc_proto import Credentials
    >>> Credentials(login="user", password="secret")
    Credentials(login=…, password=…)
    """

    @overload
    def __new__(cls, *, apikey: str, login: None = None, password: None = None) -> Credentials: ...
    @overload
    def __new__(cls, *, apikey: None = None, login: str, password: str) -> Credentials: ...
    def __reduce__(self) -> NoReturn: ...
    def __copy__(self) -> Credentials: ...
    def __deepcopy__(self, _memo: Any) -> Credentials: ...

@final
class Server:
    """A server of the service: smsc.ru, another one that has the same scripts, or one for tests.

    ``host``: the name or the IPv4 address, with a port if it is not that of the scheme.
    ``reserves``: the hosts to try, in this order, when the first one cannot be reached.
    ``scheme``: ``https``; ``http`` shows credentials and messages to everybody on the way, and is
    for tests on the own machine.

    A server is immutable, is compared and hashed by value, and can be pickled.

    Raises ``RequestError`` for a host that no URL can have.

    >>> from smsc_proto import Server
    >>> Server("smsc.kz", reserves=["www2.smsc.kz"])
    Server('smsc.kz', reserves=['www2.smsc.kz'])
    >>> Server.SMSC_RU.reserves
    ('www2.smsc.ru', 'www3.smsc.ru', 'www4.smsc.ru', 'www5.smsc.ru')
    >>> Server("user@evil.example")
    Traceback (most recent call last):
    smsc_proto.RequestError: `host`: invalid: expected a host name with an optional port, without a scheme or a path
    """

    SMSC_RU: ClassVar[Server]
    """``https://smsc.ru``, with its reserve hosts ``www2`` to ``www5``."""

    def __new__(cls, host: str, *, reserves: str | Iterable[str] = (), scheme: Scheme = "https") -> Server: ...
    @property
    def host(self) -> str:
        """Returns the host, with its port if it is not that of the scheme."""

    @property
    def reserves(self) -> tuple[str, ...]:
        """Returns the hosts to try, in this order, when the first one cannot be reached."""

    @property
    def scheme(self) -> Scheme:
        """Returns the scheme: ``https`` or ``http``."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]: ...

@final
class Form:
    """A request that is checked and written."""

    @property
    def body(self) -> bytes: ...
    @property
    def endpoint(self) -> Endpoint: ...
    @property
    def call(self) -> Call: ...
    def urls(self, server: Server) -> tuple[str, ...]: ...
    def get_url(self, server: Server, index: int) -> str: ...
    def parse(self, body: _Body, api_error: OnApiError) -> Reply: ...
    def parse_call(self, body: _Body) -> Any: ...

def balance_form(credentials: Credentials, currency: bool, fmt: Fmt, charset: Charset) -> Form: ...
def delete_form(credentials: Credentials, messages: _Messages, fmt: Fmt, charset: Charset) -> Form: ...
def history_form(
    credentials: Credentials,
    start: date,
    end: date | None,
    phones: _Texts | None,
    emails: _Texts | Literal[True] | None,
    cnt: int | None,
    prev_id: int | None,
    fmt: Fmt,
    charset: Charset,
) -> Form: ...
def incoming_form(
    credentials: Credentials, hour: int | None, after_id: int | str | None, to_phone: str | None, charset: Charset
) -> Form: ...
def operator_form(credentials: Credentials, phone: str, charset: Charset) -> Form: ...
def send_form(
    credentials: Credentials,
    phones: _Texts,
    mes: str,
    kind: SendKind,
    id: int | str | None,
    sender: str | None,
    time: str | datetime | timedelta | None,
    valid: str | int | timedelta | None,
    translit: Translit | None,
    cost: Cost,
    err: bool,
    op: bool,
    fmt: Fmt,
    charset: Charset,
) -> Form: ...
def statistics_form(credentials: Credentials, start: date, end: date, charset: Charset) -> Form: ...
def status_form(
    credentials: Credentials, messages: _Messages, fmt: Fmt | None, all: All, charset: Charset, kind: Kind | None
) -> Form: ...
def parse(
    body: _Body,
    *,
    fmt: Fmt = 1,
    all: All = 0,
    multi: bool = False,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
    ids: Iterable[tuple[int | str, str]] | None = None,
    api_error: OnApiError = "raise",
) -> Reply:
    """Parses the body of a reply.

    The options repeat those of the request, because replies to different requests can have the same
    bytes with different meanings.

    ``body``: the bytes of the reply. A ``str`` is read as UTF-8, whatever ``charset`` is, and
    offsets count its bytes in UTF-8. For a body over 4 GiB, use ``iter_parse``.
    ``fmt``: the request's ``fmt``, 0 to 3.
    ``all``: the request's ``all``, 0 to 2.
    ``multi``: whether the request had several phones or ids, or one with a comma after it.
    ``charset``: the request's ``charset``: ``windows-1251``, ``koi8-r`` or ``utf-8``.
    ``kind``: the kind of the messages, if it is known: ``sms``, ``hlr`` or ``email``.
    ``ids``: the (id, phone) pairs of the request, in their order. They determine where a record
    ends if its text leaves that open, and a pair whose record is not in the reply becomes a
    ``Missing`` item. An id is an int or a str. A phone may be written in any way, such as
    ``+7 999 123-03-00``. ``read_ids`` reads the pairs from a file.
    ``api_error``: with ``return``, an API error is the single item of the reply instead of raised.

    Raises ``ApiError`` if the server rejected the request; ``MalformedReply`` if the body is not a
    reply, or is a single reply that cannot be parsed, with a ``hint`` if other options fit;
    ``TypeError`` and ``ValueError`` for an argument of a wrong type or value.

    >>> from smsc_proto import parse
    >>> record = next(parse(b"1,1760080210,0").records())
    >>> record.status.name, str(record.changed_at)
    ('Delivered', '2025-10-10 07:10:10+00:00')
    >>> parse(b"0,-9")
    Traceback (most recent call last):
    smsc_proto.ApiError: error 9: Too many requests
    >>> parse(b"<html>502 Bad Gateway</html>")
    Traceback (most recent call last):
    smsc_proto.MalformedReply: byte 0: not an fmt=1 reply: the body looks like HTML or XML
    """

def iter_parse(
    source: _File | Iterable[bytes | bytearray | memoryview],
    *,
    fmt: Fmt = 1,
    all: All = 0,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
    ids: Iterable[tuple[int | str, str]] | None = None,
    api_error: OnApiError = "raise",
) -> Iterator[Item]:
    """Returns an iterator over the items of a batch of any length, in constant memory.

    The items are those that ``parse`` with ``multi=True`` returns.

    ``source``: a file opened in binary mode, or an iterable of chunks, such as an HTTP client
    returns. The chunks may be cut anywhere. The other options are those of ``parse``. A record has
    at most 1 MiB, and about 2 MiB of the reply are in memory at a time.

    The iterator raises what ``parse`` raises, when it reaches the item, and what the source raises.
    After an exception of a file, the iterator can be continued. After an exception of an iterable,
    it is at its end, so that a record that was cut off is not parsed as if it were complete.

    >>> from smsc_proto import iter_parse
    >>> [item.id for item in iter_parse([b"1,1760080210,0,10", b"1,7\\n20,1760080211,1,102,8"])]
    [101, 102]
    """

def guess(
    body: _Body,
    *,
    fmt: Fmt = 1,
    all: All = 0,
    multi: bool = False,
    charset: Charset = "windows-1251",
    kind: Kind | None = None,
) -> tuple[Guess, ...]:
    """Returns the requests that a body may answer instead of this one, the most likely first.

    The options are those of ``parse``. There are no guesses if the body reads well with them, or
    reads well with no others. A body reads badly if it is no reply, if a record is malformed, if the
    reply may belong to another request, or if its texts are in another charset. Of a batch, the
    first 64 KiB and 32 records are examined.

    A guess is advice for a person: a program that takes it should say so.

    Raises ``TypeError`` and ``ValueError`` for an argument of a wrong type or value.

    >>> from smsc_proto import guess, parse
    >>> body = b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hi,,0,101\\n" * 2
    >>> guess(body)[0].advice
    'pass all=1: the fields fit; pass multi: lines start like records'
    >>> len(parse(body, **guess(body)[0].options()))
    2
    """

def write(
    records: Iterable[Record] | Iterable[ApiError] | Iterable[Deleted] | ApiError | Deleted,
    *,
    fmt: Fmt = 1,
    all: All = 0,
    multi: bool = False,
    charset: Charset = "windows-1251",
    replace: bool = False,
) -> bytes:
    """Writes a reply with these records, and returns its body.

    The options are those of the request that the reply would belong to; see ``parse``. Without
    ``multi``, there must be exactly one record. A record that the format cannot represent, so that
    it would be parsed as another one, raises ``WriteError``; with ``replace``, the values that
    cannot be represented are replaced or dropped where that helps.

    Raises ``WriteError`` for a record that cannot be written, ``TypeError`` for an item that is not
    a record, and ``ValueError`` for wrong options.

    >>> from smsc_proto import Record, write
    >>> write([Record(status=1, last_timestamp=1760080210, err=0)])
    b'1,1760080210,0'
    >>> write([Record(status=1, flag=40)])
    Traceback (most recent call last):
    smsc_proto.WriteError: record 0: flag: cannot be represented in this format
    """

def parse_send(body: _Body, *, fmt: Fmt = 3, charset: Charset = "windows-1251", cost: Cost = 0) -> Sent | Price:
    """Parses the body of a reply of send.php. ``SendRequest.parse`` does, with its own options.

    The options repeat those of the request.

    ``body``: the bytes of the reply. A ``str`` is read as UTF-8, whatever ``charset`` is.
    ``fmt``: the request's ``fmt``. A success in fmt 2 is unsupported.
    ``charset``: the request's ``charset``: ``windows-1251``, ``koi8-r`` or ``utf-8``.
    ``cost``: the request's ``cost``: with 1 a success is a ``Price``, otherwise a ``Sent``.

    Raises ``ApiError`` if the server rejected the request; ``MalformedReply`` if the body is no such
    reply, is malformed, or has a form that is not known (``is_unsupported``). The message may have
    been sent all the same: ask for its status by the id of the request.

    >>> from smsc_proto import parse_send
    >>> parse_send(b'{"id": 101, "cnt": 1}')
    Sent(id=101, cnt=1, cost=None, balance=None, phones=())
    >>> parse_send(b"101,-3", fmt=1)
    Traceback (most recent call last):
    smsc_proto.ApiError: error 3: Not enough money on the account
    """

def parse_balance(body: _Body, *, fmt: Fmt = 3, charset: Charset = "windows-1251") -> Balance:
    """Parses the body of a reply of balance.php.

    The options are those of ``parse_send``, and so are the exceptions.

    >>> from smsc_proto import parse_balance
    >>> parse_balance(b"100.50 RUR", fmt=0)
    Balance(balance=Decimal('100.50'), credit=None, currency='RUR')
    """

def parse_incoming(body: _Body, *, charset: Charset = "windows-1251") -> list[Incoming | MalformedReply]:
    """Parses the body of a reply of get.php with incoming messages, which is in fmt 3.

    A message that is malformed is a ``MalformedReply`` in its place, and not raised, because an
    exception would lose the messages around it. Raises what ``parse_send`` raises about the whole
    body.

    >>> from smsc_proto import parse_incoming
    >>> parse_incoming(b'[{"id": 5, "phone": "79990000001"}, {"id": 6}]')
    [Incoming(id=5), MalformedReply('byte 44: missing phone: expected the key `phone`')]
    """

def parse_statistics(
    body: _Body, *, fmt: Fmt = 3, charset: Charset = "windows-1251"
) -> list[Statistics | MalformedReply]:
    """Parses the body of a reply of get.php with statistics. A success is known in fmt 3 alone.

    A row that is malformed is a ``MalformedReply`` in its place, as for ``parse_incoming``. Raises
    what ``parse_send`` raises about the whole body.
    """

def parse_operator(body: _Body, *, fmt: Fmt = 3, charset: Charset = "windows-1251") -> Operator:
    """Parses the body of a reply of info.php with the operator of one phone.

    A success is known in fmt 0 and 3 alone. The options are those of ``parse_send``, and so are the
    exceptions.
    """

def verify_callback(
    body: _Bytes | _Fields,
    secret: str | bytes,
    *,
    fmt: CallbackFormat = "form",
    charset: Charset = "windows-1251",
) -> Callback:
    """Parses a push notification, and verifies its signature.

    ``body``: the bytes of the body of the request, or, of a request without a body, of the query of
    its URL. They are not changed. Or the fields of a form that a framework has decoded: a mapping,
    or (name, value) tuples. Pass tuples, so that a repeated name is seen: of a mapping, only one
    value of each name is. Frameworks return them from ``items(multi=True)`` (Flask) or
    ``multi_items()`` (Starlette).
    ``secret``: the value of ``sha1`` or ``md5`` in the URL of the handler. A ``str`` has the bytes
    of UTF-8.
    ``fmt``: the format of the body: ``form``, or ``xml`` or ``json`` if the URL has ``fmt=2`` or
    ``fmt=3``. Fields are a form.
    ``charset``: the charset in the URL of the handler: ``windows-1251`` if it has none, ``koi8-r`` or
    ``utf-8``. Values that are ``str`` are encoded in it again, so the framework must have decoded
    them from it.

    Raises ``CallbackError`` if the notification cannot be parsed, has no signature that can be
    verified, or a wrong one; ``TypeError`` and ``ValueError`` for an argument of a wrong type or
    value. No exception shows the secret, or a value of the notification.

    >>> from smsc_proto import verify_callback
    >>> body = b"id=101&phone=79990000001&status=1&md5=9ddb1aa9a4c3f9a7bf35f3afb0a1b3f7"
    >>> verify_callback(body, "zxc")
    Traceback (most recent call last):
    smsc_proto.CallbackError: md5: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset
    """

def parse_callback(
    body: _Bytes | _Fields, *, fmt: CallbackFormat = "form", charset: Charset = "windows-1251"
) -> Callback:
    """Parses a push notification, and verifies nothing: anybody may have sent it.

    The arguments are those of ``verify_callback``. ``verified`` of the result is ``False``.

    >>> from smsc_proto import parse_callback
    >>> parse_callback({"id": "101", "phone": "79990000001", "status": "20", "err": "1"})
    Callback(kind='status', event=Record(status=20, err=1, id=101, phone=…), covered=(), algorithm=None, verified=False)
    """

def merge(reports: Iterable[Record]) -> Merged:
    """Merges reports of one message, in any order, into what is known of it.

    A later status replaces an earlier one; an end (delivered or not) replaces what was before it, and
    read and clicked replace an end. What a report lacks is taken from the others, but the ``err``, the
    times and the name of a status are never those of another status. -3 is no state but a mark. A
    report that is ambiguous is less than others of its status.

    ``reports``: records of one message, in any format: of replies, of push notifications, of the
    history. Which reports are of one message is yours to decide, by ``id`` and ``phone``.

    Raises ``TypeError`` if an item is no ``Record``, and ``ValueError`` without any.

    >>> from smsc_proto import merge, parse
    >>> body = "0,1760080205,0,1760080202,79990000001,2.12,GLOBUS,Sent,Hello,,0"
    >>> full, brief = parse(body, all=1).records(), parse("1,1760080210,0").records()
    >>> merged = merge([*brief, *full])
    >>> merged.record.status.name, merged.record.message, merged.is_final
    ('Delivered', 'Hello', True)
    """

def advise(
    call: Call,
    failure: FailureWord | NumberedFailure | ApiError | MalformedReply | RequestError,
    attempt: int = 1,
    *,
    since: timedelta | None = None,
    next_host: bool = True,
    throttled: bool = False,
    blocked: bool = False,
    random: int | None = None,
) -> Advice:
    """Returns what to do after a request failed. Nothing is waited for or sent.

    A message that may have been accepted is never advised to be sent again.

    ``call``: the kind of request, such as ``request.call``.
    ``failure``: how it failed. Nothing of it was sent: ``unreachable``, ``tls`` (the handshake), or a
    ``RequestError`` (``invalid``). It was sent, at least in part: ``unanswered``, also for a part of
    a reply and whenever it is not certain that nothing was sent; a ``MalformedReply``
    (``not_a_reply``); ``("http_status", 503)``; an ``ApiError``, or ``("rejected", 9)``.
    ``attempt``: the number of the try: 1 for the first.
    ``since``: the time since the last like request was sent, which may be the failed one; measure it
    with ``time.monotonic``. ``None``, the cautious value, if it is not known.
    ``next_host``: whether there is another host than the one that was tried.
    ``throttled``: whether the try before this one also failed because of too many requests: error 9,
    or HTTP status 429.
    ``blocked``: whether all calls were stopped for error 4 before, and none succeeded since.
    ``random``: a random number below 2**32, which spreads the waiting times of several clients. By
    default one of the module ``random``.

    Raises ``TypeError`` and ``ValueError`` for an argument of a wrong type or value.

    >>> from datetime import timedelta
    >>> from smsc_proto import advise
    >>> advise("send", "unanswered", random=0)
    Advice(kind='ask_status', wait=datetime.timedelta(seconds=1), host=None, reason=None, code=None)
    >>> advise("status", ("rejected", 9), since=timedelta(seconds=20), random=0).wait
    datetime.timedelta(seconds=41)
    >>> advise("status", ("http_status", 404)).reason
    'http_status'
    """

def advise_after_status(
    answer: int | StatusAnswer,
    *,
    since: timedelta | None = None,
    history_kept: bool = False,
    sent_again: bool = False,
    random: int | None = None,
) -> SendAdvice:
    """Returns what to do about a message whose sending was not answered, or was answered by error 9,
    after its status was asked for.

    ``answer``: the status, or ``failed`` if the request for it failed and is not to be repeated. Of
    a message with several phones, pass the status of one that is found, and -3 (``not_found``) only
    if none of them is. The status is asked for by the id, which must belong to this message alone.
    ``since``: the time since the message was last sent; ``None``, the cautious value, if it is not
    known.
    ``history_kept``: whether the account is known to keep its history for a day or more.
    ``sent_again``: whether the message was already sent again on the advice ``send_again``.
    ``random``: as for ``advise``.

    Raises ``TypeError`` and ``ValueError`` for an argument of a wrong type or value.

    >>> from datetime import timedelta
    >>> from smsc_proto import advise_after_status
    >>> advise_after_status(-3, since=timedelta(seconds=2), random=0)
    SendAdvice(kind='ask_again', wait=datetime.timedelta(seconds=59))
    >>> advise_after_status(-3, since=timedelta(seconds=61), history_kept=True).kind
    'send_again'
    """

@overload
def explain(
    question: str | Record | ApiError,
    /,
    *,
    status: None = None,
    err: None = None,
    type: None = None,
    api_error: None = None,
    endpoint: None = None,
    text: None = None,
    getcourse: None = None,
    clicksend: None = None,
    clicksend_row: None = None,
    clicksend_error: None = None,
    clicksend_receipt: None = None,
) -> tuple[Explanation, ...]:
    """Returns the meanings of a code, a text or a receipt, the best match first.

    Exactly one of the arguments is required, apart from ``err``, ``type`` and ``endpoint``.

    ``question``, by position alone: a ``str`` is a ``text``, an ``ApiErrorCode`` an ``api_error``,
    and any other int a ``status``; a tuple is a status and its err. A ``Record`` or an ``ApiError``
    has the meaning of its ``outcome``.
    ``status``: the status of a message, with its ``err`` if it is known, and its ``type``: a
    number, or a name such as ``sms`` (the default), ``hlr`` or ``email``, as for
    ``smsc explain --type``. An unknown number has a cautious outcome of its own, which says that
    the number is unknown.
    ``api_error``: the number of an API error, and the ``endpoint`` that returned it: ``status``,
    ``send``, ``balance``, ``history``, ``info`` or ``wait_call``. Without the endpoint, every
    meaning of the number is returned.
    ``text``: a text from a log, in English or Russian, whoever wrote it. The texts of SMSC.ru,
    GetCourse and ClickSend are searched.
    ``getcourse``: a text that GetCourse shows, or the provider's Russian name of a code, with any
    case, spaces and punctuation.
    ``clicksend``: words of a status, code and description of ClickSend, in English or French. For
    a number, both the row of the help page and the error code of a receipt are returned.
    ``clicksend_row``: the number of a row of the help page.
    ``clicksend_error``: the ``error_code`` of a receipt.
    ``clicksend_receipt``: a receipt or history entry, from ``json.loads`` or a form. The keys
    ``status``, ``status_code``, ``error_code`` and ``error_text`` count; numbers may be strings.

    ``Flags`` explains the bits of ``flag``.

    Returns more than one meaning if nothing decides between them, and an empty tuple for an unknown
    text, because a list of texts may well contain some.

    Raises ``TypeError`` for none or several of these arguments, and for an argument of a wrong
    type; ``ValueError`` for a number out of range, an unknown type or endpoint, or a receipt
    without any of its keys.

    >>> from smsc_proto import explain
    >>> explain((20, 1))[0].outcome.title(), explain("no money")[0].outcome.title()
    ('No such subscriber', 'Not enough money on the account')
    >>> (found,) = explain(status=20, err=1, type="email")
    >>> found.outcome.title(), found.outcome.suppress
    ('No such addressee', True)
    >>> [(found.endpoint, found.outcome.title()) for found in explain(api_error=6)]
    [('send', 'Message forbidden (by text or sender)'), ('wait_call', 'Too many calls')]
    >>> (found,) = explain(text="ERROR = 3 (no money)")
    >>> found.provider, found.endpoint, found.outcome.retry
    ('smsc', 'send', 'after_fix')
    >>> (found,) = explain(getcourse="«НЕВОЗМОЖНО ДОСТАВИТЬ. Абонент не существует.»")
    >>> found.status, found.err, found.unsubscribes
    (StatusCode(20), ErrCode(1), True)
    >>> [found.row for found in explain(clicksend="sent")], explain(clicksend="no such words")
    ([1, 2], ())
    >>> (found,) = explain(clicksend_receipt={"status_code": "301", "error_code": 12})
    >>> found.outcome.title(), found.row
    ('Absent subscriber', 13)
    """

@overload
def explain(question: ApiErrorCode, /, *, endpoint: Endpoint | None = None) -> tuple[Explanation, ...]: ...
@overload
def explain(
    question: int, /, *, err: int | None = None, type: int | TypeName | None = None
) -> tuple[Explanation, ...]: ...
@overload
def explain(
    question: tuple[int, int | None], /, *, type: int | TypeName | None = None
) -> tuple[Explanation, ...]: ...
@overload
def explain(
    question: None = None, /, *, status: int, err: int | None = None, type: int | TypeName | None = None
) -> tuple[Explanation, ...]: ...
@overload
def explain(*, api_error: int, endpoint: Endpoint | None = None) -> tuple[Explanation, ...]: ...
@overload
def explain(*, text: str) -> tuple[Explanation, ...]: ...
@overload
def explain(*, getcourse: str) -> tuple[Explanation, ...]: ...
@overload
def explain(*, clicksend: int | str) -> tuple[Explanation, ...]: ...
@overload
def explain(*, clicksend_row: int) -> tuple[Explanation, ...]: ...
@overload
def explain(*, clicksend_error: int) -> tuple[Explanation, ...]: ...
@overload
def explain(*, clicksend_receipt: Mapping[str, Any]) -> tuple[Explanation, ...]: ...
def story(
    statuses: Iterable[int | tuple[int, int | None]], *, type: int | TypeName | None = None
) -> tuple[Chapter, ...]:
    """Returns what each status of one message tells, for statuses in the order of time.

    ``statuses``: the statuses, the oldest first, each alone or with its err.
    ``type``: the type of the message, as in ``explain``.

    The state of the message is decided by the last final status, or by the last one if none is
    final. -3 decides only if there is no other.

    Raises ``TypeError`` for anything but statuses, and ``ValueError`` for a number out of range.

    >>> from smsc_proto import story
    >>> [chapter.decides for chapter in story([0, (20, 6), -3])]
    [False, True, False]
    """

@overload
def diagnose(symptom: SymptomWithoutNumber, number: None = None) -> tuple[Step, ...]:
    """Returns the possible causes of a symptom, in the order in which to check them.

    ``symptom``: ``no-connection``, ``timeout``, ``http-error``, ``not-a-reply``, ``api-error`` with
    the ``number`` of the error, ``not-found`` (immediately), ``not-found-later``, ``no-status`` or
    ``smtp-not-sent``.

    Raises ``ValueError`` for another symptom; ``TypeError`` for ``api-error`` without a number, and
    for a number with another symptom.

    >>> from smsc_proto import diagnose
    >>> diagnose("not-found-later")[2].check()
    'Search your programs for requests with del=1.'
    """
@overload
def diagnose(symptom: Literal["api-error"], number: int) -> tuple[Step, ...]: ...
@final
class Job:
    """A request that a tracker has to make. One that is dropped before its end may have been sent."""

    @property
    def messages(self) -> list[tuple[int | str, str]]:
        """Returns the ids and phones of the messages."""

    @property
    def history(self) -> tuple[int, int] | None:
        """Returns the times at which the first and the last message were sent, in Unix seconds, if the
        request is one to the history."""

    def index_of(self, record: Record) -> int | None:
        """Returns the index of the message that a record is about; ``None`` if it is about none."""

@final
class Watcher:
    """The plan and the store of a tracker. Times are Unix milliseconds.

    Each ``Job`` of ``poll`` ends with ``on_reply``, ``on_failure`` or ``on_unsent``. Methods raise
    ``TrackerError`` if the store fails, or after ``close``.
    """

    def __new__(cls, path: str | PathLike[str], options: Options, now: int) -> Watcher: ...
    def add(self, messages: _Messages, sent: int, now: int) -> int: ...
    def claim(self, now: int) -> None: ...
    def poll(self, now: int) -> Job | None: ...
    def on_reply(self, job: Job, records: Sequence[tuple[int, Record]], now: int) -> None: ...
    def on_failure(
        self, job: Job, failure: FailureWord | NumberedFailure | Exception, now: int, random: int
    ) -> None: ...
    def on_unsent(self, job: Job, wait: int, now: int) -> None: ...
    def on_pushed(self, record: Record, now: int) -> None: ...
    def changes(self, max: int) -> list[Row]: ...
    def acknowledge(self, seq: int) -> None: ...
    def next_wake(self) -> int | None: ...
    def at_risk(self, now: int) -> list[tuple[int | str, str]]: ...
    def server_date(self, date: int, now: int) -> None: ...
    def open(self) -> int: ...
    def is_refused(self) -> bool: ...
    def renew_credentials(self) -> None: ...
    def close(self) -> None: ...

def command(arguments: Sequence[str]) -> int | None: ...
def code_name(table: str, code: int, lang: str) -> str | None: ...
def code_table(table: str) -> list[tuple[str, int]]: ...
def flag_parts(flag: int) -> tuple[int, bool, Template | None, int]: ...
def invalid_lang(lang: object) -> ValueError: ...
def message_id(id: str) -> int | str | None: ...
def _read(
    body: _Body,
    fmt: Fmt,
    all: All,
    multi: bool,
    charset: Charset,
    kind: Kind | None,
    ids: Iterable[tuple[int | str, str]] | None,
    endpoint: Endpoint | None = None,
) -> Reply: ...
def _restore(fields: dict[str, Any], kind: Kind | None, looks_like_utf8: bool = False) -> Record: ...
