"""The very hidden sheet: what the workbook was made from, and the lists its cells use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from xlsxwriter.utility import xl_col_to_name

from ...answers import Answer, choices, folded, written_forms
from ...framework import Framework
from ...rules import Rule
from ...scale import Level, Scale
from ...version import VERSION
from ..layout.columns import YES_NO
from ..layout.lists import CHOICES, ONLY_SOMETIMES
from ..layout.names import ABOUT, FORM, MADE_BY, MARKER, SCALE, WORKBOOK_VERSION
from .formulas import (
    ACCEPTED_ANSWERS,
    ACCEPTED_KINDS,
    ACCEPTED_VALUES,
    LEVEL_LABELS,
    LEVEL_VALUES,
    Kinds,
    area,
)
from .pen import Pen, Styles

__all__ = ["ANSWER_CHOICES", "YES_NO_CHOICES", "stamp", "write_about"]

ANSWER_CHOICES = "AnswerChoices"
YES_NO_CHOICES = "YesNoChoices"
FIRST_LIST_COLUMN = 3
FIRST_LIST_ROW = 2


def stamp(framework: Framework, rule: Rule) -> dict[str, str]:
    """What the hidden sheet says of the workbook, by label."""
    return {
        MADE_BY: MARKER,
        "Workbook version": str(WORKBOOK_VERSION),
        "Framework": framework.id,
        "Edition": framework.edition,
        FORM: framework.form.value,
        "Digest": framework.digest,
        SCALE: ", ".join(level.choice for level in framework.scale),
        "Scoring rule": rule.name,
        "Rule version": str(rule.version),
        "Software version": VERSION,
    }


def write_about(
    pen: Pen,
    framework: Framework,
    rule: Rule,
    *,
    also: Iterable[type[Enum]] = (),
    made_of: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the hidden sheet and name its lists.

    Args:
        pen: of the sheet.
        framework: what the workbook asks.
        rule: how it scores.
        also: the kinds of choice that only some workbooks need.
        made_of: what else the sheet says, by label.
    """
    said = {**stamp(framework, rule), **made_of}
    for row, (label, value) in enumerate(said.items()):
        pen.text(row, 0, label, Styles.strong)
        pen.text(row, 1, value, Styles.cell)
    lists = _lists(framework.scale) | _of_kinds(also)
    for offset, (name, values) in enumerate(lists.items()):
        _write_list(pen, FIRST_LIST_COLUMN + offset, name, values)
    pen.sheet.protect()
    pen.sheet.very_hidden()


def _write_list(pen: Pen, column: int, name: str, values: Iterable[str | Fraction]) -> None:
    pen.text(FIRST_LIST_ROW - 2, column, name, Styles.strong)
    row = FIRST_LIST_ROW - 1
    for row, value in enumerate(values, FIRST_LIST_ROW - 1):
        if isinstance(value, str):
            pen.text(row, column, value, Styles.cell)
        else:
            pen.number(row, column, float(value), Styles.weight)
    cells = area(ABOUT, xl_col_to_name(column), FIRST_LIST_ROW, row + 1)
    pen.define(name, cells)


def _lists(scale: Scale) -> dict[str, tuple[str | Fraction, ...]]:
    forms = _folded_forms(scale)
    offered = _of_kinds(kind for kind in CHOICES if kind not in ONLY_SOMETIMES)
    return {
        ANSWER_CHOICES: choices(scale),
        YES_NO_CHOICES: tuple(YES_NO),
        **offered,
        ACCEPTED_ANSWERS: tuple(forms),
        ACCEPTED_KINDS: tuple(map(_kind, forms.values())),
        ACCEPTED_VALUES: tuple(map(_value, forms.values())),
        LEVEL_VALUES: tuple(level.value for level in scale),
        LEVEL_LABELS: tuple(level.label for level in scale),
    }


def _of_kinds(kinds: Iterable[type[Enum]]) -> dict[str, tuple[str | Fraction, ...]]:
    """The labels of some kinds of choice, by the name of their list."""
    return {CHOICES[kind]: tuple(str(each.value) for each in kind) for kind in kinds}


def _folded_forms(scale: Scale) -> dict[str, Level | Answer]:
    """Each accepted form once, as the formulas see it."""
    forms = {folded(form): each for form, each in written_forms(scale).items()}
    once = {form.casefold(): form for form in reversed(forms)}
    return {form: answer for form, answer in forms.items() if once[form.casefold()] == form}


def _kind(answer: Level | Answer) -> str:
    if isinstance(answer, Level):
        return Kinds.rated
    return Kinds.open if answer.is_open else Kinds.not_applicable


def _value(answer: Level | Answer) -> Fraction:
    return answer.value if isinstance(answer, Level) else Fraction()
