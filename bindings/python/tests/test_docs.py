"""The examples of the documentation, and the properties of every public name."""

import ast
import doctest
import importlib
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from cases import ROOT

import smsc_proto

PACKAGE = Path(smsc_proto.__file__).parent
FINDER = doctest.DocTestFinder()
README = Path(__file__).parents[1] / "README.md"
# The builds run this command, without which there would be no package to test.
INSTALL = "pip install ./bindings/python\n"


def run(text: str, name: str) -> int:
    """Runs the examples of a text. Returns how many there are."""
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    result = doctest.DocTestRunner().run(test)
    assert result.failed == 0, name
    return result.attempted


def readme_blocks() -> list[tuple[str, str]]:
    """Returns the language and the text of every code block of the README."""
    return re.findall(r"^```(.*)\n((?:.*\n)*?)```$", README.read_text(encoding="utf-8"), re.MULTILINE)


class StatusPhp(BaseHTTPRequestHandler):
    """Answers a request for two messages."""

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.path == "/sys/status.php" and form.endswith(b"&id=101%2C102")
        body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sends what is posted to smsc.ru to a server of this process."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), StatusPhp)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()

    def post(url: str, **options: Any) -> httpx.Response:
        local = url.replace("https://smsc.ru/", f"http://127.0.0.1:{server.server_port}/")
        with httpx.Client(trust_env=False) as client:
            return client.post(local, **options)

    monkeypatch.setattr(httpx, "post", post)
    yield
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.usefixtures("service")
def test_the_python_examples_of_the_readme() -> None:
    # Later blocks use names of earlier ones, so all are one example.
    examples = [text for language, text in readme_blocks() if language == "python"]
    assert all(text.startswith(">>> ") for text in examples)
    assert run("\n".join(examples), "README.md") > 25


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


@pytest.mark.parametrize("module", ["_account", "_codes", "_history", "_items", "_outcome", "_send", "_status"])
def test_the_classes(module: str) -> None:
    # The classes name the package as their module, so doctest would not find them in their own
    # file.
    classes = [known for known in vars(importlib.import_module(f"smsc_proto.{module}")).values() if isinstance(known, type)]
    public = [known for known in classes if known.__module__ == "smsc_proto"]
    tests = [test for known in public for test in FINDER.find(known, module=False, globs=dict(vars(smsc_proto)))]
    results = [doctest.DocTestRunner().run(test) for test in tests]
    assert sum(result.failed for result in results) == 0 < sum(result.attempted for result in results)


def test_public_classes_name_the_module_to_import_them_from() -> None:
    for name in smsc_proto.__all__:
        public = getattr(smsc_proto, name)
        if isinstance(public, type):
            assert (public.__module__, public.__qualname__) == ("smsc_proto", name)
            assert pickle.loads(pickle.dumps(public)) is public


def test_every_public_name_is_documented() -> None:
    for name in smsc_proto.__all__:
        public = getattr(smsc_proto, name)
        assert name.startswith("__") or public.__doc__, name
    for name in dir(smsc_proto.Record):
        assert name.startswith("_") or getattr(smsc_proto.Record, name).__doc__, name
