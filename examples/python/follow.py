"""Follows messages to their end, and prints `id status meaning` of each:

    SMSC_LOGIN=… SMSC_PASSWORD=… python follow.py smsc.ru watch.db ID:PHONE...

What is known is in the file, so that the program can be ended and started again. A host with http://
before it is asked without encryption, which this machine alone may be. To try it without the service:

    smsc serve --speed 60 &
    export SMSC_LOGIN=demo SMSC_PASSWORD=demo SMSC_SPEED=60
    python follow.py http://127.0.0.1:8125 watch.db ID:PHONE...

SMSC_SPEED is how much faster the clock runs than that of the machine.

Exit status: 0 if each message is at its end, 1 if the service refuses the credentials or for
wrong usage, 3 if the service does not find a message any more.
"""

import os
import sys
import time

from smsc_proto import Credentials, Server
from smsc_proto.client import Client, ClientError, Gate, SystemClock
from smsc_proto.tracker import Tracker


class FastClock(SystemClock):
    """The clock of the machine, or one that is faster."""

    def __init__(self, speed: int) -> None:
        self.speed = speed
        self.start = time.time()

    def now(self) -> float:
        return super().now() * self.speed

    def wait(self, seconds: float) -> None:
        super().wait(seconds / self.speed + 0.001)

    def unix(self) -> float:
        """Returns the Unix seconds."""
        return self.start + (time.time() - self.start) * self.speed


def follow(tracker: Tracker, messages: list[tuple[str, str]]) -> int:
    """Follows messages, each an id and a phone, and returns the exit status."""
    tracker.add(messages)
    status = 0
    for change in tracker.run():
        if change.is_lost:
            print(change.id, -3, "Message not found", flush=True)
            status = 3
        elif change.is_final and change.status is not None:
            print(change.id, int(change.status), change.outcome.title(), flush=True)
    return status


def main(host: str, file: str, *words: str) -> int:
    clock = FastClock(int(os.environ.get("SMSC_SPEED", "1")))
    plain = host.startswith("http://127.0.0.1:")
    server = Server(host.removeprefix("http://"), scheme="http" if plain else "https")
    credentials = Credentials(login=os.environ["SMSC_LOGIN"], password=os.environ["SMSC_PASSWORD"])
    client = Client(credentials, server=server, gate=Gate(clock=clock))
    messages = [(id, phone) for id, _, phone in (word.partition(":") for word in words)]
    with Tracker(client, file, now=clock.unix) as tracker:
        try:
            return follow(tracker, messages)
        except ClientError as error:
            print(error, file=sys.stderr)
            return 1


if __name__ == "__main__":
    if len(sys.argv) < 4 or not {"SMSC_LOGIN", "SMSC_PASSWORD"} <= os.environ.keys():
        sys.exit("usage: SMSC_LOGIN=… SMSC_PASSWORD=… python follow.py HOST FILE ID:PHONE...")
    sys.exit(main(*sys.argv[1:]))
