"""Records that are written and parsed again."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_proto import ApiError, Deleted, Missing, Record, WriteError, parse, write
from smsc_proto.types import All, Fmt

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
# Texts that every charset and format can represent.
PLAIN = st.text(st.sampled_from("абвгдЯё ABCxyz019.:-!?()"), max_size=40).map(str.strip)
TIME = st.integers(1, 1 << 40)
COST = st.decimals(0, 10**6, places=3, allow_nan=False)
FIELDS: dict[str, Any] = {
    "last_timestamp": TIME,
    "err": st.integers(0, 2**31 - 1),
    "flag": st.integers(0, 65535),
    "send_timestamp": TIME,
    "phone": st.from_regex(r"7[0-9]{10}", fullmatch=True),
    "cost": COST,
    "sender_id": TEXT,
    "message": TEXT,
    "comment": TEXT,
    "type": st.integers(0, 15).filter(lambda known: known != 4),
    "sms_cnt": st.integers(0, 2**31 - 1),
    "country": TEXT,
    "id": st.integers(1, 2**31 - 1) | st.from_regex(r"[A-Za-z0-9._-]{0,20}[A-Za-z._][A-Za-z0-9._-]{0,19}", fullmatch=True),
}


def record_of(fields: dict[str, Any]) -> Record:
    return Record(**fields)


RECORD = st.fixed_dictionaries({"status": st.integers(-(2**31), 2**31 - 1)}, optional=FIELDS).map(record_of)
LINE = st.builds(
    Record,
    status=st.integers(-2, 25),
    last_timestamp=TIME,
    err=st.integers(0, 999),
    send_timestamp=st.integers(1, 9_999_999_999),
    phone=FIELDS["phone"],
    cost=COST,
    sender_id=PLAIN,
    status_name=PLAIN,
    message=PLAIN,
    comment=PLAIN,
    type=st.integers(0, 3),
    id=FIELDS["id"],
)


@given(st.lists(RECORD, max_size=4), st.sampled_from([0, 1, 2]))
def test_json_represents_every_record(records: list[Record], all: int) -> None:
    full = {"fmt": 3, "all": 2, "multi": True, "charset": "utf-8"}
    assert list(parse(write(records, **full), **full)) == records  # type: ignore[arg-type]


@given(st.lists(LINE, min_size=1, max_size=4), st.sampled_from([0, 1, 2, 3]), st.sampled_from(["windows-1251", "koi8-r", "utf-8"]))
def test_every_format_represents_a_plain_record(records: list[Record], fmt: int, charset: str) -> None:
    options: dict[str, Any] = {"fmt": fmt, "all": 1, "multi": True, "charset": charset}
    body = write(records, **options, replace=True)
    parsed = [{**record.to_dict(), "split": None} for record in parse(body, **options).records()]
    # fmt 0 has no timestamps.
    lost = ("last_timestamp", "send_timestamp") if fmt == 0 else ()
    expected = [{key: value for key, value in record.to_dict().items() if key not in lost} | {"split": None} for record in records]
    assert parsed == expected


@given(st.binary(max_size=200), st.integers(0, 3), st.integers(0, 2), st.booleans())
@settings(max_examples=500)
def test_any_bytes_are_parsed_or_raise_a_documented_exception(body: bytes, fmt: Fmt, all: All, multi: bool) -> None:
    try:
        reply = parse(body, fmt=fmt, all=all, multi=multi)
    except (ValueError, ApiError):
        return
    for item in reply:
        assert isinstance(repr(item), str) and hash(item) == hash(item)


@given(st.text(max_size=200))
def test_any_text_is_parsed_or_raises_a_documented_exception(body: str) -> None:
    try:
        list(parse(body, all=2, multi=True))
    except (ValueError, ApiError):
        pass


def test_api_errors_and_deletions() -> None:
    assert write(Deleted()) == b"OK" and write([Deleted()], fmt=3) == b'{\n"result": "OK"\n}'
    assert write(ApiError(9)) == b"0,-9"
    assert write(ApiError(2, "no", 7), fmt=0) == b"ERROR = 2 (no), ID - 7"
    with pytest.raises(WriteError, match="error: cannot be represented in this format"):
        write(ApiError(9, "slow down"))
    assert write(ApiError(9, "slow down"), replace=True) == b"0,-9"
    with pytest.raises(WriteError, match="error_code"):
        write(ApiError(2**31))
    assert write(ApiError(8, "no", "order-77"), fmt=0) == b"ERROR = 8 (no), ID - order-77"
    for id in (0, "", "a/b", "0", 1.5, 10**30):
        with pytest.raises(ValueError, match="id: expected None, or a number from 1 to 2147483647, or a text"):
            write(ApiError(2, "no", id), fmt=0)  # type: ignore[arg-type]
    for code in (-1, 10**30):
        with pytest.raises(ValueError, match="error_code"):
            write(ApiError(code))


def test_errors_name_the_field_and_the_record() -> None:
    good, bad = Record(status=1, id=101, phone="7"), Record(status=1, id=102, phone="7", message="secret words")
    with pytest.raises(WriteError) as caught:
        write([good, bad], multi=True)
    assert caught.value.index == 1 and str(caught.value) == "record 1: message: cannot be represented in this format"
    assert "secret" not in repr(caught.value)
    with pytest.raises(ValueError, match="batch"):
        write([], multi=True)
    with pytest.raises(ValueError, match="multi"):
        write([good, good])
    with pytest.raises(ValueError, match="multi"):
        write([])


@pytest.mark.parametrize("records", [None, 5, [1], [None], [Missing(1, "7")], b"1,1,0", Record(status=1)], ids=lambda value: str(value))
def test_wrong_records(records: Any) -> None:
    with pytest.raises(TypeError, match="records"):
        write(records)


def test_wrong_options() -> None:
    wrong: list[tuple[type[Exception], str, dict[str, Any]]] = [
        (ValueError, "fmt", {"fmt": 9}),
        (TypeError, "charset", {"charset": 1}),
        (TypeError, "replace: expected True or False, not str", {"replace": "yes"}),
        (TypeError, "replace: expected True or False, not int", {"replace": 1}),
        (TypeError, "ids", {"ids": []}),
    ]
    for kind, message, options in wrong:
        with pytest.raises(kind, match=message):
            write([], **options)


def test_a_generator_of_records() -> None:
    records = (Record(status=1, last_timestamp=5, err=0, id=number, phone="7", cost=None) for number in (1, 2))
    assert write(records, multi=True) == b"1,5,0,1,7\n1,5,0,2,7"
    assert write([Record(status=1, cost=Decimal("0.5"))], fmt=3, all=1) == b'{\n"status": 1,\n"cost": "0.5"\n}'
