"""The marks of like requests, for the limits of the service, whose rule is not known exactly.

A likeness is a hash, so that a gate keeps no phone and no text.
"""

from collections.abc import Iterable


def of_phone(phone: str) -> str:
    """Returns what like phones have in common.

    Of a number these are its last ten digits, without the prefix, which can be typed in several
    ways; of an address its letters in lower case. Phones that are alike only here wait longer than
    they must.

    >>> of_phone("+7 (999) 000-00-01"), of_phone("User@example.com")
    ('9990000001', 'user@example.com')
    """
    digits = "" if "@" in phone else "".join(filter("0123456789".__contains__, phone))
    return digits[-10:] or phone.lower()


def of_message(id: int | str, phone: str) -> int:
    """Returns the likeness of requests about one message."""
    return hash((str(id), of_phone(phone)))


def of_text(phones: str | Iterable[str], text: str) -> int:
    """Returns the likeness of messages, of their phones and their text. Whether more counts is not
    known."""
    listed = [phones] if isinstance(phones, str) else phones
    return hash((text, tuple(sorted(map(of_phone, listed)))))
