"""From what people decided to one agreed assessment; nothing is decided for them.

A criterion is filled in only where nobody differs: all who answered gave the
same answer and, where full and quick forms are mixed, those do not differ on
the standard either. Everything else stays open until people decide, and a
decision that is not what all said needs a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen

from ..answers import Answer, choices, read_answer
from ..assessment import Assessment, Confidence, Rating, Respondent
from ..given import each_of, only
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..records import Action, Evidence, Finding
from ..scale import Level
from ..text import tidy_text
from ..whose import AGREED_BY, place_of
from .checking import round_faults
from .helping import merged_helping
from .meeting import is_decided_on, meeting_faults
from .model import Moderation
from .views import View

__all__ = ["Decision", "agree", "settled", "undecided"]

Record = TypeVar("Record", Evidence, Action, Finding)


@frozen
class Decision:
    """What people agreed on one criterion.

    Args:
        answer: as people write it: ``3``, ``"3 Established"``, ``"n/a"`` or ``"Don't know"``.
        reason: why; needed unless all who answered said the same.
        confidence: how sure they are. Where it is left out and the answer is what all
            said, the confidence that all gave stands, as their comment does.
        origin: where it was read from.
    """

    answer: object
    reason: str = field(default="", converter=tidy_text)
    confidence: Confidence | None = None
    origin: Place | None = field(default=None, eq=False)


def settled(moderation: Moderation) -> Assessment:
    """What is agreed before anybody meets: the rest is blank.

    Evidence, actions and findings are those of all returns, each once. What they
    say of helping other councils is kept where they do not differ.
    """
    ratings = filter(None, (_shared(moderation, each) for each in moderation.criteria))
    return Assessment(
        moderation.framework,
        tuple(ratings),
        council=moderation.council,
        period=moderation.period,
        respondent=Respondent(AGREED_BY),
        evidence=_merged(moderation, lambda each: each.evidence),
        actions=_merged(moderation, lambda each: each.actions),
        findings=_merged(moderation, lambda each: each.findings),
        helping=merged_helping(moderation),
    )


def _shared(moderation: Moderation, view: View) -> Rating | None:
    """The rating on which nobody differs, if anybody answered."""
    ratings = [each.rating for each in view.answers if each.rating and not each.is_open]
    if not ratings or moderation.differs(view):
        return None
    first, *_ = ratings
    comments = dict.fromkeys(each.comment for each in ratings)
    sure = {each.confidence for each in ratings}
    is_said = len(comments) == 1 or first.is_not_applicable
    return Rating(
        view.id,
        first.answer,
        sure.pop() if len(sure) == 1 else None,
        "\n".join(comments) if is_said else "",
    )


def _merged(
    moderation: Moderation, records_of: Callable[[Assessment], Iterable[Record]]
) -> tuple[Record, ...]:
    """The records of all returns, each once; what is about a quick line is about its standard."""
    records: dict[Record, None] = {}
    for each in moderation.participants:
        names = _names(moderation, each.assessment)
        for record in records_of(each.assessment):
            about = dict.fromkeys(names.get(name, name) for name in record.about)
            records[evolve(record, about=tuple(about))] = None
    return tuple(records)


def _names(moderation: Moderation, assessment: Assessment) -> dict[str, str]:
    """What a return's criteria are called in the agreed form, where that has no such criterion."""
    kept = {each.id for each in moderation.criteria}
    return {
        criterion.id: str(standard.number)
        for standard in assessment.framework.standards
        for criterion in standard.criteria
        if criterion.id not in kept
    }


def agree(moderation: Moderation, decisions: Mapping[str, Decision] | Assessment) -> Assessment:
    """Make the agreed assessment of what people decided.

    Where nobody differs, the agreed rating is filled in from the returns. Where
    people differ and nothing is decided it stays open. Each rating's origin is
    the place of its decision; the ratings it was made from are
    ``moderation[criterion].answers``, each with its respondent and cell.

    Args:
        moderation: the returns side by side.
        decisions: by criterion ID; or the meeting workbook as
            :func:`read_workbook` read it.

    Returns:
        One assessment, in nobody's voice, with the evidence and actions of all
        returns, each once; those of the meeting workbook where that was given.

    Raises:
        AssessmentError: a decision that is not what all said has no reason, or
            one cannot be read; or the workbook is not of a meeting, or of one on
            other returns; carries every problem.
    """
    only("agree", moderation, Moderation)
    only("agree", decisions, Mapping, Assessment, name="decisions")
    met = decisions if isinstance(decisions, Assessment) else None
    given = dict(decisions) if isinstance(decisions, Mapping) else _decisions(decisions)
    each_of("agree", given.values(), Decision, name="decisions")
    if met and not is_decided_on(met):
        raise AssessmentError([problem("not-a-meeting", place_of(met))])
    before = settled(moderation)
    answers = {key: _answer(moderation, each.answer) for key, each in given.items()}
    faults = [*_round_faults(moderation, met), *_faults(moderation, given, answers, before)]
    if faults:
        raise AssessmentError(faults)
    ratings = (
        _decided(given[each.criterion], answers[each.criterion], each)
        if each.criterion in given
        else each
        for each in before.ratings
    )
    made = met or before
    # What is agreed is nobody's own view, whatever voice was chosen for it.
    who = Respondent(made.respondent.name)
    return evolve(made, framework=moderation.framework, ratings=tuple(ratings), respondent=who)


def _decisions(met: Assessment) -> dict[str, Decision]:
    """What stands in a meeting workbook, line by line."""
    return {
        each.criterion: Decision(each.answer, each.comment, each.confidence, each.origin)
        for each in met.ratings
    }


def _answer(moderation: Moderation, content: object) -> Level | Answer | None:
    """An answer as it was decided, on the scale; None where it cannot be read."""
    reading = read_answer(content, moderation.framework.scale)
    return reading.answer if reading else None


def _round_faults(moderation: Moderation, met: Assessment | None) -> Iterator[Problem]:
    """Why a meeting workbook is not of these returns."""
    form = moderation.framework.form
    alike = [each.assessment for each in moderation.participants]
    first = next(each for each in alike if each.framework.form is form)
    if met and met.framework.form is not form:
        found, allowed = met.framework.form.value, form.value
        yield problem("other-form", place_of(met), found=found, allowed=allowed)
    elif met:
        yield from round_faults([first, met])
        yield from meeting_faults(moderation, met)


def _faults(
    moderation: Moderation,
    given: Mapping[str, Decision],
    answers: Mapping[str, Level | Answer | None],
    before: Assessment,
) -> Iterator[Problem]:
    known = {each.id: each for each in moderation.criteria}
    for key in given:
        if key not in known:
            hint = did_you_mean(key, known)
            yield problem("unknown-criterion", found=quoted(key), hint=hint)
    for key, view in known.items():
        if key in given:
            yield from _decision_faults(moderation, view, given[key], answers[key], before)


def _decision_faults(
    moderation: Moderation,
    view: View,
    decision: Decision,
    answer: Level | Answer | None,
    before: Assessment,
) -> Iterator[Problem]:
    place = evolve(decision.origin or Place(), item=view.id)
    if answer is None:
        allowed = choices(moderation.framework.scale)
        found, hint = quoted(decision.answer), did_you_mean(decision.answer, allowed)
        yield problem("answer-not-allowed", place, found=found, allowed=allowed, hint=hint)
    elif not decision.reason and _needs_reason(moderation, view, answer, before.rating(view.id)):
        yield problem("decision-reason-missing", place)


def _needs_reason(
    moderation: Moderation, view: View, answer: Level | Answer, before: Rating
) -> bool:
    """Whether an answer is not simply what all said; to decide nothing needs no reason."""
    if answer in (Answer.BLANK, before.answer):
        return False
    return moderation.differs(view) or not (before.is_open and answer is Answer.DONT_KNOW)


def _decided(decision: Decision, answer: Level | Answer | None, before: Rating) -> Rating:
    """The agreed rating; where it is what all said, so are its comment and confidence."""
    chosen = answer or Answer.BLANK
    same = before if answer == before.answer else Rating(before.criterion)
    reason, sure = decision.reason or same.comment, decision.confidence or same.confidence
    return Rating(before.criterion, chosen, sure, reason, decision.origin)


def undecided(moderation: Moderation, agreed: Assessment) -> tuple[Problem, ...]:
    """A note for each criterion on which people differ and nothing is decided.

    Args:
        moderation: the returns side by side.
        agreed: what :func:`agree` made of them.
    """
    ratings = [agreed.rating(each.id) for each in moderation.criteria if moderation.differs(each)]
    return tuple(
        problem("decision-missing", evolve(each.origin or Place(), item=each.criterion))
        for each in ratings
        if each.answer is Answer.BLANK
    )
