"""CQC's scores from CSV files, and the command that works them out."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.assurance.cqc_files import chosen_judgement
from commissioning_standards.assurance.cqc_words import cqc_document, cqc_text, working
from commissioning_standards.cli import main

SCHEME = cs.load_scheme()
TITLES = [each.title for each in SCHEME.statements]
CAMDEN = [3, 3, 4, 3, 4, 4, 3, 4, 4]
PUBLISHED = Path(__file__).parents[1] / "cases" / "cqc-published.csv"


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def write(folder: Path, *rows: Sequence[object], encoding: str = "utf-8") -> Path:
    """A CSV file of rows."""
    path = folder / "scores.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def codes_of(path: Path) -> list[str]:
    """The code of each fault that a file is refused with."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.read_cqc(path)
    return [each.code for each in refusal.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """A file that Excel or another program saved keeps its signs."""
    path = write(tmp_path, ["Council", *TITLES], ["Ynys Môn", *CAMDEN], encoding=encoding)

    assert [each.council for each in cs.read_cqc(path).judgements] == ["Ynys Môn"]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    """Columns are found by name, and others are passed over."""
    header = ["note", *reversed(TITLES), "Council"]
    path = write(tmp_path, header, ["x", *reversed(CAMDEN), "Camden"])
    (found,) = cs.read_cqc(path).judgements

    assert found.scores == tuple(CAMDEN)


def test_a_list_of_statements_is_one_council(tmp_path: Path) -> None:
    """A file with a statement a row is read as one council's."""
    rows: list[list[object]] = [list(each) for each in zip(TITLES, CAMDEN, strict=True)]
    path = write(tmp_path, ["Statement", "Score"], *rows)
    (found,) = cs.read_cqc(path).judgements

    assert (found.total, found.council) == (32, "")


def test_a_list_with_a_statement_missing_is_told(tmp_path: Path) -> None:
    """Each fault of such a file names the file."""
    path = write(tmp_path, ["Statement", "Score"], [TITLES[0], 3], ["Safety", 3])

    assert set(codes_of(path)) == {"unknown-statement", "statement-missing"}


def listed(*councils: tuple[str, int], more: Sequence[object] = ()) -> list[list[object]]:
    """Rows of a list: each council's score for every statement, and what else stands in a row."""
    return [[name, each, score, *more] for name, score in councils for each in TITLES]


def test_a_list_is_read_council_by_council(tmp_path: Path) -> None:
    """No council's scores are shown as those of another that stands in the same list."""
    rows = listed(("Camden", 4), ("London Borough of Barnet", 1))
    held = cs.read_cqc(write(tmp_path, ["council", "statement", "score"], *rows))

    found = {each.council: each.total for each in held.judgements}
    assert found == {"Camden": 36, "London Borough of Barnet": 9}
    assert chosen_judgement(held, "Barnet", asked=True).total == 9


def test_a_list_refuses_one_council_and_keeps_another(tmp_path: Path) -> None:
    """Faults in a list name the council, and the line where that is known."""
    rows = [*listed(("Camden", 4), ("Barnet", 1)), ["Barnet", "Assessing needs ", 2]]
    held = cs.read_cqc(write(tmp_path, ["council", "statement", "score"], *rows))

    assert [each.council for each in held.judgements] == ["Camden"]
    assert [(each.code, each.place.item) for each in held.problems] == [
        ("statement-twice", "Barnet: line 20")
    ]


def test_a_statement_twice_in_a_list_is_told(tmp_path: Path) -> None:
    """A second score in any spelling is a fault with its line, and does not count."""
    rows: list[list[object]] = [*([each, 3] for each in TITLES), ["equity", 1]]
    path = write(tmp_path, ["statement", "score"], *rows)

    with pytest.raises(cs.AssessmentError, match=r"scores.csv \(line 11\): The statement “equity”"):
        cs.read_cqc(path)


def test_what_a_list_states_is_held_to_its_scores(tmp_path: Path) -> None:
    """A percentage and a rating beside the statements are read as those beside a council are."""
    header = ["council", "statement", "score", "percentage", "rating", "published", "source"]
    right = listed(("Camden", 4), more=("100%", "Outstanding", "2025-02-28", "their report"))
    wrong = listed(("Barnet", 4), more=("50", "Good", "", ""))
    held = cs.read_cqc(write(tmp_path, header, *right, *wrong))

    (camden,) = held.judgements
    assert (str(camden.published), camden.source) == ("2025-02-28", "their report")
    assert [each.code for each in held.problems] == ["percentage-differs", "rating-differs"]


def test_a_list_may_say_once_what_is_of_all_its_rows(tmp_path: Path) -> None:
    """A rating in one row alone is of the council, however the others are left."""
    first, *others = listed(("Camden", 4), more=("",))
    rows = [first, *others[:-1], [*others[-1][:-1], "Good"]]
    held = cs.read_cqc(write(tmp_path, ["council", "statement", "score", "rating"], *rows))

    assert [each.code for each in held.problems] == ["rating-differs"]


def test_rows_of_one_council_that_disagree_are_told(tmp_path: Path) -> None:
    """Two dates of publication in one list could each be the right one."""
    first, *others = listed(("Camden", 4), more=("2025-02-28",))
    rows = [[*first[:-1], "2025-02-27"], *others]
    held = cs.read_cqc(write(tmp_path, ["council", "statement", "score", "published"], *rows))

    (fault,) = held.problems
    assert (fault.code, fault.found) == (
        "told-differently",
        "published: “2025-02-27”, “2025-02-28”",
    )


def test_a_list_without_a_row_is_told_once(tmp_path: Path) -> None:
    """Names alone are one fault, and not one for each statement."""
    assert codes_of(write(tmp_path, ["statement", "score"], [" ", ""])) == ["no-scores"]


def test_a_short_row_of_a_list_leaves_its_score_open(tmp_path: Path) -> None:
    """A statement without a cell for its score is not known, and not missing."""
    rows: list[list[object]] = [*([each, 3] for each in TITLES[:-1]), [TITLES[-1]]]
    (found,) = cs.read_cqc(write(tmp_path, ["statement", "score"], *rows)).judgements

    assert found.scores == (*[3] * 8, None)


def test_a_row_without_a_name_is_used_only_where_it_stands_alone(tmp_path: Path) -> None:
    """Beside a bad row of another council, a row without a name could be anybody's."""
    rows = [["", *CAMDEN], ["York", 9, *CAMDEN[1:]]]
    alone = cs.read_cqc(write(tmp_path, ["Council", *TITLES], rows[0]))
    beside = cs.read_cqc(write(tmp_path, ["Council", *TITLES], *rows))

    assert chosen_judgement(alone, "Camden", asked=False).total == 32
    with pytest.raises(cs.AssessmentError, match="No row is of “Camden”"):
        chosen_judgement(beside, "Camden", asked=False)


def test_the_only_rows_own_faults_are_told_where_it_has_no_name(tmp_path: Path) -> None:
    """Whoever's the row would be is told what is wrong with it, and not that it is not there."""
    held = cs.read_cqc(write(tmp_path, ["Council", *TITLES], ["", 9, *CAMDEN[1:]]))

    with pytest.raises(cs.AssessmentError, match="“9” is not a score"):
        chosen_judgement(held, "Camden", asked=False)


def test_a_misspelt_column_is_told(tmp_path: Path) -> None:
    """A column that is nearly a statement's is suggested, and no row is read without it."""
    path = write(tmp_path, ["Council", "Asessing needs", *TITLES[1:]], ["Camden", *CAMDEN])

    with pytest.raises(cs.AssessmentError, match="Did you mean Asessing needs"):
        cs.read_cqc(path)


def test_a_column_twice_is_told(tmp_path: Path) -> None:
    """Two columns of one statement could disagree."""
    assert codes_of(write(tmp_path, [*TITLES, "equity"], [*CAMDEN, 1])) == ["statement-twice"]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """A file without a header is one fault, and not one for each statement."""
    assert codes_of(write(tmp_path)) == ["no-statement-columns"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A name that leads nowhere is a problem and no crash."""
    assert codes_of(tmp_path / "none.csv") == ["file-missing"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is a problem and no crash."""
    assert codes_of(tmp_path) == ["is-folder"]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """A cell without an end is told with its line."""
    path = write(tmp_path, ["Council", *TITLES])
    path.write_text(path.read_text("utf-8") + '"' + "x" * 200_000, "utf-8")

    assert codes_of(path) == ["csv-damaged"]


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    """Bytes that are text in none of the usual encodings are told."""
    path = tmp_path / "scores.csv"
    path.write_bytes(b"Council\x81,\xff\n")

    assert codes_of(path) == ["not-csv"]


def test_a_file_cut_within_a_letter_is_told_apart(tmp_path: Path) -> None:
    """A last letter that is no UTF-8 shows that the file is Windows-1252."""
    rows = ["Council," + ",".join(f'"{each}"' for each in TITLES), "Caf\xe9,3,3,3,3,3,3,3,3,3"]
    path = tmp_path / "scores.csv"
    path.write_bytes("\n".join([*rows, "\xe9"]).encode("cp1252"))

    assert [each.council for each in cs.read_cqc(path).judgements] == ["Café", "é"]


def test_bad_rows_are_told_and_good_ones_kept(tmp_path: Path) -> None:
    """Each bad row is told with its line and council; the others are worked out."""
    header = ["Council", *TITLES, "rating", "published"]
    path = write(
        tmp_path,
        header,
        ["Camden", *CAMDEN, "Outstanding", "2025-02-28"],
        ["York", 9, *CAMDEN[1:], "", "May 2025"],
        ["Leeds", *CAMDEN, "", "2025-13-01"],
    )
    held = cs.read_cqc(path)

    assert [each.council for each in held.judgements] == ["Camden"]
    assert [(each.code, each.place.item) for each in held.problems] == [
        ("score-not-allowed", "line 3, York: Assessing needs"),
        ("date-not-read", "line 3, York"),
        ("date-not-read", "line 4, Leeds"),
    ]


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    """A line without anything is no council, and lines are counted with it."""
    held = cs.read_cqc(write(tmp_path, ["Council", *TITLES], [], ["York", 9, *CAMDEN[1:]]))

    assert [each.place.item for each in held.problems] == ["line 3, York: Assessing needs"]


def test_short_rows_end_in_blanks(tmp_path: Path) -> None:
    """A row that a program cut short has its last scores open."""
    path = write(tmp_path, ["Council", *TITLES], ["Camden", *CAMDEN[:8]])
    (found,) = cs.read_cqc(path).judgements

    assert found.scores == (*CAMDEN[:8], None)


@pytest.mark.parametrize("name", ["Camden", "London Borough of Camden", "CAMDEN COUNCIL"])
def test_a_council_is_found_however_it_is_called(name: str) -> None:
    """What kind of council it is does not matter in its name."""
    found = chosen_judgement(cs.read_cqc(PUBLISHED), name, asked=True)

    assert found.council == "London Borough of Camden"


@pytest.mark.parametrize(("name", "code"), [("Camdn", "unknown-council"), ("", "unknown-council")])
def test_a_council_that_is_not_there_is_told(tmp_path: Path, name: str, code: str) -> None:
    """A name that is in no row is told."""
    held = cs.read_cqc(write(tmp_path, ["Council", *TITLES], ["Camden", *CAMDEN]))
    with pytest.raises(cs.AssessmentError) as refusal:
        chosen_judgement(held, name, asked=True)

    assert [each.code for each in refusal.value.problems] == [code]


def test_a_council_twice_is_told(tmp_path: Path) -> None:
    """Of two rows of one council none is chosen."""
    rows = [["Camden", *CAMDEN], ["Camden Council", *CAMDEN]]
    held = cs.read_cqc(write(tmp_path, ["Council", *TITLES], *rows))

    with pytest.raises(cs.AssessmentError, match="Several rows"):
        chosen_judgement(held, "Camden", asked=True)


def test_a_councils_own_bad_row_is_told() -> None:
    """Whoever asks for a council whose row is bad is told what is wrong with it."""
    with pytest.raises(cs.AssessmentError, match="rating stated is Good"):
        chosen_judgement(cs.read_cqc(PUBLISHED), "Liverpool City Council", asked=True)


def test_nine_scores_are_worked_out_line_by_line() -> None:
    """The command shows each score, the sum, the percentage, the band and the way to the next."""
    result = run("cqc", *CAMDEN)

    assert (result.exit_code, result.stderr) == (0, "")
    for line in (
        "  Assessing needs: 3 Good standard",
        "Sum: 3 + 3 + 4 + 3 + 4 + 4 + 3 + 4 + 4 = 32, of 36 at most.",
        "Percentage: 32 of 36 is 88.89%, rounded up to 89%.",
        "Rating: Outstanding, which is 88% and above.",
        "Next band up: none.",
        "Next band down: Good, at 1 point fewer.",
    ):
        assert line in result.stdout.splitlines()


def test_every_print_gives_rule_and_source_with_their_dates() -> None:
    """The rule, that CQC states none, the source and its day stand under the figures."""
    text = " ".join(run("cqc", *CAMDEN).stdout.split())

    assert "CQC states no rounding rule" in text
    assert "https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we" in text
    assert f"Looked up on {SCHEME.checked}" in text
    assert "has endorsed this software" in text


def test_what_is_open_is_shown_as_a_range() -> None:
    """Open scores are named, and the figures are ranges."""
    text = run("cqc", *CAMDEN[:8], "?").stdout

    assert "Not known: Learning, improvement and innovation.\nSum: 29 to 32, of 36" in text
    assert "Percentage: 81% to 89%.\nRating: Good or Outstanding." in text


def test_a_sum_known_from_the_percentage_says_so() -> None:
    """Where only the percentage is known, the sum is told as the one that fits it."""
    text = "\n".join(working(cs.cqc([None] * 9, percentage=64)))

    assert "Sum: 23 of 36, the only one that fits what is stated." in text
    assert "Rating: Good, which is 63% to 87%." in text


def test_scores_may_be_named() -> None:
    """Scores with names may come in any order."""
    named = [f"{title}={score}" for title, score in zip(TITLES, CAMDEN, strict=True)]

    assert "89%" in run("cqc", *reversed(named)).stdout


def test_one_score_by_name_is_no_file() -> None:
    """The eight that are missing are told, and nobody looks for a file of that name."""
    result = run("cqc", "Safeguarding=3")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 8
    assert "no such file" not in result.stderr


def test_what_is_stated_is_held_against_the_scores() -> None:
    """A percentage and a rating that disagree are told, and status 1 says so."""
    result = run("cqc", *CAMDEN, "--percentage", 62, "--rating", "Good", "--council", "Camden")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "The percentage stated is 62" in result.stderr
    assert "The rating stated is Good" in result.stderr


def test_a_file_of_many_councils_is_a_table() -> None:
    """Each council is a row with its source below, and the bad row is told with status 1."""
    result = run("cqc", PUBLISHED)

    assert result.exit_code == 1
    assert "Liverpool" in result.stderr
    assert "Liverpool" not in result.stdout
    line = next(each for each in result.stdout.splitlines() if each.startswith("City of York"))
    assert line.split() == [
        *["City", "of", "York", "Council", "14", "39", "Requires", "improvement"],
        *["Good", "+9", "Inadequate", "-1", "2025-12-05"],
    ]
    assert "City of York Council: https://www.cqc.org.uk/" in result.stdout


def test_one_council_of_a_file_is_worked_out() -> None:
    """With a council's name, only that council is shown, and other rows' faults are not."""
    result = run("cqc", PUBLISHED, "--council", "Camden")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Scores from: http://blacknews.uk/" in " ".join(result.stdout.split())


def test_csv_holds_a_row_for_each_council() -> None:
    """CSV has every figure, the scheme and the source of each council."""
    rows = list(csv.DictReader(StringIO(run("cqc", PUBLISHED, "--format", "csv").stdout)))

    assert [each["total"] for each in rows if "Camden" in each["council"]] == ["32"]
    assert all(each["source"] and each["digest"] == SCHEME.digest for each in rows)


def test_json_is_all_that_is_printed() -> None:
    """Standard output is JSON alone, with the file's sha256."""
    document = json.loads(run("cqc", PUBLISHED, "--format", "json").stdout)

    assert document["schema"] == "commissioning-standards/cqc/1"
    assert document["sha256"] == cs.read_cqc(PUBLISHED).sha256
    assert len(document["councils"]) == 11


def test_a_file_without_a_good_row_prints_nothing(tmp_path: Path) -> None:
    """Where no row can be used there is no table, and CSV is a header alone."""
    path = write(tmp_path, ["Council", *TITLES], ["York", 9, *CAMDEN[1:]])

    assert run("cqc", path).stdout == ""
    assert run("cqc", path, "--format", "csv").stdout.split() == ["council"]
    assert cqc_document([])["scheme"] is None


def test_what_is_stated_of_a_file_stands_in_it() -> None:
    """A percentage beside a file of councils is wrong usage."""
    result = run("cqc", PUBLISHED, "--rating", "Good")

    assert result.exit_code == 2
    assert "file's own columns" in result.stderr


def test_hostile_names_stay_on_their_line() -> None:
    """A council's name can neither break the table nor run in a spreadsheet."""
    found = cs.cqc(CAMDEN, council="=cmd()\x1b[2J\nB")

    assert "=cmd() [2J B: 32" in cqc_text([found], "text")
    assert "'=cmd()" in cqc_text([found], "csv")


def next_scheme(folder: Path) -> Path:
    """A scheme of one's own, in which good begins later."""
    ours = Path(__file__).parents[2] / "standards" / "cqc" / "2023.toml"
    text = ours.read_text("utf-8").replace('edition = "2023"', 'edition = "2027"')
    path = folder / "next.toml"
    path.write_text(text.replace("lowest = 63", "lowest = 75"), encoding="utf-8")
    return path


def test_a_scheme_is_chosen_by_its_edition() -> None:
    """The edition that comes with the software is the one that is used where none is named."""
    named = run("cqc", *CAMDEN, "--scheme", "2023")

    assert (named.exit_code, named.stdout) == (0, run("cqc", *CAMDEN).stdout)


@pytest.mark.parametrize("scores", [CAMDEN, ["scores.csv"]])
def test_an_unknown_scheme_is_wrong_usage(scores: list[object]) -> None:
    """Before anything is read, it is told which editions there are."""
    result = run("cqc", *scores, "--scheme", "2032")

    assert result.exit_code == 2
    assert "There is no edition “2032” of CQC's scheme. Did you mean 2023?" in result.stderr
    assert "Allowed: 2023. Name one of these, or give the path" in result.stderr


def test_every_edition_that_can_be_chosen_is_listed() -> None:
    """The list of frameworks names each edition with its statements."""
    assert f"cqc: {SCHEME.name}, outside view: 9 statements" in run("frameworks").stdout
    assert SCHEME.name.endswith("(2023)")


def test_a_scheme_of_ones_own_is_used(tmp_path: Path) -> None:
    """A file with another band gives another rating, for scores and for files of them."""
    own, scores = next_scheme(tmp_path), [3] * 7 + [2] * 2
    path = write(tmp_path, ["Council", *TITLES], ["Borsetshire", *scores])

    assert "Rating: Good" in run("cqc", *scores).stdout
    assert "Rating: Requires improvement" in run("cqc", *scores, "--scheme", own).stdout
    assert "Requires improvement" in run("cqc", path, "--scheme", own).stdout


@pytest.mark.parametrize(("change", "status"), [("", 1), ('kind = "places"', 1)])
def test_a_bad_scheme_of_ones_own_is_told(tmp_path: Path, change: str, status: int) -> None:
    """A file that is not there, or is no scheme, is told in a line."""
    path = tmp_path / "own.toml"
    if change:
        path.write_text(change, encoding="utf-8")
    result = run("cqc", *CAMDEN, "--scheme", path)

    assert (result.exit_code, result.stdout) == (status, "")
    assert "own.toml" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04...", "scores.csv: This is an Excel workbook or another packed file, and not"),
        (b"\xd0\xcf\x11\xe0...", "This is an old Excel workbook, and not CSV."),
        (b"%PDF-1.7", "This is a PDF, and not CSV."),
        (b"a,b\0c", "This is no text that can be read here, and not CSV."),
        (b"a;b;c\n1;2;3\n", "Its cells are parted by semicolons, and not by commas."),
        (b"a\tb\n", "Its cells are parted by tabs, and not by commas."),
        (b"Scores of 2026\n\nCouncil,Equity\n", "The first row names none of the 9 statements."),
        (b"sep=,\nCouncil,Equity\n", "The first row names none of the 9 statements."),
    ],
)
def test_what_is_given_by_mistake_is_one_sentence_and_a_remedy(
    tmp_path: Path, content: bytes, told: str
) -> None:
    """Whatever people give in place of CSV with commas, there is one line and no table."""
    path = tmp_path / "scores.csv"
    path.write_bytes(content)
    result = run("cqc", path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_with_names_alone_is_told(tmp_path: Path) -> None:
    """Names with no row below, or with blank rows only, have nothing to work out."""
    assert codes_of(write(tmp_path, ["Council", *TITLES])) == ["no-scores"]
    assert codes_of(write(tmp_path, ["Council", *TITLES], ["", *[" "] * 9])) == ["no-scores"]


@pytest.mark.parametrize("said", ["3 - Good standard", "Good standard", "3: good standard", "3.0"])
def test_a_score_may_be_in_the_schemes_own_words(tmp_path: Path, said: str) -> None:
    """A number with its own words, or the words alone, is that score."""
    path = write(tmp_path, ["Council", *TITLES], ["York", said, *CAMDEN[1:]])

    assert cs.read_cqc(path).judgements[0].scores[0] == 3


@pytest.mark.parametrize("said", ["3 - Good", "2 - Good standard", "Good", "3?"])
def test_a_score_in_other_words_is_told(tmp_path: Path, said: str) -> None:
    """Words that the scheme does not use, or that are of another number, are no score."""
    path = write(tmp_path, ["Council", *TITLES], ["York", said, *CAMDEN[1:]])

    assert [each.code for each in cs.read_cqc(path).problems] == ["score-not-allowed"]


@pytest.mark.parametrize(
    "said", ["Requires Improvement", "requires-improvement", "REQUIRES  IMPROVEMENT "]
)
def test_a_rating_is_read_however_it_is_written(tmp_path: Path, said: str) -> None:
    """Case, spaces and hyphens do not matter."""
    path = write(tmp_path, ["Council", *TITLES, "rating"], ["York", *[2] * 9, said])

    assert cs.read_cqc(path).judgements[0].rating == "Requires improvement"
