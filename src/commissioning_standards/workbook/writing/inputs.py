"""Cells that people fill in: what is written there, what is offered, and what is stopped."""

from __future__ import annotations

from datetime import date
from enum import Enum

from ..layout.columns import YES_NO, Column, Kind
from ..layout.lists import CHOICES
from .about_sheet import YES_NO_CHOICES
from .pen import Pen, Styles

__all__ = ["as_text", "offer_input", "write_input"]


def as_text(value: object) -> str:
    """A model's value as it is written in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return next(text for text, meant in YES_NO.items() if meant is value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def write_input(pen: Pen, row: int, column: int, spec: Column, value: object) -> None:
    """Write a model's value into an open cell."""
    if spec.kind is Kind.DATE and (value is None or isinstance(value, date)):
        pen.day(row, column, value, Styles.entry_date)
    elif spec.kind is Kind.WHOLE_NUMBER and isinstance(value, int):
        pen.number(row, column, value, Styles.entry_number)
    elif spec.kind is Kind.WHOLE_NUMBER:
        pen.text(row, column, "", Styles.entry_number)
    else:
        pen.text(row, column, as_text(value), Styles.entry_text)


def offer_input(pen: Pen, rows: tuple[int, int], column: int, spec: Column) -> None:
    """Offer the choices of a column, or say what belongs in it."""
    if spec.choices:
        allowed = ", ".join(str(each.value) for each in spec.choices)
        pen.offer(rows, column, CHOICES[spec.choices], allowed, spec.header)
    elif spec.kind is Kind.YES_NO:
        pen.offer(rows, column, YES_NO_CHOICES, ", ".join(YES_NO), spec.header)
    elif spec.help:
        pen.guide(rows, column, spec)
