"""The verb that holds a return against last round's, an outside view or a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    cards_of,
    chosen_framework,
    force_option,
    format_option,
    framework_option,
    main,
    rule_option,
    scheme_option,
)

if TYPE_CHECKING:
    from ..assurance.beside import BesideCqc
    from ..scoring import Scorecard

__all__ = ["compare"]


@main.command()
@click.argument("file")
@click.argument("against", required=False)
@framework_option
@rule_option
@click.option("--target", type=float, help="A level to aim at, where there is no AGAINST.")
@click.option("--cqc", "scores", metavar="CSV", help="CQC's scores of the council, likewise.")
@click.option("--council", metavar="NAME", help="What that file calls the council.")
@scheme_option
@click.option("--crosswalk", metavar="TOML", help="Your own ties to CQC's statements.")
@click.option("--chart", metavar="OUT", help="With --cqc, a picture too: .svg, .png or .pdf.")
@force_option
@format_option("table", "json", "csv")
def compare(
    file: str,
    against: str | None,
    framework_name: str | None,
    rule: str,
    target: float | None,
    scores: str | None,
    council: str | None,
    scheme: str | None,
    crosswalk: str | None,
    chart: str | None,
    force: bool,
    form: str,
) -> None:
    """Hold a return against last round's, an outside view or a target.

    FILE is the council's own view now. AGAINST is last round's return, or an
    outside view of the same council; where that is the peer team's, it is also
    told on which standards the council sees itself higher or lower. With --cqc
    it is set beside CQC's nine statements, each on its own scale.
    """
    from ..assurance.beside_words import beside_text
    from ..comparing.awareness import peer_profile
    from ..comparing.comparison import compare as held_against
    from ..comparing.tables import comparison_text

    if scores:
        if against is not None or target is not None:
            raise click.UsageError("give one of AGAINST, --target and --cqc")
        _check_chart(chart, (file, scores), force=force)
        beside = _beside(file, framework_name, rule, scores, council, scheme, crosswalk)
        click.echo(beside_text(beside, form), nl=False)
        _draw(beside, chart, force=force)
        return
    if council or scheme or crosswalk or chart:
        raise click.UsageError("--council, --scheme, --crosswalk and --chart go with --cqc")
    other: Scorecard | float
    match against, target:
        case str(), None:
            card, other = cards_of((file, against), framework_name, rule)
        case None, float():
            (card,), other = cards_of((file,), framework_name, rule), target
        case _:
            raise click.UsageError("give one of AGAINST, --target and --cqc")
    try:
        comparison = held_against(card, other)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(comparison_text(comparison, form, peer_profile(comparison)), nl=False)


def _beside(
    file: str,
    framework_name: str | None,
    rule: str,
    scores: str,
    council: str | None,
    scheme: str | None,
    crosswalk: str | None,
) -> BesideCqc:
    """The own view beside CQC's scores."""
    from ..assurance.beside import beside_cqc
    from ..assurance.cqc_files import chosen_judgement, read_cqc
    from ..assurance.loading import chosen_scheme, load_crosswalk

    chosen = chosen_scheme(scheme or "")
    (card,) = cards_of((file,), framework_name, rule)
    whose = council or card.assessment.council
    judgement = chosen_judgement(read_cqc(scores, chosen), whose, asked=bool(council))
    own = chosen_framework(framework_name) if framework_name else None
    ties = load_crosswalk(crosswalk, own, chosen) if crosswalk else None
    return beside_cqc(card, judgement, ties)


def _check_chart(chart: str | None, inputs: tuple[str, str], *, force: bool) -> None:
    """Refuse a picture that cannot be written, before any work is done."""
    from ..charts.output import check_format
    from ..files import check_not_input, check_output

    if chart:
        check_format(chart)
        check_not_input(chart, inputs)
        check_output(chart, overwrite=force)


def _draw(beside: BesideCqc, chart: str | None, *, force: bool) -> None:
    from ..charts.beside_cqc import dots_beside_cqc
    from ..charts.output import save_chart

    if chart:
        save_chart(dots_beside_cqc(beside), chart, overwrite=force)
        click.echo(one_line(f"Made {chart}"), err=True)
