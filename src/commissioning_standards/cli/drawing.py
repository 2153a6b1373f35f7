"""The verb that draws charts of returns."""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    cards_of,
    day_or_today,
    files_argument,
    force_option,
    framework_option,
    main,
    on_option,
    rule_option,
)

if TYPE_CHECKING:
    from ..charts.kinds import Asked

__all__ = ["chart"]

EVERY = "all"
NAMES = ("radar", "dots", "heat-map", "spread", "evidence", "multiples", EVERY)
SIZE = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(?:cm)?", re.IGNORECASE)
CENTIMETRES = 2.54


def _size(_: click.Context, __: click.Parameter, given: str | None) -> tuple[float, float] | None:
    """A size in centimetres as inches."""
    if given is None:
        return None
    found = SIZE.fullmatch(given.strip())
    if not found:
        raise click.BadParameter("give width and height in centimetres, such as 20x28")
    return float(found[1]) / CENTIMETRES, float(found[2]) / CENTIMETRES


def _colours(_: click.Context, __: click.Parameter, given: str | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(each.strip() for each in given.split(","))


@main.command()
@files_argument
@click.option("-o", "--output", required=True, help="The picture: .svg, .png or .pdf; or a folder.")
@click.option(
    "--kind",
    type=click.Choice(NAMES),
    default="radar",
    show_default=True,
    help="What to draw; all makes a folder with every kind and a page.",
)
@click.option(
    "--by",
    type=click.Choice(["standard", "domain", "criterion"]),
    default="standard",
    show_default=True,
    help="What each spoke, row or dot stands for.",
)
@click.option(
    "--order",
    type=click.Choice(["framework", "score"]),
    default="framework",
    show_default=True,
    help="The order of dots.",
)
@click.option(
    "--small",
    type=click.Choice(["radar", "dots"]),
    default="radar",
    show_default=True,
    help="What small multiples are made of.",
)
@click.option("--target", type=float, help="A level to aim at, drawn as one more series.")
@click.option("--title", default="", help="What to write above it.")
@click.option("--size", callback=_size, metavar="WxH", help="In centimetres, such as 20x28.")
@click.option(
    "--colours", callback=_colours, metavar="LIST", help="Your own, such as #12436D,#F46A25."
)
@on_option
@framework_option
@rule_option
@force_option
def chart(
    files: tuple[str, ...],
    output: str,
    kind: str,
    by: str,
    order: str,
    small: str,
    target: float | None,
    title: str,
    size: tuple[float, float] | None,
    colours: tuple[str, ...] | None,
    day: datetime.date | None,
    framework_name: str | None,
    rule: str,
    force: bool,
) -> None:
    """Draw a chart of a return, beside others or a target.

    The first file is the council's own view; others are drawn beside it, such
    as last round's or the peer team's. A spread takes several returns of one
    round. A heat map takes one return, several rounds, or several voices.
    """
    from ..charts.kinds import Asked
    from ..charts.output import check_format
    from ..files import check_not_input

    if kind == EVERY and (title or size):
        raise click.UsageError("--title and --size are for one chart, and not for all")
    if kind != EVERY:
        check_format(output)
        check_not_input(output, files)
    cards = tuple(cards_of(files, framework_name, rule))
    asked = Asked(cards, day_or_today(day), target, by, order, small, title, size, colours)
    with _telling():
        if kind == EVERY:
            _draw_all(asked, output, files, overwrite=force)
        else:
            _draw_one(asked, kind, output, overwrite=force)


def _draw_one(asked: Asked, kind: str, output: str, *, overwrite: bool) -> None:
    from ..charts.kinds import draw
    from ..charts.output import save_chart
    from ..charts.sheet import SizeError

    try:
        drawn = draw(kind, asked)
    except SizeError as error:
        raise click.UsageError(error.in_centimetres) from None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    save_chart(drawn, output, overwrite=overwrite)
    click.echo(one_line(f"Made {output}"))


def _draw_all(asked: Asked, output: str, files: tuple[str, ...], *, overwrite: bool) -> None:
    from ..charts.index_page import set_files
    from ..charts.kinds import chart_set
    from ..folders import write_folder

    charts = chart_set(asked)
    for path in write_folder(output, set_files(charts), inputs=files, overwrite=overwrite):
        click.echo(one_line(f"Made {path}"))
    if charts.alone:
        told = f"Of the first return only, as {len(asked.cards)} are too many for one picture"
        click.echo(f"{told}: {', '.join(charts.alone)}.", err=True)
    for name, why in charts.left_out.items():
        click.echo(f"Not drawn: {name}. {why}", err=True)


@contextmanager
def _telling() -> Iterator[None]:
    """Tell what a chart warns of as a line, and not as Python does."""
    from ..charts.palette import ContrastWarning

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ContrastWarning)
        yield
    for message in dict.fromkeys(str(each.message) for each in caught):
        click.echo(message, err=True)
