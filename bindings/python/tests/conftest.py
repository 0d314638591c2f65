"""The settings of all tests."""

from hypothesis import HealthCheck, settings

# No deadline, because the machine may be busy; no database, to leave no files in the source tree.
settings.register_profile("project", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")
