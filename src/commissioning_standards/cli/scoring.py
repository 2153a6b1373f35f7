"""The verb that makes scores of returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    cards_of,
    files_argument,
    force_option,
    framework_option,
    main,
    rule_option,
)

if TYPE_CHECKING:
    from ..scoring import Scorecard

__all__ = ["score"]

# What a file that is written is, by its ending.
FORMS = {".txt": "table", ".json": "json", ".csv": "csv"}


@main.command()
@files_argument
@framework_option
@rule_option
@click.option(
    "--format",
    "asked",
    type=click.Choice(list(FORMS.values())),
    help="How to write it.  [default: as the file's ending says, or table]",
)
@click.option(
    "--explain",
    "names",
    metavar="NAME",
    multiple=True,
    help="Say how this score was made instead: overall, a domain, 4 or 4.1. May be repeated.",
)
@click.option(
    "--sensitivity",
    "sensitive",
    is_flag=True,
    help="Say instead whether another rule or a few other answers would change the picture.",
)
@click.option("-o", "--output", help="A file to write instead of printing: .txt, .json or .csv.")
@force_option
def score(
    files: tuple[str, ...],
    framework_name: str | None,
    rule: str,
    asked: str | None,
    names: tuple[str, ...],
    sensitive: bool,
    output: str | None,
    force: bool,
) -> None:
    """Score returns by standard and domain.

    With --explain, each score named is written as the sum that it is, with the
    cell that every rating came from. With --sensitivity, the scores stand beside
    those by the gated rule, and those with a few answers changed.
    """
    from ..files import check_not_input, write_bytes

    if output:
        check_not_input(output, files)
    form = _form(asked, output)
    _check_asked(rule, form, names, sensitive=sensitive)
    text = _told(cards_of(files, framework_name, rule), form, names, sensitive=sensitive)
    if output:
        write_bytes(output, text.encode(), overwrite=force)
        click.echo(one_line(f"Made {output}"), err=True)
    else:
        click.echo(text, nl=False)


def _form(asked: str | None, output: str | None) -> str:
    """The form that was asked for, or that a file's ending says it has."""
    ending = Path(output or "").suffix.lower()
    named = FORMS.get(ending)
    if asked and named not in {None, asked}:
        raise click.UsageError(f"--format {asked} goes into no file that ends in {ending}")
    if ending and not asked and not named:
        raise click.UsageError(
            f"what a file that ends in {ending} holds is not known: end it in "
            f"{', '.join(FORMS)}, or give --format"
        )
    return asked or named or "table"


def _check_asked(rule: str, form: str, names: tuple[str, ...], *, sensitive: bool) -> None:
    """Refuse options that do not go together."""
    if names and sensitive:
        raise click.UsageError("--explain and --sensitivity are asked for one at a time")
    if (names or sensitive) and form == "csv":
        raise click.UsageError("--explain and --sensitivity are written as text or as JSON")
    if sensitive and rule != "mean":
        raise click.UsageError("--sensitivity compares both rules, so leave out --rule")


def _told(cards: list[Scorecard], form: str, names: tuple[str, ...], *, sensitive: bool) -> str:
    """The scores, or how some were made, or what could change them."""
    from ..explaining.explanation import explain_all
    from ..explaining.variants import sensitivity
    from ..explaining.variants_table import sensitivities_text
    from ..explaining.words import explanations_text
    from ..tables import scores_text

    if names:
        return explanations_text(explain_all(cards, names), form)
    if sensitive:
        return sensitivities_text([sensitivity(each.assessment) for each in cards], form)
    return scores_text(cards, form)
