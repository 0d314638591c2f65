"""The attributes and the other properties of a record."""

import copy
import datetime as dt
import inspect
import pickle
from decimal import Decimal
from typing import Any

import pytest

from smsc_proto import ApiErrorCode, EmailErrCode, ErrCode, Flags, MessageType, Record, StatusCode, _codes, _native, parse
from smsc_proto.types import Fmt

LINE = "20,1760080219,1,1760080203,79991234504,2.10,GLOBUS,Невозможно доставить,Привет, мир,,0".encode("cp1251")
JSON = b'{"status": 1, "last_date": "10.10.2025 10:10:10", "last_timestamp": 1760080210, "flag": 40, "err": 1, "cost": "0.10"}'


def one(body: bytes | str, **options: object) -> Record:
    (record,) = parse(body, **options).records()  # type: ignore[arg-type]
    return record


def test_values_have_python_types() -> None:
    record = one(LINE, all=1)
    assert record.status == 20 and isinstance(record.status, StatusCode) and isinstance(record.status, int)
    assert record.err == 1 and type(record.err) is ErrCode
    assert record.cost == Decimal("2.1") and str(record.cost) == "2.10"
    assert record.changed_at == dt.datetime(2025, 10, 10, 7, 10, 19, tzinfo=dt.timezone.utc)
    assert record.sent_at == dt.datetime(2025, 10, 10, 7, 10, 3, tzinfo=dt.timezone.utc)
    assert record.changed_at.utcoffset() == dt.timedelta(0)
    assert record.type == 0 and type(record.type) is MessageType
    assert (record.message, record.comment, record.sender_id) == ("Привет, мир", "", "GLOBUS")
    assert record.is_ambiguous is True and record.is_hlr is False and record.unexpected is False
    assert (record.id, record.flag, record.flags, record.last_date, record.sms_cnt, record.imsi) == (None,) * 6


def test_local_dates_stay_naive() -> None:
    record = one(JSON, fmt=3)
    assert record.last_date == dt.datetime(2025, 10, 10, 10, 10, 10) and record.last_date.tzinfo is None
    for text in ("30.02.2025 10:10:10", "10.10.2025", "", "1.1.2025 1:1:1", "10.10.2025 10:10", "now", "10.10.0000 10:10:10"):
        record = Record(status=1, last_date=text)
        assert record.last_date is None and record.to_dict()["last_date"] == text


def test_instants_that_no_datetime_can_represent() -> None:
    assert one("1,253402300799,0").changed_at == dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.timezone.utc)
    late = one("1,253402300800,0")
    assert late.changed_at is None and late.last_timestamp == 253402300800


def test_codes_have_names() -> None:
    record = one(LINE, all=1)
    assert record.status.name == "Cannot be delivered" and record.status.title("ru") == "Невозможно доставить"
    assert record.err is not None and record.err.title("ru") == "Абонент не существует"
    assert repr(record.err) == "ErrCode(1)" and f"{record.err} {record.err:03d}" == "1 001"
    unknown = one("77,1760080210,333")
    assert unknown.status.name is None and unknown.err is not None and unknown.err.name is None and unknown.err == 333
    assert one("-3,0,0").status.name == "Message not found"
    with pytest.raises(ValueError, match="lang"):
        record.status.title("fr")  # type: ignore[arg-type]


CODES = [
    ("status", StatusCode),
    ("err", ErrCode),
    ("email_err", EmailErrCode),
    ("error_code", ApiErrorCode),
    ("type", MessageType),
]


@pytest.mark.parametrize(("table", "code"), CODES)
def test_codes_have_the_constants_of_their_table(table: str, code: type[StatusCode]) -> None:
    rows = _native.code_table(table)
    assert len(rows) > 8
    for name, number in rows:
        constant = getattr(code, name)
        assert constant == number and type(constant) is code and constant.name == code(number).name
    # What editors and type checkers see.
    declared = [name for name in code.__annotations__ if not name.startswith("_")]
    assert declared == [name for name, _ in rows]
    assert [name for name in dir(code) if name.isupper()] == sorted(declared)
    source = inspect.getsource(_codes)
    documented = [f'    {name}: ClassVar["{code.__name__}"]\n    """{number}: {code(number).name}."""\n' for name, number in rows]
    assert "".join(documented) in source


def test_a_status_is_matched_by_a_constant() -> None:
    match one("20,1760080210,1"):
        case Record(status=StatusCode.DELIVERED):
            pytest.fail("20 is another status")
        case Record(status=StatusCode.UNDELIVERABLE, err=ErrCode.NO_SUBSCRIBER):
            pass
        case _:
            pytest.fail("the constants are those of the numbers")
    # The phone's names are not those of e-mail.
    assert not hasattr(EmailErrCode, "NO_SUBSCRIBER") and not issubclass(EmailErrCode, ErrCode)


def test_an_err_of_an_email_has_its_own_names() -> None:
    by_flag, by_kind = one(JSON, fmt=3), one("20,1760080210,2", kind="email")
    assert type(by_flag.err) is EmailErrCode and by_flag.err.name == "No such addressee"
    assert by_kind.err is not None and by_kind.err.name == "Mailbox full"
    assert pickle.loads(pickle.dumps(by_kind)).err.name == "Mailbox full"


def test_flags_are_those_of_the_command() -> None:
    flags = one(JSON, fmt=3).flags
    assert flags == Flags(40)
    assert (flags.type.name, flags.second_balance, flags.template, flags.unknown_bits) == ("e-mail", True, None, 0)
    assert (Flags(65535).type.name, Flags(65535).template, Flags(65535).unknown_bits) == (None, "advertising", 63696)
    for flag in (-1, 65536):
        with pytest.raises(OverflowError):
            Flags(flag)


def test_equality_hash_and_copies() -> None:
    record = one(LINE, all=1)
    again = one(LINE.decode("cp1251"), all=1)
    assert record == again and hash(record) == hash(again) and len({record, again}) == 1
    assert record != one(LINE.replace(b"2.10", b"2.1"), all=1) and record != 20 and (record == 20) is False
    for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert other == record and hash(other) == hash(record) and repr(other) == repr(record)
    with pytest.raises(TypeError):
        record < again  # type: ignore[operator]


@pytest.mark.parametrize("id", ["order-77", "a", "q" * 40, "1.5", "5-", "-", "a.b_c"])
def test_a_text_id(id: str) -> None:
    record = one(f"1,1760080210,0,{id},79990000001", multi=True)
    assert record.id == id and type(record.id) is str and record.to_dict()["id"] == id
    made = Record(status=1, last_timestamp=1760080210, err=0, id=id, phone="79990000001")
    for other in (made, copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert other == record and hash(other) == hash(record) and other.id == id
    assert record != Record(**{**record.to_dict(), "id": 5}) and record != Record(**{**record.to_dict(), "id": "other"})
    assert repr(record) == f"Record(status=1, last_timestamp=1760080210, err=0, id='{id}', phone=…)"


def test_digits_are_a_number() -> None:
    assert Record(status=1, id="63") == Record(status=1, id=63) and Record(status=1, id="63").id == 63
    assert one(b'{"status": 1, "id": "63"}', fmt=3).id == 63


HISTORY = {"status": 1, "id": 206113, "int_id": 401671913, "format": "0", "crc": "307589946"}


@pytest.mark.parametrize(
    ("fmt", "body"),
    [
        (0, "Status = 1, check_time = 28.06.2021 15:55:47, message = hi, type = 0, ID = 206113, int_id = 401671913, sms_cnt = 1, format = 0, crc = 307589946"),
        (2, "<sms><status>1</status><id>206113</id><int_id>401671913</int_id><format>0</format><crc>307589946</crc></sms>"),
        (3, '{"status": 1, "id": 206113, "int_id": 401671913, "format": 0, "crc": "307589946"}'),
    ],
)
def test_the_fields_of_the_history(fmt: Fmt, body: str) -> None:
    record = one(body, fmt=fmt, all=2, multi=fmt == 0)
    assert (record.int_id, record.format, record.crc) == (401671913, "0", "307589946")
    assert {name: value for name, value in record.to_dict().items() if name in HISTORY} == HISTORY
    for other in (Record(**record.to_dict()), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert other == record and hash(other) == hash(record) and other.crc == "307589946"
    assert record != Record(**{**record.to_dict(), "int_id": 1}) and record != Record(**{**record.to_dict(), "crc": "1"})
    assert "307589946" not in repr(record)
    (row,) = parse(body, fmt=fmt, all=2, multi=fmt == 0).rows("int_id", "format", "crc")
    assert row == (401671913, "0", "307589946")


def test_the_range_of_int_id() -> None:
    assert Record(status=1, int_id=999_999_999_999_999).int_id == 999_999_999_999_999 and Record(status=1, int_id=0).int_id == 0
    for wrong in (-1, 10**15, 10**30):
        with pytest.raises(ValueError, match="int_id"):
            Record(status=1, int_id=wrong)
    with pytest.raises(TypeError, match="int_id"):
        Record(status=1, int_id="1")  # type: ignore[arg-type]


def test_a_record_is_immutable() -> None:
    record = one(LINE, all=1)
    for name in ("status", "phone", "other"):
        with pytest.raises(AttributeError):
            setattr(record, name, 1)
        with pytest.raises(AttributeError):
            delattr(record, name)


def test_nothing_personal_in_repr() -> None:
    shown = repr(one(LINE, all=1))
    assert "status=20" in shown and "message=…" in shown and "split='ambiguous'" in shown
    assert not any(secret in shown for secret in ("79991234504", "GLOBUS", "Привет", "Невозможно"))
    reply = parse(b"1,1,0,101,79990000001", multi=True, ids=[(5, "79990000002")])
    assert "7999" not in repr(reply) + repr(list(reply)) + str(reply.missing)


def test_patterns() -> None:
    match one("20,1760080210,1"):
        case Record(status=1):
            found = "delivered"
        case Record(20, err=1):
            found = "gone"
    assert found == "gone"
    match parse(b"1,1,0,101,7\n20,1,1,102,8", multi=True):
        case [Record(status=1), Record(id=second)]:
            assert second == 102
        case _:
            pytest.fail("a reply is a sequence")


def test_a_record_from_fields() -> None:
    assert Record(status=1, cost=Decimal("1E+1")).to_dict() == {"status": 1, "cost": "10"}
    assert Record(status=1, err=None) == Record(status=1)
    invalid: list[tuple[type[Exception], dict[str, Any]]] = [
        (TypeError, {}),
        (TypeError, {"status": "1"}),
        (TypeError, {"status": 1, "phone": 7}),
        (TypeError, {"status": 1, "cost": 2.5}),
        (TypeError, {"status": 1, "text": "hi"}),
        (ValueError, {"status": 1 << 40}),
        (ValueError, {"status": 10**30}),
        (ValueError, {"status": 1, "err": -1}),
        (ValueError, {"status": 1, "id": 0}),
        (ValueError, {"status": 1, "id": 10**30}),
        (ValueError, {"status": 1, "id": ""}),
        (ValueError, {"status": 1, "id": "0"}),
        (ValueError, {"status": 1, "id": "-5"}),
        (ValueError, {"status": 1, "id": "a b"}),
        (ValueError, {"status": 1, "id": "q" * 41}),
        (ValueError, {"status": 1, "id": "\ud800"}),
        (TypeError, {"status": 1, "id": 1.0}),
        (TypeError, {"status": 1, "id": b"5"}),
        (TypeError, {"status": 1, "crc": 5}),
        (ValueError, {"status": 1, "cost": "free"}),
        (ValueError, {"status": 1, "cost": Decimal("NaN")}),
        (ValueError, {"status": 1, "message": "\ud800"}),
        (ValueError, {"status": 1, "split": "certain"}),
        (TypeError, {"status": 1, "unexpected": "yes"}),
    ]
    for kind, fields in invalid:
        with pytest.raises(kind):
            Record(**fields)
    with pytest.raises(TypeError, match="'text'"):
        Record(status=1, text="hi")  # type: ignore[call-arg]
    untyped: Any = Record
    with pytest.raises(TypeError):
        untyped(1)


@pytest.mark.parametrize("code", [StatusCode, ErrCode, EmailErrCode, MessageType, ApiErrorCode])
def test_a_number_out_of_range_has_no_name(code: type[StatusCode]) -> None:
    for number in (2**70, -(2**70), 2**31, 2**32):
        assert code(number).name is None and code(number).title("ru") is None
    with pytest.raises(ValueError, match="lang"):
        code(2**70).title("de")  # type: ignore[arg-type]


def test_a_charset_is_decoded_as_browsers_do() -> None:
    every = bytes(byte for byte in range(256) if byte not in b"\n\r,")
    for charset, codec in (("windows-1251", "cp1251"), ("koi8-r", "koi8-r")):
        body = b"1,1,0,2,7,1,S,N," + every + b",,0"
        message = one(body, all=1, charset=charset).message
        # Python leaves one byte of windows-1251 undefined; browsers decode it as U+0098.
        expected = "".join(bytes([byte]).decode(codec, "replace") for byte in every).replace("\ufffd", "\x98")
        assert message == expected
