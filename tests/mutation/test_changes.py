"""The faults that are tried are those that the page on mutation names."""

from __future__ import annotations

import ast

import pytest

from .changes import changes


def made(source: str) -> list[tuple[str, str]]:
    """Each fault of a source, as it is and as it would be."""
    return [(each.before, each.after) for each in changes(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", [("a < b", "a <= b"), ("a < b", "a >= b")]),
        ("a in b", [("a in b", "a not in b")]),
        ("a and b", [("a and b", "a or b")]),
        ("not a", [("not a", "a")]),
        ("a + b", [("a + b", "a - b")]),
        ("3", [("3", "4"), ("3", "2")]),
        ("True", [("True", "False")]),
        ("min(a)", [("min(a)", "max(a)")]),
        (
            "x = sorted(a, key=b)",
            [("sorted(a, key=b)", "list(a)"), ("sorted(a, key=b)", "sorted(a)")],
        ),
        ("a if b else c", [("b", "True"), ("b", "False")]),
        ("[a for a in b if a]", [("a", "True"), ("a", "False")]),
    ],
)
def test_an_expression_is_changed_so(source: str, expected: list[tuple[str, str]]) -> None:
    """Each kind of expression has its faults."""
    assert made(f"x = {source.removeprefix('x = ')}") == expected


@pytest.mark.parametrize(
    ("statement", "after"),
    [
        ("return a", "return None"),
        ("raise a", "pass"),
        ("yield a", "yield from ()"),
        ("yield from a", "yield from ()"),
        ("a.append(b)", "pass"),
    ],
)
def test_a_statement_is_left_out_so(statement: str, after: str) -> None:
    """What is returned, raised, yielded or done for its effect is left out."""
    assert made(f"def f(): {statement}") == [(statement, after)]


@pytest.mark.parametrize(
    "source",
    [
        "'words'",
        "x: int | None",
        "X = int | None",
        "def f(a: int | None) -> None: pass",
        "x = field(repr=True)",
        "x = zip(a, b, strict=True)",
    ],
)
def test_words_and_types_are_left_as_they_are(source: str) -> None:
    """What is said and what is declared are held by other tests."""
    assert made(source) == []


def test_only_one_thing_is_changed_at_a_time() -> None:
    """The tree of each fault is the module with that fault alone."""
    source = "def f(a, b):\n    return a < b and a != 0"
    trees = [ast.unparse(each.tree).splitlines()[1].strip() for each in changes(source)]

    assert "return a <= b and a != 0" in trees
    assert "return a < b or a != 0" in trees
    assert all(trees.count(each) == 1 for each in trees)


def test_a_fault_knows_whether_it_is_in_a_function() -> None:
    """Only those in the body of a function can be put into what is loaded already."""
    source = "A = 1\ndef f(a=1):\n    return lambda: 1"

    assert [(each.line, each.in_function) for each in changes(source)] == [
        (1, False),
        (1, False),
        (2, False),
        (2, False),
        (3, True),
        (3, True),
        (3, True),
    ]
