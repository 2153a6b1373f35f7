"""Whether a returned workbook shows the scores that its ratings give, by its own formulas."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import frozen

from ...assessment import Assessment, Rating
from ...framework import Framework
from ...given import only
from ...problems import Place, Problem, WorkbookError, problem
from ...shown import Brief
from ...whose import is_meeting
from ..layout.names import LAST_TIME
from ..reading.intake import in_file, read_bounded
from ..reading.reader import read_content
from ..writing.writer import workbook_bytes
from .comparison import Comparison, Tally
from .opened import Opened, open_twice
from .pairing import Pair

__all__ = ["Verification", "verify_content", "verify_workbook"]

OTHER_WORDING = "other-wording"


@frozen(repr=False)
class Verification(Brief):
    """What came of verifying one workbook.

    Args:
        file: its name.
        assessment: what it holds, read from its ratings.
        differences: every cell that does not show what it should, or whose
            formula is not the one that went out, with its place.
        notes: what else is worth knowing, such as that no program has worked
            its scores out.
        calculated: whether a program has worked out what its formulas show;
            where none has, its scores are neither right nor wrong.
        tally: what was compared.
    """

    file: str
    assessment: Assessment
    differences: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    calculated: bool
    tally: Tally

    @property
    def agrees(self) -> bool:
        """Whether the scores shown are there, and everything is as it should be."""
        return self.calculated and not self.differences


def verify_workbook(
    path: str | os.PathLike[str], framework: Framework | None = None
) -> Verification:
    """Compare what a returned workbook shows with the scores that its ratings give.

    Its formulas are compared with those that this software would write, as far
    as they mean the same, however programs have rewritten them. The file itself
    is never changed.

    Args:
        path: the workbook, ending in ``.xlsx``.
        framework: needed only for one of your own; otherwise the workbook says
            which it was made from.

    Returns:
        Every difference with its sheet and cell, and what was compared.

    Raises:
        WorkbookError: it is not a return, or its answers cannot all be read;
            carries every problem with its sheet and cell.
    """
    only("verify_workbook", framework, Framework, type(None), name="framework")
    return verify_content(read_bounded(path), Path(path).name, framework)


def verify_content(content: bytes, file: str, framework: Framework | None = None) -> Verification:
    """Verify a workbook that is in memory, as :func:`verify_workbook` does a file.

    Args:
        content: the whole workbook.
        file: its name, for messages.
        framework: needed only for one of your own.

    Raises:
        WorkbookError: as for :func:`verify_workbook`.
    """
    assessment = read_content(content, file, framework)
    if is_meeting(assessment):
        raise WorkbookError([problem("meeting-not-verified", Place(file))])
    back = open_twice(content, file)
    reworded = _reworded(assessment)
    found = Comparison(Pair(_as_sent(assessment, back), back), bool(reworded))
    return Verification(
        file,
        assessment,
        in_file(found.differences(), file),
        in_file([*reworded, *found.notes()], file),
        found.calculated,
        found.tally,
    )


def _as_sent(assessment: Assessment, back: Opened) -> Opened:
    """The workbook that would go out with the same answers: its values are Python's."""
    answers = (
        # The reason plays no part, but there must be one; a letter of it is never too long.
        Rating(each.criterion, each.answer, comment=each.comment[:1])
        for each in assessment.ratings
    )
    carried = any(key.column == LAST_TIME for block in back.blocks for key in block.cells)
    last = Assessment(assessment.framework) if carried else None
    content = workbook_bytes(Assessment(assessment.framework, tuple(answers)), last)
    return open_twice(content, "")


def _reworded(assessment: Assessment) -> tuple[Problem, ...]:
    """The note that the framework's wording has changed, if it has."""
    notes = assessment.source.notes if assessment.source else ()
    return tuple(each for each in notes if each.code == OTHER_WORDING)
