"""Advice about failed requests. The native module decides; ``docs/asking.md`` has the tables."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from smsc_proto._codes import ApiErrorCode
from smsc_proto.types import AdviceKind, AdviceReason, NextHost, SendAdviceKind


def _milliseconds(wait: timedelta) -> int:
    return wait // timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Advice:
    """Advice after a failed request, from ``advise``.

    >>> from smsc_proto import advise
    >>> advise("balance", "unreachable")
    Advice(kind='retry', wait=datetime.timedelta(0), host='next', reason=None, code=None)
    """

    kind: AdviceKind
    """``retry``: send the same request again. ``ask_status``: the message may have been accepted; do
    not send it again, but ask for its status, and pass that to ``advise_after_status``. ``stop``: do
    not repeat this call. ``stop_every_call``: send no request at all under this login and from this
    address."""
    wait: timedelta | None
    """How long to wait first, or for how long to stop every call; ``None`` for no repetition, and
    for ``credentials``: until they are changed, also after a restart of the program."""
    host: NextHost | None
    """The host of the next try, for ``retry``: ``same`` or ``next``, of the ``urls`` of the request."""
    reason: AdviceReason | None
    """Why to stop: ``invalid``, ``tls``, ``http_status``, ``rejected``, ``tries_used_up`` or
    ``may_have_arrived``; for every call ``blocked`` or ``credentials``."""
    code: ApiErrorCode | int | None
    """The HTTP status or the number of the API error, if it is the reason."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the advice for JSON: ``advice``, and what belongs to it, in milliseconds."""
        wait = "for_ms" if self.kind == "stop_every_call" else "after_ms"
        fields = {
            "advice": self.kind,
            "reason": self.reason,
            wait: None if self.wait is None else _milliseconds(self.wait),
            "host": self.host,
            "code": None if self.code is None else int(self.code),
        }
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True, slots=True)
class SendAdvice:
    """What to do about a message whose sending was not answered, from ``advise_after_status``.

    >>> from smsc_proto import StatusCode, advise_after_status
    >>> advise_after_status(StatusCode.DELIVERED)
    SendAdvice(kind='accepted', wait=None)
    """

    kind: SendAdviceKind
    """``accepted``: do not send the message again. ``ask_again``: ask for the status again.
    ``send_again``: send the message once more now, under the same id. ``unknown``: do not send it
    again, and tell the user its id and its phone."""
    wait: timedelta | None
    """How long to wait first, for ``ask_again``."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the advice for JSON: ``advice``, and ``after_ms`` if there is a time to wait."""
        fields: dict[str, Any] = {"advice": self.kind}
        return fields if self.wait is None else fields | {"after_ms": _milliseconds(self.wait)}
