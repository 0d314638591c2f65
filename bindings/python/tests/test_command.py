"""``python -m smsc_proto decode``, compared with ``smsc decode``."""

import fcntl
import io
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from cases import CASES, OUTCOMES, ROOT, Case, smsc

from smsc_proto import ApiError, Record, _command, write

COMMAND = [sys.executable, "-m", "smsc_proto"]
BATCH = str(ROOT / "examples" / "batch.txt")


def run_here(arguments: list[str], body: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, int]:
    """Runs the command in this process, which saves starting Python a thousand times.

    Returns standard output and the exit status.
    """
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["smsc_proto", "decode", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
    monkeypatch.setattr(sys, "stdout", out)
    status = _command.main()
    assert isinstance(out.buffer, io.BytesIO)
    return out.buffer.getvalue(), status


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("form", [["--json"], [], ["--lang", "ru"], ["--lang", "fr"], ["--json", "--outcome"]], ids=" ".join)
def test_every_case_prints_the_same(case: Case, form: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = [*case.arguments, *form]
    theirs = subprocess.run([smsc(), "decode", *arguments], input=case.body, capture_output=True, check=False)
    assert run_here(arguments, case.body, monkeypatch) == (theirs.stdout, theirs.returncode)


@pytest.mark.parametrize("lang", ["en", "ru", "fr"])
@pytest.mark.parametrize("form", [[], ["--json", "--outcome"]], ids=" ".join)
def test_every_outcome_prints_the_same(lang: str, form: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [case.query for case in OUTCOMES if "status" in case.query]
    api_errors = [case.query["api_error"] for case in OUTCOMES if "api_error" in case.query]
    bodies = [write([ApiError(code)], fmt=3) for code in api_errors]
    # A hundred at a time: fewer than the rows from which the widths of the columns are computed.
    for at in range(0, len(messages), 100):
        bodies.append(write([Record(**query) for query in messages[at : at + 100]], fmt=3, all=2, multi=True))
    for body in bodies:
        arguments = ["--fmt", "3", "--all", "2", "--lang", lang, *form, *(["--multi"] if body.startswith(b"[") else [])]
        theirs = subprocess.run([smsc(), "decode", *arguments], input=body, capture_output=True, check=False)
        assert theirs.stdout and run_here(arguments, body, monkeypatch) == (theirs.stdout, theirs.returncode)


def both(arguments: list[str], **options: object) -> list[subprocess.CompletedProcess[bytes]]:
    """Runs ``smsc`` and the command of this package."""
    commands = ([smsc(), *arguments], [*COMMAND, *arguments])
    return [subprocess.run(command, capture_output=True, check=False, **options) for command in commands]  # type: ignore[call-overload]


@pytest.mark.parametrize("form", [["--json"], [], ["--lang", "ru"], ["--charset", "koi8-r"], ["--json", "--outcome"]], ids=" ".join)
@pytest.mark.parametrize("ids", [[], ["--ids", " 102: 79161234502 ,7:+79990000007,"], ["--ids", "102:8 (916) 123-45-02,order-77:1"]], ids=" ".join)
def test_the_example_prints_the_same(form: list[str], ids: list[str]) -> None:
    theirs, ours = both(["decode", BATCH, "--all", "2", "--multi", *form, *ids])
    assert (ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode) and ours.stderr == b""


HINT = b"hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8\n"
RUSSIAN = '1,1760080210,0,1760080202,79990000001,2.12,S,D,Привет,,0,5\n'.encode()


@pytest.mark.parametrize("form", [[], ["--json"]], ids=" ".join)
@pytest.mark.parametrize(
    ("arguments", "body", "is_hinted"),
    [
        (["--multi", "--all", "1"], RUSSIAN * 3, True),
        (["--multi", "--all", "1", "--charset", "koi8-r"], RUSSIAN, True),
        (["--multi", "--all", "1"], RUSSIAN + b"1,x\n", True),
        (["--multi", "--all", "1", "--charset", "utf-8"], RUSSIAN, False),
        (["--multi", "--all", "1"], RUSSIAN.decode().encode("cp1251"), False),
        (["--multi", "--all", "1", "--charset", "koi8-r"], RUSSIAN.decode().encode("koi8-r"), False),
        (["--fmt", "3"], '{"status": 1, "message": "Привет"}'.encode(), True),
        (["--fmt", "3"], '{"error": "неверный пароль", "error_code": 2}'.encode(), True),
        (["--fmt", "3"], '{"error": "неверный пароль", "error_code": 2}'.encode("cp1251"), False),
        ([], b"1,1760080210,0", False),
        ([], b"<html>\xd0\x9f\xd1\x80</html>", False),
    ],
)
def test_the_hint_is_printed_once(form: list[str], arguments: list[str], body: bytes, is_hinted: bool) -> None:
    theirs, ours = both(["decode", *arguments, *form], input=body)
    assert (ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode)
    assert ours.stderr == theirs.stderr == (HINT if is_hinted else b"")


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_a_hint_that_cannot_be_printed_is_lost(redirection: str) -> None:
    arguments = ["decode", "--multi", "--all", "1"]
    theirs, ours = (
        subprocess.run(["sh", "-c", f'exec "$@" {redirection}', "sh", *command, *arguments], input=RUSSIAN, capture_output=True, check=False)
        for command in ([smsc()], COMMAND)
    )
    assert (ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode) and ours.returncode == 0 and ours.stdout


@pytest.mark.parametrize("form", [[], ["--json"], ["--multi"], ["--multi", "--json"]], ids=" ".join)
@pytest.mark.parametrize(("fmt", "body"), [("3", b"[]"), ("2", b"<list></list>")])
def test_an_empty_list_prints_nothing(form: list[str], fmt: str, body: bytes) -> None:
    for result in both(["decode", "--fmt", fmt, *form], input=body):
        assert (result.stdout, result.stderr, result.returncode) == (b"", b"", 0)


HISTORY = (
    "Status = 1, check_time = 28.06.2021 15:55:47, phone = 88002000600, message = hi, type = 0, ID = order-77, int_id = 401671913, "
    "sms_cnt = 1, format = 0, crc = 307589946\n"
).encode()


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("en", ["Key in the history", "Format in the history", "Checksum in the history"]),
        ("ru", ["Ключ в истории", "Формат в истории", "Контрольная сумма в истории"]),
        ("fr", ["Clé dans l’historique", "Format dans l’historique", "Somme de contrôle dans l’historique"]),
    ],
)
def test_the_table_shows_the_history(lang: str, headings: list[str]) -> None:
    theirs, ours = both(["decode", "--fmt", "0", "--all", "2", "--multi", "--lang", lang], input=HISTORY)
    assert ours.stdout == theirs.stdout
    heading, row = (re.split("  +", line) for line in ours.stdout.decode().splitlines())
    assert heading[:5] == ["ID", *headings, "PHONE"]
    assert row[:5] == ["order-77", "401671913", "0", "307589946", "88002000600"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["decode", "--all", "3"],
        ["decode", "--fmt", "x"],
        ["decode", "--charset", "latin1"],
        ["decode", "--kind", "SMS"],
        ["decode", "--lang", "de"],
        ["decode", "--ids", "5"],
        ["decode", "--ids", "0:7999"],
        ["decode", "--ids", "a/b:7999"],
        ["decode", "--ids", "-5:7999"],
        ["decode", "--ids", "order-77:7999,a.b_c:8 (999) 123-03-00,"],
        ["decode", "--ids", "5:"],
        ["decode", "--ids", "77:7;78:8"],
        ["decode", "--ids", "77:7 78:8"],
        ["decode", "--js"],
        ["decode", "a", "b"],
        ["decode", "no-such-file"],
        ["decode", "/"],
        ["decode", "-"],
        ["decode", "--help"],
        ["--help"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_exit_statuses_are_the_same(arguments: list[str]) -> None:
    theirs, ours = both(arguments, input=b"1,x")
    assert ours.returncode == theirs.returncode
    assert b"Traceback" not in ours.stderr and (ours.stderr == b"") == (theirs.stderr == b"")


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"1,1760080210,0,101,79990000001\n" * 50_000)
    for form in ([], ["--json"]):
        arguments = [*COMMAND, "decode", str(path), "--multi", *form]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
            assert command.stdout and command.stderr
            command.stdout.read(100)
            command.stdout.close()
            assert (command.wait(20), command.stderr.read()) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ["decode", BATCH, "--all", "2", "--multi"],
        ["decode", BATCH, "--all", "2", "--multi", "--json"],
        ["decode"],
        ["decode", "--json"],
        ["decode", "--help"],
        ["--version"],
        ["decode", "no-such-file"],
        ["decode", "--ids-file", "no-such-file"],
        ["decode", "--ids-file", "-"],
        ["decode", "--fmt", "x"],
    ],
)
@pytest.mark.parametrize("redirection", [">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", ">&-", "<&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])
def test_streams_that_cannot_be_used(arguments: list[str], redirection: str) -> None:
    theirs, ours = (
        subprocess.run(
            ["sh", "-c", f'exec "$@" {redirection}', "sh", *command, *arguments],
            input=b"1,1760080210,0",
            capture_output=True,
            check=False,
        )
        for command in ([smsc()], COMMAND)
    )
    assert ours.returncode == theirs.returncode
    # The texts of the help and of system errors differ.
    if "--help" not in arguments and "--version" not in arguments:
        assert ours.stdout == theirs.stdout
    assert ours.stderr.startswith(b"smsc_proto: cannot write: No space left") == theirs.stderr.startswith(b"smsc: cannot write: No space left")
    assert (ours.stdout == b"", ours.stderr == b"") == (theirs.stdout == b"", theirs.stderr == b"")


def test_ctrl_c_ends_it_quietly() -> None:
    arguments = [*COMMAND, "decode", "--multi", "--json"]
    with subprocess.Popen(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # The signal may be ignored in tests that run in the background, which child processes
        # inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as command:
        assert command.stdin and command.stdout and command.stderr
        command.stdin.write(b"1,1760080210,0,101,79990000001\n20,1,1,102,7\n20,")
        command.stdin.flush()
        # The first line is printed before the end of the input.
        assert command.stdout.readline().startswith(b'{"status":1,')
        command.send_signal(signal.SIGINT)
        assert (command.wait(20), command.stderr.read()) == (130, b"")


@pytest.mark.parametrize("columns", [20, 30, 45, 60, 80, 200])
@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("is_history", [False, True], ids=["status", "history"])
def test_a_terminal_shows_the_same(columns: int, colour: dict[str, str], lang: str, is_history: bool, tmp_path: Path) -> None:
    path = tmp_path / "history.txt"
    path.write_bytes(HISTORY)
    reply = [str(path), "--fmt", "0"] if is_history else [BATCH]

    def shown(command: list[str]) -> bytes:
        ours, theirs = pty.openpty()
        try:
            fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            environment = {"TERM": "xterm", "PATH": os.environ["PATH"], **colour}
            arguments = [*command, "decode", *reply, "--all", "2", "--multi", "--lang", lang]
            subprocess.run(arguments, stdout=theirs, env=environment, check=True, timeout=20)
            return os.read(ours, 1 << 16)
        finally:
            os.close(ours)
            os.close(theirs)

    assert shown(COMMAND) == shown([smsc()])


def test_colours_can_be_forced() -> None:
    for variables in ({"CLICOLOR_FORCE": "1"}, {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, {"CLICOLOR_FORCE": "0"}):
        theirs, ours = both(["decode"], input=b"1,1760080210,0", env={"PATH": os.environ["PATH"], **variables})
        assert ours.stdout == theirs.stdout


def test_main_only_calls_the_command() -> None:
    assert len(Path(_command.__file__).with_name("__main__.py").read_text().splitlines()) < 10
