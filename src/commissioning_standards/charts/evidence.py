"""The evidence chart: what kinds of evidence each standard has, and how old it is."""

from __future__ import annotations

from collections.abc import Sequence

from ..evidencing.ages import Age
from ..evidencing.coverage import CATEGORIES, Coverage, Held, StandardCoverage, counts
from ..given import only
from ..parts import EvidenceCategory
from ..scoring import score
from ..text import number_of
from ..words import provenance
from .cells import Cell, Grid, shade
from .chart import Chart
from .key import Entry, Sort
from .palette import BACKGROUND, GRID, Palette, palette_of
from .sheet import Size
from .table import Table, draw_table
from .told import caption_of, day_in_words

__all__ = ["evidence_chart"]

NOT_SAID = "Kind not said"
NONE = "None"
FRESH, NOT_FRESH = 0.85, 0.2


def evidence_chart(
    coverage: Coverage,
    *,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw how much evidence of each kind every standard has, and how old it is.

    Args:
        coverage: what the evidence of an assessment covers on a day.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: the council's own colour for the shades, as ``#RRGGBB``; only
            the first is used.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. Each cell says how
        many pieces there are, and of what age. Dark cells hold some that is
        fresh; light ones none that is known to be; white ones none at all.

    Raises:
        ValueError: the size is too small, or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    only("evidence_chart", coverage, Coverage)
    palette = palette_of(colours, 1)
    assessment = coverage.assessment
    kinds = _kinds(coverage)
    table = Table(
        caption_of(
            "Evidence chart",
            assessment.council,
            assessment.period,
            "evidence by standard and kind",
            title=title,
            small=_rests_on(coverage),
            notes=[_about_nothing(coverage), assessment.framework.note],
        ),
        assessment.framework,
        Grid(
            tuple(map(_name, kinds)),
            tuple(tuple(_cell(each.of(kind)) for kind in kinds) for each in coverage.standards),
        ),
        _entries(palette),
        tuple(_in_words(each, kinds) for each in coverage.standards),
        [_row(each, kind) for each in coverage.standards for kind in kinds],
        provenance(score(assessment)),
    )
    return draw_table(table, size, palette)


def _kinds(coverage: Coverage) -> tuple[EvidenceCategory | None, ...]:
    """Every kind, and the column for none only where there is some of which none is said."""
    unsaid = any(each.of(None) for each in coverage.standards)
    return CATEGORIES if unsaid else tuple(EvidenceCategory)


def _row(covered: StandardCoverage, kind: EvidenceCategory | None) -> dict[str, object]:
    held = covered.of(kind)
    return {
        "number": covered.standard.number,
        "standard": covered.standard.title,
        "domain": covered.standard.domain,
        "kind": _name(kind),
        "pieces": len(held),
        **counts(held),
        "months": covered.limit(kind),
    }


def _name(kind: EvidenceCategory | None) -> str:
    return kind.value if kind else NOT_SAID


def _rests_on(coverage: Coverage) -> list[str]:
    evidence = coverage.assessment.evidence
    pieces = f"{number_of(len(evidence), 'piece')} of evidence"
    return [
        f"{coverage.assessment.framework.name}.",
        f"As it stood on {day_in_words(coverage.on)}: {pieces}.",
        f"Old after the months that the framework gives, else after {coverage.months}.",
    ]


def _about_nothing(coverage: Coverage) -> str:
    count = len(coverage.about_nothing)
    return f"Not shown, as it is about no standard: {count}." if count else ""


def _cell(held: Sequence[Held]) -> Cell:
    if not held:
        return Cell("", under=(NONE,))
    fresh = any(each.age is Age.FRESH for each in held)
    return Cell(str(len(held)), under=_ages(held), share=FRESH if fresh else NOT_FRESH)


def _ages(held: Sequence[Held]) -> tuple[str, ...]:
    return tuple(
        f"{count} {Age[name.upper()].value.lower()}"
        for name, count in counts(held).items()
        if count
    )


def _entries(palette: Palette) -> tuple[Entry, ...]:
    dark, light = palette.tint(shade(FRESH)), palette.tint(shade(NOT_FRESH))
    return (
        Entry("Some of it fresh", "Dark", Sort.SHADE, dark),
        Entry("None of it known to be fresh", "Light", Sort.SHADE, light),
        Entry(NONE, "White", Sort.SHADE, BACKGROUND, edge=GRID),
    )


def _in_words(covered: StandardCoverage, kinds: Sequence[EvidenceCategory | None]) -> str:
    told = []
    for kind in kinds:
        held = covered.of(kind)
        said = f"{len(held)} ({', '.join(_ages(held))})" if held else NONE.lower()
        told.append(f"{_name(kind)}: {said}")
    return f"{covered.standard.heading}. {'; '.join(told)}."
