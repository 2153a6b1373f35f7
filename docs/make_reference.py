"""Make the reference pages: run it as ``python docs/make_reference.py``.

``reference/`` has every public name, grouped by what it is for, and
``commands.md`` what each verb of the command says of itself. Tests hold both
to the code, so run this whenever they say that they are old.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import click

import commissioning_standards as cs
from commissioning_standards.cli import main as command

HERE = Path(__file__).parent
COMMANDS = "commands.md"
WIDTH = 80

GROUPS = {
    "frameworks": (
        "Frameworks",
        "A framework holds the standards, what is rated, and the levels.",
        """load_framework framework_ids quick_form Framework Form Domain Standard Criterion
        Scale Level EvidenceCategory""",
    ),
    "returns": (
        "Returns",
        "One respondent's answers, from a script, a workbook or JSON.",
        """assess read_workbook write_workbook verify_workbook mark_up_workbook to_json from_json
        Assessment Rating Answer Confidence Respondent Voice Source Evidence Action Status Finding
        KnownBy""",
    ),
    "scores": (
        "Scores",
        "Exact scores with their range, how each was made, and what could change it.",
        """score describe explain explanation_text sensitivity sensitivity_text Scorecard Score Rule
        Explanation Sensitivity""",
    ),
    "comparing": (
        "Comparing",
        "A scorecard beside last round, a target, or somebody else's view.",
        """compare describe_comparison comparison_table comparison_document self_awareness
        describe_self_awareness findings_by_standard Comparison Gap Standing SelfAwareness
        FindingsOn""",
    ),
    "moderation": (
        "Moderation",
        "Several returns side by side, what to talk about, and what people agreed.",
        """moderate agenda agree write_meeting moderation_json Moderation Agenda Decision""",
    ),
    "evidence": (
        "Evidence and enquiry",
        "How old the evidence is, and what a peer team would ask.",
        """coverage describe_coverage lines_of_enquiry enquiry_rows Coverage LineOfEnquiry
        EnquiryRule""",
    ),
    "charts": (
        "Charts",
        "Each is a matplotlib figure that brings its words and its rows along.",
        """radar dots heat_map spread evidence_chart small_multiples dots_beside_cqc save_chart
        ContrastWarning""",
    ),
    "papers": (
        "Papers",
        "The peer challenge pack, the local account, and what a document would give away.",
        """build_pack build_account read_settings hidden_content Settings""",
    ),
    "outside-views": (
        "Outside views",
        "CQC's scores, the national outcome measures and the peer team.",
        """cqc read_cqc describe_cqc beside_cqc describe_beside beside_view ascof ascof_view
        ascof_evidence peer_view load_scheme load_measures load_crosswalk Judgement BesideCqc Ascof
        Scheme MeasureSet Crosswalk OutsideView ViewTable""",
    ),
    "regions": (
        "Regions",
        "The returns of many councils, and what may be shared of them.",
        """collate region_of region_rows region_strip region_bands region_panels Collation Region
        SharedTable Terms""",
    ),
    "problems": (
        "Problems",
        "What is wrong with an input, where it stands, and what to do about it.",
        """Problem Place CommissioningError FrameworkError AssessmentError WorkbookError
        SettingsError OutputError""",
    ),
}

# What public things hold or give back. Nobody needs to import these, and all need to look them up:
# building the site with -n tells of any that is missing here.
PARTS = [
    "assurance.ascof.AscofLine",
    "assurance.ascof_file.Figure",
    "assurance.ascof_file.Geography",
    "assurance.ascof_file.LevelOf",
    "assurance.beside.Bearing",
    "assurance.beside.StatementView",
    "assurance.crosswalk.CrosswalkFile",
    "assurance.crosswalk.Touch",
    "assurance.judgement.Mark",
    "assurance.judgement.Step",
    "assurance.measures.Area",
    "assurance.measures.Break",
    "assurance.measures.Measure",
    "assurance.scheme.Band",
    "assurance.scheme.Statement",
    "charts.chart.Chart",
    "comparing.awareness.View",
    "comparing.gaps.standing",
    "enquiring.parts.Citation",
    "enquiring.parts.Cited",
    "enquiring.parts.Facts",
    "enquiring.parts.Finding",
    "evidencing.ages.Age",
    "evidencing.coverage.ActionsOn",
    "evidencing.coverage.Held",
    "evidencing.coverage.StandardCoverage",
    "explaining.explanation.LeftOut",
    "explaining.sums.Sum",
    "explaining.variants.Lowering",
    "explaining.variants.PartSensitivity",
    "explaining.variants.Variant",
    "moderation.middle.Median",
    "moderation.said.Participant",
    "moderation.said.Said",
    "moderation.said.Split",
    "moderation.views.View",
    "parts.Described",
    "parts.Duty",
    "parts.LookFor",
    "parts.Term",
    "region.councils.CouncilRound",
    "region.editions.Edition",
    "region.editions.Fate",
    "region.placing.Placed",
    "region.placing.Placings",
    "region.protecting.Run",
    "region.publication.Publication",
    "region.questions.Block",
    "region.questions.Measure",
    "region.questions.Question",
    "region.reading.CollatedFile",
    "region.reading.Fate",
    "region.rounds.Chosen",
    "region.sharing.SharedRow",
    "region.summary.ActionMark",
    "region.summary.EvidenceMark",
    "region.summary.Result",
    "region.summary.Summary",
    "region.trend.Mean",
    "region.trend.Trend",
    "reports.hidden.looks.Hidden",
    "reports.settings.AccountWords",
    "reports.settings.CouncilLook",
    "reports.settings.Entry",
    "reports.settings.PackWords",
    "reports.settings.SectionPlan",
    "reports.settings.SignOff",
    "rules",
    "workbook.verify.comparison.Tally",
    "workbook.verify.verifier.Verification",
]
HOME = "commissioning_standards"

INDEX = """# Reference

Every public name, by what it is for. Import the package, and use the names as they stand here:
`import commissioning_standards as cs`, then `cs.score(...)`. Each is loaded when it is first used.

Figures are exact fractions on the framework's own scale, unless a page says otherwise. Rows are
flat dicts of text, numbers and None. Dates are `datetime.date`. Widths and heights of charts are in
inches.

{names}

- [Parts of these](parts.md): what they hold or give back, which nobody needs to import.

```{{toctree}}
:hidden:
{pages}
parts
```
"""

PARTS_PAGE = """# Parts of these

What public things hold or give back. Scripts read them and need not import them, so their places
within the package are no promise; what they hold is.

{entries}
"""

COMMAND_PAGE = """# The command

What `commissioning-standards --help` says, and each verb's own help. For the steps of a job, see
[fill in the workbook](commission/fill-in-the-workbook.md) and the pages after it.

It ends with 0 when it is done, 1 when the input has problems, which are all listed, and 2 when it
was used wrongly. It replaces no file unless `--force` is given.

{verbs}
"""


def main() -> None:
    """Write every page again."""
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Every page by its name within this folder."""
    made = {f"reference/{name}.md": _group(*about) for name, about in GROUPS.items()}
    made |= {"reference/index.md": _index(), "reference/parts.md": _parts()}
    return made | {COMMANDS: commands()}


def listed() -> list[str]:
    """Every name of the reference, in its order."""
    return [name for *_, names in GROUPS.values() for name in names.split()]


def _index() -> str:
    lines = (f"- [{title}]({name}.md): {about}" for name, (title, about, _) in GROUPS.items())
    return INDEX.format(names="\n".join(lines), pages="\n".join(GROUPS))


def _group(title: str, about: str, names: str) -> str:
    return "\n\n".join([f"# {title}", about, _table(names), *map(_entry, names.split())]) + "\n"


def _parts() -> str:
    return PARTS_PAGE.format(entries="\n\n".join(map(_part, PARTS)))


def _part(name: str) -> str:
    return "\n".join([f"## {name}", "", "```{eval-rst}", *_part_lines(name), "```"])


def _part_lines(name: str) -> Iterator[str]:
    module, _, within = name.rpartition(".")
    if not module:
        yield from (f".. automodule:: {HOME}.{name}", "   :no-members:")
        return
    yield f".. py:currentmodule:: {HOME}.{module}"
    yield from _directive(within, getattr(import_module(f"{HOME}.{module}"), within))


def _table(names: str) -> str:
    rows = (f"| `{name}` | {_first_line(name)} |" for name in names.split())
    return "\n".join(["| name | what it is for |", "| --- | --- |", *rows])


def _first_line(name: str) -> str:
    lines = str(getattr(cs, name).__doc__).partition("\n\n")[0].split()
    return " ".join(lines)


def _entry(name: str) -> str:
    return "\n".join(
        [
            f"## {name}",
            "",
            "```{eval-rst}",
            f".. py:currentmodule:: {HOME}",
            *_directive(name, getattr(cs, name)),
            "```",
        ]
    )


def _directive(name: str, value: object) -> Iterator[str]:
    if not inspect.isclass(value):
        yield f".. autofunction:: {name}"
    elif issubclass(value, Exception):
        yield f".. autoexception:: {name}"
    else:
        yield f".. autoclass:: {name}"
        # The names of an enumeration have no words of their own.
        yield from ["   :undoc-members:"] if issubclass(value, Enum) else []


def commands() -> str:
    """The page of the command: its help, and that of each verb."""
    verbs = "\n\n".join(_verb(name, command.commands.get(name)) for name in ("", *_verbs()))
    return COMMAND_PAGE.format(verbs=verbs)


def _verbs() -> list[str]:
    return sorted(command.commands)


def _verb(name: str, verb: click.Command | None) -> str:
    whole = click.Context(command, info_name="commissioning-standards", terminal_width=WIDTH)
    within = click.Context(verb, whole, name, terminal_width=WIDTH) if verb else whole
    heading = f"## {name}" if verb else "## All verbs"
    typed = " ".join(filter(None, ("commissioning-standards", name, "--help")))
    return f"{heading}\n\n```console\n$ {typed}\n{within.get_help()}\n```"


if __name__ == "__main__":
    main()
