"""The verb that holds a return against last round's, an outside view or a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .group import cards_of, format_option, framework_option, main, rule_option

if TYPE_CHECKING:
    from ..scoring import Scorecard

__all__ = ["compare"]


@main.command()
@click.argument("file")
@click.argument("against", required=False)
@framework_option
@rule_option
@click.option("--target", type=float, help="A level to aim at, where there is no AGAINST.")
@format_option("table", "json", "csv")
def compare(
    file: str,
    against: str | None,
    framework_name: str | None,
    rule: str,
    target: float | None,
    form: str,
) -> None:
    """Hold a return against last round's, an outside view or a target.

    FILE is the council's own view now. AGAINST is last round's return, or an
    outside view of the same council; where that is the peer team's, it is also
    told on which standards the council sees itself higher or lower.
    """
    from ..comparing.awareness import peer_profile
    from ..comparing.comparison import compare as held_against
    from ..comparing.tables import comparison_text

    other: Scorecard | float
    match against, target:
        case str(), None:
            card, other = cards_of((file, against), framework_name, rule)
        case None, float():
            (card,), other = cards_of((file,), framework_name, rule), target
        case _:
            raise click.UsageError("give either AGAINST or --target")
    try:
        comparison = held_against(card, other)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(comparison_text(comparison, form, peer_profile(comparison)), nl=False)
