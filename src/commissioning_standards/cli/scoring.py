"""The verbs that make scores and charts of returns."""

from __future__ import annotations

import click

from .group import cards_of, files_argument, force_option, framework_option, main, rule_option

__all__ = ["chart", "score"]

MOST_LINES = 2


@main.command()
@files_argument
@framework_option
@rule_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to write them.",
)
@click.option("-o", "--output", help="A file to write instead of printing.")
@force_option
def score(
    files: tuple[str, ...],
    framework_name: str | None,
    rule: str,
    form: str,
    output: str | None,
    force: bool,
) -> None:
    """Score returns by standard and domain."""
    from ..files import check_not_input, write_bytes
    from ..tables import scores_text

    check_not_input(output or "", files)
    text = scores_text(cards_of(files, framework_name, rule), form)
    if output:
        write_bytes(output, text.encode(), overwrite=force)
        click.echo(f"Made {output}", err=True)
    else:
        click.echo(text, nl=False)


@main.command()
@files_argument
@click.option("-o", "--output", required=True, help="The picture: .svg, .png or .pdf.")
@framework_option
@rule_option
@click.option("--target", type=float, help="A level to aim at, drawn as a second line.")
@click.option("--title", default="", help="What to write above it.")
@force_option
def chart(
    files: tuple[str, ...],
    output: str,
    framework_name: str | None,
    rule: str,
    target: float | None,
    title: str,
    force: bool,
) -> None:
    """Draw a radar chart of a return, beside last round's or a target.

    With two files the second is drawn as a second line.
    """
    from ..charts.output import check_format, save_chart
    from ..charts.radar import radar
    from ..files import check_not_input

    if len(files) + (target is not None) > MOST_LINES:
        raise click.UsageError(
            "a radar chart has two lines at most: two files, or one and a target"
        )
    check_format(output)
    check_not_input(output, files)
    card, *others = cards_of(files, framework_name, rule)
    try:
        drawn = radar(card, against=others[0] if others else target, title=title)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    save_chart(drawn, output, overwrite=force)
    click.echo(f"Made {output}")
