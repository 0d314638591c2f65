"""``python -m smsc_proto``: the command ``smsc``, without its binary."""

import os
import signal
import sys

from smsc_proto import _native


def main() -> int | None:
    """Runs the command. Returns the exit status."""
    # A file that the command opens must not become one of the standard streams.
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # Python's own handler would wait for Python code to run.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.command(["python -m smsc_proto", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
