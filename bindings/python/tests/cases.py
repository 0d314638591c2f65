"""The conformance cases of ``testdata/``, in the terms of this package."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Case:
    name: str
    body: bytes
    query: dict[str, Any]
    expect: list[dict[str, Any]]

    @property
    def options(self) -> dict[str, Any]:
        """The arguments of ``parse``."""
        options = {key: value for key, value in self.query.items() if key != "ids"}
        if "ids" in self.query:
            pairs = (pair.split(":") for pair in self.query["ids"].split(","))
            options["ids"] = [(int(id), phone) for id, phone in pairs]
        return options

    @property
    def arguments(self) -> list[str]:
        """The arguments of the command."""
        arguments = []
        for key, value in self.query.items():
            if value is not False:
                arguments += [f"--{key}"] if value is True else [f"--{key}", str(value)]
        return arguments


@dataclass(frozen=True)
class Question:
    """A case of what codes, texts and symptoms mean."""

    name: str
    query: dict[str, Any]
    expect: list[dict[str, Any]]

    @property
    def arguments(self) -> list[str]:
        """The arguments of the command. A text is one with its option: it may begin with a hyphen."""
        bare = [str(self.query[key]) for key in ("status", "err", "diagnose", "number") if key in self.query]
        options = ("type", "api_error", "getcourse", "clicksend")
        named = [f"--{key.replace('_', '-')}={self.query[key]}" for key in options if key in self.query]
        return ["diagnose" if "diagnose" in self.query else "explain", *bare, *named]


def load() -> list[Case]:
    cases = []
    for path in sorted((ROOT / "testdata").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            name = f"{path.stem}: {case['name']}"
            cases.append(Case(name, bytes.fromhex(case["body_hex"]), case["query"], case["expect"]))
    return cases


def load_outcomes() -> list[Question]:
    questions = []
    for path in sorted((ROOT / "testdata" / "outcomes").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            questions.append(Question(f"{path.stem}: {case['name']}", case["query"], case["expect"]))
    return questions


def same(expect: list[dict[str, Any]], got: list[dict[str, Any]]) -> bool:
    """Whether the lines are those expected; ``{"malformed": true}`` stands for any malformed line."""
    told = [{"malformed": True} if "malformed" in line else line for line in got]
    return told == expect


def smsc() -> str:
    """The built command."""
    default = ROOT / "target" / "debug" / "smsc"
    path = Path(os.environ.get("SMSC", default))
    assert path.is_file(), f"there is no {path.name} to compare with: cargo build --package smsc-cli, or name it in SMSC"
    return str(path)


CASES = load()
OUTCOMES = load_outcomes()
