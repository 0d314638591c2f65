"""The example of a scenario has every key and the defaults, and a stand-in starts with it."""

import re
import tomllib
from pathlib import Path

from conftest import Serve

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "examples/standin/scenario.toml").read_text()
SOURCES = ROOT / "crates/smsc-standin/src"


def block(file: str, head: str) -> str:
    """Returns a block of a source file."""
    source = (SOURCES / file).read_text()
    return source[source.index(head) :].split("\n}\n")[0]


def fields(file: str, name: str) -> set[str]:
    """Returns the names of the fields of a struct."""
    return set(re.findall(r"^    (?:pub )?(\w+): ", block(file, f"struct {name} {{"), re.MULTILINE))


def test_every_key_is_shown() -> None:
    scenario = tomllib.loads(TEXT)
    (account,), (phone,), (incoming,) = scenario["account"], scenario["phone"], scenario["incoming"]
    assert set(account) == fields("scenario.rs", "Account")
    assert set(account["callback"]) == fields("handler.rs", "Handler")
    assert set(scenario["limits"]) == fields("limits.rs", "Limits")
    assert set(phone) == fields("scenario.rs", "PhoneRule")
    assert set(phone["step"][0]) == fields("scenario.rs", "StepOf")
    assert set(incoming) == fields("scenario.rs", "Incoming")
    assert set(scenario["fault"][0]) - {"kind", "pause_ms"} == fields("fault.rs", "FaultRule") - {"fault"}


def test_defaults() -> None:
    scenario = tomllib.loads(TEXT)
    limits = re.findall(r"^            (\w+): ([\d_]+),", block("limits.rs", "impl Default for Limits"), re.MULTILINE)
    assert {name: int(number) for name, number in limits} == scenario["limits"]
    account = block("scenario.rs", "impl Default for Account")
    for name in ("history_days", "zone"):
        assert f"{name}: {scenario['account'][0][name]}," in account


def test_start(serve: Serve) -> None:
    standin = serve(TEXT)
    for url in ("login=demo&psw=demo", "login=demo&psw=fe01ce2a7fbac8fafaed7c982a04e229", "apikey=demo-key"):
        assert standin.control(f"/sys/balance.php?fmt=3&{url}") == {"balance": "1000.00"}
