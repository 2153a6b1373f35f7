"""Hold the wheel and the sdist to what the working copy holds: run it as ``contents.py DIST``."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

from pathspec import GitIgnoreSpec

ROOT = Path(__file__).parents[1]
PACKAGE = "commissioning_standards"
HOMES = {f"src/{PACKAGE}/": f"{PACKAGE}/", "standards/": f"{PACKAGE}/standards/"}
MADE = {"PKG-INFO"}


def main(dist: Path) -> None:
    """Say what is missing or too much, and fail if anything is."""
    kept = kept_files()
    (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    told = [
        *differences(wheel.name, in_wheel(wheel), installed(kept)),
        *differences(sdist.name, in_sdist(sdist), kept | MADE),
    ]
    if told:
        sys.exit("\n".join(told))


def kept_files() -> set[str]:
    """Every file of the working copy but for what git is told to ignore."""
    ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text("utf-8").splitlines())
    return {
        name for name in ignored.match_tree_files(ROOT, negate=True) if not name.startswith(".git/")
    }


def installed(kept: set[str]) -> set[str]:
    """Where what a user needs of it is to be after installing."""
    return {
        home + name.removeprefix(start)
        for name in kept
        for start, home in HOMES.items()
        if name.startswith(start)
    }


def in_wheel(path: Path) -> set[str]:
    """The files of a wheel but for what describes it."""
    with zipfile.ZipFile(path) as wheel:
        return {name for name in wheel.namelist() if ".dist-info/" not in name}


def in_sdist(path: Path) -> set[str]:
    """The files of an sdist, from its own folder on."""
    with tarfile.open(path) as sdist:
        return {each.name.partition("/")[2] for each in sdist if each.isfile()}


def differences(name: str, found: set[str], expected: set[str]) -> list[str]:
    """A line for each file that is missing or too much."""
    missing = [f"{name} lacks {each}" for each in sorted(expected - found)]
    return missing + [f"{name} should not hold {each}" for each in sorted(found - expected)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
