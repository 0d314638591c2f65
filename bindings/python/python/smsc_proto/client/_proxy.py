"""The proxies of the environment."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from smsc_proto.client._hosts import host_of, is_loopback


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. Its ``repr`` does not show its credentials."""

    name: str
    """The scheme, the host and the port, such as ``http://proxy.example:3128``."""
    url: str = field(repr=False)
    """The URL, which may have credentials."""


def proxy_of(url: str) -> Proxy:
    """Returns the proxy of a URL.

    >>> proxy_of("user:password@proxy.example:3128")
    Proxy(name='http://proxy.example:3128')
    """
    full = url if "://" in url else f"http://{url}"
    parts = urlsplit(full)
    return Proxy(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", full)


def proxy_for(url: str) -> Proxy | None:
    """Returns the proxy of the environment for a URL; ``None`` if it is asked directly.

    This machine itself is asked directly, and so are the hosts of ``NO_PROXY``.
    """
    host = host_of(url)
    if is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    found = proxies.get("https") or proxies.get("all")
    return proxy_of(found) if found else None
