"""The two papers into folders: the peer challenge pack, and the local account."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Unpack

from ..assessment import Assessment
from ..folders import write_folder
from ..problems import OutputError, problem
from .account.builder import account_document, public_material
from .as_html import page
from .data import account_data, pack_data
from .document import Document, Picture
from .manifest import MANIFEST, manifest
from .material import Beside, BesideInPack, Material, check_beside, gather
from .pack.builder import pack_document
from .slides import slides

__all__ = [
    "account_files",
    "build_account",
    "build_pack",
    "check_office",
    "missing_libraries",
    "pack_files",
]

Told = Callable[[str], None]
LIBRARIES = {"docx": "python-docx", "pptx": "python-pptx"}
PACK_PAGE, ACCOUNT_PAGE = "pack.html", "index.html"
WORD, SLIDES = "pack.docx", "slides.pptx"


def build_pack(
    returns: Assessment | Sequence[Assessment],
    folder: str | os.PathLike[str],
    *,
    on: datetime.date,
    web_only: bool = False,
    inputs: Iterable[str | os.PathLike[str]] = (),
    overwrite: bool = False,
    **beside: Unpack[BesideInPack],
) -> tuple[Path, ...]:
    """Make the pack that a peer team reads before its visit, into a folder.

    It is written as a web page, a Word file and slides, with its charts, its
    data and a manifest. Of several returns, only what nobody differs on is
    rated unless ``agreed`` is given.

    Args:
        returns: one return, or several of one council and period.
        folder: where to; made if it is not there.
        on: the day on which evidence and actions are looked at.
        web_only: leave out the Word file and the slides, which need the extra
            ``reports``.
        inputs: files that were read, none of which is ever replaced.
        overwrite: whether files that are there may be replaced.
        beside: what else it is made of: ``agreed``, the meeting's workbook, in which
            people decided on several returns; ``last``, last round's return;
            ``target``, a level to aim at, on the scale; ``peers``, the peer team's
            own return; ``views``, what others say of the council; ``settings``, what
            only the council can say, as :func:`read_settings` reads it; and
            ``rule``, ``"mean"`` or ``"gated"``.

    Returns:
        The files, the page first.

    Raises:
        AssessmentError: the one return does not speak for the council, returns do not fit
            together, or decisions are missing.
        OutputError: a file is there already or cannot be written, or the extra
            is not installed; nothing half made is left.
        ValueError: the target is not on the scale.
        TypeError: what it is made of is of another kind, or nothing that a pack has.
    """
    check_beside("build_pack", beside, BesideInPack)
    if not web_only:
        check_office()
    contents = pack_files(gather(returns, on=on, **beside), web_only=web_only)
    return write_folder(folder, contents, inputs=inputs, overwrite=overwrite)


def build_account(
    returns: Assessment | Sequence[Assessment],
    folder: str | os.PathLike[str],
    *,
    on: datetime.date,
    inputs: Iterable[str | os.PathLike[str]] = (),
    overwrite: bool = False,
    **beside: Unpack[Beside],
) -> tuple[Path, ...]:
    """Make the council's account to its residents, into a folder.

    Only what is marked public is in it: see ``docs/decisions.md``.

    Args:
        returns: one return, or several of one council and period.
        folder: where to; made if it is not there.
        on: the day on which actions are looked at.
        inputs: files that were read, none of which is ever replaced.
        overwrite: whether files that are there may be replaced.
        beside: what else it is made of: ``agreed``, the meeting's workbook, in which
            people decided on several returns; ``last``, last round's return;
            ``peers``, the peer team's own return; ``views``, what others say of
            the council; ``settings``, what only the council can say, as
            :func:`read_settings` reads it; and ``rule``, ``"mean"`` or ``"gated"``.

    Returns:
        The files, the page first.

    Raises:
        AssessmentError: the one return does not speak for the council, returns do not fit
            together, or decisions are missing.
        SettingsError: the settings name an action or a finding that is not there.
        OutputError: a file is there already or cannot be written.
        TypeError: what it is made of is of another kind, or nothing that an account has.
    """
    check_beside("build_account", beside, Beside)
    contents = account_files(public_material(gather(returns, on=on, **beside)))
    return write_folder(folder, contents, inputs=inputs, overwrite=overwrite)


def check_office() -> None:
    """Make sure that Word files and slides can be written.

    Raises:
        OutputError: what writes them is not installed.
    """
    missing = missing_libraries()
    if missing:
        raise OutputError([problem("library-missing", found=" and ".join(missing))])


def missing_libraries() -> list[str]:
    """What Word files and slides need, and is not installed."""
    return [name for module, name in LIBRARIES.items() if find_spec(module) is None]


def pack_files(
    material: Material, *, web_only: bool = False, told: Told = lambda _: None
) -> dict[str, bytes]:
    """Every file of the pack, by name.

    Args:
        material: what it is made of.
        web_only: leave out the Word file and the slides.
        told: told what comes next, for those who wait.
    """
    told("Charts and words")
    document = pack_document(material)
    contents = {PACK_PAGE: page(document).encode()}
    if not web_only:
        told("Word file and slides")
        contents |= _office(document, material)
    told("Data")
    contents |= _charts(document.pictures, "charts")
    contents |= {f"data/{name}": content for name, content in pack_data(material, document).items()}
    return _with_manifest("pack", material, contents)


def _office(document: Document, material: Material) -> dict[str, bytes]:
    # What writes them is an extra, which not everybody has.
    from .as_slides import slide_file  # noqa: PLC0415
    from .as_word import word_file  # noqa: PLC0415

    show = slide_file(f"{document.title}, slides", slides(material), document.colour, material.on)
    return {WORD: word_file(document, material.on), SLIDES: show}


def account_files(material: Material, *, told: Told = lambda _: None) -> dict[str, bytes]:
    """Every file of the local account, by name.

    Args:
        material: what :func:`public_material` leaves of it.
        told: told what comes next, for those who wait.
    """
    told("Charts and words")
    document = account_document(material)
    contents = {
        ACCOUNT_PAGE: page(document).encode(),
        **_charts(document.pictures, "pictures"),
        **account_data(material),
    }
    return _with_manifest("account", material, contents)


def _charts(pictures: Iterable[Picture], folder: str) -> dict[str, bytes]:
    """Each picture in both forms, with its words as a text beside them."""
    return {
        f"{folder}/{each.name}.{kind}": content
        for each in pictures
        for kind, content in (
            ("svg", each.svg),
            ("png", each.png),
            ("txt", f"{each.title}\n\n{each.alt}\n".encode()),
        )
    }


def _with_manifest(
    kind: str, material: Material, contents: Mapping[str, bytes]
) -> dict[str, bytes]:
    return {**contents, MANIFEST: manifest(kind, material, contents)}
