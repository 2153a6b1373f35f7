"""The whole job on an invented council."""

from __future__ import annotations

import csv
import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards import demo
from commissioning_standards.demo import ACCOUNT, FILLED, PACK, make_demo, make_region_demo
from commissioning_standards.examples import council
from commissioning_standards.examples.council import COUNCIL, returned
from commissioning_standards.tables import table_text
from commissioning_standards.workbook.reading.reader import read_content

NAMES = [
    "blank.xlsx",
    "blank-quick.xlsx",
    "borsetshire-2026-27.xlsx",
    "scores.txt",
    "scores.csv",
    "scores.json",
    "radar.svg",
    "radar.png",
    "dots.svg",
    "dots.png",
]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The files of a demonstration as they are told; tests only read them."""
    return make_demo(tmp_path_factory.mktemp("demo") / "here" / "and there")


@pytest.fixture(scope="module")
def made(paths: tuple[Path, ...]) -> Path:
    """The folder with the demonstration in it."""
    return paths[0].parent


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_all_files_are_made_and_nothing_else(made: Path) -> None:
    """Workbooks, scores and pictures are there, and no temporary file is left behind."""
    assert sorted([*NAMES, "returns", "pack", "account"]) == sorted(
        path.name for path in made.iterdir()
    )


def test_files_are_told_in_the_order_to_look_at_them(paths: tuple[Path, ...]) -> None:
    """Whoever asked for the demonstration learns what was made, and where."""
    assert [path.name for path in paths] == [*NAMES, "leaders.xlsx", "pack.html", "index.html"]
    assert all(path.is_file() for path in paths)


def test_the_papers_are_made_of_the_filled_workbook(made: Path) -> None:
    """The pack and the account are whole, and rest on the workbook's very bytes."""
    digest = hashlib.sha256((made / FILLED).read_bytes()).hexdigest()
    found = [json.loads((made / name / "manifest.json").read_text()) for name in (PACK, ACCOUNT)]

    assert [each["inputs"][0]["sha256"] for each in found] == [digest, digest]
    assert (made / "pack" / "slides.pptx").is_file()


def test_without_the_extra_all_else_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Word files cannot be written, the demonstration leaves the papers out."""
    monkeypatch.setattr(demo, "missing_libraries", lambda: ["python-docx"])
    made = make_demo(tmp_path)

    assert [each.name for each in made] == [*NAMES, "leaders.xlsx"]
    assert {each.name for each in tmp_path.iterdir()} == {*NAMES, "returns"}


def test_a_paper_in_the_way_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """Where a file of the pack is there already, nothing is made."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.html").write_bytes(b"mine")
    with pytest.raises(cs.OutputError):
        make_demo(tmp_path)

    assert contents(tmp_path) == {"pack/pack.html": b"mine"}


def test_the_blank_workbook_is_blank(made: Path) -> None:
    """The workbook to fill in holds no answer of the invented council's."""
    assessment = cs.read_workbook(made / "blank.xlsx")

    assert cs.Assessment(assessment.framework) == assessment


def test_the_quick_workbook_is_blank_too(made: Path) -> None:
    """The short workbook to fill in is the quick form, and holds no answer."""
    assessment = cs.read_workbook(made / "blank-quick.xlsx")

    assert cs.Assessment(assessment.framework) == assessment
    assert assessment.framework.form is cs.Form.QUICK


def test_the_filled_workbook_is_the_example(made: Path, example: cs.Assessment) -> None:
    """The filled workbook reads back as the invented council's assessment."""
    assert cs.read_workbook(made / "borsetshire-2026-27.xlsx") == example


def test_every_kind_of_answer_is_in_the_example(example: cs.Assessment) -> None:
    """Every level, not applicable, don't know and a blank can be seen in it."""
    expected = {*example.framework.scale, *cs.Answer}

    assert expected == {rating.answer for rating in example.ratings}


def test_every_confidence_is_in_the_example(example: cs.Assessment) -> None:
    """High, medium and low confidence, and none, can be seen in it."""
    assert {*cs.Confidence, None} == {rating.confidence for rating in example.ratings}


def test_the_example_has_a_standard_without_a_score(card: cs.Scorecard) -> None:
    """A gap can be seen in the chart and in the table."""
    assert None in {each.score for each in card.standards}


def test_the_example_has_the_worked_figures(card: cs.Scorecard) -> None:
    """The example holds the sums that the design works out: 8/3 and 7/3."""
    assert [str(card[number].score) for number in (4, 5)] == ["8/3", "7/3"]


def test_the_example_has_evidence_and_actions(example: cs.Assessment) -> None:
    """The sheets for evidence and actions can be seen filled in."""
    assert all([example.evidence, example.actions, example.date, example.respondent.voice])


def test_the_scores_come_from_the_filled_workbook(made: Path) -> None:
    """The scores name the workbook and carry the sha256 of its very bytes."""
    scores = json.loads((made / "scores.json").read_text("utf-8"))["assessment"]
    digest = hashlib.sha256((made / "borsetshire-2026-27.xlsx").read_bytes()).hexdigest()

    assert (scores["file"], scores["sha256"]) == ("borsetshire-2026-27.xlsx", digest)


def test_the_scores_name_the_cells_they_come_from(made: Path) -> None:
    """Every criterion's score can be traced to its cell."""
    scores = json.loads((made / "scores.json").read_text("utf-8"))["criteria"]

    assert all(each["sheet"] and each["cell"] for each in scores)


def test_the_table_is_that_of_the_filled_workbook(made: Path) -> None:
    """The table in the folder is the one that the command prints for the filled workbook."""
    card = cs.score(cs.read_workbook(made / FILLED))

    assert (made / "scores.txt").read_text("utf-8") == f"{table_text(card)}\n"


def test_the_csv_has_a_row_for_every_part(made: Path, card: cs.Scorecard) -> None:
    """The scores for spreadsheets are all there."""
    with (made / "scores.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [each.id for each in card.parts] == [row["id"] for row in rows]


def test_the_pictures_are_pictures(made: Path) -> None:
    """Each picture is of the kind that its name says."""
    for name, start in (("radar", b"Radar chart"), ("dots", b"Dot plot")):
        assert (made / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert start in (made / f"{name}.svg").read_bytes()


def test_it_repeats_byte_for_byte(made: Path, tmp_path: Path) -> None:
    """Made again, every file is the same to the last byte."""
    make_demo(tmp_path)

    assert contents(made) == contents(tmp_path)


def test_nothing_is_overwritten_and_then_nothing_written(tmp_path: Path) -> None:
    """Where one of the files is there already, it is left, and none of the others is made."""
    (tmp_path / "radar.png").write_bytes(b"mine")
    with pytest.raises(cs.OutputError):
        make_demo(tmp_path)

    assert contents(tmp_path) == {"radar.png": b"mine"}


def test_every_file_in_the_way_is_told(tmp_path: Path) -> None:
    """Whoever has to move files away learns of all of them at once."""
    for name in ("blank.xlsx", "scores.csv"):
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(cs.OutputError) as caught:
        make_demo(tmp_path)

    assert [Path(each.place.file).name for each in caught.value.problems] == [
        "blank.xlsx",
        "scores.csv",
    ]


def test_files_are_replaced_when_asked(tmp_path: Path) -> None:
    """Told to replace files, the demonstration does."""
    (tmp_path / "scores.txt").write_bytes(b"old")
    make_demo(tmp_path, overwrite=True)

    assert (tmp_path / "scores.txt").read_text("utf-8").startswith("Self-assessment of Borsetshire")


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    """A folder with other files in it may be used."""
    (tmp_path / "notes.txt").write_bytes(b"mine")
    make_demo(tmp_path)

    assert (tmp_path / "notes.txt").read_bytes() == b"mine"


def test_a_folder_with_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    """Where a file has the folder's name, that is told, and the file is left."""
    place = tmp_path / "demo"
    place.write_bytes(b"mine")
    with pytest.raises(cs.OutputError):
        make_demo(place)

    assert place.read_bytes() == b"mine"


def test_a_broken_example_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose example is damaged says so, with the file's name."""
    folder = tmp_path / "examples"
    folder.mkdir()
    (folder / COUNCIL).write_text("council = ")
    monkeypatch.setattr(council, "files", lambda _: folder)
    with pytest.raises(cs.AssessmentError) as caught:
        council.example()

    assert [(each.code, each.place.file) for each in caught.value.problems] == [
        ("not-toml", COUNCIL)
    ]


def test_others_see_the_council_otherwise(example: cs.Assessment) -> None:
    """Each of the others sent a return of their own, of the same council, that can be read."""
    contents = returned()
    faulty = contents.pop("faulty.xlsx")
    read = [read_content(content, name) for name, content in contents.items()]

    assert read[0] == example
    assert {each.council for each in read} == {example.council}
    assert len({each.ratings for each in read}) == len(read) == 5
    with pytest.raises(cs.WorkbookError) as caught:
        read_content(faulty, "faulty.xlsx")
    assert [each.code for each in caught.value.problems] == ["answer-not-allowed", "reason-missing"]


def test_a_region_can_be_tried(tmp_path: Path) -> None:
    """Each council has three returns; one file is damaged, and of one council nothing came."""
    names, *returns = make_region_demo(tmp_path / "region")
    listed = names.read_text("utf-8").splitlines()
    sent = [each.stem.partition(",")[0] for each in returns]

    assert [sent.count(each) for each in listed].count(3) == 15
    assert [each for each in listed if each not in sent] == ["Coralsetshire"]
    assert [each.name for each in returns if each.stat().st_size == 0] == ["Borsetshire.xlsx"]
    assert cs.read_workbook(returns[2]).respondent.voice is cs.Voice.PEER_TEAM


def test_a_region_repeats_byte_for_byte(tmp_path: Path) -> None:
    """Made again, every return is the same to the last byte."""
    for name in ("one", "other"):
        make_region_demo(tmp_path / name)

    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_the_example_comes_with_the_package() -> None:
    """The invented council's answers are a file of the package, for people to read."""
    assert (files("commissioning_standards") / "examples" / COUNCIL).is_file()
