"""Where pages are followed: in a folder with nothing but what an earlier page has made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commissioning_standards.demo import make_demo, make_region_demo
from tests.docs.pages import page

DEMOS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "commissioning-standards-demo": ("$ commissioning-standards demo\n", make_demo),
    "region-demo": ("$ commissioning-standards demo --region\n", make_region_demo),
}


@pytest.fixture(scope="package")
def demos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demonstrations have been made, once for all pages."""
    folder = tmp_path_factory.mktemp("demos")
    for name, (_, make) in DEMOS.items():
        make(folder / name)
    return folder


@pytest.fixture
def begin(demos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Go to a new folder, with the demonstrations that a page uses and does not make."""

    def started(name: str) -> Path:
        work = tmp_path / "work"
        work.mkdir()
        for demo, (made_by, _) in DEMOS.items():
            if demo in page(name) and made_by not in page(name):
                shutil.copytree(demos / demo, work / demo)
        monkeypatch.chdir(work)
        return work

    return started
