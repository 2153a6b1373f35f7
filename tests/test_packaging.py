"""What is given out: its libraries, its licences, and that it works without being unpacked."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import commissioning_standards as cs

ROOT = Path(__file__).parents[1]
PACKAGE = Path(cs.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REMEDY = "run .ci/pins, or .ci/pins --upgrade"
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
NOT_LOWEST = {"bench", "dev", "docs", "release"}


def required(groups: list[list[str]]) -> list[Requirement]:
    """What groups of libraries ask for, but for this software's own extras."""
    found = map(Requirement, chain.from_iterable(groups))
    return [each for each in found if each.name != PROJECT["name"]]


def pinned(name: str) -> dict[str, Version]:
    """The versions in a file of pins, by library; of several, the one for the lowest Python."""
    lines = re.findall(r"^([\w.\[\]-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {
        canonicalize_name(library.partition("[")[0]): Version(version)
        for library, version in reversed(lines)
    }


NEWEST, LOWEST = pinned("constraints.txt"), pinned("lowest.txt")
ALL = required([PROJECT["dependencies"], *EXTRAS.values()])
PROMISED = required(
    [PROJECT["dependencies"], *(each for name, each in EXTRAS.items() if name not in NOT_LOWEST)]
)


@pytest.mark.parametrize("requirement", ALL, ids=str)
def test_ci_installs_a_version_that_is_allowed(requirement: Requirement) -> None:
    """Every library has an exact version, within what pyproject.toml allows."""
    version = NEWEST.get(canonicalize_name(requirement.name))

    assert version is not None, REMEDY
    assert version in requirement.specifier, REMEDY


@pytest.mark.parametrize("requirement", PROMISED, ids=str)
def test_the_lowest_version_promised_is_the_one_tested(requirement: Requirement) -> None:
    """What CI tests as the lowest is what pyproject.toml says: no bound is a guess."""
    (bound,) = requirement.specifier

    assert bound.operator == ">="
    tested = LOWEST.get(canonicalize_name(requirement.name))
    assert tested is not None, REMEDY
    assert tested.release[: len(Version(bound.version).release)] == Version(bound.version).release


def test_every_data_file_has_its_source_told() -> None:
    """The page of sources names each file that has data of others, and their licence."""
    page = (ROOT / "DATA-SOURCES.md").read_text("utf-8")
    sourced = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "standards").rglob("*.toml")
        if "source" in tomllib.loads(path.read_text("utf-8"))
    ]

    assert len(sourced) > 3
    untold = [name for name in sourced if f"`{name}`" not in page]
    assert untold == [], "give each a row in DATA-SOURCES.md that begins with its path"


def test_every_framework_says_where_its_words_are_from() -> None:
    """A framework that is brought with the software has a source, and so a row on the page."""
    found = sorted((ROOT / "standards").glob("*/framework.toml"))

    assert found
    assert [
        each for each in found if not tomllib.loads(each.read_text("utf-8")).get("source")
    ] == []


def test_the_licence_of_public_data_is_told_where_a_file_says_it_is_used() -> None:
    """A file under the Open Government Licence stands beside it on the page, and in metadata."""
    page = (ROOT / "DATA-SOURCES.md").read_text("utf-8").splitlines()
    public = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "standards").rglob("*.toml")
        if "Open Government Licence" in path.read_text("utf-8")
    ]
    rows = {name: next(line for line in page if f"`{name}`" in line) for name in public}

    assert public
    assert [name for name, row in rows.items() if "Open Government Licence" not in row] == []
    assert PROJECT["license"] == "MIT AND OGL-UK-3.0"
    assert (
        "Contains public sector information licensed under the Open Government Licence v3.0."
        in (page)
    )


def test_licence_files_are_given_out() -> None:
    """The licence and the sources go with every wheel."""
    assert PROJECT["license-files"] == ["LICENSE", "DATA-SOURCES.md"]
    assert all((ROOT / name).is_file() for name in PROJECT["license-files"])


def test_the_citation_is_of_this_version() -> None:
    """Whoever cites the software cites the version they have."""
    citation = (ROOT / "CITATION.cff").read_text("utf-8")

    assert f"\nversion: {cs.__version__}\n" in citation


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its standards in one zip file, as a wheel has them."""
    path = tmp_path_factory.mktemp("packed") / "package.zip"
    homes = {"": PACKAGE, "standards/": ROOT / "standards"}
    if (PACKAGE / "standards").is_dir():  # it is installed, and not in a working copy
        del homes["standards/"]
    with zipfile.ZipFile(path, "w") as archive:
        for start, home in homes.items():
            for file in home.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    archive.write(file, f"{PACKAGE.name}/{start}{file.relative_to(home)}")
    return path


@pytest.mark.parametrize(
    "job",
    [
        ["frameworks"],
        ["show", "route-map-cqc"],
        ["demo", "made"],
        ["frameworks", "--copy", "route-map", "-o", "made"],
        ["account", str(ROOT / "workbooks" / "borsetshire-2026-27.xlsx"), "-o", "made"],
    ],
    ids=lambda job: job[0],
)
def test_it_works_from_a_zip_file(packed: Path, tmp_path: Path, job: list[str]) -> None:
    """Every kind of data that the package holds is found where it was never unpacked."""
    program = (
        "import sys; path = sys.argv.pop(1); sys.path.insert(0, path)\n"
        "from commissioning_standards import cli\n"
        "assert cli.__file__.startswith(path), cli.__file__\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(packed), *job],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
