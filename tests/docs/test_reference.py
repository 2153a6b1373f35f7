"""The reference and the page of the command are today's, and nothing is missing from them."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.cli import main as command
from tests.docs.pages import DOCS, page, script

MAKER = script("make_reference")
MADE: dict[str, str] = MAKER.pages()
REMEDY = "run python docs/make_reference.py"


def test_every_public_name_is_in_the_reference_once() -> None:
    """Each name is listed for one purpose, and no name is that is not public."""
    listed = Counter(MAKER.listed())

    assert sorted(listed) == cs.__all__, "list the name in docs/reference.toml"
    assert set(listed.values()) == {1}


@pytest.mark.parametrize("name", MADE)
def test_each_page_is_current(name: str) -> None:
    """Each page is what would be made today."""
    assert page(name) == MADE[name], REMEDY


def test_no_page_is_left_over() -> None:
    """The folder holds the pages of today's groups, and no other."""
    kept = {f"reference/{each.name}" for each in (DOCS / "reference").iterdir()}

    assert kept == {name for name in MADE if name.startswith("reference/")}


@pytest.mark.parametrize("verb", command.commands)
def test_every_verb_is_on_the_page_of_the_command(verb: str) -> None:
    """Each verb has its own part, with its own help."""
    assert (
        f"## {verb}\n\n```console\n$ commissioning-standards {verb} --help\n" in MADE["commands.md"]
    )


def test_every_public_name_says_what_it_is_for() -> None:
    """No name is listed without a sentence."""
    for name in cs.__all__:
        told = str(getattr(cs, name).__doc__)
        first = " ".join(told.partition("\n\n")[0].split())

        assert first.endswith((".", ":")), name
        assert not first.startswith("Method generated"), name


FUNCTIONS = [name for name in cs.__all__ if inspect.isfunction(getattr(cs, name))]
ARGUMENT = re.compile(r"^ {4}(\w+):", re.MULTILINE)


def parts_of(docstring: str, heading: str) -> str:
    """What stands below one heading of a docstring."""
    found = re.search(rf"^{heading}:\n((?: {{4}}.*\n?|\n)*)", docstring, re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_of_a_public_function_is_described(name: str) -> None:
    """Whatever a function takes is told below ``Args:``, and nothing that it does not take."""
    function = getattr(cs, name)
    args = parts_of(inspect.getdoc(function) or "", "Args")

    assert set(inspect.signature(function).parameters) == set(ARGUMENT.findall(args))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_says_what_it_gives_back(name: str) -> None:
    """What returns something says what, below ``Returns:``; what returns nothing does not."""
    function = getattr(cs, name)
    gives = inspect.signature(function).return_annotation != "None"

    assert bool(parts_of(inspect.getdoc(function) or "", "Returns").strip()) is gives


def test_the_script_writes_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run by itself, it writes the reference and the page of the command."""
    (tmp_path / "reference").mkdir()
    monkeypatch.setattr(MAKER, "HERE", tmp_path)

    MAKER.main()

    written = {each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*.md")}
    assert written == set(MADE)
