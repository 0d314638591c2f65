"""``python -m smsc_proto decode``: the command ``smsc decode``, for where only Python is."""

import sys

from smsc_proto._command import main

if __name__ == "__main__":
    sys.exit(main())
