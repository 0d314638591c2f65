"""``read_ids``, and the option ``--ids-file`` compared with that of ``smsc``."""

import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cases import smsc

from smsc_proto import parse, read_ids

PAIRS: list[tuple[int | str, str]] = [(101, "79990000001"), ("order-77", "+7 999 000-00-02")]
LINES = b"101:79990000001\norder-77:+7 999 000-00-02\n"
TABLE = b"id,phone\n101,79990000001\norder-77,+7 999 000-00-02\n"

GOOD: dict[str, tuple[bytes, list[tuple[int | str, str]]]] = {
    "lines": (LINES, PAIRS),
    "lines without the last line end": (LINES[:-1], PAIRS),
    "lines with CRLF": (LINES.replace(b"\n", b"\r\n"), PAIRS),
    "lines with a byte order mark": (b"\xef\xbb\xbf" + LINES, PAIRS),
    "blank lines": (b"\n \n\r\n" + LINES.replace(b"\n", b"\n\t\n\n"), PAIRS),
    "spaces around id and phone": (b" 101 : 79990000001 \n\torder-77:\t+7 999 000-00-02\n", PAIRS),
    "the id ends at the first colon": (b"5:a:b@example.org", [(5, "a:b@example.org")]),
    "a number sign is not special": (b"5:#31#79990000001", [(5, "#31#79990000001")]),
    "digits are a number": (b"007:1\n2147483647:2\n-:3", [(7, "1"), (2147483647, "2"), ("-", "3")]),
    "the names of the columns as ids": ("id:phone\nid:тел".encode(), [("id", "phone"), ("id", "тел")]),
    "repeated pairs": (b"5:1\n5:1\n5:2", [(5, "1"), (5, "1"), (5, "2")]),
    "a table with commas": (TABLE, PAIRS),
    "a table with semicolons": (TABLE.replace(b",", b";"), PAIRS),
    "a table with tabs": (TABLE.replace(b",", b"\t"), PAIRS),
    "a table with CRLF": (TABLE.replace(b"\n", b"\r\n"), PAIRS),
    "a table with a byte order mark": (b"\xef\xbb\xbf" + TABLE, PAIRS),
    "a table without the last line end": (TABLE[:-1], PAIRS),
    "a table with blank lines": (b"\n\n" + TABLE.replace(b"\n", b"\n\n  \n") + b"\n", PAIRS),
    "a table with tabs and blank lines": (TABLE.replace(b",", b"\t").replace(b"\n", b"\n\t\n"), PAIRS),
    "case and spaces in the header": (b" Phone , x, ID \n79990000001,a,101\n+7 999 000-00-02,b,order-77", PAIRS),
    "other columns before, between and after": (b"a;phone;b;id;c\n1;79990000001;2;101;3\n;+7 999 000-00-02;;order-77\n", PAIRS),
    "spaces around the values of a table": (b"id;phone\n 101 ; 79990000001 \norder-77;+7 999 000-00-02 \n", PAIRS),
    "quotes": (b'"id","phone","text"\n"101","79990000001","a ""b"", c"\n"order-77","+7 999 000-00-02",""\n', PAIRS),
    "a separator in quotes": (b'id;phone\n5;"1;2"\n6;"3,4"\n', [(5, "1;2"), (6, "3,4")]),
    "line breaks in quotes": (b'text,id,phone\n"one\n\ntwo\r\nthree",101,79990000001\n"x",order-77,+7 999 000-00-02\n', PAIRS),
    "a quoted header with a line break": (b'"te\nxt",id,phone\nx,101,79990000001\ny,order-77,+7 999 000-00-02\n', PAIRS),
    "a header with other separators in a name": (b"a,b;id;phone\n1,2;101;79990000001\n;order-77;+7 999 000-00-02\n", PAIRS),
}

BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "no pair: expected one ID:PHONE a line, or CSV"),
    "blank": (b"\xef\xbb\xbf\r\n \n", "no pair: expected one ID:PHONE a line, or CSV"),
    "a header alone": (b"id,phone\n", "no pair: expected one ID:PHONE a line, or CSV"),
    "no colon": (b"5:79990000001\n\n79990000002\n", "line 3: expected one ID:PHONE a line, or CSV with a header"),
    "no header": (b"101,79990000001\n", "line 1: expected one ID:PHONE a line, or CSV with a header"),
    "a header with one column": (b"id,tel\n101,79990000001\n", "line 1: expected one ID:PHONE a line, or CSV with a header"),
    "a header in another line": (b"5:79990000001\nid,phone\n", "line 2: expected one ID:PHONE a line, or CSV with a header"),
    "no phone": (b"5: \n", "line 1: missing phone: expected a phone or an e-mail address"),
    "no id": (b"5:7\n:79990000001", "line 2: invalid id: expected a number from 1 to 2147483647, or 1 to 40 Latin letters"),
    "id 0": (b"0:79990000001", "line 1: invalid id"),
    "a negative id": (b"-5:79990000001", "line 1: invalid id"),
    "an id that is too large": (b"2147483648:79990000001", "line 1: invalid id"),
    "an id that is too long": (b"q" * 41 + b":79990000001", "line 1: invalid id"),
    "an id with a plus": (b"+5:79990000001", "line 1: invalid id"),
    "an id with a slash": (b"a/b:79990000001", "line 1: invalid id"),
    "a table with an invalid id": (b"id;phone\n5;7\n\n6.;79990000001\na b;79990000002", "line 5: invalid id"),
    "a table with a row without a phone": (b"id;phone\n5;\n", "line 2: missing phone"),
    "a table with a row that is too short": (b"id;phone\n5\n", "line 2: expected as many fields as the header has"),
    "a table with an empty row": (b"id,phone\n5,7\n,\n", "line 3: invalid id"),
    "the line of a row after a line break": (b'x,id,phone\n"\n\n",5,7\n"\n",0,7\n', "line 5: invalid id"),
    "an open quote": (b'id,phone\n5,7\n6,"79990000001\n7,8\n', "line 3: expected a closing quote"),
    "an open quote in the last line": (b'id,phone\n5,7\n6,"79990000001', "line 3: expected a closing quote"),
    "not UTF-8": ("5:7\n6:тел\n".encode("cp1251"), "line 2: expected UTF-8"),
    "UTF-16": ("5:7\n".encode("utf-16"), "line 1: expected UTF-8"),
    # A phone in the form ID:PHONE has no separator, so that no pair is lost inside a phone.
    "several pairs in a line": (b"5:7\n6:8,7:9\n", "line 2: expected one ID:PHONE, without a comma"),
    "a semicolon": (b"6:8;7:9\n", "line 1: expected one ID:PHONE, without a comma"),
    "old line ends": (b"6:8\r7:9\r", "line 1: expected one ID:PHONE, without a comma"),
    "old line ends of a table": (b"id,phone\r5,6\r", "line 1: expected one ID:PHONE"),
    "old line ends in a table": (b"id,phone\n5,6\r7,8\n", "line 2: expected CSV with lines that end in LF or CRLF"),
}

@pytest.mark.parametrize("name", GOOD)
def test_files_of_pairs(name: str, tmp_path: Path) -> None:
    content, expected = GOOD[name]
    path = tmp_path / "pairs"
    path.write_bytes(content)
    with path.open(encoding="utf-8") as text, path.open("rb") as binary:
        sources: list[Any] = [path, str(path), text, binary, io.BytesIO(content), io.StringIO(content.decode())]
        for source in sources:
            assert read_ids(source) == expected


@pytest.mark.parametrize("name", BAD)
def test_files_that_are_none(name: str) -> None:
    content, expected = BAD[name]
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}") as caught:
        read_ids(io.BytesIO(content))
    assert "7999" not in str(caught.value) and "\n" not in str(caught.value)


def test_the_pairs_are_those_of_parse() -> None:
    reply = parse(b"1,1760080210,0,order-77,79990000002", multi=True, ids=read_ids(io.BytesIO(LINES)))
    assert [record.unexpected for record in reply.records()] == [False]
    assert [missing.id for missing in reply.missing] == [101]


@pytest.mark.parametrize("source", [None, 5, b"5:7", ["5:7"]], ids=lambda source: type(source).__name__)
def test_wrong_sources(source: Any) -> None:
    with pytest.raises(TypeError, match="read_ids: expected a path or a file, not "):
        read_ids(source)


def test_sources_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_ids(tmp_path / "missing")

    class Wrong:
        def read(self) -> Any:
            return None

    with pytest.raises(TypeError, match="read_ids: expected a file that returns bytes or str, not NoneType"):
        read_ids(Wrong())
    with pytest.raises(ValueError, match="line 1: expected a phone that can be encoded"):
        read_ids(io.StringIO("5:\ud800"))


@pytest.mark.parametrize("name", [*GOOD, *BAD])
def test_the_command_accepts_the_same_files(name: str, tmp_path: Path) -> None:
    content, expected = (GOOD | BAD)[name]
    path = tmp_path / "pairs"
    path.write_bytes(content)
    body = b"1,1760080210,0,order-77,79990000002"
    result = subprocess.run([smsc(), "decode", "--multi", "--json", "--ids-file", str(path)], input=body, capture_output=True, check=False)
    if isinstance(expected, str):
        assert (result.returncode, result.stdout) == (2, b"")
        # The number of the line is the same.
        line = re.compile(r"\bline (\d+): ")
        assert line.findall(result.stderr.decode()) == line.findall(expected)
        assert b"7999" not in result.stderr
    else:
        items = [item.to_dict() for item in parse(body, multi=True, ids=expected)]
        assert [json.loads(line) for line in result.stdout.splitlines()] == items and result.returncode == 0
