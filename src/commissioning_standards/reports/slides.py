"""The feedback presentation's frame, before it is written: what stands on which slide.

Peer teams present on their last day. The frame holds what the data says, and
leaves room for what the team has read, heard and seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, zip_longest
from math import ceil

from attrs import evolve, field, frozen

from ..parts import Standard
from ..scoring import Score, Scorecard
from .document import NOT_GIVEN, Statement, Table
from .findings import strengths, thin
from .material import Material
from .pack.lists import state_of
from .sentences import about_actions, about_agreement, about_evidence, about_the_whole, about_voices
from .tables import shown_or_none, span
from .telling import day
from .untrusted import contained

__all__ = ["ChartPlan", "Line", "Slide", "slides"]

MOST_LINES, LINE, LONGEST, MOST_ROWS = 9, 88, 150, 14
SHORTENED = "Shortened to fit: the whole is in the pack."
MORE = "And {} more, in the pack."

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
        lowest: where its axis starts.
        highest: where it ends.
        alt: what it shows, for those who do not see it.
    """

    kind: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    lowest: float
    highest: float
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
    return (
        _opening(material),
        Slide("What we looked at", _fitting(_scope(material))),
        *_profile(material),
        Slide("What stands out", _fitting(_texts(about_the_whole(material)))),
        Slide("Strengths", _fitting(_found(material, strengths, "No strength is found by rule."))),
        Slide("What is thin", _fitting(_found(material, thin, "The rules find nothing thin."))),
        Slide("How others see the council", _fitting(_outside(material))),
        Slide("Lines of enquiry", _fitting(_enquiry(material))),
        Slide("What we read, heard and saw", ("Read:", "Heard:", "Saw:")),
        *_actions(material),
        Slide("What happens next", ("Report by:", "Action plan by:", "Progress review by:")),
    )


def _opening(material: Material) -> Slide:
    council = _short(material.council) or f"Council: {NOT_GIVEN.lower()}"
    period = _short(material.assessment.period)
    return Slide(
        "Peer challenge: feedback",
        tuple(filter(None, (council, period, _short(material.framework.name)))),
    )


def _short(text: str) -> str:
    """Text that fits a slide on one or two lines; where it is cut, a mark says so."""
    line = " ".join(text.split())
    return contained(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…")


def _texts(statements: Iterable[Statement]) -> list[str]:
    return [each.text for each in statements]


def _fitting(texts: Sequence[str]) -> tuple[str, ...]:
    """As many texts as a slide holds, with what is left out counted, and cuts owned up to."""
    short = [_short(each) for each in texts]
    lines = list(accumulate(ceil(len(each) / LINE) for each in short))
    kept = [each for each, so_far in zip(short, lines, strict=True) if so_far <= MOST_LINES]
    notes = []
    if len(kept) < len(texts):
        notes.append(MORE.format(len(texts) - len(kept)))
    if any(each.endswith("…") for each in kept):
        notes.append(SHORTENED)
    return (*kept, *notes)


def _scope(material: Material) -> list[str]:
    words = material.settings.pack
    questions = words.key_questions or (f"Key questions: {NOT_GIVEN.lower()}.",)
    return [*(words.scope or (f"Scope: {NOT_GIVEN.lower()}.",)), *questions]


def _profile(material: Material) -> Iterator[Slide]:
    """The profile as a radar and as bars, each beside the table of its figures."""
    first, *more = _parts(_figures(material))
    titles = {"radar": "The profile: score by standard", "bars": "The same scores as bars"}
    for kind, title in titles.items():
        yield Slide(title, chart=_chart(material, kind), table=first)
    yield from (Slide("The scores, continued", table=each) for each in more)


def _figures(material: Material) -> Table:
    rows = ((_label(each), shown_or_none(each), span(each)) for each in material.card.standards)
    return Table("Scores", ("Standard", "Score", "Could be"), rows, (56, 18, 26))


def _label(score: Score) -> str:
    return f"{score.number} {_short(score.title)}"


def _parts(table: Table) -> list[Table]:
    """A table in as many parts as slides need, each with its headers."""
    starts = range(0, max(len(table.rows), 1), MOST_ROWS)
    return [evolve(table, rows=table.rows[start : start + MOST_ROWS]) for start in starts]


def _chart(material: Material, kind: str) -> ChartPlan:
    card, scale = material.card, material.framework.scale
    lines = [Line("Council", _values(card, card))]
    if material.last:
        lines.append(Line("Last round", _values(material.last, card)))
    if material.peers:
        lines.append(Line("Peer team", _values(material.peers, card)))
    names = tuple(map(_label, card.standards))
    # Round a radar there is room for numbers only; the table beside it has the titles.
    labels = tuple(str(each.number) for each in card.standards) if kind == "radar" else names
    low, high = float(scale.lowest), float(scale.highest)
    return ChartPlan(kind, labels, tuple(lines), low, high, _alt(kind, names, lines))


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


def _outside(material: Material) -> list[str]:
    views = [f"{each.title}: {' '.join(each.sentences)}" for each in material.views]
    return [*_texts(about_agreement(material)), *views, *_texts(about_voices(material))]


def _enquiry(material: Material) -> list[str]:
    asked = [f"Standard {each.standard}: {each.question}" for each in material.lines]
    return asked or ["The rules draft no line of enquiry from this."]


def _actions(material: Material) -> Iterator[Slide]:
    told = [*_texts(about_evidence(material)), *_texts(about_actions(material))]
    yield Slide("Evidence and actions", _fitting(told))
    for index, part in enumerate(_parts(_action_table(material))):
        if part.rows:
            yield Slide("Actions, continued" if index else "Actions", table=part)


def _action_table(material: Material) -> Table:
    rows = (
        tuple(
            map(
                _short,
                (
                    each.title,
                    each.owner or NOT_GIVEN,
                    day(each.due, NOT_GIVEN),
                    state_of(each, material),
                ),
            )
        )
        for each in material.assessment.actions
    )
    return Table("Actions", ("Action", "Owner", "Due", "State"), rows, (46, 20, 18, 16))
