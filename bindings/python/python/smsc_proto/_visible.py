"""Escaping of texts for a terminal, so that a received text cannot control it."""

_HARMFUL = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0xAD,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
]


def _units(code: int) -> str:
    units = chr(code).encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


# The characters that json.dumps does not escape.
JSON_ESCAPES = {code: _units(code) for code in _HARMFUL}

_ESCAPES = {code: f"\\u{{{code:x}}}" for code in _HARMFUL} | {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"}


def visible(text: str | None) -> str:
    """Returns a text in which every character that a terminal would act on is escaped.

    Returns the empty string for ``None``.
    """
    return "" if text is None else text.translate(_ESCAPES)
