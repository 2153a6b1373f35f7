"""What collate writes to share, beside what it keeps for the region."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.region.sharing.editions import Fate
from commissioning_standards.region.sharing.files import (
    check_mine,
    check_region,
    read_mine,
    region_to_share,
    write_region,
)
from commissioning_standards.region.sharing.publishing import EDITIONS, PAPERS, Region
from commissioning_standards.region.sharing.standing import RECORD
from commissioning_standards.region.sharing.table import Terms
from commissioning_standards.region.sharing.words import region_in_words

from .made import region as drawn
from .made import write_returns


def collated(folder: Path) -> cs.Collation:
    """The returns of a folder."""
    with ThreadPoolExecutor(2) as threads:
        return cs.collate([folder], executor=threads)


def to_share(folder: Path, out: Path, **options: object) -> Region:
    """The round that may be shared of a folder's returns."""
    found = region_to_share(collated(folder), out, **options)  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """A folder of the returns of eleven councils."""
    folder = tmp_path / "returns"
    write_returns(folder, 11)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the files go."""
    return tmp_path / "out"


def test_a_second_run_shares_the_same_bytes(returns: Path, out: Path) -> None:
    """What is shared does not change by being made again."""
    first = {each: each.read_bytes() for each in write_region(to_share(returns, out), out)}
    write_region(to_share(returns, out), out, overwrite=True)

    assert first == {each: each.read_bytes() for each in first}


def test_what_stands_as_it_would_be_made_is_not_drawn_again(returns: Path, out: Path) -> None:
    """A second run is quick: it writes what is the region's own, and leaves what is shared."""
    write_region(to_share(returns, out), out)
    again = write_region(to_share(returns, out), out, overwrite=True)

    assert {each.parent.name for each in again} == {"confidential"}


def _edited(out: Path) -> None:
    (out / PAPERS[0]).write_text("edited by hand")


def _taken_away(out: Path) -> None:
    (out / PAPERS[1]).unlink()


def _unrecorded(out: Path) -> None:
    (out / RECORD).write_text("[]")


@pytest.mark.parametrize("change", [_edited, _taken_away, _unrecorded])
def test_what_does_not_stand_so_is_made_again(
    change: Callable[[Path], None], returns: Path, out: Path
) -> None:
    """A file that was edited or taken away, or of which nothing is known, is made anew."""
    first = {each: each.read_bytes() for each in write_region(to_share(returns, out), out)}
    change(out)
    write_region(to_share(returns, out), out, overwrite=True)

    assert first == {each: each.read_bytes() for each in first}


def test_one_council_more_changes_nothing_that_is_shared(returns: Path, out: Path) -> None:
    """The table stands as it was, and the region is told why."""
    write_region(to_share(returns, out), out)
    before = {name: (out / name).read_bytes() for name in PAPERS}
    write_returns(returns, 12)
    region = to_share(returns, out)
    write_region(region, out, overwrite=True)

    assert region.levels.fate is Fate.TOO_FEW
    assert {name: (out / name).read_bytes() for name in PAPERS} == before
    assert "too few councils have joined" in region_in_words(region)


def test_what_was_given_to_nobody_is_made_anew(returns: Path, out: Path) -> None:
    """Whoever says so counts the council that came late."""
    write_region(to_share(returns, out), out)
    write_returns(returns, 12)
    region = to_share(returns, out, terms=Terms(never_shared=True))

    assert region.levels.table.councils == 12


def test_pictures_of_an_earlier_run_are_cleared_away(returns: Path, out: Path) -> None:
    """No picture of a change stays where there is none any more."""
    write_region(to_share(returns, out), out)
    old = out / "to-share" / "charts" / "change.svg"
    old.write_text("old")
    (out / RECORD).unlink()
    write_region(to_share(returns, out), out, overwrite=True)

    assert not old.exists()


def test_a_region_of_few_has_no_pictures(tmp_path: Path, out: Path) -> None:
    """Where all is held back there is nothing to draw, and nothing to clear away."""
    write_returns(tmp_path / "few", 3)
    files = write_region(to_share(tmp_path / "few", out), out)

    assert {each.name for each in files if each.parent.name == "to-share"} == {
        "region.html",
        "region.xlsx",
        "region.csv",
        "region.json",
    }
    assert "rows are held back, so there is nothing to show here" in files[-4].read_text("utf-8")


def test_a_folder_that_cannot_be_cleared_is_told(returns: Path, out: Path) -> None:
    """A folder among the pictures is nobody's to delete."""
    region = to_share(returns, out)
    (out / "to-share" / "charts" / "mine").mkdir(parents=True)

    with pytest.raises(cs.OutputError, match="could not be written"):
        write_region(region, out)


def test_files_that_are_there_are_told_before_anything_is_read(returns: Path, out: Path) -> None:
    """Nobody waits for a run that cannot be written."""
    write_region(to_share(returns, out), out)

    with pytest.raises(cs.OutputError, match=r"region\.html: The file is there already"):
        check_region(out)
    check_region(out, overwrite=True)


def test_without_an_own_view_there_is_nothing_to_share(tmp_path: Path, out: Path) -> None:
    """Carers' returns alone make a table for the region, and none to share."""
    write_returns(tmp_path / "returns", 3, [cs.Voice.CARERS])

    assert region_to_share(collated(tmp_path / "returns"), out) is None
    assert region_in_words(None).startswith("Nothing to share")


def test_a_damaged_record_stops_sharing(returns: Path, out: Path) -> None:
    """What was shared before cannot be known, so nothing new is."""
    write_region(to_share(returns, out), out)
    (out / EDITIONS).write_text("{")

    with pytest.raises(cs.CommissioningError, match=r"shared-before\.json"):
        to_share(returns, out)


def test_a_council_reads_where_it_stands(returns: Path, out: Path) -> None:
    """Its own return is read as any other."""
    own = read_mine(returns / "0003.json", None, "mean")
    check_mine(own, to_share(returns, out))

    assert own.council == drawn(11, (None,))[3].council


def test_a_return_of_another_form_has_no_place(returns: Path, out: Path, tmp_path: Path) -> None:
    """A quick form cannot be held beside full ones."""
    region = to_share(returns, out)
    quick = cs.Assessment(cs.quick_form(cs.load_framework("route-map")), council="A", period="B")
    (tmp_path / "quick.json").write_text(cs.to_json(quick))

    with pytest.raises(cs.CommissioningError, match=r"quick\.json: It is of route-map"):
        check_mine(read_mine(tmp_path / "quick.json", None, "mean"), region)


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        (cs.Voice.CARERS, "a return of the voice “Unpaid carers”, which does not speak"),
        (cs.Voice.PEER_TEAM, "Give the council's agreed return"),
        (cs.Voice.LEADERS, "counted by another return: 0003.json. Give that one."),
    ],
)
def test_only_the_return_that_speaks_for_a_council_has_a_place(
    voice: cs.Voice, told: str, returns: Path, out: Path, tmp_path: Path
) -> None:
    """What was given is said, and what to give instead."""
    region = to_share(returns, out)
    mine = tmp_path / "mine.json"
    spoken = evolve(drawn(11, (None,))[3], respondent=cs.Respondent("", voice))
    mine.write_text(cs.to_json(spoken))

    with pytest.raises(cs.CommissioningError, match=f"mine.json: .*{told}"):
        check_mine(read_mine(mine, None, "mean"), region)


def test_a_council_that_was_counted_and_sent_nothing_now_is_told(
    returns: Path, out: Path, tmp_path: Path
) -> None:
    """The table of before counts it by a return that is not among these."""
    region = to_share(returns, out)
    mine = tmp_path / "mine.json"
    mine.write_text(cs.to_json(evolve(drawn(11, (None,))[3], period="2025-26")))
    gone = evolve(region, chosen=evolve(region.chosen, now=region.chosen.now[:1]))

    with pytest.raises(cs.CommissioningError, match="another return: that of before"):
        check_mine(read_mine(mine, None, "mean"), gone)


def test_a_council_that_is_not_counted_is_told_so(returns: Path, out: Path) -> None:
    """It is put into no group, and its page says why."""
    write_region(to_share(returns, out), out)
    write_returns(returns, 12)
    region = to_share(returns, out)
    own = read_mine(returns / "0011.json", None, "mean")
    write_region(region, out, mine=own, overwrite=True)
    page = (out / "for-one-council" / "position.html").read_text("utf-8")
    rows = (out / "for-one-council" / "position.csv").read_text("utf-8").splitlines()

    assert f"{own.council} is not among the councils counted" in page
    assert "“In your group” counts" not in page
    assert "Your council" not in page
    assert {line.split(",")[-4:] == [""] * 4 for line in rows[1:]} == {True}


def run(*arguments: str) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, ["collate", *arguments], catch_exceptions=False)


@pytest.fixture
def here(returns: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs."""
    monkeypatch.chdir(returns.parent)
    return returns.parent


def test_the_command_makes_what_may_be_shared(here: Path) -> None:
    """It says how many councils are counted, and how the rows fared."""
    result = run("returns", "-o", "out", "--mine", "returns/0003.json")

    assert result.exit_code == 0
    assert "To share, 2026-27: 11 councils are counted, and none is named." in result.stdout
    assert (here / "out" / "to-share" / "region.html").is_file()
    assert (here / "out" / "for-one-council" / "position.html").is_file()


def test_a_return_that_cannot_be_read_is_told_before_the_others_are(here: Path) -> None:
    """Nothing is written, so that the same command can be given again."""
    result = run("returns", "-o", "out", "--mine", "returns/0033.json")

    assert result.exit_code == 1
    assert "0033.json: There is no such file or folder." in result.stderr
    assert not (here / "out").exists()


def test_the_command_keeps_small_groups_back(here: Path) -> None:
    """Below five there must be a second word before anything is read, and the table tells of it."""
    refused = run("returns", "-o", "out", "--minimum", "4")
    nothing_is_written = not (here / "out").exists()
    allowed = run("returns", "-o", "out", "--minimum", "4", "--allow-small-groups")

    assert refused.exit_code == 2
    assert "--allow-small-groups" in refused.stderr
    assert nothing_is_written
    assert "Groups of 4 are shown, fewer than the usual 5" in allowed.stdout


def test_the_command_names_the_rounds_there_are(here: Path) -> None:
    """A round that is not there is told with those that are, before anything is replaced."""
    run("returns", "-o", "out")
    table = here / "out" / "confidential" / "table.csv"
    table.write_text("of the first run")
    result = run("returns", "-o", "out", "--force", "--period", "2030-31")

    assert result.exit_code == 2
    assert "2026-27" in result.stderr
    assert table.read_text() == "of the first run"


def test_the_command_tells_of_changes_between_rounds(here: Path) -> None:
    """Two rounds are compared, of councils in both."""
    for number, each in enumerate(drawn(11, (None,))):
        later = evolve(each, period="2027-28")
        (here / "returns" / f"later-{number}.json").write_text(cs.to_json(later))
    result = run("returns", "-o", "out")

    assert (
        "Councils in this round and in 2026-27: 11. Joined since: 0. Left since: 0."
        in result.stdout
    )
    assert (here / "out" / "confidential" / "means.csv").is_file()


def test_the_region_knows_who_joined_and_left(here: Path) -> None:
    """Names and exact numbers are the region's own; the page has neither."""
    for number, each in enumerate(drawn(11, (None,))[1:]):
        later = evolve(each, period="2027-28")
        (here / "returns" / f"later-{number}.json").write_text(cs.to_json(later))
    result = run("returns", "-o", "out")
    listed = (here / "out" / "confidential" / "joined-and-left.csv").read_text("utf-8")
    page = (here / "out" / "to-share" / "region.html").read_text("utf-8")

    assert "Joined since: 0. Left since: 1." in result.stdout
    assert listed.splitlines()[1].endswith(",left")
    assert "Some councils joined or left; how many is not shown." in page


def with_period(folder: Path, file: str, period: str) -> None:
    """Write one council's return again, as of another round."""
    other = evolve(drawn(11, (None,))[0], period=period)
    (folder / file).write_text(cs.to_json(other))


def test_one_slip_does_not_take_over_the_shared_page(here: Path) -> None:
    """The round of all the others is shared, and the slip is told."""
    with_period(here / "returns", "0000.json", "2062-63")
    result = run("returns", "-o", "out")

    assert result.exit_code == 0
    assert "To share, 2026-27: 10 councils are counted" in result.stdout
    assert "“2062-63” (1). Look for a period that was mistyped" in result.stdout


@pytest.mark.parametrize("period", ["2026-27", "2027-28"])
def test_a_table_of_many_is_not_replaced_by_one_of_next_to_none(here: Path, period: str) -> None:
    """Not unless the round is asked for by name."""
    run("returns", "-o", "out")
    page = here / "out" / "to-share" / "region.html"
    before = page.read_bytes()
    (here / "few").mkdir()
    with_period(here / "few", "a.json", period)
    refused = run("few", "-o", "out", "--force")
    kept = page.read_bytes()
    asked = run("few", "-o", "out", "--force", "--period", period)

    assert (refused.exit_code, kept) == (1, before)
    assert "the shared table of “2026-27” stays" in refused.stderr
    assert "1 council is counted" in asked.stdout


def test_carers_alone_leave_nothing_to_share(here: Path) -> None:
    """The command says so and is content."""
    write_returns(here / "carers", 3, [cs.Voice.CARERS])
    result = run("carers", "-o", "out")

    assert result.exit_code == 0
    assert "Nothing to share" in result.stdout
