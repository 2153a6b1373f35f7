"""What is found when returns lie side by side: copies, several of one voice, and mixtures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ...assessment import Voice
from ...problems import Place, Problem, problem, quoted
from ..councils import CouncilRound, round_findings, round_key
from ..summary import Summary
from .reading import CollatedFile, Fate

__all__ = ["findings_of"]

EDITION, WORDING = "from-edition", "other-wording"


def findings_of(
    summaries: Sequence[Summary], files: Sequence[CollatedFile], rounds: Sequence[CouncilRound]
) -> tuple[Problem, ...]:
    """Everything that somebody should look at, each with its remedy.

    Args:
        summaries: the returns that were read.
        files: what became of every file.
        rounds: the same returns by council and round.
    """
    return (
        *_mixtures(summaries, files),
        *round_findings(summaries, rounds),
        *chain.from_iterable(map(_of_one_voice, rounds)),
        *(note for each in files if each.fate is Fate.COPY for note in each.problems),
    )


def _mixtures(summaries: Sequence[Summary], files: Sequence[CollatedFile]) -> Iterator[Problem]:
    """That not all are alike, with how many there are of each kind."""
    made_from = {
        each.file: note.found for each in files for note in each.problems if note.code == EDITION
    }
    periods = {round_key(each.period): each.period for each in reversed(summaries) if each.period}
    yield from _mixed("mixed-periods", (periods.get(round_key(each.period)) for each in summaries))
    yield from _mixed("mixed-editions", (_edition(each, made_from) for each in summaries))
    yield from _mixed("mixed-forms", (each.form for each in summaries))
    reworded = sum(note.code == WORDING for each in files for note in each.problems)
    if reworded:
        yield problem("mixed-wordings", found=reworded)


def _edition(summary: Summary, made_from: dict[str, str]) -> str:
    return f"{summary.framework} {made_from.get(summary.file) or quoted(summary.edition)}"


def _mixed(code: str, kinds: Iterable[str | None]) -> Iterator[Problem]:
    counts = Counter(each for each in kinds if each)
    if len(counts) > 1:
        listed = [f"{kind} ({count})" for kind, count in sorted(counts.items())]
        yield problem(code, found=len(counts), allowed=listed)


def _of_one_voice(each: CouncilRound) -> Iterator[Problem]:
    """Several returns of one voice and form, where nobody has to decide between them."""
    told = each.rivals if each.peers else (*each.rivals, *_peers(each))
    groups: dict[tuple[Voice | None, bool, bool, str], list[str]] = {}
    for found in each.returns:
        if found not in told:
            key = (found.voice, found.is_agreed, found.is_meeting, found.form)
            groups.setdefault(key, []).append(found.file)
    for names in groups.values():
        if len(names) > 1:
            place = Place(item=f"{each.council}, {each.period}")
            yield problem("one-voice-several-returns", place, found=len(names), allowed=names)


def _peers(each: CouncilRound) -> tuple[Summary, ...]:
    return tuple(found for found in each.returns if found.voice is Voice.PEER_TEAM)
