"""Guesses at the request that a body answers."""

import pickle
from typing import Any

import pytest
from cases import ROOT

from smsc_proto import Guess, MalformedReply, Record, guess, parse, write
from smsc_proto.types import All, Fmt

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()
ALL: list[All] = [0, 1, 2]


def test_the_options_of_the_example_are_found() -> None:
    for all in ALL:
        for multi in (False, True):
            found = guess(BATCH, all=all, multi=multi)
            if (all, multi) == (2, True):
                assert found == ()
            else:
                best = found[0].options()
                assert best == {"fmt": 1, "all": 2, "multi": True, "charset": "windows-1251"}
                assert parse(BATCH, **best) == parse(BATCH, all=2, multi=True)


def test_the_format_is_found() -> None:
    record = Record(status=1, last_date="10.10.2025 10:10:10", last_timestamp=1760080210)
    formats: list[Fmt] = [0, 2, 3]
    for fmt in formats:
        body = write([record], fmt=fmt, replace=True)
        found = guess(body)[0]
        assert found.fmt == fmt and found.advice.startswith(f"pass fmt={fmt}: the body ")
        assert guess(body, fmt=fmt) == ()


def test_the_charset_is_found() -> None:
    body = '{"status": 1, "message": "Привет"}'.encode()
    (found,) = guess(body, fmt=3)
    assert found.charset == "utf-8" and found.advice == "pass charset=utf-8: the texts look like UTF-8"
    # A str is always read as UTF-8.
    assert guess(body.decode(), fmt=3) == guess(body, fmt=3, charset="utf-8") == ()


def test_a_guess_is_a_value() -> None:
    (found, *_) = guess(BATCH)
    assert pickle.loads(pickle.dumps(found)) == found and hash(found) == hash(found)
    assert isinstance(found, Guess) and (found.records, found.malformed) == (10, 0)
    assert "7916" not in repr(guess(BATCH))


@pytest.mark.parametrize("body", [b"", b"nonsense", b"<html>", b"0,-9", b"OK", "\u041f"])
def test_no_guess(body: Any) -> None:
    assert guess(body) == ()


def test_a_long_body_is_searched() -> None:
    found = guess(b"1,1760080210,0,101,79990000001\n" * 100_000)
    assert found[0].multi and found[0].advice == "pass multi: lines start like records"


def test_wrong_arguments() -> None:
    wrong: list[tuple[type[Exception], Any, dict[str, Any]]] = [
        (TypeError, None, {}),
        (ValueError, b"", {"fmt": 4}),
        (TypeError, b"", {"ids": []}),
        (ValueError, "\ud800", {}),
    ]
    for kind, body, options in wrong:
        with pytest.raises(kind):
            guess(body, **options)


def test_a_malformed_batch_is_explained() -> None:
    # What a person sees who forgets the options.
    items = list(parse(BATCH, all=1, multi=True))
    assert any(isinstance(item, MalformedReply) for item in items)
    assert guess(BATCH, all=1, multi=True)[0].advice == "pass all=2: the fields fit"


def test_a_reply_that_cannot_be_parsed_has_a_hint() -> None:
    with pytest.raises(MalformedReply) as raised:
        parse('{"status": 1, "err": 0}')
    assert raised.value.hint == "pass fmt=3: the body is JSON"
    assert str(raised.value).endswith("the body looks like JSON; pass fmt=3: the body is JSON")
    assert pickle.loads(pickle.dumps(raised.value)).hint == raised.value.hint
    with pytest.raises(MalformedReply) as raised:
        parse("1,1760080210,0,101,7\n20,1760080211,1,102,8")
    assert raised.value.hint == "pass multi: lines start like records"
    with pytest.raises(MalformedReply) as raised:
        parse("replies.txt")
    assert raised.value.hint is None and "the name of a file" in str(raised.value)


def test_a_batch_without_any_record_is_an_error_unless_items_are_wanted() -> None:
    reply = parse(BATCH.splitlines(keepends=True)[0] * 2, all=1, multi=True)
    with pytest.raises(MalformedReply, match="pass all=2: the fields fit") as raised:
        reply.records()
    assert [item.hint for item in reply if isinstance(item, MalformedReply)] == [None, None]
    assert raised.value == reply[0] and list(reply.rows("status")) == [(None,), (None,)]
    # One record shows that the options are right; nothing else fits better here.
    assert len(list(parse("1,1760080210,0,101,7\nx", multi=True).records())) == 1
    with pytest.raises(MalformedReply) as raised:
        parse("1,x\n1,y", multi=True).records()
    assert raised.value.hint is None
    with pytest.raises(MalformedReply):
        parse("1,x", multi=True, ids=[(101, "7")]).records()
    assert list(parse("[]", fmt=3, multi=True, ids=[(101, "7")]).records()) == []
