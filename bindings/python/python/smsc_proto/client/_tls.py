"""TLS: the authorities to trust, and the classes of errors before a request was sent."""

import socket
import ssl
from collections.abc import Iterator
from os import PathLike

from smsc_proto.client._transport import TlsFailure, UnsentFailure

# The numbers of OpenSSL's errors of verification. Without an issuer that is trusted (2, 18 to 21),
# and with a signature that another authority of the same name has made (7).
VERIFY: dict[int, TlsFailure] = {
    **dict.fromkeys((2, 7, 18, 19, 20, 21), "unknown_issuer"),
    9: "not_yet_valid",
    10: "expired",
    62: "wrong_name",
    64: "wrong_name",
}


class Trust:
    """The authorities to trust: those of a file, or those of the platform.

    Raises ``OSError`` if the file cannot be read, or has no certificate.
    """

    def __init__(self, cafile: str | PathLike[str] | None) -> None:
        self._context = None if cafile is None else ssl.create_default_context(cafile=cafile)

    def context(self, url: str) -> ssl.SSLContext:
        """Returns a context that checks certificates. For plain HTTP it trusts nobody."""
        if url.startswith("http:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._context is None:
            # Those of the platform are loaded when they are needed, which takes long.
            self._context = ssl.create_default_context()
        return self._context


def of_connection(error: BaseException) -> UnsentFailure:
    """Returns the class of a failure before the body was sent."""
    for cause in causes(error):
        match cause:
            case socket.gaierror():
                return "dns"
            case ssl.SSLCertVerificationError():
                return VERIFY.get(cause.verify_code, "certificate")
            # A connection that ended in the handshake is tried again.
            case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
                return "connect"
            case ssl.SSLError():
                return "handshake"
            # A URL that cannot be used, or a package that a proxy needs.
            case ValueError() | ImportError():
                return "unsupported"
    return "connect"


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """Returns an exception and its causes."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
