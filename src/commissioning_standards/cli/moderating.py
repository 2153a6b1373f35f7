"""The verb that brings several returns together: moderate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    files_argument,
    force_option,
    format_option,
    framework_option,
    main,
    returns_of,
    tell,
)

if TYPE_CHECKING:
    from ..assessment import Assessment
    from ..moderation.model import Moderation

__all__ = ["moderate"]


@main.command()
@files_argument
@click.option(
    "--agreed",
    metavar="FILE",
    help="The meeting's workbook: say what came of it, and what is left.",
)
@click.option("-o", "--output", metavar="OUT", help="The workbook to write, of the meeting.")
@framework_option
@format_option("text", "json")
@force_option
def moderate(
    files: tuple[str, ...],
    agreed: str | None,
    output: str | None,
    framework_name: str | None,
    form: str,
    force: bool,
) -> None:
    """Bring returns of one council and period together, for people to agree.

    It says what to talk about, the widest splits first. With --output it writes
    a workbook for the meeting, which comes back as one agreed assessment. With
    --agreed it says what that left open, and --output writes the agreed return.
    """
    from ..files import check_not_input, check_output
    from ..moderation.agenda import agenda
    from ..moderation.document import agenda_text, moderation_json
    from ..moderation.gathering import moderate as side_by_side
    from ..moderation.helping import helping_notes
    from ..workbook.writing.meeting.writer import write_meeting

    if agreed and form == "json":
        raise click.UsageError("--agreed is told as text")
    if output:
        check_not_input(output, [*files, *([agreed] if agreed else [])])
        check_output(output, overwrite=force)
    returns = returns_of((*files, *([agreed] if agreed else [])), framework_name)
    moderation = side_by_side(returns[: len(files)])
    if agreed:
        _tell_agreed(moderation, returns[-1], output, force=force)
        return
    tell(tuple(helping_notes(moderation)))
    if output:
        write_meeting(moderation, output, overwrite=force)
    if form == "json":
        click.echo(moderation_json(moderation))
    else:
        click.echo(agenda_text(agenda(moderation)))
    if output:
        # Standard output is for JSON alone where that was asked for.
        click.echo(one_line(f"Made {output}"), err=form == "json")


def _tell_agreed(
    moderation: Moderation, met: Assessment, output: str | None, *, force: bool
) -> None:
    """What people agreed, and what they left open; write it where that is asked for."""
    from ..moderation.agreeing import agree, undecided
    from ..scoring import score
    from ..words import counted
    from ..workbook.writing.writer import write_workbook

    made = agree(moderation, met)
    left = undecided(moderation, made)
    tell(left)
    if output:
        write_workbook(made, output, overwrite=force)
    click.echo(f"Agreed: {counted(score(made).overall)}.")
    click.echo(f"Left open where people differ: {len(left)}.")
    if output:
        click.echo(one_line(f"Made {output}"))
