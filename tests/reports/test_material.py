"""What a paper is made of, and what does not fit together."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports.material import Material, gather
from tests.reports.papers import DAY, by_voice, last_round
from tests.small import one_standard


def test_one_return_is_the_councils_own_view(filled: cs.Assessment, material: Material) -> None:
    """A lone return is scored as it is, and there is nothing to moderate."""
    assert (material.assessment, material.returns, material.moderation) == (
        filled,
        (filled,),
        None,
    )


def test_several_returns_are_not_averaged(filled: cs.Assessment, rich: Material) -> None:
    """Only what nobody differs on is rated until people decide."""
    assert rich.card[1].score == cs.score(filled)[1].score
    assert rich.card["4.1"].score is None
    assert len(rich.returns) == 3


def test_what_people_agreed_is_the_councils_view(filled: cs.Assessment) -> None:
    """With the meeting's workbook, its decisions are scored, and it is one of the sources."""
    returns = by_voice(filled)
    decided = evolve(filled, respondent=cs.Respondent("Agreed in moderation"))
    ratings = (evolve(each, comment=each.comment or "We agreed") for each in decided.ratings)
    agreed = evolve(decided, ratings=tuple(ratings))

    material = gather(returns, on=DAY, agreed=agreed)

    assert material.card.overall.score == cs.score(filled).overall.score
    assert material.returns == (*returns, agreed)


def test_decisions_need_several_returns(filled: cs.Assessment) -> None:
    """A meeting's workbook beside one return is a slip in the script."""
    with pytest.raises(ValueError, match="needs the several returns"):
        gather(filled, on=DAY, agreed=filled)


def test_what_people_did_not_decide_stays_open(filled: cs.Assessment) -> None:
    """Where people differ and nothing is decided, there is no rating."""
    met = evolve(filled, ratings=(), respondent=cs.Respondent("Agreed in moderation"))
    material = gather(by_voice(filled), on=DAY, agreed=met)

    assert material.moderation
    differing = [each.id for each in material.moderation.criteria if each.differs]
    assert all(material.assessment.rating(each).is_open for each in differing)


def test_returns_given_for_what_they_are_not_are_told(
    filled: cs.Assessment, tmp_path: Path
) -> None:
    """A carer's return is no peer team's, and this round's return is not last round's."""
    cs.write_workbook(filled, tmp_path / "own.xlsx")
    own = cs.read_workbook(tmp_path / "own.xlsx")
    carer = evolve(own, source=None, respondent=cs.Respondent("Ann", cs.Voice.CARERS))
    with pytest.raises(cs.AssessmentError) as refusal:
        gather(own, on=DAY, last=own, peers=carer)

    assert [(each.code, str(each.place)) for each in refusal.value.problems] == [
        ("not-the-peers", "Ann"),
        ("last-is-now", "own.xlsx"),
    ]


def test_no_return_is_told() -> None:
    """Without a return there is no paper."""
    with pytest.raises(cs.AssessmentError, match="there is 0 here"):
        gather([], on=DAY)


@pytest.mark.parametrize("role", ["last", "peers"])
def test_another_framework_is_told(filled: cs.Assessment, role: str) -> None:
    """A return against other standards is a problem and no crash."""
    other = cs.Assessment(one_standard())
    with pytest.raises(cs.AssessmentError) as refusal:
        gather(filled, on=DAY, **{role: other})  # type: ignore[arg-type]

    assert [each.code for each in refusal.value.problems] == ["wrong-framework"]


def test_a_target_off_the_scale_is_told(filled: cs.Assessment) -> None:
    """A target of five on a scale to four is refused."""
    with pytest.raises(ValueError, match="off the scale"):
        gather(filled, on=DAY, target=5)


def test_everything_is_scored_by_one_rule(filled: cs.Assessment) -> None:
    """Last round is scored by the rule that was asked for, too."""
    material = gather(filled, on=DAY, last=last_round(filled), rule="gated")

    assert material.last is not None
    assert (material.card.rule.name, material.last.rule.name) == ("gated", "gated")


def test_a_view_has_a_cell_for_each_header() -> None:
    """A table of an outside view that is not even is a slip in the script."""
    with pytest.raises(ValueError, match="one cell for each header"):
        cs.ViewTable("Scores", ("Theme", "Score"), [("Safety",)])
