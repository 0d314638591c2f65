"""The examples of the pages that start in Python, against the stand-in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import ROOT
from standin import Hands, Service
from test_docs import run

from smsc_proto import Credentials
from smsc_proto.client import Client

PAGES = ["docs/start.md", "docs/ru/start.md", "docs/migration.md", "docs/ru/migration.md"]
DEMO = "[[account]]\nlogin = 'demo'\npsw = 'demo'\n"


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """Yields a stand-in that has delivered message 101, and whose clock the clients move as they wait."""
    standin = Service(tmp_path, DEMO)
    hands = Hands(standin)
    monkeypatch.setattr("smsc_proto.client._gate.SystemClock", lambda: hands)
    client = Client(Credentials(login="demo", password="demo"), server=standin.server)
    client.send("79990000001", "Hello", id=101)
    hands.wait(60)
    yield standin
    standin.stop()


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page(page: str, standin: Service) -> None:
    blocks = re.findall(r"^```python\n((?:.*\n)*?)```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert all(block.startswith(">>> ") for block in blocks)
    # Later blocks use names of earlier ones, so all are one example.
    assert run("\n".join(blocks).replace("127.0.0.1:8125", standin.host), page) > 3
