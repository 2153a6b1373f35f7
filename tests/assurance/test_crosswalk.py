"""Schemes, measures and crosswalks as data: loaded strictly, listed, shown and checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.assurance.crosswalk import Strength, Touch
from commissioning_standards.assurance.listing import outside_ids, show_outside
from commissioning_standards.assurance.loading import (
    brought_crosswalks,
    brought_outside,
    load_places,
    measures_of,
)
from commissioning_standards.assurance.measures import year_of
from commissioning_standards.cli import main
from commissioning_standards.names import council_key
from tests.folders import GOOD, write_folder
from tests.wording.test_vocabulary import spelling

ROOT = Path(__file__).parents[2] / "standards"
CQC = (ROOT / "cqc" / "2023.toml").read_text("utf-8")
ASCOF = (ROOT / "ascof" / "2023-24.toml").read_text("utf-8")
TIES = (ROOT / "crosswalks" / "route-map-cqc.toml").read_text("utf-8")
VIEWS = sorted(each for name in ("ascof", "cqc") for each in (ROOT / name).glob("2*.toml"))
LONGEST_SENTENCE = 25


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def changed(folder: Path, text: str, old: str, new: str) -> Path:
    """A data file with the first ``old`` of it replaced."""
    assert old in text
    path = folder / "ours.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    """The code and the place of everything that a check finds wrong."""
    lines = run("frameworks", "check", path)
    assert lines.exit_code in (1, 2), lines.stdout
    with pytest.raises(cs.FrameworkError) as refusal:
        cs.load_crosswalk(path) if "crosswalk" in path.read_text("utf-8") else _load(path)
    return [(each.code, each.place.item) for each in refusal.value.problems]


def _load(path: Path) -> object:
    scheme = "[[bands]]" in path.read_text("utf-8")
    return cs.load_scheme(path) if scheme else cs.load_measures(path)


def test_the_scheme_is_cqcs() -> None:
    """Four themes, nine statements, scores from 1 to 4 and six kinds of evidence."""
    scheme = cs.load_scheme("cqc", "2023")

    assert [len(each) for each in (scheme.themes, scheme.statements, scheme.levels)] == [4, 9, 4]
    assert [each.lowest for each in scheme.bands] == [25, 39, 63, 88]
    assert scheme.evidence == tuple(cs.EvidenceCategory)
    assert "https://www.cqc.org.uk/" in scheme.source


def test_the_newest_edition_is_what_is_loaded() -> None:
    """Without an edition the newest is meant; with one, that."""
    assert cs.load_measures().edition == "2023-24"
    assert cs.load_measures("ascof", "2011-12").called == "domain"


@pytest.mark.parametrize(("name", "edition"), [("cqc", "1999"), ("cq", "")])
def test_an_unknown_edition_is_told(name: str, edition: str) -> None:
    """A scheme or an edition that is not there is told with those there are."""
    with pytest.raises(cs.FrameworkError, match="cqc 2023"):
        cs.load_scheme(name, edition)


def test_ascof_has_four_domains_and_then_six_objectives() -> None:
    """Both editions are there, each with the years whose codes it has."""
    first, now = (cs.load_measures("ascof", each) for each in ("2011-12", "2023-24"))

    assert (len(first.areas), len(now.areas)) == (4, 6)
    assert all(area.outcomes for each in (first, now) for area in each.areas)
    assert [measures_of(year) for year in ("2010-11", "2022-23", "2023-24", "2031-32")] == [
        None,
        first,
        now,
        now,
    ]


def test_a_code_of_two_years_is_two_measures() -> None:
    """What 2A is called since 2023 is not said of the old 2A."""
    first, now = (cs.load_measures("ascof", each) for each in ("2011-12", "2023-24"))

    assert first.measure("2A") is None
    assert now.measure("2A") is not None


@pytest.mark.parametrize(
    ("code", "known"), [("3D1A", "3D"), ("2B", "2B"), ("2b1864", "2B"), ("2BC", ""), ("9Z", "")]
)
def test_a_code_with_a_group_after_it_is_known(code: str, known: str) -> None:
    """A figure or bracket after a code is a group of people or a part of the measure."""
    found = cs.load_measures().measure(code)

    assert (found.code if found else "") == known


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023-24", "2023-24"),
        ("2023/24", "2023-24"),
        ("2023 to 2024", "2023-24"),
        ("ascof_202324_final.csv", "2023-24"),
        ("2023-25", ""),
        ("2023-24 and 2024-25", ""),
        ("1920", ""),
        ("2024-11-25", ""),
    ],
)
def test_a_year_is_read_where_there_is_one(text: str, year: str) -> None:
    """Only two years that follow each other are a financial year, and never one of two."""
    assert year_of(text) == year


def test_every_council_is_in_one_region_and_at_most_one_type() -> None:
    """No council stands in two regions or types; only three have no type."""
    places = load_places()
    regions = [code for each in places.regions for code in each.councils]
    types = [code for each in places.types for code in each.councils]

    assert len(regions) == len(set(regions))
    assert len(types) == len(set(types))
    assert set(regions) - set(types) == {"E09000011", "E09000014", "E09000025"}
    assert set(types) <= set(regions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("City of York Council", "york"),
        ("Herefordshire, County of", "Herefordshire Council"),
        ("Royal Borough of Kingston upon Thames", "Kingston upon Thames"),
        ("City of London", "CITY OF LONDON"),
    ],
)
def test_councils_are_known_by_their_own_name(one: str, other: str) -> None:
    """What kind of council it is says nothing of which it is."""
    assert council_key(one) == council_key(other)


def test_different_councils_stay_different() -> None:
    """A county and its city are two councils."""
    assert council_key("Nottingham City Council") != council_key("Nottinghamshire County Council")


@pytest.mark.parametrize("name", brought_crosswalks())
def test_every_crosswalk_has_no_fault(name: str) -> None:
    """Each crosswalk that comes with this software loads, under its own name."""
    assert cs.load_crosswalk(name).id == name


def test_every_statement_has_ties_and_every_tie_a_reason() -> None:
    """Each tie has one sentence of reason, and no reason is given twice to one statement."""
    crosswalk = cs.load_crosswalk("route-map-cqc")
    reasons = [(each.to, each.reason) for each in crosswalk.file.ties]

    assert all(crosswalk.ties_to(each) for each in crosswalk.titles)
    assert len(set(reasons)) == len(reasons)
    assert [each for _, each in reasons if not re.fullmatch(r"[^.?!]+\.", each)] == []


@pytest.mark.parametrize("name", brought_crosswalks())
def test_what_is_said_in_a_crosswalk_is_short(name: str) -> None:
    """No sentence of a reason or a note is longer than 25 words."""
    file = cs.load_crosswalk(name).file
    texts = [file.note, *(each.reason for each in file.ties), *(each.text for each in file.notes)]
    sentences = [each for text in texts for each in re.split(r"(?<=[.?!])\s+", text)]

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def said_outside() -> list[str]:
    """Every text of ours in the schemes and measures."""
    texts: list[str] = []
    for each in brought_outside():
        texts += [each.origin, each.note]
        if isinstance(each, cs.Scheme):
            texts += [each.rule]
        else:
            texts += [each.caution, *(one.why for one in each.breaks)]
            texts += [one for area in each.areas for one in area.outcomes]
    return texts


def test_what_is_said_of_outside_views_is_short() -> None:
    """No sentence of ours in a scheme or in measures is longer than 25 words."""
    sentences = [each for text in said_outside() for each in re.split(r"(?<=[.?!:])\s+", text)]

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_outside_views_are_spelt_as_in_britain() -> None:
    """The British dictionary and the project's own list know every word."""
    files = [cs.load_crosswalk(each).file for each in brought_crosswalks()]
    texts = [each.reason for file in files for each in file.ties]
    texts += [each.text for file in files for each in file.notes]

    assert spelling(" ".join([*texts, *said_outside()]).replace("’", "'")) == []


def test_what_the_standards_hardly_touch_is_said() -> None:
    """Safeguarding has slight ties only, and is said to be hardly touched, with the reason."""
    crosswalk = cs.load_crosswalk("route-map-cqc")
    little = [key for key in crosswalk.titles if crosswalk.touch(key) is Touch.HARDLY]

    assert little == ["safeguarding"]
    assert {each.strength for each in crosswalk.ties_to("safeguarding")} == {Strength.SLIGHT}
    assert "hardly" in crosswalk.note_on("safeguarding")


def test_a_statement_without_ties_is_not_touched() -> None:
    """Where nothing is tied, that is said."""
    crosswalk = cs.load_crosswalk("route-map-cqc")
    bare = evolve(crosswalk, file=evolve(crosswalk.file, ties=(), notes=()))

    assert bare.touch("equity") is Touch.NOT
    assert len(bare.untied) == 48


def test_coverage_is_shown_both_ways() -> None:
    """Shown are what the standards hardly touch, and what CQC's statements hardly ask."""
    text = " ".join(run("show", "route-map-cqc").stdout.split())

    assert "Hardly touched by Commissioning for Better Outcomes: a route map: Safeguarding." in text
    assert "Tied to nothing in CQC assessment of local authorities: 1.3 Contracts" in text
    assert "2.4 Protection from abuse and neglect (slight): This asks only about" in text


@pytest.mark.parametrize("name", outside_ids())
def test_everything_that_is_listed_can_be_shown(name: str) -> None:
    """Each outside view and crosswalk is shown with its source or its reasons."""
    result = run("show", name)

    assert result.exit_code == 0
    assert f"ID: {name}" in result.stdout


def test_what_is_not_there_is_not_shown() -> None:
    """A name that is nearly one brings the one meant."""
    with pytest.raises(cs.FrameworkError, match="Did you mean route-map-cqc"):
        show_outside("route-map-cq")


def test_ascof_is_shown_with_its_caution() -> None:
    """Both editions are shown, each with DHSC's caution and the breaks in series."""
    text = " ".join(run("show", "ascof").stdout.split())

    assert text.count("cannot be used to make judgements") == 2
    assert "Break in series, 2024-25" in text
    assert "Years: 2011-12 to 2022-23" in text


def test_frameworks_are_listed_by_kind() -> None:
    """What is filled in comes first; outside views and crosswalks are called that."""
    lines = run("frameworks").stdout.splitlines()

    assert [each.partition(":")[0] for each in lines] == [
        *cs.framework_ids(),
        *(each.parent.name for each in VIEWS),
        *(each.stem for each in sorted((ROOT / "crosswalks").iterdir())),
    ]
    assert (
        "cqc: CQC assessment of local authorities (2023), outside view: 9 statements in 4 themes"
    ) in lines


def test_outside_views_are_not_filled_in() -> None:
    """No workbook can be made of CQC's scheme, and it is no framework to assess oneself against."""
    result = run("new", "--framework", "cqc")

    assert "cqc" not in cs.framework_ids()
    assert result.exit_code == 2
    assert "nothing to fill in" in result.stderr


@pytest.mark.parametrize("folder", ["route-map", "cqc", "ascof", "crosswalks"])
def test_what_comes_with_the_software_is_checked(folder: str) -> None:
    """A check of each folder finds no fault, and says what is in it."""
    result = run("frameworks", "check", ROOT / folder)

    assert result.exit_code == 0
    assert all(line.endswith(": no faults") for line in result.stdout.splitlines())


def test_a_check_tells_everything_wrong_with_a_framework(tmp_path: Path) -> None:
    """All faults of all files of a folder are told, with status 1."""
    broken = {each: text.replace('id = "', 'idd = "', 1) for each, text in GOOD.items()}
    result = run("frameworks", "check", write_folder(tmp_path, broken))

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) >= 2 * len(GOOD)


def test_a_check_tells_everything_wrong_with_several_files(tmp_path: Path) -> None:
    """Every data file of a folder is looked at, whatever is wrong with the first."""
    changed(tmp_path, CQC, "lowest = 25", "lowest = 30").rename(tmp_path / "a.toml")
    changed(tmp_path, TIES, 'part = "1.1"', 'part = "9.9"')
    result = run("frameworks", "check", tmp_path)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("a.toml")
    assert result.stderr.splitlines()[1].startswith("ours.toml (ties[0].part)")


def test_a_crosswalk_may_be_tied_to_a_scheme_beside_it(tmp_path: Path) -> None:
    """In a folder of one's own, crosswalks are checked against the schemes that are there."""
    newer = CQC.replace('edition = "2023"', 'edition = "2030"').replace('"equity"', '"fairness"')
    ties = TIES.replace('edition = "2023"', 'edition = "2030"').replace('"equity"', '"fairness"')
    (tmp_path / "newer.toml").write_text(newer, "utf-8")
    (tmp_path / "ties.toml").write_text(ties, "utf-8")

    assert run("frameworks", "check", tmp_path).exit_code == 0


@pytest.mark.parametrize("what", ["nothing", "empty"])
def test_a_check_of_nothing_is_told(tmp_path: Path, what: str) -> None:
    """A folder that is empty or not there has nothing to check."""
    (tmp_path / "empty").mkdir()

    assert "no framework and no data file" in run("frameworks", "check", tmp_path / what).stderr


def test_check_and_copy_do_not_go_together() -> None:
    """Both at once is wrong usage."""
    result = run("frameworks", "--copy", "route-map", "-o", "x", "check", ".")

    assert result.exit_code == 2
    assert "one at a time" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('kind = "scheme"', 'kind = "sceme"', [("unknown-kind", "kind")]),
        ('kind = "scheme"', "", [("unknown-kind", "kind")]),
        ('kind = "scheme"', "kind = 7", [("unknown-kind", "kind")]),
        ('kind = "scheme"', "kind = ", [("not-toml", "")]),
        ("value = 4", "value = 3.5", [("score-not-whole", "")]),
        ("lowest = 39", "lowest = 25", [("bands-out-of-order", "")]),
        ("lowest = 25", "lowest = 26", [("bands-start-late", "")]),
        ('rating = "Good"', 'rating = "Inadequate"', [("duplicate-id", "bands")]),
        (
            'id = "leadership"',
            'id = "providing-support"',
            [("duplicate-id", "themes"), *[("unknown-domain", "")] * 2],
        ),
        ('theme = "leadership"', 'theme = "leaders"', [("unknown-domain", "")]),
        (
            'title = "Safeguarding"',
            'title = "Equity"',
            [("duplicate-id", "statement safeguarding")],
        ),
        ("checked = 2026-11-25", 'checked = "soon"', [("wrong-type", "checked")]),
        ('"Processes"', '"Process"', [("not-allowed", "evidence[4]")]),
    ],
)
def test_a_fault_in_a_scheme_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    """Each kind of slip in a scheme is found, and told with its place."""
    assert faults(changed(tmp_path, CQC, old, new)) == expected


def test_a_scheme_of_nothing_is_told(tmp_path: Path) -> None:
    """A scheme without statements or bands has no percentage to give."""
    head, levels = CQC.partition("[[levels]]")[0], CQC.split("[[bands]]")[0].split("[[levels]]", 1)
    empty = "bands = []\nthemes = []\nstatements = []\n"
    path = tmp_path / "ours.toml"
    path.write_text(f"{head.partition('evidence')[0]}{empty}[[levels]]{levels[1]}", "utf-8")
    with pytest.raises(cs.FrameworkError) as refusal:
        cs.load_scheme(path)

    assert [each.code for each in refusal.value.problems] == ["no-statements"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('first_year = "2023-24"', 'first_year = "2023"', [("bad-year", "")]),
        ('area = "safety"', 'area = "safe"', None),
        ('code = "2B"', 'code = "2A"', [("duplicate-id", "measures")]),
        ('year = "2024-25"', 'year = "next"', [("bad-year", "")]),
        ('area = "empowerment"', 'area = "power"', [("unknown-domain", "")]),
        ('id = "safety"', 'id = "empowerment"', [("duplicate-id", "areas")]),
    ],
)
def test_a_fault_in_measures_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]] | None
) -> None:
    """Each kind of slip in a set of measures is found, and told with its place."""
    if expected:
        assert faults(changed(tmp_path, ASCOF, old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('part = "1.1"', 'part = "1.9"', [("unknown-criterion", "ties[0].part")]),
        ('to = "assessing-needs"\nstr', 'to = "needs"\nstr', [("unknown-target", "ties[0].to")]),
        ('to = "safe-systems"\ntext', 'to = "safe"\ntext', [("unknown-target", "notes[0].to")]),
        ('to = "safe-systems"\ntext', 'to = "safeguarding"\ntext', [("duplicate-id", "notes[1]")]),
        ('part = "1.4"', 'part = "1.1"', [("duplicate-id", "ties[1]")]),
        ('strength = "strong"', 'strength = "firm"', [("not-allowed", "ties[0].strength")]),
        ('edition = "2014"', 'edition = "2015"', [("other-edition", "own.edition")]),
        ('edition = "2023"', 'edition = "2024"', [("unknown-framework", "")]),
        ('framework = "route-map"', 'framework = "rout-map"', [("unknown-framework", "")]),
        ("reason =", "resaon =", [("missing-key", "ties[0]"), ("unknown-key", "ties[0]")]),
    ],
)
def test_a_fault_in_a_crosswalk_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    """Unknown IDs and every other slip are faults, told with the file and the place in it."""
    assert faults(changed(tmp_path, TIES, old, new)) == expected


def test_a_crosswalk_of_another_framework_is_told(tmp_path: Path) -> None:
    """A crosswalk is tied to the framework that it names, and to no other."""
    framework = cs.load_framework(write_folder(tmp_path, GOOD))

    with pytest.raises(cs.FrameworkError, match=r"own\.framework"):
        cs.load_crosswalk("route-map-cqc", framework)


@pytest.mark.parametrize("source", ["route-map-cq", "none.toml"])
def test_a_crosswalk_that_is_not_there_is_told(source: str) -> None:
    """A name or a file that leads nowhere is a problem and no crash."""
    with pytest.raises(cs.FrameworkError):
        cs.load_crosswalk(source)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    """A crosswalk is no scheme."""
    with pytest.raises(cs.FrameworkError, match="another kind than scheme"):
        cs.load_scheme(changed(tmp_path, TIES, "a", "a"))


def test_nobody_is_said_to_endorse_it() -> None:
    """Wherever CQC or DHSC is named as data, it is said that nobody has endorsed this."""
    notes = [cs.load_crosswalk(each).file.note for each in brought_crosswalks()]
    notes += [each.note for each in brought_outside() if isinstance(each, cs.Scheme)]

    assert all("endorsed" in each for each in notes)
    assert [each for each in brought_outside() if not each.source or not each.checked] == []


def test_content_has_a_digest() -> None:
    """A changed word changes the digest, and the same words do not."""
    scheme, measures = cs.load_scheme(), cs.load_measures()

    assert evolve(scheme, note="x").digest != scheme.digest == evolve(scheme).digest
    assert evolve(measures, note="x").digest != measures.digest
