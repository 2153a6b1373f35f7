"""A page of the docs followed from top to bottom, as its reader would."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from click.testing import CliRunner

from commissioning_standards.cli import main

__all__ = ["DOCS", "ROOT", "blocks", "follow", "long_sentences", "page", "script"]

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LEFT_OUT = r"\[\.\.\.\]\n"
LONGEST_SENTENCE = 25
# What refuses a file, or finds one that is refused, ends with 1.
END_WITH_ONE = re.compile(r"check (faulty|theirs)\.xlsx|(collate|buddies|support) ")
SAVED = r"(?:^[^\n]*\bSave this as `(?P<file>[^\n`]+)`[^\n]*\n\n)?"
BLOCK = re.compile(SAVED + r"^```(?P<kind>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def page(name: str) -> str:
    """A page's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, kind: str) -> list[str]:
    """A page's blocks of one kind, such as ``"text"``."""
    return [each["code"] for each in BLOCK.finditer(page(name)) if each["kind"] == kind]


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

    Where the page goes to another folder, so does whoever follows it.

    Returns:
        What did not come out as the page shows it.
    """
    known: dict[str, object] = {}
    faults: list[str] = []
    found = list(BLOCK.finditer(page(name)))
    fences = re.findall(r"^```(?=\w)", page(name), re.MULTILINE)
    assert len(found) == len(fences), "a block would be passed over"
    for block in found:
        kind, code = block["kind"], block["code"]
        if block["file"]:
            Path(block["file"]).write_text(code, encoding="utf-8")
        elif kind == "console":
            faults += _commands(code)
        elif kind in {"python", "pycon"}:
            faults += _python(code, known)
    return faults


def _commands(code: str) -> Iterator[str]:
    for typed, shown in TYPED.findall(code):
        program, *words = shlex.split(typed)
        if program == "cd":
            os.chdir(*words)
            continue
        status, output = _run(program, words)
        expected = int(bool(END_WITH_ONE.match(shlex.join(words))))
        pattern = "(?:.*\n)*".join(map(re.escape, re.split(LEFT_OUT, shown)))
        told = status == expected and re.fullmatch(pattern, output)
        yield from [] if told else [f"$ {typed}\n{status}\n{output}"]


def _run(program: str, words: list[str]) -> tuple[int, str]:
    if program == "python":
        command = [sys.executable, *words]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        return done.returncode, done.stdout
    assert program == "commissioning-standards", "a page has another command than this software's"
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.output


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
