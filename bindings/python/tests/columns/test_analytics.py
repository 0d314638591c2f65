"""Runs docs/analytics.md: each question in SQL and with Polars, whose answers are the table after it."""

import ast
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cases import ROOT

PAGE = ROOT / "docs/analytics.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|^(\|.*?\n)(?=\n)", re.MULTILINE | re.DOTALL)
# The questions, the view of the first one, and the options of a file that the page shows.
TABLES = 11


def shown(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)


def table(names: list[str], rows: list[tuple[Any, ...]]) -> str:
    """Returns an answer as a table of Markdown."""
    lines = [names, ["---"] * len(names), *([shown(value) for value in row] for row in rows)]
    return "".join("|---" * len(names) + "|\n" if line[0] == "---" else f"| {' | '.join(line)} |\n" for line in lines)


def run(code: str, names: dict[str, Any]) -> Any:
    """Runs a block, and returns the value of the expression at its end."""
    tree = ast.parse(code)
    last = tree.body[-1]
    if not isinstance(last, ast.Expr):
        exec(compile(tree, str(PAGE), "exec"), names)
        return None
    exec(compile(ast.Module(tree.body[:-1], []), str(PAGE), "exec"), names)
    return eval(compile(ast.Expression(last.value), str(PAGE), "eval"), names)


def test_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # The page reads the replies of the project, and writes one file below target.
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "target").mkdir()
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    answers: dict[str, str] = {}
    compared = 0
    for language, code, expected in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "python":
            frame = run(code, names)
            if frame is not None and hasattr(frame, "rows"):
                answers["python"] = table(frame.columns, frame.rows())
        elif language == "sql":
            relation = names["con"].sql(code)
            if relation is not None:
                answers["sql"] = table(relation.columns, relation.fetchall())
        elif expected:
            assert answers == {"sql": expected, "python": expected}
            answers.clear()
            compared += 1
    assert compared == TABLES
    assert (tmp_path / "target/replies.parquet").stat().st_size > 1000
