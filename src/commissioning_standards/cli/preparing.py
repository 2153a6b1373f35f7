"""The verbs around papers: what only the council can say, and what would be given away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import INPUT_HAS_PROBLEMS, files_argument, force_option, format_option, main

if TYPE_CHECKING:
    from ..problems import Problem

__all__ = ["disclose", "starter"]


@main.command("settings")
@click.option(
    "-o",
    "--output",
    default="papers.toml",
    show_default=True,
    metavar="FILE",
    help="The file to write.",
)
@force_option
def starter(output: str, force: bool) -> None:
    """Make a settings file for pack and account, with every setting explained.

    It changes nothing until you fill it in. Give it to both with --settings.
    """
    from ..files import write_bytes
    from ..reports.starter import starter_settings

    write_bytes(output, starter_settings().encode(), overwrite=force)
    click.echo(one_line(f"Made {output}"))


@main.command()
@files_argument
@format_option("text", "json")
@click.pass_context
def disclose(context: click.Context, files: tuple[str, ...], form: str) -> None:
    """List what Word, PowerPoint or Excel files would give away, before they are shared.

    Authors, comments, tracked changes, hidden text, slides and sheets, speaker
    notes, macros and more. It ends with 1 where anything was found, or a file could
    not be read.
    """
    from ..problems import CommissioningError
    from ..reports.hidden.check import hidden_content, hidden_text_of

    found = {}
    problems: list[Problem] = []
    for each in files:
        try:
            found[each] = hidden_content(each)
        except CommissioningError as error:
            problems += error.problems
    if found:
        click.echo(hidden_text_of(found, form), nl=False)
    if problems:
        raise CommissioningError(problems)
    if any(found.values()):
        context.exit(INPUT_HAS_PROBLEMS)
