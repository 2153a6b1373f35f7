"""The command itself, and what its verbs share: options, errors and frameworks."""

from __future__ import annotations

import datetime
import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..assessment import Assessment
    from ..framework import Framework
    from ..problems import Problem
    from ..scoring import Scorecard

__all__ = [
    "INPUT_HAS_PROBLEMS",
    "cards_of",
    "chosen_framework",
    "day_or_today",
    "files_argument",
    "force_option",
    "format_option",
    "framework_option",
    "main",
    "on_option",
    "own_framework",
    "returns_of",
    "rule_option",
    "scheme_option",
    "tell",
]

INPUT_HAS_PROBLEMS, WRONG_USAGE = 1, 2
DEFAULT_FRAMEWORK = "route-map"
# Arguments that name nothing there is, or may not be so, as against files with something wrong.
MISUSED = {
    "unknown-framework",
    "unknown-crosswalk",
    "unknown-scheme",
    "not-to-fill-in",
    "not-one-to-show",
    "not-one-to-explain",
    "unknown-round",
    "minimum-lowered",
    "minimum-too-small",
}

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


def _day(_: click.Context, __: click.Parameter, given: str | None) -> datetime.date | None:
    """A day as people write it, where day and month cannot be taken for each other."""
    from ..workbook.reading.values import written_date

    day = written_date(given.strip()) if given is not None else None
    if given is not None and day is None:
        raise click.BadParameter(f"{given!r} is not certain to be a day: write it as 2026-11-25")
    return day


on_option = click.option(
    "--on",
    "day",
    callback=_day,
    metavar="DATE",
    help="The day on which to look, such as 2027-03-31.  [default: today]",
)

scheme_option = click.option(
    "--scheme",
    metavar="EDITION|TOML",
    help="The edition of CQC's scheme, or one of your own.  [default: the newest]",
)


def format_option(*forms: str) -> Callable[[Any], Any]:
    """An option for how to write what comes of it; the first form unless another is asked for."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to write it.",
    )


class Verbs(click.Group):
    """Turns this software's own errors into messages and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; print every problem where one is found."""
        from ..files import failed
        from ..problems import CommissioningError, OutputError

        try:
            return super().invoke(ctx)
        except CommissioningError as error:
            tell(error.problems)
            misused = {each.code for each in error.problems} <= MISUSED
            usage = misused or isinstance(error, OutputError)
            ctx.exit(WRONG_USAGE if usage else INPUT_HAS_PROBLEMS)
        except OSError as trouble:
            # Files of ours are named and told by themselves; click ends quietly on a closed pipe.
            if trouble.filename or trouble.errno == errno.EPIPE:
                raise
            tell(failed(Path("standard output"), trouble).problems)
            ctx.exit(WRONG_USAGE)


def tell(problems: tuple[Problem, ...]) -> None:
    """Print problems or notes to standard error, a line each."""
    for each in problems:
        click.echo(str(each), err=True)


@click.group(cls=Verbs)
@click.version_option(VERSION, prog_name="commissioning-standards")
def main() -> None:
    """Assess commissioning against a set of standards: workbook, scores, charts.

    Start with: commissioning-standards demo
    """


def day_or_today(given: datetime.date | None) -> datetime.date:
    """The day asked for, or today."""
    return given or datetime.datetime.now().astimezone().date()


def chosen_framework(name: str | None) -> Framework:
    """The framework asked for, or the route map."""
    from ..catalogue import load_framework

    return load_framework(name or DEFAULT_FRAMEWORK)


def own_framework(name: str | None) -> Framework | None:
    """The framework asked for; without one, each return says which it was made from."""
    return chosen_framework(name) if name else None


def returns_of(files: Sequence[str], framework_name: str | None) -> list[Assessment]:
    """Every return, or every problem of all of them; what was tidied is told."""
    from ..problems import CommissioningError
    from ..returns import others_left, read_returns

    outcomes = read_returns(files, own_framework(framework_name))
    problems = [found for each in outcomes for found in each.problems]
    if problems:
        raise CommissioningError([*problems, *others_left(outcomes)])
    tell(tuple(note for each in outcomes for note in each.notes))
    return [each.assessment for each in outcomes if each.assessment]


def cards_of(files: Sequence[str], framework_name: str | None, rule: str) -> list[Scorecard]:
    """The scorecard of every file, or every problem of all of them."""
    from ..scoring import score

    return [score(each, rule) for each in returns_of(files, framework_name)]
