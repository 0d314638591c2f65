"""Eight threads at the same time, and memory that does not grow."""

import gc
import resource
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from cases import ROOT

from smsc_proto import iter_parse, parse

BATCH = (ROOT / "examples" / "batch.txt").read_bytes()
LONG = BATCH * 200


def test_eight_threads_parse_the_same() -> None:
    expected = [item.to_dict() for item in parse(LONG, all=2, multi=True)]
    start = threading.Barrier(8)

    def read(_: int) -> bool:
        start.wait()
        return all([item.to_dict() for item in parse(LONG, all=2, multi=True)] == expected for _ in range(3))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(8)))


def test_eight_threads_share_a_reply_an_iterator_and_a_stream() -> None:
    reply = parse(LONG, all=2, multi=True)
    records, stream = reply.records(), iter_parse([LONG], all=2)
    counts = [0, 0]
    lock = threading.Lock()

    def read(_: int) -> None:
        mine = [sum(1 for record in records if record.message != record.country), 0]
        while True:
            try:
                next(stream)
            except StopIteration:
                break
            except ValueError:
                # Another thread uses the stream.
                continue
            mine[1] += 1
        with lock:
            counts[0] += mine[0]
            counts[1] += mine[1]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(read, range(8)))
    assert counts[0] == sum(record.message != record.country for record in reply.records())
    assert counts[1] == len(reply)


@pytest.mark.native
def test_a_million_parses_do_not_leak() -> None:
    line, pairs = b"1,1760080210,0,101,79990000001\n1,x\n", [(101, "79990000001"), (5, "7")]

    def some(count: int) -> int:
        for _ in range(count):
            reply = parse(line, multi=True)
            assert [record.status for record in reply.records()] == [1] and len(reply) == 2
        for _ in range(count // 20):
            reply = parse(BATCH, all=2, multi=True, ids=pairs)
            [record.to_dict() for record in reply.records()]
            list(reply.rows("message", "cost", "changed_at", "err"))
            list(iter_parse([line, line], ids=pairs))
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = some(100_000)
    allocated = sys.getallocatedblocks()
    assert some(1_000_000) - before < 2 << 10, "over 2 MB leaked"
    assert sys.getallocatedblocks() - allocated < 1000
