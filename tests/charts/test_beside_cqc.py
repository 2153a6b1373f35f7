"""Dots of an own view beside CQC's scores: where they stand, and whose scale is which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from matplotlib.lines import Line2D

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.cli import main
from tests.charts.look import said
from tests.charts.samples import beside_cqc, beside_cqc_placed, council

PUBLISHED = Path(__file__).parents[1] / "cases" / "cqc-published.csv"


def marks(chart: Chart, marker: str) -> list[float]:
    """Where marks of one kind stand across the sheet, from the top row down."""
    found = [each for each in chart.artists if isinstance(each, Line2D)]
    points: list[Any] = [each.get_path().vertices for each in found if each.get_marker() == marker]
    ordered = sorted(points, key=lambda each: float(each[0][1]))
    return [float(each[0][0]) for each in ordered][1:]  # the first stands in the key


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def test_every_score_has_a_dot_and_what_has_none_has_not() -> None:
    """Eight statements have an own score, and eight a known one of CQC's."""
    chart = cs.dots_beside_cqc(beside_cqc())

    assert (len(marks(chart, "o")), len(marks(chart, "s"))) == (8, 8)
    assert "no score" in said(chart)
    assert "not known" in said(chart)


def test_like_figures_on_like_scales_stand_in_one_place() -> None:
    """Where both scales have the same ends, three stands over three."""
    threes = cs.score(
        cs.assess(
            council().assessment.framework,
            {each.id: 3 for each in council().assessment.framework.criteria},
        )
    )
    chart = cs.dots_beside_cqc(cs.beside_cqc(threes, cs.cqc([3] * 9)))

    assert set(marks(chart, "o")) == set(marks(chart, "s"))


def test_each_dot_stands_on_its_own_scale() -> None:
    """A nine on a scale from nought to nine stands at the right end, where CQC's four does."""
    beside = beside_cqc_placed()
    chart = cs.dots_beside_cqc(beside)
    fours = cs.dots_beside_cqc(cs.beside_cqc(beside.card, cs.cqc([4] * 9), beside.crosswalk))

    assert beside.is_placed
    assert [view.own.score for view in beside.views][2:3] == [9]
    assert max(marks(chart, "o")) == marks(fours, "s")[0]


def test_both_scales_are_named() -> None:
    """Each ruler says whose scale it is, and the words say what its levels mean."""
    chart = cs.dots_beside_cqc(beside_cqc())

    assert {"Own scale", "CQC's scale"} <= set(said(chart))
    assert "CQC's scale. The levels are 1 Significant shortfalls" in chart.alt_text
    assert "The two scales mean different things" in chart.alt_text
    assert "Assessing needs: own 2.50, CQC 1, higher" in chart.alt_text


def test_a_wide_sheet_names_the_own_levels() -> None:
    """Where there is room the own levels stand at their ruler; CQC's long words are in a note."""
    chart = cs.dots_beside_cqc(beside_cqc(), size=(16, 12))

    assert {"1 Starting", "4 Leading"} <= set(said(chart))
    assert any(each.startswith("CQC's scale. The levels are") for each in said(chart))


def test_the_command_draws_it_too(tmp_path: Path, example: cs.Assessment) -> None:
    """With a name for a picture, the command makes one, and says so on standard error."""
    own, out = tmp_path / "own.json", tmp_path / "dots.svg"
    own.write_text(cs.to_json(example), "utf-8")
    command = ("compare", own, "--cqc", PUBLISHED, "--council", "York")
    made = run(*command, "--chart", out)

    assert (made.exit_code, made.stderr) == (0, f"Made {out}\n")
    assert "York" in out.read_text("utf-8")
    assert run(*command, "--chart", out).exit_code == 2
    assert run(*command, "--chart", own, "--force").exit_code == 2
    assert run("compare", own, own, "--chart", out).exit_code == 2
