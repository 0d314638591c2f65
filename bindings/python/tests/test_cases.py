"""Every conformance case through ``parse`` and ``iter_parse``."""

import pickle
from collections.abc import Iterable
from typing import Any

import pytest
from cases import CASES, Case, same

from smsc_proto import MalformedReply, Reply, Record, iter_parse, parse
from smsc_proto.types import Column


def lines(items: Iterable[Any]) -> list[dict[str, Any]]:
    """Returns the lines that ``decode --json`` would print.

    A body that is not a reply is one line.
    """
    printed = []
    try:
        for item in items:
            printed.append(item.to_dict())
    except MalformedReply as error:
        printed.append(error.to_dict())
    return printed


def parsed(body: Any, options: dict[str, Any]) -> Reply:
    return parse(body, **options, api_error="return")


def test_cases_are_there() -> None:
    assert len(CASES) >= 311


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("take", [bytes, bytearray, memoryview], ids=lambda take: take.__name__)
def test_every_case(case: Case, take: Any) -> None:
    try:
        got = lines(parsed(take(case.body), case.options))
    except MalformedReply as error:
        got = [error.to_dict()]
    # A malformed single reply is raised, which leaves out the missing pairs of the case.
    if got and "malformed" in got[0] and not case.query.get("multi"):
        got += [line for line in case.expect if "missing" in line][: len(case.expect) - len(got)]
    assert same(case.expect, got)


@pytest.mark.parametrize("case", [case for case in CASES if case.query.get("multi")], ids=lambda case: case.name)
def test_every_batch_in_chunks(case: Case) -> None:
    options = {key: value for key, value in case.options.items() if key != "multi"}
    for size in (1, 7, 1 << 20):
        chunks = [case.body[at : at + size] for at in range(0, len(case.body), size)]
        assert same(case.expect, lines(iter_parse(chunks, **options, api_error="return")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_record_outlives_pickling(case: Case) -> None:
    try:
        reply = parsed(case.body, case.options)
    except MalformedReply as error:
        assert pickle.loads(pickle.dumps(error)) == error
        return
    copied_reply = pickle.loads(pickle.dumps(reply))
    assert copied_reply == reply and hash(copied_reply) == hash(reply)
    for item in reply:
        copy = pickle.loads(pickle.dumps(item))
        assert copy == item and hash(copy) == hash(item) and copy.to_dict() == item.to_dict()
        if isinstance(item, Record):
            assert type(copy.err) is type(item.err)
            assert Record(**item.to_dict()) == item


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows_and_attributes_agree_with_to_dict(case: Case) -> None:
    try:
        reply = parsed(case.body, case.options)
    except MalformedReply:
        return
    names: list[Column] = ["status", "err", "id", "phone", "message", "last_timestamp", "country", "comment", "sms_cnt", "rnet"]
    names += ["int_id", "format", "crc"]
    rows = list(reply.rows(*names))
    assert len(rows) == len(reply)
    for item, row in zip(reply, rows, strict=True):
        fields = item.to_dict()
        fields = fields.get("missing", fields) if not isinstance(item, MalformedReply) else {}
        if isinstance(item, Record):
            assert [getattr(item, name) for name in names] == list(row)
            assert item.is_ambiguous is ("split" in fields)
            assert item.cost is None or format(item.cost, "f") == fields["cost"]
        if "error_code" not in fields:
            assert row == tuple(fields.get(name) for name in names)
