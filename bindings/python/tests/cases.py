"""The conformance cases of ``testdata/``, converted for this package."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Case:
    """A reply and the items that it must have."""

    name: str
    body: bytes
    query: dict[str, Any]
    expect: list[dict[str, Any]]

    @property
    def options(self) -> dict[str, Any]:
        """Returns the arguments of ``parse``."""
        options = {key: value for key, value in self.query.items() if key != "ids"}
        if "ids" in self.query:
            pairs = (pair.split(":", 1) for pair in self.query["ids"].split(","))
            options["ids"] = [(int(id) if id.isdigit() else id, phone) for id, phone in pairs]
        return options

    @property
    def arguments(self) -> list[str]:
        """Returns the arguments of the command."""
        arguments = []
        for key, value in self.query.items():
            if value is not False:
                arguments += [f"--{key}"] if value is True else [f"--{key}", str(value)]
        return arguments


@dataclass(frozen=True)
class Question:
    """A code, a text or a symptom, and the outcomes that it must have."""

    name: str
    query: dict[str, Any]
    expect: list[dict[str, Any]]

    @property
    def arguments(self) -> list[str]:
        """Returns the arguments of the command.

        Options are written with ``=``, because a text may start with a hyphen.
        """
        # A negative number without a label is an API error.
        bare = [word for key in ("status", "err") if key in self.query for word in (key, str(self.query[key]))]
        bare += [str(self.query[key]) for key in ("diagnose", "number") if key in self.query]
        options = ("type", "api_error", "endpoint", "text", "getcourse", "clicksend", "clicksend_row", "clicksend_error")
        named = [f"--{key.replace('_', '-')}={self.query[key]}" for key in options if key in self.query]
        if "story" in self.query:
            statuses = (f"{status}" if err is None else f"{status}/{err}" for status, err in self.query["story"])
            named.append(f"--story={','.join(statuses)}")
        if "clicksend_receipt" in self.query:
            named.append("--clicksend-receipt=-")
        return ["diagnose" if "diagnose" in self.query else "explain", *bare, *named]

    @property
    def input(self) -> bytes:
        """Returns the standard input of the command: a receipt, or nothing."""
        receipt = self.query.get("clicksend_receipt")
        return b"" if receipt is None else json.dumps(receipt).encode()


def load() -> list[Case]:
    """Returns the conformance cases of replies."""
    cases = []
    for path in sorted((ROOT / "testdata").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            name = f"{path.stem}: {case['name']}"
            cases.append(Case(name, bytes.fromhex(case["body_hex"]), case["query"], case["expect"]))
    return cases


def load_outcomes() -> list[Question]:
    """Returns the conformance cases of outcomes."""
    questions = []
    for path in sorted((ROOT / "testdata" / "outcomes").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            questions.append(Question(f"{path.stem}: {case['name']}", case["query"], case["expect"]))
    return questions


def same(expect: list[dict[str, Any]], got: list[dict[str, Any]]) -> bool:
    """Returns whether the lines are the expected ones.

    ``{"malformed": true}`` in ``expect`` matches any malformed line.
    """
    simplified = [{"malformed": True} if "malformed" in line else line for line in got]
    return simplified == expect


def smsc() -> str:
    """Returns the path of the built command."""
    default = ROOT / "target" / "debug" / "smsc"
    path = Path(os.environ.get("SMSC", default))
    assert path.is_file(), f"{path.name} is not built: run cargo build --package smsc-cli, or set SMSC to its path"
    return str(path)


CASES = load()
OUTCOMES = load_outcomes()
