"""What a paper can be made of: a return by itself, and everything at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports.document import Document
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.pack.builder import pack_document
from tests.reports.papers import DAY, PAPERS, VIEW, by_voice, last_round, peer_team


@pytest.fixture(scope="session")
def papers() -> cs.Settings:
    """What the invented council gives for its papers."""
    return cs.read_settings(PAPERS)


@pytest.fixture(scope="session")
def filled(example: cs.Assessment) -> cs.Assessment:
    """The invented council's return, with a file that it came from."""
    source = cs.Source("borsetshire.xlsx", "ab" * 32)
    place = cs.Place("borsetshire.xlsx", "Inclusive", "H7")
    ratings = (evolve(each, origin=place) for each in example.ratings)
    return evolve(example, ratings=tuple(ratings), source=source)


@pytest.fixture(scope="session")
def material(filled: cs.Assessment) -> Material:
    """One return and nothing else."""
    return gather(filled, on=DAY)


@pytest.fixture(scope="session")
def rich(filled: cs.Assessment, papers: cs.Settings) -> Material:
    """Several returns, last round, a target, the peer team, another view and settings."""
    return gather(
        by_voice(filled),
        on=DAY,
        last=last_round(filled),
        target=3,
        peers=peer_team(filled),
        views=[VIEW],
        settings=papers,
    )


@pytest.fixture(scope="session")
def pack(material: Material) -> Document:
    """The pack of one return."""
    return pack_document(material)


@pytest.fixture(scope="session")
def rich_pack(rich: Material) -> Document:
    """The pack of everything at once."""
    return pack_document(rich)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Where a council's settings are written."""
    return tmp_path / "papers.toml"
