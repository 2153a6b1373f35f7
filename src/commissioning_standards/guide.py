"""A framework in plain text: what it holds, and what each standard and criterion asks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from .framework import Framework
from .parts import Criterion, Described, Domain, Duty, Standard, description
from .problems import FrameworkError, did_you_mean, problem, quoted
from .scale import Scale

__all__ = ["overview", "show_part"]

WIDTH = 88


def overview(framework: Framework) -> str:
    """The framework's domains and standards, its scale, and where they come from."""
    lines = [framework.name, f"ID: {framework.id}", ""]
    for domain in framework.domains:
        lines.append(domain.title)
        lines += [f"  {standard.heading}" for standard in framework.in_domain(domain)]
    lines += ["", "Levels:"]
    for level in framework.scale:
        lines += _wrapped(f"{level.choice}: {level.meaning}".rstrip(": "), "  ")
    for note in (framework.origin, framework.source, framework.note):
        lines += ["", *_wrapped(note)] if note else []
    return "\n".join(lines)


def show_part(framework: Framework, name: str) -> str:
    """One domain, standard or criterion, found by ID or by a standard's number.

    Raises:
        FrameworkError: the framework has no such part.
    """
    parts = _parts(framework)
    if name not in parts:
        hint = did_you_mean(name, parts)
        raise FrameworkError([problem("not-one-to-show", found=quoted(name), hint=hint)])
    match parts[name]:
        case Domain() as domain:
            lines = [domain.title, "", *_wrapped(domain.covers)]
            for standard in framework.in_domain(domain):
                lines += ["", standard.heading, *_wrapped(standard.summary, "  ")]
        case Standard() as standard:
            lines = list(_standard(framework, standard))
        case criterion:
            lines = list(_criterion(framework, criterion))
    notes = ["", *_wrapped(framework.note)] if framework.note else []
    return "\n".join([*lines, *notes])


def _parts(framework: Framework) -> dict[str, Domain | Standard | Criterion]:
    parts: dict[str, Domain | Standard | Criterion] = {}
    parts |= {domain.id: domain for domain in framework.domains}
    for standard in framework.standards:
        parts |= {standard.id: standard, str(standard.number): standard}
        parts |= {criterion.id: criterion for criterion in standard.criteria}
    return parts


def _standard(framework: Framework, standard: Standard) -> Iterator[str]:
    yield standard.heading
    for text in (standard.summary, f"In plain words: {standard.statement}", standard.why):
        yield from ["", *_wrapped(text)] if text else []
    for criterion in standard.criteria:
        yield ""
        yield from _criterion(framework, criterion)
    yield from _ladder("In the quick form:", framework.scale, standard.quick)
    yield from _ladder("What to do next, from each level:", framework.scale, standard.advice)
    yield from _listed("The law behind it:", [_duty(each) for each in standard.duties])
    yield from _listed("Evidence to look for:", [each.what for each in standard.evidence])
    yield from _listed("A peer team would ask:", list(standard.peer_questions))


def _criterion(framework: Framework, criterion: Criterion) -> Iterator[str]:
    yield f"{criterion.id} {criterion.name}"
    yield from _wrapped(criterion.question, "  ")
    if criterion.boundary:
        yield from _wrapped(criterion.boundary, "  ")
    for level in framework.scale:
        yield from _wrapped(f"{level.choice}: {criterion.description(level)}", "    ")


def _ladder(heading: str, scale: Scale, ladder: tuple[Described, ...]) -> Iterator[str]:
    if ladder:
        yield from ("", heading)
        for level in scale:
            yield from _wrapped(f"{level.choice}: {description(ladder, level)}", "  ")


def _duty(duty: Duty) -> str:
    cited = ", ".join(each for each in (duty.law, duty.section) if each)
    return f"{cited}: {duty.about}" if duty.about else cited


def _listed(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield ""
        yield heading
    for item in items:
        yield from _wrapped(f"- {item}", "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    hanging = indent + ("  " if text.startswith("- ") else "")
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=hanging)
