"""``python -m smsc_proto decode``: the command ``smsc decode``, without the Rust binary."""

import sys

from smsc_proto._command import main

if __name__ == "__main__":
    sys.exit(main())
