"""What smsc_proto.h declares, held against what is beside it. The header is made by a tool, so that
its lines always look alike.

checks.py symbols HEADER LIBRARY     the shared library exports what is declared, and nothing else
checks.py panics HEADER LIBRARY      the static library has all functions, and no path to a panic
checks.py nulls HEADER               nulls*.c call each function
checks.py results HEADER COMMAND...  the command prints each member of smsc_result that can come
checks.py layout HEADER              prints assertions of layout.txt, which names each field
checks.py codes HEADER               prints the enums of codes as rows for texts.c
checks.py readme EXAMPLE             a README shows the example as it is
checks.py snippets READMEC           readme.c has each other snippet of the README as it is
checks.py shown PAGE COMMAND...      the command prints what the page shows for `./start`
"""

import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
# Nothing can bring these about: the core has no reason that the header has no number for.
NEVER = {299, 399, 499, 599}
# Only a library without texts returns this one.
WITHOUT_TEXTS = {106}
# Table, enum and prefix of its members.
CODES = [
    ("SMSC_TABLE_STATUS", "smsc_status_code", "SMSC_STATUS_"),
    ("SMSC_TABLE_ERR_PHONE", "smsc_err_code", "SMSC_ERR_"),
    ("SMSC_TABLE_ERR_EMAIL", "smsc_email_err_code", "SMSC_EMAIL_ERR_"),
    ("SMSC_TABLE_API_ERROR", "smsc_api_error_code", "SMSC_API_ERROR_"),
    ("SMSC_TABLE_TYPE", "smsc_message_type", "SMSC_MESSAGE_TYPE_"),
]


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def functions(header):
    found = set(re.findall(r"^(?!typedef)[a-z][^(\n]*?(\w+)\(", header, re.MULTILINE))
    assert found, "no function was found in the header"
    return found


def block(header, kind, name):
    return re.search(rf"^typedef {kind} {name} {{\n(.*?)^}}", header, re.MULTILINE | re.DOTALL)[1]


def members(header, name):
    """Returns name, number and one-line comment of each member of an enum."""
    rows = re.findall(r"(?:/\*\* (.*) \*/\n)? *(\w+) = (-?\d+),\n", block(header, "enum", name))
    assert rows, f"no member of {name} was found in the header"
    return [(member, int(number), about) for about, member, number in rows]


def fields(header):
    """Returns every struct and every field, as layout.txt names them."""
    found = set()
    for name in re.findall(r"^typedef struct (\w+) {$", header, re.MULTILINE):
        lines = (line.strip() for line in block(header, "struct", name).split("\n"))
        declared = (re.split(r"[ *]", line[:-1])[-1] for line in lines if line.endswith(";"))
        found |= {name} | {f"{name}.{field.partition('[')[0]}" for field in declared}
    return found


def same(what, one, other):
    assert one == other, f"{what}, but not both: {sorted(one ^ other)}"


def symbols(header, library):
    lines = output("nm", "-D", "--defined-only", "--format=posix", library).splitlines()
    same("either exported or declared", {line.split()[0] for line in lines}, functions(header))
    dynamic = output("readelf", "-d", library)
    is_named = re.search(r"\(SONAME\).*\[libsmsc_proto\.so\.1\]", dynamic)
    assert is_named, f"the SONAME has to be libsmsc_proto.so.1: {dynamic}"


def panics(header, library):
    names = output("nm", "--quiet", "--demangle", library)
    missing = [name for name in functions(header) if not re.search(rf" T {name}$", names, re.MULTILINE)]
    assert not missing, f"the static library lacks {missing}"
    # Every path to a panic contains one of these: the proof of the core says why. A plan is told of a
    # failure by a function with such a name.
    found = re.findall(r".*(?:panic|_fail|begin_unwind).*", names.replace("on_failure", ""))
    assert not found, f"a panic can be reached: {found}"


def nulls(header):
    text = "".join(file.read_text() for file in TESTS.glob("nulls*.c"))
    missing = [name for name in functions(header) if not re.search(rf"\b{name}\b", text)]
    assert not missing, f"no nulls*.c calls {missing}"


def results(header, *command):
    came = {int(line) for line in output(*command).splitlines()}
    declared = {number for _, number, _ in members(header, "smsc_result")}
    same("either returned or declared", came, declared - NEVER - WITHOUT_TEXTS)


def layout(header):
    table = (TESTS.parent / "layout.txt").read_text().splitlines()
    lines = [line.split() for line in table if not line.startswith("#")]
    same("either in layout.txt or in the header", {what for what, _ in lines}, fields(header))
    print("#include <smsc_proto.h>")
    for what, number in lines:
        found = f"offsetof({what.replace('.', ', ')})" if "." in what else f"sizeof({what})"
        print(f'_Static_assert({found} == {number}, "{what}");')


def codes(header):
    for table, enum, prefix in CODES:
        for index, (name, _, about) in enumerate(members(header, enum)):
            assert name.startswith(prefix), f"{name} does not start with {prefix}"
            print(f'    {{{table}, {index}, {name}, "{name.removeprefix(prefix)}", "{about}"}},')


def readme(example):
    page = (TESTS.parent / "README.md").read_text()
    assert f"```c\n{example}```\n" in page, "bindings/c/README.md does not show the example as it is"


def snippets(program):
    """Compares without the indentation, which is deeper in a function."""
    def flat(text):
        return "\n".join(line.strip() for line in text.splitlines())

    page = (TESTS.parent / "README.md").read_text()
    blocks = re.findall(r"^```c\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    # An example starts with a comment: the check above compares it.
    missing = [block for block in blocks if not block.startswith("/*") and flat(block) not in flat(program)]
    assert len(blocks) > 10 and not missing, f"readme.c lacks snippets of bindings/c/README.md: {missing}"


def shown(page, *command):
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed and f" ./start\n```\n\n```text\n{printed}```\n" in page, f"the page does not show {printed}"


check, path, *others = sys.argv[1:]
try:
    globals()[check](Path(path).read_text(), *others)
except AssertionError as error:
    sys.exit(f"checks.py: {error}")
