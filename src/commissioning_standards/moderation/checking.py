"""Whether returns can be put side by side: everything that stands against it, at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..assessment import Assessment
from ..framework import Form
from ..problems import Place, Problem, problem, quoted
from ..whose import place_of

__all__ = ["return_faults", "round_faults"]

FEWEST = 2

Aspect = Callable[[Assessment], str]
Pair = tuple[Assessment, Assessment]


def return_faults(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """Everything that keeps returns from being moderated, each with its file.

    What most of them share is taken as the round; a tie goes to the first.

    Args:
        returns: in a fixed order.
    """
    if len(returns) < FEWEST:
        place = next(map(place_of, returns), Place())
        yield problem("too-few-returns", place, found=len(returns))
    yield from _twice(returns)
    yield from round_faults(returns)


def round_faults(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """Each return that is of another council, period, framework, edition or scale than most."""
    for code, aspect in (("other-council", _council), ("other-period", _period)):
        yield from _told(code, _odd_ones(returns, aspect), aspect)
    yield from _unlike(returns)


def _unlike(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """The first thing in which each return's framework is not as that of most."""
    alike = list(returns)
    for aspect in (_framework, _edition, _scale, _standards):
        odd = _odd_ones(alike, aspect)
        yield from _told("not-comparable", odd, aspect)
        alike = [each for each in alike if not any(each is one for one, _ in odd)]
    for form in Form:
        of_form = [each for each in alike if each.framework.form is form]
        yield from _told("not-comparable", _odd_ones(of_form, _criteria), _criteria)


def _twice(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """Returns by a respondent who gave one already; blank names are told apart by file."""
    by_respondent = defaultdict(list)
    for each in returns:
        by_respondent[_identity(each)].append(each)
    for first, *more in by_respondent.values():
        for each in more:
            found = quoted(each.respondent.name) if each.respondent.name else "a blank name"
            other = str(place_of(first)) or "another return"
            yield problem("same-respondent", place_of(each), found=found, allowed=other)


def _identity(assessment: Assessment) -> tuple[object, ...]:
    name, source = _folded(assessment.respondent.name), assessment.source
    file = (source.file, source.sha256) if source and not name else ()
    return (name, assessment.respondent.voice, file)


def _odd_ones(returns: Sequence[Assessment], aspect: Aspect) -> list[Pair]:
    """Each return that is not as most are, with one that is."""
    counts = Counter(_folded(aspect(each)) for each in returns)
    usual = max(returns, key=lambda each: counts[_folded(aspect(each))], default=None)
    return [
        (each, usual)
        for each in returns
        if usual and _folded(aspect(each)) != _folded(aspect(usual))
    ]


def _told(code: str, odd: Iterable[Pair], aspect: Aspect) -> Iterator[Problem]:
    for each, usual in odd:
        found, allowed = (
            quoted(aspect(side)) if aspect(side) else "none" for side in (each, usual)
        )
        yield problem(code, place_of(each), found=found, allowed=allowed)


def _folded(text: str) -> str:
    """Text apart from case and spaces."""
    return "".join(text.split()).casefold()


def _council(assessment: Assessment) -> str:
    return assessment.council


def _period(assessment: Assessment) -> str:
    return assessment.period


def _framework(assessment: Assessment) -> str:
    return f"framework {assessment.framework.id}"


def _edition(assessment: Assessment) -> str:
    return f"edition {assessment.framework.edition}"


def _scale(assessment: Assessment) -> str:
    return f"scale {', '.join(level.choice for level in assessment.framework.scale)}"


def _standards(assessment: Assessment) -> str:
    return f"standards {', '.join(str(each.number) for each in assessment.framework.standards)}"


def _criteria(assessment: Assessment) -> str:
    return f"criteria {', '.join(each.id for each in assessment.framework.criteria)}"
