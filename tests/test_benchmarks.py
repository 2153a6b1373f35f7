"""How runs of the benchmarks are kept and compared. What they measure is measured there."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from benchmarks.compare import changes, main, told
from benchmarks.keeping import FIGURES, PICTURE, TABLE, Run, from_json, keep, picture, to_json
from benchmarks.keeping import table as table_of
from benchmarks.measuring import Effort, Result, beside, in_turns
from benchmarks.subjects import SUBJECTS
from hypothesis import given
from hypothesis import strategies as st

HERE = Path(__file__).parents[1] / "benchmarks"
READ = Result("read a return", "pandas", "ms", 40, 50, 0.8, 0.7, 0.9, 9, limit=1)
DRAW = Result("draw a radar", "matplotlib", "ms", 120, 100, 1.2, 1.1, 1.3, 9)


def one(kept: Result, new: Result) -> str:
    """What is said first of one ratio in two runs."""
    return next(told(changes(Run((kept,)), Run((new,)))))


def test_a_ratio_is_the_median_of_the_runs_own_ratios() -> None:
    """A run on a busy moment counts as much as any other, and its load cancels out."""
    found = beside("x", "y", [(1, 1), (30, 10), (2, 1)], "ms")

    assert (found.ratio, found.low, found.high, found.runs) == (2, 1, 3, 3)
    assert (found.ours, found.other) == (2, 1)


@given(st.lists(st.tuples(st.floats(0.1, 100), st.floats(0.1, 100)), min_size=1, max_size=30))
def test_a_ratio_is_within_its_spread(pairs: list[tuple[float, float]]) -> None:
    """The median stands between the ends of the spread, however few runs there are."""
    found = beside("x", "y", pairs, "ms")

    assert found.low <= found.ratio <= found.high


def test_both_sides_take_turns() -> None:
    """Ours and the other's run one after the other, after one of each to warm up."""
    order: list[str] = []
    pairs = in_turns(lambda: order.append("ours"), lambda: order.append("other"), 2)

    assert (order, len(pairs)) == (["ours", "other"] * 3, 2)


def test_a_short_run_takes_few_and_small() -> None:
    """To see that everything works nobody waits for the full size."""
    full, few = Effort(), Effort(few=True)

    assert (full.runs(15), full.size(1_500, 20)) == (15, 1_500)
    assert (few.runs(15), few.size(1_500, 20)) == (3, 20)


def test_a_ratio_that_rose_beyond_both_spreads_is_worse() -> None:
    """It is told with both figures and both spreads."""
    worse = evolve(READ, ratio=1.1, low=1.0, high=1.2)

    assert one(READ, worse) == (
        "WORSE: read a return, beside pandas: 0.80 (0.70 to 0.90), now 1.10 (1.00 to 1.20)"
    )


@pytest.mark.parametrize(("low", "ratio", "high"), [(0.85, 1.1, 1.2), (0.7, 0.8, 0.9)])
def test_a_ratio_within_the_spread_is_as_it_was(low: float, ratio: float, high: float) -> None:
    """Where the spreads overlap, nothing is claimed."""
    new = evolve(READ, ratio=ratio, low=low, high=high)

    assert one(READ, new) == "1 ratios are as they were, within their spread."


def test_a_hairs_breadth_is_not_worse() -> None:
    """A spread of nothing says that a machine was quiet, and not that a ratio got worse."""
    still = evolve(READ, ratio=0.800, low=0.800, high=0.800)
    new = evolve(READ, ratio=0.801, low=0.801, high=0.801)

    assert changes(Run((still,)), Run((new,))).worse == ()


def test_a_ratio_that_fell_is_better() -> None:
    """What got better is told too, so that the kept run can follow."""
    better = evolve(READ, ratio=0.5, low=0.4, high=0.6)

    assert one(READ, better).startswith("Better: read a return")


def test_what_is_measured_no_more_is_told() -> None:
    """A ratio does not get better by leaving it out."""
    found = changes(Run((READ, DRAW)), Run((DRAW,)))

    assert next(told(found)) == "NOT MEASURED: read a return, beside pandas"


def test_what_is_new_is_told() -> None:
    """A ratio without one before it stands by itself."""
    found = changes(Run((DRAW,)), Run((READ, DRAW)))

    assert next(told(found)) == "New: read a return, beside pandas: 0.80 (0.70 to 0.90)"


@given(st.permutations([READ, DRAW]), st.floats(0.2, 5))
def test_worse_one_way_is_better_the_other_way(results: list[Result], factor: float) -> None:
    """Two runs say the opposite of each other when they change places."""
    new = [
        evolve(each, ratio=each.ratio * factor, low=each.low * factor, high=each.high * factor)
        for each in results
    ]
    there, back = changes(Run((READ, DRAW)), Run((*new,))), changes(Run((*new,)), Run((READ, DRAW)))

    assert {each.name for each, _ in there.worse} == {each.name for each, _ in back.better}


@pytest.mark.parametrize(
    ("results", "status"),
    [
        ((READ, DRAW), 0),
        ((READ,), 1),
        ((evolve(READ, ratio=2, low=2, high=2), DRAW), 1),
        ((evolve(READ, ratio=0.1, low=0.1, high=0.1), DRAW), 0),
    ],
)
def test_the_status_says_whether_anything_got_worse(
    tmp_path: Path, results: tuple[Result, ...], status: int
) -> None:
    """A script learns from the exit status what people read in the lines."""
    keep(Run((READ, DRAW)), tmp_path / "kept")
    keep(Run(results), tmp_path / "new")

    assert main([str(tmp_path / "new"), str(tmp_path / "kept")]) == status


def test_a_short_run_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes a trial for a measurement."""
    keep(Run((READ,), few=True), tmp_path)
    main([str(tmp_path), str(tmp_path)])

    assert "short" in capsys.readouterr().out


def test_a_folder_without_a_run_is_wrong_usage(tmp_path: Path) -> None:
    """A missing run is no fault of ours, and nothing got worse."""
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path), str(tmp_path)])

    assert ended.value.code == 2


def test_a_run_is_read_back_as_it_was() -> None:
    """The figures that are kept are those that were measured."""
    run = Run((READ, DRAW), few=True, versions={"Python": "3.11"})

    assert from_json(to_json(run)) == run


def test_a_limit_that_is_not_kept_stands_out() -> None:
    """The table says of each limit whether it is kept."""
    over = evolve(DRAW, limit=1.1)

    assert "| 1.00, kept |" in table_of(Run((READ,)))
    assert "| 1.10, NOT kept |" in table_of(Run((over,)))


def test_every_ratio_is_in_the_picture() -> None:
    """The picture has a name and a figure for each row of the table."""
    drawn = picture([READ, DRAW]).decode()
    texts = {text.strip() for text in re.findall(r">([^<>]+)</text>", drawn)}

    assert {READ.name, DRAW.name, "0.80", "1.20"} <= texts
    ET.fromstring(drawn)  # noqa: S314 - our own


def test_the_same_run_is_drawn_in_the_same_bytes() -> None:
    """A kept picture changes only when the figures do."""
    assert picture([READ, DRAW]) == picture([READ, DRAW])


def test_the_kept_picture_and_table_are_of_the_kept_figures() -> None:
    """What people look at is what programs compare with."""
    run = from_json((HERE / "kept" / FIGURES).read_text(encoding="utf-8"))
    drawn = (HERE / "kept" / PICTURE).read_text(encoding="utf-8")

    assert (HERE / "kept" / TABLE).read_text(encoding="utf-8") == table_of(run)
    assert [each.name for each in run.results if f">{each.name}</text>" not in drawn] == []


def test_every_subject_is_told_in_the_readme() -> None:
    """Whoever looks for what is measured finds each subject by its name."""
    page = (HERE / "README.md").read_text(encoding="utf-8")

    assert [name for name in SUBJECTS if f"`{name}`" not in page] == []


def test_every_script_joins_the_one_command() -> None:
    """No file of measurements is left out of the run that measures everything."""
    helpers = {"__init__", "__main__", "compare", "keeping", "measuring", "subjects"}
    scripts = {path.stem for path in HERE.glob("*.py")} - helpers
    loaded = re.findall(r"from \.(\w+) import", (HERE / "subjects.py").read_text(encoding="utf-8"))

    assert scripts <= set(loaded)
