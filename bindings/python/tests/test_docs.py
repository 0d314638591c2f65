"""The examples of the documentation, and what every public name must have."""

import ast
import doctest
import importlib
import pickle
from pathlib import Path

import pytest

import smsc_proto

PACKAGE = Path(smsc_proto.__file__).parent
FINDER = doctest.DocTestFinder()
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


def test_the_module() -> None:
    assert run(smsc_proto.__doc__ or "", "smsc_proto") > 0


@pytest.mark.parametrize("module", ["_codes", "_items", "_outcome"])
def test_the_classes(module: str) -> None:
    # They name the package as their module, so that doctest would find none of them in the file where they stand.
    classes = [known for known in vars(importlib.import_module(f"smsc_proto.{module}")).values() if isinstance(known, type)]
    public = [known for known in classes if known.__module__ == "smsc_proto"]
    tests = [test for known in public for test in FINDER.find(known, module=False, globs=dict(vars(smsc_proto)))]
    results = [doctest.DocTestRunner().run(test) for test in tests]
    assert sum(result.failed for result in results) == 0 < sum(result.attempted for result in results)


def test_public_classes_say_where_to_import_them_from() -> None:
    for name in smsc_proto.__all__:
        public = getattr(smsc_proto, name)
        if isinstance(public, type):
            assert (public.__module__, public.__qualname__) == ("smsc_proto", name)
            assert pickle.loads(pickle.dumps(public)) is public


def test_every_public_name_is_documented() -> None:
    for name in smsc_proto.__all__:
        public = getattr(smsc_proto, name)
        assert name.startswith("__") or public.__doc__, name
    for name in dir(smsc_proto.Status):
        assert name.startswith("_") or getattr(smsc_proto.Status, name).__doc__, name
