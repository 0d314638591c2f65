"""Outcomes: every case of ``testdata/outcomes``, also compared with the command."""

import copy
import json
import pickle
import re
import subprocess
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from cases import OUTCOMES, ROOT, Question, smsc

from smsc_proto import ApiError, ApiErrorCode, Chapter, EmailErrCode, ErrCode, Explanation, Flags, MessageType, Outcome, Record
from smsc_proto import StatusCode, Step
from smsc_proto import diagnose, explain, iter_parse, parse, story
from smsc_proto.types import Lang

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()


def explanations(query: dict[str, Any]) -> tuple[Explanation | Chapter | Step, ...]:
    if "story" in query:
        return story([tuple(status) for status in query["story"]], type=query.get("type"))
    if "diagnose" in query:
        return diagnose(query["diagnose"], query.get("number"))
    return explain(**query)


def printed(question: Question, lang: Lang) -> str:
    """Returns what the command prints."""
    arguments = [smsc(), *question.arguments, "--json", "--lang", lang]
    return subprocess.run(arguments, input=question.input, capture_output=True, check=False).stdout.decode()


def test_cases_are_there() -> None:
    assert len(OUTCOMES) >= 700


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
def test_every_case(question: Question) -> None:
    got = [found.to_dict() for found in explanations(question.query)]
    assert len(got) == len(question.expect)
    for expect, line in zip(question.expect, got, strict=True):
        assert expect.items() <= line.items()


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
@pytest.mark.parametrize("lang", ["en", "ru", "fr"])
def test_every_case_agrees_with_the_command(question: Question, lang: Lang) -> None:
    lines = [json.dumps(found.to_dict(lang), ensure_ascii=False, separators=(",", ":")) for found in explanations(question.query)]
    theirs = printed(question, lang)
    # The command also answers what contains a known text or is similar to one, and says so.
    if not lines and all('"match":' in line for line in theirs.splitlines()):
        return
    assert "".join(f"{line}\n" for line in lines) == theirs


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
def test_every_explanation_is_a_value(question: Question) -> None:
    for found, again in zip(explanations(question.query), explanations(question.query), strict=True):
        assert found == again and hash(found) == hash(again)
        for other in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
            assert other == found and hash(other) == hash(found) and other.to_dict("fr") == found.to_dict("fr")
        if isinstance(found, Explanation) and found.status is not None:
            err = EmailErrCode if found.type == 8 else ErrCode
            assert type(found.status) is StatusCode and (found.err is None or type(found.err) is err)


@pytest.mark.parametrize("question", [case for case in OUTCOMES if "status" in case.query], ids=lambda question: question.name)
def test_a_record_has_the_outcome_of_its_codes(question: Question) -> None:
    expected = explain(**question.query)[0].outcome
    assert Record(**question.query).outcome == expected


@pytest.mark.parametrize(
    "word", ["sms", "flash", "binary", "wap-push", "hlr", "ping", "mms", "call", "email", "viber", "social", "HLR", 0, 8, 255]
)
def test_types_are_those_of_the_command(word: Any) -> None:
    for err in (1, 3, 6):
        (found,) = explain(status=1, err=err, type=word)
        line = subprocess.run(
            [smsc(), "explain", "1", str(err), "--type", str(word), "--json"], capture_output=True, check=True
        ).stdout
        assert found.to_dict() == json.loads(line)


POSITIONAL: list[tuple[Any, dict[str, Any]]] = [
    (20, {"status": 20}),
    (StatusCode.EXPIRED, {"status": 3}),
    ((20, 6), {"status": 20, "err": 6}),
    ((20, None), {"status": 20}),
    (ApiErrorCode.TOO_MANY_REQUESTS, {"api_error": 9}),
    (ApiError(9), {"api_error": 9, "endpoint": "status"}),
    (ApiError(9, id=5), {"api_error": 9, "endpoint": "send"}),
    ("no money", {"text": "no money"}),
    ("20", {"text": "20"}),
    (Record(status=20, err=1), {"status": 20, "err": 1}),
    (Record(status=20, err=1, flag=8), {"status": 20, "err": 1, "type": "email"}),
    (parse("20,1760080210,1", kind="email")[0], {"status": 20, "err": 1, "type": "email"}),
    (parse('{"status": 1, "err": 6}', fmt=3, kind="hlr")[0], {"status": 1, "err": 6, "type": "hlr"}),
]


@pytest.mark.parametrize(("question", "named"), POSITIONAL, ids=lambda value: str(value))
def test_one_positional_argument(question: Any, named: dict[str, Any]) -> None:
    assert explain(question) == explain(**named)
    if isinstance(question, Record | ApiError):
        assert explain(question)[0].outcome == question.outcome


def test_a_positional_argument_with_others() -> None:
    assert explain(20, err=1, type="email") == explain(status=20, err=1, type="email")
    assert explain((20, 1), type=8) == explain(status=20, err=1, type="email")
    assert explain(ApiErrorCode(9), endpoint="send") == explain(api_error=9, endpoint="send")
    wrong: list[tuple[Any, dict[str, Any]]] = [
        (20, {"status": 20}),
        (20, {"endpoint": "send"}),
        ((20, 1), {"err": 1}),
        (Record(status=20), {"err": 1}),
        (Record(status=20), {"type": "email"}),
        (ApiError(9), {"endpoint": "send"}),
        (ApiErrorCode(9), {"err": 1}),
        ("no money", {"type": "email"}),
        ("no money", {"text": "no money"}),
    ]
    for question, others in wrong:
        with pytest.raises(TypeError, match="explain: expected exactly one of"):
            explain(question, **others)
    # Ints that are no status, and values without one meaning.
    others_: list[Any] = [ErrCode(1), EmailErrCode(1), MessageType.SMS, Flags(8), b"no money", 1.5, [20, 1], object()]
    for question in others_:
        with pytest.raises(TypeError, match=f"explain: expected str, int, .* not {type(question).__name__}\\b"):
            explain(question)
    invalid: list[Any] = [1 << 31, (1 << 31, 1), (20, -1), (20, 1, 1)]
    for question in invalid:
        with pytest.raises(ValueError):
            explain(question)


def test_an_outcome() -> None:
    (record,) = parse("20,1760080210,1").records()
    outcome = record.outcome
    assert (outcome.state, outcome.is_final, outcome.cause, outcome.retry) == ("failed", True, "recipient", "no")
    assert outcome.retry_after_s is None and outcome.suppress is True and outcome.channel == "phone" and outcome.source
    assert outcome.title("ru") == "Абонент не существует" and outcome.title() == outcome.title("en") == "No such subscriber"
    assert outcome.explanation("fr") != outcome.explanation() and outcome.advice("fr") != outcome.advice()
    assert repr(outcome).startswith("Outcome(state='failed', is_final=True, ") and "title" not in repr(outcome)
    assert outcome != explain(status=1)[0].outcome and outcome != object()
    for text in (outcome.title, outcome.explanation, outcome.advice, outcome.to_dict, explain(status=1)[0].to_dict):
        for lang in ("de", "EN", "", None):
            with pytest.raises(ValueError, match="^lang: expected 'en', 'ru' or 'fr'(, not '(de|EN)')?$"):
                text(lang)  # type: ignore[arg-type]
    for name in ("state", "suppress", "channel", "_title", "other"):
        with pytest.raises((FrozenInstanceError, TypeError, AttributeError)):
            setattr(outcome, name, "no")
    match outcome:
        case Outcome(retry="later", retry_after_s=int(seconds)):
            pytest.fail(f"{seconds}")
        case Outcome(state="failed", suppress=True):
            pass
        case _:
            pytest.fail("an outcome is matched by its attributes")


def test_an_outcome_depends_on_what_the_caller_knows() -> None:
    body = '{"status": 1, "last_timestamp": 1760080210, "err": 6}'
    (sms,) = parse(body, fmt=3).records()
    (hlr,) = parse(body, fmt=3, kind="hlr").records()
    (mail,) = parse("20,1760080210,1", kind="email").records()
    assert (sms.outcome.state, hlr.outcome.state, mail.outcome.title()) == ("delivered", "failed", "No such addressee")
    (streamed,) = iter_parse([f"[{body}]".encode()], fmt=3, kind="hlr")
    assert isinstance(streamed, Record) and streamed.outcome == hlr.outcome
    for record in (sms, hlr, mail):
        assert pickle.loads(pickle.dumps(record)).outcome == record.outcome == copy.copy(record).outcome


def test_rows_have_outcomes() -> None:
    reply = parse(BATCH, all=2, multi=True)
    assert [row[0] for row in reply.rows("outcome") if row[0]] == [record.outcome for record in reply.records()]


def test_more_outcomes_than_are_cached() -> None:
    body = "".join(f"20,1760080210,{err},101,7\n" for err in range(2000))
    for record in parse(body, multi=True).records():
        assert record.err is not None and record.outcome == explain(status=20, err=record.err)[0].outcome


def test_an_api_error_has_an_outcome() -> None:
    with pytest.raises(ApiError) as caught:
        parse(b"0,-9")
    assert caught.value.outcome.retry_after_s == 60
    assert caught.value.outcome == explain(api_error=9, endpoint="status")[0].outcome
    assert ApiError(77).outcome.state == "unknown"
    # An error with an id is one of send.php, where a repetition could send the message twice.
    assert ApiError(9, None, 5).outcome == explain(api_error=9, endpoint="send")[0].outcome


def test_a_clicksend_row_by_its_number() -> None:
    assert explain(clicksend=13) == explain(clicksend="13") and [found.row for found in explain(clicksend=13)] == [13, 14]
    assert [found.row for found in explain(clicksend_row=13)] == [found.row for found in explain(clicksend_error=12)] == [13]
    assert explain(clicksend_row=22) == explain(clicksend_error=0) == ()
    assert explain(clicksend=300) == explain(clicksend="300") and [found.row for found in explain(clicksend=300)] != []
    assert explain(clicksend=10**30) == explain(clicksend=-1) == explain(clicksend="") == explain(getcourse="\ud800") == ()


def test_a_receipt_may_be_in_a_response_or_a_form() -> None:
    (found,) = explain(clicksend_receipt={"status_code": 301, "error_code": "12", "error_text": None, "to": "+61411111111"})
    assert found.receipt_error == 12
    assert explain(clicksend_receipt={"http_code": 200, "data": {"status_code": "301", "error_code": 12}}) == (found,)
    assert [found.row for found in explain(clicksend_receipt={"status_code": 200, "error_code": 10**30})] == [1, 3, 4, 5]


def test_a_story_takes_any_iterable() -> None:
    statuses: list[int | tuple[int, int | None]] = [0, (20, 6)]
    assert story(iter(statuses)) == story(((0, None), (20, 6))) and story([]) == ()
    assert [chapter.decides for chapter in story([1, StatusCode(-3)])] == [True, False]
    (chapter,) = story([(20, 1)], type="email")
    assert type(chapter.err) is EmailErrCode and chapter.outcome.title() == "No such addressee"
    wrong: list[tuple[type[Exception], Any]] = [
        (TypeError, 5),
        (TypeError, "0,1"),
        (TypeError, ["1"]),
        (TypeError, [(1, "1")]),
        (ValueError, [1 << 31]),
        (ValueError, [(1, -1)]),
        (ValueError, [(1, 2, 3)]),
    ]
    for kind, statuses in wrong:
        with pytest.raises(kind):
            story(statuses)


WRONG: list[tuple[type[Exception], str, dict[str, Any]]] = [
    (TypeError, "one of", {}),
    (TypeError, "one of", {"err": 1}),
    (TypeError, "one of", {"status": 1, "api_error": 9}),
    (TypeError, "one of", {"getcourse": "Просрочено", "clicksend": 1}),
    (TypeError, "one of", {"getcourse": "Просрочено", "type": "email"}),
    (TypeError, "one of", {"api_error": 9, "err": 1}),
    (TypeError, "status", {"status": "20"}),
    (TypeError, "err", {"status": 20, "err": "1"}),
    (ValueError, "status", {"status": 1 << 31}),
    (ValueError, "err: expected an int from 0 to 2147483647, not -1$", {"status": 20, "err": -1}),
    (ValueError, "err: expected an int", {"status": 20, "err": 1 << 31}),
    (ValueError, "api_error: expected an int from 0 to 2147483647", {"api_error": -1}),
    (ValueError, "api_error: expected an int", {"api_error": 1 << 31}),
    (ValueError, "type: expected sms, flash", {"status": 20, "type": "letter"}),
    (ValueError, "type", {"status": 20, "type": 256}),
    (TypeError, "type", {"status": 20, "type": 1.0}),
    (TypeError, "getcourse: expected str, not int", {"getcourse": 5}),
    (TypeError, "clicksend: expected int or str, not float", {"clicksend": 1.5}),
    (TypeError, "unexpected keyword", {"flag": 1832}),
    (TypeError, "endpoint for an api_error only", {"status": 20, "endpoint": "send"}),
    (TypeError, "endpoint: expected 'status', 'send', 'balance', 'history', 'info' or 'wait_call', not int", {"api_error": 5, "endpoint": 1}),
    (ValueError, "endpoint: expected 'status', .*, not 'get'$", {"api_error": 5, "endpoint": "get"}),
    (TypeError, "text: expected str, not bytes", {"text": b"no money"}),
    (ValueError, "clicksend_row: expected an int", {"clicksend_row": -1}),
    (TypeError, "clicksend_error: expected an int", {"clicksend_error": "9"}),
    (TypeError, "clicksend_receipt: expected a mapping, not str", {"clicksend_receipt": "{}"}),
    (ValueError, "clicksend_receipt: expected one of the keys status,", {"clicksend_receipt": {"to": "+61411111111"}}),
    (TypeError, "clicksend_receipt: status: expected str or None, not int", {"clicksend_receipt": {"status": 5}}),
    (TypeError, "clicksend_receipt: status_code: expected int, str or None, not float", {"clicksend_receipt": {"status_code": 1.5}}),
]


@pytest.mark.parametrize(("kind", "message", "arguments"), WRONG, ids=lambda value: str(value))
def test_wrong_questions(kind: type[Exception], message: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(kind) as caught:
        explain(**arguments)
    assert re.search(message, str(caught.value))


def test_wrong_symptoms() -> None:
    wrong: list[tuple[type[Exception], tuple[Any, ...]]] = [
        (ValueError, ("nonsense",)),
        (ValueError, ("\ud800",)),
        (TypeError, (5,)),
        (TypeError, ("api-error",)),
        (TypeError, ("api-error", "2")),
        (ValueError, ("api-error", -1)),
        (ValueError, ("api-error", 1 << 31)),
        (TypeError, ("timeout", 2)),
    ]
    for kind, arguments in wrong:
        with pytest.raises(kind):
            diagnose(*arguments)
    with pytest.raises(ValueError, match="'no-connection', 'timeout', .* or 'smtp-not-sent', not 'nonsense'$"):
        diagnose("nonsense")  # type: ignore[call-overload]
