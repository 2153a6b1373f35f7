"""The catalogue of problems: every sentence that says what is wrong, and what to do.

Slots in braces are filled in: what was found, what is allowed, and a hint such
as a near miss. Codes are stable between versions, so that scripts can use them.
"""

from __future__ import annotations

from .assessments import ASSESSMENTS
from .frameworks import FRAMEWORKS
from .output import OUTPUT
from .outside import OUTSIDE
from .papers import PAPERS
from .regions import REGIONS
from .wording import Wording
from .workbooks import WORKBOOKS

__all__ = ["CATALOGUES", "WORDINGS", "Wording"]

CATALOGUES = (FRAMEWORKS, ASSESSMENTS, OUTSIDE, WORKBOOKS, PAPERS, REGIONS, OUTPUT)
WORDINGS: dict[str, Wording] = {
    code: wording for catalogue in CATALOGUES for code, wording in catalogue.items()
}
