"""The settings of all tests."""

import os
from collections.abc import Iterator

import pytest
from clients import KINDS
from hypothesis import HealthCheck, settings
from standin import Service

# No deadline, because the machine may be busy; no database, to leave no files in the source tree.
settings.register_profile("project", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

# The language of the commands that the tests start.
os.environ["LC_ALL"] = "C.UTF-8"

# A proxy of the machine is for the tests that set one.
for _name in ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
    os.environ.pop(_name, None)
    os.environ.pop(_name.lower(), None)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """The three clients, one after the other."""
    return str(request.param)


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A stand-in for all tests, whose clock moves when they say so."""
    service = Service(tmp_path_factory.mktemp("frozen"))
    yield service
    service.stop()


@pytest.fixture
def service(frozen: Service) -> Service:
    """The stand-in without messages, limits in use and faults."""
    frozen.control(reset=True)
    return frozen
