"""An explanation in words, as a person would write the sum out for a colleague."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from ..answers import written
from ..figures import plain, shown
from ..framework import WHOLE
from ..given import only
from ..problems import Place
from ..text import one_line
from ..words import about, provenance
from .explanation import Explanation, LeftOut
from .sums import Sum

__all__ = ["explanation_text", "explanations_text", "working"]

WIDTH, SHORT_DIGEST, STEP = 100, 10, "  "
ROUNDED = {
    "exact": "Nothing was rounded.",
    "up": "It was rounded up to be shown; the score itself stays {exact}.",
    "down": "It was rounded down to be shown; the score itself stays {exact}.",
}
WHY = {
    LeftOut.BLANK: "the answer is blank",
    LeftOut.DONT_KNOW: "the answer is “Don't know”",
    LeftOut.NOTHING_APPLIES: "nothing in it applies",
}


def working(explanation: Explanation) -> str:
    """The sum behind a score, in one sentence.

    Such as ``(3 + 2 + 3) ÷ 3 = 8/3, shown as 2.67.`` For a criterion it is the
    value of its answer; where there is no score it says why.

    Args:
        explanation: what :func:`explain` gave.
    """
    if explanation.reason:
        return f"No score, as {_why(explanation)}."
    if explanation.rating:
        value = f"{explanation.exact}, the value of {_answer(explanation)}"
        return f"{value}, shown as {explanation.shown}."
    return f"{explanation.sum}, shown as {explanation.shown}."


def explanation_text(explanation: Explanation) -> str:
    """Write an explanation as plain text, as a person would for a colleague.

    Args:
        explanation: what :func:`explain` gave.

    Returns:
        The sum and what is shown of it, the low and the high with what was put
        in for open answers, everything that entered with its cell, and all that
        was left out with the reason. It ends with what it was made from.
    """
    only("explanation_text", explanation, Explanation)
    card, rule = explanation.card, explanation.rule
    basis = f"Rule {rule.name}, version {rule.version}. {rule.summary}"
    notes = (card.assessment.framework.note, provenance(card, SHORT_DIGEST))
    weighted = _weights(explanation.sum)
    lines = [
        *(_name(explanation), about(card), basis, ""),
        *_figures(explanation),
        *_listed("What entered:", explanation.entered, weighted=weighted),
        *_listed("What was left out:", explanation.left_out, weighted=weighted),
        "",
    ]
    return "\n".join([*lines, *(line for note in notes for line in _wrapped(note))])


def explanations_text(explanations: Sequence[Explanation], form: str) -> str:
    """Explanations as text, or as ``"json"``: one object for one, else a list."""
    if form == "json":
        documents = [each.as_dict() for each in explanations]
        whole = documents[0] if len(documents) == 1 else documents
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(f"{explanation_text(each)}\n" for each in explanations)


def _name(explanation: Explanation) -> str:
    score = explanation.score
    name = score.id if score.part == "criterion" else score.number
    return score.title if name is None else f"{name} {score.title}"


def _figures(explanation: Explanation) -> Iterator[str]:
    label = "" if explanation.reason else "Score: "
    yield from _wrapped(f"{label}{working(explanation)}")
    if explanation.rounded:
        yield ROUNDED[explanation.rounded].format(exact=explanation.exact)
    level = explanation.score.level
    # A council is a profile: no one word is printed for the whole of it.
    if level and explanation.score.id != WHOLE:
        yield f"Level reached: {level.choice}, the highest not above {explanation.exact}."
    yield from _range(explanation)
    yield from _read_from(explanation)


def _read_from(explanation: Explanation) -> Iterator[str]:
    """Where the answers stood: a criterion's cell, or the file that they were all in."""
    source = explanation.card.assessment.source
    if str(explanation.origin):
        yield f"Its answer was read from {explanation.origin}."
    elif explanation.parts and source:
        yield f"Its answers were read from {source.file}."


def _range(explanation: Explanation) -> Iterator[str]:
    score = explanation.score
    if score.low is None or score.high is None:
        return
    if not explanation.open_answers:
        yield "Nothing in it is open, so low and high are the score itself."
        return
    for label, made, value in (
        ("Low", explanation.low_sum, score.low),
        ("High", explanation.high_sum, score.high),
    ):
        yield from _wrapped(f"{label}: {made or plain(value)}, shown as {shown(value)}.")
    yield from _wrapped(_put_in(explanation))


def _put_in(explanation: Explanation) -> str:
    """What low and high take for the answers that are open."""
    levels = explanation.card.assessment.framework.scale.levels
    names = [each.criterion for each in explanation.open_answers]
    return (
        f"Low puts in {levels[0].choice}, and high {levels[-1].choice}, "
        f"for what is open: {', '.join(names)}."
    )


def _why(explanation: Explanation) -> str:
    """Why there is no score, as the end of a sentence."""
    rating = explanation.rating
    if rating and rating.is_not_applicable:
        return f"it does not apply: “{one_line(rating.comment)}”"
    if explanation.reason in WHY:
        return WHY[explanation.reason]
    score = explanation.score
    return f"nothing in it is rated ({score.open} open, {score.not_applicable} not applicable)"


def _answer(explanation: Explanation) -> str:
    rating = explanation.rating
    answer = written(rating.answer) if rating else ""
    typed = f", typed as {explanation.typed}" if explanation.typed else ""
    return f"{answer}{typed}"


def _weights(made: Sum | None) -> bool:
    return made is not None and made.is_weighted


def _listed(heading: str, parts: Sequence[Explanation], *, weighted: bool) -> Iterator[str]:
    if parts:
        yield from ("", heading)
    for each in parts:
        yield from _part(each, STEP, weighted=weighted)


def _part(explanation: Explanation, indent: str, *, weighted: bool) -> Iterator[str]:
    """One part with its sum or answer, and below it all that it is made of."""
    counts = f" (weight {plain(explanation.score.weight)})" if weighted else ""
    yield from _wrapped(f"{_name(explanation)}{counts}: {_line(explanation)}", indent)
    for each in explanation.parts:
        yield from _part(each, indent + STEP, weighted=_weights(explanation.sum))


def _line(explanation: Explanation) -> str:
    place = Place(sheet=explanation.origin.sheet, cell=explanation.origin.cell)
    where = f" ({place})" if str(place) else ""
    if explanation.reason:
        return f"left out, as {_why(explanation)}{where}."
    if explanation.rating:
        return f"{_answer(explanation)}{where}."
    return working(explanation)


def _wrapped(text: str, indent: str = "") -> list[str]:
    """Text in lines, broken only where there is a space: no number falls apart."""
    hanging = f"{indent}{STEP}{STEP}" if indent else ""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )
