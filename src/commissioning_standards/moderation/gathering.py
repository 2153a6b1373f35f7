"""Returns of one council and period, put side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, count

from attrs import evolve

from ..answers import Answer
from ..assessment import Assessment, Rating, Voice
from ..framework import Form, Framework
from ..given import each_of
from ..parts import Standard
from ..problems import AssessmentError
from ..scale import Level
from ..scoring import Score, score
from ..text import in_a_sentence
from .checking import return_faults
from .model import Moderation
from .participants import Participant, Said
from .views import View

__all__ = ["moderate"]


def moderate(assessments: Iterable[Assessment]) -> Moderation:
    """Put returns of one council and period side by side, so that people can decide.

    Nothing is averaged. Where some filled in the full form and some the quick
    form, a standard's quick ratings stand beside the scores that the full forms
    give it by the rule mean.

    Args:
        assessments: the returns, in any order; at least two.

    Returns:
        Every rating by respondent and voice, with how far apart they are.

    Raises:
        AssessmentError: there are fewer than two; two are by the same
            respondent; or one is of another council, period, framework,
            edition or scale. Carries every problem with its file.
    """
    returns = sorted(each_of("moderate", assessments, Assessment), key=_place_in_order)
    faults = tuple(return_faults(returns))
    if faults:
        raise AssessmentError(faults)
    participants = tuple(map(Participant, _labels(returns), returns))
    full = [each.framework for each in returns if each.framework.form is Form.FULL]
    frameworks = full or [each.framework for each in returns]
    framework = max(frameworks, key=lambda each: (each.patch, each.digest))
    scores = {each.label: _by_standard(each.assessment) for each in participants}
    return Moderation(
        framework,
        returns[0].council,
        returns[0].period,
        participants,
        tuple(_criteria(framework, participants)),
        tuple(_standard(framework, each, participants, scores) for each in framework.standards),
    )


def _place_in_order(assessment: Assessment) -> tuple[int, str, str, str, str]:
    """Where a return stands: by voice, name and file, so that the order given plays no part."""
    who, source = assessment.respondent, assessment.source
    voice = list(Voice).index(who.voice) if who.voice else len(Voice)
    file, sha256 = (source.file, source.sha256) if source else ("", "")
    return voice, who.name.casefold(), who.name, file, sha256


def _labels(returns: Sequence[Assessment]) -> list[str]:
    """What each respondent is called: by name, else by file, and no two alike."""
    labels: list[str] = []
    for each in returns:
        name = in_a_sentence(each.respondent.name) or (each.source.file if each.source else "")
        called = name or "No name"
        numbered = (f"{called} (no. {number})" for number in count(2))
        labels.append(next(label for label in chain([called], numbered) if label not in labels))
    return labels


def _by_standard(assessment: Assessment) -> dict[int, Score]:
    numbers = (each.number for each in assessment.framework.standards)
    return dict(zip(numbers, score(assessment).standards, strict=True))


def _criteria(framework: Framework, participants: Sequence[Participant]) -> Iterator[View]:
    asked = [each for each in participants if each.assessment.framework.form is framework.form]
    for standard in framework.standards:
        for criterion in standard.criteria:
            said = (_said(framework, who, who.assessment.rating(criterion.id)) for who in asked)
            yield View(
                "criterion",
                criterion.id,
                criterion.name,
                standard.number,
                framework.scale,
                tuple(said),
            )


def _said(framework: Framework, who: Participant, rating: Rating) -> Said:
    """A rating, on the scale as this wording of the framework describes it."""
    answer = rating.answer
    if isinstance(answer, Level):
        answer = framework.scale.reached(answer.value)
    return Said(who, answer, evolve(rating, answer=answer))


def _standard(
    framework: Framework,
    standard: Standard,
    participants: Sequence[Participant],
    scores: dict[str, dict[int, Score]],
) -> View:
    said = (
        _of_standard(framework, standard, who, scores[who.label][standard.number])
        for who in participants
    )
    number = standard.number
    return View("standard", str(number), standard.title, number, framework.scale, tuple(said))


def _of_standard(framework: Framework, standard: Standard, who: Participant, found: Score) -> Said:
    if who.is_quick:
        (asked,) = (
            each for each in who.assessment.framework.standards if each.number == standard.number
        )
        (rating,) = who.assessment.ratings_of(asked)
        return _said(framework, who, rating)
    return Said(who, _score_as_answer(found))


def _score_as_answer(found: Score) -> Answer | Fraction:
    if found.score is not None:
        return found.score
    return Answer.BLANK if found.applies else Answer.NOT_APPLICABLE
