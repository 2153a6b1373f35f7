"""What only the council can say of its papers: their order, its name and look, its own words.

It stands in one TOML file. What a council leaves out is as this software brings
it; what nobody wrote is told as not given, and never made up.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import evolve, field, frozen

from ..files import read_bytes
from ..problems import Place, Problem, SettingsError, problem, quoted
from ..serialise import parse_toml, strict_converter, structured
from ..text import tidy_text
from .look import clean_picture, colour_faults
from .slips import slip_in
from .sound import sound_part
from .untrusted import safe_link

__all__ = [
    "AccountWords",
    "CouncilLook",
    "Entry",
    "PackWords",
    "PeerTeam",
    "SectionPlan",
    "Settings",
    "SignOff",
    "read_settings",
    "standard_settings",
]

BROUGHT = "settings.toml"
NAVY = "#12436D"
BOTH_SIDES = ("strong", "not-yet")
# The settings that are lists of texts; others are blocks, each under a header of its own.
LISTS = (
    *("scope", "key_questions", "timetable", "text"),
    *("aims", "people_said", "actions", "findings", "accessibility"),
)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(tidy_text, texts)))


@frozen
class SectionPlan:
    """One section of a paper.

    Args:
        id: one of this software's sections, or a name for one of your own.
        heading: its heading.
        text: paragraphs of your own, at its start.
    """

    id: str
    heading: str = field(converter=tidy_text)
    text: tuple[str, ...] = field(default=(), converter=_texts)


@frozen
class Entry:
    """A line of text, and where it leads."""

    text: str = field(converter=tidy_text)
    link: str = ""


@frozen
class SignOff:
    """Who has checked the local account, and what they say of it.

    Args:
        who: the group or body, such as a user group or Healthwatch.
        date: when.
        said: what they say of it, in their words.
    """

    who: str = field(converter=tidy_text)
    date: datetime.date | None = None
    said: str = field(default="", converter=tidy_text)


@frozen
class PeerTeam:
    """The peer team, as far as the local account says who it was.

    Args:
        who: the team, such as the councils that it came from.
        date: when it was with the council.
    """

    who: str = field(default="", converter=tidy_text)
    date: datetime.date | None = None


@frozen
class CouncilLook:
    """The council's name and look.

    Args:
        name: how its papers name it, where not as in the return.
        colour: of headings and charts, as ``#rrggbb``.
        crest: a PNG or JPEG file, named from the settings file's folder.
        crest_alt: what the crest is, for those who do not see it.
    """

    name: str = field(default="", converter=tidy_text)
    colour: str = NAVY
    crest: str = ""
    crest_alt: str = field(default="", converter=tidy_text)


@frozen
class PackWords:
    """The council's own words in the peer challenge pack.

    Args:
        scope: what the challenge is about.
        key_questions: what the council asks the peer team to look at.
        timetable: of the visit.
        sections: in order.
    """

    scope: tuple[str, ...] = field(default=(), converter=_texts)
    key_questions: tuple[str, ...] = field(default=(), converter=_texts)
    timetable: tuple[str, ...] = field(default=(), converter=_texts)
    sections: tuple[SectionPlan, ...] = ()


@frozen
class AccountWords:
    """The council's own words in the local account; all of it is published.

    Args:
        aims: what the council set out to do.
        people_said: what people told it, in its words.
        actions: titles of the return's actions that may be published.
        all_actions: whether all of them may be.
        peer_team: who the peer team was, and when it came.
        findings: titles of the peer team's findings that may be published.
        have_your_say: how people can have a say.
        signed_off: who has checked it.
        contact: whom to ask, and for another format.
        accessibility: what the council knows of how accessible the page is.
        sections: in order.
    """

    aims: tuple[str, ...] = field(default=(), converter=_texts)
    people_said: tuple[str, ...] = field(default=(), converter=_texts)
    actions: tuple[str, ...] = field(default=(), converter=_texts)
    all_actions: bool = False
    peer_team: PeerTeam = PeerTeam()
    findings: tuple[str, ...] = field(default=(), converter=_texts)
    have_your_say: tuple[Entry, ...] = ()
    signed_off: tuple[SignOff, ...] = ()
    contact: tuple[Entry, ...] = ()
    accessibility: tuple[str, ...] = field(default=(), converter=_texts)
    sections: tuple[SectionPlan, ...] = ()


@frozen
class Settings:
    """Everything a council gives for its papers.

    Args:
        council: its name and look.
        pack: for the peer challenge pack.
        account: for the local account.
        crest: the crest itself, drawn anew as a PNG with nothing hidden in it.
        crest_sha256: of the file that it was drawn from.
        file: the name of the file they were read from.
        content: the bytes of that file, which the manifest gives a sum of.
    """

    council: CouncilLook = CouncilLook()
    pack: PackWords = PackWords()
    account: AccountWords = AccountWords()
    crest: bytes = field(default=b"", init=False, repr=False)
    crest_sha256: str = field(default="", init=False)
    file: str = field(default="", init=False)
    content: bytes = field(default=b"", init=False, repr=False)


@cache
def standard_settings() -> Settings:
    """The order of sections that this software brings, with nothing said by a council."""
    content = (files(__package__) / BROUGHT).read_bytes()
    settings, _ = _settings(content, BROUGHT)
    return settings


def read_settings(path: str | os.PathLike[str]) -> Settings:
    """Read what a council gives for its papers.

    Args:
        path: a TOML file; the crest that it names is looked for beside it.

    Returns:
        What it says; what it leaves out is as this software brings it.

    Raises:
        SettingsError: it cannot be read, or has faults; carries every one.
    """
    file = Path(path)
    content = read_bytes(file, SettingsError)
    settings, unfit = _settings(content, file.name)
    crest, sha256, faults = _crest(settings.council, file)
    brought = standard_settings()
    found = [*unfit, *_faults(settings, file.name, brought), *faults]
    if found:
        raise SettingsError(found)
    return _completed(
        settings, brought, crest=crest, crest_sha256=sha256, file=file.name, content=content
    )


def _settings(content: bytes, name: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings as far as they are right, and what is not."""
    document, unread = parse_toml(content, name)
    if unread:
        text = content.decode("utf-8-sig", "replace")
        raise SettingsError(_with_slip(each, text) for each in unread)
    converter = strict_converter()
    _, faults = structured(converter, document, Settings, name)
    return sound_part(converter, document, Settings), tuple(map(_with_list, faults))


def _with_slip(fault: Problem, text: str) -> Problem:
    """The parser's fault, with the slip that it stopped at where that is known."""
    hint = slip_in(text, fault.found) if fault.code == "not-toml" else ""
    return evolve(fault, code="toml-slip", hint=hint) if hint else fault


def _with_list(fault: Problem) -> Problem:
    """A fault that says how a list is written, where one is wanted."""
    key = fault.place.item.rpartition(".")[2]
    if (fault.code, fault.allowed) != ("wrong-type", "a list") or key not in LISTS:
        return fault
    return evolve(fault, code="not-a-list", allowed=f'{key} = ["One", "Another"]')


def _completed(settings: Settings, brought: Settings, **made: str | bytes) -> Settings:
    """The settings with the sections that this software brings, where none are given."""
    pack = settings.pack.sections or brought.pack.sections
    account = settings.account.sections or brought.account.sections
    whole = evolve(
        settings,
        pack=evolve(settings.pack, sections=pack),
        account=evolve(settings.account, sections=account),
    )
    for name, value in made.items():
        # Frozen classes are completed in this way while they are being made.
        object.__setattr__(whole, name, value)
    return whole


def _crest(look: CouncilLook, settings: Path) -> tuple[bytes, str, tuple[Problem, ...]]:
    """The crest drawn anew, the sum of its file, and what is wrong with it."""
    if not look.crest:
        return b"", "", ()
    place = Place(settings.name, item="council.crest")
    try:
        content = read_bytes(settings.parent / look.crest, SettingsError)
    except SettingsError as error:
        return b"", "", error.problems
    crest, faults = clean_picture(content)
    unnamed = () if look.crest_alt else (problem("crest-without-words"),)
    found = tuple(evolve(each, place=place) for each in (*faults, *unnamed))
    return crest, hashlib.sha256(content).hexdigest(), found


def _faults(settings: Settings, file: str, brought: Settings) -> Iterator[Problem]:
    for fault in colour_faults(settings.council.colour):
        yield evolve(fault, place=Place(file, item="council.colour"))
    for name in ("pack", "account"):
        given = getattr(settings, name).sections
        known = {each.id for each in getattr(brought, name).sections}
        yield from _section_faults(given, known, Place(file, item=f"{name}.sections"))
    yield from _one_sided(settings.account.sections, Place(file, item="account.sections"))
    for name in ("have_your_say", "contact"):
        place = Place(file, item=f"account.{name}")
        yield from _link_faults(getattr(settings.account, name), place)


def _section_faults(
    sections: Iterable[SectionPlan], known: set[str], place: Place
) -> Iterator[Problem]:
    seen: set[str] = set()
    for each in sections:
        if each.id in seen:
            yield problem("duplicate-id", place, found=quoted(each.id))
        if each.id not in known and not each.text:
            yield problem("unknown-section", place, found=quoted(each.id), allowed=sorted(known))
        seen.add(each.id)


def _one_sided(sections: tuple[SectionPlan, ...], place: Place) -> Iterator[Problem]:
    """What is not yet good enough has as much room as what is strong, so neither goes alone."""
    there = [each.id for each in sections if each.id in BOTH_SIDES]
    if sections and len(set(there)) == 1:
        (missing,) = set(BOTH_SIDES) - set(there)
        yield problem("account-one-sided", place, found=quoted(there[0]), allowed=quoted(missing))


def _link_faults(entries: Iterable[Entry], place: Place) -> Iterator[Problem]:
    for each in entries:
        if each.link and not safe_link(each.link):
            yield problem("link-not-allowed", place, found=quoted(each.link))
