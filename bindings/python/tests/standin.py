"""The stand-in of the service, and clocks that need no waiting."""

import asyncio
import http.client
import json
import ssl
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from cases import smsc

from smsc_proto import Credentials, Server

LOGIN, PSW, KEY = "k3y-login", "s3cret-psw", "k3y-api"
ACCOUNT = f"[[account]]\nlogin = '{LOGIN}'\npsw = '{PSW}'\napikey = '{KEY}'\n"
CREDENTIALS = Credentials(login=LOGIN, password=PSW)
PHONE = "79990000001"
# 28 November 2026, 12:00 in Moscow.
NOON = 1_795_856_400


class Service:
    """A stand-in, whose clock moves when it is told to."""

    def __init__(self, folder: Path, scenario: str = "", *options: str, tls: bool = False) -> None:
        path = folder / "scenario.toml"
        path.write_text(ACCOUNT + scenario, encoding="utf-8")
        clock = options or ("--frozen",)
        command = [smsc(), "serve", "--listen", "127.0.0.1:0", "--start", "2026-11-28T09:00:00Z", "--scenario", str(path)]
        command += [*clock, *(["--tls", str(folder)] if tls else [])]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        # The line is printed once the stand-in is ready: listening on http://127.0.0.1:PORT
        self.host = self.process.stdout.readline().split()[-1].partition("://")[2]
        self.cafile = folder / "ca.pem"
        self.tls = ssl.create_default_context(cafile=self.cafile) if tls else None

    @property
    def server(self) -> Server:
        return Server(self.host, scheme="http" if self.tls is None else "https")

    def request(self, method: str, path: str, body: Any = None) -> Any:
        connection: http.client.HTTPConnection
        if self.tls is None:
            connection = http.client.HTTPConnection(self.host)
        else:
            connection = http.client.HTTPSConnection(self.host, context=self.tls)
        try:
            connection.request(method, path, json.dumps(body).encode() if body else None)
            response = connection.getresponse()
            text = response.read()
            assert response.status == 200, text
            return json.loads(text)
        finally:
            connection.close()

    def control(self, **command: Any) -> None:
        self.request("POST", "/control", command)

    def fault(self, kind: str, script: str, times: int = 1, lost: bool = False, **more: Any) -> None:
        self.control(fault={"kind": kind, "script": script, "times": times, "lost": lost, **more})

    @property
    def journal(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.request("GET", "/control/journal")
        return entries

    def count(self, script: str) -> int:
        """Returns the number of requests to a script that were received."""
        return sum(entry["script"] == script for entry in self.journal)

    @property
    def messages(self) -> int:
        """Returns the number of messages that were accepted."""
        return int(self.request("GET", "/control")["totals"]["messages"])

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate()


class Hands:
    """A clock that waits by moving its hands, and with them those of a stand-in."""

    def __init__(self, service: Service | None = None) -> None:
        self.service = service
        self._now = 0.0
        self._random = 1
        self._lock = threading.Lock()

    def now(self) -> float:
        return self._now

    def wait(self, seconds: float) -> None:
        with self._lock:
            self._now += seconds
            if self.service is not None:
                # A request that was cut is carried out before the time goes on, if it is.
                time.sleep(0.001)
                self.service.control(advance=f"{round(seconds * 1_000)}ms")

    async def wait_async(self, seconds: float) -> None:
        self.wait(seconds)

    def random(self) -> int:
        # Knuth's generator; each number is another one.
        with self._lock:
            self._random = (self._random * 1_664_525 + 1_013_904_223) % 2**32
            return self._random


class Fast(Hands):
    """A clock that runs faster than that of the machine."""

    def __init__(self, speed: int) -> None:
        super().__init__()
        self._speed = speed

    def now(self) -> float:
        return time.monotonic() * self._speed

    def wait(self, seconds: float) -> None:
        time.sleep(seconds / self._speed + 1e-6)

    async def wait_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._speed + 1e-6)
