"""A council's colour and crest."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from commissioning_standards.charts.palette import DARK_BLUE, ORANGE, SERIES_COLOURS, Palette
from commissioning_standards.reports.look import clean_picture, colour_faults, series_colours


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """A small blue picture."""
    buffer = BytesIO()
    Image.new("RGB", size, "#12436D").save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("colour", "codes"),
    [
        ("#12436D", []),
        ("#FFDD00", ["colour-too-pale"]),
        ("navy", ["not-a-colour"]),
        ("#12436D;}", ["not-a-colour"]),
    ],
)
def test_a_colour_can_be_read_on_white(colour: str, codes: list[str]) -> None:
    """A colour is six figures after a hash, and dark enough for text."""
    assert [each.code for each in colour_faults(colour)] == codes


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_crest_is_drawn_anew_with_nothing_hidden(kind: str) -> None:
    """Whatever was written into the picture's file is not in ours."""
    told = PngInfo()
    told.add_text("Author", "Jane Officer")
    exif = Image.Exif()
    exif[0x013B] = "Jane Officer"
    crest, faults = clean_picture(picture(kind, pnginfo=told, exif=exif))

    assert (crest[:4], faults, b"Jane" in crest) == (b"\x89PNG", (), False)


def test_a_large_crest_is_made_small() -> None:
    """A picture keeps its shape, at a size that papers need."""
    crest, _ = clean_picture(picture(size=(3_000, 1_500)))

    assert Image.open(BytesIO(crest)).size == (600, 300)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-picture"),
        (b"", "not-a-picture"),
        (picture()[:60], "not-a-picture"),
        (picture("GIF"), "not-a-picture"),
        (picture(size=(7_000, 2)), "picture-too-big"),
        (b"\x89PNG" + bytes(5_000_001), "picture-too-big"),
    ],
)
def test_what_is_no_crest_is_told(content: bytes, code: str) -> None:
    """A file of another kind, a broken one and one that is far too large are refused."""
    crest, (fault,) = clean_picture(content)

    assert (crest, fault.code) == (b"", code)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_councils_colour_can_be_told_from_the_other_lines(parts: tuple[int, int, int]) -> None:
    """Whatever can be read on white stands apart from the second line, and is not the third."""
    colour = "#{:02X}{:02X}{:02X}".format(*parts)
    assume(not list(colour_faults(colour)))
    own, second, third = series_colours(colour)

    assert Palette((own, second, third)).faults() == ()
    assert third != own


def test_a_dark_colour_stays_as_it_is() -> None:
    """A colour that can be told from the second line is not changed, and neither is ours."""
    assert series_colours("#801650") == ("#801650", ORANGE, DARK_BLUE)
    assert series_colours(DARK_BLUE) == SERIES_COLOURS
