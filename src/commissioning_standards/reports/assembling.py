"""From sections to a paper: in the order that the settings give, with its rules at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from .basis import made_from, with_rules
from .document import Document, Paragraph, Section
from .material import Material
from .settings import SectionPlan

__all__ = ["Builder", "assembled"]

Builder = Callable[[Material, Section], Section]
LAST = "made"


def assembled(
    material: Material,
    plans: Iterable[SectionPlan],
    builders: Mapping[str, Builder],
    title: str,
    subtitle: str,
) -> Document:
    """A whole paper, before it is written in any format.

    Args:
        material: what it is made of.
        plans: its sections, in order.
        builders: what fills each section in, by its ID; one without stays as
            the council wrote it.
        title: its title.
        subtitle: a line below it.
    """
    look = material.settings.council
    sections = tuple(_filled(material, plan, builders) for plan in planned(plans))
    document = Document(
        title,
        subtitle,
        sections,
        made_from(material),
        look.colour,
        material.settings.crest,
        look.crest_alt,
    )
    return evolve(document, sections=_with_rules(document))


def planned(plans: Iterable[SectionPlan]) -> Iterator[Section]:
    """Each section with its heading and the council's own paragraphs."""
    for each in plans:
        yield Section(each.id, each.heading, map(Paragraph, each.text))


def _filled(material: Material, plan: Section, builders: Mapping[str, Builder]) -> Section:
    builder = builders.get(plan.id)
    return builder(material, plan) if builder else plan


def _with_rules(document: Document) -> Iterator[Section]:
    for each in document.sections:
        if each.id == LAST:
            yield evolve(each, blocks=(*each.blocks, *with_rules(document)))
        else:
            yield each
