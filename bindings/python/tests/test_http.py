"""An HTTP client requests replies from a local server that imitates status.php."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from cases import ROOT

from smsc_proto import ApiError, Record, iter_parse, parse

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()


class StatusPhp(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        body = BATCH if query.get("psw") == "right" and query["all"] == "2" else b"0,-2"
        # As from the real server: errors have status 200, and the charset of the header is wrong
        # (R6).
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), StatusPhp)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sys/status.php"
    server.shutdown()
    thread.join()
    server.server_close()


def client() -> httpx.Client:
    # Without the environment, so that no proxy is used.
    return httpx.Client(trust_env=False)


def test_a_batch_is_fetched_and_parsed(url: str) -> None:
    query = {"login": "me", "psw": "right", "id": "101,102", "phone": "1,2", "fmt": "1", "all": "2"}
    with client() as http:
        body = http.get(url, params=query).content
        with http.stream("GET", url, params=query) as response:
            items = list(iter_parse(response.iter_bytes(100), all=2))
    reply = parse(body, all=2, multi=True)
    assert items == list(reply) and len(reply) == 10
    first = reply[0]
    assert isinstance(first, Record) and first.message == "Ваш код 4821"


def test_an_api_error_is_raised(url: str) -> None:
    with client() as http:
        body = http.get(url, params={"login": "me", "psw": "wrong", "all": "2"}).content
    with pytest.raises(ApiError, match="Wrong login or password"):
        parse(body, all=2, multi=True)
