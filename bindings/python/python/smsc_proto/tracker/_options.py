"""The options of a tracker."""

import math
from dataclasses import dataclass

from smsc_proto.client._core import MAX_BATCH

# The greatest number of status requests at once that a plan can have.
MAX_AT_ONCE = 15


@dataclass(frozen=True, slots=True)
class Options:
    """The limits and habits of the plan, as the native module takes them."""

    at_once: int
    batch_size: int
    batch_gap: float
    has_history: bool
    push: bool

    def __post_init__(self) -> None:
        if not 1 <= self.at_once <= MAX_AT_ONCE:
            raise ValueError(f"at_once: expected 1 to {MAX_AT_ONCE} requests")
        if not 2 <= self.batch_size <= MAX_BATCH:
            raise ValueError(f"batch_size: expected 2 to {MAX_BATCH} messages")
        if not 0 <= self.batch_gap <= 86_400:
            raise ValueError("batch_gap: expected 0 to 86400 seconds")

    @property
    def batch_gap_ms(self) -> int:
        """Returns the time from a batch to the next one, in milliseconds."""
        return math.ceil(self.batch_gap * 1_000)
