"""The verbs that look behind the scores: enquire and evidence."""

from __future__ import annotations

import datetime

import click

from .group import (
    cards_of,
    day_or_today,
    format_option,
    framework_option,
    main,
    on_option,
    tell,
)

__all__ = ["enquire", "evidence"]

written_as = format_option("table", "json", "csv")


@main.command()
@click.argument("file")
@click.option("--against", metavar="LAST", help="Last round's return.")
@click.option(
    "--outside",
    "--peers",
    "outside",
    metavar="PEER",
    help="A return from outside, such as a peer team's, whose findings are used too.",
)
@click.option(
    "--beside",
    multiple=True,
    metavar="FILE",
    help="Another return of this round, whose voice counts too. May be repeated.",
)
@on_option
@click.option("--without", multiple=True, metavar="RULE", help="A rule to switch off.")
@framework_option
@written_as
def enquire(
    file: str,
    against: str | None,
    outside: str | None,
    beside: tuple[str, ...],
    day: datetime.date | None,
    without: tuple[str, ...],
    framework_name: str | None,
    form: str,
) -> None:
    """Draft what a peer team would ask about a return.

    Each question says which rule drafted it and which ratings, evidence or
    findings it rests on. --without may be given several times.
    """
    from ..enquiring.enquiry import chosen_rules, lines_of_enquiry
    from ..enquiring.tables import enquiry_text
    from ..problems import AssessmentError
    from ..whose import period_notes

    try:
        rules = chosen_rules(without)
    except AssessmentError as error:
        raise click.BadParameter(str(error), param_hint="--without") from None
    compared_with = {"against": against, "outside": outside}
    given = {name: path for name, path in compared_with.items() if path}
    card, *others = cards_of((file, *beside, *given.values()), framework_name, "mean")
    on = day_or_today(day)
    voices = [card.assessment, *(each.assessment for each in others[: len(beside)])]
    compared = dict(zip(given, others[len(beside) :], strict=True))
    lines = lines_of_enquiry(
        card,
        on=on,
        against=compared.get("against"),
        outside=compared.get("outside"),
        returns=voices if beside else (),
        rules=rules,
    )
    tell(tuple(period_notes(card, compared.get("against"), compared.get("outside"))))
    click.echo(enquiry_text(lines, card, on, form), nl=False)


@main.command()
@click.argument("file")
@on_option
@framework_option
@written_as
def evidence(file: str, day: datetime.date | None, framework_name: str | None, form: str) -> None:
    """Say what a return's evidence covers, what is old, and which actions are overdue."""
    from ..evidencing.coverage import coverage
    from ..evidencing.tables import coverage_text

    (card,) = cards_of((file,), framework_name, "mean")
    click.echo(coverage_text(coverage(card.assessment, day_or_today(day)), form), nl=False)
