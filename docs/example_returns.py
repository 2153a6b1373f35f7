"""The invented council's other returns, which the pages' examples and pictures are made of."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve
from openpyxl import load_workbook

import commissioning_standards as cs

__all__ = ["carers", "faulty", "last_year", "leaders", "peers", "providers", "write_returns"]

RETURN = Path(__file__).parents[1] / "workbooks" / "borsetshire-2026-27.xlsx"
CARERS = {"4.1": 1, "4.2": 1, "4.3": 2, "6.2": 1, "8.1": 3, "9.2": 1}
PROVIDERS = {"5.1": 1, "5.3": 3, "8.1": 2, "10.1": 1, "11.2": 2}
PEERS = {"4.1": 2, "4.4": 1, "6.1": 2, "8.1": 2, "8.3": 2, "12.1": 2}
FAULTS = {"4.2": "quite good", "5.1": "Not applicable"}
LAST_YEAR = {"1.1": 1, "4.1": 2, "4.3": 2, "7.2": 2, "9.3": 3, "12.2": 1}


def write_returns(folder: Path) -> None:
    """Write each return as the workbook that somebody sent, under the pages' own names."""
    for make in (leaders, carers, providers, peers, last_year):
        name = make.__name__.replace("_", "-")
        cs.write_workbook(make(), folder / f"{name}.xlsx")
    faulty(folder / "faulty.xlsx")


def leaders() -> cs.Assessment:
    """The kept example: the council's leaders and commissioners."""
    return cs.read_workbook(RETURN)


def carers() -> cs.Assessment:
    """What a carer sees otherwise; the rest as the leaders see it."""
    return _seen(CARERS, cs.Respondent("Borsetshire carers' forum", cs.Voice.CARERS))


def providers() -> cs.Assessment:
    """What a provider sees otherwise."""
    return _seen(PROVIDERS, cs.Respondent("Borsetshire care association", cs.Voice.PROVIDERS))


def peers() -> cs.Assessment:
    """What a peer team sees otherwise."""
    return _seen(PEERS, cs.Respondent("Peer team", cs.Voice.PEER_TEAM))


def last_year() -> cs.Assessment:
    """The leaders' view a year ago."""
    return evolve(_seen(LAST_YEAR, leaders().respondent), period="2025-26")


def faulty(path: Path) -> None:
    """The leaders' return with two answers that cannot be read, as typed into its cells."""
    book = load_workbook(RETURN)
    lines = list(book["Inclusive"].iter_rows())
    headers = next(line for line in lines if line[0].value == "ID")
    rating = [each.value for each in headers].index("Rating")
    for line in lines:
        if line[0].value in FAULTS:
            line[rating].value = FAULTS[str(line[0].value)]
    book.save(path)


def _seen(otherwise: dict[str, int], who: cs.Respondent) -> cs.Assessment:
    own = leaders()
    levels = {int(each.value): each for each in own.framework.scale}
    ratings = [
        evolve(each, answer=levels[otherwise[each.criterion]], comment="")
        if each.criterion in otherwise
        else evolve(each, comment=each.comment if each.is_not_applicable else "")
        for each in own.ratings
    ]
    return evolve(
        own, ratings=ratings, respondent=who, evidence=(), actions=(), findings=(), source=None
    )
