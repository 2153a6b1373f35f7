"""The command that draws: ``chart``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commissioning_standards.charts.kinds import KINDS
from commissioning_standards.cli import main
from commissioning_standards.cli.drawing import NAMES


def chart(*words: object) -> Result:
    """Run the command as a person would."""
    return CliRunner().invoke(main, ["chart", *map(str, words)])


def svg(folder: Path) -> str:
    """The picture that was made."""
    return (folder / "out.svg").read_text("utf-8")


def test_the_command_offers_every_kind() -> None:
    """What the command can be asked for is what there is, and all of it."""
    assert (*KINDS, "all") == NAMES


@pytest.mark.parametrize(
    ("kind", "starts"),
    [
        ("radar", "Radar chart. Borsetshire County Council 2026-27: score by standard."),
        ("dots", "Dot plot. Borsetshire County Council 2026-27: score by standard."),
        ("heat-map", "Heat map. Borsetshire County Council 2026-27: each rating by standard."),
        ("evidence", "Evidence chart. Borsetshire County Council 2026-27: evidence by standard"),
        ("multiples", "Small radar charts. Borsetshire County Council: score by standard, side"),
    ],
)
def test_one_return_gives_these_kinds(folder: Path, own: str, kind: str, starts: str) -> None:
    """Of one return, five kinds of chart can be drawn."""
    result = chart(own, "--kind", kind, "-o", "out.svg", "--on", "2026-11-25")

    assert (result.exit_code, result.output) == (0, "Made out.svg\n")
    assert starts in svg(folder)


@pytest.mark.parametrize(
    ("kind", "starts"),
    [
        ("radar", "Key. Solid line with dots: 2026-27; Dashed line with squares: 2025-26"),
        ("dots", "Arrow: Change since 2025-26"),
        ("heat-map", "Heat map. Borsetshire County Council: score by standard and round."),
        ("multiples", "2025-26. 1 Person-centred"),
    ],
)
def test_two_rounds_stand_side_by_side(
    folder: Path, own: str, last: str, kind: str, starts: str
) -> None:
    """Of two rounds, each chart shows both."""
    result = chart(own, last, "--kind", kind, "-o", "out.svg")

    assert result.exit_code == 0
    assert starts in svg(folder)


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        (["spread"], "Spread of views. Borsetshire County Council 2026-27: each voice by standard"),
        (["spread", "--by", "criterion"], "each voice by criterion."),
        (["heat-map"], "median score by standard and voice."),
    ],
)
def test_a_meeting_gives_these_kinds(
    folder: Path, voices: list[str], words: list[str], starts: str
) -> None:
    """Of several returns of one round, voices are shown apart."""
    result = chart(*voices, "-o", "out.svg", "--kind", *words)

    assert result.exit_code == 0
    assert starts in svg(folder)


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        (["--by", "domain"], "score by domain."),
        (["--kind", "dots", "--order", "score"], "score by standard, highest first."),
        (["--kind", "multiples", "--small", "dots"], "Small dot plots."),
        (["--kind", "dots", "--target", "3"], "Squares: Target"),
    ],
)
def test_options_reach_the_chart(folder: Path, own: str, words: list[str], starts: str) -> None:
    """Each option changes what is drawn."""
    result = chart(own, "-o", "out.svg", *words)

    assert result.exit_code == 0
    assert starts in svg(folder)


@pytest.mark.parametrize("size", ["20x28", "20x28cm", " 20X28CM ", "20.0x28.0"])
def test_a_size_is_given_in_centimetres(folder: Path, own: str, size: str) -> None:
    """20 by 28 centimetres are 567 by 794 points."""
    chart(own, "-o", "out.svg", "--kind", "dots", "--size", size)

    assert 'viewBox="0 0 566.929' in svg(folder)
    assert "793.700" in svg(folder)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--size", "large"], "give width and height in centimetres, such as 20x28"),
        (["--size", "10x10"], "at least 12.7 centimetres wide, and not 10"),
        (
            ["--kind", "dots", "--size", "20x5"],
            "centimetres of height at a width of 20.0, and was given 5.0",
        ),
        (["--colours", "red"], "'red' is not a colour: write it as # and six digits or letters"),
        (["--colours", "#111111,#222222,#333333,#444444"], "4 colours were given"),
        (["--by", "criterion"], "by standard or by domain, and not by criterion"),
        (["--kind", "all", "--title", "Mine"], "for one chart, and not for all"),
        (["--kind", "pie"], "Invalid value for '--kind'"),
    ],
)
def test_wrong_usage_is_told_and_nothing_made(
    folder: Path, own: str, words: list[str], told: str
) -> None:
    """What cannot be drawn is one message and exit status 2, with no traceback and no file."""
    result = chart(own, "-o", "out.svg", *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.split())
    assert [each.name for each in folder.iterdir()] == ["own.json"]


def test_a_spread_of_one_return_is_refused(folder: Path, own: str) -> None:
    """A spread needs several returns, and that is told as moderation tells it."""
    result = chart(own, "--kind", "spread", "-o", "out.svg")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Give two or more, by different respondents." in result.stderr
    assert not (folder / "out.svg").exists()


def test_evidence_of_two_returns_is_refused(folder: Path, own: str, last: str) -> None:
    """The evidence of two returns is not mixed."""
    result = chart(own, last, "--kind", "evidence", "-o", "out.svg")

    assert result.exit_code == 2
    assert "an evidence chart shows one return" in result.stderr
    assert not (folder / "out.svg").exists()


def test_colours_hard_to_tell_apart_are_told_and_used(folder: Path, own: str) -> None:
    """A council's own colours are drawn, and a line says which pair is too alike."""
    result = chart(own, "-o", "out.svg", "--target", "3", "--colours", "#123456, #ffcc00")

    assert (result.exit_code, result.stdout) == (0, "Made out.svg\n")
    assert result.stderr == (
        "#FFCC00 and the white background have a contrast of 1.51 to 1, where 3 to 1 is needed.\n"
    )
    assert "#ffcc00" in svg(folder)


def test_all_kinds_make_a_folder_with_a_page(folder: Path, own: str, last: str) -> None:
    """Every kind the returns give is drawn, twice, beside a page; what they do not give is told."""
    result = chart(own, last, "--kind", "all", "-o", "charts", "--colours", "#ffcc00")
    made = {each.name for each in (folder / "charts").iterdir()}

    assert result.exit_code == 0
    assert made == {"index.html"} | {
        f"{name}.{kind}"
        for name in (
            "radar",
            "radar-by-domain",
            "dots",
            "dots-by-score",
            "heat-map",
            "evidence",
            "multiples",
        )
        for kind in ("svg", "png")
    }
    assert result.stdout.splitlines()[-1] == "Made charts/index.html"
    assert result.stderr.splitlines()[0].startswith("Not drawn: spread. own.json: ")
    assert result.stderr.count("#FFCC00 and the white background") == 1


def test_all_kinds_replace_no_file(folder: Path, own: str) -> None:
    """A file of the set that is there is left as it is, and none is made."""
    (folder / "charts").mkdir()
    (folder / "charts" / "dots.svg").write_text("mine")
    result = chart(own, "--kind", "all", "-o", "charts")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [each.name for each in (folder / "charts").iterdir()] == ["dots.svg"]
    assert (folder / "charts" / "dots.svg").read_text() == "mine"


def test_a_return_is_never_replaced_by_its_chart(folder: Path, own: str) -> None:
    """The file that is read cannot be the picture, whatever is forced."""
    kept = (folder / own).read_bytes()
    (folder / "own.svg").symlink_to(folder / own)
    result = chart(own, "-o", "own.svg", "--force")

    assert result.exit_code == 2
    assert (folder / own).read_bytes() == kept


def test_two_returns_of_one_council_are_compared_in_dots(folder: Path, own: str, last: str) -> None:
    """Each row says how the two stand; with a target beside them there is no status."""
    chart(own, last, "--kind", "dots", "-o", "out.svg")
    assert "Status. 1 Person-centred and focused on outcomes: " in svg(folder)

    chart(own, last, "--kind", "dots", "--target", "3", "-o", "out.svg", "--force")
    assert "Status. " not in svg(folder)


def test_four_returns_give_radar_and_dots_of_the_first(folder: Path, voices: list[str]) -> None:
    """What takes three series at most is drawn of the own view alone, and that is said."""
    result = chart(*voices[:4], "--kind", "all", "-o", "charts")
    made = {each.stem for each in (folder / "charts").iterdir()}

    assert result.exit_code == 0
    assert {"radar", "radar-by-domain", "dots", "dots-by-score", "spread"} <= made
    assert (
        "Of the first return only, as 4 are too many for one picture: "
        "radar, radar-by-domain, dots, dots-by-score.\n"
    ) in result.stderr
    assert "3 series at most" not in result.stderr


def test_the_height_that_a_refusal_names_will_do(folder: Path, own: str) -> None:
    """Whoever gives the height that a chart says it needs gets it drawn."""
    refused = chart(own, "--kind", "dots", "--size", "17x20", "-o", "out.svg")
    needed = " ".join(refused.stderr.split()).split("the chart needs ")[1].split()[0]

    assert refused.exit_code == 2
    assert chart(own, "--kind", "dots", "--size", f"17x{needed}", "-o", "out.svg").exit_code == 0
    assert (folder / "out.svg").exists()


@pytest.mark.parametrize("kind", ["radar", "dots"])
def test_the_size_that_the_docs_name_will_do(folder: Path, own: str, kind: str) -> None:
    """The size in the docs and in the help is one that can be drawn."""
    page = (Path(__file__).parents[2] / "docs" / "charts.md").read_text("utf-8")
    size = page.split("`--size ")[1].split("`")[0]

    assert chart(own, "--kind", kind, "--size", size, "-o", "out.svg").exit_code == 0
    assert (folder / "out.svg").exists()
