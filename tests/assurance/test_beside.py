"""A council's own view beside CQC's scores, statement by statement, on two scales."""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.assurance.beside_words import beside_text
from commissioning_standards.cli import main
from commissioning_standards.comparing.gaps import Standing
from tests.small import one_standard

PUBLISHED = Path(__file__).parents[1] / "cases" / "cqc-published.csv"
STANDARDS = Path(__file__).parents[2] / "standards"
ROUTE_MAP = cs.load_framework("route-map")
CROSSWALK = cs.load_crosswalk("route-map-cqc")
YORK = [1, 2, 2, 1, 2, 1, 1, 2, 2]


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def own(answers: dict[str, object], council: str = "City of York") -> cs.Scorecard:
    """Scores of a council's own return."""
    return cs.score(cs.assess(ROUTE_MAP, answers, council=council, period="2026-27"))


def rated(level: int) -> cs.Scorecard:
    """A return that has one answer throughout."""
    return own({each.id: level for each in ROUTE_MAP.criteria})


def status_of(beside: cs.BesideCqc, statement: str) -> Standing:
    """How the own view of a statement stands to CQC's."""
    return next(each.status for each in beside.views if each.statement.id == statement)


@pytest.fixture
def saved(tmp_path: Path, example: cs.Assessment) -> Path:
    """The invented council's return, as JSON."""
    path = tmp_path / "own.json"
    path.write_text(cs.to_json(example), "utf-8")
    return path


def test_a_statements_own_score_is_that_of_its_criteria(card: cs.Scorecard) -> None:
    """Strong ties and ties in part count alike, slight ones do not, by the card's own rule."""
    view = cs.beside_cqc(card, cs.cqc(YORK)).views[1]

    assert [each.score.id for each in view.bearings] == ["2.1", "2.3", "2.2"]
    assert [each.counts for each in view.bearings] == [True, True, False]
    assert (view.own.score, view.gap.other) == (Fraction(7, 2), Fraction(2))
    assert view.status is Standing.HIGHER


@pytest.mark.parametrize(("level", "status"), [(1, "lower"), (2, "alike"), (3, "higher")])
def test_the_own_view_is_higher_lower_or_alike(level: int, status: str) -> None:
    """A view within half a step is alike; a whole step apart it is not."""
    assert status_of(cs.beside_cqc(rated(level), cs.cqc([2] * 9)), "equity") == status


def test_half_a_step_is_alike_still() -> None:
    """Half a step apart is alike, and a hair more is not."""
    half = own({"2.1": 2, "2.3": 3})

    assert status_of(cs.beside_cqc(half, cs.cqc([2] * 9)), "healthier-lives") is Standing.ALIKE
    assert status_of(cs.beside_cqc(own({"2.1": 3, "2.3": 3}), cs.cqc([2] * 9)), "healthier-lives")


def test_open_answers_leave_it_uncertain() -> None:
    """Where an open answer could still change how the two stand, that is what is said."""
    beside = cs.beside_cqc(own({"2.1": 2}), cs.cqc([2] * 9))

    assert status_of(beside, "healthier-lives") is Standing.UNCERTAIN
    assert "Uncertain means" in cs.describe_beside(beside)


def test_a_statement_with_slight_ties_only_is_not_compared() -> None:
    """What the standards hardly touch is listed with its ratings, and not scored."""
    view = next(v for v in cs.beside_cqc(rated(4), cs.cqc(YORK)).views if v.touch.value == "hardly")

    assert view.statement.id == "safeguarding"
    assert (view.own.score, view.status) == (None, Standing.NO_SCORE)
    assert [each.score.score for each in view.bearings] == [4, 4]


def test_a_score_that_is_not_known_is_not_compared() -> None:
    """Where CQC's score is not known there is nothing to stand beside."""
    beside = cs.beside_cqc(rated(3), cs.cqc([*YORK[:8], None]))

    assert status_of(beside, "learning") is Standing.NO_SCORE
    assert "not known" in beside_text(beside, "table")


def test_both_scales_are_shown() -> None:
    """Each scale is told with its ends and words, and that they mean different things."""
    said = cs.describe_beside(cs.beside_cqc(rated(3), cs.cqc(YORK)))

    assert "The own scale runs from 1 Starting to 4 Leading." in said
    assert "CQC's runs from 1 Significant shortfalls to 4 Exceptional standard" in said
    assert "nothing is rescaled" in said


def test_a_framework_without_a_note_has_none_told() -> None:
    """Where a framework says nothing of whose its scale is, no note stands there."""
    beside = cs.beside_cqc(rated(3), cs.cqc(YORK))
    silent = evolve(rated(3).assessment, framework=evolve(ROUTE_MAP, note=""))
    said = cs.describe_beside(evolve(beside, card=cs.score(silent)))

    assert "prints no rating scale" in cs.describe_beside(beside)
    assert "prints no rating scale" not in said


def test_no_rating_is_predicted() -> None:
    """A self-assessment of fours beside no known score gives no rating of CQC's."""
    beside = cs.beside_cqc(rated(4), cs.cqc([None] * 9))

    assert beside.judgement.rating is None
    assert beside.counts == {
        "higher": 0,
        "lower": 0,
        "alike": 0,
        "uncertain": 0,
        "no score": 9,
    }


@given(st.lists(st.integers(1, 4), min_size=9, max_size=9), st.integers(1, 4))
def test_every_statement_stands_somehow(scores: list[int], level: int) -> None:
    """The counts add up to all statements, and a full return is uncertain on none."""
    beside = cs.beside_cqc(rated(level), cs.cqc(scores))

    assert sum(beside.counts.values()) == 9
    assert beside.counts["uncertain"] == 0
    assert beside.counts["no score"] == 1


def test_in_the_quick_form_standards_stand_for_their_criteria() -> None:
    """A quick return is compared by its standards, each once with its strongest tie."""
    quick = cs.quick_form(ROUTE_MAP)
    card = cs.score(cs.assess(quick, {"Q1": 3, "Q2": 4, "Q6": 2}))
    view = cs.beside_cqc(card, cs.cqc(YORK)).views[0]

    assert [(each.score.number, each.tie.strength.value) for each in view.bearings] == [
        (1, "strong"),
        (2, "in part"),
        (6, "in part"),
    ]
    assert view.own.score == 3


def test_sentences_are_short() -> None:
    """No sentence but a list of names is longer than 25 words."""
    said = cs.beside_view(cs.beside_cqc(rated(3), cs.cqc(YORK, council="Leeds"))).sentences
    sentences = [each for text in said for each in re.split(r"(?<=[.?!])\s+", text)]

    assert [each for each in sentences if len(each.split()) > 25 and ";" not in each] == []


def test_two_councils_are_told_apart() -> None:
    """Where the return and the scores name different councils, that is said."""
    same = cs.beside_cqc(rated(3), cs.cqc(YORK, council="York Council"))
    other = cs.beside_cqc(rated(3), cs.cqc(YORK, council="Leeds"))

    assert "different councils" not in cs.describe_beside(same)
    assert "The two name different councils, City of York and Leeds." in cs.describe_beside(other)


def test_the_command_sets_them_side_by_side(saved: Path) -> None:
    """Each statement, its criteria with their ties, both scores and the sources are printed."""
    result = run("compare", saved, "--cqc", PUBLISHED, "--council", "York")

    assert result.exit_code == 0
    lines = [" ".join(each.split()) for each in result.stdout.splitlines()]
    assert "Supporting people to live healthier lives 3.50 2 higher well" in lines
    assert "2.2 Starting from strengths: 3.00 (slight, not counted)" in lines
    assert "Safeguarding nothing to score 1 not compared hardly" in lines
    assert "york-1225/summary" in result.stdout


def test_the_council_of_the_return_is_the_one_meant(tmp_path: Path) -> None:
    """Without a name, the row of the return's own council is taken."""
    path = tmp_path / "own.json"
    path.write_text(cs.to_json(rated(2).assessment), "utf-8")

    assert "14 of 36, 39%" in run("compare", path, "--cqc", PUBLISHED).stdout


def test_a_lone_row_without_a_name_is_the_one_meant(saved: Path, tmp_path: Path) -> None:
    """A file of one council that names none is taken to be of the return's."""
    scores = tmp_path / "scores.csv"
    titles = [each.title for each in cs.load_scheme().statements]
    rows = [f'"{title}",{score}' for title, score in zip(titles, YORK, strict=True)]
    scores.write_text("\n".join(["statement,score", *rows]), "utf-8")

    assert "The council: 14 of 36" in run("compare", saved, "--cqc", scores).stdout


def test_a_council_that_is_not_in_the_file_is_told(saved: Path) -> None:
    """A return of a council that has no row brings the remedy."""
    result = run("compare", saved, "--cqc", PUBLISHED)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "--council NAME" in result.stderr


def test_csv_has_a_row_for_each_statement(saved: Path) -> None:
    """CSV holds every statement with both scores, and what they were made from."""
    command = ("compare", saved, "--cqc", PUBLISHED, "--council", "York", "--format", "csv")
    rows = list(csv.DictReader(StringIO(run(*command).stdout)))

    assert [each["status"] for each in rows][:3] == ["higher", "higher", "alike"]
    assert {each["scheme_digest"] for each in rows} == {cs.load_scheme().digest}
    assert rows[1]["criteria"].startswith("2.1 (strong): 3.0; 2.3 (strong): 4.0")


def test_json_is_all_that_is_printed(saved: Path) -> None:
    """Standard output is JSON alone, with both scales in it."""
    command = ("compare", saved, "--cqc", PUBLISHED, "--council", "York", "--format", "json")
    document = json.loads(run(*command).stdout)

    assert document["scale"]["levels"][0]["label"] == "Starting"
    assert document["scheme"]["scale"][0]["label"] == "Significant shortfalls"
    assert document["placed"] is False


def test_a_scheme_of_ones_own_needs_ties_of_ones_own(saved: Path, tmp_path: Path) -> None:
    """The crosswalk is of one edition; with another, ties to it are asked for, and then used."""
    scheme, ties = tmp_path / "next.toml", tmp_path / "ties.toml"
    for name, path in {"cqc/2023": scheme, "crosswalks/route-map-cqc": ties}.items():
        text = (STANDARDS / f"{name}.toml").read_text("utf-8")
        path.write_text(text.replace('edition = "2023"', 'edition = "2027"'), encoding="utf-8")
    command = ("compare", saved, "--cqc", PUBLISHED, "--council", "Camden", "--scheme", scheme)
    refused = run(*command)
    done = run(*command, "--crosswalk", ties)

    assert refused.exit_code == 1
    assert "CQC assessment of local authorities (2027)" in refused.stderr
    assert done.exit_code == 0
    assert "Scheme cqc, edition 2027" in done.stdout


def test_an_unknown_scheme_is_wrong_usage(saved: Path) -> None:
    """The editions that there are stand in the message."""
    result = run("compare", saved, "--cqc", PUBLISHED, "--scheme", "2032")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 2023?" in result.stderr


def test_only_one_thing_is_compared_with(saved: Path) -> None:
    """Two things to compare with, or options that say nothing, are wrong usage."""
    for more in ([saved], ["--target", "3"]):
        assert run("compare", saved, *more, "--cqc", PUBLISHED).exit_code == 2
    for alone in (["--council", "York"], ["--crosswalk", "x.toml"], ["--scheme", "2023"]):
        assert run("compare", saved, saved, *alone).exit_code == 2


def test_the_plain_form_has_a_title_sentences_and_a_table() -> None:
    """What papers show has as many cells in each row as there are headers, and its source."""
    view = cs.beside_view(cs.beside_cqc(rated(3), cs.cqc(YORK, source="A report")))

    (table,) = view.tables
    assert {len(each) for each in table.rows} == {len(table.headers)}
    assert len(table.rows) == 9
    assert "A report" in view.source
    assert view.title == "Beside CQC's scores"


def test_a_paper_tells_what_was_found_before_how_it_is_read() -> None:
    """Where the own view is higher and lower stands first, under no name but the paper's."""
    beside = cs.beside_cqc(rated(3), cs.cqc(YORK))
    first, *others = cs.beside_view(beside).sentences

    assert first.startswith("Of 9 statements, the own view is ")
    assert [each for each in (first, *others) if each.startswith("Self-assessment")] == []
    assert all(each in cs.describe_beside(beside) for each in (first, *others))


def test_a_table_has_a_cell_for_each_header() -> None:
    """A row that is short or long is refused when a view is made."""
    with pytest.raises(ValueError, match="one cell for each header"):
        cs.ViewTable("Ours", ("One", "Two"), [("1",)])


def test_a_crosswalk_between_others_is_refused() -> None:
    """Ties to ASCOF, or of another framework, say nothing of CQC's scores of this return."""
    card, scores = cs.score(cs.Assessment(ROUTE_MAP)), cs.cqc(YORK)
    own = cs.score(cs.Assessment(one_standard()))

    with pytest.raises(cs.AssessmentError, match="“route-map-ascof” ties “route-map” to “ascof 20"):
        cs.beside_cqc(card, scores, cs.load_crosswalk("route-map-ascof"))
    with pytest.raises(cs.AssessmentError, match="to “cqc 2023”, and not “small” to “cqc 2023”"):
        cs.beside_cqc(own, scores, CROSSWALK)
