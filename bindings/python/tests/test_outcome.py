"""What codes, texts and symptoms mean: every case of ``testdata/outcomes``, and the command beside it."""

import copy
import json
import pickle
import subprocess
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from cases import OUTCOMES, ROOT, Question, smsc

from smsc_proto import ApiError, EmailErrCode, ErrCode, Explanation, Outcome, Status, StatusCode, Step
from smsc_proto import diagnose, explain, iter_parse, parse

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()


def answers(query: dict[str, Any]) -> tuple[Explanation | Step, ...]:
    if "diagnose" in query:
        return diagnose(query["diagnose"], query.get("number"))
    return explain(**query)


def printed(question: Question, lang: str) -> str:
    """What the command prints."""
    arguments = [smsc(), *question.arguments, "--json", "--lang", lang]
    return subprocess.run(arguments, capture_output=True, check=False).stdout.decode()


def test_cases_are_there() -> None:
    assert len(OUTCOMES) >= 420


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
def test_every_case(question: Question) -> None:
    told = [answer.to_dict() for answer in answers(question.query)]
    assert len(told) == len(question.expect)
    for expect, line in zip(question.expect, told, strict=True):
        assert expect.items() <= line.items()


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
@pytest.mark.parametrize("lang", ["en", "ru", "fr"])
def test_every_case_reads_as_the_command_prints_it(question: Question, lang: str) -> None:
    lines = [json.dumps(answer.to_dict(lang), ensure_ascii=False, separators=(",", ":")) for answer in answers(question.query)]
    assert "".join(f"{line}\n" for line in lines) == printed(question, lang)


@pytest.mark.parametrize("question", OUTCOMES, ids=lambda question: question.name)
def test_every_answer_is_a_value(question: Question) -> None:
    for answer, again in zip(answers(question.query), answers(question.query), strict=True):
        assert answer == again and hash(answer) == hash(again)
        for other in (copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):
            assert other == answer and hash(other) == hash(answer) and other.to_dict("fr") == answer.to_dict("fr")
        if isinstance(answer, Explanation) and answer.status is not None:
            err = EmailErrCode if answer.type == 8 else ErrCode
            assert type(answer.status) is StatusCode and (answer.err is None or type(answer.err) is err)


@pytest.mark.parametrize("question", [case for case in OUTCOMES if "status" in case.query], ids=lambda question: question.name)
def test_a_record_has_the_outcome_of_its_codes(question: Question) -> None:
    expected = explain(**question.query)[0].outcome
    assert Status(**question.query).outcome == expected


@pytest.mark.parametrize(
    "word", ["sms", "flash", "binary", "wap-push", "hlr", "ping", "mms", "call", "email", "viber", "social", "HLR", 0, 8, 255]
)
def test_types_are_those_of_the_command(word: str | int) -> None:
    for err in (1, 3, 6):
        (found,) = explain(status=1, err=err, type=word)
        line = subprocess.run(
            [smsc(), "explain", "1", str(err), "--type", str(word), "--json"], capture_output=True, check=True
        ).stdout
        assert found.to_dict() == json.loads(line)


def test_an_outcome() -> None:
    (status,) = parse("20,1760080210,1").statuses()
    outcome = status.outcome
    assert (outcome.state, outcome.is_final, outcome.cause, outcome.retry) == ("failed", True, "recipient", "no")
    assert outcome.retry_after_s is None and outcome.suppress is True and outcome.source
    assert outcome.title("ru") == "Абонент не существует" and outcome.title() == outcome.title("en") == "No such subscriber"
    assert outcome.explanation("fr") != outcome.explanation() and outcome.advice("fr") != outcome.advice()
    assert repr(outcome).startswith("Outcome(state='failed', is_final=True, ") and "title" not in repr(outcome)
    assert outcome != explain(status=1)[0].outcome and outcome != object()
    for text in (outcome.title, outcome.explanation, outcome.advice, outcome.to_dict, explain(status=1)[0].to_dict):
        for lang in ("de", "EN", "", None):
            with pytest.raises(ValueError, match="lang: 'en', 'ru' or 'fr'"):
                text(lang)  # type: ignore[arg-type]
    for name in ("state", "suppress", "_title", "other"):
        with pytest.raises((FrozenInstanceError, TypeError, AttributeError)):
            setattr(outcome, name, "no")
    match outcome:
        case Outcome(retry="later", retry_after_s=int(seconds)):
            pytest.fail(f"{seconds}")
        case Outcome(state="failed", suppress=True):
            pass
        case _:
            pytest.fail("it is matched by its attributes")


def test_an_outcome_depends_on_what_the_caller_knows() -> None:
    answer = '{"status": 1, "last_timestamp": 1760080210, "err": 6}'
    (sms,) = parse(answer, fmt=3).statuses()
    (hlr,) = parse(answer, fmt=3, kind="hlr").statuses()
    (mail,) = parse("20,1760080210,1", kind="email").statuses()
    assert (sms.outcome.state, hlr.outcome.state, mail.outcome.title()) == ("delivered", "failed", "No such addressee")
    (streamed,) = iter_parse([f"[{answer}]".encode()], fmt=3, kind="hlr")
    assert isinstance(streamed, Status) and streamed.outcome == hlr.outcome
    for status in (sms, hlr, mail):
        assert pickle.loads(pickle.dumps(status)).outcome == status.outcome == copy.copy(status).outcome


def test_rows_have_outcomes() -> None:
    reply = parse(BATCH, all=2, multi=True)
    assert [row[0] for row in reply.rows("outcome") if row[0]] == [status.outcome for status in reply.statuses()]


def test_more_outcomes_than_are_kept() -> None:
    body = "".join(f"20,1760080210,{err},101,7\n" for err in range(2000))
    for status in parse(body, multi=True).statuses():
        assert status.err is not None and status.outcome == explain(status=20, err=status.err)[0].outcome


def test_an_api_error_has_one() -> None:
    with pytest.raises(ApiError) as caught:
        parse(b"0,-9")
    assert caught.value.outcome.retry_after_s == 60 and caught.value.outcome == explain(api_error=9)[0].outcome
    assert ApiError(77).outcome.state == "unknown"


def test_a_clicksend_row_by_its_number() -> None:
    assert explain(clicksend=13) == explain(clicksend="13") and explain(clicksend=13)[0].row == 13
    assert explain(clicksend=300) == explain(clicksend="300") and [found.row for found in explain(clicksend=300)] != []
    assert explain(clicksend=10**30) == explain(clicksend=-1) == explain(clicksend="") == explain(getcourse="\ud800") == ()


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
    (ValueError, "err: an int from 0 to 2147483647", {"status": 20, "err": -1}),
    (ValueError, "err: an int", {"status": 20, "err": 1 << 31}),
    (ValueError, "api_error: an int from 0 to 2147483647", {"api_error": -1}),
    (ValueError, "api_error: an int", {"api_error": 1 << 31}),
    (ValueError, "type: sms, flash", {"status": 20, "type": "letter"}),
    (ValueError, "type", {"status": 20, "type": 256}),
    (TypeError, "type", {"status": 20, "type": 1.0}),
    (TypeError, "getcourse: str; not int", {"getcourse": 5}),
    (TypeError, "clicksend: int or str; not float", {"clicksend": 1.5}),
    (TypeError, "unexpected keyword", {"flag": 1832}),
]


@pytest.mark.parametrize(("kind", "message", "arguments"), WRONG, ids=lambda value: str(value))
def test_wrong_questions(kind: type[Exception], message: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(kind, match=message):
        explain(**arguments)


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
    with pytest.raises(ValueError, match="no-connection, timeout, .*smtp-not-sent"):
        diagnose("nonsense")
