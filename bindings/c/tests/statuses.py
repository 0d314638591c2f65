"""Runs examples/c/statuses.c against the stand-in, `smsc serve`.

statuses.py SMSC COMMAND...
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

KEY, LOGIN, PSW, PHONE = "s3cret-key", "k3y-login", "s3cret-psw", "79990000001"
ACCOUNT = f"[[account]]\nlogin = '{LOGIN}'\npsw = '{PSW}'\napikey = '{KEY}'\n"
OPEN = build_opener(ProxyHandler({})).open
USUAL = {"SMSC_APIKEY": KEY}
AT_ONCE = USUAL | {"SMSC_MAX_WAIT": "0"}


class Standin:
    def __init__(self, smsc, folder, *options):
        scenario = Path(folder) / "scenario.toml"
        scenario.write_text(ACCOUNT)
        command = [smsc, "serve", "--frozen", "--scenario", scenario, *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]

    def control(self, **command):
        OPEN(f"{self.url}/control", json.dumps(command).encode()).close()

    def fault(self, kind, times=1, **options):
        self.control(fault={"kind": kind, "script": "status.php", "times": times, **options})

    def send(self, number, phone=PHONE):
        body = f"apikey={KEY}&fmt=3&id={number}&phones={phone}&mes=Hello+{number}"
        with OPEN(f"{self.url}/sys/send.php", body.encode()) as response:
            assert b"error" not in response.read()

    def requests(self):
        with OPEN(f"{self.url}/control/journal") as response:
            return len([entry for entry in json.load(response) if entry["script"] == "status.php"])

    def stop(self):
        self.process.terminate()
        self.process.communicate()


def run(command, environment, *words):
    env = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    result = subprocess.run([*command, *words], capture_output=True, env=env | environment)
    said = (result.stdout + result.stderr).decode()
    for secret in (KEY, LOGIN, PSW, PHONE):
        assert secret not in said, "the command prints a secret"
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def check(got, status, printed, error=""):
    assert got[:2] == (status, printed) and error in got[2], f"{got} instead of {(status, printed, error)}"


def over_http(smsc, folder, command):
    standin = Standin(smsc, folder, "--listen", "127.0.0.1:0")

    def ask(*messages, **environment):
        return run(command, environment or AT_ONCE, standin.url, *messages)

    try:
        for number in (101, 102):
            standin.send(number)
        one, handed_over = f"101:{PHONE}", "101 0 Handed to the operator\n"
        check(ask(one), 0, handed_over)
        check(ask(one, SMSC_LOGIN=LOGIN, SMSC_PASSWORD=PSW), 0, handed_over)
        standin.control(advance="2m")
        check(ask(f"102:{PHONE}", f"103:{PHONE}", one), 0, "102 1 Delivered\n103 -3 Message not found\n101 1 Delivered\n")
        # A batch a minute.
        check(ask(one, f"102:{PHONE}"), 1, "", "rejected: ")
        standin.control(advance="2m")
        standin.fault("cut", bytes=0)
        before = standin.requests()
        # A real second, because the program waits.
        check(ask(one, **USUAL), 0, "101 1 Delivered\n", "Transferred a partial file")
        assert standin.requests() == before + 2
        for kind, options, error in [
            ("cut", {"bytes": 5}, "Transferred a partial file"),
            ("empty", {}, "the body is empty"),
            ("html", {}, "HTTP status 502"),
            ("reset", {}, "Failure when receiving data"),
            ("redirect", {"to": "http://127.0.0.1:9/"}, "HTTP status 302"),
        ]:
            standin.control(advance="2m")
            standin.fault(kind, **options)
            check(ask(one), 1, "", error)
        standin.control(advance="2m")
        standin.fault("wrong-order")
        got = ask(one, f"102:{PHONE}")
        check(got, 3, "101 - no record in the reply\n102 1 Delivered\n")
        check(ask(one, SMSC_APIKEY="s3cret-other"), 1, "", "stopped: credentials")
    finally:
        standin.stop()
    # Nobody listens there any more.
    check(ask(one), 1, "", "Couldn't connect")


def over_tls(smsc, folder, command):
    authorities = Path(folder) / "tls"
    authorities.mkdir()
    for address in ("127.0.0.1", "127.0.0.2"):
        standin = Standin(smsc, folder, "--listen", f"{address}:0", "--tls", authorities)
        try:
            host = standin.url.removeprefix("https://")
            trusted = AT_ONCE | {"CURL_CA_BUNDLE": str(authorities / "ca.pem")}
            got = run(command, trusted, host, f"101:{PHONE}")
            if address == "127.0.0.1":
                check(got, 0, "101 -3 Message not found\n")
                # The authorities of the machine have not signed the certificate.
                got = run(command, AT_ONCE, host, f"101:{PHONE}")
            # The other address is not in the certificate.
            check(got, 1, "", "SSL peer certificate or SSH remote key was not OK\nstopped: tls\n")
        finally:
            standin.stop()


def without_a_server(command):
    messages = [f"101:{PHONE}"]
    check(run(command, {}, "smsc.ru", *messages), 2, "", "usage: ")
    check(run(command, USUAL, "smsc.ru"), 2, "", "usage: ")
    for host in ("smsc.ru", "10.0.0.1:80", "127.0.0.1.example", "localhost.example"):
        check(run(command, USUAL, f"http://{host}", *messages), 2, "", "plain HTTP would show")
    check(run(command, USUAL, "127.0.0.1:9", *messages, f"order 7:{PHONE}"), 2, "", "message 2: ")
    check(run(command, USUAL, "127.0.0.1:9", "101"), 2, "", "message 1: ")
    check(run(command, USUAL, "127.0.0.1:9", *messages, *messages), 2, "", "the same message as item 1")


def main(smsc, *command):
    with tempfile.TemporaryDirectory() as folder:
        without_a_server(command)
        over_http(smsc, folder, command)
        over_tls(smsc, folder, command)


main(*sys.argv[1:])
