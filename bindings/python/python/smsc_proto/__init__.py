"""A parser and writer for delivery-status replies of the SMS gateway SMSC.ru (``status.php``).

>>> import smsc_proto
>>> body = b"1,1760080210,0,101,79990000001\\n20,1760080211,1,102,79990000002\\n"
>>> for record in smsc_proto.parse(body, multi=True).records():
...     print(record.id, record.status.name, record.err.name)
101 Delivered No error
102 Cannot be delivered No such subscriber

``smsc_proto.client`` asks the service, and ``smsc_proto.tracker`` follows messages to their end.
``parse`` parses a complete body, ``iter_parse`` and ``aiter_parse`` a batch of any length, and
``write`` writes replies. ``scan`` hands replies to DuckDB, Polars and others as a table, and
``smsc_proto.spark`` to Spark. ``StatusRequest`` and the other requests are what to send to the service,
for any HTTP client; ``parse_send`` and the like parse replies of the other calls without a request.
``verify_callback`` verifies push notifications, and ``advise`` says what to do after a request
failed. ``merge`` makes one state of the reports of a message. ``guess`` says which options a badly read body needs. ``read_ids`` reads the
requested pairs from a file. ``explain``, ``story`` and ``diagnose`` return the meaning of codes,
texts, receipts, stories and symptoms. ``smsc_proto.types`` has the types of their arguments and
results, for annotations.
"""

from collections.abc import Sequence as _Sequence

from smsc_proto._account import BalanceRequest, OperatorRequest, StatisticsRequest
from smsc_proto._async import aiter_parse
from smsc_proto._callback import Callback, CallbackError, ConfirmedCall, IncomingMessage
from smsc_proto._calls import Balance, Incoming, Operator, Price, Sent, SentPhone, Statistics
from smsc_proto._codes import ApiErrorCode, EmailErrCode, ErrCode, Flags, MessageType, StatusCode
from smsc_proto._guess import Guess
from smsc_proto._history import HistoryRequest, IncomingRequest
from smsc_proto._ids import read_ids
from smsc_proto._items import ApiError, Deleted, Item, MalformedReply, Missing, RequestError, WriteError
from smsc_proto._merge import Merged
from smsc_proto._native import (
    Credentials,
    Record,
    Reply,
    Server,
    __version__,
    advise,
    advise_after_status,
    diagnose,
    explain,
    guess,
    iter_parse,
    merge,
    parse,
    parse_balance,
    parse_callback,
    parse_incoming,
    parse_operator,
    parse_send,
    parse_statistics,
    story,
    verify_callback,
    write,
)
from smsc_proto._outcome import Chapter, Explanation, Outcome, Step
from smsc_proto._request import Request
from smsc_proto._report import Report
from smsc_proto._retry import Advice, SendAdvice
from smsc_proto._scan import Scan, scan
from smsc_proto._send import SendRequest
from smsc_proto._status import DeleteRequest, StatusRequest

_Sequence.register(Reply)

# Tracebacks and pickles then name the public module, not a private one.
for _class in (
    Advice,
    ApiError,
    ApiErrorCode,
    Balance,
    BalanceRequest,
    Callback,
    CallbackError,
    Chapter,
    ConfirmedCall,
    DeleteRequest,
    Deleted,
    EmailErrCode,
    ErrCode,
    Explanation,
    Flags,
    Guess,
    HistoryRequest,
    Incoming,
    IncomingMessage,
    IncomingRequest,
    MalformedReply,
    Merged,
    MessageType,
    Missing,
    Operator,
    OperatorRequest,
    Outcome,
    Price,
    Report,
    Request,
    RequestError,
    Scan,
    SendAdvice,
    SendRequest,
    Sent,
    SentPhone,
    Statistics,
    StatisticsRequest,
    StatusCode,
    StatusRequest,
    Step,
    WriteError,
):
    _class.__module__ = __name__
del _class

__all__ = [
    "Advice",
    "ApiError",
    "ApiErrorCode",
    "Balance",
    "BalanceRequest",
    "Callback",
    "CallbackError",
    "Chapter",
    "ConfirmedCall",
    "Credentials",
    "DeleteRequest",
    "Deleted",
    "EmailErrCode",
    "ErrCode",
    "Explanation",
    "Flags",
    "Guess",
    "HistoryRequest",
    "Incoming",
    "IncomingMessage",
    "IncomingRequest",
    "Item",
    "MalformedReply",
    "Merged",
    "MessageType",
    "Missing",
    "Operator",
    "OperatorRequest",
    "Outcome",
    "Price",
    "Record",
    "Reply",
    "Report",
    "Request",
    "RequestError",
    "Scan",
    "SendAdvice",
    "SendRequest",
    "Sent",
    "SentPhone",
    "Server",
    "Statistics",
    "StatisticsRequest",
    "StatusCode",
    "StatusRequest",
    "Step",
    "WriteError",
    "__version__",
    "advise",
    "advise_after_status",
    "aiter_parse",
    "diagnose",
    "explain",
    "guess",
    "iter_parse",
    "merge",
    "parse",
    "parse_balance",
    "parse_callback",
    "parse_incoming",
    "parse_operator",
    "parse_send",
    "parse_statistics",
    "read_ids",
    "scan",
    "story",
    "verify_callback",
    "write",
]
