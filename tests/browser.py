"""Chromium as a person's browser: it opens a page and says what it sees."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

__all__ = ["browser"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "Chromium is not installed: on Debian, apt-get install chromium"


@contextmanager
def browser(**options: Any) -> Iterator[Browser]:
    """A running Chromium, as Debian brings it.

    Args:
        options: how to start it, as Playwright takes them.
    """
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        # In CI nothing is skipped: there a missing browser is a failure.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as started:
        found = started.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"], **options
        )
        yield found
        found.close()
