"""Both papers as folders: whole, repeatable, and told by their manifest."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports import making
from commissioning_standards.reports.account.builder import public_material
from commissioning_standards.reports.making import account_files, pack_files
from commissioning_standards.reports.material import Material, gather
from tests.reports.papers import DAY, last_round, peer_team
from tests.reports.test_look import picture

OFFICE = {"pack.docx", "slides.pptx"}


@pytest.fixture(scope="module")
def contents(rich: Material) -> dict[str, bytes]:
    """The files of the richest pack."""
    return pack_files(rich)


def rows(content: bytes) -> list[dict[str, str]]:
    """A CSV file's rows."""
    return list(csv.DictReader(StringIO(content.decode())))


def test_a_pack_has_its_papers_charts_data_and_manifest(contents: dict[str, bytes]) -> None:
    """Page, Word file, slides, each chart in three forms, and the figures."""
    names = list(contents)
    data = {name.removeprefix("data/") for name in names if name.startswith("data/")}

    assert (names[0], names[-1]) == ("pack.html", "manifest.json")
    assert set(names) >= OFFICE
    assert {f"charts/radar.{kind}" for kind in ("svg", "png", "txt")} <= set(names)
    assert data == {
        *("scores.csv", "scores.json", "evidence.csv", "evidence.json"),
        *("enquiry.csv", "enquiry.json", "actions.csv", "sentences.csv"),
        *("last-round.json", "target.json", "peer-team.json", "moderation.json"),
    }


def test_a_pack_of_one_return_has_no_data_of_others(material: Material) -> None:
    """What is compared with nothing has no file."""
    names = pack_files(material, web_only=True)

    assert not {"data/last-round.json", "data/moderation.json"} & set(names)
    assert not OFFICE & set(names)


def test_the_manifest_has_the_sum_of_every_file(contents: dict[str, bytes]) -> None:
    """Anybody can check what was made, from what, by what."""
    found = json.loads(contents["manifest.json"])
    sums = {each["name"]: each["sha256"] for each in found["files"]}

    assert sums == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in contents.items()
        if name != "manifest.json"
    }
    assert [(each["role"], each["file"]) for each in found["made_from"]] == [
        ("one of several returns", "borsetshire.xlsx"),
        ("one of several returns", "ann.xlsx"),
        ("one of several returns", "bob.xlsx"),
        ("last round", "last.xlsx"),
        ("the peer team", "peers.xlsx"),
    ]


def test_the_manifest_lists_every_file_that_was_read(
    filled: cs.Assessment, settings_file: Path
) -> None:
    """Returns, what people agreed, outside views, settings and crest: each with its sum."""
    crest = settings_file.with_name("crest.png")
    crest.write_bytes(picture())
    settings_file.write_text('[council]\ncrest = "crest.png"\ncrest_alt = "A tree"\n')
    view = cs.OutsideView("CQC", ["It looked."], files=(("cqc.csv", "cd" * 32),))
    material = gather(
        filled,
        on=DAY,
        last=last_round(filled),
        peers=peer_team(filled),
        target=2.5,
        views=[view],
        settings=cs.read_settings(settings_file),
    )
    found = json.loads(pack_files(material, web_only=True)["manifest.json"])
    inputs = {each["file"]: (each["role"], each["sha256"]) for each in found["inputs"]}

    assert inputs == {
        "borsetshire.xlsx": ("the return", "ab" * 32),
        "last.xlsx": ("last round", "cd" * 32),
        "peers.xlsx": ("the peer team", "ef" * 32),
        "cqc.csv": ("CQC", "cd" * 32),
        "papers.toml": ("the settings", hashlib.sha256(settings_file.read_bytes()).hexdigest()),
        "crest.png": ("the crest", hashlib.sha256(crest.read_bytes()).hexdigest()),
    }
    assert found["target"] == "5/2"


def test_what_a_paper_is_not_made_of_is_refused(filled: cs.Assessment) -> None:
    """A misspelt name of something beside the return is told."""
    with pytest.raises(TypeError, match="makes nothing of laste"):
        gather(filled, on=DAY, laste=filled)  # type: ignore[call-arg]


def test_an_account_has_no_target(filled: cs.Assessment, tmp_path: Path) -> None:
    """What only a pack can show is refused, and not passed over."""
    with pytest.raises(TypeError, match=r"build_account\(\) makes nothing of target"):
        cs.build_account(filled, tmp_path / "out", on=DAY, target=3)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ({"views": None}, "build_pack(views=...) takes a list, and was given None"),
        (
            {"settings": "papers.toml"},
            "build_pack(settings=...) takes settings, and was given “papers.toml”: read them first",
        ),
        ({"peers": "peers.xlsx"}, "build_pack(peers=...) takes an assessment"),
    ],
)
def test_what_a_pack_is_made_of_has_its_kind(
    filled: cs.Assessment, tmp_path: Path, beside: dict[str, object], told: str
) -> None:
    """A file's name for what is in it, or nothing for a list, is told in a sentence."""
    build: Callable[..., object] = cs.build_pack
    with pytest.raises(TypeError) as refusal:
        build(filled, tmp_path / "out", on=DAY, **beside)

    assert str(refusal.value).startswith(told)


def test_the_same_input_gives_the_same_bytes(contents: dict[str, bytes], rich: Material) -> None:
    """Every file of a pack repeats, the office files and the manifest too."""
    again = pack_files(evolve(rich))

    assert [name for name in contents if contents[name] != again[name]] == []


def test_data_can_be_read_back(contents: dict[str, bytes], rich: Material) -> None:
    """Scores, actions and sentences come out as they went in."""
    actions, said = rows(contents["data/actions.csv"]), rows(contents["data/sentences.csv"])
    scores = json.loads(contents["data/scores.json"])

    assert [each["title"] for each in actions] == [each.title for each in rich.assessment.actions]
    assert {each["rule"] for each in said} >= {"subject", "strength", "score"}
    assert scores["standards"][0]["exact"] == str(rich.card[1].score)


def test_every_step_is_told(material: Material) -> None:
    """Whoever waits is told what comes next."""
    steps: list[str] = []
    pack_files(material, told=steps.append)
    account_files(public_material(material), told=steps.append)

    assert steps == ["Charts and words", "Word file and slides", "Data", "Charts and words"]


def test_a_pack_is_built_into_a_folder(filled: cs.Assessment, tmp_path: Path) -> None:
    """The folder is made, with every file in it."""
    paths = cs.build_pack(filled, tmp_path / "pack", on=DAY, web_only=True)

    assert paths[0] == tmp_path / "pack" / "pack.html"
    assert all(each.is_file() for each in paths)


def test_an_account_is_built_into_a_folder(filled: cs.Assessment, tmp_path: Path) -> None:
    """A page, its pictures, its figures and a manifest."""
    paths = cs.build_account(filled, tmp_path / "account", on=DAY, last=last_round(filled))
    names = {each.relative_to(tmp_path / "account").as_posix() for each in paths}

    assert {"index.html", "scores.csv", "manifest.json", "pictures/radar.svg"} <= names
    (_, second, *_) = rows((tmp_path / "account" / "scores.csv").read_bytes())
    assert (second["score"], second["last"]) == ("3.25", "2.25")


def test_an_account_names_no_file_and_nobody(filled: cs.Assessment) -> None:
    """Neither the manifest, nor the data, nor a picture names the file or the respondent."""
    contents = account_files(public_material(gather(filled, on=DAY, peers=peer_team(filled))))
    names = ("borsetshire.xlsx", "peers.xlsx", "Commissioning team", "Head of")

    assert [
        (name, each)
        for name, content in contents.items()
        for each in names
        if each.encode() in content
    ] == []
    assert b"ab" * 32 in contents["manifest.json"]


def test_nothing_is_made_over_what_is_there(filled: cs.Assessment, tmp_path: Path) -> None:
    """A folder with a pack in it is left as it is, unless it may be replaced."""
    cs.build_account(filled, tmp_path, on=DAY)
    (tmp_path / "index.html").write_text("edited")

    with pytest.raises(cs.OutputError, match=r"were left as they are: index\.html"):
        cs.build_account(filled, tmp_path, on=DAY)

    assert (tmp_path / "index.html").read_text() == "edited"
    cs.build_account(filled, tmp_path, on=DAY, overwrite=True)
    assert (tmp_path / "index.html").read_text().startswith("<!DOCTYPE html>")


def test_inputs_are_not_changed(filled: cs.Assessment, tmp_path: Path) -> None:
    """The return is the same after as before."""
    before = cs.to_json(filled)
    cs.build_pack(filled, tmp_path, on=DAY, peers=peer_team(filled))

    assert cs.to_json(filled) == before


def test_a_missing_extra_is_one_clear_problem(
    filled: cs.Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without python-docx the remedy is told, nothing is written, and the page can be made."""
    monkeypatch.setattr(making, "find_spec", lambda name: None if name == "docx" else name)

    with pytest.raises(cs.OutputError) as refusal:
        cs.build_pack(filled, tmp_path / "pack", on=DAY)
    (problem,) = refusal.value.problems

    assert (problem.code, problem.found) == ("library-missing", "python-docx")
    assert "commissioning-standards[reports]" in problem.remedy
    assert list(tmp_path.iterdir()) == []
    assert cs.build_pack(filled, tmp_path / "pack", on=DAY, web_only=True)
    assert cs.build_account(filled, tmp_path / "account", on=DAY)
