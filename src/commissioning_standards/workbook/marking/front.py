"""The list of what to mend, put in front of the return's own sheets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, count

from openpyxl.utils.cell import quote_sheetname

from .looks import Looks
from .mend_list import HEADERS, MARK_CELL, TABLE, TITLE
from .package import RELATIONS, Package, relation_id
from .trees import Element, child, serialised

__all__ = [
    "drop_sheet",
    "earlier_lists",
    "free_table_name",
    "put_in_front",
    "sheet_parts",
    "show_sheets",
]

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")


def sheet_parts(package: Package) -> dict[str, str]:
    """The part of each sheet, by its name."""
    sheets = child(package.tree(package.workbook), "sheets")
    return {
        each.get("name", ""): package.target(package.workbook, relation_id(each)) for each in sheets
    }


def show_sheets(package: Package, names: Collection[str]) -> None:
    """Show sheets that people have hidden: on a locked workbook nobody could mend them."""
    book = package.tree(package.workbook)
    for each in child(book, "sheets"):
        if each.get("name") in names and each.get("state") == "hidden":
            del each.attrib["state"]
    package.store(package.workbook, book)


def free_table_name(package: Package) -> str:
    """A name for our table that nothing in the workbook has."""
    names = package.tree(package.workbook).iterfind("definedNames/definedName")
    used = {each.get("name", "").casefold() for each in names}
    used |= {each.get("displayName", "").casefold() for each in _tables(package)}
    return next(each for each in _numbered(TABLE, "") if each.casefold() not in used)


def _tables(package: Package) -> list[Element]:
    return [package.tree(each) for each in package.of_type(TABLE_TYPE)]


def _numbered(name: str, between: str) -> chain[str]:
    return chain([name], (f"{name}{between}{number}" for number in count(2)))


def earlier_lists(package: Package) -> list[str]:
    """The sheets that an earlier marking put in front, whatever they are called now."""
    return [name for name, part in sheet_parts(package).items() if _is_list(package, part)]


def _is_list(package: Package, part: str) -> bool:
    tables = map(package.tree, package.related(part, "table"))
    headers = (tuple(each.get("name") for each in table.iter("tableColumn")) for table in tables)
    return HEADERS in headers


def drop_sheet(package: Package, name: str) -> None:
    """Take a sheet out of the workbook."""
    book = package.tree(package.workbook)
    sheets = child(book, "sheets")
    position, sheet = next(each for each in enumerate(sheets) if each[1].get("name") == name)
    package.drop(package.workbook, relation_id(sheet))
    sheets.remove(sheet)
    places = {str(each): str(each - (each > position)) for each in range(len(sheets) + 1)}
    del places[str(position)]
    _move_names(book, places)
    package.store(package.workbook, book)


def _move_names(book: Element, places: Mapping[str, str]) -> None:
    """Follow the sheets that names belong to, and drop the names of those that are gone."""
    for names in book.iterfind("definedNames"):
        names[:] = [each for each in names if each.get("localSheetId") in {None, *places}]
        for each in names:
            if place := each.get("localSheetId"):
                each.set("localSheetId", places[place])


def put_in_front(package: Package, looks: Looks, listed: Package) -> None:
    """Make the sheet of another workbook the first of this one.

    Args:
        package: of the return.
        looks: its formats, which learn those of the list and how a bad cell is marked.
        listed: the list, as a workbook of its own.
    """
    sheet = listed.tree("xl/worksheets/sheet1.xml")
    start = looks.put_beside(listed.tree("xl/styles.xml"))
    _dress(sheet, start)
    _write_out(sheet, listed.tree("xl/sharedStrings.xml"))
    mark = next(each for each in sheet.iter("c") if each.get("r") == MARK_CELL)
    looks.mark_like(int(mark.get("s", 0)))
    part = package.add("xl/worksheets/sheet{}.xml", b"", SHEET_TYPE)
    _add_table(package, part, sheet, listed)
    package.store(part, sheet)
    _add_to_book(package, part, listed)


def _dress(sheet: Element, start: int) -> None:
    """Have the cells of the list look as they did among their own formats."""
    for each in sheet.iter("c"):
        each.set("s", str(int(each.get("s", 0)) + start))


def _write_out(sheet: Element, strings: Element) -> None:
    """Write texts in their cells: numbers into another list of texts mean nothing here."""
    for cell in sheet.iterfind("sheetData/row/c[@t='s']"):
        text = strings[int(child(cell, "v").text or 0)]
        cell.set("t", "inlineStr")
        cell[:] = [Element("is")]
        cell[0].extend(text)


def _add_table(package: Package, part: str, sheet: Element, listed: Package) -> None:
    table = listed.tree("xl/tables/table1.xml")
    table.set("id", str(1 + max((int(each.get("id", 0)) for each in _tables(package)), default=0)))
    made = package.add("xl/tables/table{}.xml", serialised(table), TABLE_TYPE)
    child(sheet, "tableParts")[0].set("r:id", package.relate(part, "table", made))


def _add_to_book(package: Package, part: str, listed: Package) -> None:
    book = package.tree(package.workbook)
    sheets = child(book, "sheets")
    _move_names(book, {str(each): str(each + 1) for each in range(len(sheets))})
    title = next(each for each in _numbered(TITLE, " ") if not _is_used(each, sheets))
    number = 1 + max(int(each.get("sheetId", 0)) for each in sheets)
    relation = package.relate(package.workbook, "worksheet", part)
    names = {"name": title, "sheetId": str(number), "xmlns:r": RELATIONS, "r:id": relation}
    sheets.insert(0, Element("sheet", names))
    _repeat_headers(book, title, listed)
    for view in book.iterfind("bookViews/workbookView"):
        view.attrib.pop("activeTab", None)
        view.attrib.pop("firstSheet", None)
    package.store(package.workbook, book)


def _is_used(title: str, sheets: Element) -> bool:
    return title.casefold() in {each.get("name", "").casefold() for each in sheets}


def _repeat_headers(book: Element, title: str, listed: Package) -> None:
    """Have the table's header on every printed page."""
    if book.find("definedNames") is None:
        before = max(index for index, each in enumerate(book) if each.tag in BEFORE_NAMES)
        book.insert(before + 1, Element("definedNames"))
    for each in listed.tree(listed.workbook).iterfind("definedNames/definedName"):
        each.text = (each.text or "").replace(quote_sheetname(TITLE), quote_sheetname(title))
        child(book, "definedNames").append(each)
