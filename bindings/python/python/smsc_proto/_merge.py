"""Merged reports of a message. The native module merges them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsc_proto._native import Record


@dataclass(frozen=True, slots=True)
class Merged:
    """What is known of a message from all its reports, from ``merge``.

    >>> from smsc_proto import merge, parse
    >>> merge([*parse("1,1760080210,0").records(), *parse("-3,0,0").records()]).not_found
    True
    """

    record: "Record"
    """All fields that are known. Its status is -3 if no report has another one."""
    is_final: bool
    """Whether the message is at its end: what the recipient does may still be reported, and nothing
    else."""
    not_found: bool
    """Whether the service did not find the message (-3) at some time."""
    reports: "tuple[Record, ...]"
    """The reports that the fields are taken from, to be merged with later ones."""
