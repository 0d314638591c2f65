"""Hosts that cannot be reached or trusted: each an error of its own. Proxies."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme
from certificates import issue, saved, serve
from clients import KINDS, TRANSPORTS, Subject
from standin import PHONE, Service

from smsc_proto import Sent, Server
from smsc_proto.client import NotSent, Unanswered


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def caught(client: Subject, match: str | None = None) -> NotSent:
    """Returns the error of a balance, of which nothing was sent."""
    with pytest.raises(NotSent, match=match) as error:
        client.balance()
    return error.value


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        ("wrong_name", "its certificate is for another host"),
        ("expired", "its certificate has expired: check this machine's clock"),
        ("not_yet_valid", "its certificate is not valid yet: check this machine's clock"),
        ("unknown_issuer", "the issuer of its certificate is unknown.*CA file"),
    ],
)
def test_a_certificate_that_is_not_accepted(kind: str, authority: trustme.CA, tmp_path: Path, problem: str, text: str) -> None:
    trusted = trustme.CA() if problem == "unknown_issuer" else authority
    with serve(issue(authority, problem)) as host:
        client = Subject(kind, Server(host), transport={"cafile": saved(trusted, tmp_path), "timeout": 5})
        error = caught(client, text)
        assert (error.reason, error.host, error.failure) == (problem, host, "tls")
    # A certificate does not get better by waiting.
    assert len(client.spy.seen) == 1


def test_a_certificate_that_is_accepted(kind: str, authority: trustme.CA, tmp_path: Path) -> None:
    with serve(issue(authority, "")) as host:
        client = Subject(kind, Server(host), transport={"cafile": saved(authority, tmp_path), "timeout": 5})
        assert str(client.balance().balance) == "1000.00"
        # The authorities of the platform do not have this one.
        assert caught(Subject(kind, Server(host), transport={"timeout": 5})).reason == "unknown_issuer"


def test_another_authority_of_the_same_name_is_an_unknown_issuer(kind: str, tmp_path: Path) -> None:
    # The stand-in's authorities have one name.
    (tmp_path / "other").mkdir()
    services = [Service(folder, tls=True) for folder in (tmp_path, tmp_path / "other")]
    try:
        client = Subject(kind, services[0].server, transport={"cafile": services[0].cafile, "timeout": 5})
        assert client.balance().currency == "RUR"
        client = Subject(kind, services[0].server, transport={"cafile": services[1].cafile, "timeout": 5})
        assert caught(client).reason == "unknown_issuer"
    finally:
        for service in services:
            service.stop()


def test_a_port_without_tls_is_told(kind: str) -> None:
    with serve(None) as host:
        error = caught(Subject(kind, Server(host), transport={"timeout": 5}), "check that the port speaks TLS")
        assert error.reason == "handshake"


def test_plain_http_is_for_this_machine_alone(kind: str) -> None:
    for host in ("gate.example", "10.1.2.3:80", "127.0.0.1.example"):
        client = Subject(kind, Server(host, scheme="http"))
        assert caught(client, "use HTTPS").reason == "plain_http"
        assert client.spy.seen == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_without_a_certificate_is_an_error(kind: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing", encoding="utf-8")
    for path in (empty, tmp_path / "missing.pem"):
        with pytest.raises(OSError):
            TRANSPORTS[kind](cafile=path)


def closed_port() -> str:
    """Returns the address of a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


def test_the_next_host_is_asked_if_the_first_one_cannot_be_reached(kind: str, service: Service) -> None:
    first = closed_port()
    client = Subject(kind, Server(first, reserves=[service.host], scheme="http"))
    assert isinstance(client.send(PHONE, "Hello"), Sent)
    assert [seen.url for seen in client.spy.seen] == [f"http://{host}/sys/send.php" for host in (first, service.host)]
    # At once: what was not sent counts towards no limit.
    assert client.hands.now() == 0


def test_a_host_that_cannot_be_reached_is_tried_three_times(kind: str) -> None:
    host = closed_port()
    client = Subject(kind, Server(host, scheme="http"))
    assert caught(client, f"nothing was sent to {host}: no connection was made").reason == "connect"
    assert len(client.spy.seen) == 3


def test_a_host_without_an_address_is_told(kind: str) -> None:
    error = caught(Subject(kind, Server("no-such-host.invalid")), "the name of the host was not found")
    assert error.reason == "dns" and error.proxy is None


def test_a_host_that_does_not_answer_the_connection(kind: str) -> None:
    # Nobody accepts: after the first connections the others are not even established.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        host = f"127.0.0.1:{server.getsockname()[1]}"
        waiting = [socket.socket() for _ in range(8)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(server.getsockname())
        client = Subject(kind, Server(host, scheme="http"), transport={"connect_timeout": 0.05}, max_wait=0)
        assert caught(client).reason == "connect"
        for each in waiting:
            each.close()


def test_a_long_answer_is_not_read_to_its_end(kind: str, service: Service) -> None:
    client = Subject(kind, service.server, transport={"max_body": 10})
    with pytest.raises(Unanswered, match="longer than any reply") as error:
        client.balance()
    assert error.value.reason == "too_long"
    client = Subject(kind, service.server, transport={"max_body": 45})
    assert client.balance().currency == "RUR"


PROXIES = ("ALL_PROXY", "HTTPS_PROXY", "https_proxy")


@contextmanager
def proxy(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Serves as a proxy that answers so; yields its address and the requests to it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def work() -> None:
            while True:
                try:
                    connection = server.accept()[0]
                except OSError:
                    return
                with connection:
                    received = b""
                    while b"\r\n\r\n" not in received and (part := connection.recv(4096)):
                        received += part
                    asked.append(received)
                    connection.sendall(answer)

        thread = threading.Thread(target=work)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", asked
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize("name", PROXIES)
def test_a_proxy_is_named_without_its_credentials(kind: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    address = closed_port()
    monkeypatch.setenv(name, f"http://k3y:s3cret@{address}")
    error = caught(Subject(kind, Server("gate.example")))
    assert (error.reason, error.proxy) == ("connect", f"http://{address}")
    assert f"gate.example (through the proxy http://{address})" in str(error)
    assert "k3y" not in repr(error) and "s3cret" not in repr(error)


def test_this_machine_and_excepted_hosts_are_asked_directly(
    kind: str, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", f"http://k3y:s3cret@{closed_port()}")
    assert Subject(kind, service.server).balance().currency == "RUR"
    assert caught(Subject(kind, Server(closed_port()))).proxy is None
    monkeypatch.setenv("NO_PROXY", "gate.invalid")
    error = caught(Subject(kind, Server("gate.invalid")))
    assert (error.reason, error.proxy) == ("dns", None)


def test_a_proxy_that_does_not_connect(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n") as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:p%40ss@{address}")
        error = caught(Subject(kind, Server("gate.example")), "the proxy refused to connect")
        assert (error.reason, error.proxy) == ("proxy", f"http://{address}")
        assert all(request.startswith(b"CONNECT gate.example:443 ") for request in asked)
        # The base64 of user:p@ss.
        assert all(b"authorization: basic dxnlcjpwqhnz" in request.lower() for request in asked)


def test_a_proxy_whose_kind_is_not_known(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://k3y:s3cret@proxy.example:70")
    error = caught(Subject(kind, Server("gate.example")))
    assert error.proxy == "gopher://proxy.example:70" and error.reason == "unsupported"


def test_the_authorities_of_the_platform_can_be_set(authority: trustme.CA, tmp_path: Path, kind: str, monkeypatch: Any) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(saved(authority, tmp_path)))
    with serve(issue(authority, "")) as host:
        assert Subject(kind, Server(host), transport={"timeout": 5}).balance().currency is None
