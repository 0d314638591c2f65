"""The numbers of the limits, and what counts towards which."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Rule: TypeAlias = Literal["status", "batch", "send", "price", "balance", "list", "operator"]
"""The limits that a request counts towards: ``status`` for one message, ``batch`` for several, and
``list`` for the history and incoming messages."""

Key: TypeAlias = tuple[Rule, int | None]
"""A limit on requests within a minute, and what makes requests alike under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateLimits:
    """The numbers of the limits. The defaults are those of the provider's pages.

    >>> GateLimits(status_at_once=2).batch
    1
    """

    status_at_once: int = 4
    """Requests to status.php at once. Lower it if other programs use the login."""
    at_once: int = 14
    """Other requests at once."""
    rest: float = 0.02
    """The seconds for which a request counts as one at once after its answer has arrived. The
    service may end its work after the answer has left."""
    status: int = 5
    """Requests about one message within a minute."""
    batch: int = 1
    """Requests about a batch within a minute."""
    like_sends: int = 1
    """Like messages within a minute."""
    like_prices: int = 5
    """Like requests for a price within a minute."""
    balance: int = 10
    """Requests for the balance within a minute."""
    like_lists: int = 3
    """Like requests for a list or an operator within a minute."""
    operators: int = 100
    """Requests for operators within a minute."""


def is_status(rule: Rule) -> bool:
    """Returns whether a request is one to status.php, which has a limit at once of its own."""
    return rule in ("status", "batch")


def at_once(limits: GateLimits, rule: Rule) -> int:
    """Returns the limit on requests at once."""
    return limits.status_at_once if is_status(rule) else limits.at_once


def within_a_minute(limits: GateLimits, rule: Rule, likeness: int) -> list[tuple[Key, int]]:
    """Returns the limits within a minute that a request counts towards.

    The requests under a key with ``None`` are all alike.
    """
    match rule:
        case "status":
            return [((rule, likeness), limits.status)]
        case "batch":
            return [((rule, None), limits.batch)]
        case "send":
            return [((rule, likeness), limits.like_sends)]
        case "price":
            return [((rule, likeness), limits.like_prices)]
        case "balance":
            return [((rule, None), limits.balance)]
        case "list":
            return [((rule, likeness), limits.like_lists)]
        case "operator":
            return [((rule, likeness), limits.like_lists), ((rule, None), limits.operators)]
