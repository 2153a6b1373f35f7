"""Whether returns can be put side by side: everything that stands against it, at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..assessment import Assessment
from ..framework import Form
from ..names import council_key, round_key
from ..problems import Place, Problem, problem, quoted
from ..whose import is_meeting, place_of

__all__ = ["return_faults", "round_faults"]

FEWEST = 2

Aspect = Callable[[Assessment], str]
Alike = Callable[[str], str]
Pair = tuple[Assessment, Assessment]


def _folded(text: str) -> str:
    """Text apart from case and spaces."""
    return "".join(text.split()).casefold()


def _council_alike(name: str) -> str:
    return _folded(council_key(name) or name)


def _period_alike(period: str) -> str:
    return _folded(round_key(period) or period)


def return_faults(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """Everything that keeps returns from being moderated, each with its file.

    What most of them share is taken as the round; a tie goes to the first. Of two
    returns neither is taken as right: both are named.

    Args:
        returns: in a fixed order.
    """
    if len(returns) < FEWEST:
        place = next(map(place_of, returns), Place())
        yield problem("too-few-returns", place, found=len(returns))
    for each in filter(is_meeting, returns):
        yield problem("meeting-as-return", place_of(each))
    yield from _twice(returns)
    yield from round_faults(returns)


def round_faults(returns: Sequence[Assessment]) -> Iterator[Problem]:
    """Each return that is of another council, period, framework, edition or scale than most."""
    councils = _odd_ones(returns, _council, _council_alike)
    periods = _odd_ones(returns, _period, _period_alike)
    if len(returns) == FEWEST:
        yield from _told_of_two("two-councils", councils, _council)
        yield from _told_of_two("two-periods", periods, _period)
    else:
        yield from _told("other-council", councils, _council)
        yield from _told("other-period", periods, _period)
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
            yield _told_as_twice(first, each)


def _told_as_twice(first: Assessment, again: Assessment) -> Problem:
    place, other = place_of(again), str(place_of(first))
    if _is_one_file(first, again):
        allowed = "one given before" if other == str(place) else other
        return problem("same-return", place, allowed=allowed)
    found = quoted(again.respondent.name) if again.respondent.name else "a blank name"
    return problem("same-respondent", place, found=found, allowed=other or "another return")


def _is_one_file(one: Assessment, other: Assessment) -> bool:
    """Whether both were read from the same bytes, whatever their files are called."""
    sources = [each.source.sha256 if each.source else None for each in (one, other)]
    return sources[0] is not None and sources[0] == sources[1]


def _identity(assessment: Assessment) -> tuple[object, ...]:
    name, source = _folded(assessment.respondent.name), assessment.source
    file = (source.file, source.sha256) if source and not name else ()
    return (name, assessment.respondent.voice, file)


def _odd_ones(returns: Sequence[Assessment], aspect: Aspect, alike: Alike = _folded) -> list[Pair]:
    """Each return that is not as most are, with one that is."""
    keys = [alike(aspect(each)) for each in returns]
    counts = Counter(keys)
    usual = max(keys, key=counts.__getitem__, default="")
    example = next((each for each, key in zip(returns, keys, strict=True) if key == usual), None)
    return [
        (each, example) for each, key in zip(returns, keys, strict=True) if example and key != usual
    ]


def _told(code: str, odd: Iterable[Pair], aspect: Aspect) -> Iterator[Problem]:
    for each, usual in odd:
        found, allowed = (_said(aspect, side) for side in (each, usual))
        yield problem(code, place_of(each), found=found, allowed=allowed)


def _told_of_two(code: str, odd: Iterable[Pair], aspect: Aspect) -> Iterator[Problem]:
    """Tell what two returns say, and of neither that it is the odd one."""
    for each, other in odd:
        name = str(place_of(other)) or "the other"
        allowed = f"{name} is {_said(aspect, other)}"
        yield problem(code, place_of(each), found=_said(aspect, each), allowed=allowed)


def _said(aspect: Aspect, assessment: Assessment) -> str:
    said = aspect(assessment)
    return quoted(said) if said else "none"


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
