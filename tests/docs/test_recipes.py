"""The recipes name files, folders, commands and names that are there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from click import Group

from commissioning_standards.cli import main

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "commissioning_standards"
PAGES = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("docs/recipes.md", "CONTRIBUTING.md", ".github/pull_request_template.md")
}
CODES = [(name, code) for name, text in PAGES.items() for code in re.findall(r"`([^`\n]+)`", text)]
PATHS = [(name, code) for name, code in CODES if re.fullmatch(r"[\w./-]+(/|\.\w{2,5})", code)]
# What a reader makes by following them, and what is written like a file's name.
THEIRS = {"ours/framework.toml", "ours/13-technology.toml", "framework.toml"}
THEIRS |= {"build/sbom.cdx.json", "major.minor.patch"}
NAMES = [
    (name, code) for name, code in CODES if re.fullmatch(r"_?[a-z]+(_[a-z]+)+|[A-Z]+_?[A-Z]+", code)
]


def is_there(path: str) -> bool:
    """Whether a path leads somewhere, from the project or from the package within it."""
    folders = (ROOT, SOURCE, *(each for each in SOURCE.iterdir() if each.is_dir()))
    return any((folder / path).exists() for folder in folders)


@pytest.mark.parametrize(("page", "path"), PATHS)
def test_every_path_is_there(page: str, path: str) -> None:
    """A file or a folder that a recipe names can be opened."""
    assert path in THEIRS or "NAME" in path or is_there(path), f"{page} names {path}"


@pytest.mark.parametrize(("page", "name"), NAMES)
def test_every_name_is_there(page: str, name: str) -> None:
    """A function or a constant that a recipe names stands in the source, the tests or the docs."""
    sources = [
        path
        for folder in ("src", "tests", "docs", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if path.name != Path(__file__).name
    ]
    found = any(re.search(rf"\b{name}\b", path.read_text("utf-8")) for path in sources)

    assert found, f"{page} names {name}"


def test_every_verb_is_there() -> None:
    """A command that a recipe gives is one of ours."""
    assert isinstance(main, Group)
    verbs = re.findall(r"commissioning-standards ([a-z]+)", "".join(PAGES.values()))

    assert len(verbs) > 3
    assert [each for each in verbs if each not in main.commands] == []


def test_every_script_can_be_loaded() -> None:
    """What a recipe runs with Python is a script that loads."""
    for path in sorted(set(re.findall(r"python ([\w/]+\.py)", "".join(PAGES.values())))):
        spec = importlib.util.spec_from_file_location(path.replace("/", "."), ROOT / path)
        assert spec
        assert spec.loader
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


def test_there_are_names_to_check() -> None:
    """The checks above look at as many paths and names as the pages have."""
    assert (len(PATHS) > 40, len(NAMES) > 10) == (True, True)
