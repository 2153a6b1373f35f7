"""Plain data becomes models strictly, with every fault told and its path."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen

from commissioning_standards.problems import Place, problem
from commissioning_standards.serialise import (
    DataError,
    parse_toml,
    strict_converter,
    structured,
    wrong_type,
)


class Colour(Enum):
    """Something to choose from."""

    RED = "Red"
    GREEN = "Green"


@frozen
class Part:
    """A part of the whole."""

    name: str
    size: int = 0


@frozen
class Whole:
    """One field of every kind that data files hold."""

    title: str = ""
    count: int = 0
    done: bool = False
    weight: Fraction = Fraction(1)
    day: date | None = None
    colour: Colour = Colour.RED
    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ()
    main: Part | None = None


def made_of(data: object) -> Whole | None:
    """The model made of data, or nothing where it has faults."""
    return structured(strict_converter(), data, Whole, "a.toml")[0]


def told_of(data: object) -> list[tuple[str, str]]:
    """The code and place of every fault of the data."""
    _, faults = structured(strict_converter(), data, Whole, "a.toml")
    return [(each.code, str(each.place)) for each in faults]


def first_message(data: object) -> str:
    """What the first fault of the data says."""
    _, faults = structured(strict_converter(), data, Whole, "a.toml")
    return faults[0].message


def test_whole_data_becomes_a_model() -> None:
    """Data of the right types becomes a model, lists becoming tuples."""
    data = {
        "title": "T",
        "count": 3,
        "done": True,
        "weight": Decimal("0.1"),
        "day": date(2027, 3, 31),
        "colour": "Green",
        "parts": [{"name": "a", "size": 1}, {"name": "b"}],
        "words": ["x"],
        "main": {"name": "c"},
    }
    expected = Whole(
        title="T",
        count=3,
        done=True,
        weight=Fraction(1, 10),
        day=date(2027, 3, 31),
        colour=Colour.GREEN,
        parts=(Part("a", 1), Part("b")),
        words=("x",),
        main=Part("c"),
    )

    assert expected == made_of(data)


def test_keys_left_out_take_their_defaults() -> None:
    """An empty table is a model of defaults."""
    actual = made_of({})

    assert Whole() == actual


def test_good_data_has_no_faults() -> None:
    """Nothing is told of data without faults."""
    actual = told_of({"title": "T"})

    assert actual == []


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("title", 3, "text"),
        ("title", True, "text"),
        ("title", None, "text"),
        ("title", ["T"], "text"),
        ("title", {"a": 1}, "text"),
        ("title", date(2027, 1, 1), "text"),
        ("count", "3", "a whole number"),
        ("count", True, "a whole number"),
        ("count", Decimal("3.0"), "a whole number"),
        ("count", None, "a whole number"),
        ("done", 1, "true or false"),
        ("done", "true", "true or false"),
        ("done", None, "true or false"),
        ("weight", "1", "a number"),
        ("weight", False, "a number"),
        ("weight", float("nan"), "a number"),
        ("weight", Decimal("Infinity"), "a number"),
        ("weight", None, "a number"),
        ("day", "31/03/2027", "a date such as 2027-03-31"),
        ("day", "2027-02-30", "a date such as 2027-03-31"),
        ("day", datetime(2027, 3, 31, tzinfo=UTC), "a date such as 2027-03-31"),
        ("day", 45000, "a date such as 2027-03-31"),
        ("parts", {"name": "a"}, "a list"),
        ("parts", "a", "a list"),
        ("parts", None, "a list"),
        ("words", "word", "a list"),
        ("words", ("word",), "a list"),
        ("main", [{"name": "a"}], "a table of keys and values"),
        ("main", "a", "a table of keys and values"),
        ("main", 3, "a table of keys and values"),
    ],
)
def test_nothing_is_coerced(key: str, value: object, wanted: str) -> None:
    """A value of another type is a fault that says what is wanted, whatever Python makes of it."""
    _, faults = structured(strict_converter(), {key: value}, Whole, "a.toml")
    actual = [(each.code, str(each.place), each.allowed) for each in faults]

    assert [("wrong-type", f"a.toml ({key})", wanted)] == actual


@pytest.mark.parametrize("data", [None, [], "text", 3, [("title", "T")]])
def test_a_document_must_be_a_table(data: object) -> None:
    """What is no table at all is a fault of the file."""
    expected = [("wrong-type", "a.toml")]
    actual = told_of(data)

    assert expected == actual


@pytest.mark.parametrize(
    ("value", "expected"), [(None, "nothing is not text."), (3, "“3” is not text.")]
)
def test_a_wrong_value_is_shown(value: object, expected: str) -> None:
    """The fault shows what stands there, and calls nothing nothing."""
    actual = first_message({"title": value})

    assert expected == actual


@pytest.mark.parametrize("value", [1, Decimal("0.1"), 0.1, Decimal("1E+2"), -3])
def test_numbers_stay_exact(value: float | Decimal) -> None:
    """A decimal in a file is the fraction that people see."""
    expected = Whole(weight=Fraction(str(value)))
    actual = made_of({"weight": value})

    assert expected == actual


def test_a_date_may_be_text_as_in_json() -> None:
    """JSON has no dates, so one written year first is read."""
    actual = made_of({"day": "2027-03-31"})

    assert Whole(day=date(2027, 3, 31)) == actual


@pytest.mark.parametrize("value", ["green", "GREEN", "Gren"])
def test_a_near_miss_of_a_choice_is_told_and_not_taken(value: str) -> None:
    """A choice in another spelling is a fault that names the one probably meant."""
    _, faults = structured(strict_converter(), {"colour": value}, Whole, "a.toml")
    expected = [("not-allowed", "Red, Green", "Did you mean Green?")]
    actual = [(each.code, each.allowed, each.hint) for each in faults]

    assert expected == actual


@pytest.mark.parametrize("value", [3, True, None, ["Red"], {"Red": 1}, ""])
def test_what_is_no_choice_is_told(value: object) -> None:
    """Any other thing in place of a choice is a fault and no crash."""
    expected = [("not-allowed", "a.toml (colour)")]
    actual = told_of({"colour": value})

    assert expected == actual


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    """A misspelt key is a fault that names the one probably meant."""
    expected = "The key “tilte” is not known here. Did you mean title?"
    actual = first_message({"tilte": "T"})

    assert expected == actual


def test_every_unknown_key_is_told() -> None:
    """Each unknown key is a fault of its own, in the order of the alphabet."""
    _, faults = structured(strict_converter(), {"zz": 1, "yy": 1}, Whole, "a.toml")
    expected = ["“yy”", "“zz”"]
    actual = [each.found for each in faults]

    assert expected == actual


def test_a_missing_key_is_told_where_it_should_stand() -> None:
    """The path of a missing key is that of the table it belongs in."""
    _, faults = structured(strict_converter(), {"parts": [{"size": 1}]}, Whole, "a.toml")
    expected = [("missing-key", "a.toml (parts[0])", "“name”")]
    actual = [(each.code, str(each.place), each.found) for each in faults]

    assert expected == actual


def test_a_missing_key_at_the_top_is_a_fault_of_the_file() -> None:
    """A key that the whole document lacks has no path but the file."""
    _, faults = structured(strict_converter(), {}, Part, "a.toml")

    assert [("missing-key", Place("a.toml"))] == [(each.code, each.place) for each in faults]


def test_all_faults_of_a_document_are_told_at_once() -> None:
    """One pass finds every fault, however deep, each with its path."""
    data = {
        "title": 3,
        "colour": "Blue",
        "parts": [{"name": "a"}, {"name": 1, "size": "x", "extra": 0}, "b"],
        "words": ["x", 2],
        "main": {},
        "other": 1,
    }
    expected = {
        ("wrong-type", "a.toml (title)"),
        ("not-allowed", "a.toml (colour)"),
        ("wrong-type", "a.toml (parts[1].name)"),
        ("wrong-type", "a.toml (parts[1].size)"),
        ("unknown-key", "a.toml (parts[1])"),
        ("wrong-type", "a.toml (parts[2])"),
        ("wrong-type", "a.toml (words[1])"),
        ("missing-key", "a.toml (main)"),
        ("unknown-key", "a.toml"),
    }
    actual = told_of(data)

    assert (9, expected) == (len(actual), set(actual))


def test_faults_make_no_model() -> None:
    """Where anything is wrong there is no half-made model."""
    actual = made_of({"title": "T", "count": "3"})

    assert actual is None


def test_a_fault_in_our_own_hooks_is_not_hidden() -> None:
    """A mistake in a program is not passed off as a fault of somebody's data."""
    converter = strict_converter()
    converter.register_structure_hook(str, _broken)
    with pytest.raises(ZeroDivisionError):
        structured(converter, {"title": "T"}, Whole, "a.toml")


def _broken(*_: Any) -> str:
    raise ZeroDivisionError


def test_a_fault_found_within_a_value_keeps_its_own_path() -> None:
    """Where a hook knows the place inside its value, the path goes on to it."""
    converter = strict_converter()
    converter.register_structure_hook(str, _pointed)
    _, faults = structured(converter, {"main": {"name": "x"}}, Whole, "a.toml")
    expected = ["a.toml (main.name.inside)"]
    actual = [str(each.place) for each in faults]

    assert expected == actual


def _pointed(*_: Any) -> str:
    raise DataError([problem("blank-text", Place(item="inside"))])


def test_models_become_plain_data() -> None:
    """Fractions and dates become text on the way out, and choices their words."""
    model = Whole(weight=Fraction(1, 3), day=date(2027, 3, 31))
    data = strict_converter().unstructure(model)
    expected = ("1/3", "2027-03-31", "Red")
    actual = (data["weight"], data["day"], data["colour"])

    assert expected == actual


def test_a_wrong_type_names_what_was_found_and_wanted() -> None:
    """The fault of a wrong type is one problem with both."""
    (actual,) = wrong_type([1], "text").problems

    assert problem("wrong-type", found="“[1]”", allowed="text") == actual


def test_toml_keeps_decimals_exact() -> None:
    """A decimal in TOML is read as written, and no float comes between."""
    actual = parse_toml(b"a = 0.1", "a.toml")

    assert ({"a": Decimal("0.1")}, ()) == actual


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa = 1", b"a = 1\r\n"])
def test_files_saved_by_windows_programs_are_read(content: bytes) -> None:
    """A byte-order mark and Windows line ends are no faults."""
    expected = ({"a": 1}, ())
    actual = parse_toml(content, "a.toml")

    assert expected == actual


@pytest.mark.parametrize(
    "content",
    [
        b"a = ",
        b"a = 1\na = 2",
        b"a: 1",
        b"a = no",
        b"{",
        b"\x00",
        b"a = 2027-02-30",
        b"a = " + b"[" * 100_000,
        b"a = 1" + b"0" * 5000,
        b"PK\x03\x04",
    ],
    ids=map(str, range(10)),
)
def test_what_is_not_toml_is_told(content: bytes) -> None:
    """Broken, doubled, hostile or foreign content is one fault of the file, and no crash."""
    document, faults = parse_toml(content, "a.toml")
    actual = [(each.code, str(each.place)) for each in faults]

    assert (document, actual) == ({}, [("not-toml", "a.toml")])


@pytest.mark.parametrize(
    "content", [b"a = '\xe9'", "a = 1".encode("utf-16"), b"PK\x03\x04\xc2\x10"]
)
def test_what_is_no_text_is_not_told_as_a_slip_in_it(content: bytes) -> None:
    """A workbook, or text in another encoding, is told in plain words, and no codec's."""
    document, (fault,) = parse_toml(content, "a.toml")

    assert (document, fault.code) == ({}, "toml-not-text")
    assert str(fault).startswith("a.toml: This is no text file in UTF-8")


def test_where_toml_is_broken_is_told() -> None:
    """The fault names the line."""
    _, (fault,) = parse_toml(b"a = 1\nb = \n", "a.toml")

    assert "line 2" in fault.found
