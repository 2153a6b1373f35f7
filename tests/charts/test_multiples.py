"""What small multiples show, and say."""

from __future__ import annotations

import pytest
from attrs import evolve

import commissioning_standards as cs
from tests.charts.look import letters, lines, points, said
from tests.charts.samples import council, framework_of, last_year, many, peers, rated, some
from tests.small import one_standard


def test_each_card_is_a_picture_of_its_own() -> None:
    """There are as many pictures as cards, each with its scores."""
    cards = many(7)
    chart = cs.small_multiples(cards)

    assert len(chart.axes) == 7
    for place, card in enumerate(cards):
        drawn = [value for _, value in points(chart, "o", place)][:-1]
        assert drawn == pytest.approx([float(each.score or 0) for each in card.standards])


def test_dots_can_be_drawn_in_place_of_radars() -> None:
    """The same cards as dots have the same scores."""
    chart = cs.small_multiples([council(), last_year()], kind="dots")
    scores = [float(each.score) for each in council().standards if each.score is not None]

    assert [x for x, _ in points(chart, "o", 0)] == pytest.approx(scores)
    assert said(chart).count("No score") == 2


def test_all_pictures_have_one_scale() -> None:
    """Pictures can be compared, as each runs from the lowest level to the highest."""
    chart = cs.small_multiples(many(5))

    assert {(each.get_rmin(), each.get_rmax()) for each in chart.axes} == {(1.0, 4.0)}  # type: ignore[attr-defined]


def test_a_missing_score_is_a_gap_with_a_cross() -> None:
    """Where a council rated nothing there is no point, and a cross in the middle."""
    chart = cs.small_multiples([council(), last_year()])

    assert [len(points(chart, "x", place)) for place in (0, 1)] == [1, 1]
    assert "Cross: No score" in chart.alt_text


def test_open_answers_are_light_bands() -> None:
    """Each picture shows what open answers could still make of its scores."""
    for kind, width in (("radar", 4.0), ("dots", 7.0)):
        chart = cs.small_multiples([council()], kind=kind)
        bands = [line for line in lines(chart) if line.get_linewidth() == width]

        assert len(bands) == 4


def test_complete_cards_need_no_key() -> None:
    """With nothing open and nothing missing there is nothing to explain."""
    assert "Key." not in cs.small_multiples([rated(framework_of(5, 2), some)]).alt_text


def test_pictures_are_named_by_what_differs() -> None:
    """Councils are named by council, rounds by period, views by voice, and the rest by number."""
    framework = council().assessment.framework
    blank = [cs.score(cs.Assessment(framework)) for _ in range(2)]

    assert {"Council 0", "Council 1"} <= set(said(cs.small_multiples(many(2))))
    assert {"2026-27", "2025-26"} <= set(said(cs.small_multiples([council(), last_year()])))
    assert {"Leaders and commissioners", "Peer team"} <= set(
        said(cs.small_multiples([council(), peers()]))
    )
    assert {"Picture, number 1", "Picture, number 2"} <= set(said(cs.small_multiples(blank)))
    assert {"2026-27, number 1", "2026-27, number 2", "2025-26"} <= set(
        said(cs.small_multiples([council(), council(), last_year()]))
    )


def test_pictures_by_two_rules_say_by_which() -> None:
    """Each is named by its rule, and the small print gives both."""
    mean, gated = council(), cs.score(council().assessment, "gated")
    told = said(cs.small_multiples([mean, gated]))

    assert {"rule mean", "rule gated"} <= set(told)
    assert "Rules mean, version 1; gated, version 1." in " ".join(told)


def test_names_may_be_given() -> None:
    """Names given stand over the pictures and in the rows."""
    chart = cs.small_multiples([council(), last_year()], names=["Now", "Then"])

    assert {"Now", "Then"} <= set(said(chart))
    assert {row["picture"] for row in chart.rows} == {"Now", "Then"}


def test_each_picture_says_how_complete_it_is() -> None:
    """Under each name stands how many criteria were rated."""
    assert {"40 of 48 rated", "44 of 48 rated"} <= set(
        said(cs.small_multiples([council(), last_year()]))
    )


def test_a_list_names_the_numbers() -> None:
    """Numbers stand at the spokes, and a list under the pictures names them."""
    chart = cs.small_multiples(many(3))
    words = said(chart)

    assert [words.count(str(number)) for number in range(1, 13)] == [3] * 12
    assert letters("4 Coproduced with people, their carers and communities") in letters(
        " ".join(words)
    )


def test_many_spokes_are_numbered_as_far_as_there_is_room() -> None:
    """On a small wheel of forty spokes every few have a number, the first always."""
    cards = [rated(framework_of(40, 4), some, council=f"C{number}") for number in range(16)]
    words = said(cs.small_multiples(cards))

    assert words.count("1") == 16
    assert words.count("2") == 0


def test_the_title_names_the_council_where_there_is_one() -> None:
    """One council's rounds carry its name; several councils' pictures name none of them."""
    rounds = cs.small_multiples([council(), last_year()])

    assert rounds.title == "Borsetshire County Council: score by standard, side by side"
    assert cs.small_multiples(many(2)).title == "Score by standard, side by side"
    assert cs.small_multiples(many(2), title="Our region").title == "Our region"


def test_the_small_line_says_when_they_were_made() -> None:
    """The first and the last day stand under the title."""
    older = cs.score(
        evolve(last_year().assessment, date=council().assessment.date.replace(year=2025))  # type: ignore[union-attr]
    )
    words = letters(" ".join(said(cs.small_multiples([council(), older]))))

    assert letters("Dated 16 November 2025 to 16 November 2026.") in words


@pytest.mark.parametrize(
    ("cards", "options", "told"),
    [
        ((), {}, "a page holds 1 to 20 pictures, and there are 0"),
        (many(21), {}, "a page holds 1 to 20 pictures, and there are 21"),
        (many(2), {"kind": "pie"}, "small pictures are radar or dots, and not pie"),
        (many(2), {"names": ["one"]}, "2 pictures need as many names, not 1"),
        ((rated(framework_of(2, 1), some),), {}, "a radar needs 3 standards, not 2: draw dots"),
        (
            (council(), cs.score(cs.assess(one_standard(values=(0, 1)), {"1.1": 1}))),
            {},
            "not on the same scale",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    cards: tuple[cs.Scorecard, ...], options: dict[str, object], told: str
) -> None:
    """Too many, too few, unlike or wrongly named pictures are told before anything is drawn."""
    with pytest.raises(ValueError, match=told):
        cs.small_multiples(cards, **options)  # type: ignore[arg-type]
