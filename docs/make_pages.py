"""Make the pages that are generated from the framework: run it as ``python docs/make_pages.py``.

One page a standard and their index in ``standards/``, and the first part of
``glossary.md``. A test holds them to what the framework says, so run this
whenever it says that they are old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.parts import Described, description

HERE = Path(__file__).parent
PAGES = HERE / "standards"
GLOSSARY = HERE / "glossary.md"
WORDS = "[Where these words come from](../where-these-words-come-from.md)"
BEGIN, END = "<!-- from the framework -->\n", "<!-- end -->\n"


def main() -> None:
    """Write every generated page again."""
    framework = cs.load_framework("route-map")
    PAGES.mkdir(exist_ok=True)
    for name, text in pages(framework).items():
        (HERE / name).write_text(text, encoding="utf-8")


def pages(framework: cs.Framework) -> dict[str, str]:
    """Every generated page by its name within this folder."""
    made = {f"standards/{_file(each)}": _page(framework, each) for each in framework.standards}
    made["standards/README.md"] = _index(framework)
    made["glossary.md"] = _glossary(framework, GLOSSARY.read_text(encoding="utf-8"))
    return made


def _file(standard: cs.Standard) -> str:
    return f"{standard.number:02d}-{standard.id}.md"


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _index(framework: cs.Framework) -> str:
    return _joined(_index_blocks(framework))


def _index_blocks(framework: cs.Framework) -> Iterator[str]:
    yield f"# The standards\n\n{framework.name}. {framework.note}"
    for domain in framework.domains:
        yield f"## {domain.title}"
        yield domain.covers
        links = (f"- [{each.heading}]({_file(each)})" for each in framework.in_domain(domain))
        yield "\n".join(links)
    yield f"{WORDS} · [Glossary](../glossary.md)"
    pages = "\n".join(_file(each).removesuffix(".md") for each in framework.standards)
    yield f"```{{toctree}}\n:hidden:\n\n{pages}\n```"


def _page(framework: cs.Framework, standard: cs.Standard) -> str:
    return _joined(_page_blocks(framework, standard))


def _page_blocks(framework: cs.Framework, standard: cs.Standard) -> Iterator[str]:
    domain = next(each for each in framework.domains if each.id == standard.domain)
    yield f"# {standard.number}. {standard.title}"
    yield f"Domain: {domain.title} · [All standards](README.md) · [Glossary](../glossary.md)"
    yield standard.summary
    yield f"**In plain words:** {standard.statement}"
    yield f"**Why it matters:** {standard.why}"
    yield "## What is rated"
    yield "Choose the highest level that is wholly true, with those before it."
    for criterion in standard.criteria:
        yield from _criterion(framework, criterion)
    yield "## In the quick form"
    yield _ladder(framework, "What it looks like", standard.quick)
    yield "## What to do next"
    yield _ladder(framework, "From here, the next step", standard.advice)
    yield from _evidence(standard)
    yield "## What a peer team would ask"
    yield "\n".join(f"- {each}" for each in standard.peer_questions)
    yield from _law(standard)
    yield f"---\n\n{framework.note} {WORDS}."


def _criterion(framework: cs.Framework, criterion: cs.Criterion) -> Iterator[str]:
    yield f"### {criterion.id} {criterion.name}"
    yield " ".join(filter(None, (f"**{criterion.question}**", criterion.boundary)))
    yield _ladder(framework, "What it looks like", criterion.levels)


def _ladder(framework: cs.Framework, heading: str, ladder: Sequence[Described]) -> str:
    rows = ((f"**{level.choice}**", description(ladder, level)) for level in framework.scale)
    return _table(("Level", heading), rows)


def _evidence(standard: cs.Standard) -> Iterator[str]:
    yield "## Evidence to look for"
    rows = (
        (each.what, each.category.value if each.category else "", f"{each.months} months")
        for each in standard.evidence
    )
    yield _table(("What", "Kind of evidence", "Old after"), rows)


def _law(standard: cs.Standard) -> Iterator[str]:
    yield "## The law behind it"
    yield "\n".join(f"- {each.law}, {each.section}: {each.about}" for each in standard.duties)


def _glossary(framework: cs.Framework, page: str) -> str:
    """The glossary with the framework's words in their place; the rest is written by hand."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    table = _table(
        ("Word", "What it means"), ((f"**{t.term}**", t.meaning) for t in framework.glossary)
    )
    return f"{before}{BEGIN}\n{table}\n\n{END}{after}"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
