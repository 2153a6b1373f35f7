"""What tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

import commissioning_standards as cs
from commissioning_standards.examples.council import example as invented_council

# Machines that run tests side by side are slow at times; a slow example is no fault.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=100, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def route_map() -> cs.Framework:
    """The route map, as this software brings it."""
    return cs.load_framework("route-map")


@pytest.fixture(scope="session")
def example() -> cs.Assessment:
    """The invented council's assessment."""
    return invented_council()


@pytest.fixture(scope="session")
def card(example: cs.Assessment) -> cs.Scorecard:
    """The invented council's scores."""
    return cs.score(example)
