"""Servers with certificates that a client must not accept."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme


class Answer(BaseHTTPRequestHandler):
    """Answers every request with a balance."""

    requests: list[str] = []

    def do_POST(self) -> None:
        self.requests.append(self.path)
        self.rfile.read(int(self.headers["Content-Length"]))
        body = b'{"balance": "1000.00"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    """A server that says nothing about handshakes that fail."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serve(certificate: trustme.LeafCert | None) -> Iterator[str]:
    """Serves over TLS, and yields the host. Without a certificate it does not speak TLS."""
    server = Quiet(("127.0.0.1", 0), Answer)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        # The handshake is made by the thread of the connection.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def issue(authority: trustme.CA, problem: str) -> trustme.LeafCert:
    """Issues a certificate for this machine that has a problem, or none."""
    now = datetime.now(UTC)
    match problem:
        case "wrong_name":
            return authority.issue_cert("other.example")
        case "expired":
            return authority.issue_cert("127.0.0.1", not_before=now - timedelta(days=9), not_after=now - timedelta(days=2))
        case "not_yet_valid":
            return authority.issue_cert("127.0.0.1", not_before=now + timedelta(days=2), not_after=now + timedelta(days=9))
    return authority.issue_cert("127.0.0.1")


def saved(authority: trustme.CA, folder: Path) -> Path:
    """Writes the certificate of an authority to a file."""
    path = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path
