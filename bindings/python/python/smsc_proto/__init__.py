"""Reads what SMSC.ru answers to ``status.php``, and reads it right.

>>> import smsc_proto
>>> reply = smsc_proto.parse(b"1,1760080210,0,101,79990000001\\n20,1760080211,1,102,79990000002\\n", multi=True)
>>> for status in reply.statuses():
...     print(status.id, status.status.name, status.err.name)
101 Delivered No error
102 Cannot be delivered No such subscriber

``parse`` reads a body, ``iter_parse`` a batch of any length, ``write`` writes replies; ``explain`` and ``diagnose`` say what codes,
texts and symptoms mean. Rule ids such as R43 stand in ``docs/protocol.md``.
"""

from collections.abc import Sequence

from smsc_proto._codes import ApiErrorCode, EmailErrCode, ErrCode, Flags, MessageType, StatusCode
from smsc_proto._items import ApiError, Deleted, MalformedReply, Missing, WriteError
from smsc_proto._native import Reply, Status, __version__, diagnose, explain, iter_parse, parse, write
from smsc_proto._outcome import Explanation, Outcome, Step

Sequence.register(Reply)

# Tracebacks and pickles name the place that a class may be imported from, and no private module.
for _class in (
    ApiError,
    ApiErrorCode,
    Deleted,
    EmailErrCode,
    ErrCode,
    Explanation,
    Flags,
    MalformedReply,
    MessageType,
    Missing,
    Outcome,
    StatusCode,
    Step,
    WriteError,
):
    _class.__module__ = __name__
del _class

__all__ = [
    "ApiError",
    "ApiErrorCode",
    "Deleted",
    "EmailErrCode",
    "ErrCode",
    "Explanation",
    "Flags",
    "MalformedReply",
    "MessageType",
    "Missing",
    "Outcome",
    "Reply",
    "Status",
    "StatusCode",
    "Step",
    "WriteError",
    "__version__",
    "diagnose",
    "explain",
    "iter_parse",
    "parse",
    "write",
]
