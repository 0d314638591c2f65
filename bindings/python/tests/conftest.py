"""The settings of all tests."""

import os

from hypothesis import HealthCheck, settings

# No deadline, because the machine may be busy; no database, to leave no files in the source tree.
settings.register_profile("project", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

# The language of the commands that the tests start.
os.environ["LC_ALL"] = "C.UTF-8"
