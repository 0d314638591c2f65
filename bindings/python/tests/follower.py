"""A program that follows messages, and is killed: python follower.py HOST PATH PHONE…"""

import sys

from standin import CREDENTIALS, Service
from trackers import Hours

from smsc_proto.client import Client, Gate
from smsc_proto.tracker import Tracker


class Running(Service):
    """A stand-in that another process has started."""

    def __init__(self, host: str) -> None:
        self.host, self.tls = host, None


def main(host: str, path: str, *phones: str) -> None:
    service = Running(host)
    hands = Hours(service)
    client = Client(CREDENTIALS, server=service.server, gate=Gate(clock=hands))
    with Tracker(client, path, batch_size=10, now=hands.unix) as tracker:
        tracker.add([(1, phone) for phone in phones])
        for change in tracker.run():
            print(change.key, change.phone, int(change.status or 0), change.is_final, flush=True)


main(*sys.argv[1:])
