"""A paper before it is written in any format: sections, paragraphs, lists, tables, pictures.

It is made once from the data, and each writer renders the same thing, so that
the web page and the Word file cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from ..text import contained, tidy_text
from .untrusted import safe_link

__all__ = [
    "NOT_GIVEN",
    "Block",
    "Bullets",
    "Document",
    "Linked",
    "Paragraph",
    "Picture",
    "Section",
    "Statement",
    "Table",
    "linked",
    "said_text",
]

NOT_GIVEN = "Not given"


def _kept(text: str) -> str:
    """Text that any format can hold, and that turns nothing after it."""
    return contained(tidy_text(text))


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_kept, texts))


@frozen
class Statement:
    """A sentence that a named rule made of the data.

    Args:
        rule: the rule's name, as listed in the paper's own appendix.
        start: the sentence; or its start, where it leads to a list.
        parts: what it lists, such as standards by number and title.
    """

    rule: str
    start: str = field(converter=_kept)
    parts: tuple[str, ...] = field(default=(), converter=_texts)

    @property
    def text(self) -> str:
        """The whole sentence on one line."""
        return f"{self.start}: {'; '.join(self.parts)}." if self.parts else self.start


@frozen
class Linked:
    """A text that leads to a web page or an e-mail address."""

    text: str = field(converter=_kept)
    href: str


Cell = str | Linked


def linked(text: str, link: str) -> Cell:
    """A text with its link, where that is safe; a link that is not stands beside it as text."""
    href = safe_link(link)
    if href:
        return Linked(text, href)
    return f"{text} ({link})" if link else text


def said_text(said: Statement | Cell) -> str:
    """The words of a statement, of a linked text or of a text."""
    return said if isinstance(said, str) else said.text


def _rows(rows: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(_cell(each) for each in row) for row in rows)


def _cell(cell: Cell) -> Cell:
    return cell if isinstance(cell, Linked) else _kept(cell)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


def _sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(sections)


def _items(items: Iterable[Statement | Cell]) -> tuple[Statement | Cell, ...]:
    return tuple(map(_one, items))


def _one(said: Statement | Cell) -> Statement | Cell:
    return said if isinstance(said, Statement) else _cell(said)


@frozen
class Paragraph:
    """A paragraph: a statement of ours, or somebody's own words.

    Args:
        said: what it says.
        kind: ``"plain"``, ``"note"``, or ``"before"`` where it leads to what comes next.
    """

    said: Statement | Cell = field(converter=_one)
    kind: str = "plain"


@frozen
class Bullets:
    """A list, numbered or not."""

    items: tuple[Statement | Cell, ...] = field(converter=_items)
    numbered: bool = False


@frozen
class Table:
    """A table with one row of headers; its first column names the rows.

    Args:
        caption: what it shows.
        headers: one for each column.
        rows: of cells, one for each header.
        widths: how wide the columns are to each other; alike unless given.
    """

    caption: str = field(converter=_kept)
    headers: tuple[str, ...] = field(converter=_texts)
    rows: tuple[tuple[Cell, ...], ...] = field(converter=_rows)
    widths: tuple[int, ...] = ()


@frozen
class Picture:
    """A chart with its words.

    Args:
        name: of its files, such as ``"radar"``.
        title: what it is called.
        alt: what it shows, for those who do not see it.
        svg: the picture as SVG, as it stands alone.
        png: the same as PNG.
        within: the same as SVG and as PNG without its title, for a page that has it.
    """

    name: str
    title: str = field(converter=_kept)
    alt: str = field(converter=_kept)
    svg: bytes = field(repr=False)
    png: bytes = field(repr=False)
    within: tuple[bytes, bytes] | None = field(default=None, repr=False)

    @property
    def caption(self) -> str:
        """Its title, where the picture on the page does not show it itself."""
        return self.title if self.within else ""

    @property
    def on_page(self) -> tuple[bytes, bytes]:
        """The picture as it stands in a page, as SVG and as PNG."""
        return self.within or (self.svg, self.png)


Block = Paragraph | Bullets | Table | Picture


@frozen
class Section:
    """A heading with what stands under it.

    Args:
        id: a short name, unique in the paper, to lead to.
        heading: its words.
        blocks: what stands under it directly.
        sections: the sections within it.
        is_one_page: whether its pictures are made small enough that all of it
            stands on one printed page.
        folded: what to press to see it on a web page, where it begins closed; ""
            where it is open. Printed, it is always open.
    """

    id: str
    heading: str = field(converter=_kept)
    blocks: tuple[Block, ...] = field(default=(), converter=_blocks)
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    is_one_page: bool = False
    folded: str = ""

    def walk(self) -> Iterator[Section]:
        """The section, and all within it, in order."""
        yield self
        for each in self.sections:
            yield from each.walk()


@frozen
class Document:
    """A whole paper.

    Args:
        title: its title.
        subtitle: a line below it.
        sections: in order.
        made_from: what it was made from and by, a sentence each.
        colour: of its headings, as ``#rrggbb``.
        crest: the council's crest as PNG, or nothing.
        crest_alt: what the crest is, for those who do not see it.
    """

    title: str = field(converter=_kept)
    subtitle: str = field(converter=_kept)
    sections: tuple[Section, ...] = field(converter=_sections)
    made_from: tuple[str, ...] = field(converter=_texts)
    colour: str
    crest: bytes = field(default=b"", repr=False)
    crest_alt: str = field(default="", converter=_kept)

    def walk(self) -> Iterator[Section]:
        """Every section, in order."""
        for each in self.sections:
            yield from each.walk()

    @property
    def statements(self) -> tuple[tuple[Section, Statement], ...]:
        """Every sentence that a rule made, with the section it stands in."""
        return tuple(
            (section, said)
            for section in self.walk()
            for block in section.blocks
            for said in _said(block)
            if isinstance(said, Statement)
        )

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture, in order."""
        blocks = (block for section in self.walk() for block in section.blocks)
        return tuple(each for each in blocks if isinstance(each, Picture))


def _said(block: Block) -> tuple[Statement | Cell, ...]:
    match block:
        case Paragraph(said=said):
            return (said,)
        case Bullets(items=items):
            return items
        case _:
            return ()
