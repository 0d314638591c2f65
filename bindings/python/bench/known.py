"""Compares batches with their requested pairs to the same batches without.

The pairs are in the order of the request, in another order, and with none of them in the batch.
What is found is checked before it is timed. Compare ratios only, and only within one run.
"""

import random
import sys
import time
from collections.abc import Callable

from smsc_proto import parse
from smsc_proto.types import All

Pairs = list[tuple[int | str, str]]
GOALS = {"in order": 1.25, "shuffled": 2.0, "none matching": 2.0}


def batch(records: int, all: int) -> tuple[bytes, Pairs]:
    """Returns a batch, whose texts contain commas, and its pairs."""
    pairs: Pairs = [(10**9 + number, str(79_000_000_000 + number)) for number in range(records)]
    texts = "Россия,МТС,Москва,2.12,GLOBUS,Доставлено,Заказ собран, и ждёт вас, до конца недели,,0"
    lines = [f"1,1760080210,0,{id},{phone}\n" if all == 0 else f"1,1760080210,0,1760080202,{phone},{texts},{id}\n" for id, phone in pairs]
    return "".join(lines).encode("cp1251"), pairs


def counts(records: Pairs, pairs: Pairs) -> tuple[int, int]:
    """Returns the numbers of unexpected records and of missing pairs, if no pair repeats (R47)."""
    places = {pair: place for place, pair in enumerate(pairs)}
    unexpected = missing = following = 0
    for pair in records:
        place = places.get(pair, -1)
        if place < following:
            unexpected += 1
        else:
            missing += place - following
            following = place + 1
    return unexpected, missing + len(pairs) - following


def reader(body: bytes, all: All, ids: Pairs | None) -> Callable[[], None]:
    """Returns a function that reads three attributes of every record."""

    def read() -> None:
        for record in parse(body, all=all, multi=True, ids=ids).records():
            record.status, record.err, record.id  # noqa: B018

    return read


def one(records: int, all: All) -> None:
    body, pairs = batch(records, all)
    shuffled = random.Random(20251010).sample(pairs, records)
    lists = {"in order": pairs, "shuffled": shuffled, "none matching": [(id, f"7700{phone[4:]}") for id, phone in pairs]}
    readers = {"without pairs": reader(body, all, None)}
    for name, ids in lists.items():
        reply = parse(body, all=all, multi=True, ids=ids)
        assert (sum(record.unexpected for record in reply.records()), len(reply.missing)) == counts(pairs, ids), name
        readers[name] = reader(body, all, ids)
    best = dict.fromkeys(readers, float("inf"))
    # In turns, so that other load affects all of them.
    for _ in range(max(5, 400_000 // records)):
        for name, read in readers.items():
            start = time.process_time()
            read()
            best[name] = min(best[name], (time.process_time() - start) / records * 1e9)
    print(f"\n{f'all={all}, {records} records':<30}{'ns a record':>12}{'times as long':>15}{'goal':>7}")
    for name, took in best.items():
        print(f"{name:<30}{took:>12.0f}{took / best['without pairs']:>15.2f}{GOALS.get(name, ''):>7}")


def main() -> None:
    print(f"Python {sys.version.split()[0]}, requested pairs: status, err, id of Record objects")
    for all in (0, 2):
        for records in (1_000, 10_000, 100_000):
            one(records, all)


if __name__ == "__main__":
    main()
