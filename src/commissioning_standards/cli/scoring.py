"""The verb that makes scores of returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    cards_of,
    files_argument,
    force_option,
    format_option,
    framework_option,
    main,
    rule_option,
)

if TYPE_CHECKING:
    from ..scoring import Scorecard

__all__ = ["score"]


@main.command()
@files_argument
@framework_option
@rule_option
@format_option("table", "json", "csv")
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
@click.option("-o", "--output", help="A file to write instead of printing.")
@force_option
def score(
    files: tuple[str, ...],
    framework_name: str | None,
    rule: str,
    form: str,
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

    _check_asked(rule, form, names, sensitive=sensitive)
    if output:
        check_not_input(output, files)
    text = _told(cards_of(files, framework_name, rule), form, names, sensitive=sensitive)
    if output:
        write_bytes(output, text.encode(), overwrite=force)
        click.echo(one_line(f"Made {output}"), err=True)
    else:
        click.echo(text, nl=False)


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
