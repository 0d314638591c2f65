"""``python -m smsc_proto``, compared with ``smsc``, whose code it runs."""

import fcntl
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
from cases import ROOT, smsc

NAME = "python -m smsc_proto"
COMMAND = [sys.executable, "-m", "smsc_proto"]
BATCH = str(ROOT / "examples" / "batch.txt")
RECEIPT = b'{"status_code": "301", "error_code": 12}'


def both(arguments: list[str], **options: object) -> list[subprocess.CompletedProcess[bytes]]:
    """Runs ``smsc`` and the command of this package."""
    commands = ([smsc(), *arguments], [*COMMAND, *arguments])
    return [subprocess.run(command, capture_output=True, check=False, **options) for command in commands]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["--help"],
        ["-V"],
        ["decode", BATCH, "--all", "2", "--multi"],
        ["decode", BATCH, "--all", "2", "--multi", "--json", "--outcome", "--lang", "fr"],
        ["decode", BATCH, "--all", "2", "--multi", "--ids", "102:8 (916) 123-45-02,order-77:1"],
        ["decode", "--all", "3"],
        ["decode", "--ids", "0:7999"],
        ["decode", "--help"],
        ["decode", "no-such-file"],
        ["decode", "/"],
        ["decode", "-"],
        ["decode", "\udcff"],
        ["convert", BATCH, "--all", "2", "--multi", "--from-fmt", "1", "--to-fmt", "3", "--to-charset", "utf-8"],
        ["convert", BATCH, "--all", "2", "--multi", "--from-fmt", "1", "--to-fmt", "1", "--strict"],
        ["explain", "20", "1"],
        ["explain", "--text", "Абонент не существует", "--lang", "ru"],
        ["explain", "--text", "no such words"],
        ["explain", "--clicksend-receipt", "-"],
        ["explain", "--story", "0,20/6,-3", "--json"],
        ["diagnose", "no-connection"],
        ["flags", "1832"],
        ["codes"],
        ["codes", "--json"],
    ],
    ids=" ".join,
)
def test_it_is_the_same_command(arguments: list[str]) -> None:
    theirs, ours = both(arguments, input=RECEIPT)
    assert ours.returncode == theirs.returncode
    # The usage names the program.
    named = re.compile(rb"^Usage: smsc\b", re.MULTILINE)
    for shown, expected in ((ours.stdout, theirs.stdout), (ours.stderr, theirs.stderr)):
        assert shown == named.sub(f"Usage: {NAME}".encode(), expected)


def test_the_long_version_is_the_same() -> None:
    theirs, ours = both(["--version"])
    assert ours.returncode == theirs.returncode == 0
    lines = ours.stdout.decode().splitlines()
    assert lines == theirs.stdout.decode().splitlines()
    # The module of the tests has all features, and that of a wheel `report` alone.
    assert lines[2:] == ["features: convert, postgres, report"]


@pytest.mark.parametrize("arguments", [["--help"], ["decode", "--help"], ["codes", "x"]], ids=" ".join)
def test_the_usage_names_the_program(arguments: list[str]) -> None:
    _, ours = both(arguments)
    assert f"Usage: {NAME} ".encode() in ours.stdout + ours.stderr


def test_the_language_is_that_of_the_environment() -> None:
    theirs, ours = both(["decode", BATCH, "--all", "2", "--multi"], env={**os.environ, "LC_ALL": "ru_RU.UTF-8"})
    assert ours.stdout == theirs.stdout and "ДОСТАВЛЕНО" in ours.stdout.decode().upper()
    _, ours = both(["--help"], env={**os.environ, "LC_ALL": "ru_RU.UTF-8"})
    assert f"Использование: {NAME} ".encode() in ours.stdout


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
        ["decode"],
        ["decode", "--json"],
        ["-V"],
        ["decode", "no-such-file"],
        ["decode", "--ids-file", "-"],
        ["decode", "--fmt", "x"],
    ],
    ids=" ".join,
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
    assert (ours.returncode, ours.stdout, ours.stderr == b"") == (theirs.returncode, theirs.stdout, theirs.stderr == b"")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_quietly(number: signal.Signals, status: int) -> None:
    with subprocess.Popen(
        [*COMMAND, "decode", "--multi", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # The signal may be ignored in tests that run in the background, which child processes
        # inherit.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    ) as command:
        assert command.stdin and command.stdout and command.stderr
        command.stdin.write(b"1,1760080210,0,101,79990000001\n20,1,1,102,7\n20,")
        command.stdin.flush()
        # The first line is printed before the end of the input.
        assert command.stdout.readline().startswith(b'{"status":1,')
        command.send_signal(number)
        assert (command.wait(20), command.stderr.read()) == (status, b"")


def test_ctrl_c_ends_it_while_it_reads_the_pairs(tmp_path: Path) -> None:
    path = tmp_path / "ids"
    os.mkfifo(path)
    with subprocess.Popen(
        [*COMMAND, "decode", "--ids-file", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as command:
        # Opening for writing waits until the command has opened the file.
        with path.open("wb") as pairs:
            pairs.write(b"101:7999")
            pairs.flush()
            command.send_signal(signal.SIGINT)
            assert command.communicate(timeout=20) == (b"", b"")
    assert command.returncode in (-signal.SIGINT, 130)


@pytest.mark.parametrize("columns", [30, 80])
@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_a_terminal_shows_the_same(columns: int, colour: dict[str, str]) -> None:
    def shown(command: list[str]) -> bytes:
        ours, theirs = pty.openpty()
        try:
            fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            environment = {"TERM": "xterm", "PATH": os.environ["PATH"], **colour}
            arguments = [*command, "decode", BATCH, "--all", "2", "--multi"]
            subprocess.run(arguments, stdout=theirs, env=environment, check=True, timeout=20)
            return os.read(ours, 1 << 16)
        finally:
            os.close(ours)
            os.close(theirs)

    assert shown(COMMAND) == shown([smsc()])
