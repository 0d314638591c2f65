"""Merged reports: every case, in every order, and what the arguments may be."""

import json
import pickle
from itertools import permutations
from typing import Any

import pytest
from cases import ROOT

from smsc_proto import Merged, Record, merge, parse

CASES: list[dict[str, Any]] = json.loads((ROOT / "testdata/merge/merge.json").read_text(encoding="utf-8"))


def report(found: dict[str, Any]) -> Record:
    (record,) = parse(bytes.fromhex(found["body_hex"]), **found["query"]).records()
    return record


def test_cases_are_there() -> None:
    assert len(CASES) >= 28


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case(case: dict[str, Any]) -> None:
    reports = [report(found) for found in case["reports"]]
    expect = case["expect"]
    for order in permutations(reports):
        found = merge(iter(order))
        assert found.record.to_dict() == expect["record"]
        assert (found.is_final, found.not_found) == (expect["is_final"], expect.get("not_found", False))
        assert len(found.reports) == expect["kept"] and all(kept in reports for kept in found.reports)
        # The kept reports are enough, and a report that is known already changes nothing.
        assert merge(found.reports) == found and merge([*found.reports, *order]) == found
        assert pickle.loads(pickle.dumps(found)) == found


def test_a_report_alone_is_what_is_known() -> None:
    record = Record(status=1, err=0, id=101, phone="79990000001", message="a")
    assert merge([record]) == Merged(record, True, False, (record,))


def test_wrong_arguments() -> None:
    wrong: Any = [Record(status=1), "1,1760080210,0"]
    with pytest.raises(TypeError, match="reports: expected Record, not str"):
        merge(wrong)
    with pytest.raises(TypeError):
        merge(wrong[0])
    with pytest.raises(ValueError, match="reports: expected at least one Record"):
        merge([])
