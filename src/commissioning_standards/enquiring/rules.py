"""The rules that draft lines of enquiry, in order of weight: this software's own."""

from __future__ import annotations

from .other_views import above_outside, better_without_evidence, voice_missing, voices_split
from .own_answers import high_without_evidence, low_confidence, none_fresh, not_applicable, uneven
from .parts import EnquiryRule
from .peer_findings import found_beside_high, found_without_evidence

__all__ = ["RULES"]

RULES = (
    EnquiryRule(
        "high-rating-no-evidence",
        "A high rating should rest on something that others can look at.",
        "What could you show us, and whom could we ask, about your rating of {names}?",
        high_without_evidence,
    ),
    EnquiryRule(
        "above-outside-view",
        "People outside the council see this standard in another light.",
        "Others rate “{standard}” at least one step lower than you: "
        "what do you see that they do not?",
        above_outside,
    ),
    EnquiryRule(
        "high-rating-and-finding",
        "What a peer team found is the nearest test that a high rating gets.",
        "How do the peer team's findings bear out your rating of {names}, and where do they not?",
        found_beside_high,
    ),
    EnquiryRule(
        "finding-without-evidence",
        "What a peer team found stands alone until the council can set something beside it.",
        "What of your own could you set beside what was {names} on “{standard}”?",
        found_without_evidence,
    ),
    EnquiryRule(
        "voices-split",
        "People who know the council from different sides do not see the same thing.",
        "Why do people see {names} so differently, and what have you done to find out?",
        voices_split,
    ),
    EnquiryRule(
        "old-evidence",
        "What was true when the evidence was made may no longer be so.",
        "What newer evidence, with its date, could you show us for “{standard}”?",
        none_fresh,
    ),
    EnquiryRule(
        "better-without-evidence",
        "A better score than last round's should come with something that has changed.",
        "What has changed for people since last round in “{standard}”, and what shows it?",
        better_without_evidence,
    ),
    EnquiryRule(
        "uneven",
        "The mean hides a criterion that is far behind the others.",
        "What holds back {names} while the rest of “{standard}” is further on, and who feels it?",
        uneven,
    ),
    EnquiryRule(
        "low-confidence",
        "The respondent is not sure of the rating.",
        "What would make you surer of your answer on {names}?",
        low_confidence,
    ),
    EnquiryRule(
        "not-applicable",
        "What is said not to apply is left out of the score.",
        "Why do you leave out {names}, and who might say that it does apply here?",
        not_applicable,
    ),
    EnquiryRule(
        "voice-missing",
        "A view that nobody has given cannot be set beside the others.",
        "What would we hear about “{standard}” from {names}? How could we meet them?",
        voice_missing,
    ),
)
