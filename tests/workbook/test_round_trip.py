"""Write, then read: nothing changes on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.strategies import assessments, frameworks


@given(st.data())
def test_reading_what_was_written_gives_the_same_assessment(data: st.DataObject) -> None:
    """Any assessment of any framework comes back from its workbook as it went in."""
    assessment = data.draw(assessments(data.draw(frameworks())))

    back = read_content(workbook_bytes(assessment), "return.xlsx", assessment.framework)

    assert back == assessment
