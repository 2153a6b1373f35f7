"""A framework: a scale, domains, standards and the criteria that are rated.

Nothing here knows how many standards, domains, criteria or levels there are:
the route map is one framework, written as data, and a council's own is another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from attrs import AttrsInstance, asdict, evolve, field, frozen

from .consistency import (
    description_faults,
    domain_faults,
    id_faults,
    repeat_faults,
    scale_faults,
    unused_domain_faults,
)
from .parts import Criterion, Described, Domain, Standard, Term
from .problems import FrameworkError, Place, Problem, problem
from .scale import Identifier, Scale
from .shown import ShownInNotebooks

__all__ = ["WHOLE", "Form", "Framework", "digest_of"]

WHOLE = "overall"


class Form(Enum):
    """How much is asked: every criterion, or one plain statement a standard."""

    FULL = "full"
    QUICK = "quick"


def _domains(domains: Iterable[Domain]) -> tuple[Domain, ...]:
    return tuple(domains)


def _standards(standards: Iterable[Standard]) -> tuple[Standard, ...]:
    return tuple(standards)


def _terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(terms)


@frozen(repr=False)
class Framework(ShownInNotebooks):
    """A set of standards in one edition, with the scale they are rated on.

    Args:
        id: a short name, such as ``"route-map"``.
        edition: which wording of it, such as ``"2014"``.
        title: what it is called.
        scale: the levels, from lowest to highest.
        domains: in the framework's order.
        standards: in the framework's order.
        origin: who made it.
        source: where its titles were found.
        note: whose words the rest is; stands on everything that shows them.
        glossary: the field's words that its texts use.
        patch: how many times slips in its wording were mended; its answers still fit.
        form: whether it asks in full or in the quick form.

    Raises:
        FrameworkError: the parts do not fit together; carries every fault.
    """

    id: Identifier
    edition: str
    title: str
    scale: Scale
    domains: tuple[Domain, ...] = field(converter=_domains)
    standards: tuple[Standard, ...] = field(converter=_standards)
    origin: str = ""
    source: str = ""
    note: str = ""
    glossary: tuple[Term, ...] = field(default=(), converter=_terms)
    patch: int = 0
    form: Form = Form.FULL

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise FrameworkError(faults)

    @cached_property
    def digest(self) -> str:
        """sha256 of all the content, in hexadecimal: any change of wording changes it."""
        return digest_of(self)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the framework's order."""
        return tuple(each for standard in self.standards for each in standard.criteria)

    @property
    def name(self) -> str:
        """Title and edition, as on papers."""
        return f"{self.title} ({self.edition_and_form})"

    @property
    def edition_and_form(self) -> str:
        """The edition, its patch and its form, as far as they say something.

        Such as ``"2014"`` or ``"2014, patch 1, quick form"``.
        """
        patch = [f"patch {self.patch}"] if self.patch else []
        form = [f"{self.form.value} form"] if self.form is not Form.FULL else []
        return ", ".join([self.edition, *patch, *form])

    def in_domain(self, domain: Domain) -> tuple[Standard, ...]:
        """The standards of one domain, in order."""
        return tuple(each for each in self.standards if each.domain == domain.id)


def digest_of(model: AttrsInstance) -> str:
    """sha256 of all the content of a model, in hexadecimal."""
    content = asdict(model, value_serializer=lambda _, __, value: _jsonable(value))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _jsonable(value: object) -> object:
    if isinstance(value, Fraction | date):
        return str(value)
    return value.name if isinstance(value, Enum) else value


def _faults(framework: Framework) -> Iterator[Problem]:
    domains = [domain.id for domain in framework.domains]
    yield from scale_faults([level.value for level in framework.scale])
    yield from repeat_faults((level.id, Place(item="levels")) for level in framework.scale)
    yield from repeat_faults((level.label, Place(item="levels")) for level in framework.scale)
    yield from repeat_faults((each.term, Place(item="glossary")) for each in framework.glossary)
    yield from repeat_faults(_names(framework))
    for each in (*framework.domains, *framework.scale):
        yield from _at(Place(item=each.id), id_faults(each.id))
    if not framework.standards:
        yield problem("no-standards")
    yield from unused_domain_faults(domains, {each.domain for each in framework.standards})
    for standard in framework.standards:
        yield from _standard_faults(standard, domains, [level.id for level in framework.scale])


def _standard_faults(
    standard: Standard, domains: Sequence[str], levels: Sequence[str]
) -> Iterator[Problem]:
    place = Place(item=standard.id)
    yield from _at(place, domain_faults(standard.domain, domains))
    yield from _at(place, id_faults(standard.id))
    if not standard.criteria:
        yield problem("no-criteria", place)
    for optional in (standard.quick, standard.advice):
        if optional:
            yield from _ladder_faults(optional, levels, place)
    for criterion in standard.criteria:
        yield from _at(Place(item=criterion.id), id_faults(criterion.id))
        yield from _ladder_faults(criterion.levels, levels, Place(item=criterion.id))


def _ladder_faults(
    ladder: Iterable[Described], levels: Sequence[str], place: Place
) -> Iterator[Problem]:
    described = [each.level for each in ladder]
    yield from _at(place, description_faults(described, levels))
    yield from repeat_faults((level, place) for level in described)


def _at(place: Place, faults: Iterable[Problem]) -> Iterator[Problem]:
    return (evolve(fault, place=place) for fault in faults)


def _names(framework: Framework) -> Iterator[tuple[str, Place]]:
    """Every name that leads to a part, which must all differ, with where it stands."""
    yield WHOLE, Place(item="the whole")
    for domain in framework.domains:
        yield domain.id, Place(item="domains")
    for standard in framework.standards:
        place = Place(item=f"standard {standard.number}")
        yield standard.id, place
        yield str(standard.number), place
        yield from ((criterion.id, place) for criterion in standard.criteria)
