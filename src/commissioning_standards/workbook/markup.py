"""A return marked up: a copy that shows every problem where it is, and lists them first.

The copy is made by changing the few parts of the file that must change. All
else stays byte for byte: charts, pictures, threads of comments, labels, and the
values that formulas had. Reading the whole workbook and writing it again would
lose them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..files import check_not_input, check_output, ending_problem, write_bytes
from ..framework import Framework
from ..given import only
from ..problems import OutputError, Place, Problem, WorkbookError
from .marking.cells import cell_at, open_sheet, seen_at
from .marking.comments import FROM_THE_CHECK, forget_comments, write_comments
from .marking.front import (
    drop_sheet,
    earlier_lists,
    free_table_name,
    put_in_front,
    sheet_parts,
    show_sheets,
)
from .marking.looks import Looks
from .marking.mend_list import list_workbook
from .marking.package import Package
from .reading.intake import open_workbook, read_bounded, told_plainly
from .reading.reader import read_content

__all__ = ["check_copy", "mark_up", "mark_up_workbook"]

CELL = re.compile(r"[A-Z]{1,3}[1-9]\d*")
UNREADABLE = {"too-big", "damaged"}
ENDINGS = (".xlsx", ".xlsm")
SELECTED = b"tabSelected"


def mark_up_workbook(
    path: str | os.PathLike[str],
    output: str | os.PathLike[str],
    framework: Framework | None = None,
    *,
    overwrite: bool = False,
) -> tuple[Problem, ...]:
    """Check a return and, where it has problems, write a copy that shows them.

    Args:
        path: the return, which is never changed.
        output: the copy to write, with the same ending.
        framework: needed only for one of your own.
        overwrite: whether a file that is there may be replaced.

    Returns:
        The problems, none of which means that nothing was written.

    Raises:
        OutputError: the copy may not or cannot be written, or is the return itself.
        WorkbookError: the return cannot be opened, so that nothing can be marked up.
    """
    only("mark_up_workbook", framework, Framework, type(None), name="framework")
    check_copy(path, output, overwrite=overwrite)
    content = read_bounded(path)
    try:
        read_content(content, Path(path).name, framework)
    except WorkbookError as error:
        write_bytes(output, mark_up(content, error.problems), overwrite=overwrite)
        return error.problems
    return ()


def check_copy(
    path: str | os.PathLike[str], output: str | os.PathLike[str], *, overwrite: bool = False
) -> None:
    """Make sure that a marked-up copy may be written, before any work is done for it.

    Raises:
        OutputError: it is the return itself, is there already, or has another
            ending, with which Excel would not open it.
    """
    check_not_input(output, [path])
    ending, copy = Path(path).suffix.lower(), Path(output)
    allowed = ending if ending in ENDINGS else ENDINGS[0]
    if copy.suffix.lower() != allowed:
        raise OutputError([ending_problem(copy, allowed)])
    check_output(output, overwrite=overwrite)


def mark_up(content: bytes, problems: Iterable[Problem]) -> bytes:
    """Mark a return up: the same return and problems give the same bytes.

    Bad cells are highlighted, opened to input and explained in a comment, and a
    sheet in front lists everything. What an earlier marking left is taken away.

    Args:
        content: the whole workbook.
        problems: what reading it told; notes among them are listed as such.

    Returns:
        The marked-up workbook; the return as it is where nothing is wrong.

    Raises:
        WorkbookError: it cannot be opened, so that nothing can be marked up.
    """
    found = tuple(problems)
    if all(each.is_note for each in found):
        return content
    open_workbook(content, "")
    if any(each.code in UNREADABLE for each in found):
        raise WorkbookError(found)
    with told_plainly(""):
        return _marked_up(Package.read(content), found)


def _marked_up(package: Package, found: Sequence[Problem]) -> bytes:
    lists = earlier_lists(package)
    for each in lists:
        drop_sheet(package, each)
    (styles,) = package.related(package.workbook, "styles")
    looks = Looks(package.tree(styles))
    earlier = looks.earlier_marks()
    for part in sheet_parts(package).values():
        if lists or earlier:
            _take_back(package, part, earlier)
        if SELECTED in package.parts[part]:
            _unselect(package, part)
    _show(package, looks, found)
    package.store(styles, looks.tree)
    return package.packed()


def _show(package: Package, looks: Looks, found: Sequence[Problem]) -> None:
    """List the problems on a sheet in front, and mark their cells."""
    parts = sheet_parts(package)
    names = {Place(sheet=name).sheet: name for name in parts}
    listed = list_workbook(found, names, free_table_name(package))
    put_in_front(package, looks, Package.read(listed))
    at_cells = [each for each in found if CELL.fullmatch(each.place.cell) and not each.is_note]
    for sheet, name in names.items():
        if here := [each for each in at_cells if each.place.sheet == sheet]:
            _mark(package, looks, parts[name], here)
    show_sheets(package, {names.get(each.place.sheet, "") for each in found})


def _take_back(package: Package, part: str, earlier: Mapping[str, str]) -> None:
    """Take away what an earlier marking left on a sheet."""
    sheet = open_sheet(package, part)
    for cell in sheet.iter("c"):
        number = cell.get("s", "0")
        cell.set("s", earlier.get(number, number))
    forget_comments(package, part, sheet)
    package.store(part, sheet)


def _unselect(package: Package, part: str) -> None:
    """Close a sheet: into two that are open at once people type at once."""
    sheet = package.tree(part)
    for view in sheet.iterfind("sheetViews/sheetView"):
        view.attrib.pop("tabSelected", None)
    package.store(part, sheet)


def _mark(package: Package, looks: Looks, part: str, found: Iterable[Problem]) -> None:
    """Mark the bad cells of a sheet, and say at each what is wrong."""
    sheet = open_sheet(package, part)
    sayings: dict[str, str] = {}
    for each in found:
        place = seen_at(sheet, each.place.cell)
        sayings[place] = f"{sayings.get(place, FROM_THE_CHECK)}\n{_in_words(each)}"
    for place in sayings:
        cell = cell_at(sheet, place)
        cell.set("s", looks.marked(cell.get("s", "0")))
    write_comments(package, part, sheet, sayings)
    package.store(part, sheet)


def _in_words(found: Problem) -> str:
    allowed = [f"Allowed: {found.allowed}."] if found.allowed else []
    return "\n".join([found.message, *allowed, found.remedy])
