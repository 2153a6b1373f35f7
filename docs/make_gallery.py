"""Make the gallery of charts: run it as ``python docs/make_gallery.py``.

It writes each picture in ``images/charts/``, and the gallery's part of
``charts.md``. Each call that the page shows is the one that made its picture.
A test holds both to what the code makes, so run this whenever it says that
they are old.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart

HERE = Path(__file__).parent
PAGE = HERE / "charts.md"
PICTURES = HERE / "images" / "charts"
BEGIN, END = "<!-- the gallery -->\n", "<!-- end -->\n"

SETUP = '''
import datetime
from attrs import evolve
import commissioning_standards as cs

card = cs.score(cs.read_workbook("workbooks/borsetshire-2026-27.xlsx"))
own = card.assessment
framework = own.framework


def seen(shift, voice, name="", period="2026-27", council=own.council, form=framework):
    """An invented view: the council's own ratings, some a level higher or lower."""
    rated = {each.criterion: each.level.value for each in own.ratings if each.level}
    answers = {
        each.id: min(max(rated.get(each.id, 2) + (place % 5 == shift) - (place % 4 == shift), 1), 4)
        for place, each in enumerate(form.criteria)
        if place % 11 != shift
    }
    who = cs.Respondent(name, voice)
    return cs.assess(form, answers, council=council, period=period, respondent=who)


last_year = cs.score(seen(1, cs.Voice.LEADERS, period="2025-26"))
peer_team = cs.score(seen(2, cs.Voice.PEER_TEAM))
voices = [cs.Voice.PEOPLE, cs.Voice.PEOPLE, cs.Voice.CARERS, cs.Voice.PROVIDERS, cs.Voice.STAFF]
meeting = cs.moderate([own, *(seen(n, each, f"Person {n}") for n, each in enumerate(voices))])
region = [cs.score(seen(n, None, council=f"Council {n}")) for n in range(8)]
on = datetime.date(2026, 11, 25)
'''.strip()

CALLS = {
    "radar": ("Radar: the shape of a profile", "cs.radar(card)"),
    "radar-three-lines": (
        "Radar with last round and a target",
        "cs.radar(card, against=[last_year, 3])",
    ),
    "radar-by-domain": ("Radar by domain", 'cs.radar(card, by="domain", against=peer_team)'),
    "dots": ("Dots: every standard with its range", "cs.dots(card)"),
    "dots-by-score": ("Dots in order of score", 'cs.dots(card, order="score")'),
    "dots-two-rounds": ("Dots of two rounds", "cs.dots(cs.compare(card, last_year))"),
    "dots-self-awareness": (
        "Dots of own and outside view",
        "cs.dots(cs.self_awareness(card, peer_team))",
    ),
    "heat-map": ("Heat map of every rating", "cs.heat_map(card)"),
    "heat-map-rounds": ("Heat map of rounds", "cs.heat_map([card, last_year])"),
    "heat-map-voices": ("Heat map of voices", "cs.heat_map(meeting)"),
    "spread": ("Spread: everybody's view, by voice", "cs.spread(meeting)"),
    "evidence": (
        "Evidence: what kinds there are, and how old",
        "cs.evidence_chart(cs.coverage(own, on))",
    ),
    "multiples": ("Small multiples", "cs.small_multiples(region)"),
    "multiples-dots": ("Small multiples of dots", 'cs.small_multiples(region, kind="dots")'),
}


def main() -> None:
    """Write every picture and the page again."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    charts = made()
    for name, chart in charts.items():
        cs.save_chart(chart, PICTURES / f"{name}.svg", overwrite=True)
    PAGE.write_text(page(charts, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def made() -> dict[str, Chart]:
    """Each chart of the gallery, by running the very words that the page shows."""
    known: dict[str, Any] = {}
    exec(SETUP, known)  # noqa: S102 - the words above
    return {name: eval(call, known) for name, (_, call) in CALLS.items()}  # noqa: S307


def page(charts: dict[str, Chart], before: str) -> str:
    """The page with today's gallery between what is written by hand."""
    start, _, rest = before.partition(BEGIN)
    end = rest.partition(END)[2]
    return f"{start}{BEGIN}\n{''.join(_gallery(charts))}{END}{end}"


def _gallery(charts: dict[str, Chart]) -> Iterator[str]:
    yield "The pictures below come of these lines, in the project's own folder:\n\n"
    yield f"```python\n{SETUP}\n```\n\n"
    for name, (heading, call) in CALLS.items():
        chart = charts[name]
        yield f"### {heading}\n\n```python\n{call}\n```\n\n"
        told = f"{chart.kind}. All that it shows is in the words below."
        yield f"![{told}](images/charts/{name}.svg)\n\n"
        yield f"In words: {_plain(chart.alt_text)}\n\n"


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return text.replace("_", r"\_").replace("*", r"\*")


if __name__ == "__main__":
    main()
