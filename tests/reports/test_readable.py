"""Every sentence that the papers can say is short: 25 words or fewer, fixed words included."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.pack.builder import pack_document
from commissioning_standards.reports.slides import slides
from tests.reports.papers import DAY, by_voice, last_round, peer_team, texts, words_in
from tests.reports.test_others import returned

LONGEST = 25
SOURCE = Path(cs.__file__).parent
SAYING = ("reports", "enquiring", "assurance/beside_words.py", "assurance/cqc_words.py")
SCORES = "233332332"


def sentences(said: Iterable[str]) -> Iterator[str]:
    """The sentences of some texts; each line is a text of its own."""
    for text in said:
        for line in text.split("\n"):
            for sentence in re.split(r"(?<=[.?!])\s+", line):
                yield from listed(sentence)


def listed(sentence: str) -> Iterator[str]:
    """What leads to a list, and each part of it, where a sentence has one."""
    start, _, rest = sentence.partition(": ")
    yield from (start, *rest.split("; ")) if "; " in rest else (sentence,)


def too_long(said: Iterable[str]) -> list[str]:
    """The sentences that have too many words; a name in quotes is one."""
    return [each for each in sentences(said) if words_in(each) > LONGEST]


@pytest.fixture(scope="module")
def blank(route_map: cs.Framework) -> Material:
    """Nothing filled in."""
    return gather(cs.Assessment(route_map), on=DAY)


@pytest.fixture(scope="module")
def late(filled: cs.Assessment) -> Material:
    """Years later, with last round's beside it: all is old and overdue."""
    return gather(filled, on=datetime.date(2031, 1, 1), last=last_round(filled), target=3)


@pytest.fixture(scope="module")
def seen(filled: cs.Assessment) -> Material:
    """Beside the peer team's view with its findings, and CQC's."""
    titles = [each.title for each in cs.load_scheme("cqc").statements]
    scores = dict(zip(titles, map(int, SCORES), strict=True))
    view = cs.beside_view(cs.beside_cqc(cs.score(filled), cs.cqc(scores)))
    return gather(filled, on=DAY, peers=returned(filled), views=[view])


@pytest.fixture(scope="module")
def lone_voice(filled: cs.Assessment) -> Material:
    """Two returns, so that as many voices as can be are missing."""
    first, *_ = by_voice(filled)
    quiet = evolve(first, respondent=cs.Respondent("", cs.Voice.PROVIDERS))
    return gather([quiet, evolve(peer_team(filled), period=first.period)], on=DAY)


CASES = ["material", "rich", "blank", "late", "seen", "lone_voice"]


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_of_both_papers_is_short(name: str, request: pytest.FixtureRequest) -> None:
    """Guidance, basis lines, questions, captions and cells: none has more than 25 words."""
    material = request.getfixturevalue(name)
    pack, account = pack_document(material, {}), account_document(public_material(material), ())

    assert too_long([*texts(pack), *texts(account)]) == []


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_of_the_slides_is_short(name: str, request: pytest.FixtureRequest) -> None:
    """No bullet has a sentence of more than 25 words."""
    plan = slides(request.getfixturevalue(name))

    assert too_long(text for each in plan for text in (each.title, *each.bullets)) == []


@pytest.mark.parametrize("name", CASES)
def test_every_line_of_enquiry_is_short(name: str, request: pytest.FixtureRequest) -> None:
    """What is asked and what it was found on, also where it stands only in the data."""
    lines = request.getfixturevalue(name).lines

    assert too_long(text for each in lines for text in (each.question, each.found)) == []


def written_words(path: Path) -> Iterator[str]:
    """Every text in a module's code but its docstrings, with a word for what is filled in."""
    tree = ast.parse(path.read_text("utf-8"))
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef
    documented = [each for each in ast.walk(tree) if isinstance(each, kinds)]
    docstrings = {ast.get_docstring(each, clean=False) for each in documented}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (getattr(each, "value", "") for each in node.values)
            yield "".join(each if isinstance(each, str) else "name" for each in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "" if node.value in docstrings else node.value


def test_every_sentence_in_the_code_of_the_papers_is_short() -> None:
    """Words that no example brings up are short as well."""
    paths = [
        path
        for name in SAYING
        for path in (sorted((SOURCE / name).rglob("*.py")) or [SOURCE / name])
    ]
    said = [text for path in paths for text in written_words(path)]

    assert len(paths) > 40
    assert too_long(said) == []
