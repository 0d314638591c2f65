"""What all tests share."""

from hypothesis import HealthCheck, settings

# The machine may be busy, and nothing is to be left in the source tree.
settings.register_profile("project", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")
