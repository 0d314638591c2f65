"""Rows in frames of polars and pandas: no cost loses a digit."""

from decimal import Decimal
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import polars as pl

from smsc_proto import parse
from smsc_proto.types import Column

# More rows with two fraction digits than polars looks at.
COSTS = ["2.12"] * 200 + ["0.1234", "10000000000.0001"]
BODY = "".join(f"1,1760080210,0,1760080202,79990000020,{cost},GLOBUS,D,hello,,0,{id}\n" for id, cost in enumerate(COSTS, 1))
REPLY = parse(BODY, all=1, multi=True, ids=[(1000, "79990000001")])
COLUMNS: list[Column] = ["status", "id", "err", "sms_cnt", "cost", "changed_at", "outcome.state", "outcome.suppress"]
ROWS = [row for row in REPLY.rows(*COLUMNS) if row[0] is not None]
TOTAL = sum(map(Decimal, COSTS))


def test_the_rows() -> None:
    assert len(ROWS) == 202 and len(REPLY) == 203


def test_polars() -> None:
    types: list[Any] = [pl.Int32, pl.Int64, pl.Int64, pl.Int64, pl.Decimal(18, 4), pl.Datetime("us", "UTC"), pl.String, pl.Boolean]
    frame = pl.DataFrame(ROWS, schema=dict(zip(COLUMNS, types, strict=True)), orient="row")
    assert frame["cost"].sum() == TOTAL and frame["cost"].to_list() == list(map(Decimal, COSTS))
    assert frame.rows() == ROWS
    assert frame.filter(pl.col("outcome.state") == "delivered").height == 202


def test_pandas() -> None:
    frame = pd.DataFrame(ROWS, columns=list(COLUMNS)).astype({"err": "Int64", "sms_cnt": "Int64"})
    assert frame["cost"].sum() == TOTAL and list(frame["cost"]) == list(map(Decimal, COSTS))
    assert list(frame["id"]) == list(range(1, 203)) and frame["sms_cnt"].isna().all()
    assert frame["changed_at"].iloc[0] == ROWS[0][5]
