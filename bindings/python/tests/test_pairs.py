"""Requested pairs: in any order, twice, missing and unexpected, of a whole body and of chunks."""

import pickle
import random
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smsc_proto import Missing, Record, iter_parse, parse
from smsc_proto.types import All

Pair = tuple[int | str, str]
# What an item is: the pair of a record, and whether it is unexpected, or a missing pair.
Seen = tuple[str, int | str | None, str | None]


def line(pair: Pair) -> bytes:
    return f"1,1760080210,0,{pair[0]},{pair[1]}\n".encode()


def line_with_commas(pair: Pair) -> bytes:
    """Returns a record whose text ends at one of several commas, after one of two lines."""
    text = f"1,1760080210,0,1760080202,{pair[1]},Россия,МТС,Москва,2.12,GLOBUS,D,Да, нет,\nне знаю, да,,0,{pair[0]}\n"
    return text.encode("cp1251")


def expected(records: list[Pair], pairs: list[Pair]) -> list[Seen]:
    """Matches each record to the first later pair (R47)."""
    places = defaultdict[Pair, deque[int]](deque)
    for place, pair in enumerate(pairs):
        places[pair].append(place)
    seen: list[Seen] = []
    following = 0
    for id, phone in records:
        own = places[id, phone]
        while own and own[0] < following:
            own.popleft()
        if not own:
            seen.append(("unexpected", id, phone))
            continue
        seen.extend(("missing", *pair) for pair in pairs[following : own[0]])
        seen.append(("requested", id, phone))
        following = own[0] + 1
    return [*seen, *(("missing", *pair) for pair in pairs[following:])]


def items_seen(items: Any) -> Iterator[Seen]:
    for item in items:
        match item:
            case Record(id=id, phone=phone):
                yield "unexpected" if item.unexpected else "requested", id, phone
            case Missing(id=id, phone=phone):
                yield "missing", id, phone
            case _:
                raise AssertionError(type(item))


def chunks(body: bytes, size: int) -> Iterator[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))


# Few ids and phones, so that some repeat; a text id, and two ids of one phone.
pairs = some.lists(some.tuples(some.sampled_from([5, 6, 7, "order-77"]), some.sampled_from(["79990000001", "79990000002"])), max_size=12)


@given(records=pairs.filter(bool), pairs=pairs, size=some.integers(1, 200))
def test_the_items_follow_from_the_order_of_the_pairs(records: list[Pair], pairs: list[Pair], size: int) -> None:
    cases: list[tuple[Any, All]] = [(line, 0), (line_with_commas, 2)]
    for make, all in cases:
        body = b"".join(map(make, records))
        reply = parse(body, all=all, multi=True, ids=pairs)
        assert list(items_seen(reply)) == expected(records, pairs)
        assert list(iter_parse(chunks(body, size), all=all, ids=pairs)) == list(reply)
        assert [(missing.id, missing.phone) for missing in reply.missing] == [
            (id, phone) for kind, id, phone in expected(records, pairs) if kind == "missing"
        ]
        assert list(reply.rows("id", "phone")) == [(id, phone) for _, id, phone in expected(records, pairs)]


def numbered(count: int) -> list[Pair]:
    return [(10**9 + number, str(79_000_000_000 + number)) for number in range(count)]


def shuffled(pairs: list[Pair]) -> list[Pair]:
    pairs = pairs.copy()
    random.Random(20251010).shuffle(pairs)
    return pairs


# With a comparison of every record with every pair, each of these would take many minutes.
LARGE: dict[str, tuple[list[Pair], list[Pair]]] = {
    "shuffled": (numbered(200_000), shuffled(numbered(200_000))),
    "in reverse": (numbered(200_000), numbered(200_000)[::-1]),
    "none matches": (numbered(200_000), [(id, "7" + phone[::-1]) for id, phone in numbered(200_000)]),
    "one id": ([(5, phone) for _, phone in numbered(200_000)], [(5, phone) for _, phone in shuffled(numbered(200_000))]),
    "one pair twice": (numbered(100_000) * 2, shuffled(numbered(100_000)) * 2),
    # The records are found again after all that are missing before them.
    "the last ones": (numbered(200_000)[-1000:], numbered(200_000)),
}


@pytest.mark.native
@pytest.mark.parametrize("name", LARGE)
def test_many_pairs_in_any_order(name: str) -> None:
    records, pairs = LARGE[name]
    body = b"".join(map(line_with_commas, records))
    reply = parse(body, all=2, multi=True, ids=pairs)
    assert list(items_seen(reply)) == expected(records, pairs)
    # The pairs decide that a text goes on in the next line (R47b), in any order.
    assert reply[-1].message == "Да, нет,\nне знаю, да" if isinstance(reply[-1], Record) else isinstance(reply[-1], Missing)
    for size in (1 << 16, len(body)):
        items = iter_parse(chunks(body, size), all=2, ids=pairs)
        assert list(items_seen(items)) == expected(records, pairs)


def test_a_reply_is_parsed_again_with_its_pairs() -> None:
    reply = parse(line((5, "79990000001")), multi=True, ids=[("order-77", "79990000002"), (5, "79990000001")])
    copied = pickle.loads(pickle.dumps(reply))
    assert list(items_seen(copied)) == [("missing", "order-77", "79990000002"), ("requested", 5, "79990000001")]
