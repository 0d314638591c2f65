"""Compares the speed of the package with plain Python: ``cargo xtask bench python``.

Every contender is checked against the values that the batch was made of before it is timed. A
result is the best of many runs, because the minimum is least affected by other load. Compare ratios
only, and only within one run.
"""

import json
import random
import sys
import timeit
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from smsc_proto import Record, parse, write
from smsc_proto.types import All, Column

RECORDS = 10_000
RUNS = 40
ALL0: list[Column] = ["status", "last_timestamp", "err", "id", "phone"]
ALL2: list[Column] = [
    *("status", "last_timestamp", "err", "send_timestamp", "phone", "country", "operator", "region", "cost", "sender_id"),
    *("status_name", "message", "comment", "type", "id"),
]
# No text contains a comma or a line break, so that splitting returns the right fields.
MESSAGES = [
    "Ваш код подтверждения 4821. Никому его не сообщайте и не пересылайте",
    "Заказ 78-74-08 собран и ждёт вас в пункте выдачи до конца этой недели",
    "Здравствуйте! Оплата получена. Спасибо что остаётесь с нами всегда",
]
PLACES = [("Россия", "МТС", "г. Москва и Московская область"), ("Россия", "МегаФон", "Новосибирская область")]

Rows = list[tuple[Any, ...]]
Reader = Callable[[], Any]


def batch_rows() -> Rows:
    """Returns random values of the fields of all=2, in its order."""
    chance = random.Random(20251010)
    rows = []
    for _ in range(RECORDS):
        status, err, name = chance.choice([(1, 0, "Доставлено"), (20, 1, "Не доставлено"), (25, 248, "Не доставлено"), (-1, 0, "Ждёт")])
        time = 1_760_000_000 + chance.randrange(10**6)
        cost = chance.choice(["2.12", "4.1", "0.385", "12.3456"])
        number = [status, time, err, time - chance.randrange(600), str(79_000_000_000 + chance.randrange(10**9))]
        texts = [*chance.choice(PLACES), Decimal(cost), "GLOBUS", name, chance.choice(MESSAGES), ""]
        rows.append((*number, *texts, 0, 10**9 + chance.randrange(10**9)))
    return rows


def picked(rows: Rows, names: list[Column]) -> Rows:
    """Returns the named fields of each row."""
    indices = [ALL2.index(name) for name in names]
    return [tuple(row[index] for index in indices) for row in rows]


def through_objects(body: bytes, all: All, names: list[Column]) -> tuple[Reader, Reader]:
    """Returns a function that reads the attributes of every record, and one that returns them."""
    reads = "; ".join(f"record.{name}" for name in names)
    code = f"def read():\n    for record in parse(body, all={all}, multi=True):\n        {reads}"
    space: dict[str, Any] = {"parse": parse, "body": body}
    exec(code, space)
    return space["read"], lambda: [tuple(getattr(record, name) for name in names) for record in parse(body, all=all, multi=True)]


def through_rows(body: bytes, all: All, names: list[Column]) -> tuple[Reader, Reader]:
    """Returns a function that iterates over rows, and one that returns the rows."""

    def read() -> None:
        for _ in parse(body, all=all, multi=True).rows(*names):
            pass

    return read, lambda: list(parse(body, all=all, multi=True).rows(*names))


def through_outcomes(body: bytes) -> tuple[Reader, Reader]:
    """Returns a function that reads two attributes of every outcome, and one that returns them."""

    def read() -> None:
        for record in parse(body, multi=True).records():
            outcome = record.outcome
            outcome.state, outcome.suppress  # noqa: B018

    def values() -> Rows:
        outcomes = [record.outcome for record in parse(body, multi=True).records()]
        return [(outcome.state, outcome.suppress) for outcome in outcomes]

    return read, values


def split_and_int(text: str) -> tuple[Reader, Reader]:
    """Returns the functions for plain Python on lines of all=0."""

    def read() -> None:
        for line in text.splitlines():
            status, time, err, _, _ = line.split(",")
            int(status), int(time), int(err)

    return read, lambda: [tuple(map(int, line.split(",")[:3])) for line in text.splitlines()]


def decode_and_split(body: bytes) -> tuple[Reader, Reader]:
    """Returns the functions for plain Python on lines of all=2."""

    def read() -> None:
        for line in body.decode("cp1251").splitlines():
            line.split(",")

    return read, lambda: [tuple(line.split(",")) for line in body.decode("cp1251").splitlines()]


def json_loads(body: bytes) -> tuple[Reader, Reader]:
    """Returns the functions for the standard library's parser on a reply of fmt 3."""

    def values() -> Rows:
        return [tuple(record[name] for name in ALL2) for record in json.loads(body.decode("cp1251"))]

    return lambda: json.loads(body.decode("cp1251")), values


def peer(body: bytes) -> tuple[Reader, Reader] | None:
    """Returns the functions for the package ``smsc`` on a reply of fmt 3.

    Returns ``None`` if that package is not installed.
    """
    try:
        from smsc.responses import StatusResponse  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None

    def read() -> Any:
        return [StatusResponse(record) for record in json.loads(body.decode("cp1251"))]

    return read, lambda: [(response.status.status_id,) for response in read()]


def nanoseconds(read: Reader) -> float:
    """Returns the shortest time for one record."""
    return min(timeit.repeat(read, number=1, repeat=RUNS)) / RECORDS * 1e9


def table(title: str, baseline: tuple[str, tuple[Reader, Reader], Rows], others: list[tuple[str, tuple[Reader, Reader], Rows, float]]) -> None:
    """Checks and times all contenders, and prints their speed relative to the baseline."""
    for name, (_, values), expected in [baseline, *(other[:3] for other in others)]:
        assert values() == expected, f"{name} returns other values than the batch was made of"
    base = nanoseconds(baseline[1][0])
    print(f"\n{title:<44}{'ns a record':>12}{'times as fast':>15}{'goal':>7}")
    print(f"{baseline[0]:<44}{base:>12.0f}{1:>15.2f}")
    for name, (read, _), _, goal in others:
        took = nanoseconds(read)
        print(f"{name:<44}{took:>12.0f}{base / took:>15.2f}{f'{goal:g}' if goal else '':>7}")


def lines() -> None:
    """Times single calls for one short line."""
    line = "1,1286524541,0"
    space = {"parse": parse, "line": line, "body": line.encode()}
    record = parse(line)[0]
    assert isinstance(record, Record) and (record.status, record.last_timestamp, record.err) == (1, 1286524541, 0)

    def best(code: str) -> float:
        return min(timeit.repeat(code, globals=space, number=20_000, repeat=RUNS)) / 20_000 * 1e9

    base = best("a, b, c = line.split(','); int(a); int(b); int(c)")
    print(f"\n{'one short line':<44}{'ns':>12}{'times as fast':>15}{'goal':>7}")
    print(f"{'split, three int()':<44}{base:>12.0f}{1:>15.2f}")
    for name, code, goal in [
        ("parse of a str", "parse(line)", "1"),
        ("parse of bytes", "parse(body)", "1"),
        ("parse, three attributes read", "record = parse(body)[0]; record.status; record.last_timestamp; record.err", ""),
    ]:
        took = best(code)
        print(f"{name:<44}{took:>12.0f}{base / took:>15.2f}{goal:>7}")


def main() -> None:
    rows = batch_rows()
    records = [Record(**{name: value for name, value in zip(ALL2, row, strict=True)}) for row in rows]
    brief = [Record(**{name: value for name, value in zip(ALL2, row, strict=True) if name in ALL0}) for row in rows]
    body0 = write(brief, multi=True)
    body2 = write(records, all=2, multi=True)
    # In fmt 3, the server writes local dates as well as timestamps.
    dates: dict[str, Any] = {"last_date": "10.10.2025 10:10:10", "send_date": "10.10.2025 10:10:00"}
    body3 = write([Record(**record.to_dict(), **dates) for record in records], fmt=3, all=2, multi=True)
    three: list[Column] = ["status", "last_timestamp", "err"]
    five: list[Column] = ["status", "err", "id", "cost", "message"]
    print(f"Python {sys.version.split()[0]}, {RECORDS} records: all=0 {len(body0) / RECORDS:.0f} bytes each, all=2 {len(body2) / RECORDS:.0f}")
    table(
        "all=0: status, timestamp, err",
        ("split, three int()", split_and_int(body0.decode()), picked(rows, three)),
        [
            ("parse, Record objects", through_objects(body0, 0, three), picked(rows, three), 2),
            ("parse, rows()", through_rows(body0, 0, three), picked(rows, three), 3),
        ],
    )
    parts: list[Column] = ["outcome.state", "outcome.suppress"]
    # What docs/outcomes.md says of the statuses and errs of the batch.
    known = {1: ("delivered", False), 20: ("failed", True), 25: ("failed", False), -1: ("pending", False)}
    outcomes: Rows = [known[row[0]] for row in rows]
    table(
        "all=0: state and suppress of the outcome",
        ("parse, record.outcome of objects", through_outcomes(body0), outcomes),
        [("parse, rows()", through_rows(body0, 0, parts), outcomes, 2)],
    )
    words = [tuple(map(str, row)) for row in rows]
    loaded = [(*row[:8], str(row[8]), *row[9:]) for row in rows]
    others: list[tuple[str, tuple[Reader, Reader], Rows, float]] = [
        ("parse, five attributes of Record objects", through_objects(body2, 2, five), picked(rows, five), 2),
        ("parse, five fields through rows()", through_rows(body2, 2, five), picked(rows, five), 2),
        ("parse, every attribute of Record objects", through_objects(body2, 2, ALL2), rows, 1),
        ("parse, every field through rows()", through_rows(body2, 2, ALL2), rows, 1),
        ("json.loads of the same batch in fmt 3", json_loads(body3), loaded, 0),
    ]
    if objects := peer(body3):
        others.append(("smsc's objects of the same batch in fmt 3", objects, picked(rows, ["status"]), 0))
    else:
        print("\nleft out: the package smsc is not installed or cannot be imported")
    table("all=2, windows-1251", ("decode and split", decode_and_split(body2), words), others)
    lines()


if __name__ == "__main__":
    main()
