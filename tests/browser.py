"""Chromium as a person's browser: it opens a page and says what it sees."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

__all__ = ["A4", "BROKEN_WORDS", "browser"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "Chromium is not installed: on Debian, apt-get install chromium"

# What is between the margins of the page, in pixels.
A4: ViewportSize = {"width": 680, "height": 986}
# Words of a table that stand on two lines, those left out that no line may be wide enough for;
# a word may go on in a new line behind a hyphen or a stroke.
BROKEN_WORDS = """() => [...document.querySelectorAll("td, th")].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.data;
        for (const word of text.matchAll(/(?<![^\\s])(?=\\S{1,16}(?!\\S))[^\\s\\-–\\/]+/gu)) {
            const range = document.createRange();
            range.setStart(walker.currentNode, word.index);
            range.setEnd(walker.currentNode, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(each => each.top)).size > 1)
                found.push(word[0]);
        }
    }
    return found;
})"""


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
