"""The verbs that look at what came back: check and verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    INPUT_HAS_PROBLEMS,
    files_argument,
    force_option,
    format_option,
    framework_option,
    main,
    own_framework,
)

if TYPE_CHECKING:
    from ..framework import Framework
    from ..returns import Outcome

__all__ = ["check", "verify"]


@main.command()
@files_argument
@framework_option
@format_option("text", "json")
@click.option(
    "--mark-up",
    "copy",
    metavar="OUT",
    help="Where one return has problems, write a copy that shows each where it is.",
)
@force_option
def check(
    files: tuple[str, ...], framework_name: str | None, form: str, copy: str | None, force: bool
) -> None:
    """Say everything that is wrong with returns, and change nothing.

    With --mark-up, a return that has problems is also written anew, with the
    bad cells marked and everything to mend listed on its first sheet.
    """
    from ..returns import outcome_in_words, outcomes_as_json, read_returns
    from ..workbook.markup import check_copy

    own = own_framework(framework_name)
    if copy is not None:
        if len(files) > 1:
            raise click.UsageError("--mark-up needs exactly one FILE")
        check_copy(files[0], copy, overwrite=force)
    outcomes = read_returns(files, own)
    if form == "json":
        click.echo(outcomes_as_json(outcomes))
    else:
        for each in outcomes:
            click.echo(outcome_in_words(each), err=each.assessment is None)
    if copy is not None:
        # Standard output is for JSON alone where that was asked for.
        click.echo(_marked_up(outcomes[0], copy, own, force), err=form == "json")
    if any(each.assessment is None for each in outcomes):
        raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)


def _marked_up(outcome: Outcome, copy: str, own: Framework | None, force: bool) -> str:
    """Write a marked-up copy where there is something to mark, and say what came of it."""
    from ..problems import WorkbookError
    from ..workbook.markup import mark_up_workbook

    if outcome.assessment:
        return one_line(f"There is nothing to mark up in {outcome.file}: it has no problems.")
    try:
        mark_up_workbook(outcome.file, copy, own, overwrite=force)
    except WorkbookError:
        return one_line(
            f"There is nothing to mark up in {outcome.file}: it cannot be opened as a workbook."
        )
    return one_line(f"Made {copy}")


@main.command()
@files_argument
@framework_option
@format_option("text", "json")
def verify(files: tuple[str, ...], framework_name: str | None, form: str) -> None:
    """Say whether returned workbooks show the scores that their ratings give.

    Their formulas are compared with those that went out as well.
    """
    from ..workbook.verify.telling import verdict_in_words, verdicts_as_json, verify_files

    verdicts = verify_files(files, own_framework(framework_name))
    if form == "json":
        click.echo(verdicts_as_json(verdicts))
    else:
        for each in verdicts:
            click.echo(verdict_in_words(each), err=not each.agrees)
    if not all(each.agrees for each in verdicts):
        raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)
