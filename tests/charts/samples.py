"""Charts of every kind, of usual councils and of the hardest to draw."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cache, partial

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.examples.council import example
from tests.small import small_framework, small_scale, small_standard

LONG = "Works with people, their carers and communities from beginning to end"
HOSTILE = r"$\frac{1}{x}$ <b>&amp; \ _under_ 😀 " + "\u200b\u202eright to left\u202c"
COUNCIL = "Bournemouth, Christchurch and Poole Council with its health partners"


def framework_of(
    standards: int, domains: int, *, title: str = LONG, levels: Sequence[int | str] = (1, 2, 3, 4)
) -> cs.Framework:
    """So many standards of two criteria each, spread over domains, with long titles."""
    scale = small_scale(levels)
    made = [
        evolve(
            small_standard(number, (number - 1) * domains // standards + 1, [1, 1], scale),
            title=title,
        )
        for number in range(1, standards + 1)
    ]
    return evolve(small_framework(made, [1] * domains, scale), note="Our own words and levels.")


def rated(framework: cs.Framework, pick: Callable[[int], object], **about: object) -> cs.Scorecard:
    """Scores of ratings picked by the place of a criterion; None leaves it blank."""
    answers = {each.id: pick(place) for place, each in enumerate(framework.criteria)}
    given = {key: value for key, value in answers.items() if value is not None}
    return cs.score(cs.assess(framework, given, **about))  # type: ignore[arg-type]


def some(place: int) -> int:
    """Ratings of all levels, in no order."""
    return (place * 7 + place // 3) % 4 + 1


def half(place: int) -> int | None:
    """Ratings of every other standard."""
    return some(place) if place % 4 > 1 else None


@cache
def council() -> cs.Scorecard:
    """The invented council's scores."""
    return cs.score(example())


@cache
def last_year() -> cs.Scorecard:
    """The year before, by the same voice; standard 7 was left blank."""
    about = council().assessment
    framework = about.framework
    answers = {each.id: some(n) for n, each in enumerate(framework.criteria)}
    given = {key: value for key, value in answers.items() if not key.startswith("7.")}
    made = cs.assess(
        framework, given, council=about.council, period="2025-26", respondent=about.respondent
    )
    return cs.score(made)


@cache
def peers() -> cs.Scorecard:
    """The peer team's view of this year."""
    seen = cs.Respondent("", cs.Voice.PEER_TEAM)
    return cs.score(evolve(last_year().assessment, period="2026-27", respondent=seen))


@cache
def meeting() -> cs.Moderation:
    """Ten people of seven voices, some with the quick form."""
    voices = [*list(cs.Voice)[:7], cs.Voice.PEOPLE, cs.Voice.PEOPLE, cs.Voice.PROVIDERS]
    full = council().assessment.framework
    forms = (cs.quick_form(full), full, full)
    returns = [
        cs.assess(
            forms[number % 3],
            {
                each.id: (place * (number + 3) + number) % 4 + 1
                for place, each in enumerate(forms[number % 3].criteria)
                if (place + number) % 9
            },
            council="Borsetshire County Council",
            period="2026-27",
            respondent=cs.Respondent(f"Person {number}", voice),
        )
        for number, voice in enumerate(voices)
    ]
    return cs.moderate(returns)


@cache
def evidence() -> cs.Coverage:
    """The invented council's evidence, two years on."""
    return cs.coverage(example(), datetime.date(2028, 11, 25))


@cache
def many(count: int) -> tuple[cs.Scorecard, ...]:
    """Councils of one region."""
    framework = council().assessment.framework
    return tuple(
        rated(framework, lambda place, n=number: some(place + n), council=f"Council {number}")  # type: ignore[misc]
        for number in range(count)
    )


def _almost_equal() -> Chart:
    framework = framework_of(12, 4)
    own = rated(framework, some, period="2026-27")
    other = rated(framework, lambda n: min(some(n) + (n == 5), 4), period="2025-26")
    return cs.radar(own, against=[other, own])


def _hostile() -> cs.Scorecard:
    return rated(framework_of(12, 4, title=HOSTILE), some, council=HOSTILE, period=HOSTILE)


def _same(pick: Callable[[int], object], count: int = 12, domains: int = 4) -> cs.Scorecard:
    return rated(framework_of(count, domains), pick, council=COUNCIL, period="2026-27")


@cache
def beside_cqc() -> cs.BesideCqc:
    """The invented council beside invented scores; one of CQC's is not known."""
    scores = [1, 2, None, 3, 4, 3, 2, 4, 2]
    day = datetime.date(2026, 3, 31)
    return cs.beside_cqc(council(), cs.cqc(scores, published=day, source="An invented report"))


def _beside_hostile() -> Chart:
    named = evolve(council().assessment, council=HOSTILE, period=HOSTILE, ratings=())
    judgement = cs.cqc([4] * 9, council=HOSTILE, source=HOSTILE)
    return cs.dots_beside_cqc(cs.beside_cqc(cs.score(named), judgement), title=HOSTILE)


@cache
def beside_cqc_placed() -> cs.BesideCqc:
    """A framework of another scale, from nought to nine, beside CQC's scores."""
    own = rated(framework_of(2, 1, levels=(0, "0.1", 1, 9)), lambda place: 9 if place else 0)
    scheme, file = cs.load_scheme(), cs.load_crosswalk("route-map-cqc").file
    tie = evolve(file.ties[0], part="1")
    ties = evolve(file, ties=(tie, evolve(tie, part="2", to="equity")), notes=())
    walk = cs.Crosswalk(ties, own.assessment.framework, scheme)
    return cs.beside_cqc(own, cs.cqc([2] * 9), walk)


SAMPLES: dict[str, Callable[[], Chart]] = {
    "beside CQC": lambda: cs.dots_beside_cqc(beside_cqc()),
    "beside CQC, wide": lambda: cs.dots_beside_cqc(beside_cqc(), size=(16, 12)),
    "beside CQC, narrow": lambda: cs.dots_beside_cqc(beside_cqc(), size=(6.3, 12)),
    "beside CQC, another scale": lambda: cs.dots_beside_cqc(beside_cqc_placed()),
    "beside CQC, hostile": _beside_hostile,
    "radar": lambda: cs.radar(council()),
    "radar, three lines": lambda: cs.radar(council(), against=[last_year(), 3]),
    "radar of a comparison": lambda: cs.radar(cs.compare(council(), peers())),
    "radar by domain": lambda: cs.radar(council(), by="domain", against=peers()),
    "radar, almost equal": _almost_equal,
    "radar, all at the lowest": lambda: cs.radar(_same(lambda _: 1)),
    "radar, half missing": lambda: cs.radar(_same(half), against=_same(some)),
    "radar, nothing rated": lambda: cs.radar(_same(lambda _: None)),
    "radar, one domain": lambda: cs.radar(_same(some, 5, 1)),
    "radar, hostile": lambda: cs.radar(_hostile(), name=HOSTILE, against=3),
    "radar, small": lambda: cs.radar(council(), size=(6.3, 8.5)),
    "radar, uneven scale": lambda: cs.radar(
        rated(framework_of(6, 2, levels=(0, "0.1", 1, 9)), lambda _: 1)
    ),
    **{
        f"radar of {count}": partial(
            lambda count: cs.radar(_same(some, count, min(count, 4))), count
        )
        for count in (3, 4, 5, 7, 9, 11, 14, 16, 18, 19, 25, 40)
    },
    "dots": lambda: cs.dots(council()),
    "dots by score": lambda: cs.dots(council(), order="score"),
    "dots by domain": lambda: cs.dots(council(), by="domain", order="score"),
    "dots of two rounds": lambda: cs.dots(cs.compare(council(), last_year())),
    "dots of self-awareness": lambda: cs.dots(cs.self_awareness(council(), peers())),
    "dots against targets": lambda: cs.dots(cs.compare(council(), {1: 3, 2: 4})),
    "dots, three series": lambda: cs.dots(council(), against=[last_year(), peers()]),
    "dots, long names": lambda: cs.dots(_same(half, 18, 4), against=_same(some, 18, 4)),
    "dots, hostile": lambda: cs.dots(_hostile(), against=_hostile(), against_name=HOSTILE),
    "dots, narrow": lambda: cs.dots(council(), size=(5.0, 14.0)),
    "dots, uneven scale": lambda: cs.dots(
        rated(framework_of(6, 2, levels=(0, "0.1", 1, 9)), lambda _: 1)
    ),
    "heat map of ratings": lambda: cs.heat_map(council()),
    "heat map of rounds": lambda: cs.heat_map([council(), last_year(), peers(), last_year()]),
    "heat map of voices": lambda: cs.heat_map(meeting()),
    "heat map, hostile": lambda: cs.heat_map(_hostile()),
    "spread": lambda: cs.spread(meeting()),
    "spread of criteria": lambda: cs.spread(meeting(), parts="criterion"),
    "spread of some": lambda: cs.spread(meeting(), parts=["4", "4.1", "4.2"]),
    "evidence": lambda: cs.evidence_chart(evidence()),
    "multiples": lambda: cs.small_multiples([council(), last_year(), peers()]),
    "multiples, dots": lambda: cs.small_multiples(many(7), kind="dots"),
    "multiples, twenty": lambda: cs.small_multiples(many(20)),
    "multiples, long names": lambda: cs.small_multiples(
        [_same(half, 40, 4), _same(some, 40, 4)], names=[COUNCIL, HOSTILE]
    ),
}
