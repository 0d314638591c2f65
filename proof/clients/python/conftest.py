"""`smsc serve` for the tests: each starts its own, with a scenario and a frozen clock."""

import json
import os
import ssl
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


class Standin:
    """A running stand-in."""

    def __init__(self, folder: Path, scenario: str, options: tuple[str, ...]) -> None:
        file = folder / "scenario.toml"
        file.write_text(scenario, encoding="utf-8")
        smsc = os.environ.get("SMSC", "smsc")
        command = [smsc, "serve", "--frozen", "--listen", "127.0.0.1:0", "--scenario", str(file), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.url = self.process.stdout.readline().removeprefix("listening on ").strip()
        assert self.url, "smsc serve did not start"
        ca = folder / "ca.pem"
        self.context = ssl.create_default_context(cafile=ca) if ca.exists() else None

    def control(self, path: str, order: dict[str, str] | None = None) -> object:
        """Asks the stand-in's own pages."""
        data = json.dumps(order).encode() if order else None
        request = urllib.request.Request(self.url + path, data)
        with urllib.request.urlopen(request, context=self.context) as response:
            return json.loads(response.read() or "null")

    def advance(self, time: str) -> None:
        """Moves the clock forward."""
        self.control("/control", {"advance": time})

    def stop(self) -> None:
        assert self.process.stdout
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


Serve = Callable[..., Standin]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """A function that starts a stand-in with a scenario and options."""
    started: list[Standin] = []

    def start(scenario: str = "", *options: str) -> Standin:
        folder = tmp_path / str(len(started))
        folder.mkdir()
        # A folder of the certificate authority is that of the scenario.
        tls = ("--tls", str(folder)) if "--tls" in options else ()
        started.append(Standin(folder, scenario, tls))
        return started[-1]

    yield start
    for standin in started:
        standin.stop()
