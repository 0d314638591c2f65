"""Runs a command, and fails unless it ends and prints as expected.

expect.py [--status N | --failure] [--says TEXT] [--prints FILE] [--input FILE] COMMAND...
"""

import argparse
import subprocess
import sys
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--status", type=int, default=0, help="the exit status")
parser.add_argument("--failure", action="store_true", help="any exit status but 0")
parser.add_argument("--says", default="", help="a text that has to be in the output or the errors")
parser.add_argument("--prints", type=Path, help="a file that the output has to equal")
parser.add_argument("--input", type=Path, help="the file that is the standard input")
parser.add_argument("command", nargs=argparse.REMAINDER)
options = parser.parse_args()

body = options.input.read_bytes() if options.input else b""
result = subprocess.run(options.command, input=body, capture_output=True)
said = result.stdout + result.stderr
is_as_expected = (
    (result.returncode != 0 if options.failure else result.returncode == options.status)
    and options.says.encode() in said
    and (options.prints is None or options.prints.read_bytes() == result.stdout)
)
if not is_as_expected:
    sys.stderr.buffer.write(said)
    sys.exit(f"expect.py: the status was {result.returncode}; expected: {sys.argv[1:]}")
