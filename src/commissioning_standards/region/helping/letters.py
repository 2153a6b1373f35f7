"""Letters to councils that were matched: each names the other one, and no third.

No figure of either goes into a letter, but for the fact that one is at least
one whole level higher on a standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...parts import Standard
from ...text import one_line
from ..councils import CouncilRound
from .buddies import Buddies, Match
from .confidential import INDENT, file_name, made_from_in_words, own_returns, wrapped

__all__ = ["letters"]

HOW = (
    (
        "Both councils said that they may be named to each other. A match is made only where one "
        "council's own view of a standard is at least one whole level higher than the other's, "
        "whatever is still open in either return."
    ),
    (
        "As many askings as possible are met, and the helping is shared out. Councils near in "
        "type and size come first where both are given."
    ),
)
NOT_TOLD = (
    (
        "Of the other's scores you are told no more than that one is at least a whole level "
        "higher. You are told no answers and no comments."
    ),
    "Neither is told who else asked for help, or who else was found.",
)
NEXT = (
    "Get in touch with each other, and settle what would help and how much time there is.",
    "Nobody has promised anything: either council may say no. Tell your region how it went.",
)


def letters(found: Buddies) -> dict[str, str]:
    """A letter to each of the two councils of every pair.

    Args:
        found: who can help whom.

    Returns:
        Each letter by the name of its file: a folder for the council that it
        goes to, and in it a file for the other one.
    """
    pairs = dict.fromkeys(
        pair for each in found.matches for pair in ((each.asker, each.helper), _turned(each))
    )
    return {
        f"{file_name(to)}/{file_name(other)}.txt": _letter(to, other, found) for to, other in pairs
    }


def _turned(match: Match) -> tuple[CouncilRound, CouncilRound]:
    return match.helper, match.asker


def _letter(to: CouncilRound, other: CouncilRound, found: Buddies) -> str:
    return "\n".join(_lines(to, other, found)) + "\n"


def _lines(to: CouncilRound, other: CouncilRound, found: Buddies) -> Iterator[str]:
    name = one_line(other.council)
    yield from wrapped(f"Confidential: for {to.council} only, and not to be published.")
    yield from ("", *wrapped(f"Helping each other, {found.period}: a letter to {to.council}"))
    asked, offered = _standards(to, other, found), _standards(other, to, found)
    if asked:
        heading = f"{name} may be able to help you"
        why = f"On each, {name}'s own view is at least one whole level higher than yours."
        yield from _part(heading, "You asked for help with", why, asked)
    if offered:
        why = "On each, your own view of yourselves is at least one whole level higher than theirs."
        yield from _part(
            f"You may be able to help {name}", "They asked for help with", why, offered
        )
    yield from _section("How you were matched", HOW)
    yield from _section("What neither of you is told", NOT_TOLD)
    yield from _section("What to do now", NEXT)
    yield from _section("What this was made from", [*made_from_in_words(own_returns((to, other)))])


def _standards(asker: CouncilRound, helper: CouncilRound, found: Buddies) -> tuple[Standard, ...]:
    keys = (asker.key, helper.key)
    return tuple(
        each.standard for each in found.matches if (each.asker.key, each.helper.key) == keys
    )


def _part(heading: str, start: str, why: str, standards: Sequence[Standard]) -> Iterator[str]:
    yield from ("", *wrapped(heading), "", *wrapped(f"{start}:"))
    for each in standards:
        yield from wrapped(each.heading, INDENT)
    yield from wrapped(why)


def _section(heading: str, texts: Sequence[str]) -> Iterator[str]:
    yield from ("", heading, "", *wrapped(" ".join(texts)))
