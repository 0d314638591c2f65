"""The examples of the documentation, and the properties of every public name."""

import ast
import doctest
import hashlib
import importlib
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import requests
import urllib3
from cases import ROOT
from standin import NOON, Hands
from standin import Service as Standin

import smsc_proto
import smsc_proto.client
import smsc_proto.tracker
from smsc_proto.client import AsyncHttpxTransport, Client, ClientError, HttpRequest, HttpxTransport, NotAReply, Unanswered
from smsc_proto.client import UrllibTransport

PACKAGE = Path(smsc_proto.__file__).parent
FINDER = doctest.DocTestFinder()
README = Path(__file__).parents[1] / "README.md"
# The builds run this command, without which there would be no package to test.
INSTALL = "pip install ./bindings/python\n"


def run(text: str, name: str, names: dict[str, Any] | None = None) -> int:
    """Runs the examples of a text. Returns how many there are. Adds what they define to ``names``."""
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    result = doctest.DocTestRunner().run(test, clear_globs=False)
    if names is not None:
        names.update(test.globs)
    assert result.failed == 0, name
    return result.attempted


def readme_blocks() -> list[tuple[str, str]]:
    """Returns the language and the text of every code block of the README."""
    return re.findall(r"^```(.*)\n((?:.*\n)*?)```$", README.read_text(encoding="utf-8"), re.MULTILINE)


class Service(BaseHTTPRequestHandler):
    """Answers a request for two messages, and a request to send."""

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/sys/send.php":
            assert b"&mes=Hello&id=103&" in form
            body = b'{"id": 103, "cnt": 1}'
        else:
            assert self.path == "/sys/status.php" and form.endswith(b"&id=101%2C102")
            body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def post(url: str, **options: Any) -> httpx.Response:
    with httpx.Client(trust_env=False) as client:
        return client.post(url, **options)


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serves on this machine, and yields the URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sends what is posted to smsc.ru to a server of this process."""
    with served(Service) as local:
        monkeypatch.setattr(httpx, "post", lambda url, **options: post(url.replace("https://smsc.ru/", local), **options))
        yield


ACCOUNT = """
[[account]]
login = "demo"
psw = "demo"
apikey = "the key of your account"
"""


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Standin]:
    """Sends what the clients send to smsc.ru to a stand-in, which has delivered one message."""
    standin = Standin(tmp_path, ACCOUNT)
    for transport in (UrllibTransport, HttpxTransport, AsyncHttpxTransport):
        send: Any = transport.__call__

        def to_standin(self: Any, request: HttpRequest, send: Any = send) -> Any:
            url = request.url.replace("https://smsc.ru/", f"http://{standin.host}/")
            return send(self, HttpRequest(url, request.headers, request.body))

        monkeypatch.setattr(transport, "__call__", to_standin)
    # The clients and trackers wait by moving the clock of the stand-in.
    hands = Hands(standin)
    monkeypatch.setattr("smsc_proto.client._gate.SystemClock", lambda: hands)
    monkeypatch.setattr("smsc_proto.tracker._driver.time", SimpleNamespace(time=lambda: NOON + hands.now()))
    client = Client(smsc_proto.Credentials(login="demo", password="demo"), server=standin.server)
    client.send("79990000001", "Hello", id=101)
    hands.wait(4)
    monkeypatch.chdir(tmp_path)
    yield standin
    standin.stop()


@pytest.mark.usefixtures("service")
def test_the_python_examples_of_the_readme(standin: Standin) -> None:
    # Later blocks use names of earlier ones, so all are one example.
    examples = [text for language, text in readme_blocks() if language == "python"]
    assert all(text.startswith(">>> ") for text in examples)
    names: dict[str, Any] = {}
    assert run("\n".join(examples), "README.md", names) > 25
    check_handler(names["Handler"], names["events"])
    check_transports(names, standin)


def check_transports(names: dict[str, Any], standin: Standin) -> None:
    """Asks the stand-in with the transports of the README."""
    names["with_requests"].__globals__.update(requests=requests, urllib3=urllib3)
    for name in ("with_requests", "with_urllib3"):
        client = Client(names["credentials"], server=standin.server, transport=names[name], max_wait=0)
        assert client.balance().currency == "RUR"
        standin.fault("reset", "balance.php")
        with pytest.raises(Unanswered):
            client.balance()
        standin.fault("redirect", "balance.php", to="http://127.0.0.1:9/")
        with pytest.raises(NotAReply, match="HTTP status 302"):
            client.balance()
        nobody = smsc_proto.Server("127.0.0.1:9", scheme="http")
        with pytest.raises(ClientError):
            Client(names["credentials"], server=nobody, transport=names[name], max_wait=0).balance()


def check_handler(handler: type[BaseHTTPRequestHandler], events: list[str]) -> None:
    """Sends notifications to the handler of the README."""
    logged = []
    vars_of_handler: dict[str, Any] = {"log_message": lambda _, format, *args: logged.append(format % args)}
    status, incoming, call = b"101:79990000001:1", b"79990000001:yes:79160000000", b"79990000001:1760080210"
    bodies = [
        b"id=101&phone=79990000001&status=1&sha1=" + signature(status),
        b"phone=79990000001&mes=yes&to=79160000000&sha1=" + signature(incoming),
        b"phone=79990000001&ts=1760080210&waitcall=1&sha1=" + signature(call),
    ]
    with served(type("Quiet", (handler,), vars_of_handler)) as root:
        url = f"{root}smsc?sha1=zxc"
        assert [post(url, content=body).status_code for body in bodies] == [200] * 3
        assert [post(url, content=body.replace(b"7999", b"7998")).status_code for body in [*bodies, b"", b"<html>"]] == [403] * 5
    assert events == ["message 101: Delivered", "incoming: yes", "call"]
    assert len([line for line in logged if line.startswith("not a notification: ")]) == 5
    assert not any(known in line for line in logged for known in ("7999", "7998", "yes", "zxc"))


def signature(values: bytes) -> bytes:
    return hashlib.sha1(values + b":zxc").hexdigest().encode()


def test_the_shell_examples_of_the_readme() -> None:
    blocks = readme_blocks()
    assert {language for language, _ in blocks} == {"python", "sh", "text"}
    commands, outputs = 0, 0
    for (language, text), (next_language, next_text) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if language != "sh" or text == INSTALL:
            continue
        program, *arguments = text.split()
        assert program == "python"
        result = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
        assert result.stdout and result.stderr == b""
        commands += 1
        if next_language == "text":
            assert result.stdout.decode() == next_text
            outputs += 1
    assert (commands, outputs) == (3, sum(language == "text" for language, _ in blocks))


def test_the_stub() -> None:
    tree = ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))
    documented = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    assert sum(run(ast.get_docstring(node) or "", node.name) for node in documented) > 10


def test_the_module() -> None:
    assert run(smsc_proto.__doc__ or "", "smsc_proto") > 0
    assert run(smsc_proto.read_ids.__doc__ or "", "read_ids") > 0
    assert run(smsc_proto.aiter_parse.__doc__ or "", "aiter_parse") > 0
    assert run(smsc_proto.types.__doc__ or "", "types") > 0


@pytest.mark.parametrize("module", ["_account", "_callback", "_calls", "_codes", "_history", "_items", "_merge", "_outcome", "_retry", "_send", "_status"])
def test_the_classes(module: str) -> None:
    # The classes name the package as their module, so doctest would not find them in their own
    # file.
    classes = [known for known in vars(importlib.import_module(f"smsc_proto.{module}")).values() if isinstance(known, type)]
    public = [known for known in classes if known.__module__ == "smsc_proto"]
    tests = [test for known in public for test in FINDER.find(known, module=False, globs=dict(vars(smsc_proto)))]
    results = [doctest.DocTestRunner().run(test) for test in tests]
    assert sum(result.failed for result in results) == 0 < sum(result.attempted for result in results)


def test_the_client() -> None:
    modules = [f"smsc_proto.client.{path.stem}" for path in (PACKAGE / "client").glob("_[a-z]*.py")]
    texts = [importlib.import_module(name) for name in ["smsc_proto.client", *modules]]
    names = {**vars(smsc_proto), **vars(smsc_proto.client)}
    found = [test for module in texts for test in FINDER.find(module, globs={**names, **vars(module)})]
    classes = [vars(smsc_proto.client)[name] for name in smsc_proto.client.__all__]
    found += [test for known in classes if isinstance(known, type) for test in FINDER.find(known, module=False, globs=names)]
    results = [doctest.DocTestRunner().run(test) for test in found]
    assert sum(result.failed for result in results) == 0 and sum(result.attempted for result in results) > 10


def test_the_tracker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    modules = [f"smsc_proto.tracker.{path.stem}" for path in (PACKAGE / "tracker").glob("_[a-z]*.py")]
    texts = [importlib.import_module(name) for name in ["smsc_proto.tracker", *modules]]
    found = [test for module in texts for test in FINDER.find(module, globs=dict(vars(module)))]
    found += FINDER.find(smsc_proto.tracker.TrackerError, module=False, globs=dict(vars(smsc_proto.tracker)))
    results = [doctest.DocTestRunner().run(test) for test in found]
    assert sum(result.failed for result in results) == 0 and sum(result.attempted for result in results) > 5


MODULES = pytest.mark.parametrize(
    "module", [smsc_proto, smsc_proto.client, smsc_proto.tracker], ids=["package", "client", "tracker"]
)


@MODULES
def test_public_classes_name_the_module_to_import_them_from(module: Any) -> None:
    for name in module.__all__:
        public = getattr(module, name)
        if isinstance(public, type):
            assert (public.__module__, public.__qualname__) == (module.__name__, name)
            assert pickle.loads(pickle.dumps(public)) is public


@MODULES
def test_every_public_name_is_documented(module: Any) -> None:
    for name in module.__all__:
        public = getattr(module, name)
        # Types for annotations, which are no classes, have no documentation at run time.
        is_class = isinstance(public, type)
        assert name.startswith("__") or public.__doc__ or not is_class and module is not smsc_proto, name
        members = vars(public).items() if is_class and module is not smsc_proto else ()
        for member, value in members:
            assert member.startswith("_") or not callable(value) or value.__doc__, f"{name}.{member}"
    for name in dir(smsc_proto.Record):
        assert name.startswith("_") or getattr(smsc_proto.Record, name).__doc__, name
