"""The command: options, input, and what is printed. Its output is that of ``smsc decode``, byte for byte."""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol

from smsc_proto import ApiError, MalformedReply, Status, __version__, _native
from smsc_proto._table import Table, is_coloured, terminal_width
from smsc_proto._visible import JSON_ESCAPES

CHUNK = 1 << 18
ENOUGH = 1 << 16
# What shells report of a command that Ctrl-C ended.
INTERRUPTED = 130


class CannotWrite(Exception):
    """Standard output took no more."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror)
        # Whoever reads has seen enough, as head has.
        self.is_enough = isinstance(error, BrokenPipeError)


class Out:
    """Standard output, written in whole lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.lines: list[str] = []
        self.size = 0

    def line(self, line: str) -> None:
        self.lines.append(line)
        self.size += len(line) + 1
        if self.size >= ENOUGH:
            self.flush()

    def flush(self) -> None:
        if self.lines:
            try:
                self.stream.write("".join(f"{line}\n" for line in self.lines).encode())
                self.stream.flush()
            except OSError as error:
                raise CannotWrite(error) from error
        self.lines, self.size = [], 0


class Printer(Protocol):
    def add(self, item: Any) -> None: ...

    def finish(self) -> bool: ...


class Json:
    """One JSON object a line; ``lang`` is the language of the outcomes, if they are wanted."""

    def __init__(self, out: Out, lang: str | None) -> None:
        self.out = out
        self.lang = lang
        self.is_malformed = False

    def add(self, item: Any) -> None:
        self.is_malformed |= isinstance(item, MalformedReply)
        told = item.to_dict()
        if self.lang and isinstance(item, Status | ApiError):
            told["outcome"] = item.outcome.to_dict(self.lang)
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.out.line(line.translate(JSON_ESCAPES))

    def finish(self) -> bool:
        return self.is_malformed


def number(text: str) -> int:
    if not re.fullmatch(r"\+?[0-9]+", text):
        raise ValueError
    return int(text)


def pair(text: str) -> tuple[int, str]:
    digits, colon, phone = text.partition(":")
    phone = phone.strip()
    try:
        id = number(digits.strip())
        phone.encode()
    except ValueError:
        id = 0
    if not colon or not phone or not 1 <= id <= 0x7FFF_FFFF:
        raise argparse.ArgumentTypeError("a pair is written ID:PHONE, and an id is a number from 1 to 2147483647")
    return id, phone


def pairs(text: str) -> list[tuple[int, str]]:
    # As in the request, a comma may follow the last of them (R2).
    return [pair(part) for part in text.strip().removesuffix(",").split(",")]


def charset(text: str) -> str:
    return {"cp1251": "windows-1251", "utf8": "utf-8"}.get(text.lower(), text.lower())


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m smsc_proto", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"smsc-proto {__version__}")
    commands = parser.add_subparsers(required=True, metavar="decode")
    decode = commands.add_parser(
        "decode",
        allow_abbrev=False,
        help="read a reply, and print it as a table or as JSON",
        description="Read a reply, and print it as a table or as JSON.",
        epilog="Exit status: 0 if all of it was read (an error of the API is a good reading), 1 if something was malformed, "
        "2 for wrong usage or a file that cannot be read.",
    )
    add = decode.add_argument
    add("file", nargs="?", default="-", help="the file with the reply's body; -, or nothing, reads standard input")
    add("--fmt", type=number, choices=range(4), default=1, help="the request's fmt (default: 1)")
    add("--all", type=number, choices=range(3), default=0, help="the request's all (default: 0)")
    add("--multi", action="store_true", help="the reply is a batch: several phones or ids were asked for")
    add("--charset", type=charset, choices=["windows-1251", "koi8-r", "utf-8"], default="windows-1251", help="the request's charset")
    add("--kind", choices=["auto", "sms", "hlr", "email"], default="auto", help="what the messages are, if that is known")
    add("--ids", type=pairs, metavar="ID:PHONE,…", help="the pairs that were asked for, in their order")
    add("--json", action="store_true", help="print one JSON object a line, with the names of fmt 3")
    meaning = "add to each JSON object of a message or an error what it means; the table shows it in any case"
    add("--outcome", action="store_true", help=meaning)
    add("--lang", choices=["en", "ru", "fr"], default="en", help="the language of names and outcomes")
    return parser


def chunks(file: BinaryIO, out: Out) -> Iterator[bytes]:
    # The next bytes may take their time: who waits for what has been read gets it now.
    while True:
        out.flush()
        chunk = file.read1(CHUNK) if hasattr(file, "read1") else file.read(CHUNK)
        if not chunk:
            return
        yield chunk


def items(options: argparse.Namespace, file: BinaryIO, out: Out) -> Iterable[Any]:
    query = {"fmt": options.fmt, "all": options.all, "charset": options.charset, "kind": options.kind, "ids": options.ids}
    if options.multi:
        return _native.iter_parse(chunks(file, out), **query, api_error="return")
    return _native._read(file.read(), multi=False, **query)


def decode(options: argparse.Namespace, file: BinaryIO, out: Out) -> int:
    is_terminal = sys.stdout.isatty()
    printer: Printer = Json(out, options.lang if options.outcome else None)
    if not options.json:
        printer = Table(out.line, options.lang, is_coloured(is_terminal), terminal_width() if is_terminal else None)
    try:
        for item in items(options, file, out):
            printer.add(item)
    except MalformedReply as error:
        printer.add(error)
    is_malformed = printer.finish()
    out.flush()
    return int(is_malformed)


def run(options: argparse.Namespace) -> int:
    out = Out(sys.stdout.buffer)
    if options.file != "-":
        with open(options.file, "rb") as file:
            return decode(options, file, out)
    if sys.stdin.isatty():
        print("smsc_proto: reading a reply from the terminal; end it with Ctrl-D", file=sys.stderr)
    return decode(options, sys.stdin.buffer, out)


def main() -> int:
    open_closed()
    try:
        options = arguments().parse_args()
    except SystemExit:
        # The help, or the version; smsc does not mind either if nobody can read them.
        flush()
        raise
    try:
        return run(options)
    except CannotWrite as error:
        silence()
        if error.is_enough:
            return 0
        print(f"smsc_proto: cannot write: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        silence()
        return INTERRUPTED
    except OSError as error:
        name = "standard input" if options.file == "-" else options.file
        print(f"smsc_proto: cannot read {name}: {error.strerror}", file=sys.stderr)
        return 2


def open_closed() -> None:
    """Opens /dev/null for each standard stream that is closed, as every program of Rust does when it starts: Python has ``None`` there."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")


def flush() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        silence()


def silence() -> None:
    """Nobody wants to hear of it again when Python flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
