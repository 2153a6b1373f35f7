"""A region to look at, made once."""

from __future__ import annotations

import hashlib

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.sharing.publishing import Region, region_of
from commissioning_standards.region.summary import Summary, summarise

VOICES = (None, cs.Voice.CARERS, cs.Voice.PROVIDERS, cs.Voice.PEER_TEAM)


def invented_rounds(councils: int, period: str, seed: int = 1) -> tuple[CouncilRound, ...]:
    """Councils that do not exist, in one round."""
    framework = cs.load_framework("route-map")
    returns = invented_region(framework, seed=seed, councils=councils, voices=VOICES, period=period)
    return council_rounds(map(_from_a_file, returns))


def _from_a_file(assessment: cs.Assessment) -> Summary:
    """A return as if it had been read from a file of its own."""
    name = f"{assessment.council} {assessment.respondent.name} {assessment.period}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    return evolve(summarise(assessment), file=f"{name}.xlsx", sha256=digest)


@pytest.fixture(scope="session")
def region() -> Region:
    """Twenty-four councils, fifteen of which were there in the round before."""
    return region_of([*invented_rounds(15, "2026-27"), *invented_rounds(24, "2027-28")])


@pytest.fixture(scope="session")
def country() -> Region:
    """Every council that has a name, in one round."""
    return region_of(invented_rounds(153, "2027-28"))
