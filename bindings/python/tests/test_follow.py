"""examples/python/follow.py against the stand-in, on a clock that is fast."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from cases import ROOT
from standin import LOGIN, PHONE, PSW, Service

FAILING = "79990002006"
SPEED = "300"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    service = Service(tmp_path, "", "--speed", SPEED)
    yield service
    service.stop()


def run(service: Service, psw: str, *words: str) -> tuple[int, list[str], str]:
    """Returns the exit status, the lines in their order, and the errors."""
    command = [sys.executable, str(ROOT / "examples/python/follow.py"), f"http://{service.host}", *words]
    environment = os.environ | {"SMSC_LOGIN": LOGIN, "SMSC_PASSWORD": psw, "SMSC_SPEED": SPEED}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert psw not in result.stdout + result.stderr and PHONE not in result.stdout + result.stderr
    return result.returncode, sorted(result.stdout.splitlines()), result.stderr


def test_messages_are_followed_to_their_end(service: Service, tmp_path: Path) -> None:
    for id, phone in [(1, PHONE), (2, FAILING)]:
        body = f"login={LOGIN}&psw={PSW}&fmt=3&id={id}&phones={phone}&mes=Hello".encode()
        with urlopen(f"http://{service.host}/sys/send.php", body) as response:
            assert b"error" not in response.read()
    file = str(tmp_path / "watch.db")
    messages = [f"1:{PHONE}", f"2:{FAILING}"]
    assert run(service, PSW, file, *messages) == (0, ["1 1 Delivered", "2 20 Subscriber offline"], "")
    # They are at their end: nothing is asked for.
    asked = service.count("status.php")
    assert run(service, PSW, file, *messages) == (0, [], "") and service.count("status.php") == asked


def test_refused_credentials_end_it(service: Service, tmp_path: Path) -> None:
    status, lines, error = run(service, "s3cret-other", str(tmp_path / "watch.db"), f"1:{PHONE}")
    assert (status, lines) == (1, []) and error != ""
    assert run(service, PSW, str(tmp_path / "watch.db"))[0] == 1
