"""Problems say where they are, what was found, and what to do, in one voice."""

from __future__ import annotations

import ast
import pickle
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.problems import (
    LONGEST_QUOTE,
    OutputError,
    Place,
    Problem,
    did_you_mean,
    problem,
    quoted,
)
from commissioning_standards.serialise import DataError
from commissioning_standards.wordings import CATALOGUES, WORDINGS

anything = st.text(st.characters(exclude_categories=()), max_size=90)
ERRORS = (
    cs.CommissioningError,
    cs.FrameworkError,
    cs.AssessmentError,
    cs.WorkbookError,
    OutputError,
    DataError,
)
TWO = (problem("no-standards"), problem("reason-missing", Place(item="4.1")))


def modules() -> Iterator[ast.Module]:
    """The source of every module but the catalogue of wordings."""
    for path in sorted(Path(cs.__file__).parent.rglob("*.py")):
        if path.parent.name != "wordings":
            yield ast.parse(path.read_text(encoding="utf-8"))


def calls() -> Iterator[ast.Call]:
    """Every call of ``problem`` in the source."""
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "problem":
                yield node


def texts_in(node: ast.AST) -> Iterator[str]:
    """Every text that stands in a piece of source."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(), ""),
        (Place("return.xlsx"), "return.xlsx"),
        (Place("return.xlsx", "Inclusive"), "return.xlsx, sheet Inclusive"),
        (Place("return.xlsx", "Inclusive", "H7"), "return.xlsx, sheet Inclusive, cell H7"),
        (Place("a.xlsx", "Inclusive", "H7", "4.1"), "a.xlsx, sheet Inclusive, cell H7 (4.1)"),
        (Place("04.toml", item="criteria[0].name"), "04.toml (criteria[0].name)"),
        (Place(sheet="Actions", cell="A3"), "sheet Actions, cell A3"),
        (Place(sheet="Inclusive", cell="row 5"), "sheet Inclusive, row 5"),
        (Place(item="4.1"), "4.1"),
    ],
)
def test_a_place_names_what_is_known_of_it(place: Place, expected: str) -> None:
    """File, sheet, cell and item are named where they are known, and nothing else."""
    actual = str(place)

    assert expected == actual


@pytest.mark.parametrize("place", [Place("a\nb\x1b[31m.toml"), Place(item="levels.x\r\ny\x1b[31m")])
def test_a_place_is_one_safe_line_whatever_names_it_has(place: Place) -> None:
    """A file or key with line ends or terminal codes in its name prints as one safe line."""
    actual = str(place)

    assert actual.isprintable()


def test_a_problem_says_where_what_and_the_remedy() -> None:
    """A problem's text is its place, its message with the hint, and its remedy."""
    expected = (
        "04.toml (id): The key “tilte” is not known here. Did you mean title? Correct or remove it."
    )
    hint = "Did you mean title?"
    actual = str(problem("unknown-key", Place("04.toml", item="id"), found="“tilte”", hint=hint))

    assert expected == actual


def test_a_problem_without_a_place_begins_with_its_message() -> None:
    """No place leaves no stray colon."""
    expected = "The folder holds no standards. Add one TOML file for each standard."
    actual = str(problem("no-standards"))

    assert expected == actual


def test_what_is_allowed_is_listed_where_no_sentence_says_it() -> None:
    """Allowed values stand between message and remedy."""
    expected = "There is no level “x”. Allowed: one, two. Use a level of framework.toml."
    actual = str(problem("unknown-level", found="“x”", allowed=("one", "two")))

    assert expected == actual


def test_what_is_allowed_is_not_said_twice() -> None:
    """Where the sentences name what is allowed, no list follows."""
    expected = "“3” is not text. Write text."
    actual = str(problem("wrong-type", found="“3”", allowed="text"))

    assert expected == actual


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [(("a", "b"), "a, b"), ({"a": 1}, "a"), ([1, 2], "1, 2"), (7, "7"), ("", "")],
)
def test_what_is_allowed_may_be_anything_that_prints(allowed: object, expected: str) -> None:
    """A list is joined with commas, and a single value stands for itself."""
    actual = problem("not-allowed", allowed=allowed).allowed

    assert expected == actual


def test_message_and_remedy_can_be_had_apart() -> None:
    """A program that shows problems its own way gets the two sentences one by one."""
    fault = problem("wrong-type", found="“3”", allowed="text")
    expected = ("“3” is not text.", "Write text.")
    actual = (fault.message, fault.remedy)

    assert expected == actual


@pytest.mark.parametrize(
    ("code", "expected"), [("tidied", True), ("other-wording", True), ("formula", False)]
)
def test_notes_are_told_from_faults(code: str, *, expected: bool) -> None:
    """What is only worth knowing says so."""
    actual = problem(code).is_note

    assert expected is actual


@pytest.mark.parametrize("slot", ["{found}", "{0}", "{", "}", "{allowed!r:>99}", "%s"])
def test_braces_in_somebodys_value_are_only_text(slot: str) -> None:
    """Words that look like a slot are shown as they are, and fill nothing."""
    actual = problem("unknown-key", found=slot).message

    assert f"The key {slot} is not known here." == actual


def test_a_problem_is_flat_text_for_tables() -> None:
    """A problem as a dictionary has one text for each column."""
    expected = {
        "code": "formula",
        "file": "a.xlsx",
        "sheet": "Actions",
        "cell": "A3",
        "item": "4.1",
        "found": "=1",
        "allowed": "text",
        "message": "The cell holds a formula.",
        "remedy": "Type the answer itself.",
    }
    place = Place("a.xlsx", "Actions", "A3", "4.1")
    actual = problem("formula", place, found="=1", allowed="text").as_dict()

    assert expected == actual


@pytest.mark.parametrize("value", ["Inclusiv", "INCLUSIVE", "inclusive ", "incluisve"])
def test_a_near_miss_is_suggested(value: str) -> None:
    """A slip of the keyboard or of capitals brings the value that was meant."""
    expected = "Did you mean inclusive?"
    actual = did_you_mean(value, ["Well led", "inclusive"])

    assert expected == actual


@pytest.mark.parametrize(("value", "allowed"), [("zebra", ["inclusive"]), ("", ["a"]), ("a", [])])
def test_what_is_far_from_everything_brings_no_suggestion(value: str, allowed: list[str]) -> None:
    """No suggestion is made where nothing is near."""
    expected = ""
    actual = did_you_mean(value, allowed)

    assert expected == actual


def test_a_suggestion_is_in_the_allowed_spelling() -> None:
    """The suggestion keeps the capitals of the allowed value."""
    expected = "Did you mean Processes?"
    actual = did_you_mean("processess", ["Processes", "Outcomes"])

    assert expected == actual


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "“text”"),
        ("two\r\nlines", "“two  lines”"),
        ("\x1b[31mred", "“ [31mred”"),
        ("\u202eabc", "“ abc”"),
        (3, "“3”"),
        (None, "“None”"),
        ("", "“”"),
    ],
)
def test_quoted_shows_a_value_as_it_is_but_safely(value: object, expected: str) -> None:
    """Line ends, terminal codes and marks that turn text round become spaces."""
    actual = quoted(value)

    assert expected == actual


@given(anything)
def test_quoted_makes_one_safe_line_of_anything(text: str) -> None:
    """Whatever people give prints as one line of no great length."""
    actual = quoted(text)

    assert (actual.isprintable(), len(actual) <= LONGEST_QUOTE + 2) == (True, True)


@pytest.mark.parametrize(("length", "ending"), [(LONGEST_QUOTE, "a”"), (LONGEST_QUOTE + 1, "a…”")])
def test_a_long_value_is_cut_with_an_ellipsis(length: int, ending: str) -> None:
    """A value that just fits is whole, and a longer one shows that it was cut."""
    actual = quoted("a" * length)

    assert (LONGEST_QUOTE + 2, ending) == (len(actual), actual[-len(ending) :])


def test_a_number_of_thousands_of_digits_is_quoted() -> None:
    """A number too long for Python to write out is still shown in a problem."""
    actual = quoted(16**5000)

    assert len(actual) <= LONGEST_QUOTE + 2


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_message_and_remedy_end_in_a_full_stop(code: str) -> None:
    """Every wording is two whole sentences, the hint coming after the first."""
    wording = WORDINGS[code]
    expected = [".", "."]
    actual = [text.removesuffix("{hint}")[-1:] for text in (wording.message, wording.remedy)]

    assert expected == actual


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_every_wording_has_no_slots_but_the_three(code: str) -> None:
    """A wording can always be filled in: it asks for nothing but found, allowed and hint."""
    wording = WORDINGS[code]
    slots = string.Formatter().parse(wording.message + wording.remedy)
    actual = {name for _, name, _, _ in slots if name is not None}

    assert actual <= {"found", "allowed", "hint"}


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_every_wording_prints_as_whole_sentences(code: str) -> None:
    """A problem of any kind prints with its slots filled and no double full stops or spaces."""
    text = str(problem(code, found="“this”", allowed="that", hint="Did you mean that?"))
    actual = [flaw for flaw in ("{", "}", "..", "  ") if flaw in text]

    assert actual == []


def test_no_code_stands_in_two_catalogues() -> None:
    """A sentence is found in one place, and none hides another."""
    codes = [code for catalogue in CATALOGUES for code in catalogue]

    assert sorted(set(codes)) == sorted(codes)


def test_every_wording_is_used() -> None:
    """No kind of problem stands in the catalogue that nothing can report."""
    used = {text for module in modules() for text in texts_in(module)}
    actual = sorted(set(WORDINGS) - used)

    assert actual == []


def test_every_problem_has_a_wording() -> None:
    """Every kind of problem that the software reports stands in the catalogue."""
    codes = {text for call in calls() for text in texts_in(call.args[0])}
    actual = sorted(codes - set(WORDINGS))

    assert (len(codes) > 30, actual) == (True, [])


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_carries_every_problem(kind: type[cs.CommissioningError]) -> None:
    """An error hands over all its problems, in order, whatever made them."""
    actual = kind(each for each in TWO).problems

    assert actual == TWO


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_prints_every_problem_on_its_line(kind: type[cs.CommissioningError]) -> None:
    """An error's text is its problems, a line for each."""
    actual = str(kind(TWO)).splitlines()

    assert [str(each) for each in TWO] == actual


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_can_be_pickled(kind: type[cs.CommissioningError]) -> None:
    """An error comes whole out of another process."""
    actual = pickle.loads(pickle.dumps(kind(TWO)))  # noqa: S301

    assert (kind, TWO) == (type(actual), actual.problems)


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_can_be_caught_as_one(kind: type[cs.CommissioningError]) -> None:
    """One except clause is enough for all that can be wrong with what is given."""
    with pytest.raises(cs.CommissioningError):
        raise kind(TWO)


def test_a_problem_cannot_be_changed() -> None:
    """Nobody rewrites a problem on its way to the person who must mend it."""
    fault: Problem = problem("no-standards")
    with pytest.raises(AttributeError):
        fault.code = "other"  # type: ignore[misc]


def test_a_word_of_a_choice_suggests_that_choice() -> None:
    """Somebody who writes Carers means Unpaid carers, and not Partners, which looks more alike."""
    voices = [each.value for each in cs.Voice]

    assert did_you_mean("Carers", voices) == "Did you mean Unpaid carers?"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Carer", "Unpaid carers"),
        ("carer", "Unpaid carers"),
        ("Peers", "Peer team"),
        ("Leader", "Leaders and commissioners"),
        ("Partner", "Partners"),
    ],
)
def test_one_of_many_suggests_the_many(value: str, meant: str) -> None:
    """A word is known whether it stands for one or for many."""
    assert did_you_mean(value, [each.value for each in cs.Voice]) == f"Did you mean {meant}?"
