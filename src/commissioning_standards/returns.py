"""Returns from files, many at once: the good ones kept, the bad ones told in full."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from .assessment import Assessment, Respondent, Source
from .framework import Framework
from .interchange import read_json
from .problems import AssessmentError, CommissioningError, Place, Problem, problem
from .scoring import score
from .text import number_of, one_line
from .whose import AGREED_BY, is_meeting
from .words import about, counted
from .workbook.layout.names import EVIDENCE, START
from .workbook.reading.intake import check_size, in_file, read_bounded
from .workbook.reading.reader import read_content, read_workbook

__all__ = [
    "Outcome",
    "next_round",
    "others_left",
    "outcome_in_words",
    "outcomes_as_json",
    "read_return",
    "read_returns",
    "remarks",
    "return_from",
]


@frozen
class Outcome:
    """What came of reading one file.

    Args:
        file: as it was named.
        assessment: what it holds, or None where it could not be read.
        problems: why it could not.
    """

    file: str
    assessment: Assessment | None
    problems: tuple[Problem, ...] = ()

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was tidied on the way in."""
        source = self.assessment.source if self.assessment else None
        return source.notes if source else ()


def read_return(path: str | os.PathLike[str], framework: Framework | None = None) -> Assessment:
    """Read one return: a workbook, or an assessment saved as JSON.

    Args:
        path: the file; one ending in ``.json`` is read as JSON.
        framework: needed only for one of your own.

    Raises:
        WorkbookError: a workbook cannot be read; carries every problem.
        AssessmentError: JSON cannot be read; carries every problem.
    """
    if not _is_json(path):
        return read_workbook(path, framework)
    return return_from(read_bounded(path, AssessmentError), Path(path).name, framework)


def return_from(content: bytes, file: str, framework: Framework | None = None) -> Assessment:
    """Read one return that is in memory, as :func:`read_return` does a file.

    Args:
        content: the whole file.
        file: its name; one ending in ``.json`` is read as JSON.
        framework: needed only for one of your own.

    Raises:
        WorkbookError: as for :func:`read_return`.
        AssessmentError: likewise.
    """
    if not _is_json(file):
        return read_content(content, file, framework)
    check_size(len(content), file, AssessmentError)
    try:
        assessment, notes = read_json(content.decode("utf-8-sig"), framework)
        source = assessment.source or Source(file, hashlib.sha256(content).hexdigest())
        return evolve(assessment, source=evolve(source, notes=in_file(notes, file)))
    except UnicodeDecodeError:
        found = [problem("not-json", found="it is no text in UTF-8")]
    except AssessmentError as error:
        found = list(error.problems)
    raise AssessmentError(evolve(each, place=evolve(each.place, file=file)) for each in found)


def _is_json(path: str | os.PathLike[str]) -> bool:
    return Path(path).suffix.lower() == ".json"


def next_round(last: Assessment) -> Assessment:
    """Last round's answers as a start for the next: its period and date are open again.

    Write it with ``write_workbook(next_round(last), path, last=last)``, so that
    last round's answers stand beside this round's. Who answers stands as it was, unless
    that was agreed in moderation: nobody has agreed the next round's answers yet.
    """
    is_agreed = last.respondent.name == AGREED_BY
    who = Respondent() if is_agreed else last.respondent
    return evolve(last, period="", date=None, source=None, respondent=who)


def read_returns(
    paths: Iterable[str | os.PathLike[str]], framework: Framework | None = None
) -> list[Outcome]:
    """Read every file, whatever is wrong with some of them.

    What is wrong is told with the file's name; with its path, as given, where
    another of the files has the same name.
    """
    outcomes = [_outcome(path, framework) for path in paths]
    counts = Counter(Path(each.file).name for each in outcomes)
    return [_by_path(each) if counts[Path(each.file).name] > 1 else each for each in outcomes]


def _by_path(outcome: Outcome) -> Outcome:
    found = outcome.problems
    placed = (evolve(each, place=evolve(each.place, file=outcome.file)) for each in found)
    return evolve(outcome, problems=tuple(placed))


def _outcome(path: str | os.PathLike[str], framework: Framework | None) -> Outcome:
    try:
        return Outcome(str(path), read_return(path, framework))
    except CommissioningError as error:
        return Outcome(str(path), None, error.problems)


def others_left(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """What becomes of the files that can be read where all are used together or none is."""
    unread = [each for each in outcomes if each.assessment is None]
    bad = list(dict.fromkeys(one_line(each.problems[0].place.file) for each in unread))
    good = len(outcomes) - len(bad)
    if good:
        others = "the other file" if good == 1 else f"the other {good} files"
        yield problem("others-left", found=" and ".join(bad), allowed=others)


def outcome_in_words(outcome: Outcome) -> str:
    """What came of a file, for people: what it holds, or everything that is wrong."""
    if outcome.assessment is None:
        count = len(outcome.problems)
        start = f"{one_line(outcome.file)}: {number_of(count, 'problem')}"
        return "\n".join([start, *map(_within_file, outcome.problems)])
    card = score(outcome.assessment)
    start = f"{one_line(outcome.file)}: can be read. {about(card)}: {counted(card.overall)}."
    told = (*outcome.notes, *remarks(outcome.assessment))
    return "\n".join([start, *map(_within_file, told)])


def remarks(assessment: Assessment) -> Iterator[Problem]:
    """Notes on what a return leaves out that others will ask for; none of them is a fault.

    Args:
        assessment: the return; of a blank one nothing is said.
    """
    if is_meeting(assessment):
        yield _by_itself(assessment)
    about = {"the council": assessment.council, "the period": assessment.period}
    missing = [name for name, text in about.items() if not text]
    if missing and any(not each.is_open for each in assessment.ratings):
        yield problem("about-missing", Place(sheet=START), found=" and ".join(missing))
    evidence = assessment.evidence
    counts = {
        "evidence-undated": sum(each.date is None for each in evidence),
        "evidence-unplaced": sum(not each.about for each in evidence),
    }
    for code, count in counts.items():
        if count:
            yield problem(code, Place(sheet=EVIDENCE), found=count, allowed=str(len(evidence)))


def _by_itself(met: Assessment) -> Problem:
    """A note on a meeting's workbook without its returns: they say what needs a reason."""
    rated = [each for each in met.ratings if not each.is_open]
    bare = sum(not each.comment for each in rated)
    return problem("meeting-by-itself", Place(), found=bare, allowed=str(len(rated)))


def _within_file(found: Problem) -> str:
    """A problem or note under its file's name, which is not said again."""
    return f"  {evolve(found, place=evolve(found.place, file=''))}"


def outcomes_as_json(outcomes: Iterable[Outcome]) -> str:
    """What came of each file, for scripts."""
    documents = [
        {
            "file": each.file,
            "ok": each.assessment is not None,
            "problems": [found.as_dict() for found in each.problems],
            "notes": [
                found.as_dict()
                for found in (*each.notes, *(remarks(each.assessment) if each.assessment else ()))
            ],
        }
        for each in outcomes
    ]
    return json.dumps(documents, ensure_ascii=False, indent=2)
