"""The verb for many councils: collate."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import click

from ..region.collating.limits import TIME_LIMIT
from ..text import one_line
from .collating import collated_into, paths_argument, writing_into
from .group import (
    INPUT_HAS_PROBLEMS,
    force_option,
    framework_option,
    main,
    own_framework,
    rule_option,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..region.collating.collation import Collation

__all__ = ["collate"]


def _seconds(_: click.Context, __: click.Parameter, given: float) -> float:
    """A time that ends: Python reads "inf" and "nan" as figures too."""
    if not isfinite(given):
        raise click.BadParameter(f"{given} is no number of seconds")
    return given


@main.command()
@paths_argument
@click.option(
    "-o", "--output", "folder", metavar="OUT", required=True, help="The folder to write to."
)
@click.option(
    "--jobs", type=click.IntRange(1), help="How many to read at once.  [default: one a core]"
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    callback=_seconds,
    default=TIME_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="When to give up a file that is still being read.",
)
@click.option("--parquet", is_flag=True, help="Write the table as Parquet too.")
@click.option(
    "--period",
    default="",
    metavar="ROUND",
    help="The round to share.  [default: the last with enough councils]",
)
@click.option(
    "--minimum",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="The fewest councils that a group in the shared table may be.",
)
@click.option(
    "--allow-small-groups", "allow_small", is_flag=True, help="Let the minimum be below 5."
)
@click.option(
    "--never-shared",
    is_flag=True,
    help="Forget the tables that were made last: they were given to nobody.",
)
@click.option("--mine", metavar="FILE", help="The return of a council that asks where it stands.")
@click.option("--fresh", is_flag=True, help="Forget what was read before, and read it again.")
@framework_option
@rule_option
@force_option
def collate(
    paths: tuple[str, ...],
    folder: str,
    jobs: int | None,
    time_limit: float,
    parquet: bool,
    period: str,
    minimum: int,
    allow_small: bool,
    never_shared: bool,
    mine: str | None,
    fresh: bool,
    framework_name: str | None,
    rule: str,
    force: bool,
) -> None:
    """Bring the returns of many councils together in one table.

    Folders are looked through with all that is in them. Files that cannot be
    read are listed, and the others are kept. What was read is remembered, so
    that a run that was stopped goes on where it was, and a later one reads only
    what is new.

    confidential/ names councils and is for the region alone. What is in
    to-share/ names none, and shows no group of fewer than --minimum.
    """
    from ..region.collating.files import check_collation, write_collation
    from ..region.extras import check_extra
    from ..region.sharing.files import (
        check_mine,
        check_region,
        read_mine,
        region_to_share,
        write_region,
    )
    from ..region.sharing.rounds import check_period
    from ..region.sharing.table import Terms
    from ..region.sharing.words import region_in_words
    from ..rules import rule_named

    check_extra("region", "filelock", "pebble", "tqdm")
    if parquet:
        check_extra("parquet", "pyarrow")
    own = own_framework(framework_name)
    terms = Terms(minimum, allow_small, (rule, rule_named(rule).version), never_shared)
    check_collation(folder, inputs=paths, parquet=parquet, overwrite=force)
    check_region(folder, overwrite=force)
    asked = read_mine(mine, own, rule) if mine else None
    with writing_into(folder, paths):
        collation = collated_into(
            folder, paths, own, rule, jobs=jobs, time_limit=time_limit, fresh=fresh
        )
        tell(collation.troubles)
        check_period(collation.rounds, period)
        files = write_collation(
            collation, folder, framework=own, inputs=paths, parquet=parquet, overwrite=force
        )
        _tell(collation, [str(each) for each in files])
        region = region_to_share(collation, folder, period=period, framework=own, terms=terms)
        if region:
            if asked:
                check_mine(asked, region)
            _made(write_region(region, folder, mine=asked, inputs=paths, overwrite=force))
        click.echo(region_in_words(region))
        if collation.faults:
            raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)


def _tell(collation: Collation, files: list[str]) -> None:
    """Say what came of it: what was refused to standard error, as in other verbs."""
    from ..region.collating.files import PROBLEMS
    from ..region.collating.words import collation_in_words, refused_in_words

    (listing,) = (each for each in files if each.endswith(PROBLEMS))
    click.echo(collation_in_words(collation, listing))
    if collation.faults:
        click.echo(refused_in_words(collation.faults, listing), err=True)
    for each in files:
        click.echo(one_line(f"Made {each}"))


def _made(files: Iterable[Path]) -> None:
    """Say which files were made; of pictures, of which there are many, only the folder."""
    from ..region.sharing.publishing import CHARTS

    for each in dict.fromkeys(
        each.parent if each.parent.name == CHARTS else each for each in files
    ):
        click.echo(one_line(f"Made {each}"))
