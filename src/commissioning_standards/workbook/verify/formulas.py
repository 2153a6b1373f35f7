"""Whether a formula is the one that went out, however a program has rewritten it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import evolve

from ...problems import Place, Problem, problem, quoted
from ..reading.cells import Cell
from .pairing import Pair, Twin
from .tokens import Area, Token, excerpts, tokens

__all__ = ["State", "formula_problem", "formula_state", "name_problems"]


class State(Enum):
    """What became of a formula that went out."""

    SAME = "same"
    MOVED = "moved with its cells"
    CHANGED = "changed"
    TYPED_OVER = "typed over"
    MISSING = "missing"


def formula_state(twin: Twin, pair: Pair) -> State:
    """What became of a formula that went out."""
    if not twin.came_back_live:
        return State.MISSING if twin.typed[1].value is None else State.TYPED_OVER
    sent, back = map(_tokens, twin.typed)
    if not _agree(sent, back, pair, twin.sheets):
        return State.CHANGED
    then, now = (cell.place for cell in twin.typed)
    return State.SAME if (sent, then) == (back, now) else State.MOVED


def formula_problem(twin: Twin, state: State, pair: Pair) -> Problem | None:
    """What is wrong with a formula of this state, if anything is."""
    place = twin.place
    match state:
        case State.CHANGED:
            found, allowed = _difference(twin, pair)
            return problem("formula-changed", place, found=found, allowed=allowed)
        case State.TYPED_OVER:
            return problem("formula-typed-over", place, found=quoted(twin.typed[1].text))
        case State.MISSING:
            return problem("formula-missing", place)
        case _:
            return None


def name_problems(pair: Pair) -> Iterator[Problem]:
    """Every name of a hidden list that no longer stands for the cells it did."""
    sheets = (pair.sent.stamp.sheet, pair.back.stamp.sheet)
    for folded, ((name, sent),) in pair.sent.names.items():
        ours = tokens(sent)
        wrong = [
            meaning
            for _, meaning in pair.back.names.get(folded, ((name, ""),))
            if not _agree(ours, tokens(meaning), pair, sheets)
        ]
        allowed = quoted("".join(_moved(each, pair, sheets).text for each in ours))
        for meaning in wrong:
            found = quoted(meaning) if meaning else "nothing"
            yield problem("name-changed", Place(item=name), found=found, allowed=allowed)


def _tokens(cell: Cell) -> tuple[Token, ...]:
    return tokens(str(cell.value))


def _agree(
    sent: tuple[Token, ...], back: tuple[Token, ...], pair: Pair, sheets: tuple[str, str]
) -> bool:
    if len(sent) != len(back):
        return False
    return all(_fits(*each, pair, sheets) for each in zip(sent, back, strict=True))


def _fits(sent: Token, back: Token, pair: Pair, sheets: tuple[str, str]) -> bool:
    """Whether two tokens mean the same; what named cells that are lost is not judged."""
    if not isinstance(sent.value, Area) or not isinstance(back.value, Area):
        return sent == back
    images = pair.images(sent.value, sheets)
    return not images or back.value.on(sheets[1]) in images


def _difference(twin: Twin, pair: Pair) -> tuple[str, str]:
    """Where a formula differs: as it came back, and as it should be where its cells are now."""
    sent, back = map(_tokens, twin.typed)
    ours = [_moved(each, pair, twin.sheets) for each in sent]
    return excerpts([_on(each, twin.sheets[1]) for each in back], ours)


def _on(token: Token, sheet: str) -> Token:
    return evolve(token, value=token.value.on(sheet)) if isinstance(token.value, Area) else token


def _moved(token: Token, pair: Pair, sheets: tuple[str, str]) -> Token:
    """A token that went out, as it should be where its cells are now."""
    area = token.value
    if not isinstance(area, Area):
        return token
    image = next(iter(pair.images(area, sheets)), area.on(sheets[1]))
    if image == area.on(sheets[1]):
        return Token(image, token.text)
    return Token(image, str(image if area.sheet else evolve(image, sheet="")))
