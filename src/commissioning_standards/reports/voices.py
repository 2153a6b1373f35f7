"""What each voice says of one thing, beside what the others say."""

from __future__ import annotations

from ..charts.spread import differing_within
from ..moderation.medians import value_in_words
from ..moderation.model import Moderation
from ..moderation.participants import voice_name
from ..moderation.views import View
from ..moderation.words import apart_in_words

__all__ = ["VOICES", "by_voice", "how_far_apart"]

VOICES = ("Part", "How far apart", "By voice (medians)")


def how_far_apart(moderation: Moderation, view: View) -> str:
    """How far apart people are, also where differences on a standard's criteria cancel out.

    Args:
        moderation: the returns side by side.
        view: a criterion or standard of it.
    """
    differing = differing_within(moderation, view)
    if not differing:
        return apart_in_words(view)
    return f"{apart_in_words(view) if view.steps else 'Same score'}; {differing}"


def by_voice(view: View) -> str:
    """The median of each voice that rated it, a line each."""
    said = (
        f"{voice_name(voice)}: {value_in_words(each.middle, view.scale)}"
        for voice, each in view.medians.items()
    )
    return "\n".join(said) or "Nobody rated it"
