"""A reply as a sequence, and the exceptions of ``parse``."""

import copy
import pickle
import re
from collections.abc import Sequence
from typing import Any, get_args

import pytest

from smsc_proto import ApiError, Deleted, MalformedReply, Missing, Reply, Record, iter_parse, parse
from smsc_proto.types import Column, Fmt, OutcomeColumn

BATCH = b"1,1760080210,0,101,79990000001\n1,x,0,102,79990000002\n20,1760080211,1,103,79990000003\n"


def test_a_malformed_line_is_an_item_in_its_place() -> None:
    reply = parse(BATCH, multi=True)
    first, second, third = reply
    assert isinstance(first, Record) and isinstance(third, Record) and isinstance(second, MalformedReply)
    assert (second.what, second.offset) == ("invalid last_timestamp", 33)
    assert BATCH[slice(*second.span)] == b"1,x,0,102,79990000002"
    assert str(second) == "byte 33: invalid last_timestamp: expected Unix seconds from 0 to 2^40, or nothing"
    assert reply.malformed == (second,) and list(reply.records()) == [first, third]
    assert list(reply.rows("id", "status")) == [(101, 1), (None, None), (103, 20)]
    with pytest.raises(MalformedReply):
        raise second


def test_a_reply_is_a_sequence() -> None:
    reply = parse(BATCH, multi=True)
    assert isinstance(reply, Sequence) and len(reply) == 3 and bool(reply)
    assert reply[0] == reply[-3] and reply[0:2] == (reply[0], reply[1]) and reply[::-2] == (reply[2], reply[0])
    assert list(reversed(reply)) == [reply[2], reply[1], reply[0]]
    assert reply.index(reply[2]) == 2 and reply.count(reply[0]) == 1 and reply[1] in reply and 5 not in reply
    assert reply == parse(bytearray(BATCH), multi=True) and reply != parse(BATCH[:-10], multi=True) and reply != [1]
    for index in (3, -4, 1 << 40, 10**30, -(10**30)):
        with pytest.raises(IndexError):
            reply[index]
    with pytest.raises(TypeError):
        reply["0"]  # type: ignore[call-overload]
    with pytest.raises(ValueError):
        reply.index(5)
    with pytest.raises(TypeError):
        Reply()


def test_rows_have_the_parts_of_the_outcome() -> None:
    body = b"1,1760080210,0,101,79990000001\nx\n20,1760080211,6,102,79990000002\n20,1760080211,1,103,79990000003"
    reply = parse(body, multi=True, ids=[(101, "79990000001"), (104, "79990000004")])
    columns: tuple[Column, ...] = get_args(OutcomeColumn)
    keys = next(reply.records()).outcome.to_dict()
    assert {column for column in columns if column.count(".") == 1} == {f"outcome.{key}" for key in keys}
    for item, row in zip(reply, reply.rows(*columns), strict=True):
        outcome = getattr(item, "outcome", None) if isinstance(item, Record) else None
        if outcome is None:
            assert set(row) == {None}
            continue
        texts = {f"outcome.{name}{suffix}": getattr(outcome, name)(lang) for name in ("title", "advice")
                 for suffix, lang in (("", "en"), (".ru", "ru"), (".fr", "fr"))}
        parts = {f"outcome.{key}": value for key, value in outcome.to_dict().items()}
        assert dict(zip(columns, row, strict=True)) == {"outcome": outcome, **parts, **texts}
    wrong: list[Any] = ["outcome.explanation", "outcome.", "outcome.title.en", "outcome.state.x", "state"]
    for name in wrong:
        with pytest.raises(ValueError, match="is not an attribute of Record or a part of its outcome"):
            reply.rows(name)


def test_rows_tell_e_mails_and_hlr_from_other_messages() -> None:
    for kind, expected in ((None, "No such subscriber"), ("email", "No such addressee")):
        reply = parse(b"20,1760080210,1", kind=kind)  # type: ignore[arg-type]
        assert list(reply.rows("outcome.title")) == [(expected,)]


def test_a_notebook_shows_a_table_without_phones_and_texts() -> None:
    body = b"20,1760080211,1,1760080203,79990000001,2.12,GLOBUS,D,hello,,0,101\n1,1,0,1,79990000002,1,G,D,<b>,c,0,a.b\n"
    shown = parse(body, all=1, multi=True, ids=[(101, "79990000001"), ("order-7", "79990000003")])._repr_html_()
    row = "<td>101</td><td>20 Cannot be delivered</td><td>1 No such subscriber</td><td>failed: No such subscriber</td>"
    assert f"<tr>{row}<td>2025-10-10 07:10:11+00:00</td><td>2.12</td></tr>" in shown
    assert '<tr><td>order-7</td><td colspan="5">missing</td></tr>' in shown
    for private in ("7999", "hello", "GLOBUS", "<b>"):
        assert private not in shown
    assert shown.count("<table>") == shown.count("</table>") == 1
    long = parse(b"77,1760080211,333,101,7\n" * 21, multi=True)._repr_html_()
    assert long.count("<td>101</td><td>77</td><td>333</td>") == 20 and "the first 20 are shown" in long
    assert "<td></td><td>1 Delivered</td><td></td>" in parse("Status = 1, check_time = x", fmt=0)._repr_html_()
    malformed = parse(b"1,1760080210,0,101,7\nx\n", fmt=1, multi=True)._repr_html_()
    assert "malformed: byte 21: invalid status: expected an integer of 32 bits" in malformed
    unterminated = parse(b"1,1,0,2,7,2.12,G,D,hi,,0,101\nx\n1,1,0,1,8,1,G,D,<b>,c,0,a<b\n", all=1, multi=True)._repr_html_()
    assert "the record&#x27;s id" in unterminated
    assert ">deleted<" in parse(b"OK")._repr_html_()
    assert ">error 9: Too many requests<" in parse(b"0,-9", api_error="return")._repr_html_()


def test_reprs_show_what_is_not_private() -> None:
    assert repr(ApiError(9, "79990000001", 101)) == "ApiError(code=9, id=101)" and repr(ApiError(9)) == "ApiError(code=9)"
    (error,) = parse(b"1,1760080210,0,101,7\nx\n", multi=True).malformed
    assert repr(error) == "MalformedReply('byte 21: invalid status: expected an integer of 32 bits')"


def test_rows_names() -> None:
    reply = parse(b"1,1760080210,0")
    assert [row[0].year for row in reply.rows("changed_at", "flags")] == [2025]
    assert list(reply.rows()) == [()]
    with pytest.raises(ValueError, match="rows: 'text' is not an attribute of Record"):
        reply.rows("text")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="rows"):
        reply.rows(1)  # type: ignore[arg-type]


def test_an_api_error_is_raised_or_returned() -> None:
    with pytest.raises(ApiError) as caught:
        parse(b"ERROR = 2 (wrong password for a@b.c), ID - 7", fmt=0)
    error = caught.value
    assert (error.code, error.code.name, error.text, error.id) == (2, "Wrong login or password", "wrong password for a@b.c", 7)
    assert str(error) == "error 2: Wrong login or password" and "a@b.c" not in repr(error) + str(error)
    (value,) = parse(b"ERROR = 2 (wrong password for a@b.c), ID - 7", fmt=0, api_error="return")
    assert value == error and hash(value) == hash(error) and value != ApiError(2)
    assert str(ApiError(77)) == "error 77" and str(ApiError(2**70)) == f"error {2**70}"


def test_an_api_error_with_a_text_id() -> None:
    body = b"ERROR = 8 (cannot deliver), ID - order-77"
    with pytest.raises(ApiError) as caught:
        parse(body, fmt=0)
    assert caught.value.id == "order-77" and caught.value == ApiError(8, "cannot deliver", "order-77")
    assert caught.value.to_dict() == {"error_code": 8, "error": "cannot deliver", "id": "order-77"}
    assert ApiError(8, None, "63") == ApiError(8, None, 63) and ApiError(8, None, "63").id == 63


def test_a_deletion_is_neither_an_error_nor_a_record() -> None:
    reply = parse(b"OK")
    assert list(reply) == [Deleted()] and list(reply.records()) == []
    assert not isinstance(reply[0], (ApiError, Record))


def test_requested_pairs() -> None:
    reply = parse(BATCH, multi=True, ids=[(101, "+79990000001"), (102, "79990000002"), (7, "79990000007")])
    assert reply.missing == (Missing(102, "79990000002"), Missing(7, "79990000007"))
    assert [record.unexpected for record in reply.records()] == [False, True]
    assert next(row for row in reply.rows("status", "id", "phone") if row[0] is None and row[1]) == (None, 102, "79990000002")


def test_text_ids_are_requested_and_compared() -> None:
    body = b"1,1760080210,0,order-77,79990000001\n20,1760080211,1,63,79990000002\n"
    reply = parse(body, multi=True, ids=[("order-77", "79990000001"), ("63", "79990000002"), ("a.b_c", "79990000003")])
    assert [(record.id, record.unexpected) for record in reply.records()] == [("order-77", False), (63, False)]
    assert reply.missing == (Missing("a.b_c", "79990000003"),) and reply.missing[0].to_dict()["missing"]["id"] == "a.b_c"
    assert list(reply.rows("id")) == [("order-77",), (63,), ("a.b_c",)]
    copied = pickle.loads(pickle.dumps(reply))
    assert copied == reply and hash(copied) == hash(reply)
    assert list(iter_parse([body[:20], body[20:]])) == list(parse(body, multi=True))


def test_a_missing_pair_has_one_form() -> None:
    assert Missing("63", "7") == Missing(63, "7") and hash(Missing("63", "7")) == hash(Missing(63, "7"))
    assert Missing("order-77", "7").id == "order-77" and repr(Missing("order-77", "79990000001")) == "Missing(id='order-77')"
    for missing in (Missing("order-77", "7"), Missing(63, "7")):
        assert pickle.loads(pickle.dumps(missing)) == missing and copy.deepcopy(missing) == missing


@pytest.mark.parametrize("phone", ["8 (999) 123-03-00", "+7 999 123 03 00", "9991230300", "89991230300", "+79991230300"])
def test_phones_are_passed_as_typed(phone: str) -> None:
    (record,) = parse(b"1,1760080210,0,50,79991230300", multi=True, ids=[(50, phone)])
    assert isinstance(record, Record) and (record.phone, record.unexpected) == ("79991230300", False)
    (missing,) = parse(b"1,1760080210,0,51,79991230300", multi=True, ids=[(50, phone)]).missing
    assert missing.phone == phone


def test_phones_that_differ() -> None:
    for phone in ("+89991230300", "79991230301", "7999123030"):
        reply = parse(b"1,1760080210,0,50,79991230300", multi=True, ids=[(50, phone)])
        assert [record.unexpected for record in reply.records()] == [True] and len(reply.missing) == 1
    (record,) = parse(b"1,1760080210,0,50,anna@example.org", multi=True, ids=[(50, "Anna@Example.ORG")]).records()
    assert not record.unexpected


def test_texts_that_look_like_utf_8() -> None:
    one = '{"status": 1, "message": "Привет"}'
    body = f'[{{"status": 1, "message": "hi"}}, {one}]'.encode()
    reply = parse(body, fmt=3, multi=True)
    assert [record.looks_like_utf8 for record in reply.records()] == [False, True] and reply.looks_like_utf8
    assert list(reply.rows("looks_like_utf8")) == [(False,), (True,)]
    assert [item.looks_like_utf8 for item in iter_parse([body], fmt=3) if isinstance(item, Record)] == [False, True]
    assert not parse(body, fmt=3, multi=True, charset="utf-8").looks_like_utf8
    assert not parse(body.decode(), fmt=3, multi=True).looks_like_utf8, "a str is UTF-8"
    assert not parse(one.encode("cp1251"), fmt=3).looks_like_utf8
    for record in reply.records():
        for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
            assert other == record and other.looks_like_utf8 is record.looks_like_utf8


def test_an_api_error_that_looks_like_utf_8() -> None:
    body = '{"error": "неверный пароль", "error_code": 2}'.encode()
    reply = parse(body, fmt=3, api_error="return")
    (error,) = reply
    assert isinstance(error, ApiError) and error.looks_like_utf8 and reply.looks_like_utf8
    assert pickle.loads(pickle.dumps(error)).looks_like_utf8 and copy.copy(error).looks_like_utf8
    with pytest.raises(ApiError) as caught:
        next(iter_parse([body], fmt=3))
    assert caught.value.looks_like_utf8 and caught.value == error
    (error,) = parse(body, fmt=3, charset="utf-8", api_error="return")
    assert isinstance(error, ApiError) and not error.looks_like_utf8 and not ApiError(9).looks_like_utf8
    assert not parse(b"OK").looks_like_utf8


@pytest.mark.parametrize(("body", "fmt"), [(b"[]", 3), (b"<list></list>", 2)])
def test_an_empty_list_has_no_items(body: bytes, fmt: Fmt) -> None:
    for multi in (True, False):
        assert list(parse(body, fmt=fmt, multi=multi)) == []
    assert list(iter_parse([body], fmt=fmt)) == []


@pytest.mark.parametrize(
    ("body", "beside"),
    [(b'{"message_id": "A1", "status": 200, "timestamp": 1760080210}', "status"), (b'{"error_code": 9, "x": 1}', "error_code")],
)
def test_an_object_of_another_service_is_no_reply(body: bytes, beside: str) -> None:
    with pytest.raises(MalformedReply, match=f"not an fmt=3 reply, which has .* beside `{beside}`"):
        parse(body, fmt=3)


def test_a_reply_of_send_php_is_no_status() -> None:
    with pytest.raises(MalformedReply, match="the body looks like a reply of send.php, so request the status of the id in it"):
        parse(b"282,1")


@pytest.mark.parametrize("body", [b"", b"  \n", b"<html>502</html>", b"Bad Gateway", "", b"1,x,0", b"1,1,0,5,5,5"])
@pytest.mark.parametrize("multi", [False, True])
def test_a_malformed_body_is_raised(body: bytes | str, multi: bool) -> None:
    if multi and body[:1] in (b"1", "1"):
        assert parse(body, multi=True).malformed
        return
    with pytest.raises(MalformedReply) as caught:
        parse(body, multi=multi)
    assert isinstance(caught.value, ValueError) and caught.value.offset >= 0 and caught.value.expected


def test_a_str_is_read_as_utf_8() -> None:
    body = "1,1,0,2,7,1,S,N,Привет,,0"
    (record,) = parse(body, all=1, charset="koi8-r").records()
    assert record.message == "Привет"
    with pytest.raises(MalformedReply) as caught:
        parse(body.replace(",,0", ",,999") + "\n", all=1, fmt=0)
    assert caught.value.offset == 0


WRONG: list[tuple[type[Exception], str, dict[str, Any]]] = [
    (TypeError, "fmt", {"fmt": "1"}),
    (TypeError, "fmt", {"fmt": None}),
    (TypeError, "fmt", {"fmt": 1.0}),
    (ValueError, "fmt", {"fmt": 4}),
    (ValueError, "fmt", {"fmt": -1}),
    (ValueError, "fmt", {"fmt": 10**30}),
    (TypeError, "all", {"all": b"1"}),
    (ValueError, "^all: expected 0, 1 or 2, not 3$", {"all": 3}),
    # A long number could be a phone, and a long word or one in other letters a text.
    (ValueError, "^all: expected 0, 1 or 2$", {"all": 79990000001}),
    (ValueError, "^charset: expected 'windows-1251', 'koi8-r' or 'utf-8', not 'windows1251'$", {"charset": "windows1251"}),
    (ValueError, "^charset: expected 'windows-1251', 'koi8-r' or 'utf-8'$", {"charset": "79990000001"}),
    (ValueError, "^kind: expected None, 'sms', 'hlr' or 'email', not 'SMS'$", {"kind": "SMS"}),
    (ValueError, "^kind: expected None, 'sms', 'hlr' or 'email'$", {"kind": "Привет"}),
    (ValueError, "^kind: expected None, 'sms', 'hlr' or 'email'$", {"kind": "hello Anna"}),
    (ValueError, "^api_error: expected 'raise' or 'return'$", {"api_error": "a-rather-long-word"}),
    (TypeError, "multi", {"multi": 1}),
    (TypeError, "charset", {"charset": None}),
    (ValueError, "charset", {"charset": "latin1"}),
    (ValueError, "charset", {"charset": "\ud800"}),
    (TypeError, "kind", {"kind": 4}),
    (ValueError, "kind", {"kind": "viber"}),
    (TypeError, "ids", {"ids": 5}),
    (TypeError, "ids", {"ids": "101"}),
    (TypeError, "ids", {"ids": [101]}),
    (TypeError, "ids: expected str for the phone of a pair, not int", {"ids": [(101, 79990000001)]}),
    (TypeError, "ids: expected int or str for the id of a pair, not float", {"ids": [(101.0, "79990000001")]}),
    (TypeError, "ids: expected int or str for the id of a pair, not bytes", {"ids": [(b"101", "79990000001")]}),
    (ValueError, "ids: an id must be a number from 1 to 2147483647, or a text", {"ids": [("a/b", "79990000001")]}),
    (ValueError, "ids: a phone must not be empty or white space", {"ids": [(101, "")]}),
    (ValueError, "ids: a phone must not be empty or white space", {"ids": [(101, " \t\u3000")]}),
    (ValueError, "ids", {"ids": [("", "79990000001")]}),
    (ValueError, "ids", {"ids": [("0", "79990000001")]}),
    (ValueError, "ids", {"ids": [("-5", "79990000001")]}),
    (ValueError, "ids", {"ids": [("2147483648", "79990000001")]}),
    (ValueError, "ids", {"ids": [("q" * 41, "79990000001")]}),
    (ValueError, "ids", {"ids": [("\ud800", "79990000001")]}),
    (ValueError, "ids", {"ids": [(10**30, "79990000001")]}),
    (ValueError, "ids", {"ids": [(0, "79990000001")]}),
    (ValueError, "ids", {"ids": [(1 << 31, "79990000001")]}),
    (ValueError, "ids", {"ids": [(101, "")]}),
    (TypeError, "api_error", {"api_error": False}),
    (ValueError, "api_error", {"api_error": "ignore"}),
    (TypeError, "unexpected keyword", {"format": 1}),
]


@pytest.mark.parametrize(("kind", "name", "options"), WRONG, ids=lambda value: str(value))
def test_wrong_options_are_named(kind: type[Exception], name: str, options: dict[str, Any]) -> None:
    with pytest.raises(kind) as caught:
        parse(b"1,1760080210,0", **options)
    assert re.search(name, str(caught.value))
    assert "7999" not in str(caught.value)


@pytest.mark.parametrize("body", [None, 5, 1.5, ["1"], object(), iter([b"1"])], ids=lambda body: type(body).__name__)
def test_wrong_bodies_get_the_accepted_types(body: Any) -> None:
    with pytest.raises(TypeError, match="body: expected bytes, bytearray, memoryview or str, not "):
        parse(body)


def test_unusual_bodies() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        parse("1,1,\ud800")
    numbers = memoryview(b"0,0120800671,1").cast("B")[::-1]
    assert len(parse(numbers)) == 1, "a view that is not contiguous"
    with pytest.raises(TypeError):
        parse()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        parse(b"1,1760080210,0", 1)  # type: ignore[call-arg]


def test_charset_names_are_those_of_the_command() -> None:
    for name in ("CP1251", "Windows-1251", "utf8", "UTF-8", "KOI8-R"):
        assert len(parse(b"1,1760080210,0", charset=name)) == 1  # type: ignore[arg-type]
