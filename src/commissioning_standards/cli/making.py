"""The verbs that make something to begin with: demo, frameworks, show and new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import chosen_framework, force_option, framework_option, main, own_framework, tell

if TYPE_CHECKING:
    from ..assessment import Assessment, Respondent, Voice

__all__ = ["demo", "frameworks", "new", "show"]

PAPERS = (
    "what a peer team reads; beside it as a Word file, and slides",
    "the council's account to its residents",
)


@main.command()
@click.argument("folder", default="", metavar="[DIR]")
@click.option("--region", is_flag=True, help="An invented region's returns, to try collate on.")
@force_option
def demo(folder: str, region: bool, force: bool) -> None:
    """Do the whole job for an invented council, into a folder.

    With --region, make the returns of an invented region's councils instead.
    """
    from ..demo import make_demo, make_region_demo

    if region:
        names, *returns = make_region_demo(folder or "region-demo", overwrite=force)
        click.echo(one_line(f"Made in {names.parent.resolve()}:"))
        click.echo(f"  {returns[0].parent.name}: {len(returns)} returns of an invented region")
        click.echo(f"  {names.name}: the names of its councils")
        click.echo(
            f"Next, there: commissioning-standards collate {returns[0].parent.name} -o region"
        )
        return
    made = make_demo(folder or "commissioning-standards-demo", overwrite=force)
    _tell_demo(made)


def _tell_demo(made: Sequence[Path]) -> None:
    """Say what was made, in the order to look at it."""
    (blank, quick, filled, table, *others), within = made[:10], made[10:]
    click.echo(one_line(f"Made in {blank.parent.resolve()}:"))
    click.echo(f"  {filled.name}: open this first, a filled-in workbook; see its Results sheet")
    click.echo(f"  {blank.name}: the same to fill in; {quick.name}: a short one for a workshop")
    click.echo(f"  {table.name}: the scores; for programs also {others[0].name}, {others[1].name}")
    click.echo(f"  {others[3].name}, {others[2].name}: the shape of the profile, as a radar chart")
    click.echo(f"  {others[5].name}, {others[4].name}: the same scores as dots, to read them from")
    returns, *papers = (each.relative_to(blank.parent) for each in within)
    click.echo(f"  {returns.parent}: what others sent about the same council, and last year")
    for paper, what in zip(papers, PAPERS, strict=False):
        click.echo(f"  {paper}: {what}")
    if not papers:
        click.echo('For a peer team\'s pack and an account too: pip install ".[reports]"')


@main.group(invoke_without_command=True)
@click.option("--copy", "copied", metavar="ID", help="Copy this one's files, to change them.")
@click.option("-o", "--output", metavar="DIR", help="The folder to copy them to.")
@force_option
@click.pass_context
def frameworks(context: click.Context, copied: str | None, output: str | None, force: bool) -> None:
    """List the frameworks this software brings, copy one, or check your own."""
    from ..assurance.listing import list_frameworks
    from ..catalogue import copy_framework

    if bool(copied) != bool(output):
        raise click.UsageError("--copy and --output go together")
    if context.invoked_subcommand:
        if copied:
            raise click.UsageError("--copy and check are asked for one at a time")
        return
    if copied and output:
        made = copy_framework(copied, output, overwrite=force)
        click.echo(one_line(f"Made {len(made)} files in {output}"))
        return
    for line in list_frameworks():
        click.echo(line)


@frameworks.command("check")
@click.argument("path", metavar="DIR")
@framework_option
def check_framework(path: str, framework_name: str | None) -> None:
    """Say everything that is wrong with a framework, a crosswalk or other data.

    DIR is a framework's folder, a folder of other data files, or one such
    file. --framework names the one that a crosswalk of yours is drawn from.
    """
    from ..assurance.listing import check_frameworks
    from ..region.helping.signals import KIND, signals_line

    others = {KIND: signals_line}
    for line in check_frameworks(path, own_framework(framework_name), others):
        click.echo(f"{line}: no faults")


@main.command()
@click.argument("part", required=False, metavar="[ID]")
@framework_option
def show(part: str | None, framework_name: str | None) -> None:
    """Show a framework, or one of its domains, standards or criteria.

    ID is a framework, a domain, a standard's number or a criterion, such as
    route-map, inclusive, 4 or 4.1; or an outside view or crosswalk, such as cqc.
    """
    from ..assurance.listing import outside_ids, show_outside
    from ..catalogue import framework_ids
    from ..guide import overview, show_part

    if part in outside_ids() and not framework_name:
        click.echo(show_outside(part))
        return
    if part in framework_ids():
        framework_name, part = part, None
    framework = chosen_framework(framework_name)
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
@click.option(
    "--region",
    is_flag=True,
    help="Also ask what the council says of helping other councils, for its region.",
)
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
    region: bool,
    force: bool,
) -> None:
    """Make a workbook to fill in.

    The quick form asks for one rating a standard, in plain words: for a
    workshop, or for people who draw on care and support. With --from, last
    round's answers are filled in, and stand beside this round's. With --region
    it also asks whether the council wants help from others, or can give it.
    """
    from ..assessment import Assessment, Respondent
    from ..files import check_not_input
    from ..forms import in_form
    from ..returns import next_round, read_return
    from ..workbook.writing.writer import write_workbook

    check_not_input(output, [last] if last else [])
    chosen_voice = _voice(voice)
    if form and last:
        raise click.UsageError("--from keeps the form of last round's return, so leave out --form")
    before = read_return(last, own_framework(framework_name)) if last else None
    blank = (
        next_round(before)
        if before
        else Assessment(in_form(chosen_framework(framework_name), form or "full"))
    )
    # Where only one of the two is given anew, last round's other one stands.
    kept = blank.respondent
    who = Respondent(respondent or kept.name, chosen_voice or kept.voice)
    write_workbook(
        _with_helping(blank, who) if region else blank,
        output,
        council=council,
        period=period,
        respondent=who,
        last=before,
        overwrite=force,
    )
    tell(before.source.notes if before and before.source else ())
    click.echo(one_line(f"Made {output}"))


def _with_helping(assessment: Assessment, who: Respondent) -> Assessment:
    """The same, asked about helping other councils; only those who speak for one are asked."""
    from attrs import evolve

    from ..assessment import Voice
    from ..records import Helping

    if who.voice not in (None, Voice.LEADERS):
        raise click.UsageError(
            "--region is for the return that speaks for the council: leave out --voice, or "
            f"give {Voice.LEADERS.value!r}"
        )
    return evolve(assessment, helping=assessment.helping or Helping())


def _voice(label: str) -> Voice | None:
    from ..assessment import Voice

    by_label = {each.value.casefold(): each for each in Voice}
    if label and label.casefold() not in by_label:
        allowed = ", ".join(each.value for each in Voice)
        raise click.BadParameter(f"choose one of: {allowed}", param_hint="--voice")
    return by_label.get(label.casefold())
