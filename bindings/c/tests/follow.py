"""Runs examples/c/follow.c against the stand-in, `smsc serve`, whose clock is fast.

follow.py SMSC COMMAND...
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

LOGIN, PSW, PHONE, FAILING = "k3y-login", "s3cret-psw", "79990000001", "79990002006"
# The limits of the service are those of its clock.
SPEED = "300"
ACCOUNT = f"[[account]]\nlogin = '{LOGIN}'\npsw = '{PSW}'\n"
OPEN = build_opener(ProxyHandler({})).open


class Standin:
    def __init__(self, smsc, folder):
        scenario = Path(folder) / "scenario.toml"
        scenario.write_text(ACCOUNT)
        command = [smsc, "serve", "--speed", SPEED, "--listen", "127.0.0.1:0", "--scenario", scenario]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]

    def send(self, number, phone):
        body = f"login={LOGIN}&psw={PSW}&fmt=3&id={number}&phones={phone}&mes=Hello+{number}"
        with OPEN(f"{self.url}/sys/send.php", body.encode()) as response:
            assert b"error" not in response.read()

    def control(self, **command):
        OPEN(f"{self.url}/control", json.dumps(command).encode()).close()

    def errors(self):
        """Returns the errors of the requests for statuses."""
        with OPEN(f"{self.url}/control/journal") as response:
            return [entry["error"] for entry in json.load(response) if entry["script"] == "status.php"]

    def stop(self):
        self.process.terminate()
        self.process.communicate()


def run(command, psw, *words):
    env = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    result = subprocess.run([*command, *words], capture_output=True, env=env | {"SMSC_LOGIN": LOGIN, "SMSC_PASSWORD": psw, "SMSC_SPEED": SPEED})
    said = (result.stdout + result.stderr).decode()
    assert not any(secret in said for secret in (LOGIN, psw, PHONE)), "the command prints a secret"
    return result.returncode, sorted(result.stdout.decode().splitlines()), result.stderr.decode()


def check(got, status, *lines, error=""):
    assert got[0] == status and got[1] == sorted(lines) and error in got[2], f"{got} instead of {(status, lines, error)}"


def main(smsc, *command):
    with tempfile.TemporaryDirectory() as folder:
        standin = Standin(smsc, folder)
        try:
            for number in range(1, 5):
                standin.send(number, FAILING if number == 3 else PHONE)
            messages = [f"{number}:{FAILING if number == 3 else PHONE}" for number in range(1, 5)]
            ends = ["1 1 Delivered", "2 1 Delivered", "3 20 Cannot be delivered", "4 1 Delivered"]
            check(run(command, PSW, standin.url, *messages), 0, *ends)
            assert set(standin.errors()) == {None}, standin.errors()
            # A request without an answer, and a message that was never sent.
            standin.control(advance="2m")
            standin.control(fault={"kind": "empty", "script": "status.php", "times": 1})
            check(run(command, PSW, standin.url, messages[0], f"99:{PHONE}"), 3, ends[0], "99 -3 Message not found", error="not_a_reply")
            assert set(standin.errors()) == {None}, standin.errors()
            check(run(command, "s3cret-other", standin.url, messages[0]), 1, error="rejected 2")
        finally:
            standin.stop()
    check(run(command, PSW, "127.0.0.1:9"), 2, error="usage: ")
    check(run(command, PSW, "http://10.0.0.1:80", f"1:{PHONE}"), 2, error="usage: ")
    check(run(command, PSW, "127.0.0.1:9", "order 7:1"), 2, error="message 1: ")


main(*sys.argv[1:])
