"""Checks every figure of a report against SQL of DuckDB over the Parquet of the same replies.

The replies are random: many operators, types and states, several reports of a message in several
formats, in any order and repeated, with malformed lines among them. Nothing of the SQL is made of the
code of the report: reports of one message are merged by window functions.
"""

import json
import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smsc_proto import Outcome, Record, Scan, scan, write
from smsc_proto.types import Fmt

duckdb = pytest.importorskip("duckdb")

NOVEMBER = 1_793_480_400  # 2026-11-01 00:00 in Moscow
OPERATORS = ["МТС", "Билайн", "МегаФон", "Tele2", "<script>alert(1)</script>", '=HYPERLINK("x")', "a,b", "Korea, Republic of"]
OPERATORS += [f"Operator {number}" for number in range(14)]
SENDERS = ["GLOBUS", "1234", "79990000001", "+7 999 123-45-67", "<b>x</b>", "@SUM(A1)", "Магазин", "\u202eevil", "-"]
ENDS: list[tuple[int, int | None]] = [*[(1, 0)] * 12, (2, 0), (4, 0), (20, 1), (20, 6), (20, 245), (20, 254), (20, 253), (23, 250), (3, 6), (22, 249), (24, 0)]
ENDS += [(25, 248), (20, 255), (20, 999), (77, 0), (20, 200), (1, 200), (-3, 0), (0, 0), (-1, 0), (-2, 0), (20, 220), (20, None)]
ANY_FMT: list[Fmt] = [0, 1, 2, 3]
ANY_FMT_BUT_VALUES: list[Fmt] = [0, 2, 3]
TYPES = [0] * 12 + [1, 4, 4, 5, 7, 8, 10, 12]
TEXTS = ["Hello", "a" * 160, "a" * 161, "a" * 309, "a" * 312, "я" * 70, "я" * 71, "я" * 140, "€" * 79, "€" * 80, "Привет, мир", "😀" * 36, "`" * 72]


def messages(chance: random.Random, count: int) -> Iterator[list[dict[str, Any]]]:
    """Returns the reports of messages, each with its fields."""
    for number in range(1, count + 1):
        kind = chance.choice(TYPES)
        status, err = chance.choice(ENDS)
        sent = NOVEMBER + chance.randrange(30 * 86_400)
        phone = f"user{number % 40}@example.org" if kind == 8 else f"7999{chance.randrange(2_000):07}"
        operator = chance.choice(OPERATORS)
        text = chance.choice(TEXTS)
        full: dict[str, Any] = {
            "send_timestamp": sent,
            "phone": phone,
            "country": chance.choice(["Россия", "Казахстан", ""]),
            "operator": operator,
            "operator_orig": operator if chance.random() < 0.8 else chance.choice(OPERATORS),
            "region": "Москва",
            "cost": Decimal(chance.randrange(100_000)) / 10_000,
            "sender_id": chance.choice(SENDERS),
            "status_name": "x",
            "message": text,
            "comment": "",
            "type": kind,
            "flag": kind | 32 * (chance.random() < 0.1),
            "sms_cnt": chance.choice([1, 1, 2, 2, 3, 3]),
            "id": number if number % 11 else f"order-{number}",
        }
        for name in ("cost", "send_timestamp", "sms_cnt", "flag", "operator_orig", "country"):
            if chance.random() < 0.03:
                del full[name]
        delay = int(chance.lognormvariate(3, 2)) if chance.random() < 0.97 else chance.choice([-5, 259_200, 259_201])
        brief = {"phone": full["phone"], "id": full["id"]}
        if kind != 8 and chance.random() < 0.1:
            brief["phone"] = f"8 ({phone[1:4]}) {phone[4:7]}-{phone[7:9]}-{phone[9:]}"
        last = {"status": status, "last_timestamp": max(sent + delay, 1)}
        if err is not None:
            last["err"] = err
        reports = [full | last] if chance.random() < 0.6 else [brief | last, full | {"status": 0, "last_timestamp": sent}]
        if chance.random() < 0.3:
            reports.append(brief | {"status": -1, "last_timestamp": sent - 1, "cost": Decimal(99)})
        if chance.random() < 0.1:
            reports.append(brief | {"status": -3})
        if chance.random() < 0.2:
            reports.append(chance.choice(reports))
        yield reports


def folder(path: Path, seed: int, count: int) -> Path:
    """Writes replies in every format, and returns their folder."""
    chance = random.Random(seed)
    path.mkdir()
    files: dict[tuple[Fmt, int], list[Record]] = {(fmt, number): [] for fmt in ANY_FMT for number in range(2)}
    for reports in messages(chance, count):
        for report in reports:
            # Values alone are those of all=2, without a comma: other reports have another format.
            is_plain = {"message", "cost"} <= report.keys() and "," not in report["operator"]
            fmt = chance.choice(ANY_FMT if is_plain else ANY_FMT_BUT_VALUES)
            files[fmt, chance.randrange(2)].append(Record(**report))
    for (fmt, number), records in files.items():
        chance.shuffle(records)
        halves: tuple[list[Record], ...] = (records[: len(records) // 2], records[len(records) // 2 :]) if fmt == 1 else (records,)
        bodies = [write(half, fmt=fmt, all=2, multi=True, charset="utf-8", replace=True) for half in halves]
        (path / f"{number}-{fmt}.txt").write_bytes(b"\nnot a record\n".join(bodies))
    # Without an id or a phone.
    (path / "without-key.txt").write_bytes(b'[{"status":1,"last_timestamp":1795000000},{"status":20,"err":1,"cost":"0.0001"}]')
    (path / "refused.txt").write_bytes(b'{"error":"authorise error","error_code":2}')
    return path


# The reports of each message, numbered from the greatest one by the rules of docs/polling.md.
MERGED = r"""
create table reports as select *,
    case when contains(phone, '@') then lower(phone)
         when regexp_matches(digits, '^8\d{10}$') then '7' || digits[2:]
         when regexp_matches(digits, '^9\d{9}$') then '7' || digits else digits end as number,
    coalesce(id::varchar, nullif(text_id, ''), 'i' || int_id) as own_id,
    case when status in (4, 6) then 4 when status = 2 then 3 when status in (1, 3, 20, 22, 23, 24, 25) then 2
         when status = -3 then 0 else 1 end as class,
    list_position([-2, -1, 0, 24, 23, 22, 25, 3, 20, 1, 4, 6], status) as rank
from (select *, regexp_replace(phone, '[^0-9]', '', 'g') as digits, row_number() over () as line
      from replies where status is not null);

create table keyed as select *,
    case when own_id is null or coalesce(number, '') in ('', '0') then 'line ' || line else own_id || ' ' || number end as key
from reports;

create table messages as select key,
    first(status) as status, first(err) as err, first(last_timestamp) as last, any_value(number) as number,
    first(flag) filter (flag is not null) as flag, first(type) filter (type is not null) as stated,
    first(send_timestamp) filter (send_timestamp is not null) as sent,
    first(nullif(country, '')) filter (country is not null) as country,
    first(nullif(operator, '')) filter (operator is not null) as operator,
    first(nullif(operator_orig, '')) filter (operator_orig is not null) as operator_orig,
    first(cost) filter (cost is not null) as cost, first(sender_id) filter (sender_id is not null) as sender_name,
    first(message) filter (message is not null) as message, first(sms_cnt) filter (sms_cnt is not null) as sms_cnt
from (select * from keyed order by key, class desc, coalesce(epoch(last_timestamp), 0) desc,
      coalesce(rank, 0) desc, status desc, coalesce(err, -1) desc)
group by key;

create table typed as select *,
    coalesce(stated, flag & 15, case when contains(number, '@') then 8 else 0 end) as kind,
    coalesce((flag >> 5) & 1, 0) = 1 as is_second,
    case when regexp_matches(sender_name, '^[-+() .0-9]*$') and len(regexp_replace(sender_name, '[^0-9]', '', 'g')) >= 7
         then null else nullif(sender_name, '') end as sender,
    epoch(sent)::bigint as sent_s, epoch(last)::bigint as last_s
from messages;

create table all_messages as select *,
    case when err = 200 and kind <> 8 then 'test'
         when status in (1, 2, 4, 6) then 'delivered'
         when err = 245 then 'unknown'
         when status in (3, 20, 22, 23, 24, 25) then 'failed'
         when status in (-2, -1, 0) then 'pending' else 'unknown' end as state,
    kind in (4, 5) as is_lookup
from typed;

create view sms as select *, case when state = 'delivered' and status = 1 then last_s - sent_s end as took
from all_messages where not is_lookup;
"""

# The totals of messages, as a report has them.
TOTALS = """
    count(*) filter (state = 'delivered'), count(*) filter (state = 'failed'), count(*) filter (state = 'pending'),
    count(*) filter (state = 'unknown'), count(*) filter (state = 'test'),
    coalesce(sum(cost) filter (not is_second), 0), coalesce(sum(cost) filter (is_second), 0),
    coalesce(sum(cost) filter (state = 'failed'), 0), count(cost)
"""


def totals(row: tuple[Any, ...]) -> dict[str, Any]:
    names = ("delivered", "failed", "pending", "unknown", "test")
    cost, second_cost, failed_cost = (f"{amount:.4f}" for amount in row[5:8])
    counts = dict(zip(names, row[:5], strict=True))
    return {"counts": counts, "cost": cost, "second_cost": second_cost, "failed_cost": failed_cost, "with_cost": row[8]}


def meaning(status: int, err: int | None, kind: int) -> Outcome:
    """Returns what codes mean: docs/outcomes.md."""
    codes: dict[str, Any] = {"status": status, "type": kind} | ({} if err is None else {"err": err})
    return Record(**codes).outcome


class Oracle:
    """The answers of DuckDB."""

    def __init__(self, replies: Scan, path: Path) -> None:
        replies.to_parquet(path)
        self.connection = duckdb.connect()
        self.connection.execute("set timezone = 'UTC'")
        self.connection.execute(f"create view replies as from '{path}'")
        self.connection.execute(MERGED)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(sql).fetchall())

    def one(self, sql: str) -> Any:
        return self.rows(sql)[0][0]

    def totals(self, where: str = "true", table: str = "sms") -> dict[str, Any]:
        return totals(self.rows(f"select {TOTALS} from {table} where {where}")[0])

    def delay(self, where: str = "true") -> dict[str, int] | None:
        """Returns the smallest times that are enough, by the number of messages up to each."""
        found = self.rows(
            f"""with times as (select took, row_number() over (order by took) as place, count(*) over () as n
                from sms where took between 0 and 259200 and ({where}))
                select any_value(n), min(took) filter (place * 100 >= n * 50), min(took) filter (place * 100 >= n * 90),
                min(took) filter (place * 100 >= n * 99) from times"""
        )[0]
        return None if found[0] is None else dict(zip(("count", "median_s", "p90_s", "p99_s"), found, strict=True))

    def breakdown(self, column: str) -> list[dict[str, Any]]:
        """Returns all groups, in the order of a report."""
        names = self.rows(f"select {column}, count(*) from sms group by all")
        names.sort(key=lambda row: (-row[1], row[0] is not None, (row[0] or "").encode()))
        groups = []
        for name, _ in names:
            where = f"{column} is null" if name is None else f"{column} = '{name.replace(chr(39), chr(39) * 2)}'"
            groups.append({"name": name, "totals": self.totals(where), "delay": self.delay(where)})
        return groups


@pytest.fixture(scope="module", params=[1, 2])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Oracle, Scan]:
    path = tmp_path_factory.mktemp("oracle")
    replies = scan(folder(path / "replies", request.param, 3_000), all=2, charset="utf-8")
    return replies.report(tz="Europe/Moscow").figures, Oracle(replies, path / "replies.parquet"), replies


Case = tuple[dict[str, Any], Oracle, Scan]


def test_totals(case: Case) -> None:
    figures, oracle, _ = case
    assert figures["totals"] == oracle.totals()
    assert min(figures["totals"]["counts"].values()) > 0
    assert figures["previous"] is None


@pytest.mark.parametrize(
    ("name", "column"),
    [("operators", "operator"), ("countries", "country"), ("senders", "sender"), ("types", "kind::varchar")],
)
def test_breakdowns(case: Case, name: str, column: str) -> None:
    figures, oracle, _ = case
    groups = oracle.breakdown(column)
    found = figures[name]
    if name == "types":
        # Of equally many messages, the order is that of the numbers as texts.
        assert sorted(found["groups"], key=lambda group: group["name"]) == sorted(groups, key=lambda group: group["name"])
        return
    assert found["groups"] == groups[:15]
    assert found["others_count"] == len(groups[15:])
    assert (found["others"] is None) == (len(groups) <= 15)
    if name == "operators":
        others = ", ".join("'" + (group["name"] or "").replace("'", "''") + "'" for group in groups[15:])
        where = f"coalesce(operator, '') in ({others})"
        assert found["others"] == {"name": None, "totals": oracle.totals(where), "delay": oracle.delay(where)}


def test_delays(case: Case) -> None:
    figures, oracle, _ = case
    delays = figures["delays"]
    assert delays["all"] == oracle.delay()
    ended = "state = 'delivered' and status = 1"
    assert delays["unknown"] == oracle.one(f"select count(*) from sms where {ended} and took is null")
    assert delays["out_of_range"] == oracle.one(f"select count(*) from sms where {ended} and (took < 0 or took > 259200)")
    for bin in delays["histogram"]:
        upper = "<=" if bin["to_s"] == 259_200 else "<"
        assert bin["count"] == oracle.one(f"select count(*) from sms where took >= {bin['from_s']} and took {upper} {bin['to_s']}")
    assert sum(bin["count"] for bin in delays["histogram"]) == delays["all"]["count"]
    assert all(one["to_s"] == other["from_s"] for one, other in zip(delays["histogram"], delays["histogram"][1:]))


def test_hours_and_days(case: Case) -> None:
    figures, oracle, _ = case
    local = "timezone('Europe/Moscow', sent)"
    assert figures["hours"] == [oracle.totals(f"hour({local}) = {hour}") for hour in range(24)]
    assert figures["weekdays"] == [oracle.totals(f"isodow({local}) = {day}") for day in range(1, 8)]
    days = oracle.rows(f"select unnest(generate_series(min({local}::date), max({local}::date), interval 1 day))::date from sms")
    assert figures["days"] == [[str(day), oracle.totals(f"{local}::date = '{day}'")] for (day,) in days]


def test_causes(case: Case) -> None:
    figures, oracle, _ = case
    rows = oracle.rows(
        """select status, err, kind, count(*), coalesce(sum(cost), 0) from sms where state = 'failed' group by all
           order by 4 desc, 1, err nulls first, 3"""
    )
    causes = [(one["status"], one["err"], one["message_type"], one["count"], Decimal(one["cost"])) for one in figures["causes"]]
    assert causes == rows
    assert all(one["cause"] == meaning(one["status"], one["err"], one["message_type"]).cause for one in figures["causes"])


def test_parts(case: Case) -> None:
    figures, oracle, _ = case
    parts = figures["parts"]
    rows = dict(oracle.rows("select sms_cnt, count(*) from sms where sms_cnt between 1 and 255 group by all"))
    assert {count: messages for count, messages in enumerate(parts["messages"], 1) if messages} == rows
    # The places that each text takes: by hand, since there are few texts.
    places = {"Hello": 5, "€" * 79: 158, "€" * 80: 160, "Привет, мир": 11, "😀" * 36: 72, "`" * 72: 72}
    texts = oracle.rows("select message, sms_cnt, cost from sms where kind in (0, 1) and message is not null")
    assert parts["with_text"] == len(texts)
    over = []
    for text, sms_cnt, cost in texts:
        size = places.get(text, len(text))
        is_gsm = text.isascii() and "`" not in text or "€" in text
        alone, of_several = (160, 153) if is_gsm else (70, 67)
        count = 1 if size <= alone else -(-size // of_several)
        if count > 1 and size - of_several * (count - 1) <= 5 and sms_cnt in (None, count):
            over.append(int((cost or 0) * 10_000) // count)
    assert parts["just_over"] == len(over) > 0
    assert Decimal(parts["just_over_cost"]) == Decimal(sum(over)) / 10_000


def test_lookups(case: Case) -> None:
    figures, oracle, _ = case
    lookups = figures["lookups"]
    assert [group["name"] for group in lookups["types"]] == ["4", "5"]
    for group in lookups["types"]:
        assert group["totals"] == oracle.totals(f"is_lookup and kind = {group['name']}", "all_messages")
    both = "operator is not null and operator_orig is not null"
    assert lookups["with_operators"] == oracle.one(f"select count(*) from all_messages where {both}")
    assert lookups["ported"] == oracle.one(f"select count(*) from all_messages where {both} and operator <> operator_orig")


def test_quality(case: Case) -> None:
    figures, oracle, _ = case
    quality = figures["quality"]
    of_reports = "select count(*) from reports where "
    assert quality == {
        "records": oracle.one(of_reports + "true"),
        "merged": oracle.one("select (select count(*) from reports) - count(*) from messages"),
        "malformed": oracle.one("select count(*) from replies where malformed is not null"),
        "api_errors": oracle.one("select count(*) from replies where error_code is not null"),
        "ambiguous": oracle.one(of_reports + "ambiguous"),
        "not_found": oracle.one(of_reports + "status = -3"),
        "unknown_codes": oracle.one(
            """select count(*) from sms where status = 77 or err = 999
               or (kind = 8 and err in (6, 200, 220, 250))"""
        ),
        "without_time": oracle.one("select count(*) from sms where sent is null"),
        "without_cost": oracle.one("select count(*) from sms where cost is null"),
        "without_key": oracle.one("select count(*) from keyed where key like 'line %'"),
    }
    assert quality["malformed"] == 2 and quality["api_errors"] == 1 and quality["merged"] > 1_000
    period = figures["period"]
    assert (period["first"], period["last"]) == oracle.rows("select min(sent_s), max(sent_s) from sms")[0]
    assert period["until"] == oracle.one("select greatest(max(epoch(last_timestamp)), max(epoch(send_timestamp)))::bigint from reports")
    assert (period["zone"], period["currency"]) == ("Europe/Moscow", None)


def suppressed(oracle: Oracle) -> list[list[str]]:
    """Returns the list of phones by SQL, of the codes for which one does not write again."""
    codes = oracle.rows("select distinct status, err, kind from all_messages")
    stop = [(*code, outcome.channel) for code in codes if (outcome := meaning(*code)).suppress]
    oracle.connection.execute("create or replace table stop (status int, err int, kind int, channel varchar)")
    oracle.connection.executemany("insert into stop values (?, ?, ?, ?)", stop)
    return [
        list(row)
        for row in oracle.rows(
            """select number, channel, coalesce(strftime(make_timestamp(since::bigint * 1000000), '%Y-%m-%dT%H:%M:%SZ'), ''),
                   times::varchar
               from (select number, channel, min(coalesce(last_s, sent_s)) as since, count(*) as times
                     from all_messages join stop using (status, kind)
                     where all_messages.err is not distinct from stop.err and coalesce(number, '') not in ('', '0')
                     group by number, channel)
               order by number, channel"""
        )
    ]


def test_suppression(case: Case, tmp_path: Path) -> None:
    figures, oracle, replies = case
    path = tmp_path / "stop.csv"
    replies.report(tz="Europe/Moscow", suppress=path)
    assert path.stat().st_mode & 0o777 == 0o600
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    expected = suppressed(oracle)
    assert head == "phone,reason,since,times" and len(expected) > 100
    assert [line.split(",") for line in lines] == expected
    reasons = [line[1] for line in expected]
    assert {one["reason"]: one["phones"] for one in figures["suppressed"]} == {name: reasons.count(name) for name in set(reasons)}


def test_a_period(case: Case) -> None:
    _, oracle, replies = case
    figures = replies.report(tz="Europe/Moscow", start=date(2026, 11, 10), end="2026-11-12").figures
    where = "timezone('Europe/Moscow', sent)::date between '2026-11-10' and '2026-11-12'"
    assert figures["totals"] == oracle.totals(where)
    assert [day for day, _ in figures["days"]] == ["2026-11-10", "2026-11-11", "2026-11-12"]
    assert figures["quality"]["without_time"] == oracle.one("select count(*) from all_messages where sent is null")


def test_the_period_before_and_statistics(case: Case) -> None:
    figures, oracle, replies = case
    statistics = b'[{"login":"alex","sms":12,"credit":"16.80","debit":"100","currency":"KZT"}]'
    other = replies.report(tz="Europe/Moscow", previous=replies, statistics=statistics).figures
    assert other["previous"] == figures["totals"]
    cost = oracle.one("select sum(cost) from all_messages where not is_second")
    count = oracle.one("select count(*) from all_messages")
    assert other["reconciliation"] == {"messages": [12, count], "cost": ["16.8000", f"{cost:.4f}"]}
    assert other["period"]["currency"] == "KZT"


def test_merged_input_has_the_same_figures(case: Case, tmp_path: Path) -> None:
    """One report of each message: with and without merging, and in any order, the figures are equal."""
    _, _, replies = case
    path = tmp_path / "replies"
    path.mkdir()
    chance = random.Random(6)
    records = [Record(**reports[0]) for reports in messages(chance, 500)]
    for number in range(2):
        half = records[number::2]
        (path / f"{number}.json").write_bytes(write(half, fmt=3, all=2, multi=True, charset="utf-8"))
    merging, trusting = (scan(path, all=2, charset="utf-8").report(merged=merged).figures for merged in (False, True))
    assert json.dumps(merging) == json.dumps(trusting)
    again = scan(sorted(path.iterdir(), reverse=True), all=2, charset="utf-8").report().figures
    assert json.dumps(again) == json.dumps(merging)
    assert replies.report(tz="Europe/Moscow").figures == replies.report(tz="Europe/Moscow").figures
