"""A framework, a return and its evidence in a notebook: counts, and nothing that anybody wrote."""

from __future__ import annotations

from ..assessment import Assessment, Rating
from ..evidencing.ages import Age
from ..evidencing.coverage import Coverage, counts
from ..evidencing.tables import describe_coverage
from ..framework import Framework
from ..scoring import score
from ..version import VERSION
from ..words import about, scale_in_words
from .page import SHORT_DIGEST, made_from, shown_table

__all__ = ["assessment", "coverage", "framework"]

ANSWERS = ("Standard", "Answers", "Open", "Evidence", "Actions")
STANDARDS = ("Standard", "Domain", "Criteria")
AGES = ("Standard", *(age.value for age in Age))


def framework(shown: Framework) -> str:
    """The standards with their domains, and how many criteria each has."""
    domains = {each.id: each.title for each in shown.domains}
    rows = (
        (each.heading, domains[each.domain], str(len(each.criteria))) for each in shown.standards
    )
    edition = f"Framework {shown.id}, edition {shown.edition_and_form}"
    digest = f"digest {shown.digest[:SHORT_DIGEST]}"
    source = f"{edition}, {digest}; commissioning-standards {VERSION}."
    scale = f"The scale runs {scale_in_words(shown.scale)}."
    return shown_table(shown.name, STANDARDS, rows, (scale, shown.note, source))


def assessment(made: Assessment) -> str:
    """How each standard was answered; comments stay where they are."""
    rows = []
    for standard in made.framework.standards:
        ratings = made.ratings_of(standard)
        names = {str(standard.number), *(each.criterion for each in ratings)}
        kept = [
            sum(bool(names & set(each.about)) for each in records)
            for records in (made.evidence, made.actions)
        ]
        told = ", ".join(_answer(each) for each in ratings if not each.is_open)
        still = sum(each.is_open for each in ratings)
        rows.append((standard.heading, told, *map(str, (still, *kept))))
    return shown_table(about(score(made)), ANSWERS, rows, (made.framework.note, made_from([made])))


def _answer(rating: Rating) -> str:
    return rating.level.choice if rating.level else "Not applicable"


def coverage(covered: Coverage) -> str:
    """How much evidence of each age there is for each standard."""
    rows = (
        (each.standard.heading, *map(str, counts(each.held).values())) for each in covered.standards
    )
    notes = (describe_coverage(covered), made_from([covered.assessment]))
    return shown_table(f"Evidence on {covered.on}, by its age", AGES, rows, notes)
