"""A paper before it is written in any format."""

from __future__ import annotations

from commissioning_standards.reports.document import (
    Bullets,
    Document,
    Linked,
    Paragraph,
    Picture,
    Section,
    Statement,
    Table,
    linked,
)

TURNS = "\u202eabc"
PICTURE = Picture("p", "Title", "Words", b"<svg/>", b"png")
INNER = Section("inner", "Inner", (Paragraph("Ours"), PICTURE))
OUTER = Section("outer", "Outer", (Bullets((Statement("none", "Nothing."), "Theirs")),), (INNER,))
PAPER = Document("T", "S", (OUTER,), ("From a return.",), "#12436D")


def test_text_is_kept_as_any_format_can_hold_it() -> None:
    """Control characters go, and a mark that turns direction is ended."""
    table = Table("C\x00", ("H\x07",), [[f"a\x1b{TURNS}"]])

    assert (table.caption, table.headers) == ("C", ("H",))
    assert table.rows == (("a\u202eabc\u202c",),)
    assert Paragraph(TURNS).said == Bullets([TURNS]).items[0] == f"{TURNS}\u202c"


def test_a_safe_link_leads_on() -> None:
    """A text with a link to a page leads there."""
    assert linked("Plan", "https://a.example/") == Linked("Plan", "https://a.example/")


def test_an_unsafe_link_stands_as_text() -> None:
    """Nothing is lost of a link that leads nowhere: people can read it."""
    assert linked("Plan", "javascript:alert(1)") == "Plan (javascript:alert(1))"


def test_without_a_link_it_is_text() -> None:
    """A text without a link is itself."""
    assert linked("Plan", "") == "Plan"


def test_sections_are_walked_in_order() -> None:
    """Each section comes before those within it."""
    assert [each.id for each in PAPER.walk()] == ["outer", "inner"]


def test_statements_are_told_from_other_text() -> None:
    """What a rule made is found with its section; other people's words are not it."""
    assert [(where.id, said.rule) for where, said in PAPER.statements] == [("outer", "none")]


def test_pictures_are_found_wherever_they_stand() -> None:
    """A paper gives its pictures in order."""
    assert PAPER.pictures == (PICTURE,)
