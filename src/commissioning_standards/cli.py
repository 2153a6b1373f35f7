"""The command: one verb for each thing the library does, and no logic of its own.

Exit status: 0 done, 1 the input has problems, 2 wrong usage. Modules are
imported where they are used, so that ``--help`` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .version import VERSION

if TYPE_CHECKING:
    from .assessment import Voice
    from .framework import Framework
    from .problems import Problem
    from .scoring import Scorecard

__all__ = ["main"]

INPUT_HAS_PROBLEMS, WRONG_USAGE = 1, 2
DEFAULT_FRAMEWORK = "route-map"
# Arguments that name nothing there is, as against files with something wrong in them.
MISUSED = {"unknown-framework", "not-one-to-show"}
MOST_LINES = 2

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...")
framework_option = click.option(
    "--framework",
    "framework_name",
    metavar="ID|FOLDER",
    help="The framework: an ID, or a folder of your own.",
)
force_option = click.option("--force", is_flag=True, help="Replace a file that is there.")
rule_option = click.option(
    "--rule",
    type=click.Choice(["mean", "gated"]),
    default="mean",
    show_default=True,
    help="How one score is made of several.",
)


class Verbs(click.Group):
    """Turns this software's own errors into messages and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; print every problem where one is found."""
        from .problems import CommissioningError, OutputError

        try:
            return super().invoke(ctx)
        except CommissioningError as error:
            _tell(error.problems)
            misused = {each.code for each in error.problems} <= MISUSED
            usage = misused or isinstance(error, OutputError)
            ctx.exit(WRONG_USAGE if usage else INPUT_HAS_PROBLEMS)


def _tell(problems: tuple[Problem, ...]) -> None:
    for each in problems:
        click.echo(str(each), err=True)


@click.group(cls=Verbs)
@click.version_option(VERSION, prog_name="commissioning-standards")
def main() -> None:
    """Assess commissioning against a set of standards: workbook, scores, charts.

    Start with: commissioning-standards demo
    """


@main.command()
@click.argument("folder", default="commissioning-standards-demo", metavar="[DIR]")
@force_option
def demo(folder: str, force: bool) -> None:
    """Do the whole job for an invented council, into a folder."""
    from .demo import make_demo

    blank, quick, filled, table, *others = make_demo(folder, overwrite=force)
    click.echo(f"Made in {Path(folder).resolve()}:")
    click.echo(f"  {filled.name}: open this first, a filled-in workbook; see its Results sheet")
    click.echo(f"  {blank.name}: the same workbook, to fill in")
    click.echo(f"  {quick.name}: a short one in plain words, for a workshop")
    click.echo(f"  {table.name}: the scores; for programs also {others[0].name}, {others[1].name}")
    click.echo(f"  {others[3].name}, {others[2].name}: the radar chart")


@main.command()
@click.option("--copy", "copied", metavar="ID", help="Copy this one's files, to change them.")
@click.option("-o", "--output", metavar="DIR", help="The folder to copy them to.")
@force_option
def frameworks(copied: str | None, output: str | None, force: bool) -> None:
    """List the frameworks this software brings, or copy one to make your own."""
    from .catalogue import copy_framework, framework_ids, load_framework

    if bool(copied) != bool(output):
        raise click.UsageError("--copy and --output go together")
    if copied and output:
        made = copy_framework(copied, output, overwrite=force)
        click.echo(f"Made {len(made)} files in {output}")
        return
    for each in map(load_framework, framework_ids()):
        counts = f"{len(each.standards)} standards in {len(each.domains)} domains"
        click.echo(f"{each.id}: {each.name}, {counts}")


@main.command()
@click.argument("part", required=False, metavar="[ID]")
@framework_option
def show(part: str | None, framework_name: str | None) -> None:
    """Show a framework, or one of its domains, standards or criteria.

    ID is a framework, a domain, a standard's number or a criterion, such as
    route-map, inclusive, 4 or 4.1.
    """
    from .catalogue import framework_ids
    from .guide import overview, show_part

    if part in framework_ids():
        framework_name, part = part, None
    framework = _framework(framework_name)
    click.echo(show_part(framework, part) if part else overview(framework))


@main.command()
@click.option(
    "-o",
    "--output",
    default="self-assessment.xlsx",
    show_default=True,
    help="The workbook to write.",
)
@framework_option
@click.option(
    "--form",
    type=click.Choice(["full", "quick"]),
    help="Every criterion, or one plain statement a standard.  [default: full]",
)
@click.option("--from", "last", metavar="FILE", help="Last round's return, to start from.")
@click.option("--council", default="", help="Whose commissioning is assessed.")
@click.option("--period", default="", help="The round, such as 2026-27.")
@click.option("--respondent", default="", help="Who answers.")
@click.option("--voice", default="", help="Whose view it is, such as Providers.")
@force_option
def new(
    output: str,
    framework_name: str | None,
    form: str | None,
    last: str | None,
    council: str,
    period: str,
    respondent: str,
    voice: str,
    force: bool,
) -> None:
    """Make a workbook to fill in.

    The quick form asks for one rating a standard, in plain words: for a
    workshop, or for people who draw on care and support. With --from, last
    round's answers are filled in, and stand beside this round's.
    """
    from .assessment import Respondent
    from .files import check_not_input
    from .forms import in_form
    from .returns import next_round, read_return
    from .workbook.writing.writer import write_workbook

    check_not_input(output, [last] if last else [])
    who = Respondent(respondent, _voice(voice)) if respondent or voice else None
    if form and last:
        raise click.UsageError("--from keeps the form of last round's return, so leave out --form")
    before = read_return(last, _own(framework_name)) if last else None
    write_workbook(
        next_round(before) if before else in_form(_framework(framework_name), form or "full"),
        output,
        council=council,
        period=period,
        respondent=who,
        last=before,
        overwrite=force,
    )
    _tell(before.source.notes if before and before.source else ())
    click.echo(f"Made {output}")


@main.command()
@files_argument
@framework_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to tell it.",
)
def check(files: tuple[str, ...], framework_name: str | None, form: str) -> None:
    """Say everything that is wrong with returns, and change nothing."""
    from .returns import outcome_in_words, outcomes_as_json, read_returns

    outcomes = read_returns(files, _own(framework_name))
    if form == "json":
        click.echo(outcomes_as_json(outcomes))
    else:
        for each in outcomes:
            click.echo(outcome_in_words(each), err=each.assessment is None)
    if any(each.assessment is None for each in outcomes):
        raise click.exceptions.Exit(INPUT_HAS_PROBLEMS)


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
    from .files import check_not_input, write_bytes
    from .tables import scores_text

    check_not_input(output or "", files)
    text = scores_text(_cards(files, framework_name, rule), form)
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
    from .charts.output import check_format, save_chart
    from .charts.radar import radar
    from .files import check_not_input

    if len(files) + (target is not None) > MOST_LINES:
        raise click.UsageError(
            "a radar chart has two lines at most: two files, or one and a target"
        )
    check_format(output)
    check_not_input(output, files)
    card, *others = _cards(files, framework_name, rule)
    try:
        drawn = radar(card, against=others[0] if others else target, title=title)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    save_chart(drawn, output, overwrite=force)
    click.echo(f"Made {output}")


def _framework(name: str | None) -> Framework:
    from .catalogue import load_framework

    return load_framework(name or DEFAULT_FRAMEWORK)


def _own(name: str | None) -> Framework | None:
    """The framework asked for; without one, each return says which it was made from."""
    return _framework(name) if name else None


def _voice(label: str) -> Voice | None:
    from .assessment import Voice

    by_label = {each.value.casefold(): each for each in Voice}
    if label and label.casefold() not in by_label:
        allowed = ", ".join(each.value for each in Voice)
        raise click.BadParameter(f"choose one of: {allowed}", param_hint="--voice")
    return by_label.get(label.casefold())


def _cards(files: tuple[str, ...], framework_name: str | None, rule: str) -> list[Scorecard]:
    """The scorecard of every file, or every problem of all of them."""
    from .problems import CommissioningError
    from .returns import read_returns
    from .scoring import score

    outcomes = read_returns(files, _own(framework_name))
    problems = [found for each in outcomes for found in each.problems]
    if problems:
        raise CommissioningError(problems)
    _tell(tuple(note for each in outcomes for note in each.notes))
    return [score(each.assessment, rule) for each in outcomes if each.assessment]
