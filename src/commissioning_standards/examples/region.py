"""An invented region: councils that do not exist, to try things out on.

Each council has a level of its own, each of its domains and standards leans
up or down from it, and each voice sees it a little differently. What is drawn
follows from the seed alone.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from random import Random

from attrs import frozen

from ..answers import Answer
from ..assessment import Assessment, Confidence, Rating, Respondent, Voice
from ..framework import Framework
from ..parts import Criterion, EvidenceCategory, Standard
from ..records import Action, CouncilType, Evidence, Helping, Status
from ..scale import Scale
from ..whose import AGREED_BY

__all__ = ["council_names", "invented_region"]

# fmt: off
STARTS = (
    "Alder", "Amber", "Apple", "Ash", "Barley", "Beech", "Birch", "Bracken", "Bramble", "Briar",
    "Bryony", "Cedar", "Cherry", "Clover", "Copper", "Coral", "Cowslip", "Daisy", "Damson",
    "Elder", "Fern", "Flax", "Foxglove", "Garnet", "Gorse", "Harebell", "Hawthorn", "Hazel",
    "Heather", "Hornbeam", "Ivory", "Jasper", "Juniper", "Larch", "Lark", "Laurel", "Linden",
    "Mallow", "Maple", "Moss", "Myrtle", "Nettle", "Opal", "Orchid", "Pearl", "Poppy", "Primrose",
    "Quince", "Rowan", "Saffron", "Sorrel",
)
# fmt: on
ENDS = ("setshire", "vale and Moor", " Sands")

# How far each kind of difference spreads, in steps of the scale; of our choosing.
COUNCIL, DOMAIN, STANDARD, CRITERION = 0.5, 0.35, 0.35, 0.5
MIDDLE = 0.45
LEANS: dict[Voice | None, float] = {
    Voice.PEOPLE: -0.4,
    Voice.CARERS: -0.5,
    Voice.PROVIDERS: -0.2,
    Voice.LEADERS: 0.25,
    Voice.COUNCILLORS: 0.2,
    Voice.PEER_TEAM: -0.15,
}
SPEAKING = (None, Voice.LEADERS)
BLANK, DONT_KNOW, DOES_NOT_APPLY = 0.03, 0.03, 0.01
NAMED = (True, True, True, False, None)
MOST_ASKED, MOST_HELPED, LOG_OF_SIZE = 3, 3, (4.6, 7.1)
MOST_EVIDENCE, MOST_ACTIONS, OLDEST, LONGEST = 8, 5, 1200, 500


def council_names(count: int) -> tuple[str, ...]:
    """Names of councils that do not exist, always in the same order.

    Raises:
        ValueError: more are asked for than there are, which is 153.
    """
    names = [f"{start}{end}" for end in ENDS for start in STARTS]
    if not 0 <= count <= len(names):
        raise ValueError(f"there are names for 0 to {len(names)} councils, and not for {count}")
    return tuple(names[:count])


@frozen
class _Council:
    """What one council is like, in steps of the scale from its middle."""

    name: str
    domains: dict[str, float]
    standards: dict[int, float]


def invented_region(
    framework: Framework,
    *,
    seed: int,
    councils: int = 15,
    voices: Sequence[Voice | None] = (None,),
    period: str = "2026-27",
    year: int = 2027,
) -> Iterator[Assessment]:
    """Draw the returns of a region of invented councils.

    The same council leans the same way in every round drawn with one seed;
    answers differ from round to round.

    Args:
        framework: what they answer.
        seed: the same seed gives the same returns.
        councils: how many, at most 153.
        voices: one return a council for each; None is what a council agreed.
        period: the round.
        year: the calendar year in which they were filled in.

    Yields:
        Returns, council by council.
    """
    for index, name in enumerate(council_names(councils)):
        council = _council(framework, name, _random(seed, index))
        for voice in voices:
            random = _random(seed, index, voice, period)
            yield _return(framework, council, voice, period, year, random)


def _random(*seeds: object) -> Random:
    return Random(" ".join(map(str, seeds)))  # noqa: S311 - nothing is kept secret by it


def _council(framework: Framework, name: str, random: Random) -> _Council:
    base = random.gauss(0, COUNCIL)
    domains = {each.id: base + random.gauss(0, DOMAIN) for each in framework.domains}
    standards = {
        each.number: domains[each.domain] + random.gauss(0, STANDARD)
        for each in framework.standards
    }
    return _Council(name, domains, standards)


def _return(
    framework: Framework,
    council: _Council,
    voice: Voice | None,
    period: str,
    year: int,
    random: Random,
) -> Assessment:
    day = datetime.date(year, 1, 1) + datetime.timedelta(days=random.randrange(90))
    return Assessment(
        framework,
        [
            _rating(each, council.standards[standard.number], voice, framework.scale, random)
            for standard in framework.standards
            for each in standard.criteria
        ],
        council=council.name,
        period=period,
        respondent=Respondent(voice.value if voice else AGREED_BY, voice),
        date=day,
        evidence=_evidence(framework.standards, day, random),
        actions=_actions(framework.standards, day, random),
        helping=_helping(framework.standards, council, random) if voice in SPEAKING else None,
    )


def _rating(
    criterion: Criterion, lean: float, voice: Voice | None, scale: Scale, random: Random
) -> Rating:
    steps = len(scale.levels) - 1
    drawn = MIDDLE * steps + lean + LEANS.get(voice, 0) + random.gauss(0, CRITERION)
    level = scale.levels[min(max(round(drawn), 0), steps)]
    kind = random.random()
    if kind < BLANK:
        return Rating(criterion.id)
    if kind < BLANK + DONT_KNOW:
        return Rating(criterion.id, Answer.DONT_KNOW)
    if kind < BLANK + DONT_KNOW + DOES_NOT_APPLY:
        return Rating(criterion.id, Answer.NOT_APPLICABLE, None, "We have no such service.")
    return Rating(criterion.id, level, random.choice([*Confidence, None]))


def _helping(standards: Sequence[Standard], council: _Council, random: Random) -> Helping:
    """Help is asked with the standards on which a council leans down the most."""
    weakest = sorted(standards, key=lambda each: council.standards[each.number])
    return Helping(
        named=random.choice(NAMED),
        asks=[str(each.number) for each in weakest[: random.randint(0, MOST_ASKED)]],
        most=random.choice([None, *range(MOST_HELPED + 1)]),
        kind=random.choice([None, *CouncilType]),
        population=random.choice([None, 1000 * round(math.exp(random.uniform(*LOG_OF_SIZE)))]),
    )


def _evidence(standards: Sequence[Standard], day: datetime.date, random: Random) -> list[Evidence]:
    return [
        Evidence(
            f"Report {number}",
            str(random.choice(standards).number),
            random.choice(list(EvidenceCategory)),
            day - datetime.timedelta(days=random.randrange(OLDEST)),
        )
        for number in range(1, random.randint(1, MOST_EVIDENCE))
    ]


def _actions(standards: Sequence[Standard], day: datetime.date, random: Random) -> list[Action]:
    return [
        Action(
            f"Step {number}",
            str(random.choice(standards).number),
            due=day + datetime.timedelta(days=random.randrange(-90, LONGEST)),
            status=random.choice([*Status, None]),
        )
        for number in range(1, random.randint(1, MOST_ACTIONS))
    ]
