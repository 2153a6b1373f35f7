"""What a function is called with: one clear sentence where it is of another kind.

A scorecard and the assessment it was made from are easily taken for each other
in a script. Without this, the slip shows itself deep inside as a missing attribute.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Mapping
from math import isnan
from typing import Any, TypeVar

from .problems import quoted

__all__ = ["by_key", "each_of", "only"]

T = TypeVar("T")
NOTHING = type(None)
ARTICLE = re.compile(r"^(?=[AEIOaeio])")
PLAIN = {
    "Assessment": "an assessment",
    "Chart": "a chart",
    "Comparison": "a comparison",
    "CouncilRound": "a council's returns of one round",
    "Coverage": "a coverage of evidence",
    "Crosswalk": "a crosswalk",
    "Explanation": "an explanation",
    "Framework": "a framework",
    "Iterable": "a list",
    "Judgement": "a judgement of CQC's",
    "Mapping": "a dict",
    "Moderation": "a moderation",
    "Number": "a number",
    "Scorecard": "a scorecard",
    "Settings": "settings",
    "SelfAwareness": "a profile of self-awareness",
    "Sensitivity": "a sensitivity",
    "bytearray": "text",
    "bytes": "text",
    "date": "a date",
    "int": "a whole number",
    "str": "text",
}
REMEDIES = {
    ("Assessment", "Comparison"): "give comparison.card.assessment",
    ("Assessment", "Explanation"): "give explanation.card.assessment",
    ("Assessment", "Framework"): "give assess(framework, answers), or read one from a file",
    ("Assessment", "Scorecard"): "give card.assessment",
    ("Assessment", "path"): "read the file first, with read_workbook(path)",
    ("Chart", "Comparison"): "give a chart of it, such as dots(comparison)",
    ("Chart", "Scorecard"): "give a chart of it, such as dots(card)",
    ("Comparison", "Assessment"): "give compare(score(assessment), against)",
    ("Comparison", "Scorecard"): "give compare(card, against)",
    ("Comparison", "SelfAwareness"): "give awareness.comparison",
    ("Coverage", "Assessment"): "give coverage(assessment, on)",
    ("Coverage", "Scorecard"): "give coverage(card.assessment, on)",
    ("Decision", "Enum"): "give Decision(answer, reason)",
    ("Decision", "Level"): "give Decision(answer, reason)",
    ("Decision", "int"): "give Decision(answer, reason)",
    ("Decision", "path"): "give Decision(answer, reason)",
    ("Explanation", "Scorecard"): "give explain(card, name)",
    ("Framework", "Assessment"): "give assessment.framework",
    ("Framework", "Scorecard"): "give card.assessment.framework",
    ("Framework", "path"): "load it first, with load_framework(folder or ID)",
    ("Iterable", "Assessment"): "give them in a list",
    ("Iterable", "Collation"): "give collation.rounds",
    ("Iterable", "Scorecard"): "give them in a list",
    ("Iterable", "path"): "give it in a list",
    ("Moderation", "Assessment"): "give moderate(assessments), of two or more",
    ("Moderation", "Scorecard"): "give moderate(assessments), of two or more",
    ("Respondent", "path"): "give Respondent(name, voice)",
    ("Scorecard", "Assessment"): "give score(assessment)",
    ("Scorecard", "Comparison"): "give comparison.card",
    ("Scorecard", "Explanation"): "give explanation.card",
    ("Scorecard", "path"): "give score(read_workbook(path))",
    ("SelfAwareness", "Comparison"): "give self_awareness(own, outside)",
    ("SelfAwareness", "Scorecard"): "give self_awareness(own, outside)",
    ("Sensitivity", "Assessment"): "give sensitivity(assessment)",
    ("Sensitivity", "Scorecard"): "give sensitivity(card.assessment)",
    ("Settings", "path"): "read them first, with read_settings(path)",
    ("Voice", "path"): "give one of Voice, such as Voice.PROVIDERS",
    ("date", "datetime"): "give its day, with .date()",
    ("date", "path"): "give a date, such as datetime.date(2027, 3, 31)",
    ("str", "int"): "put it in quotes",
}


def only(function: str, value: object, *kinds: type, name: str = "") -> None:
    """Refuse what a function cannot work with, before it begins.

    Args:
        function: what was called.
        value: what it was given.
        kinds: what it takes; None among them is an argument left out.
        name: the argument's name, where it is not the first one.

    Raises:
        TypeError: it is of another kind; says of which, and what to give.
    """
    if isinstance(value, kinds) and not _only_seems_so(value, kinds):
        return
    called = f"{function}({name}=...)" if name else f"{function}()"
    given, remedy = _shown(value), _remedy(value, kinds)
    raise TypeError(f"{called} takes {_in_words(kinds)}, and was given {given}{remedy}")


def each_of(function: str, values: Iterable[T], kind: type[T], name: str = "") -> tuple[T, ...]:
    """The things in a list, refused as :func:`only` does if one of them is of another kind."""
    only(function, values, Iterable, name=name)
    things = tuple(values)
    for each in things:
        only(function, each, kind, name=name)
    return things


def by_key(function: str, value: object, name: str = "") -> Mapping[Any, Any]:
    """A dict, or what has one to give, such as a pandas Series with its index for keys.

    A missing figure of a Series is None. What is neither is refused as :func:`only` does.
    """
    if isinstance(value, Mapping):
        return value
    table = getattr(value, "to_dict", None)
    content: Any = table() if callable(table) else value
    only(function, content, Mapping, name=name)
    return {key: None if _is_missing(each) else each for key, each in content.items()}


def _is_missing(content: object) -> bool:
    return isinstance(content, float) and isnan(content)


def _in_words(kinds: Iterable[type]) -> str:
    """What is taken: ``a scorecard, a moderation or a list``."""
    told = (PLAIN.get(each.__name__, _named(each)) for each in kinds if each is not NOTHING)
    *others, last = dict.fromkeys(told)
    return f"{', '.join(others)} or {last}" if others else last


def _only_seems_so(value: object, kinds: tuple[type, ...]) -> bool:
    """Whether Python counts it as what is wanted, and it is not meant so.

    A moment is no day, as the two cannot be compared. Text is no list of its letters.
    """
    is_moment = datetime.date in kinds and isinstance(value, datetime.datetime)
    is_text = Iterable in kinds and str not in kinds and isinstance(value, str)
    return is_moment or is_text


def _named(kind: type) -> str:
    return f"{'an' if ARTICLE.match(kind.__name__) else 'a'} {kind.__name__}"


def _shown(value: object) -> str:
    """What was given, in a word or two: never its whole content."""
    if value is None:
        return "None"
    return quoted(value) if isinstance(value, str | os.PathLike) else _named(type(value))


def _remedy(value: object, kinds: tuple[type, ...]) -> str:
    families = [each.__name__ for each in type(value).__mro__]
    families += ["path"] if isinstance(value, str | os.PathLike) else []
    pairs = ((kind.__name__, family) for kind in kinds for family in families)
    found = next((REMEDIES[pair] for pair in pairs if pair in REMEDIES), "")
    return f": {found}" if found else ""
