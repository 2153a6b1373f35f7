"""A page of the docs followed from top to bottom, as its reader would."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from click.testing import CliRunner

from commissioning_standards.cli import main

__all__ = ["DOCS", "ROOT", "follow", "long_sentences", "page", "script"]

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LEFT_OUT = r"\[\.\.\.\]\n"
LONGEST_SENTENCE = 25
END_WITH_ONE = {"check faulty.xlsx --mark-up mend.xlsx", "check theirs.xlsx"}
SAVED = r"(?:^Save this as `(?P<file>\S+)`.*\n\n)?"
BLOCK = re.compile(SAVED + r"^```(?P<kind>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ commissioning-standards (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def page(name: str) -> str:
    """A page's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """A script of the docs as a module."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def follow(name: str) -> list[str]:
    """Save every file, run every command and every line of Python of a page, in its order.

    Returns:
        What did not come out as the page shows it.
    """
    known: dict[str, object] = {}
    faults: list[str] = []
    for block in BLOCK.finditer(page(name)):
        kind, code = block["kind"], block["code"]
        if block["file"]:
            Path(block["file"]).write_text(code, encoding="utf-8")
        elif kind == "console":
            faults += _commands(code)
        elif kind in {"python", "pycon"}:
            faults += _python(code, known)
    return faults


def _commands(code: str) -> Iterator[str]:
    typed = [line for line in code.splitlines() if line.startswith("$ ")]
    ran = COMMAND.findall(code)
    assert len(typed) == len(ran), "a block holds another command than this software's"
    for command, shown in ran:
        status = int(command in END_WITH_ONE)
        result = CliRunner().invoke(main, shlex.split(command))
        pattern = "(?:.*\n)*".join(map(re.escape, re.split(LEFT_OUT, shown)))
        told = result.exit_code == status and re.fullmatch(pattern, result.output)
        yield from [] if told else [f"$ {command}\n{result.exit_code}\n{result.output}"]


def _python(code: str, known: dict[str, object]) -> Iterator[str]:
    test = doctest.DocTestParser().get_doctest(code, known, "page", None, 0)
    assert test.examples, "a block of Python that shows no result is followed by nobody"
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
        test, out=said.append, clear_globs=False
    )
    known |= test.globs
    yield from said


def long_sentences(text: str) -> list[str]:
    """Sentences of a page's prose that are longer than 25 words."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    lines = [each for each in prose.splitlines() if not each.startswith(("|", "#", "!["))]
    plain = re.sub(r"\]\([^)]*\)", "]", "\n".join(lines))
    sentences = re.split(r"(?<=[.?!:])\s+|\n\n|\n(?=[-\d])", plain)
    return [each for each in sentences if len(each.split()) > LONGEST_SENTENCE]
