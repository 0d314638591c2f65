"""Invisible characters are escaped, as ``smsc`` does: the cases of ``testdata/visible``."""

import json
import subprocess
import sys

import pytest
from cases import ROOT, smsc

from smsc_proto import _native

CASES: list[dict[str, str]] = json.loads((ROOT / "testdata" / "visible" / "texts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case(case: dict[str, str]) -> None:
    assert _native.visible(case["text"]) == case["visible"]
    line = json.dumps(case["text"], ensure_ascii=False)
    assert _native.visible_json(line) == f'"{case["json"]}"'


def test_a_text_without_escapes_is_not_copied() -> None:
    text = "Привет, мир"
    assert _native.visible(text) is text and _native.visible_json(text) is text and _native.visible(None) == ""


@pytest.mark.parametrize("form", [[], ["--json"]], ids=" ".join)
def test_the_command_prints_the_same(form: list[str]) -> None:
    texts = [case["text"] for case in CASES]
    records = [{"status": 1, "id": number, "message": text, "sender_id": text} for number, text in enumerate(texts, 1)]
    body = json.dumps(records).encode()
    arguments = ["decode", "--fmt", "3", "--all", "1", "--charset", "utf-8", "--multi", *form]
    theirs, ours = (
        subprocess.run([*command, *arguments], input=body, capture_output=True, check=True).stdout.decode()
        for command in ([smsc()], [sys.executable, "-m", "smsc_proto"])
    )
    assert ours == theirs
    # The lines of JSON have no heading. The spaces at the end of a line of the table are not
    # printed.
    lines = ours.split("\n")[not form : len(CASES) + (not form)]
    for line, case in zip(lines, CASES, strict=True):
        assert f'"message":"{case["json"]}"' in line if form else line.endswith(f"  {case['visible'].rstrip()}"), case["name"]
