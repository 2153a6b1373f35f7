"""What a region needs of one return: its figures, and nothing that anybody wrote.

No comment, title, note or name of a person is taken over, so that none can
leave the council's own papers by way of a region's table.
"""

from __future__ import annotations

import datetime
from fractions import Fraction

from attrs import frozen

from ..assessment import Assessment, Voice
from ..records import Helping, Status
from ..scoring import Score, score
from ..version import VERSION
from ..whose import is_agreed, is_meeting

__all__ = ["ActionMark", "EvidenceMark", "Result", "Summary", "summarise"]


@frozen
class Result:
    """The score of one part, without its words.

    Args:
        part: ``"overall"``, ``"domain"``, ``"standard"`` or ``"criterion"``.
        id: the part's ID.
        score: on the framework's scale, or None where nothing was rated.
        low: the score with every open criterion at the lowest level.
        high: the same at the highest level.
        level: the value of the level reached.
        rated: how many criteria were rated.
        open: how many are blank or not known.
        not_applicable: how many do not apply.
    """

    part: str
    id: str
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    level: Fraction | None
    rated: int
    open: int
    not_applicable: int


@frozen
class EvidenceMark:
    """That there is a piece of evidence, and how old it is.

    Args:
        about: standard numbers and criterion IDs it bears on.
        date: when it was made.
    """

    about: tuple[str, ...]
    date: datetime.date | None


@frozen
class ActionMark:
    """That there is an action, and how it stands.

    Args:
        about: standard numbers and criterion IDs it bears on.
        due: by when.
        status: how far it has got.
    """

    about: tuple[str, ...]
    due: datetime.date | None
    status: Status | None


@frozen
class Summary:
    """One return in figures.

    Args:
        file: the name of the file it was read from.
        sha256: of that file, in hexadecimal.
        council: whose commissioning was assessed, as the return has it.
        period: the round, as the return has it.
        voice: whose view it is.
        is_agreed: whether people agreed it in moderation; not a meeting's workbook with
            lines that nobody has decided.
        is_meeting: whether it is a meeting's workbook, of which the agreed return is made.
        date: when it was filled in.
        framework: the framework's ID.
        edition: the framework's edition.
        form: full or quick.
        digest: the framework's digest.
        rule: the name of the rule it was scored by.
        rule_version: that rule's version.
        software: the version of this software that scored it.
        results: every part, in a scorecard's order.
        evidence: each piece, without its words.
        actions: each action, without its words.
        helping: what the council says of helping others, if it was asked.
    """

    file: str
    sha256: str
    council: str
    period: str
    voice: Voice | None
    is_agreed: bool
    date: datetime.date | None
    framework: str
    edition: str
    form: str
    digest: str
    rule: str
    rule_version: int
    software: str
    results: tuple[Result, ...]
    evidence: tuple[EvidenceMark, ...] = ()
    actions: tuple[ActionMark, ...] = ()
    helping: Helping | None = None
    is_meeting: bool = False


def summarise(assessment: Assessment, rule: str = "mean") -> Summary:
    """Take from a return what a region needs.

    Args:
        assessment: the return.
        rule: ``"mean"`` or ``"gated"``.

    Raises:
        AssessmentError: there is no rule of that name.
    """
    card = score(assessment, rule)
    framework, source = assessment.framework, assessment.source
    return Summary(
        file=source.file if source else "",
        sha256=source.sha256 if source else "",
        council=assessment.council,
        period=assessment.period,
        voice=assessment.respondent.voice,
        is_agreed=is_agreed(assessment),
        date=assessment.date,
        framework=framework.id,
        edition=framework.edition,
        form=framework.form.value,
        digest=framework.digest,
        rule=card.rule.name,
        rule_version=card.rule.version,
        software=VERSION,
        results=tuple(map(_result, card.parts)),
        evidence=tuple(EvidenceMark(each.about, each.date) for each in assessment.evidence),
        actions=tuple(ActionMark(each.about, each.due, each.status) for each in assessment.actions),
        helping=assessment.helping,
        is_meeting=is_meeting(assessment),
    )


def _result(each: Score) -> Result:
    return Result(
        part=each.part,
        id=each.id,
        score=each.score,
        low=each.low,
        high=each.high,
        level=each.level.value if each.level else None,
        rated=each.rated,
        open=each.open,
        not_applicable=each.not_applicable,
    )
