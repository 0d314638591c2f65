"""The command ``decode``: its options, its input and its output.

Standard output is byte for byte that of ``smsc decode``.
"""

import argparse
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol, TextIO

from smsc_proto import ApiError, MalformedReply, Record, __version__, _native, read_ids
from smsc_proto._ids import ID
from smsc_proto._table import Table, is_coloured, terminal_width

# The number of bytes that are read at a time.
CHUNK = 1 << 18
# The number of characters from which on output is written.
FLUSH_MIN = 1 << 16
# The exit status that shells report for a command that Ctrl-C ended.
INTERRUPTED = 130
IDS = (
    "the requested pairs of id and phone, in the order of the request; reports the missing and the unexpected ones. For many "
    "pairs, and to keep phones out of the list of processes and the shell's history, use --ids-file"
)
IDS_FILE = (
    "the file with the requested pairs of id and phone, in the order of the request, or - for standard input: one ID:PHONE a "
    "line, or CSV with a header that has the columns id and phone"
)
HINT = "hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8"


class CannotWrite(Exception):
    """Standard output cannot be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror)
        self.is_closed_pipe = isinstance(error, BrokenPipeError)

    def reported(self) -> int:
        """Prints the error. Returns the exit status."""
        silence(sys.stdout)
        # A reader that closes the pipe early, such as head, does not want more.
        if self.is_closed_pipe:
            return 0
        tell(f"smsc_proto: cannot write: {self}")
        return 2


class Out:
    """A buffer for standard output, which is written in whole lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.lines: list[str] = []
        self.size = 0

    def line(self, line: str) -> None:
        """Adds a line."""
        self.lines.append(line)
        self.size += len(line) + 1
        if self.size >= FLUSH_MIN:
            self.flush()

    def flush(self) -> None:
        """Writes the lines. Raises ``CannotWrite`` if that fails."""
        if self.lines:
            try:
                self.stream.write("".join(f"{line}\n" for line in self.lines).encode())
                self.stream.flush()
            except OSError as error:
                raise CannotWrite(error) from error
        self.lines, self.size = [], 0


class Printer(Protocol):
    """An output format."""

    def add(self, item: Any) -> None:
        """Adds an item of the reply."""

    def finish(self) -> bool:
        """Prints the rest. Returns whether an item was malformed."""


class Json:
    """The output format with one JSON object a line.

    ``lang`` is the language of the outcomes; ``None`` leaves the outcomes out.
    """

    def __init__(self, out: Out, lang: str | None) -> None:
        self.out = out
        self.lang = lang
        self.is_malformed = False

    def add(self, item: Any) -> None:
        self.is_malformed |= isinstance(item, MalformedReply)
        fields = item.to_dict()
        if self.lang and isinstance(item, Record | ApiError):
            fields["outcome"] = item.outcome.to_dict(self.lang)
        line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        self.out.line(_native.visible_json(line))

    def finish(self) -> bool:
        return self.is_malformed


def number(text: str) -> int:
    """Parses a number, as ``smsc`` accepts it. Raises ``ValueError`` for another text."""
    if not re.fullmatch(r"\+?[0-9]+", text):
        raise ValueError
    return int(text)


def pair(text: str) -> tuple[int | str, str]:
    """Parses an (id, phone) pair."""
    before, colon, phone = text.partition(":")
    id, phone = _native.message_id(before.strip()), phone.strip()
    # No phone contains these, but pairs with another separator do.
    is_several = ";" in phone or ":" in phone
    if not colon or not phone or is_several or id is None or not is_unicode(phone):
        raise argparse.ArgumentTypeError(f"expected ID:PHONE, where an id is {ID}")
    return id, phone


def is_unicode(text: str) -> bool:
    """Returns whether a text can be encoded: an argument that is not UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def pairs(text: str) -> list[tuple[int | str, str]]:
    """Parses the value of ``--ids``."""
    # As in the request, a comma may follow the last pair (R2).
    return [pair(part) for part in text.strip().removesuffix(",").split(",")]


def charset(text: str) -> str:
    """Returns the name of a charset for the name or alias in any case."""
    return {"cp1251": "windows-1251", "utf8": "utf-8"}.get(text.lower(), text.lower())


def arguments() -> argparse.ArgumentParser:
    """Creates the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m smsc_proto", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"smsc-proto {__version__}")
    commands = parser.add_subparsers(required=True, metavar="decode")
    decode = commands.add_parser(
        "decode",
        allow_abbrev=False,
        help="parse a reply and print it as a table or as JSON",
        description="Parse a reply and print it as a table or as JSON.",
        epilog="Exit status: 0 if the whole reply was parsed (an API error is a valid reply), 1 if a part of it was malformed, "
        "2 for wrong usage or a file that cannot be read.",
    )
    add = decode.add_argument
    add("file", nargs="?", default="-", help="the file with the body of the reply; - or no file reads standard input")
    add("--fmt", type=number, choices=range(4), default=1, help="the request's fmt (default: 1)")
    add("--all", type=number, choices=range(3), default=0, help="the request's all (default: 0)")
    add("--multi", action="store_true", help="the reply is a batch: the request had several phones or ids")
    add("--charset", type=charset, choices=["windows-1251", "koi8-r", "utf-8"], default="windows-1251", help="the request's charset")
    add("--kind", choices=["auto", "sms", "hlr", "email"], default="auto", help="the kind of the messages, if it is known (default: auto)")
    requested = decode.add_mutually_exclusive_group().add_argument
    requested("--ids", type=pairs, metavar="ID:PHONE,…", help=IDS)
    requested("--ids-file", metavar="FILE", help=IDS_FILE)
    add("--json", action="store_true", help="print one JSON object a line, with the field names of fmt 3")
    outcome = "add the outcome of each message or API error to its JSON object; the table always shows it"
    add("--outcome", action="store_true", help=outcome)
    add("--lang", choices=["en", "ru", "fr"], default="en", help="the language of names and outcomes")
    return parser


def parsed_arguments() -> argparse.Namespace:
    """Returns the options. Raises ``SystemExit`` after printing the help, the version or an error."""
    printed = io.StringIO()
    try:
        # argparse ignores errors of standard output.
        with contextlib.redirect_stdout(printed):
            return arguments().parse_args()
    except SystemExit:
        out = Out(sys.stdout.buffer)
        for line in printed.getvalue().splitlines():
            out.line(line)
        out.flush()
        raise


def chunks(file: BinaryIO, out: Out) -> Iterator[bytes]:
    """Yields the contents of a file in chunks."""
    while True:
        # Reading may block for a long time, so everything that is parsed is printed first.
        out.flush()
        chunk = file.read1(CHUNK) if hasattr(file, "read1") else file.read(CHUNK)
        if not chunk:
            return
        yield chunk


def items(options: argparse.Namespace, file: BinaryIO, out: Out) -> Iterable[Any]:
    """Returns the items of the reply in a file."""
    query = {"fmt": options.fmt, "all": options.all, "charset": options.charset, "kind": options.kind, "ids": options.ids}
    if options.multi:
        return _native.iter_parse(chunks(file, out), **query, api_error="return")
    return _native._read(file.read(), multi=False, **query)


def decode(options: argparse.Namespace, file: BinaryIO, out: Out) -> int:
    """Prints the reply in a file. Returns the exit status."""
    is_terminal = sys.stdout.isatty()
    looks_like_utf8 = False
    printer: Printer = Json(out, options.lang if options.outcome else None)
    if not options.json:
        printer = Table(out.line, options.lang, is_coloured(is_terminal), terminal_width() if is_terminal else None)
    try:
        for item in items(options, file, out):
            printer.add(item)
            looks_like_utf8 = looks_like_utf8 or isinstance(item, Record | ApiError) and item.looks_like_utf8
    except MalformedReply as error:
        printer.add(error)
    is_malformed = printer.finish()
    out.flush()
    if looks_like_utf8:
        tell(HINT)
    return int(is_malformed)


def tell(line: str) -> None:
    """Prints a line on standard error, and ignores errors: there is no other place to tell them."""
    try:
        print(line, file=sys.stderr)
    except OSError:
        silence(sys.stderr)


def run(options: argparse.Namespace) -> int:
    """Opens the input and prints the reply. Returns the exit status."""
    out = Out(sys.stdout.buffer)
    if options.file != "-":
        with open(options.file, "rb") as file:
            return decode(options, file, out)
    return decode(options, stdin("a reply"), out)


def stdin(content: str) -> BinaryIO:
    """Returns standard input. ``content`` is what a person is expected to type on a terminal."""
    if sys.stdin.isatty():
        tell(f"smsc_proto: reading {content} from the terminal; press Ctrl-D to end")
    return sys.stdin.buffer


def main() -> int:
    """Runs the command. Returns the exit status."""
    open_closed()
    try:
        return command()
    except KeyboardInterrupt:
        silence(sys.stdout)
        return INTERRUPTED


def command() -> int:
    """Runs the command. Returns the exit status, or raises ``KeyboardInterrupt``."""
    try:
        options = parsed_arguments()
    except CannotWrite as error:
        return error.reported()
    if options.ids_file is not None:
        if options.ids_file == options.file == "-":
            tell("smsc_proto: with --ids-file - the pairs are on standard input: pass the reply as a file")
            return 2
        try:
            options.ids = read_ids(stdin("pairs") if options.ids_file == "-" else options.ids_file)
        except OSError as error:
            tell(f"smsc_proto: cannot read {shown(options.ids_file)}: {error.strerror}")
            return 2
        except ValueError as error:
            tell(f"smsc_proto: {shown(options.ids_file)}: {error}")
            return 2
    try:
        return run(options)
    except CannotWrite as error:
        return error.reported()
    except OSError as error:
        tell(f"smsc_proto: cannot read {shown(options.file)}: {error.strerror}")
        return 2


def shown(path: str) -> str:
    """Returns what messages call a file."""
    return "standard input" if path == "-" else path


def open_closed() -> None:
    """Opens /dev/null for each closed standard stream, for which Python has ``None``.

    Rust programs, and so ``smsc``, do this when they start.
    """
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")


def silence(stream: TextIO) -> None:
    """Redirects a stream to /dev/null, so that Python's flush at exit reports no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
