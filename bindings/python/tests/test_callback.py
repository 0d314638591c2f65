"""Push notifications: every case, what a change does to a signature, and what is never shown."""

import copy
import gc
import hashlib
import json
import logging
import pickle
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, fields
from datetime import datetime, timezone
from typing import Any, get_args
from urllib.parse import parse_qsl, quote_plus

import pytest
from cases import ROOT
from hypothesis import given
from hypothesis import strategies as st

from smsc_proto import Callback, CallbackError, ConfirmedCall, IncomingMessage, Record, parse_callback, types, verify_callback

CASES: list[dict[str, Any]] = json.loads((ROOT / "testdata/callbacks/callbacks.json").read_text(encoding="utf-8"))
RIGHT = [case for case in CASES if "verified" in case["expect"]]
SECRET = "zxc"


def arguments(case: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Returns the body, or the fields, and the options of a case."""
    charset = {"charset": case["charset"]} if "charset" in case else {}
    if case["format"] == "fields":
        return [(name, value) for name, value in case["fields"]], charset
    return bytes.fromhex(case["body_hex"]), charset | {"fmt": case["format"]}


def error_of(attempt: Callable[[], Any]) -> dict[str, Any]:
    with pytest.raises(CallbackError) as caught:
        attempt()
    error = caught.value
    assert pickle.loads(pickle.dumps(error)) == error and hash(error) == hash(copy.copy(error))
    return {"error": error.reason} | ({} if error.field is None else {"field": error.field})


def test_cases_are_there() -> None:
    assert len(CASES) >= 50 and len(RIGHT) >= 15


def test_the_words() -> None:
    # The cases have every reason but that of the secret, and an unknown field is skipped whatever its
    # value is.
    assert {case["expect"].get("error") for case in CASES} == {None, *get_args(types.CallbackErrorReason)} - {"empty_secret"}
    untyped: Any = parse_callback
    for name in get_args(types.CallbackField):
        with pytest.raises(TypeError, match=f"^{name}: expected str or bytes, not object"):
            untyped({"mes": "a", name: object()})
    assert len(set(get_args(types.CallbackField))) == 25


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case(case: dict[str, Any]) -> None:
    (body, options), secret, expect = arguments(case), case["secret"], case["expect"]
    for take in (bytes, bytearray, memoryview) if isinstance(body, bytes) else (list, iter):
        if "verified" in expect:
            found = verify_callback(take(body), secret, **options)
            assert found.to_dict() == expect and found.verified
            assert [list(found.covered), found.algorithm] == list(expect["verified"].values())
            assert found == verify_callback(take(body), secret.encode(), **options)
            for other in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found)):
                assert other == found and hash(other) == hash(found) and repr(other) == repr(found)
        else:
            what = {name: expect[name] for name in ("error", "field") if name in expect}
            assert error_of(lambda: verify_callback(take(body), secret, **options)) == what
        if "kind" in expect:
            read = parse_callback(take(body), **options)
            assert read.to_dict() == {name: expect[name] for name in ("kind", "event")}
            assert (read.verified, read.covered, read.algorithm) == (False, (), None)
        else:
            what = {name: expect[name] for name in ("error", "field") if name in expect}
            assert error_of(lambda: parse_callback(take(body), **options)) == what


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case["name"])
def test_every_changed_bit_is_refused(case: dict[str, Any]) -> None:
    body, options = arguments(case)
    right = verify_callback(body, case["secret"], **options)
    event = right.event.to_dict()
    if isinstance(body, bytes):
        changed = bytearray(body)
        for at in range(8 * len(body)):
            changed[at // 8] ^= 1 << at % 8
            # A changed bit of another field, or of the syntax around a value, may leave what is covered
            # unchanged. Anything else is refused.
            try:
                found = verify_callback(changed, case["secret"], **options)
            except CallbackError:
                pass
            else:
                names = [{"ts": "ts", "id": "id"}.get(name, name) for name in right.covered]
                assert [found.event.to_dict()[name] for name in names] == [event[name] for name in names]
            changed[at // 8] ^= 1 << at % 8
        assert changed == body


def signed(kind: str, secret: str, charset: str = "cp1251", algorithm: str = "sha1") -> list[tuple[str, bytes]]:
    """Returns the fields of a signed notification."""
    values: dict[str, dict[str, str]] = {
        "status": {"id": "101", "phone": "79990000001", "status": "1", "err": "0"},
        "incoming": {"phone": "79990000001", "mes": "Да: ё", "to": "79160000000", "sms_id": "7"},
        "call": {"phone": "79990000001", "ts": "1760080210", "waitcall": "1"},
    }
    covered = {"status": ("id", "phone", "status"), "incoming": ("phone", "mes", "to"), "call": ("phone", "ts")}[kind]
    fields = {name: value.encode(charset) for name, value in values[kind].items()}
    text = b":".join([*(fields[name] for name in covered), secret.encode()])
    return [*fields.items(), (algorithm, hashlib.new(algorithm, text).hexdigest().encode())]


@pytest.mark.parametrize("kind", ["status", "incoming", "call"])
@pytest.mark.parametrize("algorithm", ["sha1", "md5"])
def test_every_bit_of_a_covered_field_and_of_the_signature_counts(kind: str, algorithm: Any) -> None:
    right = signed(kind, SECRET, algorithm=algorithm)
    covered = verify_callback(right, SECRET).covered
    for index, (name, value) in enumerate(right):
        if name not in (*covered, algorithm):
            continue
        for at in range(8 * len(value)):
            changed = bytearray(value)
            changed[at // 8] ^= 1 << at % 8
            with pytest.raises(CallbackError):
                verify_callback([*right[:index], (name, bytes(changed)), *right[index + 1 :]], SECRET)
        for other in (value + b"0", value[:-1], b"0" + value, b""):
            with pytest.raises(CallbackError):
                verify_callback([*right[:index], (name, other), *right[index + 1 :]], SECRET)
        with pytest.raises(CallbackError):
            verify_callback([*right[:index], *right[index + 1 :]], SECRET)


def test_every_bit_of_the_secret_counts() -> None:
    right = signed("status", SECRET)
    for at in range(8 * len(SECRET)):
        changed = bytearray(SECRET.encode())
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(CallbackError) as caught:
            verify_callback(right, bytes(changed))
        assert (caught.value.reason, caught.value.field) == ("wrong_signature", "sha1")
    for secret in (SECRET + "\n", SECRET[:-1], SECRET.upper()):
        with pytest.raises(CallbackError):
            verify_callback(right, secret)


def test_a_repeated_name_is_seen() -> None:
    right = signed("incoming", SECRET)
    assert verify_callback([*right, ("mes", dict(right)["mes"]), ("sms_id", "8"), ("other", 5)], SECRET).event.to_dict()["sms_id"] == "8"
    for name in ("phone", "mes", "to", "sha1", "status"):
        with pytest.raises(CallbackError) as caught:
            verify_callback([*right, (name, b"2")], SECRET)
        assert caught.value.reason in ("repeated", "several_kinds")
        with pytest.raises(CallbackError):
            verify_callback([(name, b"2"), *right], SECRET)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_fields_of_a_framework(charset: Any) -> None:
    codec = {"windows-1251": "cp1251"}.get(charset, charset)
    right = signed("incoming", SECRET, codec)
    expected = verify_callback("&".join(f"{name}={quote_plus(value)}" for name, value in right).encode(), SECRET, charset=charset)
    assert isinstance(expected.event, IncomingMessage) and expected.event.mes == "Да: ё"
    decoded = [(name, value.decode(codec)) for name, value in right]
    body = "&".join(f"{name}={quote_plus(value)}" for name, value in right)
    forms: list[Any] = [
        dict(decoded),
        dict(right),
        decoded,
        iter(right),
        {name.encode(): value for name, value in right},
        parse_qsl(body, encoding=codec),
        [*decoded, ("file", object()), ("\ud800", None), (b"\xff", 5)],
        {**dict(decoded), "file": object()},
    ]
    for form in forms:
        assert verify_callback(form, SECRET, charset=charset) == expected
    # All bytes of the charset, and characters that it lacks.
    every = bytes(range(0x80, 0x100)) if charset != "utf-8" else "я中😀".encode()
    values = [("phone", b"1"), ("mes", every), ("to", b"234")]
    text = parse_callback(values, charset=charset).event.to_dict()["mes"]
    assert parse_callback([("phone", "1"), ("mes", text), ("to", "234")], charset=charset).event.to_dict()["mes"] == text
    signature = hashlib.sha1(b":".join([b"1", every, b"234", b"zxc"])).hexdigest()
    assert verify_callback({"phone": "1", "mes": text, "to": "234", "sha1": signature}, SECRET, charset=charset).verified
    wrong = ["\ud800"] if charset == "utf-8" else ["\ud800", "中", "S3cret😀"]
    for value in wrong:
        with pytest.raises(CallbackError, match="^mes: the value is not in the charset") as caught:
            verify_callback({"phone": "1", "mes": value, "to": "234", "sha1": "x"}, SECRET, charset=charset)
        assert (caught.value.reason, caught.value.field, caught.value.offset) == ("not_in_charset", "mes", None)
        assert parse_callback({"phone": "1", "mes": "a", "other": value}, charset=charset).kind == "incoming"


class MultiDict(dict[str, str]):
    """A form as frameworks have it: a mapping with one value of each name, and all of them as pairs."""

    pairs: list[tuple[str, str]]

    def multi_items(self) -> list[tuple[str, str]]:
        return self.pairs


def test_a_multi_dict() -> None:
    right = [(name, value.decode("cp1251")) for name, value in signed("incoming", SECRET)]
    form = MultiDict(right)
    form.pairs = [*right, ("mes", "other")]
    assert verify_callback(form, SECRET).verified
    with pytest.raises(CallbackError, match="mes: repeated"):
        verify_callback(form.multi_items(), SECRET)


def test_the_body_is_not_changed() -> None:
    body = b"phone=1%32%33&mes=te%78t&to=234&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd"
    kept = bytearray(body)
    assert verify_callback(kept, SECRET) == verify_callback(memoryview(kept), SECRET) == verify_callback(body, SECRET)
    assert kept == body and body.count(b"%") == 3


def test_events() -> None:
    record = parse_callback(b"id=order-7&phone=7&status=20&err=1&cost=2.10&ts=1760080210&time=10.10.2025+10%3A10%3A10").event
    assert isinstance(record, Record) and record == Record(
        status=20, id="order-7", phone="7", err=1, cost="2.10", last_timestamp=1760080210, last_date="10.10.2025 10:10:10"
    )
    assert record.outcome.suppress and str(record.cost) == "2.10" and not record.looks_like_utf8
    wrong = parse_callback("id=1&phone=7&status=1&sender=Привет".encode()).event
    assert isinstance(wrong, Record) and wrong.looks_like_utf8
    call = parse_callback({"phone": "7", "waitcall": "1", "ts": "1760080210"}).event
    assert isinstance(call, ConfirmedCall) and call.called_at == datetime(2025, 10, 10, 7, 10, 10, tzinfo=timezone.utc)
    assert ConfirmedCall("7", "1").called_at is None and ConfirmedCall("7", "1", 253_402_300_800).called_at is None
    assert ConfirmedCall("7", "1", 253_402_300_799).called_at is not None
    match parse_callback(b"phone=1&mes=&to=2"):
        case Callback("incoming", IncomingMessage(phone, mes, to, sms_id), (), None, False):
            assert (phone, mes, to, sms_id) == ("1", "", "2", None)
        case _:
            pytest.fail("an empty message is a message")


def test_values_are_immutable() -> None:
    found = verify_callback(signed("call", SECRET), SECRET)
    for value in (found, found.event):
        assert not hasattr(value, "__dict__")
        for name in [field.name for field in fields(value)]:  # type: ignore[arg-type]
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)


def test_wrong_arguments() -> None:
    verify: Any = verify_callback
    right = dict(signed("status", SECRET))
    text = "id=101&phone=79161234567&status=1"
    wrong: list[tuple[type[Exception], str, tuple[Any, ...], dict[str, Any]]] = [
        (TypeError, "body: expected bytes, or the fields .*, not str", (text, SECRET), {}),
        (TypeError, "body: expected bytes, or the fields .*, not NoneType", (None, SECRET), {}),
        (TypeError, "body: expected bytes, or the fields .*, not int", (5, SECRET), {}),
        (TypeError, "body: expected .name, value. tuples, not str", (["ab"], SECRET), {}),
        (TypeError, "body: expected .name, value. tuples, not tuple", ([("a", "b", "c")], SECRET), {}),
        (TypeError, "body: expected .name, value. tuples, not list", ([["id", "1"]], SECRET), {}),
        (TypeError, "body: expected names that are str or bytes, not int", ({5: "a"}, SECRET), {}),
        (TypeError, "phone: expected str or bytes, not list", ({"phone": ["79161234567"]}, SECRET), {}),
        (TypeError, "phone: expected str or bytes, not NoneType", ({"phone": None}, SECRET), {}),
        (TypeError, "secret: expected str or bytes, not NoneType", (right, None), {}),
        (TypeError, "secret: expected str or bytes, not int", (right, 5), {}),
        (ValueError, "secret: the str has an unpaired surrogate", (right, "\ud800"), {}),
        (ValueError, "fmt: expected 'form', 'xml' or 'json', not 'html'", (right, SECRET), {"fmt": "html"}),
        (TypeError, "fmt: expected", (right, SECRET), {"fmt": 3}),
        (ValueError, "fmt: expected 'form' for fields", (right, SECRET), {"fmt": "json"}),
        (ValueError, "charset: expected", (right, SECRET), {"charset": "latin1"}),
        (TypeError, "", (right,), {}),
        (TypeError, "", (right, SECRET, "form"), {}),
    ]
    for kind, message, given_arguments, options in wrong:
        with pytest.raises(kind, match=message or None) as caught:
            verify(*given_arguments, **options)
        assert "79161234567" not in repr(caught.value) and SECRET not in str(caught.value)
    empty: Any
    for empty in ("", b"", bytearray()):
        with pytest.raises(CallbackError) as refused:
            verify(right, empty)
        assert refused.value.reason == "empty_secret"
    body: Any
    for body in (b"", b" \n", {}, [], iter(())):
        with pytest.raises(CallbackError) as refused:
            verify(body, SECRET)
        assert refused.value.reason == "empty"
    with pytest.raises(CallbackError) as refused:
        verify(b'{"id": "101", "status": [1]}', SECRET, fmt="json")
    assert (refused.value.reason, refused.value.offset) == ("not_flat", 24)


class Stop(BaseException):
    """Nothing may turn it into another exception."""


def raising(*_: Any) -> Any:
    raise Stop


def test_hostile_objects() -> None:
    class Mapping(dict[str, str]):
        items = raising

    class Pairs:
        __iter__ = raising

    class Text(str):
        __str__ = __repr__ = __hash__ = __iter__ = raising

    class Bytes(bytes):
        __len__ = __iter__ = __bytes__ = raising

    class Unclear:
        __class__ = property(raising)

    def pairs() -> Iterator[Any]:
        yield "id", "1"
        raise Stop

    verify: Any = verify_callback
    for body in (Mapping(id="1"), Pairs(), pairs()):
        with pytest.raises(Stop):
            verify(body, SECRET)
    right = signed("status", SECRET)
    assert verify([(Text(name), Bytes(value)) for name, value in right], Text(SECRET)).verified
    assert verify([(Bytes(name.encode()), value) for name, value in right], Bytes(SECRET.encode())).verified
    with pytest.raises(Stop):
        verify(Unclear(), SECRET)
    with pytest.raises(TypeError, match="secret: expected str or bytes, not Unclear"):
        verify(right, Unclear())
    growing = dict(right)

    class Growing(dict[str, bytes]):
        def items(self) -> Any:
            for name, value in right:
                growing.clear()
                yield name, value

    assert verify(Growing(growing), SECRET).verified


PERSONAL = ("79161234567", "S3cretText", "S3cretOfTheHandler")


def shown(error: BaseException) -> str:
    """Returns all that a log or a debugger would show of an exception, apart from the frames of the test."""
    parts: list[Any] = [error, error.args, error.__dict__, error.__cause__, error.__context__, pickle.dumps(error)]
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    own = [frame for frame in frames.stack if "smsc_proto" in frame.filename]
    assert not own, "the functions have no frame that could hold the secret"
    logged = logging.Formatter().formatException((type(error), error, error.__traceback__))
    return "".join([str(error), *map(repr, parts), logged])


def test_no_secret_and_no_value_is_shown() -> None:
    phone, text, secret = PERSONAL
    right = [("phone", phone), ("mes", text), ("to", phone)]
    good = [*right, ("sha1", hashlib.sha1(f"{phone}:{text}:{phone}:{secret}".encode()).hexdigest())]
    found = verify_callback(good, secret)
    texts = [repr(found), str(found), repr(found.event), repr(found.covered), repr(parse_callback(good))]
    wrong: list[tuple[Any, dict[str, Any]]] = [
        (right, {}),
        ([*right, ("sha1", "0" * 40)], {}),
        ([*right, ("sha1", secret)], {}),
        ([*right, ("md5", text)], {}),
        ([*right, ("crc32", text)], {}),
        ([*right, ("mes", phone)], {}),
        ([*right, ("waitcall", text)], {}),
        ([("status", text), ("phone", phone)], {}),
        ([("mes", f"{text}中"), ("phone", phone)], {}),
        ([("id", text + " "), ("status", "1"), ("phone", phone), ("sha1", "0" * 40)], {}),
        ([("phone", f"{phone}:{text}"), *right[1:], ("sha1", "0" * 40)], {}),
        (f"{phone}={text}".encode(), {}),
        (json.dumps(dict(right)).encode()[:-1], {"fmt": "json"}),
        (json.dumps({"mes": [text], "phone": phone}).encode(), {"fmt": "json"}),
        (f"<{text}><mes>{phone}</{text}>".encode(), {"fmt": "xml"}),
        (f"<a><mes><b>{phone}</b></mes>{text}</a>".encode(), {"fmt": "xml"}),
    ]
    for body, options in wrong:
        with pytest.raises(CallbackError) as caught:
            verify_callback(body, secret, **options)
        texts.append(shown(caught.value))
    bad: Any
    for bad in ([*right, ("to", [phone])], phone, [text]):
        with pytest.raises(TypeError) as caught_type:
            verify_callback(bad, secret)
        texts.append(str(caught_type.value) + repr(caught_type.value.args))
    # The line of this file that calls is a part of a traceback; it has names and no values.
    for shown_text in texts:
        assert not any(known in shown_text for known in PERSONAL), shown_text


NAMES = st.sampled_from(get_args(types.CallbackField)) | st.text(max_size=3) | st.binary(max_size=3)
VALUES = st.sampled_from(["1", "20", "-3", "79990000001", "", ":", "0" * 40, "f" * 32, "2.10"]) | st.text(max_size=6) | st.binary(max_size=6)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), st.sampled_from(["windows-1251", "koi8-r", "utf-8"]))
def test_any_fields_are_parsed_and_never_verified(pairs: list[tuple[Any, Any]], charset: Any) -> None:
    with pytest.raises(CallbackError):
        verify_callback(pairs, SECRET, charset=charset)
    try:
        found = parse_callback(pairs, charset=charset)
    except CallbackError as error:
        assert error.reason in get_args(types.CallbackErrorReason) and error.field in (None, *get_args(types.CallbackField))
        return
    assert pickle.loads(pickle.dumps(found)) == found and not found.verified


PIECES = [b"id", b"phone", b"status", b"mes", b"=", b"&", b"%41", b"+", b"{", b"}", b'"', b'"mes":', b'"a"', b",", b"<a>", b"</a>", b"<mes>", b"</mes>", b"&#1084;", b"<![CDATA[", b"]]>", b"1", b"\xef\xbb\xbf", b"\\u0416"]


@given(st.binary(max_size=50) | st.lists(st.sampled_from(PIECES)).map(b"".join), st.sampled_from(get_args(types.CallbackFormat)))
def test_any_body_is_parsed_and_never_verified(body: bytes, fmt: Any) -> None:
    with pytest.raises(CallbackError) as caught:
        verify_callback(body, SECRET, fmt=fmt)
    assert caught.value.offset is None or caught.value.offset <= len(body)
    try:
        parse_callback(body, fmt=fmt)
    except CallbackError:
        pass


@given(st.sampled_from(["status", "incoming", "call"]), st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_right_signature_is_verified_with_any_secret(kind: str, secret: str) -> None:
    right = signed(kind, secret)
    assert verify_callback(right, secret).kind == kind
    with pytest.raises(CallbackError):
        verify_callback(right, secret + "x")


def test_eight_threads_verify_the_same() -> None:
    mes = "я" * 20_000
    signature = hashlib.sha1(b":".join([b"1", mes.encode("cp1251"), b"234", b"zxc"])).hexdigest()
    form = {"phone": "1", "mes": mes, "to": "234", "sha1": signature}
    body = "&".join(f"{name}={quote_plus(value, encoding='cp1251')}" for name, value in form.items()).encode()
    expected = verify_callback(body, SECRET)
    assert len(body) > 1 << 14
    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(lambda at: verify_callback(form if at % 2 else body, SECRET), range(16)))


def test_a_long_body_is_verified_on_a_thread() -> None:
    mes = "x" * (5 << 20)
    signature = hashlib.sha1(f"1:{mes}:234:zxc".encode()).hexdigest()
    body = f"phone=1&mes={mes}&to=234&sha1={signature}".encode()
    assert verify_callback(body, SECRET) == verify_callback(dict(parse_qsl(body.decode())), SECRET)
    with pytest.raises(CallbackError, match="wrong signature"):
        verify_callback(body, "zxd")


def test_notifications_do_not_leak() -> None:
    bodies = [signed(kind, SECRET) for kind in ("status", "incoming", "call")]

    def some() -> int:
        for _ in range(1_000):
            for body in bodies:
                verify_callback(body, SECRET)
                parse_callback(dict(body))
        gc.collect()
        return sys.getallocatedblocks()

    some()
    before = some()
    assert some() - before < 1000, "at least one of six calls leaks"
