"""The verb that holds a return against last round's, an outside view or a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .group import cards_of, chosen_framework, format_option, framework_option, main, rule_option

if TYPE_CHECKING:
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
@click.option("--crosswalk", metavar="TOML", help="Your own ties to CQC's statements.")
@format_option("table", "json", "csv")
def compare(
    file: str,
    against: str | None,
    framework_name: str | None,
    rule: str,
    target: float | None,
    scores: str | None,
    council: str | None,
    crosswalk: str | None,
    form: str,
) -> None:
    """Hold a return against last round's, an outside view or a target.

    FILE is the council's own view now. AGAINST is last round's return, or an
    outside view of the same council; where that is the peer team's, it is also
    told on which standards the council sees itself higher or lower. With --cqc
    it is set beside CQC's nine statements, each on its own scale.
    """
    from ..comparing.awareness import peer_profile
    from ..comparing.comparison import compare as held_against
    from ..comparing.tables import comparison_text

    if scores:
        if against is not None or target is not None:
            raise click.UsageError("give one of AGAINST, --target and --cqc")
        click.echo(_beside(file, framework_name, rule, scores, council, crosswalk, form), nl=False)
        return
    if council or crosswalk:
        raise click.UsageError("--council and --crosswalk go with --cqc")
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
    crosswalk: str | None,
    form: str,
) -> str:
    """The own view beside CQC's scores, in one of the forms."""
    from ..assurance.beside import beside_cqc
    from ..assurance.beside_words import beside_text
    from ..assurance.cqc_files import chosen_judgement, read_cqc
    from ..assurance.loading import load_crosswalk

    (card,) = cards_of((file,), framework_name, rule)
    whose = council or card.assessment.council
    judgement = chosen_judgement(read_cqc(scores), whose, asked=bool(council))
    own = chosen_framework(framework_name) if framework_name else None
    ties = load_crosswalk(crosswalk, own) if crosswalk else None
    return beside_text(beside_cqc(card, judgement, ties), form)
