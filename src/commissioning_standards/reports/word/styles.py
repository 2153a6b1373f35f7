"""How a Word file looks: its page, its styles, and the language they are in."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

__all__ = ["BODY", "LANGUAGE", "SMALL", "TEXT_HEIGHT", "TEXT_WIDTH", "set_page", "set_styles"]

FONT = "Arial"
LANGUAGE = "en-GB"
PAGE_WIDTH, PAGE_HEIGHT = Cm(21.0), Cm(29.7)
SIDE, END, FOOT = Cm(1.8), Cm(1.7), Cm(0.8)
TEXT_WIDTH, TEXT_HEIGHT = PAGE_WIDTH - 2 * SIDE, PAGE_HEIGHT - 2 * END
SIZES = {"Title": 24, "Subtitle": 13, "Heading 1": 17, "Heading 2": 14, "Heading 3": 12.5}
BODY, SMALL = 10.5, 9


def set_page(file: Any) -> None:
    """A4, upright."""
    page = file.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = PAGE_WIDTH, PAGE_HEIGHT
    page.left_margin = page.right_margin = SIDE
    page.top_margin = page.bottom_margin = END
    page.footer_distance = FOOT


def set_styles(styles: Any, colour: str) -> None:
    """One font, and headings in the council's colour.

    Args:
        styles: of the file.
        colour: of its headings, as ``#rrggbb``.
    """
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    normal.paragraph_format.space_after = Pt(6)
    rgb = RGBColor.from_string(colour[1:].upper())
    for name in ("Title", "Subtitle", *(f"Heading {level}" for level in range(1, 5))):
        _set_heading(styles[name], Pt(SIZES.get(name, BODY + 0.5)), rgb)
    _set_fonts(normal.element)
    _set_caption(styles["Caption"], rgb)
    _set_language(styles.element)


def _set_heading(style: Any, size: int, colour: RGBColor) -> None:
    style.font.name, style.font.size = FONT, size
    style.font.color.rgb, style.font.italic, style.font.bold = colour, False, True
    _set_fonts(style.element)
    for spacing in style.element.iter(qn("w:spacing")):
        spacing.attrib.pop(qn("w:val"), None)
    style.paragraph_format.keep_with_next = True


def _set_fonts(style: Any) -> None:
    """One font for every script: the template's own differ between headings and text."""
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _set_caption(style: Any, colour: RGBColor) -> None:
    style.font.name, style.font.size = FONT, Pt(BODY - 0.5)
    style.font.bold, style.font.color.rgb = True, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(3)


def _set_language(styles: Any) -> None:
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
