"""How things show themselves in a notebook, wherever they are in the layers below."""

from __future__ import annotations

from importlib import import_module

__all__ = ["ShownInNotebooks"]

# The words for them stand above the things, so they are fetched when first shown.
TELLERS = {
    "Agenda": "notebook.meetings.agenda",
    "Ascof": "notebook.outside.ascof",
    "Assessment": "notebook.returns.assessment",
    "BesideCqc": "notebook.outside.beside",
    "Buddies": "region.shown.buddies",
    "Collation": "region.shown.collation",
    "Comparison": "notebook.comparisons.comparison",
    "Coverage": "notebook.returns.coverage",
    "Explanation": "notebook.scores.explanation",
    "Framework": "notebook.returns.framework",
    "Judgement": "notebook.outside.judgement",
    "Moderation": "notebook.meetings.moderation",
    "OutsideView": "notebook.outside.view",
    "Region": "region.shown.region",
    "Scorecard": "notebook.scores.scorecard",
    "SelfAwareness": "notebook.comparisons.awareness",
    "Sensitivity": "notebook.scores.sensitivity",
    "SharedTable": "region.shown.table",
}


class ShownInNotebooks:
    """Whatever a notebook shows as a small table of its own."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A table with a caption, and what it was made from; all text is escaped."""
        module, _, name = TELLERS[type(self).__name__].rpartition(".")
        told: str = getattr(import_module(f"{__package__}.{module}"), name)(self)
        return told
