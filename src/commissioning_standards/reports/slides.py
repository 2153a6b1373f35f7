"""The feedback presentation's frame, before it is written: what stands on which slide.

Peer teams present on their last day. The frame holds what the data says, and
leaves room for what the team has read, heard and seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest

from attrs import field, frozen

from ..parts import Standard
from ..records import KnownBy
from ..scoring import Score, Scorecard
from ..text import in_a_sentence
from ..words import NO_SCORE
from .document import NOT_GIVEN, Statement, Table
from .findings import strengths, thin
from .material import Material
from .pack.lists import state_of
from .sentences import (
    about_actions,
    about_agreement,
    about_evidence,
    about_target,
    about_the_whole,
    about_voices,
)
from .slide_text import BESIDE, BODY, BREADTH, OPENING, Room, cut, fitted, flowed, table_parts
from .tables import shown_or_none, span
from .telling import day
from .views import found

__all__ = ["ChartPlan", "Line", "Slide", "slides"]

FIGURE_WIDTHS = (56, 15, 21, 16, 16)
NOT_SAID = "How it is known is not said"
AXIS = Room(width=170.0, height=0.0, size=10.0, gap=0.0, most=2)

Rule = Callable[[Material, Standard], Iterable[Statement]]


@frozen
class Line:
    """One series of a native chart; a missing score is None, and a gap."""

    name: str
    values: tuple[float | None, ...]


@frozen
class ChartPlan:
    """A native chart, with its words.

    Args:
        kind: ``"radar"`` or ``"bars"``.
        labels: of its points, each starting with a standard's number.
        lines: its series, three at most.
        lowest: the lowest level; the axis starts one step below it, so that a bar
            at it can be told from one that is missing.
        highest: where the axis ends.
        step: between two marks of the axis.
        alt: what it shows, for those who do not see it.
    """

    kind: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    lowest: float
    highest: float
    step: float
    alt: str


@frozen
class Slide:
    """One slide: a title, and below it bullets, a table, or a chart beside its table."""

    title: str
    bullets: tuple[str, ...] = field(default=())
    chart: ChartPlan | None = None
    table: Table | None = None


def slides(material: Material) -> tuple[Slide, ...]:
    """Every slide in order."""
    standards, overview = where(material, "standards"), where(material, "overview")
    return (
        _opening(material),
        *_flowing("What we looked at", _scope(material), where(material, "scope")),
        *_profile(material),
        *_flowing("What stands out", _texts(about_the_whole(material)), overview),
        *_target(material),
        _one("Strengths", _found(material, strengths, "No strength is found by rule."), standards),
        _one("What is thin", _found(material, thin, "The rules find nothing thin."), standards),
        _one("How others see the council", _outside(material), where(material, "awareness")),
        _one("Lines of enquiry", _enquiry(material), standards),
        *_flowing("What we read, heard and saw", _findings(material), where(material, "awareness")),
        *_actions(material),
        Slide("What happens next", ("Report by:", "Action plan by:", "Progress review by:")),
    )


def where(material: Material, section: str) -> str:
    """Where the pack has all of what a slide has a part of."""
    headings = {each.id: each.heading for each in material.settings.pack.sections}
    if section in headings:
        return f"in the pack, under “{in_a_sentence(headings[section])}”"
    return "in the data of the pack"


def _one(title: str, texts: Iterable[str], place: str) -> Slide:
    return Slide(title, fitted(texts, BODY, place))


def _flowing(title: str, texts: Iterable[str], place: str) -> Iterator[Slide]:
    """Every text, over as many slides as they need."""
    for index, each in enumerate(flowed(texts, BODY, place)):
        yield Slide(f"{title}, continued" if index else title, each)


def _opening(material: Material) -> Slide:
    council = material.council or f"Council: {NOT_GIVEN.lower()}"
    named = (council, material.assessment.period, material.framework.name)
    place = "on the title page of the pack"
    return Slide(
        "Peer challenge: feedback",
        tuple(cut(each, OPENING, place) for each in named if each),
    )


def _texts(statements: Iterable[Statement]) -> list[str]:
    return [each.text for each in statements]


def _scope(material: Material) -> list[str]:
    words = material.settings.pack
    asked = [f"Key question: {each}" for each in words.key_questions]
    scope = words.scope or (f"Scope: {NOT_GIVEN.lower()}.",)
    return [*scope, *(asked or [f"Key questions: {NOT_GIVEN.lower()}."])]


def _profile(material: Material) -> Iterator[Slide]:
    """The profile as a radar and as bars, each beside the table of its figures."""
    place = where(material, "scores")
    first, *more = table_parts(_figures(material), BESIDE, place)
    titles = {"radar": "The profile: score by standard", "bars": "The same scores as bars"}
    for kind, title in titles.items():
        yield Slide(title, chart=_chart(material, kind), table=first)
    yield from (Slide("The scores, continued", table=each) for each in more)


def _figures(material: Material) -> Table:
    """The figures of every line of the charts."""
    card, others = material.card, _others(material)
    rows = (
        (
            _name(each),
            shown_or_none(each),
            span(each),
            *(_figure(other, each) for other in others.values()),
        )
        for each in card.standards
    )
    headers = ("Standard", "Score", "Could be", *others)
    return Table("Scores", headers, rows, FIGURE_WIDTHS[: len(headers)])


def _others(material: Material) -> dict[str, Scorecard]:
    """What the council's own line stands beside, by its name."""
    cards = {"Last round": material.last, "Peer team": material.peers}
    return {name: card for name, card in cards.items() if card}


def _figure(card: Scorecard, score: Score) -> str:
    found = [shown_or_none(each) for each in card.standards if each.id == score.id]
    return found[0] if found else NO_SCORE


def _name(score: Score) -> str:
    return f"{score.number} {score.title}"


def _label(score: Score) -> str:
    """A name that fits at an axis; the table beside the chart has it whole."""
    return cut(_name(score), AXIS, "")


def _chart(material: Material, kind: str) -> ChartPlan:
    card, scale = material.card, material.framework.scale
    cards = {"Council": card, **_others(material)}
    lines = [Line(name, _values(each, card)) for name, each in cards.items()]
    names = tuple(map(_label, card.standards))
    # Round a radar there is room for numbers only; the table beside it has the titles.
    labels = tuple(str(each.number) for each in card.standards) if kind == "radar" else names
    ends = (float(scale.lowest), float(scale.highest), float(scale.least_step))
    return ChartPlan(kind, labels, tuple(lines), *ends, _alt(kind, names, lines))


def _values(scored: Scorecard, card: Scorecard) -> tuple[float | None, ...]:
    by_id = {each.id: each.score for each in scored.standards}
    return tuple(_rounded(by_id.get(each.id)) for each in card.standards)


def _rounded(score: Fraction | None) -> float | None:
    return None if score is None else round(float(score), 4)


def _alt(kind: str, labels: Sequence[str], lines: Sequence[Line]) -> str:
    start = "Radar chart" if kind == "radar" else "Bar chart"
    told = (f"{line.name}: {'; '.join(map(_point, labels, line.values))}." for line in lines)
    return f"{start} of the score of each standard. {' '.join(told)}"


def _point(label: str, value: float | None) -> str:
    return f"{label}, {'no score' if value is None else f'{value:.2f}'}"


def _found(material: Material, rule: Rule, missing: str) -> list[str]:
    """What a rule finds: the first thing of every standard, then the second, and so on."""
    by_standard = (_texts(rule(material, each)) for each in material.framework.standards)
    rounds = zip_longest(*by_standard)
    return [each for found in rounds for each in found if each] or [missing]


def _outside(material: Material) -> Iterator[str]:
    yield from _texts(about_agreement(material))
    yield from _texts(about_voices(material))
    for view in material.views:
        first, *others = view.sentences or (NOT_GIVEN,)
        yield f"{view.title}: {first}"
        yield from others


def _target(material: Material) -> Iterator[Slide]:
    """What is above and below the target; nothing where none is given."""
    told = _texts(about_target(material))
    if told:
        yield from _flowing("Beside the target", told, where(material, "scores"))


def _findings(material: Material) -> Iterator[str]:
    """What the peer team found, by how it is known; where it gave nothing, room to fill in."""
    every = list(found(material.peers.assessment)) if material.peers else []
    for known in KnownBy:
        told = [f"{title} ({about})" for about, how, title, _ in every if how == known.value]
        yield from (f"{known.value}: {each}" for each in told or ("",))
    for about, how, title, _ in every:
        if how == NOT_GIVEN:
            yield f"{NOT_SAID}: {title} ({about})"


def _enquiry(material: Material) -> list[str]:
    asked = [f"Standard {each.standard}: {each.question}" for each in material.lines]
    return asked or ["The rules draft no line of enquiry from this."]


def _actions(material: Material) -> Iterator[Slide]:
    told, place = [*_texts(about_evidence(material)), *_texts(about_actions(material))], "actions"
    yield _one("Evidence and actions", told, where(material, place))
    if material.assessment.actions:
        parts = table_parts(_action_table(material), BREADTH, where(material, place))
        for index, part in enumerate(parts):
            yield Slide("Actions, continued" if index else "Actions", table=part)


def _action_table(material: Material) -> Table:
    rows = (
        (
            each.title,
            each.owner or NOT_GIVEN,
            day(each.due, NOT_GIVEN),
            state_of(each, material),
        )
        for each in material.assessment.actions
    )
    return Table("Actions", ("Action", "Owner", "Due", "State"), rows, (46, 20, 18, 16))
