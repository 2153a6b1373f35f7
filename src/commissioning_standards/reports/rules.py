"""The rules that make our sentences of the data, by name: papers list them at their end."""

from __future__ import annotations

__all__ = ["WORD_RULES"]

WORD_RULES = {
    "subject": "Whose self-assessment it is, of which period, seen by whom.",
    "completeness": "How many criteria are rated, open, or said not to apply.",
    "highest": "The standards with the highest score, by exact figures.",
    "lowest": "The standards with the lowest score, by exact figures.",
    "no-score": "The standards of which nothing is rated.",
    "levels-reached": "Which standards reach which level. A score is never rounded up into one.",
    "widest-range": "The standard whose score open answers could still change most.",
    "score": "One score, the level that it reaches, and what open answers could make of it.",
    "change": "Which standards are higher, lower or alike since last round, or cannot be told.",
    "target": "Which standards are above, below or at the target, or cannot be told.",
    "agreement": "Which standards the council sees higher or lower than the peer team does.",
    "peer-view": "Where a peer team sees the council as it sees itself, or otherwise.",
    "voices": "How many returns there are, and on how much people differ.",
    "set-apart": "Where people who draw on care and support or unpaid carers stand apart.",
    "evidence": "How much evidence there is, and how old it is on the day.",
    "evidence-kinds": "The kinds of evidence of which there is none.",
    "strength": "A criterion at the last level but one or above, with fresh evidence on it.",
    "open": "A criterion that is blank or not known.",
    "no-evidence": "A criterion at the last level but one or above, with no evidence on it.",
    "old-evidence": "A criterion at that level, with evidence of which none is known to be fresh.",
    "low-confidence": "A criterion of which the respondent is not sure.",
    "lowest-level": "A criterion rated at the lowest level.",
    "actions": "How many actions there are, done, stopped and overdue on the day.",
    "overdue": "An action due before the day, and neither done nor stopped.",
    "none": "That there is nothing to tell under a heading, and why.",
    "same-room": "How many standards are told as strongest and as weakest: as many of each.",
    "plain-level": "The level reached, in the framework's own plain-language words.",
    "below-good": "The criteria of a standard that are rated below the last level but one.",
    "good": "The criteria of a standard that are rated at the last level but one or above.",
    "basis": "What the paper was made from, and by which rule and version.",
}
