"""Framework folders as people write them, whole or broken, for tests to load."""

from __future__ import annotations

from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.loading import HEADER, load_folder

LEVELS = """
[[levels]]
id = "none"
value = 0
label = "Not yet"

[[levels]]
id = "some"
value = 0.25
label = "In places"

[[levels]]
id = "most"
value = 0.5
label = "Mostly"

[[levels]]
id = "all"
value = 1
label = "Everywhere"
meaning = "It is so for everyone."
"""

DOMAINS = """
[[domains]]
id = "people"
title = "People"
weight = 2

[[domains]]
id = "money"
title = "Money"
short = "£"
"""

HEADING = """id = "ours"
edition = "2027"
title = "Standards of our own"
"""

DESCRIPTIONS = """none = "Nobody can say."
some = "A few can say."
most = "Most can say."
all = "Everyone can say."
"""

ABOUT_PEOPLE = f"""number = 1
id = "voice"
domain = "people"
title = "Voice"
summary = "People are heard."
statement = "I am heard."
weight = 0.5

[[duties]]
law = "Care Act 2014"

[[evidence]]
what = "A survey"
category = "Outcomes"
months = 12

[quick]
{DESCRIPTIONS}
[[criteria]]
id = "1.1"
name = "Listening"
question = "How far do we listen?"
weight = 3

[criteria.levels]
{DESCRIPTIONS}
[[criteria]]
id = "1.2"
name = "Acting"
question = "How far do we act?"

[criteria.levels]
{DESCRIPTIONS}"""

ABOUT_MONEY = f"""number = 2
id = "value"
domain = "money"
title = "Value"
summary = "Money is spent well."
statement = "I get help that works."

[[criteria]]
id = "2.1"
name = "Prices"
question = "How far do we know what care costs?"

[criteria.levels]
{DESCRIPTIONS}"""

GOOD = {
    HEADER: HEADING + LEVELS + DOMAINS,
    "people.toml": ABOUT_PEOPLE,
    "money.toml": ABOUT_MONEY,
}

Told = tuple[str, str]
"""A problem's code, and its place as text."""


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """The good folder's files with the first ``old`` of one file replaced."""
    assert old in GOOD[name]
    return {**GOOD, name: GOOD[name].replace(old, new, 1)}


def write_folder(folder: Path, files: dict[str, str]) -> Path:
    """Write the files into the folder."""
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def problems_of(folder: Path) -> tuple[cs.Problem, ...]:
    """Every problem that the folder's framework is refused with."""
    with pytest.raises(cs.FrameworkError) as refusal:
        load_folder(folder)
    return refusal.value.problems


def faults_of(folder: Path, files: dict[str, str]) -> list[Told]:
    """The code and place of every problem of a folder with these files."""
    found = problems_of(write_folder(folder, files))
    return [(each.code, str(each.place)) for each in found]
