"""The examples of the documentation, and what every public name must have."""

import ast
import doctest
import importlib
from pathlib import Path

import pytest

import smsc_proto

PACKAGE = Path(smsc_proto.__file__).parent
README = Path(__file__).parents[1] / "README.md"


def run(text: str, name: str) -> int:
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    result = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(test)
    assert result.failed == 0, name
    return result.attempted


def test_the_readme() -> None:
    assert run(README.read_text(encoding="utf-8").replace("```", "\n"), "README.md") > 5


def test_the_stub() -> None:
    tree = ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))
    documented = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    assert sum(run(ast.get_docstring(node) or "", node.name) for node in documented) > 10


@pytest.mark.parametrize("name", ["smsc_proto", "smsc_proto._codes", "smsc_proto._items", "smsc_proto._outcome"])
def test_the_modules(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0 and result.attempted > 0


def test_every_public_name_is_documented() -> None:
    for name in smsc_proto.__all__:
        public = getattr(smsc_proto, name)
        assert name.startswith("__") or public.__doc__, name
    for name in dir(smsc_proto.Status):
        assert name.startswith("_") or getattr(smsc_proto.Status, name).__doc__, name
