"""Advice about failed requests: every case, and what the arguments may be."""

import json
import pickle
import subprocess
import sys
from datetime import timedelta
from typing import Any, get_args

import pytest
from cases import ROOT
from hypothesis import given
from hypothesis import strategies as st

from smsc_proto import Advice, ApiError, ApiErrorCode, Credentials, MalformedReply, RequestError, SendAdvice
from smsc_proto import StatusCode, advise, advise_after_status, parse_send, types

CASES: list[dict[str, Any]] = json.loads((ROOT / "testdata/retry/retry.json").read_text(encoding="utf-8"))
NAMES = {"has_next_host": "next_host", "was_throttled": "throttled", "was_blocked": "blocked"}
NAMES |= {"is_history_kept": "history_kept", "was_sent_again": "sent_again", "random": "random"}


def options(known: dict[str, Any]) -> dict[str, Any]:
    """Returns the keywords for what a case knows."""
    # A timedelta has less than 2^63 milliseconds.
    since = {"since": timedelta(milliseconds=min(known["since_ms"], timedelta.max // timedelta(milliseconds=1)))}
    return since | {NAMES[name]: value for name, value in known.items() if name not in ("since_ms", "number")}


def advised(case: dict[str, Any]) -> Advice | SendAdvice:
    if "sending" in case:
        answer: Any = "failed" if case["status"] is None else case["status"]
        return advise_after_status(answer, **options(case["sending"]))
    failure: Any = (case["failure"], case["code"]) if "code" in case else case["failure"]
    return advise(case["call"], failure, case["attempt"]["number"], **options(case["attempt"]))


def test_cases_are_there() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case(case: dict[str, Any]) -> None:
    found = advised(case)
    assert found.to_dict() == case["expect"] and pickle.loads(pickle.dumps(found)) == found
    if isinstance(found, Advice):
        assert (found.kind == "retry") is (found.host is not None)
        assert found.kind in get_args(types.AdviceKind) and found.reason in (None, *get_args(types.AdviceReason))
    else:
        assert found.kind in get_args(types.SendAdviceKind)


def test_an_exception_is_a_failure() -> None:
    first: Any = {"random": 0}
    with pytest.raises(ApiError) as rejected:
        parse_send(b"101,-9", fmt=1)
    assert advise("send", rejected.value, **first) == advise("send", ("rejected", 9), **first)
    with pytest.raises(MalformedReply) as malformed:
        parse_send(b"<html>", fmt=1)
    assert advise("send", malformed.value, **first) == advise("send", "not_a_reply", **first)
    with pytest.raises(RequestError) as invalid:
        Credentials(apikey="")
    assert advise("send", invalid.value, **first) == advise("send", "invalid", **first)
    stopped = advise("send", ApiError(3))
    assert stopped.code == ApiErrorCode.NO_MONEY and type(stopped.code) is ApiErrorCode
    assert type(advise("send", ("http_status", 404)).code) is int
    assert advise("send", ApiError(2)) == Advice("stop_every_call", None, None, "credentials", None)


def test_an_answer_is_a_status() -> None:
    long: Any = {"since": timedelta(hours=1), "history_kept": True}
    assert advise_after_status(StatusCode.NOT_FOUND, **long) == advise_after_status("not_found", **long) == SendAdvice("send_again", None)
    assert advise_after_status(77, **long) == advise_after_status("found", **long) == SendAdvice("accepted", None)
    assert advise_after_status("failed", **long).kind == "unknown"
    assert advise_after_status(-3).kind == "ask_again", "without a time, the minute is not over"


def test_the_waiting_time_is_random_by_default() -> None:
    waits = {advise("balance", "unanswered").wait for _ in range(50)}
    assert len(waits) > 5 and all(wait is not None and timedelta(seconds=1) <= wait < timedelta(seconds=2) for wait in waits)
    assert advise("balance", "unanswered", random=2**32 - 1).wait == timedelta(milliseconds=1999)
    # The module `random` is imported when it is needed.
    code = "import sys, smsc_proto; print('random' in sys.modules, 'decimal' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False False\n"


def test_wrong_arguments() -> None:
    call: Any = advise
    wrong: list[tuple[type[Exception], str, tuple[Any, ...], dict[str, Any]]] = [
        (ValueError, "call: expected 'status', ", ("sms", "tls"), {}),
        (TypeError, "call: expected .*, not int", (5, "tls"), {}),
        (ValueError, "failure: expected .*, not 'timeout'", ("send", "timeout"), {}),
        (ValueError, "failure: expected", ("send", "http_status"), {}),
        (ValueError, "failure: expected", ("send", ("tls", 5)), {}),
        (ValueError, "failure: expected", ("send", ("http_status", 70_000)), {}),
        (ValueError, "failure: expected", ("send", ("rejected", -1)), {}),
        (ValueError, "failure: expected", ("send", ("rejected", 10**30)), {}),
        (TypeError, "failure: expected", ("send", ("rejected", "9")), {}),
        (TypeError, "failure: expected .*, not int", ("send", 503), {}),
        (TypeError, "failure: expected .*, not ConnectionError", ("send", ConnectionError("79161234567")), {}),
        (ValueError, "attempt: expected", ("send", "tls", 10**30), {}),
        (ValueError, "attempt: expected", ("send", "tls", -1), {}),
        (TypeError, "attempt: expected", ("send", "tls", "1"), {}),
        (TypeError, "since: expected .*, not float", ("send", "tls"), {"since": 1.5}),
        (ValueError, "since: expected", ("send", "tls"), {"since": timedelta(microseconds=-1)}),
        (TypeError, "next_host: expected", ("send", "tls"), {"next_host": 1}),
        (TypeError, "throttled: expected", ("send", "tls"), {"throttled": None}),
        (TypeError, "blocked: expected", ("send", "tls"), {"blocked": "no"}),
        (ValueError, "random: expected", ("send", "tls"), {"random": 2**32}),
        (ValueError, "random: expected", ("send", "tls"), {"random": -1}),
        (TypeError, "random: expected", ("send", "tls"), {"random": 0.5}),
    ]
    for kind, message, arguments, keywords in wrong:
        with pytest.raises(kind, match=message) as caught:
            call(*arguments, **keywords)
        assert "79161234567" not in str(caught.value)
    after: Any = advise_after_status
    for kind, answer in ((ValueError, "gone"), (TypeError, None), (TypeError, 1.0), (ValueError, 2**31)):
        with pytest.raises(kind, match="answer: expected|status: expected"):
            after(answer)


@given(
    st.sampled_from(get_args(types.Call)),
    st.sampled_from(get_args(types.FailureWord))
    | st.tuples(st.just("http_status"), st.integers(0, 65535))
    | st.tuples(st.just("rejected"), st.integers(0, 2**31 - 1)),
    st.integers(0, 2**63 - 1),
    st.timedeltas(min_value=timedelta(0)),
    st.integers(0, 2**32 - 1),
)
def test_a_message_that_may_have_arrived_is_not_sent_again(call: Any, failure: Any, attempt: int, since: timedelta, random: int) -> None:
    advice = advise(call, failure, attempt, since=since, random=random)
    if call in ("send", "delete", "wait_call") and failure in ("unanswered", "not_a_reply"):
        assert advice.kind != "retry"
    assert advice.wait is None or timedelta(0) <= advice.wait < timedelta(minutes=31)


def test_the_words() -> None:
    call: Any = advise
    for word in get_args(types.Call):
        assert isinstance(call(word, "tls"), Advice)
    for word in get_args(types.FailureWord):
        assert isinstance(call("send", word), Advice)
    for word in get_args(types.StatusAnswer):
        assert isinstance(advise_after_status(word), SendAdvice)
