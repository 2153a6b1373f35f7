"""What is shared of a region, written beside what it keeps for itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ...files import failed
from ...folders import check_folder, write_folder
from ...framework import Framework
from ...names import council_key
from ...problems import CommissioningError, Place, problem, quoted
from ...returns import read_return
from ...whose import speaks_for_council
from ..collating.collation import Collation
from ..summary import Summary, summarise
from .editions import Edition
from .editions_file import read_editions
from .placing import is_counted
from .publishing import (
    CHARTS,
    EDITIONS,
    PAPERS,
    SHARED,
    Region,
    own_files,
    private_files,
    region_of,
    shared_files,
)
from .standing import RECORD, as_recorded, stands
from .table import USUAL, Terms

__all__ = ["check_mine", "check_region", "read_mine", "region_to_share", "write_region"]

Name = str | os.PathLike[str]


def check_region(folder: Name, *, overwrite: bool = False) -> None:
    """Make sure that what is shared can be written, before anything is read for it.

    Raises:
        OutputError: a file is there already.
    """
    check_folder(folder, PAPERS, overwrite=overwrite)


def region_to_share(
    collation: Collation,
    folder: Name,
    *,
    period: str = "",
    framework: Framework | None = None,
    terms: Terms = USUAL,
) -> Region | None:
    """Look at one round of what was collated, beside what was shared from this folder before.

    Args:
        collation: the returns.
        folder: the folder of the output.
        period: the round; unless it is named, the last one with as many councils as
            a group must have.
        framework: needed only for one of your own.
        terms: how small a group may be.

    Returns:
        The round; None where no council has a view of its own in any.

    Raises:
        CommissioningError: there is no such round; the record of what was shared
            before cannot be used; or a round that nobody named has so few councils
            that its table would say nothing, and there is one that says more.
    """
    if not period and not any(each.own for each in collation.rounds):
        return None
    editions = read_editions(Path(folder) / EDITIONS)
    region = region_of(collation.rounds, editions, period=period, framework=framework, terms=terms)
    if not period:
        _check_not_emptied(region, editions, terms.minimum)
    return region


def _check_not_emptied(region: Region, editions: Iterable[Edition], minimum: int) -> None:
    """Make sure that a table of many councils is not replaced by one of next to none."""
    table = region.levels.table
    larger = [each for each in editions if len(each.councils) >= minimum]
    if larger and table.councils < minimum:
        raise CommissioningError(
            [
                problem(
                    "round-nearly-empty",
                    found=f"{quoted(table.period)} ({table.councils})",
                    allowed=quoted(larger[-1].written),
                )
            ]
        )


def write_region(
    region: Region,
    folder: Name,
    *,
    mine: Summary | None = None,
    inputs: Iterable[Name] = (),
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write what may be shared, what is the region's own, and what is for one council.

    What is to be remembered is written first: if this is cut short, nothing
    was shared that is not known.

    Args:
        region: the round.
        folder: the folder of the output.
        mine: the return of the council that asks where it stands.
        inputs: files that were read, none of which is ever replaced.
        overwrite: whether files of an earlier run may be replaced.

    Returns:
        The files that were written: not those that are shared where they stand
        already as they would be made.

    Raises:
        OutputError: one may not or cannot be written.
    """
    contents = private_files(region)
    is_made = stands(region, Path(folder))
    if not is_made:
        shared = shared_files(region)
        contents |= {RECORD: as_recorded(region, shared), **shared}
    if mine:
        contents |= own_files(region, mine)
    check_folder(folder, contents, inputs=inputs, overwrite=overwrite)
    # One after the other, so that what a killed run leaves half made stands within the folder.
    files = tuple(
        each
        for name, within in _by_folder(contents).items()
        for each in write_folder(Path(folder) / name, within, inputs=inputs, overwrite=overwrite)
    )
    if not is_made:
        _clear(Path(folder) / SHARED, set(files))
    return files


def _by_folder(contents: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each folder within the output, in their order."""
    found: dict[str, dict[str, bytes]] = {}
    for name, content in contents.items():
        folder, _, within = name.partition("/")
        found.setdefault(folder, {})[within] = content
    return found


def _clear(shared: Path, written: set[Path]) -> None:
    """Take away pictures of an earlier run that this one did not make."""
    try:
        for each in (shared / CHARTS).glob("*"):
            if each not in written:
                each.unlink()
    except OSError as trouble:
        raise failed(shared, trouble) from None


def read_mine(path: Name, framework: Framework | None, rule: str) -> Summary:
    """Read the return of the council that asks where it stands.

    Args:
        path: the file.
        framework: needed only for one of your own.
        rule: the name of the rule by which the others are scored.

    Raises:
        CommissioningError: it cannot be read.
    """
    return summarise(read_return(path, framework), rule)


def check_mine(own: Summary, region: Region) -> None:
    """Make sure that a return can be set beside those of a round.

    Args:
        own: the return of the council that asks where it stands.
        region: the round that it asks about.

    Raises:
        CommissioningError: it is of another framework or form; it does not speak for
            the council; or another return does.
    """
    counted, place = region.chosen.framework, Place(own.file)
    if not is_counted(own, counted):
        found = f"{own.framework}, edition {own.edition}, {own.form}"
        allowed = f"{counted.id}, edition {counted.edition_and_form}"
        raise CommissioningError(
            [problem("mine-of-another-form", place, found=found, allowed=allowed)]
        )
    _check_it_speaks(own, region, place)


def _check_it_speaks(own: Summary, region: Region, place: Place) -> None:
    """Make sure that a return is the one by which its council is counted, if it is."""
    if own.voice and not speaks_for_council(own.voice, is_agreed=own.is_agreed):
        raise CommissioningError(
            [problem("mine-does-not-speak", place, found=quoted(own.voice.value))]
        )
    key = council_key(own.council)
    views = [each.own for each in region.chosen.now if each.key == key]
    now = {each.sha256: each.file for each in views if each}
    counted = {each.sha256 for each in region.levels.councils if each.council == key}
    if counted and own.sha256 not in counted | now.keys():
        files = ", ".join(now.values()) or "that of before"
        raise CommissioningError([problem("mine-is-another", place, found=files)])
