"""How old something is on a day, by calendar months."""

from __future__ import annotations

import datetime
from calendar import monthrange
from enum import Enum

__all__ = ["Age", "age_on", "months_after"]

MONTHS = 12


class Age(Enum):
    """How old a piece of evidence is, against its limit."""

    FRESH = "Fresh"
    OLD = "Old"
    UNDATED = "Undated"
    FUTURE = "Dated in the future"


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many calendar months later, or the month's last day where it is shorter.

    A month after 31 January 2027 is 28 February. What lies outside the calendar
    is its first or last day.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return datetime.date.min if months < 0 else datetime.date.max
    last = monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def age_on(on: datetime.date, day: datetime.date | None, months: int) -> Age:
    """How old something of this day is.

    Args:
        on: the day on which it is looked at.
        day: its date, if it has one.
        months: after how many calendar months it is old; on the last day it is fresh.
    """
    if day is None:
        return Age.UNDATED
    if day > on:
        return Age.FUTURE
    return Age.OLD if on > months_after(day, months) else Age.FRESH
