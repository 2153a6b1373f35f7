"""The verbs for outside views: cqc and ascof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    INPUT_HAS_PROBLEMS,
    files_argument,
    force_option,
    format_option,
    framework_option,
    main,
    own_framework,
    scheme_option,
    tell,
)

if TYPE_CHECKING:
    from ..assurance.ascof import Ascof

__all__ = ["ascof", "cqc"]


@main.command()
@click.argument("scores", nargs=-1, required=True, metavar="FILE | SCORE...")
@click.option("--percentage", help="The percentage as published, to hold the scores against.")
@click.option("--rating", default="", help="The rating as published, likewise.")
@click.option("--council", metavar="NAME", help="The one council of the file to show.")
@scheme_option
@format_option("text", "json", "csv")
def cqc(
    scores: tuple[str, ...],
    percentage: str | None,
    rating: str,
    council: str | None,
    scheme: str | None,
    form: str,
) -> None:
    """Work out the overall figures that CQC's scores of a council give.

    Give nine scores in CQC's order, such as 3 3 4 3 4 4 3 4 4, with ? for one
    that is not known; or by name, such as "Safeguarding=3"; or a CSV file of
    one council or many. It predicts nothing from a self-assessment.
    """
    from ..assurance.cqc import cqc as judged
    from ..assurance.cqc_files import chosen_judgement, read_cqc
    from ..assurance.cqc_words import cqc_text
    from ..assurance.loading import chosen_scheme

    chosen = chosen_scheme(scheme or "")
    if len(scores) > 1 or _is_score(scores[0]):
        judgement = judged(
            _given(scores),
            percentage=percentage,
            rating=rating,
            council=council or "",
            scheme=chosen,
        )
        click.echo(cqc_text([judgement], form), nl=False)
        return
    if percentage or rating:
        raise click.UsageError("--percentage and --rating stand in the file's own columns")
    held = read_cqc(scores[0], chosen)
    shown = [chosen_judgement(held, council, asked=True)] if council else held.judgements
    click.echo(cqc_text(shown, form, held.file, held.sha256), nl=False)
    tell(() if council else held.problems)
    if held.problems and not council:
        raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)


def _is_score(given: str) -> bool:
    """Whether one argument is a score by name, and no file."""
    return "=" in given and not Path(given).exists()


def _given(scores: tuple[str, ...]) -> dict[str, object] | list[object]:
    """Scores by name where every one has a name, and else in order."""
    pairs = [each.rpartition("=") for each in scores]
    if all(sign for _, sign, _ in pairs):
        return {name: score for name, _, score in pairs}
    return list(scores)


@main.command()
@files_argument
@click.option("--council", metavar="NAME|CODE", required=True, help="Whose figures to show.")
@click.option("--year", default="", help="The financial year, where the file does not say it.")
@click.option("--region", default="", metavar="NAME", help="Its region, where it is not known.")
@click.option("--type", "kind", default="", metavar="NAME", help="Its type, likewise.")
@click.option("--all", "every", is_flag=True, help="Show figures of groups of people too.")
@click.option("--into", metavar="RETURN", help="A return to add the figures to, as evidence.")
@click.option("-o", "--output", metavar="OUT", help="The workbook to write with them in it.")
@click.option("--crosswalk", metavar="TOML", help="Your own ties from standards to measures.")
@framework_option
@format_option("table", "json", "csv")
@force_option
def ascof(
    files: tuple[str, ...],
    council: str,
    year: str,
    region: str,
    kind: str,
    every: bool,
    into: str | None,
    output: str | None,
    crosswalk: str | None,
    framework_name: str | None,
    form: str,
    force: bool,
) -> None:
    """Set a council's ASCOF figures beside its region's, its type's and England's.

    FILE is the published long CSV, one for each year. With --into and --output
    the figures are also put into a copy of a return, as dated evidence for the
    standards that they bear on.
    """
    from ..assurance.ascof import ascof as read_ascof
    from ..assurance.ascof_words import ascof_text
    from ..assurance.measures import year_of
    from ..files import check_not_input, check_output

    if bool(into) != bool(output):
        raise click.UsageError("--into and --output go together")
    if year and not year_of(year):
        raise click.BadParameter("write it as 2023-24", param_hint="--year")
    if into and output:
        check_not_input(output, [*files, into])
        check_output(output, overwrite=force)
    found = read_ascof(files, council, year=year, region=region, council_type=kind)
    tell(found.notes)
    if into and output:
        _add_evidence(found, into, output, crosswalk, framework_name, force=force)
    click.echo(ascof_text(found, form, every=every), nl=False)
    if output:
        click.echo(one_line(f"Made {output}"), err=True)


def _add_evidence(
    found: Ascof,
    into: str,
    output: str,
    crosswalk: str | None,
    framework_name: str | None,
    *,
    force: bool,
) -> None:
    """Write a copy of a return with the figures among its evidence."""
    from ..assurance.ascof_added import notes_on_adding
    from ..assurance.ascof_words import ascof_evidence, with_ascof
    from ..assurance.loading import load_crosswalk
    from ..returns import read_return
    from ..workbook.writing.writer import write_workbook

    own = own_framework(framework_name)
    assessment = read_return(into, own)
    ties = load_crosswalk(crosswalk or "route-map-ascof", own)
    tell(notes_on_adding(found, ties, assessment))
    filled = with_ascof(assessment, ascof_evidence(found, ties))
    write_workbook(filled, output, overwrite=force)
