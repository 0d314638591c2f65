"""A relay between a client and a server, which cuts a connection at a byte."""

import socket
import threading
from contextlib import suppress
from typing import Literal, NamedTuple


class Cut(NamedTuple):
    """The place at which the next connection is cut: after some bytes of the request or the
    response."""

    side: Literal["request", "response"]
    size: int


class Relay:
    """A relay, which passes every connection on."""

    def __init__(self, target: str) -> None:
        self.target = (target.partition(":")[0], int(target.partition(":")[2]))
        self.cut: Cut | None = None
        # The bytes of the last exchange.
        self.sizes = {"request": 0, "response": 0}
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.host = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def _start(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads = [known for known in self._threads if known.is_alive()] + [thread]
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client = self._listener.accept()[0]
            except OSError:
                return
            cut, self.cut = self.cut, None
            self._start(self._relay, client, cut)

    def _relay(self, client: socket.socket, cut: Cut | None) -> None:
        with client, socket.create_connection(self.target) as server:
            for end in (client, server):
                # A small part is passed on before the one before it is acknowledged.
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._pump, args=(server, client, "response", cut))
            back.start()
            self._pump(client, server, "request", cut)
            back.join()

    def _pump(self, source: socket.socket, target: socket.socket, side: str, cut: Cut | None) -> None:
        """Copies bytes in one direction, and then ends both connections."""
        left = cut.size if cut is not None and cut.side == side else 1 << 30
        self.sizes[side] = 0
        with suppress(OSError):
            while left > 0 and (part := source.recv(min(left, 4096))):
                target.sendall(part)
                self.sizes[side] += len(part)
                left -= len(part)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        # The end of the wait for a connection, which closing alone is not.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()
