"""Names as people and files write them, made alike so that they can be compared."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping

__all__ = ["council_key", "folded", "is_same_council", "readings", "round_key"]

NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
# Words that one list writes and another leaves out.
STYLES = frozenset(
    ["authority", "borough", "city", "council", "county", "district", "london", "metropolitan"]
)
LINKS = frozenset(["of", "royal", "the", "unitary"])
TWO_YEARS = re.compile(r"(20)?(\d\d) (20)?(\d{1,2})")
# Two figures up to this could be a month as well.
MONTHS, CENTURY = datetime.date.max.month, 100


def folded(name: str) -> str:
    """A name without case, accents, signs and odd spaces: ``"Safe_ways"`` is ``safe ways``."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return NOT_IN_NAMES.sub(" ", letters).strip()


def council_key(name: str) -> str:
    """A council's name without what kind of council it is.

    ``"London Borough of Camden"`` and ``"Camden"`` are alike. A name that is
    nothing else, such as ``"City of London"``, stays whole.
    """
    words = folded(name).split()
    kept = [each for each in words if each not in STYLES | LINKS]
    return " ".join(kept or words)


def is_same_council(one: str, other: str) -> bool:
    """Whether two names are of one council."""
    return bool(one.strip()) and council_key(one) == council_key(other)


def round_key(period: str) -> str:
    """A round's name made alike, so that one round has one name.

    ``"26/27"``, ``"2026/7"`` and ``"2026-2027"`` are ``"2026-27"``: two years of which
    the second follows the first. What could be something else, such as ``"11/12"``,
    which may be a month, is only written alike.

    Args:
        period: the round, as somebody wrote it.
    """
    name = folded(period)
    years = TWO_YEARS.fullmatch(name)
    if not years:
        return name
    century, first, _, second = years.groups()
    following = f"{int(first) + 1:02}"
    is_certain = following.endswith(second) and (century or int(first) > MONTHS)
    return f"20{first} {following}" if is_certain and int(following) < CENTURY else name


def readings(named: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """From every spelling, made alike, to what it is called here."""
    return {folded(name): key for key, names in named.items() for name in (key, *names)}
