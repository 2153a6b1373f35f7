"""A folder of TOML files becomes a framework, or every fault in it is told at once."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.loading import HEADER, load_folder
from commissioning_standards.parts import Described, Duty, LookFor
from tests.folders import (
    ABOUT_MONEY,
    ABOUT_PEOPLE,
    DOMAINS,
    GOOD,
    HEADING,
    LEVELS,
    changed,
    faults_of,
    problems_of,
    write_folder,
)

PEOPLE, MONEY = "people.toml", "money.toml"
AT = f"{PEOPLE} ({{}})"


@pytest.fixture
def ours(tmp_path: Path) -> cs.Framework:
    """A framework of somebody's own, loaded from its folder."""
    return load_folder(write_folder(tmp_path, GOOD))


def test_a_framework_of_ones_own_may_have_any_counts(ours: cs.Framework) -> None:
    """Two domains, two standards and three criteria are as good as four, twelve and 48."""
    expected = (2, 2, 3)
    actual = (len(ours.domains), len(ours.standards), len(ours.criteria))

    assert expected == actual


def test_a_framework_keeps_what_its_header_says(ours: cs.Framework) -> None:
    """ID, edition and title are those of framework.toml, and what is left out is blank."""
    expected = ("ours", "2027", "Standards of our own", "")
    actual = (ours.id, ours.edition, ours.title, ours.origin)

    assert expected == actual


def test_a_scale_of_ones_own_is_exact(ours: cs.Framework) -> None:
    """Levels of 0, 0.25, 0.5 and 1 are just that."""
    actual = [level.value for level in ours.scale]

    assert [Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(1)] == actual


def test_weights_are_exact_and_one_where_none_is_given(ours: cs.Framework) -> None:
    """Domains, standards and criteria count what their files say."""
    actual = [each.weight for each in ours.domains]
    actual += [each.weight for each in ours.standards]
    actual += [each.weight for each in ours.criteria]

    assert [2, 1, Fraction(1, 2), 1, 3, 1, 1] == actual


def test_duties_evidence_and_quick_levels_are_kept(ours: cs.Framework) -> None:
    """What a standard's file says beside its criteria is in the framework."""
    voice = ours.standards[0]
    actual = (voice.duties, voice.evidence, voice.quick[0])
    survey = LookFor("A survey", cs.EvidenceCategory.OUTCOMES, 12)

    assert ((Duty("Care Act 2014"),), (survey,), Described("none", "Nobody can say.")) == actual


def test_descriptions_come_in_the_order_of_the_scale(tmp_path: Path) -> None:
    """The order in which a file describes the levels does not matter."""
    lines = ABOUT_MONEY.splitlines()
    turned = "\n".join([*lines[:-4], *reversed(lines[-4:])])
    ours = load_folder(write_folder(tmp_path, {**GOOD, MONEY: turned}))
    expected = ["none", "some", "most", "all"]
    actual = [each.level for each in ours.standards[1].criteria[0].levels]

    assert expected == actual


def test_standards_come_by_domain_and_number(tmp_path: Path) -> None:
    """Neither the names of files nor the numbers alone order the standards: domains go first."""
    files = changed(PEOPLE, "number = 1", "number = 9")
    ours = load_folder(write_folder(tmp_path, files))
    expected = [9, 2]
    actual = [standard.number for standard in ours.standards]

    assert expected == actual


def test_names_of_files_mean_nothing(tmp_path: Path, ours: cs.Framework) -> None:
    """A standard is what its file says, whatever the file is called."""
    (tmp_path / MONEY).rename(tmp_path / "00 – draft (2).toml")
    actual = load_folder(tmp_path)

    assert ours == actual


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path, ours: cs.Framework) -> None:
    """Notes, workbooks and folders beside the TOML files do no harm."""
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "money.toml.bak").write_text("not = ")
    (tmp_path / "old").mkdir()

    assert ours == load_folder(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path, ours: cs.Framework) -> None:
    """Files as a Windows text editor saves them are read alike."""
    for name, content in GOOD.items():
        (tmp_path / name).write_bytes(content.replace("\n", "\r\n").encode("utf-8-sig"))

    assert ours == load_folder(tmp_path)


def test_an_assessment_on_such_a_scale_can_be_scored(ours: cs.Framework) -> None:
    """A framework of one's own is scored with its own values and weights."""
    assessment = cs.assess(ours, {"1.1": "everywhere", "1.2": 0.5, "2.1": 0})
    voice = (3 * Fraction(1) + Fraction(1, 2)) / 4
    actual = cs.score(assessment).overall.score

    assert (2 * voice + 0) / 3 == actual


def test_a_missing_header_is_told(tmp_path: Path) -> None:
    """A folder without framework.toml is no framework."""
    expected = [("file-missing", HEADER)]
    actual = faults_of(tmp_path, {MONEY: ABOUT_MONEY})

    assert expected == actual


def test_a_header_alone_is_told(tmp_path: Path) -> None:
    """A framework without a standard is refused."""
    expected = ["no-standards"]
    actual = [code for code, _ in faults_of(tmp_path, {HEADER: GOOD[HEADER]})]

    assert expected == actual


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder without anything lacks both the header and standards."""
    expected = [("file-missing", HEADER), ("no-standards", "")]
    actual = faults_of(tmp_path, {})

    assert expected == actual


@pytest.mark.parametrize("content", ["", "\n", "# to do\n"])
def test_an_empty_header_is_told(tmp_path: Path, content: str) -> None:
    """A framework.toml that says nothing lacks every key it needs."""
    write_folder(tmp_path, {**GOOD, HEADER: content})
    actual = {(each.code, each.place.file, each.found) for each in problems_of(tmp_path)}
    keys = ("id", "edition", "title", "levels", "domains")

    assert {("missing-key", HEADER, f"“{key}”") for key in keys} <= actual


def test_an_empty_standard_is_told(tmp_path: Path) -> None:
    """A standard's file that says nothing lacks every key it needs."""
    write_folder(tmp_path, {**GOOD, "new.toml": ""})
    actual = [each.found for each in problems_of(tmp_path) if each.place.file == "new.toml"]
    keys = ("number", "id", "domain", "title", "summary", "statement", "criteria")

    assert [f"“{key}”" for key in keys] == actual


@pytest.mark.parametrize("name", [HEADER, PEOPLE])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"id = ", "not-toml"),
        (b"a = '\xe9'", "toml-not-text"),
        (b"a = 1\na = 2", "not-toml"),
        (b"a = 1" + b"0" * 5000, "not-toml"),
    ],
)
def test_a_file_that_is_not_toml_is_told(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    """Broken TOML, another encoding or a key given twice is a fault of that file."""
    write_folder(tmp_path, GOOD)
    (tmp_path / name).write_bytes(content)
    actual = [(each.code, str(each.place)) for each in problems_of(tmp_path)]

    assert (code, name) in actual


def test_a_broken_header_does_not_blame_the_standards(tmp_path: Path) -> None:
    """Where framework.toml cannot be read, no standard's domain or level is called unknown."""
    expected = [("not-toml", HEADER)]
    actual = faults_of(tmp_path, {**GOOD, HEADER: "id = "})

    assert expected == actual


def test_a_slip_in_a_levels_id_does_not_blame_the_standards(tmp_path: Path) -> None:
    """Where a level's ID cannot be read, its descriptions are not called unknown as well."""
    actual = faults_of(tmp_path, changed(HEADER, 'id = "some"', 'idd = "some"'))

    assert {(each, f"{HEADER} (levels[1])") for each in ("missing-key", "unknown-key")} == set(
        actual
    )


def test_a_slip_in_a_domains_id_does_not_blame_the_standards(tmp_path: Path) -> None:
    """Where a domain's ID cannot be read, its standards' domain is not called unknown as well."""
    actual = faults_of(tmp_path, changed(HEADER, 'id = "money"', 'idd = "money"'))

    assert {(each, f"{HEADER} (domains[1])") for each in ("missing-key", "unknown-key")} == set(
        actual
    )


@pytest.mark.parametrize(
    ("old", "new", "path", "hint"),
    [
        ('title = "Voice"', 'title = "Voice"\nstatment = "x"', "", "Did you mean statement?"),
        ("weight = 3", "wieght = 3", " (criteria[0])", "Did you mean weight?"),
        ('law = "Care', 'laws = "x"\nlaw = "Care', " (duties[0])", "Did you mean law?"),
        ("months = 12", "zzzz = 12", " (evidence[0])", ""),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(
    tmp_path: Path, old: str, new: str, path: str, hint: str
) -> None:
    """A misspelt key anywhere is a fault with its path and the key probably meant."""
    write_folder(tmp_path, changed(PEOPLE, old, new))
    actual = [(each.code, str(each.place), each.hint) for each in problems_of(tmp_path)]

    assert [("unknown-key", PEOPLE + path, hint)] == actual


@pytest.mark.parametrize("key", ["id", "edition", "title"])
def test_a_key_missing_from_the_header_is_told(tmp_path: Path, key: str) -> None:
    """Each key that the header needs is a fault where it is missing."""
    heading = "".join(
        line for line in HEADING.splitlines(keepends=True) if not line.startswith(key)
    )
    write_folder(tmp_path, {**GOOD, HEADER: heading + LEVELS + DOMAINS})
    actual = [(each.code, str(each.place), each.found) for each in problems_of(tmp_path)]

    assert [("missing-key", HEADER, f"“{key}”")] == actual


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        (HEADER, 'edition = "2027"', "edition = 2027", "edition"),
        (HEADER, 'edition = "2027"', "edition = 2027-04-01", "edition"),
        (HEADER, 'edition = "2027"', "edition = 2027-04-01T00:00:00Z", "edition"),
        (HEADER, 'id = "ours"', "id = true", "id"),
        (HEADER, 'title = "People"', "title = 1.5", "domains[0].title"),
        (HEADER, "value = 0.25", 'value = "0.25"', "levels[1].value"),
        (HEADER, "value = 0.25", "value = true", "levels[1].value"),
        (HEADER, "value = 0.25", "value = nan", "levels[1].value"),
        (HEADER, "value = 0.25", "value = -inf", "levels[1].value"),
        (HEADER, "value = 0.25", "value = 00:25:00", "levels[1].value"),
        (HEADER, 'label = "Mostly"', "label = 3", "levels[2].label"),
        (HEADER, "weight = 2", 'weight = "2"', "domains[0].weight"),
        (HEADER, "weight = 2", "weight = true", "domains[0].weight"),
        (HEADER, "weight = 2", "weight = nan", "domains[0].weight"),
        (HEADER, "weight = 2", "weight = inf", "domains[0].weight"),
        (HEADER, "weight = 2", "weight = [2]", "domains[0].weight"),
        (PEOPLE, "number = 1", 'number = "1"', "number"),
        (PEOPLE, "number = 1", "number = 1.0", "number"),
        (PEOPLE, "number = 1", "number = true", "number"),
        (PEOPLE, 'title = "Voice"', "title = false", "title"),
        (PEOPLE, 'title = "Voice"', 'title = ["Voice"]', "title"),
        (PEOPLE, 'title = "Voice"', "title = 1979-05-27", "title"),
        (PEOPLE, 'title = "Voice"', 'title = { en = "Voice" }', "title"),
        (PEOPLE, "months = 12", 'months = "12"', "evidence[0].months"),
        (PEOPLE, "months = 12", "months = 1.5", "evidence[0].months"),
        (PEOPLE, "months = 12", "months = true", "evidence[0].months"),
        (PEOPLE, "[[duties]]", "[duties]", "duties"),
        (PEOPLE, "[quick]", "[[quick]]", "quick"),
        (PEOPLE, "[criteria.levels]", "[[criteria.levels]]", "criteria[0].levels"),
        (PEOPLE, 'name = "Acting"', "name = 3", "criteria[1].name"),
        (PEOPLE, "weight = 0.5", 'peer_questions = "Who?"', "peer_questions"),
        (PEOPLE, "weight = 0.5", "peer_questions = [1]", "peer_questions[0]"),
        (PEOPLE, "weight = 0.5", "advice = 3", "advice"),
        (PEOPLE, 'none = "Nobody can say."', "none = 3", "quick.none"),
        (PEOPLE, 'none = "Nobody can say."', "none = true", "quick.none"),
    ],
)
def test_a_wrong_type_is_told_with_its_path(
    tmp_path: Path, name: str, old: str, new: str, path: str
) -> None:
    """A number for text, true for a number, a table for a list and the like are faults."""
    actual = faults_of(tmp_path, changed(name, old, new))

    assert [("wrong-type", f"{name} ({path})")] == actual


@pytest.mark.parametrize("value", ['["people"]', "3", '{ people = "people" }'])
def test_a_domain_that_is_no_text_is_told(tmp_path: Path, value: str) -> None:
    """A list, number or table in place of a standard's domain is a fault with its path."""
    actual = faults_of(tmp_path, changed(PEOPLE, 'domain = "people"', f"domain = {value}"))

    assert ("wrong-type", AT.format("domain")) in actual


@pytest.mark.parametrize("key", ["levels", "domains"])
@pytest.mark.parametrize("value", ['"x"', "3", "{}", "true", "[1]", "[[]]"])
def test_a_header_of_wrong_types_is_told(tmp_path: Path, key: str, value: str) -> None:
    """Levels and domains that are no lists of tables are faults and no crash."""
    other = DOMAINS if key == "levels" else LEVELS
    told = faults_of(tmp_path, {**GOOD, HEADER: f"{HEADING}{key} = {value}\n{other}"})
    actual = {(code, place.removesuffix("[0])").removesuffix(")")) for code, place in told}

    assert {("wrong-type", f"{HEADER} ({key}")} == actual


@pytest.mark.parametrize("value", ['"x"', "3", "{}", "[1]"])
def test_criteria_of_wrong_types_are_told(tmp_path: Path, value: str) -> None:
    """Criteria that are no list of tables are a fault and no crash."""
    head = ABOUT_MONEY.partition("[[criteria]]")[0]
    told = faults_of(tmp_path, {**GOOD, MONEY: f"{head}criteria = {value}\n"})
    actual = [(code, place.replace("[0]", "")) for code, place in told]

    assert [("wrong-type", f"{MONEY} (criteria)")] == actual


def test_descriptions_that_are_no_table_are_told(tmp_path: Path) -> None:
    """A text in place of the descriptions is a fault."""
    head = ABOUT_MONEY.partition("[criteria.levels]")[0]
    actual = faults_of(tmp_path, {**GOOD, MONEY: f'{head}levels = "x"\n'})

    assert [("wrong-type", f"{MONEY} (criteria[0].levels)")] == actual


@pytest.mark.parametrize("blank", ['""', '"  "', '"\\n"', '"\\u00a0"'])
@pytest.mark.parametrize(
    ("name", "old", "path"),
    [
        (HEADER, '"Standards of our own"', "title"),
        (HEADER, '"Mostly"', "levels[2].label"),
        (HEADER, '"£"', "domains[1].short"),
        (PEOPLE, '"I am heard."', "statement"),
        (PEOPLE, '"How far do we act?"', "criteria[1].question"),
    ],
)
def test_blank_text_is_told(tmp_path: Path, name: str, old: str, path: str, blank: str) -> None:
    """A text of nothing, or of spaces, is a fault with its path."""
    actual = faults_of(tmp_path, changed(name, old, blank))

    assert [("blank-text", f"{name} ({path})")] == actual


@pytest.mark.parametrize("text", ['"\\u0000"', '"\\u0007 \\u0007"'])
def test_text_that_no_document_can_hold_is_blank(tmp_path: Path, text: str) -> None:
    """A title of control characters only would be blank on every page, so it is a fault."""
    actual = faults_of(tmp_path, changed(PEOPLE, '"Voice"', text))

    assert [("blank-text", AT.format("title"))] == actual


def test_a_blank_description_is_told_as_blank(tmp_path: Path) -> None:
    """A level's description of spaces is blank text, and not called something other than text."""
    actual = faults_of(tmp_path, changed(PEOPLE, '"Nobody can say."', '" "'))

    assert [("blank-text", AT.format("quick.none"))] == actual


@pytest.mark.parametrize("weight", ["0", "-1", "0.0", "-0.0"])
@pytest.mark.parametrize(
    ("name", "old", "path"),
    [
        (HEADER, "weight = 2", "domains[0].weight"),
        (PEOPLE, "weight = 0.5", "weight"),
        (PEOPLE, "weight = 3", "criteria[0].weight"),
    ],
)
def test_a_weight_that_is_not_above_zero_is_told(
    tmp_path: Path, name: str, old: str, path: str, weight: str
) -> None:
    """What counts nothing, or less than nothing, is a fault with its path."""
    actual = faults_of(tmp_path, changed(name, old, f"weight = {weight}"))

    assert [("wrong-type", f"{name} ({path})")] == actual


@pytest.mark.parametrize("number", ["1e1000000", "1e-1000000"])
def test_a_weight_of_a_million_digits_is_told(tmp_path: Path, number: str) -> None:
    """A weight that would take for ever to reckon with is a fault."""
    actual = faults_of(tmp_path, changed(PEOPLE, "weight = 0.5", f"weight = {number}"))

    assert [("wrong-type", AT.format("weight"))] == actual


def test_a_level_value_too_long_to_print_is_told(tmp_path: Path) -> None:
    """A level whose value Python cannot write out is a fault, and no crash later on."""
    actual = faults_of(tmp_path, changed(HEADER, "value = 1\n", "value = 1e5000\n"))

    assert [("wrong-type", f"{HEADER} (levels[3].value)")] == actual


def test_a_number_too_long_to_print_is_told(tmp_path: Path) -> None:
    """A number of thousands of digits in place of text is a fault and no crash."""
    number = "0x1" + "0" * 5000
    actual = faults_of(tmp_path, changed(PEOPLE, '"Voice"', number))

    assert [("wrong-type", AT.format("title"))] == actual


def test_an_unknown_category_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A misspelt kind of evidence is a fault that names the one probably meant."""
    write_folder(tmp_path, changed(PEOPLE, '"Outcomes"', '"Outcome"'))
    (fault,) = problems_of(tmp_path)
    actual = (fault.code, str(fault.place), fault.hint)

    assert ("not-allowed", AT.format("evidence[0].category"), "Did you mean Outcomes?") == actual


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        (HEADER, 'id = "ours"', 'id = "our own"', "id"),
        (HEADER, 'id = "people"', 'id = "people/"', "domains[0].id"),
        (HEADER, 'id = "most"', 'id = "=most"', "levels[2].id"),
        (PEOPLE, 'id = "voice"', 'id = "../voice"', "id"),
        (PEOPLE, 'id = "1.2"', 'id = "1,2"', "criteria[1].id"),
    ],
)
def test_a_name_that_is_no_id_is_told(
    tmp_path: Path, name: str, old: str, new: str, path: str
) -> None:
    """IDs of frameworks, domains, levels, standards and criteria are checked alike."""
    actual = faults_of(tmp_path, changed(name, old, new))

    assert ("bad-id", f"{name} ({path})") in actual


def test_an_unknown_domain_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A standard's misspelt domain is one fault; the domain it meant is not blamed as well."""
    write_folder(tmp_path, changed(PEOPLE, 'domain = "people"', 'domain = "poeple"'))
    actual = {(each.code, str(each.place), each.hint) for each in problems_of(tmp_path)}

    assert {("unknown-domain", AT.format("domain"), "Did you mean people?")} == actual


def test_a_domain_without_standards_is_told(tmp_path: Path) -> None:
    """A domain of the header that no standard is in is a fault of the header."""
    extra = '\n[[domains]]\nid = "place"\ntitle = "Place"\n'
    actual = faults_of(tmp_path, {**GOOD, HEADER: GOOD[HEADER] + extra})

    assert [("empty-domain", f"{HEADER} (domains)")] == actual


def test_a_missing_description_is_told(tmp_path: Path) -> None:
    """A criterion that leaves out a level is a fault with its path."""
    actual = faults_of(
        tmp_path, {**GOOD, MONEY: ABOUT_MONEY.replace('most = "Most can say."\n', "")}
    )

    assert [("missing-level", f"{MONEY} (criteria[0].levels)")] == actual


def test_a_misspelt_level_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A description under a misspelt level is a fault, and so is the level left without one."""
    write_folder(tmp_path, {**GOOD, MONEY: ABOUT_MONEY.replace("most =", "mst =")})
    place = f"{MONEY} (criteria[0].levels)"
    actual = [(each.code, str(each.place), each.hint) for each in problems_of(tmp_path)]

    assert [("unknown-level", place, "Did you mean most?"), ("missing-level", place, "")] == actual


def test_a_scale_of_one_level_is_told(tmp_path: Path) -> None:
    """There must be something to choose between."""
    levels = LEVELS.partition('\n[[levels]]\nid = "some"')[0]
    told = faults_of(tmp_path, {**GOOD, HEADER: HEADING + levels + DOMAINS})

    assert ("too-few-levels", f"{HEADER} (levels)") in told


def test_no_levels_are_told(tmp_path: Path) -> None:
    """An empty list of levels is a fault of the header only."""
    actual = faults_of(tmp_path, {**GOOD, HEADER: f"{HEADING}levels = []\n{DOMAINS}"})

    assert [("too-few-levels", f"{HEADER} (levels)")] == actual


@pytest.mark.parametrize("value", ["0.5", "0.25", "-1"])
def test_levels_out_of_order_are_told(tmp_path: Path, value: str) -> None:
    """Level values that fall or stay the same are a fault of the header."""
    actual = faults_of(tmp_path, changed(HEADER, "value = 1\n", f"value = {value}\n"))

    assert [("levels-out-of-order", f"{HEADER} (levels)")] == actual


def test_levels_out_of_order_are_told_beside_a_value_that_cannot_be_read(tmp_path: Path) -> None:
    """The values that can be read are judged, and nothing is said twice."""
    levels = "".join(
        f'[[levels]]\nid = "l{at}"\nlabel = "Level {at}"\nvalue = {value}\n'
        for at, value in enumerate(["3", '"x"', "2"])
    )
    told = faults_of(tmp_path, {**GOOD, HEADER: HEADING + levels + DOMAINS})

    assert told.count(("levels-out-of-order", f"{HEADER} (levels)")) == 1
    assert ("wrong-type", f"{HEADER} (levels[1].value)") in told


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "first"),
    [
        (PEOPLE, 'id = "1.2"', 'id = "1.1"', AT.format("criteria[1].id"), "criteria[0].id"),
        (PEOPLE, 'id = "1.2"', 'id = "2.1"', AT.format("criteria[1].id"), "criteria[0].id"),
        (PEOPLE, 'id = "voice"', 'id = "value"', AT.format("id"), f"{MONEY} (id)"),
        (PEOPLE, "number = 1", "number = 2", AT.format("number"), f"{MONEY} (number)"),
        (PEOPLE, 'id = "voice"', 'id = "money"', AT.format("id"), f"{HEADER} (domains[1].id)"),
        (PEOPLE, 'id = "1.2"', 'id = "1"', AT.format("criteria[1].id"), AT.format("number")),
    ],
    ids=["within", "between", "standards", "numbers", "domain", "number"],
)
def test_an_id_used_twice_is_told_with_both_places(
    tmp_path: Path, name: str, old: str, new: str, place: str, first: str
) -> None:
    """An ID that stands twice, in one file or in two, is a fault that says where it stood first."""
    write_folder(tmp_path, changed(name, old, new))
    (fault,) = problems_of(tmp_path)

    assert ("duplicate-id", place, True) == (fault.code, str(fault.place), first in fault.hint)


def test_a_level_id_used_twice_is_told(tmp_path: Path) -> None:
    """Two levels of one ID are a fault of the header."""
    actual = faults_of(tmp_path, changed(HEADER, 'id = "some"', 'id = "none"'))

    assert ("duplicate-id", f"{HEADER} (levels[1].id)") in actual


def test_a_domain_id_used_twice_is_told(tmp_path: Path) -> None:
    """Two domains of one ID are a fault of the header."""
    actual = faults_of(tmp_path, changed(HEADER, 'id = "money"', 'id = "people"'))

    assert ("duplicate-id", f"{HEADER} (domains[1].id)") in actual


def test_a_label_used_twice_is_told_with_its_file(tmp_path: Path) -> None:
    """Two levels of one label are a fault of the header, like any other."""
    ((code, place),) = faults_of(tmp_path, changed(HEADER, '"Mostly"', '"In places"'))

    assert (code, place.startswith(HEADER)) == ("duplicate-id", True)


def test_a_term_explained_twice_is_told_with_its_file(tmp_path: Path) -> None:
    """Two meanings of one word are a fault of the header."""
    term = '[[glossary]]\nterm = "Tender"\nmeaning = "An invitation."\n'
    ((code, place),) = faults_of(tmp_path, {**GOOD, HEADER: GOOD[HEADER] + term + term})

    assert (code, place) == ("duplicate-id", f"{HEADER} (glossary.term)")


def test_a_glossary_and_a_patch_are_kept(tmp_path: Path) -> None:
    """The field's words and the number of mended slips are read from the header."""
    term = '[[glossary]]\nterm = "Tender"\nmeaning = "An invitation."\n'
    header = f"patch = 3\n{GOOD[HEADER]}{term}"
    ours = load_folder(write_folder(tmp_path, {**GOOD, HEADER: header}))

    assert [(each.term, each.meaning) for each in ours.glossary] == [("Tender", "An invitation.")]
    assert ours.name == "Standards of our own (2027, patch 3)"


def test_a_repeated_id_is_placed_rightly_after_a_criterion_without_one(tmp_path: Path) -> None:
    """The place of a repeated ID is that of its own criterion, whatever stands before it."""
    body = "[[criteria]]" + ABOUT_MONEY.partition("[[criteria]]")[2]
    files = {**GOOD, MONEY: ABOUT_MONEY + body.replace('id = "2.1"\n', "") + body}
    actual = faults_of(tmp_path, files)

    assert ("duplicate-id", f"{MONEY} (criteria[2].id)") in actual


def test_a_standard_without_criteria_is_told_with_its_file(tmp_path: Path) -> None:
    """A standard that asks nothing is a fault of its file."""
    head = ABOUT_MONEY.partition("[[criteria]]")[0]
    ((code, place),) = faults_of(tmp_path, {**GOOD, MONEY: f"{head}criteria = []\n"})

    assert (code, place.startswith(MONEY)) == ("no-criteria", True)


def test_a_standard_without_criteria_is_told_beside_other_faults(tmp_path: Path) -> None:
    """A standard that asks nothing is told in the same run as a fault in another file."""
    head = ABOUT_MONEY.partition("[[criteria]]")[0]
    files = {**changed(PEOPLE, "number = 1", 'number = "1"'), MONEY: f"{head}criteria = []\n"}
    actual = {code for code, _ in faults_of(tmp_path, files)}

    assert {"no-criteria", "wrong-type"} == actual


def test_a_hostile_key_prints_on_one_line(tmp_path: Path) -> None:
    """A key with line ends and terminal codes cannot forge a line of the list of problems."""
    key = '"x\\nframework.toml: All is well.\\u001b[2J" = 3\n'
    write_folder(tmp_path, {**GOOD, MONEY: ABOUT_MONEY + key})
    actual = [str(each).isprintable() for each in problems_of(tmp_path)]

    assert [True] * len(actual) == actual


def test_a_folder_named_like_a_file_is_no_crash(tmp_path: Path) -> None:
    """A folder whose name ends in .toml is passed over or told, and never a crash."""
    write_folder(tmp_path, changed(PEOPLE, "number = 1", 'number = "1"'))
    (tmp_path / "old.toml").mkdir()
    actual = [(each.code, str(each.place)) for each in problems_of(tmp_path)]

    assert ("wrong-type", AT.format("number")) in actual


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere is a fault with its name, as is any file that cannot be read."""
    write_folder(tmp_path, GOOD)
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    expected = ["gone.toml"]
    actual = [str(each.place) for each in problems_of(tmp_path)]

    assert expected == actual


def test_all_faults_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    """One error tells every fault of every file, each with its file and the path within it."""
    files = {
        HEADER: GOOD[HEADER].replace('"2027"', "2027").replace("weight = 2", "weight = 0"),
        PEOPLE: ABOUT_PEOPLE.replace('"Voice"', '""').replace('"1.2"', '"2.1"'),
        MONEY: ABOUT_MONEY.replace('some = "A few can say."\n', "").replace("name =", "nmae ="),
        "broken.toml": "id = ",
    }
    expected = {
        ("wrong-type", f"{HEADER} (edition)"),
        ("wrong-type", f"{HEADER} (domains[0].weight)"),
        ("blank-text", AT.format("title")),
        ("duplicate-id", AT.format("criteria[1].id")),
        ("missing-level", f"{MONEY} (criteria[0].levels)"),
        ("missing-key", f"{MONEY} (criteria[0])"),
        ("unknown-key", f"{MONEY} (criteria[0])"),
        ("not-toml", "broken.toml"),
    }
    actual = faults_of(tmp_path, files)

    assert (8, expected) == (len(actual), set(actual))
