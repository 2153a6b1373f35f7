"""Several returns of one council and period, side by side, before anybody decides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from ..framework import Framework
from ..lookup import LookedUp
from ..problems import did_you_mean
from ..scoring import as_float
from ..shown import ShownInNotebooks
from .participants import Participant, voice_name
from .views import View

__all__ = ["Moderation", "row"]


@frozen(repr=False)
class Moderation(LookedUp, ShownInNotebooks):
    """Several returns side by side: every rating by respondent and voice, none averaged.

    Look a part up as in a scorecard: ``moderation["4.1"]`` a criterion,
    ``moderation[4]`` a standard. Each answer in it keeps the rating it was
    read from, with its file, sheet and cell.

    Args:
        framework: what is to be agreed: the full form where anybody filled it in.
        council: whose commissioning is assessed.
        period: the round.
        participants: who takes part, by voice and name.
        criteria: each criterion of that form, with what was said of it.
        standards: each standard, with the quick form's ratings and the full form's scores.
    """

    framework: Framework
    council: str
    period: str
    participants: tuple[Participant, ...]
    criteria: tuple[View, ...] = field(repr=False)
    standards: tuple[View, ...] = field(repr=False)

    @property
    def is_mixed(self) -> bool:
        """Whether some filled in the full form and some the quick form."""
        return len({each.is_quick for each in self.participants}) > 1

    @property
    def compared(self) -> tuple[View, ...]:
        """What people were asked alike: criteria, and where forms are mixed also standards."""
        return (*self.criteria, *(self.standards if self.is_mixed else ()))

    @property
    def parts(self) -> tuple[View, ...]:
        """Everything: criteria, then standards."""
        return (*self.criteria, *self.standards)

    def __getitem__(self, key: str | int) -> View:
        try:
            return self._by_id[str(key)]
        except KeyError:
            hint = did_you_mean(str(key), self._by_id)
            raise KeyError(f"no standard or criterion {key!r}. {hint}".rstrip()) from None

    @cached_property
    def _by_id(self) -> dict[str, View]:
        return {each.id: each for each in self.parts}

    def standard_of(self, view: View) -> View:
        """The standard that a criterion is in."""
        return self[view.standard]

    def differs(self, view: View) -> bool:
        """Whether a criterion is to be talked about: its answers differ, or its standard's do."""
        return view.differs or (self.is_mixed and self.standard_of(view).differs)

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each criterion and standard, with a key for each respondent.

        A respondent's key is their label and voice, such as ``"Ann (Providers)"``.
        """
        return [{**self._about(), **row(each)} | dict(self._said(each)) for each in self.parts]

    def _about(self) -> dict[str, object]:
        framework = self.framework
        return {
            "council": self.council,
            "period": self.period,
            "framework": framework.id,
            "edition": framework.edition,
            "form": framework.form.value,
            "digest": framework.digest,
        }

    def _said(self, view: View) -> Iterator[tuple[str, object]]:
        said = {each.who.label: each.in_words(view.scale) for each in view.answers}
        for each in self.participants:
            yield f"{each.label} ({voice_name(each.voice)})", said.get(each.label)


def row(view: View) -> dict[str, object]:
    """How far apart the answers to one thing are, as one flat row."""
    middle = view.median
    return {
        "part": view.part,
        "id": view.id,
        "title": view.title,
        "standard": view.standard,
        "rated": view.rated,
        "open": view.open,
        "not_applicable": view.not_applicable,
        "median": as_float(middle.middle) if middle else None,
        "median_exact": str(middle.middle) if middle else None,
        "median_lower": as_float(middle.lower) if middle else None,
        "median_upper": as_float(middle.upper) if middle else None,
        "lowest": as_float(view.lowest),
        "highest": as_float(view.highest),
        "spread": as_float(view.spread),
        "steps": as_float(view.steps),
        "differs": view.differs,
        "out_of_line": ", ".join(each.who.label for each in view.out_of_line),
        "set_apart": ", ".join(each.who.label for each in view.set_apart),
    }
