"""What the region's own confidential papers share: where they go, and what they were made from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ...text import one_line
from ...version import VERSION
from ..councils import CouncilRound
from ..summary import Summary

__all__ = [
    "FOLDER",
    "INDENT",
    "file_name",
    "made_from",
    "made_from_in_words",
    "not_counted",
    "not_counted_in_words",
    "own_returns",
    "wrapped",
]

FOLDER = "confidential"
INDENT = "  "
WIDTH, SHORT_DIGEST = 80, 10
UNDECIDED = "Councils of which somebody has to decide which of several returns speaks for them"
UNCOUNTED = "Files that cannot be read, or do not say of which council or round they are"


def file_name(council: CouncilRound) -> str:
    """A council's name as that of a file or folder, the same in every round."""
    return council.key.replace(" ", "-") or "council"


def own_returns(councils: Iterable[CouncilRound]) -> tuple[Summary, ...]:
    """The returns that speak for their councils."""
    return tuple(each.own for each in councils if each.own)


def made_from(returns: Iterable[Summary]) -> list[dict[str, object]]:
    """Each return that a paper was made from, as plain data, without its figures."""
    return [
        {
            "council": each.council,
            "file": each.file or None,
            "sha256": each.sha256 or None,
            "framework": {"id": each.framework, "edition": each.edition, "digest": each.digest},
            "form": each.form,
            "scoring": {"rule": each.rule, "version": each.rule_version},
        }
        for each in returns
    ]


def made_from_in_words(returns: Iterable[Summary]) -> Iterator[str]:
    """The same for people, without the names of councils and files."""
    every = tuple(returns)
    stamps = (
        f"Framework {each.framework}, edition {each.edition}, digest {each.digest[:SHORT_DIGEST]}; "
        f"rule {each.rule}, version {each.rule_version}; software {VERSION}."
        for each in every
    )
    yield from dict.fromkeys(stamps)
    sums = [each.sha256 for each in every if each.sha256]
    if sums:
        yield f"Made from returns with these sums (sha256): {', '.join(sums)}."


def not_counted(undecided: Iterable[CouncilRound], files: Iterable[str]) -> dict[str, object]:
    """What a paper had to leave out, as plain data.

    Args:
        undecided: the councils for which several returns could speak.
        files: those that count for no council.
    """
    return {
        "undecided": [{"council": each.council, "files": _rivals(each)} for each in undecided],
        "uncounted": list(files),
    }


def not_counted_in_words(undecided: Iterable[CouncilRound], files: Iterable[str]) -> Iterator[str]:
    """The same for people, in lines that fit a page."""
    councils = [
        ": ".join(filter(None, (each.council, ", ".join(_rivals(each))))) for each in undecided
    ]
    for title, listed in ((UNDECIDED, councils), (UNCOUNTED, [*files])):
        if listed:
            yield from ("", *wrapped(f"{title}: {len(listed)}"))
        for each in listed:
            yield from wrapped(each, INDENT)


def _rivals(council: CouncilRound) -> list[str]:
    """The files of the returns of which several could speak for a council."""
    return [each.file for each in council.rivals if each.file]


def wrapped(text: str, indent: str = "") -> list[str]:
    """A text in lines that fit a page, the first as far to the right as the others."""
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
