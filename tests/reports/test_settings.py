"""What only a council can say of its papers, and every way to say it wrongly."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from attrs import fields

import commissioning_standards as cs
from commissioning_standards.reports.settings import (
    AccountWords,
    CouncilLook,
    Entry,
    PackWords,
    PeerTeam,
    SignOff,
    standard_settings,
)
from commissioning_standards.reports.starter import starter_settings
from tests.reports.papers import PAPERS
from tests.reports.test_look import picture


def problems(path: Path, text: str) -> list[tuple[str, str]]:
    """The code and place of every problem of settings with this text."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(cs.SettingsError) as refusal:
        cs.read_settings(path)
    return [(each.code, str(each.place)) for each in refusal.value.problems]


def test_the_example_can_be_read() -> None:
    """The invented council's settings are whole, and keep the sections that we bring."""
    settings = cs.read_settings(PAPERS)

    assert settings.account.signed_off[0].date == datetime.date(2026, 11, 20)
    assert settings.pack.sections == standard_settings().pack.sections
    assert settings.content == PAPERS.read_bytes()


def test_the_starter_file_changes_nothing(settings_file: Path) -> None:
    """Read back, a settings file to start from is what papers are made of without one."""
    settings_file.write_text(starter_settings(), encoding="utf-8")
    settings, brought = cs.read_settings(settings_file), standard_settings()

    assert (settings.council, settings.pack) == (brought.council, brought.pack)
    assert (settings.account, settings.crest) == (brought.account, b"")


def test_the_starter_file_explains_every_setting() -> None:
    """Each setting there is stands in it, under a comment."""
    lines = starter_settings().splitlines()
    kinds = (CouncilLook, PackWords, AccountWords, PeerTeam, SignOff, Entry)
    names = {each.name for kind in kinds for each in fields(kind)}
    written = {line.lstrip("# ").partition(" = ")[0].strip("[]") for line in lines}
    unsaid = {name for name in names if not any(each.endswith(name) for each in written)}

    assert unsaid == set()
    assert [each for each in lines if each.startswith("#") and len(each) > 88] == []


def test_every_example_in_the_starter_file_can_be_used(settings_file: Path) -> None:
    """With the marks of its examples taken away, it is read as well."""
    example = re.compile(r"^# (?=\[\[|\w+ = )", re.MULTILINE)
    settings_file.write_text(example.sub("", starter_settings()), encoding="utf-8")
    account = cs.read_settings(settings_file).account

    assert account.peer_team.date == datetime.date(2027, 2, 25)
    assert len(account.have_your_say) == len(account.contact) == len(account.signed_off) == 1


def test_an_empty_file_changes_nothing(settings_file: Path) -> None:
    """Whatever is left out is as this software brings it."""
    settings_file.write_text("")
    settings = cs.read_settings(settings_file)

    assert (settings.council, settings.pack) == (cs.Settings().council, standard_settings().pack)
    assert settings.account == standard_settings().account


def test_sections_are_the_councils_own(settings_file: Path) -> None:
    """A council leaves sections out, turns them round, and adds one of its own."""
    settings_file.write_text(
        '[[pack.sections]]\nid = "actions"\nheading = "Plans"\n'
        '[[pack.sections]]\nid = "area"\nheading = "Our area"\ntext = ["Hills."]\n'
    )
    found = cs.read_settings(settings_file).pack.sections

    assert [(each.id, each.heading, each.text) for each in found] == [
        ("actions", "Plans", ()),
        ("area", "Our area", ("Hills.",)),
    ]


def test_a_crest_is_read_from_beside_the_settings(settings_file: Path) -> None:
    """The crest is named from the settings' folder, and comes with its words."""
    (settings_file.parent / "crest.jpg").write_bytes(picture("JPEG"))
    settings_file.write_text('[council]\ncrest = "crest.jpg"\ncrest_alt = "A tree"\n')

    assert cs.read_settings(settings_file).crest.startswith(b"\x89PNG")


def test_every_fault_is_told_at_once(settings_file: Path) -> None:
    """A colour, a crest, two sections and a link are told in one go, each with its place."""
    (settings_file.parent / "crest.png").write_text("no picture")
    found = problems(
        settings_file,
        '[council]\ncolour = "#FFDD00"\ncrest = "crest.png"\n'
        '[[pack.sections]]\nid = "actions"\nheading = "A"\n'
        '[[pack.sections]]\nid = "actions"\nheading = "B"\n'
        '[[pack.sections]]\nid = "other"\nheading = "C"\n'
        '[[account.contact]]\ntext = "Us"\nlink = "javascript:x"\n',
    )

    assert found == [
        ("colour-too-pale", "papers.toml (council.colour)"),
        ("duplicate-id", "papers.toml (pack.sections)"),
        ("unknown-section", "papers.toml (pack.sections)"),
        ("link-not-allowed", "papers.toml (account.contact)"),
        ("not-a-picture", "papers.toml (council.crest)"),
        ("crest-without-words", "papers.toml (council.crest)"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[council", "not-toml", "papers.toml"),
        ("[council]\ncolor = 1", "unknown-key", "papers.toml (council)"),
        ("[council]\nname = 3", "wrong-type", "papers.toml (council.name)"),
        ('[account]\naims = "x"', "not-a-list", "papers.toml (account.aims)"),
        ('[council]\ncrest = "none.png"\ncrest_alt = "C"', "file-missing", "none.png"),
    ],
)
def test_what_is_no_setting_is_told(settings_file: Path, text: str, code: str, place: str) -> None:
    """A slip in the file is told with its place."""
    assert problems(settings_file, text) == [(code, place)]


def test_structure_and_content_are_told_in_one_round(settings_file: Path) -> None:
    """What is no setting hides no fault of the rest, not even beside it in one list."""
    found = problems(
        settings_file,
        '[council]\nname = 3\ncolor = "red"\ncolour = "#FFDD00"\ncrest = "none.png"\n'
        '[account]\naims = "One aim"\n'
        "[[account.contact]]\ntext = 5\n"
        '[[account.contact]]\ntext = "Us"\nlink = "javascript:x"\n'
        "[pack]\nsections = 1\n[other]\n",
    )

    assert found == [
        ("wrong-type", "papers.toml (council.name)"),
        ("unknown-key", "papers.toml (council)"),
        ("wrong-type", "papers.toml (pack.sections)"),
        ("not-a-list", "papers.toml (account.aims)"),
        ("wrong-type", "papers.toml (account.contact[0].text)"),
        ("unknown-key", "papers.toml"),
        ("colour-too-pale", "papers.toml (council.colour)"),
        ("link-not-allowed", "papers.toml (account.contact)"),
        ("file-missing", "none.png"),
    ]


def test_settings_that_are_no_table_at_all_are_told(settings_file: Path) -> None:
    """Where nothing of a part is right, what stands beside it is looked at all the same."""
    assert problems(settings_file, "council = 1\npack = 2\n[account]\naims = [1]\n") == [
        ("wrong-type", "papers.toml (council)"),
        ("wrong-type", "papers.toml (pack)"),
        ("wrong-type", "papers.toml (account.aims[0])"),
    ]


def test_it_says_how_a_list_is_written(settings_file: Path) -> None:
    """A single text where a list is wanted is shown as a list."""
    settings_file.write_text('[account]\naims = "One aim"\n')
    with pytest.raises(cs.SettingsError) as refusal:
        cs.read_settings(settings_file)

    assert str(refusal.value.problems[0]) == (
        "papers.toml (account.aims): “One aim” is not a list. "
        'Write it in square brackets: aims = ["One", "Another"]. [] is empty.'
    )


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("name = “Borset”", "Line 2 has curly quotation marks: write straight ones"),
        ('name = "Borset”', "Line 2 has curly quotation marks: write straight ones"),
        ("date = 1 March 2027", "Line 2 has a date in words: write year, month and day"),
        ("date = 01/03/2027", "Line 2 has a date in words: write year, month and day"),
        ('name = "Borset', "Line 2 has a quotation mark without its pair"),
        ("name = Borset", "Line 2 has text without quotation marks"),
    ],
)
def test_a_slip_is_told_with_its_remedy(settings_file: Path, line: str, remedy: str) -> None:
    """Beside the parser's message stands what to do, in plain words."""
    settings_file.write_text(f"[council]\n{line}\n", encoding="utf-8")
    with pytest.raises(cs.SettingsError) as refusal:
        cs.read_settings(settings_file)
    (problem,) = refusal.value.problems

    assert problem.code == "toml-slip"
    assert "(at line 2, column" in problem.message
    assert f". {remedy}" in problem.message


def test_a_slip_in_a_last_line_without_an_end_is_told(settings_file: Path) -> None:
    """Where the parser only says that the file has ended, its last line is looked at."""
    assert problems(settings_file, '[council]\nname = "Borset') == [("toml-slip", "papers.toml")]


@pytest.mark.parametrize("text", ["[council", "aims = [1", "[a]\n[a]\n", "name = 1 2"])
def test_a_slip_that_is_not_known_is_told_as_the_parser_does(
    settings_file: Path, text: str
) -> None:
    """No remedy is guessed at."""
    assert problems(settings_file, text) == [("not-toml", "papers.toml")]


def test_a_workbook_for_settings_is_told_as_no_text(settings_file: Path) -> None:
    """A return given in place of the settings is no slip in a line."""
    settings_file.write_bytes(b"PK\x03\x04\xc2\n[council")

    with pytest.raises(cs.SettingsError) as refused:
        cs.read_settings(settings_file)

    assert [each.code for each in refused.value.problems] == ["toml-not-text"]


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    """A file that does not exist is one clear problem."""
    with pytest.raises(cs.SettingsError, match="There is no such file"):
        cs.read_settings(tmp_path / "none.toml")


@pytest.mark.parametrize("kept", ["strong", "not-yet"])
def test_an_account_has_both_sides_or_neither(settings_file: Path, kept: str) -> None:
    """What is strong goes nowhere without what is not yet good enough, nor the other way."""
    text = f'[[account.sections]]\nid = "{kept}"\nheading = "H"\n'

    assert problems(settings_file, text) == [
        ("account-one-sided", "papers.toml (account.sections)")
    ]
