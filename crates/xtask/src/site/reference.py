"""Prints the reference of the Python package: the names that its modules export, with their docs.

Usage: reference.py FOLDER, the folder with the package. Nothing of the package is imported.
"""

import ast
import re
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
MODULES = ["smsc_proto", "smsc_proto.client", "smsc_proto.tracker", "smsc_proto.spark", "smsc_proto.types"]
HEAD = """# Reference of the Python package

The names that the package exports, from its type stub and its sources.
[The README](../bindings/python/README.md) has examples.
"""


def statements(file):
    return ast.parse(file.read_text(encoding="utf-8")).body


def definitions(folder):
    """Returns the definitions of a package by name; those of the stub come first."""
    found = {}
    for file in [*sorted(folder.glob("*.pyi")), *sorted(folder.glob("*.py"))]:
        for node in statements(file):
            for name in names(node):
                found.setdefault(name, []).append((file, node))
    # The overloads of a function are in one file.
    return {name: [node for file, node in nodes if file == nodes[0][0]] for name, nodes in found.items()}


def names(node):
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return [node.name]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def text(doc):
    """Returns a docstring as Markdown: its examples become blocks of code, its parameters a list."""
    lines, in_example = [], False
    for line in doc.splitlines():
        if line.startswith(">>> ") and not in_example:
            lines.append("```python")
            in_example = True
        elif not line and in_example:
            lines.append("```")
            in_example = False
        # The list of parameters or attributes.
        lines.append(f"- {line}" if re.match(r"``\w+``: ", line) else line)
    return "\n".join([*lines, "```"] if in_example else lines)


def signature(node):
    head = node.args
    arguments = ast.unparse(head)
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    start = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    line = f"{start} {node.name}({arguments}){result}"
    if len(line) <= 100:
        return line
    every = [*parts(head)]
    return "\n".join([f"{start} {node.name}(", *(f"    {part}," for part in every), f"){result}"])


def parts(head):
    """Returns the parameters one by one."""
    def one(argument, default=None, prefix=""):
        kind = f": {ast.unparse(argument.annotation)}" if argument.annotation else ""
        return f"{prefix}{argument.arg}{kind}" + (f" = {ast.unparse(default)}" if default else "")

    plain = [*head.posonlyargs, *head.args]
    defaults = [None] * (len(plain) - len(head.defaults)) + head.defaults
    for index, (argument, default) in enumerate(zip(plain, defaults, strict=True), 1):
        yield one(argument, default)
        if index == len(head.posonlyargs):
            yield "/"
    if head.vararg or head.kwonlyargs:
        yield one(head.vararg, prefix="*") if head.vararg else "*"
    for argument, default in zip(head.kwonlyargs, head.kw_defaults, strict=True):
        yield one(argument, default)
    if head.kwarg:
        yield one(head.kwarg, prefix="**")


def is_function(node):
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


def function(nodes):
    print("```python", *map(signature, nodes), "```\n", sep="\n")
    docs = [ast.get_docstring(node) for node in nodes]
    print(text(next((doc for doc in docs if doc), "")), "\n")


def attribute(name, kind, doc):
    print(f"- `{name}: {kind}`" + (": " + " ".join(doc.split()) if doc else ""))


def class_(node):
    bases = [ast.unparse(base) for base in node.bases]
    print(f"```python\nclass {node.name}" + (f"({', '.join(bases)})" if bases else "") + "\n```\n")
    print(text(ast.get_docstring(node) or ""), "\n")
    for member, following in zip(node.body, [*node.body[1:], None], strict=True):
        match member:
            case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
                doc = following.value.value if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant) else ""
                attribute(name, ast.unparse(member.annotation), doc if isinstance(doc, str) else "")
            case ast.FunctionDef(decorator_list=[ast.Name(id="property")], name=name) if not name.startswith("_"):
                attribute(name, ast.unparse(member.returns) if member.returns else "", ast.get_docstring(member) or "")
    print()
    methods = {}
    for member in node.body:
        is_property = any(isinstance(known, ast.Name) and known.id == "property" for known in getattr(member, "decorator_list", []))
        if is_function(member) and not is_property and (not member.name.startswith("_") or member.name in ("__init__", "__call__")):
            methods.setdefault(member.name, []).append(member)
    for nodes in methods.values():
        function(nodes)


def exported(body):
    """Returns the names of `__all__`, or every public one that the module defines."""
    for node in body:
        if isinstance(node, ast.Assign) and names(node) == ["__all__"]:
            return [name for name in ast.literal_eval(node.value) if not name.startswith("__")]
    return [name for node in body for name in names(node) if not name.startswith("_")]


def module(name):
    path = FOLDER / name.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    body = statements(file)
    known = definitions(path if path.is_dir() else path.parent)
    if not path.is_dir():
        known |= {name: [node] for node in body for name in names(node)}
    print(f"\n## The module `{name}`\n")
    print(text(ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""), "\n")
    for public in exported(body):
        nodes = known.get(public)
        if nodes is None:
            sys.exit(f"{name} exports {public}, which no file of it defines")
        if isinstance(nodes[0], ast.ClassDef):
            print(f"### `{public}`\n")
            class_(nodes[0])
        elif is_function(nodes[0]):
            print(f"### `{public}`\n")
            function(nodes)
        else:
            print(f"- `{ast.unparse(nodes[0])}`")


print(HEAD)
for known_module in MODULES:
    module(known_module)
