"""The Word file and the slides in LibreOffice, as a council would open them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

import commissioning_standards as cs
from commissioning_standards.reports.making import pack_files
from commissioning_standards.reports.material import Material, gather
from tests.desk import Desk, desk, needs_libreoffice
from tests.reports.papers import DAY, last_round, peer_team
from tests.reports.printed import Box, Printed, lost, paragraphs_of, printed, slides_of, squeezed

__all__ = ["desk"]

pytestmark = needs_libreoffice
FEWEST_INK = 0.001
HAIR = 2.0
DARK, ABOVE_FOOT, LEAST_REACH = 200, 0.94, 1 / 3
COUNCIL = "The Royal Borough of Kingston upon Thames and the London Borough of Richmond upon Thames"
OWNER = "Director of commissioning, partnerships and market development"
NEXT = "The scores, and what they stand beside"


def long_words(assessment: cs.Assessment) -> cs.Assessment:
    """The return with titles, names and comments as long as people write them."""
    framework = assessment.framework
    standards = (evolve(each, title=drawn_out(each.title)) for each in framework.standards)
    long = evolve(framework, standards=tuple(standards))
    ratings = (
        evolve(each, comment=f"{each.comment} " + "We say more of this. " * 20)
        for each in assessment.ratings
    )
    actions = (
        evolve(each, title=drawn_out(each.title), owner=OWNER, measure=drawn_out(each.measure))
        for each in assessment.actions
    )
    evidence = (evolve(each, title=drawn_out(each.title)) for each in assessment.evidence)
    return evolve(
        assessment,
        framework=long,
        council=COUNCIL,
        ratings=tuple(ratings),
        actions=tuple(actions) * 4,
        evidence=tuple(evidence),
    )


def drawn_out(text: str) -> str:
    """A title as long as any that is plausible."""
    return f"{text}, together with all whom it concerns"


@pytest.fixture(scope="module")
def everything(rich: Material) -> Material:
    """The richest pack."""
    return rich


@pytest.fixture(scope="module")
def lengthy(filled: cs.Assessment, papers: cs.Settings) -> Material:
    """A pack of long titles, with last round, a target and the peer team."""
    own = long_words(filled)
    words = evolve(
        papers.pack, scope=papers.pack.scope * 4, key_questions=papers.pack.key_questions * 4
    )
    return gather(
        own,
        on=DAY,
        last=last_round(own),
        target=3,
        peers=peer_team(own),
        settings=evolve(papers, pack=words, council=evolve(papers.council, name="")),
    )


@pytest.fixture(scope="module")
def unrated(route_map: cs.Framework) -> Material:
    """A pack of a return of which nothing is filled in."""
    return gather(cs.Assessment(route_map, council=COUNCIL), on=DAY)


@pytest.fixture(scope="module", params=["everything", "lengthy", "unrated", "material"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pack's office files in it."""
    made = tmp_path_factory.mktemp("papers")
    contents = pack_files(request.getfixturevalue(request.param))
    for name in ("pack.docx", "slides.pptx"):
        (made / name).write_bytes(contents[name])
    return made


@pytest.fixture(scope="module")
def word(desk: Desk, folder: Path) -> Printed:
    """The Word file as it is printed."""
    return printed(desk, folder / "pack.docx")


@pytest.fixture(scope="module")
def show(desk: Desk, folder: Path) -> Printed:
    """The slides as they are printed."""
    return printed(desk, folder / "slides.pptx")


def blank_pages(paper: Printed) -> list[str]:
    """The pages of a paper with nothing on them."""
    return [each.name for each in rendered(paper) if ink(each) < FEWEST_INK]


def rendered(paper: Printed) -> list[Path]:
    """A picture of each page."""
    stem = paper.pdf.with_suffix("")
    command = ["pdftoppm", "-r", "30", "-png", "-gray", str(paper.pdf), str(stem)]
    subprocess.run(command, check=True)
    pages = sorted(stem.parent.glob(f"{stem.name}-*.png"))
    assert len(pages) == len(paper.texts) > 10
    return pages


def ink(path: Path) -> float:
    """How much of a page is not white."""
    with Image.open(path) as page:
        counts = page.convert("L").histogram()
    return sum(counts[:DARK]) / sum(counts)


def test_no_page_is_empty(word: Printed, show: Printed) -> None:
    """LibreOffice opens both files, and every page it prints has something on it."""
    assert blank_pages(word) == blank_pages(show) == []


def test_no_page_of_the_word_file_is_nearly_empty(word: Printed) -> None:
    """Each is filled to a third, but for the last."""
    pages = rendered(word)[:-1]

    assert [each.name for each in pages if reach(each) < LEAST_REACH] == []


def reach(path: Path) -> float:
    """How far down a page anything reaches above its foot, as a share of its height."""
    with Image.open(path) as page:
        body = page.convert("L").crop((0, 0, page.width, int(page.height * ABOVE_FOOT)))
        box = body.point(lambda shade: 255 if shade < DARK else 0).getbbox()
        return box[3] / page.height if box else 0.0


def test_no_word_of_the_word_file_is_lost_in_print(folder: Path, word: Printed) -> None:
    """Every word of every paragraph, heading and cell stands on the printed pages."""
    said = paragraphs_of(folder / "pack.docx")

    assert len(said) > 200
    assert lost(said, " ".join(word.texts)) == []
    assert "Page 2" in word.texts[1]


def test_the_overview_is_one_page(word: Printed) -> None:
    """It begins a page, ends on it with both pictures, and the next section begins the next."""
    (number,) = (number for number, text in enumerate(word.texts) if text.startswith("Overview"))
    page = word.texts[number]

    assert "Of 48 criteria" in page
    assert word.pictures[number] == 2
    assert squeezed(word.texts[number + 1]).startswith(squeezed(NEXT))


def test_the_pictures_of_the_overview_can_be_read(folder: Path) -> None:
    """On that page no picture is narrower than half of its text."""
    shapes = docx.Document(str(folder / "pack.docx")).inline_shapes
    widths = [each.width.cm for each in shapes][:2]

    assert min(widths) > 17.4 / 2


def test_no_word_of_a_slide_is_lost_in_print(folder: Path, show: Printed) -> None:
    """Every word of a slide, its tables included, is printed on its page."""
    said = slides_of(folder / "slides.pptx")

    assert len(said) == len(show.texts)
    assert [lost(*each) for each in zip(said, show.texts, strict=True) if lost(*each)] == []


def test_no_text_of_a_slide_leaves_its_place(folder: Path, show: Printed) -> None:
    """Every printed word stands within a title, a list, a chart or a table of its slide."""
    slides = Presentation(str(folder / "slides.pptx")).slides
    outside = [
        (number, word.text)
        for number, (slide, words) in enumerate(zip(slides, show.boxes(), strict=True), 1)
        for word in words
        if not any(is_within(word, shape) for shape in slide.shapes)
    ]

    assert outside == []


def is_within(word: Box, shape: Any) -> bool:
    """Whether a word is all inside a shape, but for a hair's breadth."""
    left, top = shape.left / Pt(1) - HAIR, shape.top / Pt(1) - HAIR
    right, bottom = left + shape.width / Pt(1) + 2 * HAIR, top + shape.height / Pt(1) + 2 * HAIR
    is_across = left <= word.left and word.right <= right
    return bool(is_across and top <= word.top and word.bottom <= bottom)


def test_every_figure_stands_beside_its_chart(show: Printed) -> None:
    """The table of figures stands on the slides of both charts."""
    charts = [text for text in show.texts if "Could be" in text]

    assert len(charts) >= 2
    assert all("Score" in each for each in charts[:2])
