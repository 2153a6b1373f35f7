"""The *Agenda* sheet: what to talk about, the widest splits first, and who said what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ....moderation.agenda import Agenda, Item
from ..measure import row_height
from ..pen import Styles
from .sheets import AGENDA, LinkPen, heading, write_prose

__all__ = ["write_agenda"]

HEADERS = ("No.", "Go to", "What", "Why talk about it", "Who said what")
WIDTHS = (5.0, 12.0, 24.0, 62.0, 84.0)
# A row grows no taller than some 30 lines, so a long list of answers goes on in another.
TALLEST = 380.0
BOLD = 0.93
NOTHING = (
    "Nobody differs: there is nothing to talk about. Look at the sheet Agreed, and send it back."
)
ORDER = (
    "The widest splits come first, and of two alike the one with the wider split between voices. "
    "Bold text tells where people who draw on care and support, or unpaid carers, stand apart."
)
HOW_TO = (
    "Hear each view before you decide. Go to its line on the sheet Agreed, choose a rating, and "
    "write why. A median decides nothing."
)


def write_agenda(pen: LinkPen, agenda: Agenda, targets: Mapping[str, tuple[str, int]]) -> None:
    """Write the ranked items, each with a link to the line on which it is decided.

    Args:
        pen: of the sheet.
        agenda: what to talk about.
        targets: the sheet and row of each criterion and standard, by ID.
    """
    rows = [(item, *lines) for item in agenda for lines in _rows(item)]
    top = 3 if rows else 2
    pen.page(WIDTHS, top if rows else None)
    heading(pen, 0, AGENDA)
    write_prose(pen, 1, (ORDER, HOW_TO) if rows else (NOTHING,), WIDTHS)
    if rows:
        pen.table(AGENDA, top, HEADERS, top + len(rows))
        pen.height(top, 20)
        pen.sheet.freeze_panes(top + 1, 0)
    for row, (item, more, said) in enumerate(rows, top + 1):
        _write_row(pen, row, item, said, targets[item.view.id], is_more=more)
    pen.sheet.set_selection(0, 0, 0, 0)


def _rows(item: Item) -> Iterator[tuple[bool, str]]:
    """Who said what, in as many rows as it needs, and whether a row goes on from another."""
    held: list[str] = []
    is_more = False
    for line in item.said:
        if held and row_height([("\n".join([*held, line]), WIDTHS[-1])]) > TALLEST:
            yield is_more, "\n".join(held)
            held, is_more = [], True
        held.append(line)
    yield is_more, "\n".join(held)


def _write_row(
    pen: LinkPen, row: int, item: Item, said: str, target: tuple[str, int], *, is_more: bool
) -> None:
    view = item.view
    why, flag = ("", "") if is_more else (item.reason, item.flag)
    name = f"Standard {view.id}" if view.part == "standard" else view.id
    texts = (str(item.rank), name, f"{view.title}{' (more)' if is_more else ''}")
    pen.text(row, 0, texts[0], Styles.strong)
    pen.link_to(row, 1, target, name)
    pen.text(row, 2, texts[2], Styles.cell)
    pen.titled(row, 3, flag, why, Styles.cell)
    pen.text(row, 4, said, Styles.cell)
    words = (*texts, f"{flag}\n{why}" if flag else why, said)
    # Bold letters are wider.
    widths = (*WIDTHS[:3], WIDTHS[3] * (BOLD if flag else 1), WIDTHS[4])
    pen.height(row, row_height(zip(words, widths, strict=True)))
