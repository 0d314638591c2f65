"""Errors of the file of a tracker."""

from typing import Literal, TypeAlias

TrackerReason: TypeAlias = Literal[
    "not_a_database",
    "other_program",
    "newer",
    "damaged",
    "full",
    "watched",
    "busy",
    "permission",
    "file",
    "record",
    "database",
    "closed",
]
"""The reason of a ``TrackerError``: ``watched`` if another process follows the messages of the file,
``full`` for a full disk, ``busy`` if another program was writing for too long, ``closed`` for a
tracker that was closed, and others that mean that the file or its folder must be looked at."""


class TrackerError(Exception):
    """The error of a tracker's file. Nothing of the step that failed is stored, and the tracker can be
    used again when the cause is gone.

    Its text is one sentence, with the path of the file, what happened, and what to do. It shows no
    phone and no text. ``reason`` is a word.

    >>> raise TrackerError("full", "watch.db: the disk is full: make room and repeat the step")
    Traceback (most recent call last):
    smsc_proto.tracker.TrackerError: watch.db: the disk is full: make room and repeat the step
    """

    def __init__(self, reason: TrackerReason, message: str) -> None:
        super().__init__(reason, message)
        self.reason: TrackerReason = reason
        self._message = message

    def __str__(self) -> str:
        return self._message
