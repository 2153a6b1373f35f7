"""Frameworks that come with the software, and where they are found."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards import catalogue
from tests.folders import GOOD, write_folder


def refusal_of(source: str | Path) -> cs.Problem:
    """The one problem that a source is refused with."""
    with pytest.raises(cs.FrameworkError) as refusal:
        cs.load_framework(source)
    (fault,) = refusal.value.problems
    return fault


def test_the_route_map_comes_with_the_software() -> None:
    """The route map is among the frameworks that need no folder."""
    assert "route-map" in cs.framework_ids()


def test_frameworks_are_listed_in_order() -> None:
    """The list of frameworks is sorted, so that it never changes about."""
    actual = cs.framework_ids()

    assert tuple(sorted(set(actual))) == actual


@pytest.mark.parametrize("framework_id", cs.framework_ids())
def test_every_framework_loads_under_its_own_id(framework_id: str) -> None:
    """Each framework that is listed has no fault and is called what its folder is called."""
    actual = cs.load_framework(framework_id).id

    assert framework_id == actual


def test_the_route_map_has_twelve_standards_in_order(route_map: cs.Framework) -> None:
    """The route map's standards are numbered from 1 to 12, in order."""
    actual = [standard.number for standard in route_map.standards]

    assert list(range(1, 13)) == actual


def test_the_route_map_has_four_domains(route_map: cs.Framework) -> None:
    """The route map's domains are those of the prototype, three standards in each."""
    expected = {"person-centred": 3, "inclusive": 3, "well-led": 3, "market": 3}
    actual = {each.id: len(route_map.in_domain(each)) for each in route_map.domains}

    assert expected == actual


def test_the_route_map_has_48_criteria(route_map: cs.Framework) -> None:
    """Each of the route map's standards has four criteria."""
    expected = [4] * 12
    actual = [len(standard.criteria) for standard in route_map.standards]

    assert expected == actual


def test_the_route_map_has_four_levels(route_map: cs.Framework) -> None:
    """The route map is rated from 1 Starting to 4 Leading."""
    expected = ["1 Starting", "2 Developing", "3 Established", "4 Leading"]
    actual = [level.choice for level in route_map.scale]

    assert expected == actual


def test_every_criterion_describes_four_levels(route_map: cs.Framework) -> None:
    """The route map says what each level looks like for each criterion, never the same twice."""
    texts = [each.text for criterion in route_map.criteria for each in criterion.levels]

    assert (len(texts), len(set(texts))) == (4 * 48, 4 * 48)


def test_the_route_map_weighs_all_alike(route_map: cs.Framework) -> None:
    """No part of the route map counts more than another."""
    weights = [each.weight for each in route_map.domains]
    weights += [each.weight for each in route_map.standards]
    weights += [each.weight for each in route_map.criteria]

    assert [Fraction(1)] * (4 + 12 + 48) == weights


def test_a_framework_is_loaded_once() -> None:
    """Asking again for a framework that comes with the software costs nothing."""
    first, second = cs.load_framework("route-map"), cs.load_framework("route-map")

    assert first is second


@pytest.mark.parametrize("kind", [str, Path])
def test_a_folder_of_ones_own_is_loaded(tmp_path: Path, kind: type[str | Path]) -> None:
    """A framework is loaded from a folder, named as text or as a path."""
    folder = write_folder(tmp_path, GOOD)
    expected = "ours"
    actual = cs.load_framework(kind(folder)).id

    assert expected == actual


def test_a_folder_is_read_afresh(tmp_path: Path) -> None:
    """A change in a folder of one's own is seen when it is loaded again."""
    folder = write_folder(tmp_path, GOOD)
    before = cs.load_framework(folder).digest
    write_folder(folder, {"money.toml": GOOD["money.toml"].replace("Prices", "Costs")})
    after = cs.load_framework(folder).digest

    assert before != after


def test_a_misspelt_framework_brings_a_suggestion() -> None:
    """A name that is nearly that of a framework is told with the one meant and all there are."""
    fault = refusal_of("route-mpa")
    expected = ("unknown-framework", "“route-mpa”", "Did you mean route-map?")
    actual = (fault.code, fault.found, fault.hint)

    assert expected == actual


def test_a_missing_framework_lists_those_there_are() -> None:
    """Whoever names a framework that is not there is told which are."""
    actual = refusal_of("zzz").allowed

    assert ", ".join(cs.framework_ids()) == actual


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is a problem that shows it."""
    expected = "unknown-framework"
    actual = refusal_of(tmp_path / "none").code

    assert expected == actual


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A path to a file is a problem and no crash."""
    file = tmp_path / "framework.toml"
    file.touch()
    expected = "unknown-framework"
    actual = refusal_of(file).code

    assert expected == actual


@pytest.mark.parametrize("source", ["a\0b", "../../etc\n", "x" * 5000, "~", "{0}"])
def test_a_name_that_can_be_none_is_told(source: str) -> None:
    """Null characters, line ends and names of any length are a problem and no crash."""
    expected = "unknown-framework"
    actual = refusal_of(source).code

    assert expected == actual


def test_an_installed_package_has_its_frameworks_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package holds a folder of standards, as in a wheel, they are found there."""
    (tmp_path / "standards" / "ours").mkdir(parents=True)
    write_folder(tmp_path / "standards" / "ours", GOOD)
    monkeypatch.setattr(catalogue, "files", lambda _: tmp_path)
    expected = ("ours",)
    actual = cs.framework_ids()

    assert expected == actual


def test_a_working_copy_has_its_frameworks_beside_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package holds no standards, those beside its source folder are found."""
    package = tmp_path / "src" / "package"
    package.mkdir(parents=True)
    (tmp_path / "standards" / "ours").mkdir(parents=True)
    write_folder(tmp_path / "standards" / "ours", GOOD)
    monkeypatch.setattr(catalogue, "files", lambda _: package)

    assert cs.framework_ids() == ("ours",)


def test_a_folder_without_a_framework_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Crosswalks and other folders beside the frameworks are not taken for one."""
    (tmp_path / "standards" / "crosswalks").mkdir(parents=True)
    monkeypatch.setattr(catalogue, "files", lambda _: tmp_path)
    actual = cs.framework_ids()

    assert actual == ()
