"""``Scan.report``: figures, page, tables and files. ``columns/test_report_oracle.py`` checks every figure."""

import os
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from smsc_proto import Report, Scan, scan

# fmt=1&all=1: a message on its way and then delivered, and one that is not.
REPLY = (
    b"0,1760080202,0,1760080202,79990000020,2.12,GLOBUS,D,hello,,0,101\n"
    b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hello,,0,101\n"
    b"20,1760080219,1,1760166603,79990000021,2.12,<b>,D,hello,,0,102\n"
)


def replies(body: bytes = REPLY, **options: Any) -> Scan:
    return scan(body, all=1, charset="utf-8", **options)


def test_figures() -> None:
    report = replies().report()
    assert repr(report) == "Report(2 messages, 1 delivered)"
    figures = report.figures
    assert figures["totals"]["counts"] == {"delivered": 1, "failed": 1, "pending": 0, "unknown": 0, "test": 0}
    assert (figures["totals"]["cost"], figures["totals"]["failed_cost"]) == ("4.2400", "2.1200")
    assert (figures["quality"]["records"], figures["quality"]["merged"]) == (3, 1)
    assert figures["delays"]["all"] == {"count": 1, "median_s": 8, "p90_s": 8, "p99_s": 8}
    assert figures["period"] == {"first": 1760080202, "last": 1760166603, "until": 1760166603, "zone": "UTC", "currency": None}
    assert figures["suppressed"] == [{"reason": "phone", "phones": 1}]


def test_the_zone_of_the_account() -> None:
    body = b'[{"status":1,"last_date":"10.10.2025 10:10:10","last_timestamp":1760080210,"err":0,"id":1,"phone":"79990000001"}]'
    assert scan(body).report().figures["period"]["zone"] == "+03:00"
    assert scan(body).report(tz="Asia/Tokyo").figures["period"]["zone"] == "Asia/Tokyo"


def test_options() -> None:
    table = replies(columns=["id"], where=[("status", "!=", 20)], dictionary=True)
    assert table.report().figures["totals"]["counts"]["failed"] == 0
    assert replies().report(merged=True).figures["totals"]["counts"]["pending"] == 1
    of_one_day = replies().report(tz="UTC", merged=True, start=date(2025, 10, 11), end=datetime(2025, 10, 11, tzinfo=timezone.utc))
    assert repr(of_one_day) == "Report(1 messages, 0 delivered)"
    previous = replies().report(previous=replies(b""), currency="RUB").figures
    assert (previous["previous"]["counts"]["failed"], previous["period"]["currency"]) == (0, "RUB")


def test_page_and_tables(tmp_path: Path) -> None:
    report = replies().report()
    page = report.to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == page == replies().report().to_html()
    assert page.startswith("<!DOCTYPE html>") and "<b>" not in page and "7999" not in page and "hello" not in page
    assert 'lang="ru"' in report.to_html(lang="ru")
    assert report.to_html(template="{{ 1 + 1 }}") == "2"
    report.to_csv(tmp_path / "tables")
    assert "operators.csv" in os.listdir(tmp_path / "tables")
    assert sorted(os.listdir(tmp_path)) == ["report.html", "tables"]
    with pytest.raises(ValueError, match="template"):
        report.to_html(template="{{ nothing }}")
    with pytest.raises(ValueError, match="lang"):
        report.to_html(lang="de")  # type: ignore[arg-type]


def test_the_list_of_phones(tmp_path: Path) -> None:
    path = tmp_path / "stop.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    replies().report(suppress=path)
    assert path.read_text(encoding="utf-8") == "phone,reason,since,times\n79990000021,phone,2025-10-10T07:10:19Z,1\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["stop.csv"]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"tz": "Nowhere"}, ValueError, "tz: unknown time zone"),
        ({"start": "2025-10-11", "end": "2025-10-10"}, ValueError, "ends before it starts"),
        ({"merged": True, "start": "2025-10-11"}, ValueError, "needs a time zone"),
        ({"start": "10.10.2025"}, ValueError, "start: expected a day"),
        ({"end": 5}, TypeError, "end: expected a date"),
        ({"start": date(1999, 1, 1)}, ValueError, "years 2000 to 9999"),
        ({"statistics": b"<html>"}, ValueError, "statistics"),
        ({"previous": REPLY}, TypeError, "previous: expected a Scan"),
    ],
)
def test_wrong_options(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        replies().report(**options)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_bytes(REPLY)
    table = scan(path, all=1)
    path.unlink()
    with pytest.raises(FileNotFoundError, match=r"reply\.txt"):
        table.report()


def test_a_report_is_made_by_scan_alone() -> None:
    assert isinstance(replies().report(), Report)
    assert Report.__module__ == "smsc_proto"
