"""The page on buddies and support: what stands in its files, and its tables of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from commissioning_standards.region.helping.signals import FIGURES, brought_signals
from tests.docs.pages import blocks, follow, page

NAME = "buddies-and-support.md"


def test_each_excerpt_stands_in_its_file(begin: Callable[[str], Path]) -> None:
    """What the page shows of letters and lists is what its commands have written."""
    folder = begin(NAME) / "region-demo"
    follow(NAME)
    excerpts = re.findall(r"`(region/\S+\.txt)`[^`]*```text\n(.*?)```", page(NAME), re.DOTALL)

    assert len(excerpts) == len(blocks(NAME, "text")) == 3
    for file, excerpt in excerpts:
        assert excerpt in (folder / file).read_text("utf-8")


def test_the_page_has_every_rule_and_every_figure() -> None:
    """The tables list the rules that there are, and what each may look at and name."""
    rules = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|$", page(NAME), re.MULTILINE)
    looks = re.findall(r"^\| `([a-z -]+)` \| [^|]+ \| ([^|]+) \|$", page(NAME), re.MULTILINE)
    figures = {name: tuple(re.findall(r"`(\w+)`", named)) for name, named in looks}

    assert rules == [each.id for each in brought_signals()]
    assert figures == {each.value: names for each, names in FIGURES.items()}
