"""The local account: one page for residents, made of what may be published and nothing else."""

from __future__ import annotations

from functools import partial

from attrs import evolve

from ...scoring import Scorecard, score
from ..assembling import Builder, assembled
from ..basis import made
from ..document import Document, Picture
from ..material import Material
from ..pictures import account_pictures
from ..settings import AccountWords
from .others import others
from .publishing import check_names, public_copy, public_copy_of_peers
from .sections import (
    accessibility,
    actions,
    aims,
    changed,
    checked,
    people,
    reading,
    say,
    standards,
)
from .sides import not_yet, strong
from .summary import summary

__all__ = ["account_document", "public_material"]

FOLDED = "Show the files it was made of, and the rule of each sentence"

BUILDERS: dict[str, Builder] = {
    "summary": summary,
    "aims": aims,
    "reading": reading,
    "not-yet": not_yet,
    "strong": strong,
    "changed": changed,
    "others": others,
    "people": people,
    "actions": actions,
    "say": say,
    "checked": checked,
    "accessibility": accessibility,
    "made": lambda material, plan: evolve(made(material, plan), folded=FOLDED),
}


def public_material(material: Material) -> Material:
    """The same with nothing in it but what may be published.

    Raises:
        SettingsError: the settings name an action or a finding that no return has.
    """
    words, peers = material.settings.account, material.peers
    check_names(material.assessment, peers.assessment if peers else None, material.settings)
    copies = (
        public_copy(each, words, f"return {number}")
        for number, each in enumerate(material.returns, 1)
    )
    return evolve(
        material,
        card=_scored(material.card, material),
        returns=tuple(copies),
        moderation=None,
        last=_scored(material.last, material, "last round's return") if material.last else None,
        target=None,
        peers=peers and _scored_peers(peers, words),
    )


def _scored(card: Scorecard, material: Material, name: str = "the return") -> Scorecard:
    copy = public_copy(card.assessment, material.settings.account, name)
    return score(copy, card.rule.name)


def _scored_peers(peers: Scorecard, words: AccountWords) -> Scorecard:
    return score(public_copy_of_peers(peers.assessment, words), peers.rule.name)


def account_document(material: Material, pictures: tuple[Picture, ...] | None = None) -> Document:
    """The whole account, before it is written.

    Args:
        material: what :func:`public_material` leaves of it.
        pictures: that stand with the scores; drawn unless given.
    """
    drawn = account_pictures(material) if pictures is None else pictures
    council = material.council
    whose = f"{council}: local account" if council else "Local account"
    return assembled(
        material,
        material.settings.account.sections,
        {**BUILDERS, "standards": partial(standards, pictures=drawn)},
        " ".join(filter(None, (whose, material.assessment.period))),
        f"How well we think we do, against {material.framework.name}",
    )
