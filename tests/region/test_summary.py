"""What a region takes from a return, and what it leaves there."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.examples.council import example
from commissioning_standards.region.summary import summarise
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.meeting.writer import meeting_bytes
from commissioning_standards.workbook.writing.writer import workbook_bytes

from ..strategies import assessments, frameworks


@given(st.data())
def test_a_summary_has_every_score(data: st.DataObject) -> None:
    """Each part's score, range and counts are those of the scorecard, in its order."""
    assessment = data.draw(assessments(data.draw(frameworks())))
    card = cs.score(assessment)
    expected = [
        (each.part, each.id, each.score, each.low, each.high, each.rated, each.open)
        for each in card.parts
    ]

    actual = [
        (each.part, each.id, each.score, each.low, each.high, each.rated, each.open)
        for each in summarise(assessment).results
    ]

    assert expected == actual


def test_a_summary_holds_nothing_that_anybody_wrote() -> None:
    """Comments, titles, owners and names of people stay in the council's own papers."""
    assessment = example()
    told = repr(summarise(assessment))
    written = [
        *(each.comment for each in assessment.ratings),
        *(text for each in assessment.evidence for text in (each.title, each.owner)),
        *(text for each in assessment.actions for text in (each.title, each.owner)),
        assessment.respondent.name,
    ]

    assert [each for each in written if each and each in told] == []


def test_a_summary_says_what_it_was_made_from_and_by() -> None:
    """Framework, edition, digest, rule and version stand in it."""
    assessment = example()
    summary = summarise(assessment, "gated")
    framework = assessment.framework

    assert (summary.framework, summary.edition) == (framework.id, framework.edition)
    assert summary.digest == framework.digest
    assert (summary.rule, summary.rule_version, summary.software) == ("gated", 1, cs.__version__)


def test_a_summary_keeps_dates_of_evidence_and_actions() -> None:
    """Old evidence and overdue actions can be found without a word of either."""
    assessment = example()
    summary = summarise(assessment)

    assert [each.date for each in summary.evidence] == [each.date for each in assessment.evidence]
    assert [each.due for each in summary.actions] == [each.due for each in assessment.actions]
    assert [each.status for each in summary.actions] == [each.status for each in assessment.actions]


def test_a_meetings_workbook_is_agreed_once_every_line_is_decided() -> None:
    """As it is made, it says that it was agreed, and nobody has met."""
    ann, bob = (evolve(example(), respondent=cs.Respondent(name)) for name in ("Ann", "Bob"))
    before = read_content(meeting_bytes(cs.moderate([ann, bob])), "meeting.xlsx")
    level = before.framework.scale.levels[0]
    decided = evolve(before, ratings=[evolve(each, answer=level) for each in before.ratings])

    assert [summarise(each).is_agreed for each in (before, decided)] == [False, True]
    assert summarise(before).is_meeting


def test_a_meeting_saved_as_json_is_still_a_meeting() -> None:
    """Which returns it had goes with it, so that nobody takes it for what was agreed."""
    ann, bob = (evolve(example(), respondent=cs.Respondent(name)) for name in ("Ann", "Bob"))
    met = read_content(meeting_bytes(cs.moderate([ann, bob])), "meeting.xlsx")
    saved = cs.from_json(cs.to_json(met))

    assert met.source
    assert saved.source == evolve(met.source, notes=())
    assert (summarise(saved).is_meeting, summarise(saved).is_agreed) == (True, False)


def test_the_agreed_return_is_no_meetings_workbook() -> None:
    """What people left open in it is open, and it was agreed all the same."""
    ann, bob = (evolve(example(), respondent=cs.Respondent(name)) for name in ("Ann", "Bob"))
    agreed = read_content(workbook_bytes(cs.agree(cs.moderate([ann, bob]), {})), "agreed.xlsx")

    assert summarise(agreed).is_agreed
    assert not summarise(agreed).is_meeting
