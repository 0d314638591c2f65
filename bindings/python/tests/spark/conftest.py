"""The settings of the tests with the libraries that read tables."""

import sys
from pathlib import Path

# The helpers of the other tests.
sys.path.insert(0, str(Path(__file__).parents[1]))
