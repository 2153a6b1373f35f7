"""From nine scores to the sum, the percentage and the rating, with every fault told.

CQC's own scores only: nothing here is made from a self-assessment, and no
rating is ever predicted from one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any

from ..figures import exact
from ..given import only
from ..names import folded
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..text import one_line
from .judgement import Judgement
from .loading import load_scheme
from .scheme import Scheme

__all__ = ["cqc"]

# The last is how data frames write a missing value.
UNKNOWN = {"", "?", "-", "–", "<NA>"}
#: CQC's scores as they are given: by statement, or one for each in the scheme's order.
Given = Mapping[str, object] | Sequence[object] | Iterator[object]
Pairs = list[tuple[object, object]]


def cqc(
    scores: Given,
    *,
    percentage: object = None,
    rating: object = "",
    council: str = "",
    published: datetime.date | None = None,
    source: str = "",
    scheme: Scheme | None = None,
) -> Judgement:
    """Work out the overall figures that CQC's scores of a council give.

    Args:
        scores: in the scheme's order, or by name; any spelling seen in print
            will do. A score that is not known is None, ``""`` or ``"?"``. A series
            of pandas is read by its index, where that is not only numbered.
        percentage: the overall percentage as published, to hold the scores against.
        rating: the rating as published, likewise.
        council: whose scores they are.
        published: when.
        source: where they were found.
        scheme: CQC's of 2023 unless given.

    Returns:
        The sum, percentage and rating, or the range of what is possible.

    Raises:
        AssessmentError: a statement is missing or misspelt, a score is not on
            the scale, a percentage cannot occur, or what is stated and the
            scores disagree; carries every fault.
        TypeError: something else is given than scores, a name or a date.
    """
    only("cqc", scores, Mapping, Iterable)
    only("cqc", council, str, name="council")
    only("cqc", published, datetime.date, type(None), name="published")
    chosen = scheme or load_scheme("cqc")
    faults: list[Problem] = []
    values = tuple(_scores(scores, chosen, faults))
    stated = _stated_percentage(percentage, chosen, faults)
    band = _stated_rating(rating, chosen, faults)
    possible = () if faults else tuple(_possible(values, stated, band, chosen, faults))
    if faults:
        raise AssessmentError(faults)
    return Judgement(chosen, values, possible, one_line(council).strip(), published, source)


def _scores(given: Given, scheme: Scheme, faults: list[Problem]) -> Iterator[int | None]:
    """One score a statement, in order; what is wrong with them is added to the faults."""
    by_id = _by_id(_pairs(given, scheme, faults), scheme, faults)
    for each in scheme.statements:
        yield _score(by_id[each.id], scheme, each.title, faults) if each.id in by_id else None


def _pairs(given: Any, scheme: Scheme, faults: list[Problem]) -> Pairs:
    """Each statement as it was called, with its score; by position only where nothing is named."""
    if not hasattr(given, "items"):
        return _in_order(given, scheme, faults)
    pairs = list(given.items())
    is_numbered = [name for name, _ in pairs] == list(range(len(pairs)))
    if isinstance(given, Mapping) or not is_numbered:
        return pairs
    return _in_order([score for _, score in pairs], scheme, faults)


def _in_order(given: Iterable[object], scheme: Scheme, faults: list[Problem]) -> Pairs:
    scores = list(given)
    count = len(scheme.statements)
    if len(scores) != count:
        faults.append(problem("scores-number", found=f"{len(scores)} scores", allowed=count))
        return [(each.id, None) for each in scheme.statements]
    return [(each.id, score) for each, score in zip(scheme.statements, scores, strict=True)]


def _by_id(named: Pairs, scheme: Scheme, faults: list[Problem]) -> dict[str, object]:
    """The scores by the statement's ID; names that are unknown, twice or missing are faults."""
    found: dict[str, object] = {}
    meant: set[str] = set()
    titles = [each.title for each in scheme.statements]
    for name, score in named:
        key = scheme.spellings.get(folded(str(name)))
        if key is None:
            hint = did_you_mean(str(name), titles)
            meant.add(hint)
            faults.append(problem("unknown-statement", found=quoted(name), hint=hint))
        elif key in found:
            title = scheme.statement(key).title
            faults.append(problem("statement-twice", found=quoted(title)))
        else:
            found[key] = score
    missing = [each.title for each in scheme.statements if each.id not in found]
    # What is misspelt is told as that, and not as missing too.
    absent = [each for each in missing if did_you_mean(each, titles) not in meant]
    faults += [problem("statement-missing", found=quoted(title)) for title in absent]
    return found


def _score(value: Any, scheme: Scheme, title: str, faults: list[Problem]) -> int | None:
    if _is_unknown(value):
        return None
    number = _in_words(value, scheme) or _whole(value)
    allowed = [int(level.value) for level in scheme.levels]
    if number not in allowed:
        place = Place(item=title)
        faults.append(problem("score-not-allowed", place, found=quoted(value), allowed=allowed))
        return None
    return number


def _in_words(value: Any, scheme: Scheme) -> int | None:
    """A score in the scheme's own words, such as ``"3 - Good standard"``, or None."""
    said = folded(str(value))
    return next(
        (
            int(level.value)
            for level in scheme.levels
            if said in {folded(level.choice), folded(level.label)}
        ),
        None,
    )


def _is_unknown(value: Any) -> bool:
    """Whether a value says that it is not known; in data frames that is a float that is none."""
    missing = value is None or (isinstance(value, float) and isnan(value))
    return missing or str(value).strip() in UNKNOWN


def _whole(value: Any) -> int | None:
    """A whole number as people and programs write it; None for anything else."""
    try:
        number = exact(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.denominator == 1 else None


def _stated_percentage(value: Any, scheme: Scheme, faults: list[Problem]) -> int | None:
    if _is_unknown(value):
        return None
    number = _whole(value.rstrip(" %") if isinstance(value, str) else value)
    can_occur = [scheme.percentage(total) for total in scheme.totals]
    if number not in can_occur:
        allowed = ", ".join(map(str, can_occur))
        faults.append(problem("percentage-impossible", found=quoted(value), allowed=allowed))
        return None
    return number


def _stated_rating(value: object, scheme: Scheme, faults: list[Problem]) -> str:
    ratings = [each.rating for each in scheme.bands]
    by_fold = {folded(each): each for each in ratings}
    if _is_unknown(value):
        return ""
    if folded(str(value)) not in by_fold:
        hint = did_you_mean(value, ratings)
        faults.append(problem("unknown-rating", found=quoted(value), allowed=ratings, hint=hint))
        return ""
    return by_fold[folded(str(value))]


def _possible(
    scores: Sequence[int | None],
    percentage: int | None,
    rating: str,
    scheme: Scheme,
    faults: list[Problem],
) -> Iterator[int]:
    """The sums that the scores allow, narrowed by what is stated; or why there are none."""
    known = [each for each in scores if each is not None]
    unknown = len(scores) - len(known)
    least = sum(known) + unknown * int(scheme.scale.lowest)
    most = sum(known) + unknown * int(scheme.scale.highest)
    totals = range(least, most + 1)
    stated = [each for each in totals if percentage in (None, scheme.percentage(each))]
    if not stated:
        given = _spread(scheme.percentage(least), scheme.percentage(most))
        faults.append(problem("percentage-differs", found=percentage, allowed=given))
        stated = list(totals)
    rated = [each for each in stated if rating in ("", scheme.rating(each))]
    if not rated:
        allowed = _spread(*map(scheme.rating, (stated[0], stated[-1])))
        faults.append(problem("rating-differs", found=rating, allowed=allowed))
    yield from rated


def _spread(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"
