"""ASCOF's published CSV, made by code at full size with its traps: read, set beside, told."""

from __future__ import annotations

import codecs
import csv
import json
import tracemalloc
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.assurance.ascof_added import notes_on_adding
from commissioning_standards.assurance.ascof_file import LevelOf
from commissioning_standards.assurance.ascof_words import (
    ascof_document,
    ascof_rows,
    ascof_text,
    untied_measures,
    with_ascof,
)
from commissioning_standards.cli import main
from tests.assurance.made import GROUPS, NEW_CODES, NEW_HEADER, OLD_CODES, write_ascof

HAMPSHIRE = "Council E10000014"
YEARS = ("2022-23", "2023-24", "2024-25")
TIED = {"1A", "2A", "2B", "2C", "2D", "2E", "3D"}
CAUTION = "cannot be used to make judgements about how effective local authorities are"
COUNCIL = ("100", "Felpersham", "Local authority", "E10000014")
ENGLAND = ("England", "England", "National", "E92000001")


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three years at full size: the old shape in Windows-1252, the new with and without a mark."""
    folder = tmp_path_factory.mktemp("ascof")
    names = [folder / f"ascof-{year}.csv" for year in YEARS]
    write_ascof(names[0], old=True, encoding="cp1252")
    write_ascof(names[1], encoding="utf-8-sig")
    write_ascof(names[2])
    return names


@pytest.fixture(scope="module")
def hampshire(published: list[Path]) -> cs.Ascof:
    """One council's figures of three years."""
    return cs.ascof(published, "E10000014")


def write(
    folder: Path,
    rows: Iterable[Sequence[str]],
    header: Sequence[str] = NEW_HEADER,
    name: str = "ascof-2023-24.csv",
) -> Path:
    """A file of a few rows."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def row(
    value: str = "81.5",
    code: str = "2D",
    people: str = "Total",
    kind: str = "Outcome",
    place: Sequence[str] = COUNCIL,
) -> tuple[str, ...]:
    """One row as published since 2023."""
    return (*place, code, people, kind, value)


def codes_of(path: Path, council: str = "Felpersham", **options: str) -> list[str]:
    """The code of each fault that a file is refused with."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.ascof(path, council, **options)
    return [each.code for each in refusal.value.problems]


def test_a_council_stands_beside_its_region_its_type_and_england(hampshire: cs.Ascof) -> None:
    """The four places are told as the file names them."""
    assert hampshire.places == {
        LevelOf.COUNCIL: HAMPSHIRE,
        LevelOf.REGION: "South East",
        LevelOf.TYPE: "Shire county",
        LevelOf.ENGLAND: "England",
    }


def test_every_measure_of_every_year_is_there(hampshire: cs.Ascof) -> None:
    """Nineteen measures for five groups of people in each of three years, all in four places."""
    assert hampshire.years == YEARS
    assert len(hampshire.lines) == 3 * 19 * len(GROUPS)
    assert {len(each.outcomes) for each in hampshire.lines} == {4}
    assert {len(each.figures) for each in hampshire.lines} == {12}


def test_figures_are_those_of_the_file(hampshire: cs.Ascof, published: list[Path]) -> None:
    """What is shown of a council is what a plain reading of the file finds."""
    with published[2].open(encoding="utf-8", newline="") as file:
        expected = {
            (each["ASCOF measure code"], each["Disaggregation level"]): each["Measure value"]
            for each in csv.DictReader(file)
            if each["ONS code"] == "E10000014" and each["Measure type"] == "Outcome"
        }
    actual = {
        (each.code, each.group): each.outcomes[LevelOf.COUNCIL].text
        for each in hampshire.lines
        if each.year == "2024-25"
    }

    assert actual == expected


def test_the_three_files_hold_their_traps(published: list[Path]) -> None:
    """Each year has what real files were caught with: else the tests below would prove little."""
    old, marked, bare = (each.read_bytes() for each in published)

    with pytest.raises(UnicodeDecodeError):
        old.decode("utf-8")
    assert "King’s Town".encode("cp1252") in old
    assert marked.startswith(codecs.BOM_UTF8)
    assert not bare.startswith(codecs.BOM_UTF8)
    assert b"Measure_Value" in old.partition(b"\n")[0]
    assert b"Measure value" in bare.partition(b"\n")[0]
    for content in (old, marked, bare):
        rows = list(csv.reader(content.decode("cp1252").splitlines()))
        councils = {each[3] for each in rows if each[2] in {"Council", "Local authority"}}
        assert len(councils) == 153
        assert len({each[4] for each in rows[1:]} - {""}) == (95 if content is old else 19)
        assert {"[c]", "[x]", ":", "*"} <= {each[7] for each in rows}


def test_a_name_with_a_comma_and_a_curly_mark_is_found(published: list[Path]) -> None:
    """In each encoding a council is found by a name that is quoted and beyond ASCII."""
    name = "Council E06000002, King’s Town"
    found = cs.ascof(published, name)

    assert (found.council.name, found.years) == (name, YEARS)
    assert len(found.lines) == 3 * 19 * len(GROUPS)


def test_a_code_of_old_is_not_the_code_of_today(hampshire: cs.Ascof) -> None:
    """The old 2A has its file's name, and the new 2A has ours."""
    titles = {each.year: each.title for each in hampshire.lines if each.code == "2A"}

    assert titles["2022-23"] == "The old measure 2A – by survey"
    assert titles["2023-24"] == titles["2024-25"]
    assert titles["2023-24"].startswith("Short-term support")


def test_breaks_in_series_are_marked(hampshire: cs.Ascof) -> None:
    """Both breaks are told with their reasons, and marked between the years."""
    text = ascof_text(hampshire, "table")

    assert text.count("---- break in series before") == 2
    assert text.index("before 2023-24 ----\n2023-24") < text.index("before 2024-25 ----\n2024-25")
    assert "A new collection of data replaced the old one" in " ".join(text.split())


@pytest.mark.parametrize(
    ("years", "reasons"),
    [
        (("2023-24", "2025-26"), ["A new collection of data"]),
        (("2022-23", "2025-26"), ["The framework was renewed", "A new collection of data"]),
        (("2024-25", "2025-26"), []),
        (("2021-22", "2022-23"), []),
    ],
)
def test_a_break_in_a_year_that_is_not_given_is_marked(
    tmp_path: Path, years: tuple[str, str], reasons: list[str]
) -> None:
    """What broke between two years is told with the later one, whichever files there are."""
    found = cs.ascof([write(tmp_path, [row()], name=f"{each}.csv") for each in years], "Felpersham")
    table, told = ascof_text(found, "table"), " ".join(cs.ascof_view(found).sentences)
    (before,) = {each["break_before"] for each in ascof_rows(found) if each["year"] == years[1]}

    assert (f"---- break in series before {years[1]} ----" in table) is bool(reasons)
    assert (f"Break in series before {years[1]}: " in told) is bool(reasons)
    assert [each for each in reasons if each in told and each in str(before)] == reasons


def test_a_year_alone_has_no_break(published: list[Path]) -> None:
    """With one year there is nothing that a break would part it from."""
    assert "break" not in ascof_text(cs.ascof(published[2], HAMPSHIRE), "table")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_the_departments_caution_stands_beside_every_comparison(
    hampshire: cs.Ascof, form: str
) -> None:
    """However the figures are written, the caution stands with them."""
    assert CAUTION in " ".join(ascof_text(hampshire, form).split())


def test_suppressed_values_stay_what_they_are(hampshire: cs.Ascof) -> None:
    """Marks in place of figures are shown as published, and are never figures."""
    marks = {
        figure.text: figure.value
        for each in hampshire.lines
        for figure in each.outcomes.values()
        if figure.value is None
    }

    assert marks == {"[c]": None, "[x]": None, ":": None, "*": None}
    assert "Kept as published, and no figures: *, :, [c], [x]." in ascof_text(hampshire, "table")


@pytest.mark.parametrize("mark", ["", ":", "*", "[x]", "[c]", "[low]", ".."])
def test_a_mark_is_no_figure(tmp_path: Path, mark: str) -> None:
    """Each mark that is used is kept, whatever it means."""
    found = cs.ascof(write(tmp_path, [row(mark)]), "Felpersham")
    figure = found.lines[0].outcomes[LevelOf.COUNCIL]

    assert (figure.text, figure.value) == (mark, None)
    assert (mark or "blank") in ascof_text(found, "table")


@pytest.mark.parametrize(("text", "value"), [("1,234.5", "1234.5"), ("0", "0"), ("-1.5", "-1.5")])
def test_figures_are_exact(tmp_path: Path, text: str, value: str) -> None:
    """Commas between thousands are read, and nothing is rounded."""
    found = cs.ascof(write(tmp_path, [row(text)]), "Felpersham")

    assert found.lines[0].outcomes[LevelOf.COUNCIL].value == Fraction(value)


@pytest.mark.parametrize("name", [HAMPSHIRE, "council e10000014", "E10000014", " e10000014 "])
def test_a_council_is_found_by_name_or_code(published: list[Path], name: str) -> None:
    """Its name and either of its codes lead to it."""
    assert cs.ascof(published[1], name).council.ons == "E10000014"


def test_a_councils_own_code_leads_to_it(published: list[Path], hampshire: cs.Ascof) -> None:
    """The code that the file gives it, which is of no other office, will do."""
    assert cs.ascof(published[1], hampshire.council.code).council.name == HAMPSHIRE


@pytest.mark.parametrize("name", ["Felpershm", ""])
def test_a_council_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """A slip brings the near miss."""
    path = write(tmp_path, [row(place=ENGLAND), row()])

    assert codes_of(path, name) == ["council-not-in-file"]


def test_a_year_without_the_council_is_noted(tmp_path: Path) -> None:
    """Where one of several files has no row of the council, that is told, and the rest is shown."""
    here = write(tmp_path, [row(), row("80", place=ENGLAND)])
    gone = write(tmp_path, [row("79", place=ENGLAND)], name="ascof-2024-25.csv")
    found = cs.ascof([here, gone], "Felpersham")

    assert [each.code for each in found.notes if "2024-25" in each.place.file] == [
        "year-from-name",
        "council-not-in-year",
    ]
    assert "not given" in ascof_text(found, "table")


def test_a_place_of_another_kind_is_no_council(tmp_path: Path) -> None:
    """A region that is called like a council is not taken for one."""
    path = write(tmp_path, [row(place=("1", "Felpersham", "Region", "E12"))])

    assert codes_of(path) == ["council-not-in-file"]


def test_a_region_that_is_not_known_is_told(tmp_path: Path) -> None:
    """A council that this software does not know has no region or type until they are said."""
    unknown = ("1", "Felpersham", "Council", "E99999999")
    south = ("R", "Somewhere", "Region", "")
    path = write(tmp_path, [row(place=unknown), row("70", place=south)])
    bare = cs.ascof(path, "Felpersham")
    told = cs.ascof(path, "Felpersham", region="somewhere", council_type="Unitary")

    assert [each.code for each in bare.notes[:2]] == ["region-not-known", "type-not-known"]
    assert list(bare.places) == [LevelOf.COUNCIL]
    assert "beside nowhere else" in ascof_text(bare, "table")
    assert told.places == {LevelOf.COUNCIL: "Felpersham", LevelOf.REGION: "Somewhere"}


@pytest.mark.parametrize(
    ("level", "name"), [("Council Type", "Shire counties"), ("Council type", "COUNTY")]
)
def test_types_are_known_by_any_of_their_names(tmp_path: Path, level: str, name: str) -> None:
    """Files have called the types by several names."""
    path = write(tmp_path, [row(), row("70", place=("T", name, level, ""))])

    assert cs.ascof(path, "Felpersham").places[LevelOf.TYPE] == name


def test_a_region_or_type_that_no_file_has_is_told(tmp_path: Path) -> None:
    """A slip in a name is not passed over: the name that was meant is asked for."""
    path = write(tmp_path, [row()])
    slips = cs.ascof(path, "Felpersham", region="Southwest", council_type="Shire cunty")
    absent = cs.ascof(path, "Felpersham", region="South West", council_type="County")

    assert [(each.code, each.found, each.hint) for each in slips.notes[-2:]] == [
        ("region-not-in-files", "“Southwest”", "Did you mean South West?"),
        ("type-not-in-files", "“Shire cunty”", "Did you mean Shire county?"),
    ]
    assert [(each.code, each.hint) for each in absent.notes[-2:]] == [
        ("region-not-in-files", ""),
        ("type-not-in-files", ""),
    ]


def test_a_place_of_an_unknown_level_is_left_out(tmp_path: Path) -> None:
    """A level that is none of the four is neither council nor comparison."""
    path = write(tmp_path, [row(), row("70", place=("X", "Felpersham", "Ward", "E05"))])

    assert len(cs.ascof(path, "Felpersham").lines[0].figures) == 1


def test_a_year_in_a_column_is_the_one_meant(tmp_path: Path) -> None:
    """A column of years is believed before the file's name, and needs no note."""
    path = write(tmp_path, [(*row(), "2024/25")], (*NEW_HEADER, "Financial year"))
    found = cs.ascof(path, "Felpersham")

    assert (found.years, found.notes) == (("2024-25",), ())


def test_a_council_may_be_in_any_of_the_files(tmp_path: Path) -> None:
    """Files in another order give the same, with a note on the one that lacks the council."""
    other = write(tmp_path, [row(place=ENGLAND)], name="ascof-2023-24.csv")
    own = write(tmp_path, [row()], name="ascof-2024-25.csv")
    both = [cs.ascof(files, "Felpersham") for files in ([other, own], [own, other])]

    assert both[0].lines == both[1].lines
    assert [
        [each.place.file for each in found.notes if each.code == "council-not-in-year"]
        for found in both
    ] == [["ascof-2023-24.csv"]] * 2


def test_a_council_in_none_of_the_files_is_told_once(tmp_path: Path) -> None:
    """The one fault names every file that was looked through."""
    files = [write(tmp_path, [row()], name=f"ascof-{each}.csv") for each in ("2023-24", "2024-25")]

    with pytest.raises(cs.AssessmentError) as refusal:
        cs.ascof(files, "Elsewhere")

    (fault,) = refusal.value.problems
    assert fault.place.file == "ascof-2023-24.csv, ascof-2024-25.csv"


@pytest.mark.parametrize("text", ["81,5", "1,23", "1234,567", "1,234,5"])
def test_a_comma_that_is_none_of_thousands_is_told(tmp_path: Path, text: str) -> None:
    """A decimal comma would make a figure ten times what it is."""
    assert codes_of(write(tmp_path, [row(text)])) == ["figure-not-read"]


def test_a_year_given_that_is_none_is_told(tmp_path: Path) -> None:
    """A calendar year is refused, and not passed over for the year of the file's name."""
    with pytest.raises(cs.AssessmentError, match="“2024” is not a financial year"):
        cs.ascof(write(tmp_path, [row()]), "Felpersham", year="2024")


def test_no_file_or_no_name_is_told(tmp_path: Path) -> None:
    """A script without files, or with nothing for the council, is told in a sentence."""
    council: Any = None
    with pytest.raises(ValueError, match="needs a file, and was given none"):
        cs.ascof([], "Felpersham")
    with pytest.raises(TypeError, match=r"ascof\(council=...\) takes text"):
        cs.ascof(write(tmp_path, [row()]), council)


def test_a_year_from_the_files_name_is_told(tmp_path: Path) -> None:
    """A year that only the name gives is taken, and that is noted once."""
    found = cs.ascof(write(tmp_path, [row(), row("1", "2A")]), "Felpersham")

    assert [(each.code, each.found) for each in found.notes] == [("year-from-name", "2023-24")]


def test_a_year_that_is_said_is_the_one_meant(tmp_path: Path) -> None:
    """A year that is said comes before the name's."""
    found = cs.ascof(write(tmp_path, [row()]), "Felpersham", year="2021/22")

    assert (found.years, found.notes) == (("2021-22",), ())


def test_a_file_that_says_no_year_is_told(tmp_path: Path) -> None:
    """Without a year no code can be understood, so nothing is shown."""
    assert codes_of(write(tmp_path, [row()], name="download.csv")) == ["year-missing"]


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    """Every column that is missing is named, with the near miss."""
    header = ["Geographic code", "Area", *NEW_HEADER[2:]]

    assert codes_of(write(tmp_path, [row()], header)) == ["column-missing"] * 2


def test_a_file_that_is_not_ascof_is_told_once(tmp_path: Path) -> None:
    """Where most headings are missing it is said once, with those it has and those it needs."""
    names = [f"Column {number}" for number in range(12)]
    path = write(tmp_path, [row()], names)
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.ascof(path, "Felpersham")
    (fault,) = refusal.value.problems

    assert (fault.code, fault.place.item) == ("not-long-csv", "first row")
    assert "“Column 0”, “Column 1”" in fault.message
    assert "“Column 7” and 4 more; those needed are “Geographical code”" in fault.message


def test_a_file_with_few_other_headings_names_them_all(tmp_path: Path) -> None:
    """Few headings are all named, and a blank first row is said to be blank."""
    for names, said in ((["A", "B"], "Its headings are “A”, “B”;"), ([" "], "are blank;")):
        with pytest.raises(cs.AssessmentError) as refusal:
            cs.ascof(write(tmp_path, [row()], names), "Felpersham")
        assert said in refusal.value.problems[0].message


def test_a_narrow_row_is_told(tmp_path: Path) -> None:
    """Rows that are cut off are told, up to twenty of them; blank ones are passed over."""
    rows: list[Sequence[str]] = [row(), ("", ""), *[("100", "Felpersham")] * 30]

    assert codes_of(write(tmp_path, rows)) == ["row-narrow"] * 20


def test_what_is_neither_figure_nor_mark_is_told(tmp_path: Path) -> None:
    """Words in place of a figure are told, up to twenty of them, with their lines."""
    rows = [row("lots", people=f"Group {each}") for each in range(30)]

    assert codes_of(write(tmp_path, rows)) == ["figure-not-read"] * 20


def test_a_figure_of_another_council_is_not_looked_at(tmp_path: Path) -> None:
    """A slip in a row that nobody asked for stops nothing."""
    other = ("101", "Borchester", "Council", "E10000015")

    assert cs.ascof(write(tmp_path, [row(), row("lots", place=other)]), "Felpersham").lines


def test_a_figure_twice_with_two_values_is_told(tmp_path: Path) -> None:
    """Of two values none is chosen; the same row twice does no harm."""
    again = [row(), row(), row("70")]

    assert codes_of(write(tmp_path, [*again, *[row("71")] * 30])) == ["figure-twice"] * 20
    assert cs.ascof(write(tmp_path, again[:2]), "Felpersham").lines


def test_groups_of_people_are_shown_where_asked(tmp_path: Path) -> None:
    """A measure of everybody stands for itself; groups are shown on request, or alone."""
    rows = [row(), row("70", people="Male"), row("9", "2B", "18 to 64")]
    found = cs.ascof(write(tmp_path, rows), "Felpersham")

    assert "Male" not in ascof_text(found, "table")
    assert "18 to 64" in ascof_text(found, "table")
    assert "Male" in ascof_text(found, "table", every=True)


def test_a_place_without_a_figure_says_so(tmp_path: Path) -> None:
    """Where a place has no row for a measure, nothing is made up for it."""
    rows = [row(), row("1", "2A"), row("80", place=ENGLAND)]

    assert "not given" in ascof_text(cs.ascof(write(tmp_path, rows), "Felpersham"), "table")


def test_a_measure_without_a_name_says_so(tmp_path: Path) -> None:
    """A code that neither we nor the file names is shown as that."""
    found = cs.ascof(write(tmp_path, [row(code="9Z")]), "Felpersham", year="2010-11")

    assert "9Z a measure that this software has no name for" in ascof_text(found, "table")
    assert found.cautions == ()
    assert ascof_document(found)["years"][0]["edition"] is None


def test_memory_does_not_grow_with_the_file(published: list[Path], tmp_path: Path) -> None:
    """A file of four times the rows takes no more memory to read."""
    header, *rows = published[1].read_bytes().splitlines(keepends=True)
    others = [each for each in rows if b"Council E06" in each and b"E06000001" not in each]
    longer = tmp_path / published[1].name
    longer.write_bytes(header + b"".join(rows + others * 10))
    peaks = []
    for path in (published[1], longer):
        tracemalloc.start()
        cs.ascof(path, "E06000001")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert longer.stat().st_size > 4 * published[1].stat().st_size
    assert peaks[1] < 1.05 * peaks[0]


def test_measures_become_dated_evidence(hampshire: cs.Ascof) -> None:
    """Each tied measure of the current edition is evidence, dated on the last day of its year."""
    evidence = cs.ascof_evidence(hampshire, cs.load_crosswalk("route-map-ascof"))
    (first, *_) = (each for each in evidence if each.title.startswith("ASCOF 2D"))

    assert len(evidence) == 2 * 7
    assert (first.date, first.about) == (date(2024, 3, 31), ("2.3",))
    assert first.title == (
        "ASCOF 2D, 2023-24: 31.1 (South East 64.0, Shire county 92.4, England 13.7)"
    )
    assert CAUTION in first.notes
    assert "From ascof-2023-24.csv, line " in first.notes

    assert first.public is True


def test_evidence_says_on_which_line_its_figure_stands(
    hampshire: cs.Ascof, published: list[Path]
) -> None:
    """Whoever doubts a figure finds it in the file, on the line that is told."""
    figure = next(each for each in hampshire.lines if each.year == "2024-25").outcomes
    own = figure[LevelOf.COUNCIL]
    line = published[2].read_text("utf-8").splitlines()[own.line - 1]

    assert (own.file, own.text) == (published[2].name, line.rpartition(",")[2])
    assert "E10000014" in line


@pytest.mark.parametrize(
    ("rows", "evidence"),
    [
        ([row()], ["ASCOF 2D, 2023-24: 81.5"]),
        ([row("[c]")], []),
        ([row(place=ENGLAND), row(kind="Numerator")], []),
        ([row(code="6B")], []),
        ([row(code="2E(1)")], ["ASCOF 2E(1), 2023-24: 81.5"]),
    ],
)
def test_only_figures_become_evidence(
    tmp_path: Path, rows: list[Sequence[str]], evidence: list[str]
) -> None:
    """What is suppressed, of somebody else or tied to nothing is no evidence."""
    found = cs.ascof(write(tmp_path, rows), "Felpersham")
    made = cs.ascof_evidence(found, cs.load_crosswalk("route-map-ascof"))

    assert [each.title for each in made] == evidence


def test_an_untied_measure_is_no_evidence(tmp_path: Path) -> None:
    """A measure that a crosswalk says nothing of is left out."""
    crosswalk = cs.load_crosswalk("route-map-ascof")
    bare = evolve(crosswalk, file=evolve(crosswalk.file, ties=()))

    assert cs.ascof_evidence(cs.ascof(write(tmp_path, [row()]), "Felpersham"), bare) == ()


def test_evidence_is_added_once(tmp_path: Path, example: cs.Assessment) -> None:
    """Adding the same figures again changes nothing."""
    found = cs.ascof(write(tmp_path, [row()]), "Felpersham")
    made = cs.ascof_evidence(found, cs.load_crosswalk("route-map-ascof"))
    once = with_ascof(example, made)

    assert len(once.evidence) == len(example.evidence) + 1
    assert with_ascof(once, made) == once


def test_the_command_prints_a_table_and_notes(published: list[Path]) -> None:
    """The figures go to standard output, and what was taken from the names to standard error."""
    result = run("ascof", *published, "--council", "E10000014")

    assert result.exit_code == 0
    assert result.stderr.count("taken from the file's name") == 3
    assert len([each for each in result.stdout.splitlines() if each.startswith("2D ")]) == 3


def test_the_command_puts_figures_into_a_return(
    tmp_path: Path, published: list[Path], example: cs.Assessment
) -> None:
    """A copy of the return holds them as evidence; the return itself is left as it was."""
    own, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    cs.write_workbook(example, own)
    before = own.read_bytes()
    result = run("ascof", published[1], "--council", "E10000014", "--into", own, "-o", out)

    assert result.exit_code == 0
    assert own.read_bytes() == before
    added = cs.read_workbook(out).evidence[len(example.evidence) :]
    assert [each.title.partition(",")[0] for each in added] == [
        f"ASCOF {code}" for code in NEW_CODES if code in TIED
    ]


def test_measures_that_bear_on_no_standard_are_told(
    tmp_path: Path, published: list[Path], example: cs.Assessment
) -> None:
    """What is not put into the return is told by year and code, and stays in the table."""
    own, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    cs.write_workbook(example, own)
    command = ("ascof", *published[:2], "--council", "E10000014", "--into", own, "-o", out)
    result = run(*command)
    (told,) = (each for each in result.stderr.splitlines() if "Tied to no standard" in each)

    others = [each for each in NEW_CODES if each not in TIED]
    assert f"2022-23: {', '.join(sorted(OLD_CODES))}; 2023-24: {', '.join(others)}." in told
    assert all(f"\n{each} " in result.stdout for each in (*OLD_CODES, *others))


def test_what_is_put_into_a_return_is_told(
    tmp_path: Path, published: list[Path], example: cs.Assessment
) -> None:
    """Which measures went in is told, and when they are put in again, that they are there."""
    own, out, again = (tmp_path / f"{name}.xlsx" for name in ("own", "out", "again"))
    cs.write_workbook(example, own)
    first = run("ascof", published[1], "--council", "E10000014", "--into", own, "-o", out)
    second = run("ascof", published[1], "--council", "E10000014", "--into", out, "-o", again)
    tied = ", ".join(each for each in NEW_CODES if each in TIED)

    assert f"Added as evidence: 2023-24: {tied}." in first.stderr
    assert f"In the return already, and so not added again: 2023-24: {tied}." in second.stderr
    assert "Added as evidence" not in second.stderr


def test_a_measure_without_a_figure_is_told_as_not_put_in(
    tmp_path: Path, example: cs.Assessment
) -> None:
    """A suppressed figure is no evidence, and that is said."""
    found = cs.ascof(write(tmp_path, [row(value="[c]")]), "Felpersham")
    (note,) = notes_on_adding(found, cs.load_crosswalk("route-map-ascof"), example)

    assert (note.code, note.is_note) == ("measures-no-figure", True)
    assert note.found.startswith("2023-24: ")


@pytest.mark.parametrize("code", ["9Z", "1Z(2)", "4", "Mé"])
def test_a_measure_that_nobody_knows_is_kept(tmp_path: Path, code: str) -> None:
    """A code of no edition is shown with its figure, named by the file where it can, and untied."""
    header = (*NEW_HEADER, "Measure Group Description")
    found = cs.ascof(write(tmp_path, [(*row(code=code), "A new thing")], header), "Felpersham")
    (line,) = found.lines
    (note,) = untied_measures(found, cs.load_crosswalk("route-map-ascof"))

    assert (line.code, line.title) == (code, "A new thing")
    assert line.outcomes[LevelOf.COUNCIL].text == "81.5"
    assert note.found == f"2023-24: {code}"
    assert f"{code} A new thing" in ascof_text(found, "table")


def test_nothing_is_told_where_every_measure_is_tied(tmp_path: Path) -> None:
    """Where all bear on a standard there is no note."""
    found = cs.ascof(write(tmp_path, [row()]), "Felpersham")

    assert untied_measures(found, cs.load_crosswalk("route-map-ascof")) == ()


def test_the_command_replaces_nothing(published: list[Path], tmp_path: Path) -> None:
    """Neither the CSV nor the return is written over, and a file that is there is kept."""
    own = tmp_path / "own.xlsx"
    own.write_bytes(b"mine")
    command = ("ascof", published[0], "--council", "E10000014", "--into", own, "-o")

    assert run(*command, own, "--force").exit_code == 2
    assert run(*command, published[0], "--force").exit_code == 2
    assert own.read_bytes() == b"mine"


@pytest.mark.parametrize("more", [["--into", "x.xlsx"], ["-o", "x.xlsx"], ["--year", "2023"]])
def test_options_that_say_nothing_are_wrong_usage(published: list[Path], more: list[str]) -> None:
    """Half of a pair, and a year that is none, are wrong usage."""
    assert run("ascof", published[0], "--council", "E10000014", *more).exit_code == 2


def test_csv_has_a_row_for_each_value(published: list[Path]) -> None:
    """CSV holds text and number of each value, with place, kind, break and file."""
    text = run("ascof", published[2], "--council", "E10000014", "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text)))

    assert len(rows) == 19 * len(GROUPS) * 4 * 3
    assert {each["kind"] for each in rows} == {"Outcome", "Numerator", "Denominator"}
    assert all("sha256" in each["files"] for each in rows)


def test_csv_of_nothing_is_a_header(tmp_path: Path) -> None:
    """Where there is no figure at all there is a header still."""
    found = evolve(cs.ascof(write(tmp_path, [row()]), "Felpersham"), lines=())

    assert ascof_text(found, "csv") == "council\r\n"


def test_json_is_all_that_is_printed(published: list[Path]) -> None:
    """Standard output is JSON alone, with the edition of each year."""
    command = ("ascof", *published, "--council", "E10000014", "--format", "json")
    document = json.loads(run(*command).stdout)

    assert [each["edition"] for each in document["years"]] == ["2011-12", "2023-24", "2023-24"]
    assert [bool(each["break"]) for each in document["years"]] == [False, True, True]


def test_the_plain_form_has_a_title_sentences_and_a_table(hampshire: cs.Ascof) -> None:
    """What papers show has as many cells in each row as there are headers, and its source."""
    view = cs.ascof_view(hampshire)

    (table,) = view.tables
    assert {len(each) for each in table.rows} == {len(table.headers)}
    assert len(table.rows) == 3 * 19
    assert any(CAUTION in each for each in view.sentences)
    assert "Open Government Licence" in view.source
