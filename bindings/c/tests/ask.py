"""Runs examples/c/ask.c against a server on this machine that imitates the service.

ask.py COMMAND...
"""

import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

PHONE, ID, KEY, TEXT = "79990000001", "order-77", "s3cret-key", "Привет, & = +"
STATUS_PHP, SEND_PHP = "/sys/status.php", "/sys/send.php"
CONTENT_TYPE = "application/x-www-form-urlencoded"
DELIVERED = b'{"status":1,"last_date":"29.11.2026 10:00:00","last_timestamp":1795935600}'
NOT_ASKED = "the command asks for no other page"


class Service(BaseHTTPRequestHandler):
    """Answers every POST with the answer of the server, and notes it."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
        self.server.requests.append((self.path, self.headers["Content-Type"], body))
        status, answer = self.server.answer
        if answer is None:
            # The connection is closed without an answer.
            self.close_connection = True
            return
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self):
        self.server.requests.append((self.path, NOT_ASKED, ""))
        self.send_error(500)

    def log_message(self, *_):
        pass


def run(command, host, *words):
    env = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    result = subprocess.run([*command, host, *words], capture_output=True, env=env | {"SMSC_APIKEY": KEY})
    said = (result.stdout + result.stderr).decode()
    for secret in (KEY, PHONE, TEXT):
        assert secret not in said, f"the command prints a secret: {said}"
    return result.returncode, said


# The answer, and the exit status and a part of the output of a request for a status and of a message.
CASES = [
    ((200, DELIVERED), (0, "Delivered: "), (1, "failed: not_a_reply; advice: ask_status after ")),
    ((200, b'{"id":"order-77","cnt":2,"cost":"2.80"}'), (1, "not_a_reply; advice: retry"), (0, "accepted: 2 parts for 2.80\n")),
    ((200, b'{"error":"authorise error","error_code":2}'), (1, "advice: stop_every_call\n"), (1, "advice: stop_every_call\n")),
    ((200, b'{"error":"duplicate request","error_code":9}'), (1, "advice: retry after 6"), (1, "advice: ask_status after 1")),
    ((200, b"<html>"), (1, "looks like HTML"), (1, "advice: ask_status")),
    ((200, b""), (1, "the body is empty"), (1, "advice: ask_status")),
    ((200, b" " * (1 << 21)), (1, "failed: unanswered"), (1, "unanswered; advice: ask_status")),
    ((302, DELIVERED), (1, "failed: http_status; advice: stop\n"), (1, "failed: http_status; advice: stop\n")),
    ((502, b"Bad gateway"), (1, "failed: http_status; advice: retry"), (1, "http_status; advice: ask_status")),
    ((200, None), (1, "failed: unanswered; advice: retry"), (1, "failed: unanswered; advice: ask_status")),
]
WANTED_STATUS = {"apikey": KEY, "fmt": "3", "charset": "utf-8", "id": ID, "phone": PHONE}
WANTED_SEND = {"apikey": KEY, "fmt": "3", "charset": "utf-8", "id": ID, "phones": PHONE, "mes": TEXT, "cost": "2"}


def check(server, path, fields, got, wanted):
    assert got[0] == wanted[0] and wanted[1] in got[1], f"{server.answer}: {path}: {got} instead of {wanted}"
    (asked,) = server.requests
    server.requests.clear()
    sent = dict(parse_qsl(asked[2], strict_parsing=True))
    assert asked[:2] == (path, CONTENT_TYPE), asked
    assert fields.items() <= sent.items(), f"{sent} instead of {fields}"


def main(*command):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.requests = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    host = f"http://127.0.0.1:{server.server_port}"
    try:
        for answer, of_status, of_send in CASES:
            server.answer = answer
            got = run(command, host, "status", ID, PHONE)
            check(server, STATUS_PHP, WANTED_STATUS, got, of_status)
            got = run(command, host, "send", ID, PHONE, TEXT)
            check(server, SEND_PHP, WANTED_SEND, got, of_send)
        # What cannot be sent is not sent.
        assert run(command, host, "status", "order 77", PHONE)[0] == 2
        assert run(command, host, "send", "order 77", PHONE, TEXT) == (
            1,
            "`id`: invalid: expected a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, hyphens and "
            "underscores\nfailed: invalid; advice: stop\n",
        )
        for name in ("http://smsc.ru", "http://127.0.0.1.example:80"):
            code, said = run(command, name, "status", ID, PHONE)
            assert code == 2 and "plain HTTP would show" in said, said
        assert server.requests == []
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    # Nobody listens there any more.
    code, said = run(command, host, "send", ID, PHONE, TEXT)
    assert code == 1 and "failed: unreachable; advice: retry" in said, said


main(*sys.argv[1:])
