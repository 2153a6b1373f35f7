"""How a council's papers look: its colour, and its crest as a clean picture."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from ..charts.palette import BACKGROUND, DARK_BLUE, DARK_PINK, ORANGE, Palette, contrast, mixed
from ..problems import Problem, problem, quoted

__all__ = ["clean_picture", "colour_faults", "series_colours"]

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LEAST_CONTRAST = 4.5
LARGEST_BYTES, LARGEST_SIDE, KEPT_SIDE = 5_000_000, 6_000, 600
FORMATS = ("PNG", "JPEG")
BLACK, SHARES = "#000000", [share / 20 for share in range(20, -1, -1)]


def colour_faults(colour: str) -> Iterator[Problem]:
    """Why a colour cannot be that of headings on white.

    Text needs 4.5 to 1 against its background: WCAG 2.2, success criterion 1.4.3.
    """
    if not COLOUR.fullmatch(colour):
        yield problem("not-a-colour", found=quoted(colour))
    elif contrast(colour, BACKGROUND) < LEAST_CONTRAST:
        ratio = f"{contrast(colour, BACKGROUND):.2f}"
        yield problem("colour-too-pale", found=f"{quoted(colour)} ({ratio} to 1)")


def series_colours(colour: str) -> tuple[str, str, str]:
    """The colours of a chart's lines, of which the first is the council's own.

    It is darkened as far as is needed to tell it from the second. The third is
    that of two which is less like it, and both can be told from the second.

    Args:
        colour: the council's, as ``#rrggbb``, which can be read on white.
    """
    darker = (mixed(colour, BLACK, share) for share in SHARES)
    own = next(each for each in darker if not Palette((each, ORANGE)).faults())
    return own, ORANGE, max((DARK_PINK, DARK_BLUE), key=lambda each: _unlike(own, each))


def _unlike(one: str, other: str) -> int:
    """How far two colours are apart in red, green and blue together."""
    parts = [[int(each[start : start + 2], 16) for start in (1, 3, 5)] for each in (one, other)]
    return sum((a - b) ** 2 for a, b in zip(*parts, strict=True))


def clean_picture(content: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """A picture drawn anew as a PNG of modest size, with nothing in it but what is seen.

    Returns:
        The picture and no faults, or nothing and its fault.
    """
    if len(content) > LARGEST_BYTES:
        return b"", (problem("picture-too-big", found=f"{len(content):,} bytes"),)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _drawn_anew(content)
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return b"", (problem("not-a-picture"),)


def _drawn_anew(content: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    with Image.open(BytesIO(content), formats=FORMATS) as picture:
        if max(picture.size) > LARGEST_SIDE:
            width, height = picture.size
            return b"", (problem("picture-too-big", found=f"{width} by {height} points"),)
        seen = picture.convert("RGBA")
    seen.thumbnail((KEPT_SIDE, KEPT_SIDE))
    bare = Image.new("RGBA", seen.size)
    bare.paste(seen)
    buffer = BytesIO()
    bare.save(buffer, "PNG")
    return buffer.getvalue(), ()
