"""The region's own summary as a workbook: councils and their scores, and what to look at.

It names councils, and belongs with the region's confidential papers. Councils
stand in the order of their names, and none has a figure or a word for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue import framework_ids, load_framework
from ...framework import Framework
from ...problems import Problem
from ...rules import rule_named
from ...scoring import as_float
from ...version import VERSION
from ...workbook.writing.list_book import Cell, ListSheet, list_book
from ..councils import CouncilRound
from ..summary import Result
from .collation import Collation
from .reading import Fate

__all__ = ["summary_book"]

TITLE = "Returns of many councils"
KEEP = "Confidential: it names councils."
WIDE, FIGURE, TEXT = 44, 14, 70
SHEETS = {"domain": "Councils", "standard": "Standards"}
ABOUT_COUNCIL = (
    ("Council", 26),
    ("Period", 10),
    ("Whose view", 24),
    ("Returns", 10),
    ("Rated", 9),
    ("Open", 9),
)
WORDS = {Fate.READ: "Read", Fate.REFUSED: "Refused", Fate.COPY: "Copy", Fate.LEFT_OUT: "Left out"}


def summary_book(collation: Collation, framework: Framework | None = None) -> bytes:
    """The workbook of a collation: councils, what to look at, files, and what it was made by.

    Args:
        collation: what was read.
        framework: needed only for one of your own, whose words stand over the columns.
    """
    used = sorted({_framework_of(each) for each in collation.rounds})
    sheets = [
        _scores(collation, name, part, framework, str(number) if number > 1 else "")
        for number, name in enumerate(used, 1)
        for part in SHEETS
    ]
    return list_book(TITLE, [*sheets, _to_look_at(collation), _files(collation), _about(collation)])


def _framework_of(each: CouncilRound) -> str:
    return (each.own or each.returns[0]).framework


def _scores(
    collation: Collation, used: str, part: str, given: Framework | None, number: str
) -> ListSheet:
    """A line for each council in each round, with the scores of its own view on parts of a kind."""
    rounds = [each for each in collation.rounds if _framework_of(each) == used]
    ids = dict.fromkeys(result.id for each in rounds for result in _parts(each, part))
    titles = _titles(used, given)
    columns = [
        *(ABOUT_COUNCIL if part == "domain" else ABOUT_COUNCIL[:2]),
        *((titles.get((part, each), each), FIGURE) for each in ids),
    ]
    intent = f"{KEEP} Scores are those of the return that speaks for the council, by {used}."
    name = " ".join(filter(None, (SHEETS[part], number)))
    return ListSheet(name, intent, columns, [_line(each, part, tuple(ids)) for each in rounds])


def _parts(each: CouncilRound, part: str) -> Iterator[Result]:
    results = each.own.results if each.own else ()
    return (result for result in results if result.part == part)


def _titles(used: str, given: Framework | None) -> dict[tuple[str, str], str]:
    """What domains and standards are called; nothing where their framework is not at hand."""
    framework = given if given and given.id == used else None
    if framework is None and used in framework_ids():
        framework = load_framework(used)
    if framework is None:
        return {}
    domains = {("domain", each.id): each.title for each in framework.domains}
    return domains | {
        ("standard", each.id): f"{each.number} {each.title}" for each in framework.standards
    }


def _line(each: CouncilRound, part: str, ids: tuple[str, ...]) -> list[Cell]:
    scores = {result.id: as_float(result.score) for result in _parts(each, part)}
    about: list[Cell] = [each.council, each.period]
    if part == "domain":
        whole = each.own.results[0] if each.own else None
        counts = (whole.rated, whole.open) if whole else (None, None)
        about += [_speaker(each), len(each.returns), *counts]
    return [*about, *map(scores.get, ids)]


def _speaker(each: CouncilRound) -> str:
    if each.own is None:
        return "None: see To look at"
    if each.own.is_agreed:
        return "Agreed in moderation"
    return each.own.voice.value if each.own.voice else "No voice given"


def _to_look_at(collation: Collation) -> ListSheet:
    """What was found of the returns together; what has to be decided comes first."""
    found = sorted(collation.findings, key=lambda each: each.is_note)
    columns = (("Where", WIDE), ("What it is", TEXT), ("What to do", TEXT))
    intent = KEEP if found else f"{KEEP} Nothing was found of the returns together."
    return ListSheet("To look at", intent, columns, [_told(each) for each in found])


def _told(found: Problem) -> list[Cell]:
    return [str(found.place) or "All returns", found.message, found.remedy]


def _files(collation: Collation) -> ListSheet:
    """What became of each file of which there is something to say, and the first such thing."""
    columns = (
        ("File", WIDE),
        ("What became of it", FIGURE),
        ("Problems and notes", FIGURE),
        ("The first of them", TEXT),
        ("What to do", TEXT),
    )
    rows: list[list[Cell]] = [
        [each.file, WORDS[each.fate], len(each.problems), first.message, first.remedy]
        for each in collation.files
        for first in each.problems[:1]
    ]
    left_out = "Files read without a remark are left out; manifest.json has all."
    intent = f"{KEEP} {left_out if rows else 'Every file was read without a remark.'}"
    return ListSheet("Files", intent, columns, rows)


def _about(collation: Collation) -> ListSheet:
    rule = rule_named(collation.rule)
    made_from = sorted(
        {(each.framework, each.edition, each.form, each.digest) for each in collation.summaries}
    )
    rows: list[tuple[Cell, Cell]] = [
        ("Software", f"commissioning-standards {VERSION}"),
        ("Rule", f"{rule.name}, version {rule.version}. {rule.summary}"),
        *(
            ("Standards", f"{name}, edition {edition}, {form} form, digest {digest}")
            for name, edition, form, digest in made_from
        ),
        ("Returns", "Each file and its SHA-256 stand in manifest.json."),
    ]
    return ListSheet(
        "About", "What this was made by, and from.", (("What", 16), ("Which", 100)), rows
    )
