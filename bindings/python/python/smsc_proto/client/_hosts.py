"""The hosts of a server, in the order in which they are tried."""

import ipaddress
from urllib.parse import urlsplit

from smsc_proto._native import Server


def is_loopback(host: str) -> bool:
    """Returns whether a host, perhaps with a port, is this machine itself.

    >>> is_loopback("LOCALHOST:80"), is_loopback("127.1.2.3"), is_loopback("127.0.0.1.example")
    (True, True, False)
    """
    name = host.partition(":")[0].lower()
    try:
        return name == "localhost" or ipaddress.IPv4Address(name).is_loopback
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Returns the host of a URL, with its port if the URL has one."""
    return urlsplit(url).netloc


class Hosts:
    """The hosts of a server. They are configured: no reply adds one."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._hosts = (server.host, *server.reserves)

    def __len__(self) -> int:
        return len(self._hosts)

    def place(self, index: int) -> int:
        """Returns the index of a host. After the last one the first one follows."""
        return index % len(self._hosts)

    def host(self, index: int) -> str:
        """Returns the host of this index."""
        return self._hosts[self.place(index)]

    def is_exposed(self, index: int) -> bool:
        """Returns whether requests would travel unencrypted over a network."""
        return self.server.scheme == "http" and not is_loopback(self.host(index))
