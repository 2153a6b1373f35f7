"""What each voice says of one thing, beside what the others say."""

from __future__ import annotations

from ..moderation.medians import value_in_words
from ..moderation.participants import voice_name
from ..moderation.views import View

__all__ = ["VOICES", "by_voice"]

VOICES = ("Part", "How far apart", "By voice (medians)")


def by_voice(view: View) -> str:
    """The median of each voice that rated it, a line each."""
    said = (
        f"{voice_name(voice)}: {value_in_words(each.middle, view.scale)}"
        for voice, each in view.medians.items()
    )
    return "\n".join(said) or "Nobody rated it"
