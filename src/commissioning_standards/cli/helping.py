"""The verbs with which a region helps its councils: buddies and support."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .collating import collated_into, paths_argument, writing_into
from .group import (
    INPUT_HAS_PROBLEMS,
    day_or_today,
    force_option,
    framework_option,
    main,
    on_option,
    own_framework,
    rule_option,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..problems import Problem
    from ..region.collating.collation import Collation

__all__ = ["buddies", "support"]

output_option = click.option(
    "-o", "--output", metavar="OUT", required=True, help="The folder to write into."
)
period_option = click.option(
    "--period",
    default="",
    help="The round, such as 2026-27.  [default: the last with enough councils]",
)


@main.command()
@paths_argument
@output_option
@period_option
@click.option(
    "--most",
    type=click.IntRange(min=0),
    help="How many councils one helps at once where it does not say.  [default: 2]",
)
@framework_option
@rule_option
@force_option
def buddies(
    paths: tuple[str, ...],
    output: str,
    period: str,
    most: int | None,
    framework_name: str | None,
    rule: str,
    force: bool,
) -> None:
    """Match councils that ask for help with councils that can give it.

    DIR holds a region's returns. Only councils that said that they may be named
    are matched. OUT gets a letter to each of the two, which names only the
    other one, and the region's own list; all of it is confidential.
    """
    from ..folders import check_folder, write_folder
    from ..region.extras import check_extra
    from ..region.helping.buddies import MOST_AT_ONCE
    from ..region.helping.buddies import buddies as matched
    from ..region.helping.buddy_list import LETTERS, LIST_FILES, buddy_files

    check_extra("region", "filelock", "pebble", "scipy", "tqdm")
    check_folder(output, LIST_FILES, inputs=paths, overwrite=force)
    with writing_into(output, paths):
        collation, problems = _collated(output, paths, period, framework_name, rule)
        found = matched(
            collation.rounds,
            period=period,
            most=MOST_AT_ONCE if most is None else most,
            framework=own_framework(framework_name),
            uncounted=collation.uncounted,
        )
        contents = buddy_files(found)
        tell(_left_over(Path(output), LETTERS, contents))
        write_folder(output, contents, inputs=paths, overwrite=force)
        met = len(found.matches)
        click.echo(f"Askings for help that are met: {met} of {met + len(found.unmet)}")
        count = len(contents) - len(LIST_FILES)
        click.echo(f"Letters: {count}" + (f", in {Path(output) / LETTERS}" if count else ""))
        _end(output, LIST_FILES, problems)


@main.command()
@paths_argument
@output_option
@period_option
@on_option
@click.option(
    "--councils",
    metavar="FILE",
    help="The names of the region's councils, one a line, to find those without a return.",
)
@click.option("--signals", metavar="TOML", help="Rules of your own.")
@framework_option
@rule_option
@force_option
def support(
    paths: tuple[str, ...],
    output: str,
    period: str,
    day: datetime.date | None,
    councils: str | None,
    signals: str | None,
    framework_name: str | None,
    rule: str,
    force: bool,
) -> None:
    """List the councils that may want support, with the rule that says so.

    DIR holds a region's returns, of earlier rounds too. OUT gets the region's
    own list, as text, CSV and JSON. It is confidential, and no ranking.
    """
    from ..folders import check_folder, write_folder
    from ..region.extras import check_extra
    from ..region.helping.signals import brought_signals, load_signals
    from ..region.helping.support import read_council_list, support_list
    from ..region.helping.support_list import LIST_FILES, support_files

    check_extra("region", "filelock", "pebble", "tqdm")
    read = [*paths, *filter(None, (councils, signals))]
    check_folder(output, LIST_FILES, inputs=read, overwrite=force)
    rules = load_signals(signals) if signals else brought_signals()
    expected = read_council_list(councils) if councils else None
    with writing_into(output, paths):
        collation, problems = _collated(output, paths, period, framework_name, rule)
        found = support_list(
            collation.rounds,
            on=day_or_today(day),
            expected=expected,
            rules=rules,
            period=period,
            framework=own_framework(framework_name),
            uncounted=collation.uncounted,
        )
        write_folder(output, support_files(found), inputs=read, overwrite=force)
        click.echo(
            f"Councils looked at: {len(found.councils)}. With a signal: {found.with_a_signal}"
        )
        _end(output, LIST_FILES, problems)


def _collated(
    output: str, paths: Iterable[str], period: str, framework_name: str | None, rule: str
) -> tuple[Collation, tuple[Problem, ...]]:
    """Every return that can be read, and all that was found on the way."""
    from ..region.helping.latest import rounds_left

    collation = collated_into(output, paths, own_framework(framework_name), rule)
    problems = [found for each in collation.faults for found in each.problems]
    left = rounds_left(collation.rounds, period)
    found = (*problems, *collation.findings, *collation.troubles, *left)
    tell(found)
    return collation, found


def _left_over(output: Path, folder: str, contents: Iterable[str]) -> tuple[Problem, ...]:
    """A note for each letter of an earlier matching that stays where it is."""
    from ..problems import Place, problem

    written = {output / name for name in contents}
    there = sorted((output / folder).glob("*/*.txt"))
    return tuple(problem("letter-left", Place(str(each))) for each in there if each not in written)


def _end(output: str, lists: Sequence[str], problems: Iterable[Problem]) -> None:
    """Say where it is and what to open first, and end with 1 where something has to be looked at.

    Args:
        output: the folder of the output.
        lists: the region's own lists, the first of them to be read.
        problems: all that was found.
    """
    first = Path(output) / lists[0]
    click.echo(one_line(f"Made {first.parent}. Open first: {first}"))
    if any(not each.is_note for each in problems):
        raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)
