"""The native module itself: its names, and what a panic in it would do."""

import tomllib
from pathlib import Path

from cases import ROOT

from smsc_proto import _native


def test_the_names_of_the_module() -> None:
    # The names that are only for the package, and so in the stub; the tests have no names of their
    # own.
    names = {name for name in vars(_native) if not (name.startswith("__") and name.endswith("__"))}
    assert names == {
        *("Cursor", "Record", "Reply", "Stream"),
        *("Job", "Watcher"),
        *("Batch", "Batches", "Report", "Scanner", "split_file"),
        *("CONTENT_TYPE", "Credentials", "Form", "Server"),
        *("balance_form", "delete_form", "history_form", "incoming_form"),
        *("operator_form", "send_form", "statistics_form", "status_form"),
        *("diagnose", "explain", "guess", "iter_parse", "parse", "story", "write"),
        *("parse_balance", "parse_incoming", "parse_operator", "parse_send", "parse_statistics"),
        *("advise", "advise_after_status", "merge", "parse_callback", "verify_callback"),
        *("_read", "_restore", "code_name", "code_table", "command", "flag_parts", "invalid_lang", "message_id"),
    }


def test_a_panic_would_be_an_exception() -> None:
    # No call is known that panics, so none can be tried. A module that is built to abort does not
    # import the function that raises a panic.
    profile = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["profile"]["release"]
    assert profile["panic"] == "unwind"
    assert b"_Unwind_RaiseException" in Path(_native.__file__).read_bytes()
