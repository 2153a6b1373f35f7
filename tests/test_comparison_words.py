"""A comparison as sentences, a table, CSV, JSON and a command."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.comparing.comparison_words import is_change, notes_on, sums, whose
from commissioning_standards.comparing.gap_words import signed
from commissioning_standards.comparing.tables import comparison_text
from commissioning_standards.returns import read_return
from tests.small import one_standard
from tests.strategies import assessments, frameworks

LEADERS = cs.Respondent("Ann", cs.Voice.LEADERS)
PEERS = cs.Respondent("Peers", cs.Voice.PEER_TEAM)

pairs = frameworks().flatmap(lambda each: st.tuples(assessments(each), assessments(each)))


def scored(
    answers: Mapping[str, object], framework: cs.Framework | None = None, **details: Any
) -> cs.Scorecard:
    """Scores of a council's return; by default of one standard with two criteria."""
    names: dict[str, Any] = {"council": "Borsetshire", "period": "2026-27", "respondent": LEADERS}
    return cs.score(cs.assess(framework or one_standard(), answers, **(names | details)))


def now_and_then(then: dict[str, object] | None = None, **details: Any) -> cs.Comparison:
    """This round's 3 and 3 beside another view's 2 and 3."""
    other = scored(then or {"1.1": 2, "1.2": 3}, **({"period": "2025-26"} | details))
    return cs.compare(scored({"1.1": 3, "1.2": 3}), other)


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def own(tmp_path: Path, example: cs.Assessment) -> Path:
    """The council's own view now."""
    path = tmp_path / "own.json"
    path.write_text(cs.to_json(example), "utf-8")
    return path


@pytest.fixture
def last(tmp_path: Path, example: cs.Assessment) -> Path:
    """Last round's."""
    path = tmp_path / "last.json"
    path.write_text(cs.to_json(evolve(example, period="2025-26")), "utf-8")
    return path


@pytest.fixture
def peers(tmp_path: Path, example: cs.Assessment) -> Path:
    """The peer team's view, which is lower on everything."""
    path = tmp_path / "peers.json"
    lowest = example.framework.scale.levels[0]
    ratings = tuple(evolve(each, answer=lowest) for each in example.ratings)
    path.write_text(cs.to_json(evolve(example, ratings=ratings, respondent=PEERS)), "utf-8")
    return path


def test_a_small_comparison_is_described_whole() -> None:
    """Both sides, the count, each part with its figures, and what to know, in that order."""
    assert cs.describe_comparison(now_and_then()) == (
        "Own: Self-assessment of Borsetshire 2026-27, seen by leaders and commissioners. "
        "Other: Self-assessment of Borsetshire 2025-26, seen by leaders and commissioners. "
        "From 2025-26 to 2026-27, of 1 standard, 1 rose (1). "
        "Overall: 3.00 against 2.50, rose by 0.50. "
        "Domain 1: 3.00 against 2.50, rose by 0.50. "
        "1 Standard 1: 3.00 against 2.50, rose by 0.50. "
        "Gaps are worked out before anything is rounded. "
        "The scale runs from 1 Level A to 4 Level D."
    )


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({"1.1": 4, "1.2": 4}, "3.00 against 4.00, fell by 1.00."),
        ({"1.1": 3, "1.2": 3}, "3.00 against 3.00, unchanged."),
        ({"1.1": 2}, "2.00 (1.50 to 3.00), uncertain (gap +1.00, could be 0.00 to +1.50)."),
        ({"1.1": 1}, "1.00 (1.00 to 2.50), rose by 2.00, could be +0.50 to +2.00."),
        ({"1.1": "don't know"}, "3.00 against no score (1.00 to 4.00), which cannot be compared."),
    ],
)
def test_each_change_has_its_word(then: dict[str, object], said: str) -> None:
    """A score rose, fell, is unchanged, is uncertain or cannot be compared."""
    assert said in cs.describe_comparison(now_and_then(then))


@pytest.mark.parametrize(
    "details",
    [
        {"period": "2026-27"},
        {"period": ""},
        {"council": "Felpersham"},
        {"respondent": PEERS},
    ],
)
def test_only_two_rounds_of_one_view_rise_and_fall(details: dict[str, Any]) -> None:
    """Another voice, another council or the same round is higher or lower, and no change."""
    assert sums(now_and_then(**details)) == "Of 1 standard, 1 is higher (1)."


def test_targets_are_told() -> None:
    """One target for every part, targets for some standards, and none are told apart."""
    card = scored({"1.1": 3})

    told = [whose(cs.compare(card, each))[1] for each in (2.5, {1: 3}, {})]

    assert told == ["Target: 2.5 for every part", "Target: 3 on 1", "Target: none"]
    assert sums(cs.compare(card, {})) == "No standard is compared."


def test_notes_say_what_makes_two_cards_unlike(route_map: cs.Framework) -> None:
    """Another council, another form and another edition are told; a reader must know."""
    quick = evolve(cs.quick_form(route_map), edition="2013")
    own = scored({}, route_map)
    other = scored({}, quick, council="Felpersham")

    assert notes_on(cs.compare(own, other))[:3] == [
        "The two name different councils, Borsetshire and Felpersham.",
        "One side is the full form and the other the quick form, so criteria are not compared.",
        "They are editions 2014 and 2013, so a gap may come of what is asked or how it is weighed.",
    ]


def test_one_council_and_round_may_be_written_in_two_ways(route_map: cs.Framework) -> None:
    """Neither another kind of council in its name nor a slash in the years is a difference."""
    own = scored({}, route_map, period="2026-27")
    long = scored({}, route_map, council="Borsetshire County Council", period="2026/27")
    last = scored({}, route_map, council="Borsetshire County Council", period="2025-26")

    assert "different councils" not in " ".join(notes_on(cs.compare(own, long)))
    assert not is_change(own, long)
    assert is_change(own, last)


def test_a_changed_wording_is_noted() -> None:
    """The same edition in other words is told, and two alike are not."""
    mended = evolve(one_standard(), note="Mended")
    alike, other = scored({"1.1": 3}), scored({"1.1": 3}, mended)

    note = "The framework's wording or weights differ between the two."
    assert [note in notes_on(cs.compare(alike, each)) for each in (alike, other)] == [False, True]


def test_what_was_added_and_dropped_is_named() -> None:
    """Criteria that only one side has are named with their IDs."""
    more, fewer = scored({}, one_standard(2)), scored({}, one_standard(1))

    assert "Added, so not compared: 1.2 Name." in notes_on(cs.compare(more, fewer))
    assert "Dropped, so not compared: 1.2 Name." in notes_on(cs.compare(fewer, more))


def test_the_profile_is_described_whole() -> None:
    """The counts, what the words mean, and the figures of whatever is not alike."""
    own = scored({"1.1": 4, "1.2": 4})

    described = [
        cs.describe_self_awareness(cs.self_awareness(own, scored(then, respondent=PEERS), *width))
        for then, width in (
            ({"1.1": 2, "1.2": 3}, ()),
            ({"1.1": 3, "1.2": None}, (1,)),
            ({}, (Fraction(1, 3),)),
        )
    ]

    start = "Of 1 standard, the council sees itself higher than the peer team on"
    assert described[0] == (
        f"{start} 1 (standard 1), lower on none, alike on none. "
        "Alike here means at most 0.5 apart, half a step of the scale. "
        "1 Standard 1: 4.00 against 2.50, higher by 1.50."
    )
    assert described[1] == (
        f"{start} none, lower on none, alike on none, uncertain on 1 (standard 1). "
        "Alike here means at most 1 apart. "
        "Uncertain means that open answers could still change which it is. "
        "1 Standard 1: 4.00 against 3.00 (2.00 to 3.50), "
        "uncertain (gap +1.00, could be +0.50 to +2.00)."
    )
    assert described[2] == (
        f"{start} none, lower on none, alike on none; 1 cannot be compared. "
        "Alike here means at most 1/3 apart. "
        "Not compared, as one view or both have no score: 1."
    )


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        (cs.Voice.PEER_TEAM, "the peer team"),
        (cs.Voice.PEOPLE, "people who draw on care and support"),
        (None, "the other view"),
    ],
)
def test_the_profile_names_the_other_view(voice: cs.Voice | None, name: str) -> None:
    """Whose view the council's own is held against is said in the sentence."""
    own, other = scored({}), scored({}, respondent=cs.Respondent("", voice))

    words = cs.describe_self_awareness(cs.self_awareness(own, other))

    assert f"sees itself higher than {name} on none" in words


@pytest.mark.parametrize(
    ("respondent", "seer"),
    [
        (cs.Respondent("Ann"), "the council sees itself"),
        (cs.Respondent("Ann", cs.Voice.LEADERS), "the council sees itself"),
        (cs.Respondent("Agreed in moderation", cs.Voice.STAFF), "the council sees itself"),
        (cs.Respondent("Ann", cs.Voice.CARERS), "unpaid carers see the council"),
        (cs.Respondent("Ann", cs.Voice.PEER_TEAM), "the peer team sees the council"),
    ],
)
def test_the_profile_says_who_sees_the_council_so(respondent: cs.Respondent, seer: str) -> None:
    """One voice's return is not called the council's own view."""
    own, other = scored({}, respondent=respondent), scored({}, respondent=PEERS)
    words = cs.describe_self_awareness(cs.self_awareness(own, other))

    assert words.startswith(f"Of 1 standard, {seer} higher than the peer team on none")


@pytest.mark.parametrize(
    ("value", "bounds", "text"),
    [
        (Fraction(0), (0,), "0.00"),
        (Fraction(1, 3), (0,), "+0.33"),
        (Fraction(-1, 3), (0,), "-0.33"),
        (Fraction(1, 400), (0,), "+0.003"),
        (Fraction(-1, 4000), (0,), "-0.0003"),
        (Fraction(501, 1000), (0, Fraction(1, 2)), "+0.501"),
        (Fraction(1, 2), (0, Fraction(1, 2)), "+0.50"),
        (Fraction(1, 3), (0, Fraction(1, 3)), "+0.33"),
    ],
)
def test_a_gap_has_its_sign_and_the_decimals_it_needs(
    value: Fraction, bounds: Any, text: str
) -> None:
    """A gap that is not zero is never shown as zero, nor one above a tolerance as at it."""
    assert signed(value, map(Fraction, bounds)) == text


def test_a_table_shows_a_small_comparison_whole() -> None:
    """Above stands what is compared, below what came of it and what it was made from."""
    lines = cs.comparison_table(now_and_then()).splitlines()

    said = "From 2025-26 to 2026-27, of 1 standard, 1 rose (1). Gaps are worked out before anything"

    assert lines[2:13] == [
        "A small framework (1). Rule mean, version 1.",
        "",
        "                 Own  Other    Gap  At least  At most  Status",
        "Overall         3.00   2.50  +0.50     +0.50    +0.50  rose",
        "Domain 1        3.00   2.50  +0.50     +0.50    +0.50  rose",
        "  1 Standard 1  3.00   2.50  +0.50     +0.50    +0.50  rose",
        "",
        f"{said} is rounded.",
        "",
        "The scale runs from 1 Level A to 4 Level D.",
        *[each for each in lines if each.startswith("Framework small")][:1],
    ]
    assert len([each for each in lines if each.startswith("Framework small")]) == 2


def test_a_table_against_a_target_says_so() -> None:
    """The column is called Target, and a part without a score has no gap."""
    lines = cs.comparison_table(cs.compare(scored({}), 3)).splitlines()

    assert lines[1] == "Target: 3 for every part"
    assert lines[4].split() == ["Own", "Target", "Gap", "At", "least", "At", "most", "Status"]
    assert re.fullmatch(r"Overall +no score +3\.00 +no score", lines[5])


@given(pairs)
def test_any_comparison_can_be_told(pair: tuple[cs.Assessment, cs.Assessment]) -> None:
    """Whatever people write, both sides, the table, CSV and JSON come out."""
    own, other = map(cs.score, pair)
    comparison, profile = cs.compare(own, other), cs.self_awareness(own, other)
    document = json.loads(comparison_text(comparison, "json", profile))
    rows = list(csv.DictReader(StringIO(comparison_text(comparison, "csv", profile), newline="")))

    assert all("\n" not in each for each in whose(comparison))
    assert cs.describe_self_awareness(profile).startswith("Of ")
    assert cs.comparison_table(comparison, profile)
    assert len(rows) == len(comparison.gaps)
    assert document == json.loads(json.dumps(cs.comparison_document(comparison, profile)))
    assert sum(document["counts"].values()) == len(comparison.standards)


def test_the_document_holds_both_sides_and_every_gap() -> None:
    """The plain data has a schema, both sides, exact gaps and no profile unless one is given."""
    document = cs.comparison_document(now_and_then())

    assert document["schema"] == "commissioning-standards/comparison/1"
    assert document["own"]["assessment"]["period"] == "2026-27"
    assert document["other"]["assessment"]["period"] == "2025-26"
    assert document["overall"]["gap_exact"] == "1/2"
    assert [each["status"] for each in document["standards"]] == ["higher"]
    assert document["target"] is document["self_awareness"] is None


@pytest.mark.parametrize(
    ("target", "expected"), [(3, 3.0), ({1: "2.5"}, {"standard-1": 2.5}), ({}, {})]
)
def test_the_document_holds_the_target(target: Any, expected: object) -> None:
    """A target stands where another scorecard would, as a figure or by standard."""
    document = cs.comparison_document(cs.compare(scored({"1.1": 3}), target))

    assert (document["target"], document["other"]) == (expected, None)
    assert (document["overall"] is None) is isinstance(expected, dict)


def test_what_was_added_stands_in_the_document() -> None:
    """What only one side has is listed by kind and ID."""
    comparison = cs.compare(scored({}, one_standard(2)), scored({}, one_standard(1)))

    added = cs.comparison_document(comparison)["added"]

    assert added == [{"part": "criterion", "id": "1.2", "number": None, "title": "Name"}]


def test_nothing_compared_is_an_empty_csv() -> None:
    """Targets for no standard leave a table of none, and no crash."""
    assert comparison_text(cs.compare(scored({}), {}), "csv").strip() == ""


def test_csv_runs_nothing() -> None:
    """A council's name that looks like a formula is text in CSV."""
    card = scored({"1.1": 3}, council="=1+1")

    assert "'=1+1" in comparison_text(cs.compare(card, 3), "csv")


def test_the_command_compares_two_rounds(own: Path, last: Path) -> None:
    """Two rounds of one view: what rose and fell, and no profile."""
    done = run("compare", own, last)

    assert done.exit_code == 0
    assert "From 2025-26 to 2026-27, of 12 standards" in done.stdout
    assert "sees itself" not in done.stdout


def test_the_command_tells_the_profile_beside_a_peer_team(own: Path, peers: Path) -> None:
    """A peer team's view brings the profile, and it names standards, not a mark."""
    done = run("compare", own, peers)

    assert done.exit_code == 0
    told = " ".join(done.stdout.split())
    assert "the council sees itself higher than the peer team on" in told
    assert told.index("By the figures alone: of 12") < told.index("As two views, small gaps set")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_command_writes_what_the_library_does(own: Path, peers: Path, form: str) -> None:
    """Every form is the library's own, with the profile in it."""
    card, other = (cs.score(read_return(each), "gated") for each in (own, peers))

    done = run("compare", own, peers, "--format", form, "--rule", "gated")

    assert done.exit_code == 0
    assert done.stdout == comparison_text(
        cs.compare(card, other), form, cs.self_awareness(card, other)
    ).replace("\r\n", "\n")


def test_the_command_writes_json_alone(own: Path, peers: Path) -> None:
    """A script can read the whole of standard output as JSON."""
    document = json.loads(run("compare", own, peers, "--format", "json").stdout)

    assert document["self_awareness"]["counts"]["higher"] > 0
    assert document["scoring"]["rule"] == "mean"


def test_the_command_takes_a_target(own: Path) -> None:
    """Without another file, a target stands on the other side."""
    done = run("compare", own, "--target", "3")

    assert done.exit_code == 0
    assert "Target: 3 for every part" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give one of AGAINST, --target and --cqc"),
        (("own.json", "--target", "3"), "give one of AGAINST, --target and --cqc"),
        (("--target", "9"), "off the scale"),
        (("--target", "nan"), "not a figure"),
    ],
)
def test_wrong_usage_ends_with_two(
    own: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    """Nothing to compare with, two things, or a target that is none is wrong usage."""
    monkeypatch.chdir(own.parent)

    done = run("compare", own, *arguments)

    assert done.exit_code == 2
    assert message in done.stderr


def test_every_problem_of_both_files_is_told(tmp_path: Path) -> None:
    """Two bad files end with 1, and both are told."""
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text("{}", "utf-8")

    done = run("compare", tmp_path / "one.json", tmp_path / "two.json")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert [name in done.stderr for name in ("one.json", "two.json")] == [True, True]
