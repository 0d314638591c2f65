"""The types: what mypy accepts and rejects, and whether the words are those of the core."""

import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from cases import smsc

from smsc_proto import Credentials, Flags, Record, SendRequest, Server, _native, advise, advise_after_status, diagnose
from smsc_proto import explain, parse, parse_callback, types

FOLDER = Path(__file__).parent / "checked"
KEY = Credentials(apikey="k3y")


def checked(path: Path, folder: Path) -> str:
    """Returns what mypy prints about a file."""
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder), str(path)]
    return subprocess.run(mypy, capture_output=True, text=True, check=False).stdout


def test_what_must_be_accepted(tmp_path: Path) -> None:
    path = FOLDER / "accepted.py"
    assert checked(path, tmp_path).startswith("Success")
    assert len(runpy.run_path(str(path))["shown"]) > 10


def test_what_must_be_rejected(tmp_path: Path) -> None:
    path = FOLDER / "rejected.py"
    marked = [number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.endswith("  # error")]
    found = {int(line) for line in re.findall(r"rejected\.py:(\d+): error: ", checked(path, tmp_path))}
    assert sorted(found) == marked and len(marked) > 25


def words(type: Any) -> list[Any]:
    """Returns the values of a type, also of a union of several."""
    return [value for arg in get_args(type) for value in (words(arg) if get_args(arg) else [arg])]


NOTIFICATIONS = {"form": b"mes=a", "xml": b"<a><mes>a</mes></a>", "json": b'{"mes": "a"}'}
ENGLISH: list[tuple[str, Any, Any]] = [
    ("charset", types.Charset, lambda word: parse(b"OK", charset=word)),
    ("kind", types.Kind, lambda word: parse(b"OK", kind=word)),
    ("api_error", types.OnApiError, lambda word: parse(b"OK", api_error=word)),
    ("endpoint", types.Endpoint, lambda word: explain(api_error=1, endpoint=word)),
    ("symptom", types.SymptomWithoutNumber, lambda word: diagnose(word)),
    ("send_kind", types.SendKind, lambda word: SendRequest("a1@example.com" if word == "mail" else "79990000001", "a", kind=word, credentials=KEY)),
    ("scheme", types.Scheme, lambda word: Server("smsc.kz", scheme=word)),
    ("call", types.Call, lambda word: advise(word, "tls")),
    ("answer", types.StatusAnswer, lambda word: advise_after_status(word)),
    ("callback_format", types.CallbackFormat, lambda word: parse_callback(NOTIFICATIONS.get(word, b""), fmt=word)),
    ("lang", types.Lang, lambda word: explain(1)[0].outcome.title(word)),
]


@pytest.mark.parametrize(("name", "type", "use"), ENGLISH, ids=lambda value: str(value))
def test_the_words_of_an_argument(name: str, type: Any, use: Any) -> None:
    for word in words(type):
        use(word)
    with pytest.raises(ValueError) as caught:
        use("none-of-these")
    # The message has the core's words. Python has more names for two of the charsets.
    accepted = set(re.findall("'(.*?)'", str(caught.value))) - {"none-of-these"}
    more = {"charset": {"cp1251", "utf8"}, "symptom": {"api-error"}}.get(name, set())
    assert set(words(type)) ^ accepted == more


def test_the_numbers_of_an_argument() -> None:
    for fmt in range(-1, 6):
        for all in range(-1, 5):
            is_valid = fmt in words(types.Fmt) and all in words(types.All)
            try:
                _native._read(b"", fmt, all, True, "utf-8", None, None)  # type: ignore[arg-type]
            except ValueError as error:
                assert str(error).startswith(("fmt: ", "all: ")) != is_valid


def test_the_names_of_types() -> None:
    idents = [name.lower().replace("_", "-") for name, _ in _native.code_table("type")]
    assert words(types.TypeName) == idents
    assert all(explain(1, type=name)[0].type == number for name, (_, number) in zip(idents, _native.code_table("type"), strict=True))  # type: ignore[call-overload]


def test_the_words_of_an_outcome() -> None:
    # The page of the command has every row of every table.
    page = subprocess.run([smsc(), "codes", "--json"], capture_output=True, text=True, check=True).stdout
    for key, type in (("state", types.State), ("cause", types.Cause), ("retry", types.Retry), ("channel", types.Channel)):
        found = set(re.findall(f'"{key}":"(.*?)"', page))
        # The channels of Viber and of social networks have no row of their own.
        assert found == set(words(type)) - {"viber", "social"}
    assert {found.provider for text in ("no money", "Absent subscriber", "Почта не подтверждена") for found in explain(text)} <= set(words(types.Provider))


def test_the_kinds_of_a_template() -> None:
    assert {Flags(flag).template for flag in range(1 << 11)} == {None, *words(types.Template)}


def test_the_columns_of_rows() -> None:
    attributes = [name for name, value in vars(Record).items() if type(value).__name__ in ("getset_descriptor", "member_descriptor")]
    assert sorted(column for column in words(types.Column) if "." not in column) == sorted(attributes)
    parse(b"OK").rows(*words(types.Column))
    fields = words(types.Field)
    assert list(types.RecordFields.__annotations__) == [*fields, "split", "unexpected"]
