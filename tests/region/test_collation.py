"""Returns put together, whoever reads them, in whatever order, and whatever goes wrong."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.region.collating import collation as module
from commissioning_standards.region.collating.cache import Cache
from commissioning_standards.region.collating.reading import Fate

from . import made
from .made import broken, mess, write_returns


class Shuffled(Executor):
    """Does its work in an order drawn by chance, and only when somebody has to wait."""

    def __init__(self, seed: int, most: int) -> None:
        self._random, self._most = Random(seed), most  # noqa: S311 - it plays a slow machine
        self._held: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *_args: Any, **_kwargs: Any) -> Future[Any]:
        """Take a piece of work; do one that was taken before, when enough are held."""
        future: Future[Any] = Future()
        self._held.append((future, fn))
        while len(self._held) >= self._most:
            chosen, work = self._held.pop(self._random.randrange(len(self._held)))
            chosen.set_result(work())
        return future


@contextmanager
def threads(count: int = 2) -> Iterator[ThreadPoolExecutor]:
    """Threads to read with: they start at once."""
    with ThreadPoolExecutor(count) as executor:
        yield executor


def read(*paths: Path, **options: Any) -> cs.Collation:
    """Collate by threads."""
    with threads() as executor:
        return cs.collate(paths, executor=executor, **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three good returns, and bad files beside them."""
    write_returns(tmp_path / "returns")
    broken(tmp_path / "returns")
    return tmp_path / "returns"


def test_good_returns_are_kept_and_bad_ones_told(folder: Path) -> None:
    """Whatever is wrong with some files, the others are read, in the order of their names."""
    collation = read(folder)

    assert [each.file for each in collation.summaries] == ["0000.json", "0001.json", "0002.json"]
    assert {each.file: each.problems[0].code for each in collation.faults} == broken(folder)


def test_one_folder_can_be_given_by_itself(folder: Path) -> None:
    """A single name, as text or as a path, is not taken for a list of letters."""
    with threads() as executor:
        for name in (folder, str(folder)):
            assert len(cs.collate(name, executor=executor).summaries) == 3


def test_every_return_has_its_files_sum(folder: Path) -> None:
    """Whoever doubts a figure finds the very file that it was made from."""
    for each in read(folder).summaries:
        expected = hashlib.sha256((folder / each.file).read_bytes()).hexdigest()

        assert expected == each.sha256


def test_a_folder_full_of_mess_is_told_file_by_file(tmp_path: Path) -> None:
    """Links, a pipe, lock files, a strange name and a Word file hold nothing up."""
    write_returns(tmp_path, 1)
    mess(tmp_path)
    fates = {each.file: each.fate for each in read(tmp_path).files}

    assert fates == {
        "0000.json": Fate.READ,
        "gone.xlsx": Fate.REFUSED,
        "minutes.docx": Fate.LEFT_OUT,
        "pipe.xlsx": Fate.REFUSED,
        "self.xlsx": Fate.REFUSED,
        "strange [1] ‘name’/=1+1.JSON": Fate.COPY,
    }


@pytest.mark.parametrize("paths", [["gone"], []])
def test_nothing_to_read_is_no_crash(paths: list[str], tmp_path: Path) -> None:
    """A slip in a name is told; no name gives nothing."""
    collation = read(*(tmp_path / each for each in paths))

    assert collation.summaries == ()
    assert [each.problems[0].code for each in collation.faults] == ["file-missing"] * len(paths)


@given(seed=st.integers(), most=st.integers(1, 6))
def test_the_order_of_work_changes_nothing(
    seed: int, most: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whichever file is done first, the collation is the same."""
    place = tmp_path_factory.getbasetemp() / "order"
    if not place.exists():
        write_returns(place, 4)
        broken(place)
    shuffled = cs.collate([place], executor=Shuffled(seed, most), jobs=2, time_limit=0.01)
    # What the executor still holds at the end it never does: that is told, and all else is there.
    given_up = {each.file for each in shuffled.faults if each.problems[0].code == "nothing-read"}
    serial = cs.collate([place], executor=Shuffled(0, 1))

    assert len(given_up) < most
    assert [each for each in serial.files if each.file not in given_up] == [
        each for each in shuffled.files if each.file not in given_up
    ]
    assert [each for each in serial.summaries if each.file not in given_up] == list(
        shuffled.summaries
    )


def test_processes_of_our_own_read_the_same(folder: Path) -> None:
    """Without an executor, processes of this machine read, and all is as it would be."""
    assert read(folder) == cs.collate([folder], jobs=2)


@pytest.mark.parametrize(
    ("worker", "code", "word"),
    [
        (made.hanging, "reading-hangs", "5 seconds"),
        (made.dying, "worker-failed", "ProcessExpired"),
        (made.failing, "worker-failed", "ZeroDivisionError"),
        (made.babbling, "worker-failed", "str"),
    ],
)
def test_a_file_that_hangs_or_ends_its_reader_costs_itself_alone(
    worker: Callable[..., str],
    code: str,
    word: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is told with its name and what to do, all others are read, and it is not remembered."""
    write_returns(tmp_path / "returns", 6)
    monkeypatch.setattr(module, "read_record", worker)
    cache = tmp_path / "cache"
    collation = cs.collate([tmp_path / "returns"], jobs=2, time_limit=5, cache=cache)
    (fault,) = collation.faults

    assert len(collation.summaries) == 5
    assert [each.code for each in fault.problems] == [code]
    assert word in str(fault.problems[0])
    monkeypatch.undo()
    again = read(tmp_path / "returns", cache=cache)
    assert (len(again.summaries), again.remembered) == (6, 5)


def test_a_repeated_run_reads_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    """What has not changed is remembered, faults included, and the result is the same."""
    first = read(folder, cache=tmp_path / "cache")
    again = read(folder, cache=tmp_path / "cache")
    (folder / "0001.json").write_bytes((folder / "0001.json").read_bytes() + b"\n")
    third = read(folder, cache=tmp_path / "cache")

    assert (first, first.remembered, again.remembered) == (again, 0, 9)
    assert third.remembered == 8
    assert read(folder) == third


def test_a_file_that_was_moved_is_remembered(folder: Path, tmp_path: Path) -> None:
    """Its new name stands in the result."""
    read(folder, cache=tmp_path / "cache")
    (folder / "0001.json").rename(folder / "moved.json")
    collation = read(folder, cache=tmp_path / "cache")

    assert collation.remembered == 9
    assert "moved.json" in [each.file for each in collation.summaries]


def test_a_cache_that_talks_nonsense_is_not_believed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that is none is read again."""
    monkeypatch.setattr(Cache, "find", lambda *_: "{}")

    assert read(folder, cache=tmp_path / "cache") == read(folder)


def test_files_that_count_for_no_council_are_known(tmp_path: Path, route_map: cs.Framework) -> None:
    """Those that cannot be read, and those that say of no council or round that they are of it."""
    (tmp_path / "a.json").write_text("{", "utf-8")
    for name, council, period in (("b", "", "2026-27"), ("c", "Ash", ""), ("d", "Ash", "2026-27")):
        made = cs.Assessment(route_map, council=council, period=period)
        (tmp_path / f"{name}.json").write_text(cs.to_json(made), "utf-8")

    assert read(tmp_path).uncounted == ("a.json", "b.json", "c.json")


def test_a_broken_cache_is_told_and_nothing_else_changes(folder: Path, tmp_path: Path) -> None:
    """All is read, and somebody is told why it took its time."""
    (tmp_path / "cache").write_bytes(b"no database" * 1_000)
    collation = read(folder, cache=tmp_path / "cache")

    assert read(folder) == collation
    assert [each.code for each in collation.troubles] == ["cache-unusable"]


def test_a_framework_of_ones_own_is_read_with(route_map: cs.Framework, tmp_path: Path) -> None:
    """Returns of it are read where it is given, and refused where it is not."""
    own = evolve(route_map, id="ours")
    path = tmp_path / "own.json"
    path.write_text(cs.to_json(cs.assess(own, {}, council="Borsetshire", period="2026-27")))

    assert [each.framework for each in read(path, framework=own).summaries] == ["ours"]
    assert [each.problems[0].code for each in read(path).faults] == ["of-another-framework"]


def test_the_rule_is_that_asked_for(tmp_path: Path) -> None:
    """Another rule gives other scores, and stands in each return; no rule is guessed."""
    write_returns(tmp_path, 1)
    collation = read(tmp_path, rule="gated")

    assert (collation.rule, collation.summaries[0].rule) == ("gated", "gated")
    with pytest.raises(cs.AssessmentError):
        read(tmp_path, rule="fairest")


def test_progress_is_told_to_the_end(folder: Path) -> None:
    """Whoever watches sees each file done, and how many there are."""
    told: list[tuple[int, int]] = []
    read(folder, told=lambda *how_far: told.append(how_far))

    assert told == [(each, 9) for each in range(1, 10)]


def test_without_the_extra_processes_are_not_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what to install; whoever brings an executor needs nothing."""
    monkeypatch.setattr("commissioning_standards.region.extras.find_spec", lambda _: None)

    with pytest.raises(cs.OutputError, match=r"pebble.*\[region\]"):
        cs.collate([folder])
    assert len(read(folder).summaries) == 3


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"jobs": -1}, "files are read by one process or more, and not by -1"),
        ({"jobs": 0}, "one process or more, and not by 0"),
        ({"time_limit": 0}, "a time limit is a number of seconds above 0, and not 0"),
        ({"time_limit": -5}, "not -5"),
        ({"time_limit": math.nan}, "not nan"),
        ({"time_limit": math.inf}, "not inf"),
    ],
)
def test_limits_with_which_nothing_could_be_read_are_refused(
    limits: dict[str, Any], told: str
) -> None:
    """Nothing hangs, and no limit is taken for none."""
    with pytest.raises(ValueError, match=told):
        cs.collate([], **limits)
