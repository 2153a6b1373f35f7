"""What may be published of a return: a copy that holds nothing else, and what was left out.

The local account is made of the copy, so that nothing private can be in it. A
return marks evidence as public or not. It marks nothing else, so comments stay
out, and actions appear where the council's settings say that they may.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from ...assessment import Assessment, Rating, Respondent, Source
from ...problems import Place, Problem, SettingsError, did_you_mean, problem, quoted
from ...records import Action, Evidence
from ..settings import AccountWords, Settings
from ..untrusted import safe_link

__all__ = [
    "LeftOut",
    "check_names",
    "left_out",
    "left_out_of_peers",
    "public_copy",
    "public_copy_of_peers",
]

NO_REASON = "The reason is not published."
UNMARKED = "The return does not mark it as public."
MARKED_NO = "The return marks it as not public."
COMMENT = "Comments are never published, as a return has no mark that they may be."
PERSON = "Names of people and teams are never published."
NOTES = "Notes on evidence, actions and findings are never published."
FINDING = "The settings do not say that the peer team's finding may be published."
FOUND = "A finding is published only from the peer team's own return."
FINDINGS = "account.findings"
PEERS = "Of the peer team's return, only ratings and findings are published."
FILE = "The file's name may name a person; its sum stands in the account."
HELPING = "It is for councils that help each other, and never published."
ACTION = "The settings do not say that it may be published."
LINK = "It is not a link to a web page or an e-mail address."


@frozen
class LeftOut:
    """One thing that a local account leaves out.

    Args:
        kind: such as ``"comment"``.
        what: the thing itself, or what it belongs to.
        why: why it is left out.
    """

    kind: str
    what: str
    why: str

    def row(self) -> dict[str, object]:
        """The same as one flat row."""
        return {"kind": self.kind, "what": self.what, "why": self.why}


def public_copy(
    assessment: Assessment, words: AccountWords, name: str = "the return"
) -> Assessment:
    """A return with nothing in it but what may be published.

    Args:
        assessment: the return.
        words: what the settings say of the account, with the actions that may appear.
        name: what stands in place of the file's name.
    """
    source = assessment.source
    return evolve(
        assessment,
        ratings=tuple(map(_public_rating, assessment.ratings)),
        respondent=Respondent("", assessment.respondent.voice),
        findings=(),
        evidence=tuple(_public_evidence(each) for each in assessment.evidence if each.public),
        actions=tuple(
            _public_action(each) for each in assessment.actions if _may_appear(each, words)
        ),
        helping=None,
        source=Source(name, source.sha256) if source else None,
    )


def _public_rating(rating: Rating) -> Rating:
    comment = NO_REASON if rating.is_not_applicable else ""
    return evolve(rating, comment=comment, confidence=None, origin=None)


def _public_evidence(evidence: Evidence) -> Evidence:
    link = safe_link(evidence.link) or ""
    return evolve(evidence, owner="", notes="", link=link)


def _public_action(action: Action) -> Action:
    return evolve(action, owner="", notes="")


def _may_appear(action: Action, words: AccountWords) -> bool:
    return words.all_actions or action.title in words.actions


def public_copy_of_peers(peers: Assessment, words: AccountWords) -> Assessment:
    """The peer team's return with its ratings, and the findings that may appear.

    Args:
        peers: the return.
        words: what the settings say of the account, with the findings that may appear.
    """
    own = evolve(peers, evidence=(), actions=())
    findings = (evolve(each, notes="") for each in peers.findings if each.title in words.findings)
    copy = public_copy(own, words, "the peer team's return")
    return evolve(copy, findings=tuple(findings))


def check_names(assessment: Assessment, peers: Assessment | None, settings: Settings) -> None:
    """Make sure that everything the settings name is in a return.

    Raises:
        SettingsError: something is not; carries a problem for each.
    """
    words, file = settings.account, settings.file
    actions = [each.title for each in assessment.actions]
    findings = [each.title for each in peers.findings] if peers else []
    faults = [
        *_unknown("unknown-action", words.actions, actions, Place(file, item="account.actions")),
        *_unknown("unknown-finding", words.findings, findings, Place(file, item=FINDINGS)),
    ]
    if faults:
        raise SettingsError(faults)


def _unknown(code: str, named: Sequence[str], titles: Sequence[str], place: Place) -> list[Problem]:
    return [
        problem(code, place, found=quoted(each), hint=did_you_mean(each, titles))
        for each in named
        if each not in titles
    ]


def left_out(assessment: Assessment, words: AccountWords) -> tuple[LeftOut, ...]:
    """Everything in a return that the local account leaves out, and why."""
    return (
        *_about_the_return(assessment),
        *_comments(assessment),
        *(each for evidence in assessment.evidence for each in _of_evidence(evidence)),
        *(each for action in assessment.actions for each in _of_action(action, words)),
        *(LeftOut("finding", each.title, FOUND) for each in assessment.findings),
    )


def left_out_of_peers(peers: Assessment, words: AccountWords) -> tuple[LeftOut, ...]:
    """Everything in a peer team's return that the local account leaves out, and why."""
    hidden = [each for each in peers.findings if each.title not in words.findings]
    noted = [each for each in peers.findings if each not in hidden and each.notes]
    return (
        *_about_the_return(peers),
        *_comments(peers),
        *(LeftOut("finding", each.title, FINDING) for each in hidden),
        *(LeftOut("notes", f"{each.title}: {each.notes}", NOTES) for each in noted),
        *(LeftOut("evidence", each.title, PEERS) for each in peers.evidence),
        *(LeftOut("action", each.title, PEERS) for each in peers.actions),
    )


def _about_the_return(assessment: Assessment) -> Iterator[LeftOut]:
    if assessment.respondent.name:
        yield LeftOut("respondent", assessment.respondent.name, PERSON)
    if assessment.source:
        yield LeftOut("file name", assessment.source.file, FILE)
    if assessment.helping:
        yield LeftOut("helping", "What the council says of helping others", HELPING)


def _comments(assessment: Assessment) -> Iterator[LeftOut]:
    for each in assessment.ratings:
        if each.comment:
            yield LeftOut("comment", f"{each.criterion}: {each.comment}", COMMENT)
        if each.confidence:
            sure = f"{each.criterion}: {each.confidence.value}"
            yield LeftOut("confidence", sure, "How sure respondents are is for the council's use.")


def _of_evidence(evidence: Evidence) -> Iterator[LeftOut]:
    if not evidence.public:
        why = UNMARKED if evidence.public is None else MARKED_NO
        yield LeftOut("evidence", evidence.title, why)
        return
    yield from _names_and_notes(evidence)
    if evidence.link and not safe_link(evidence.link):
        yield LeftOut("link", f"{evidence.title}: {evidence.link}", LINK)


def _of_action(action: Action, words: AccountWords) -> Iterator[LeftOut]:
    if _may_appear(action, words):
        yield from _names_and_notes(action)
    else:
        yield LeftOut("action", action.title, ACTION)


def _names_and_notes(record: Evidence | Action) -> Iterator[LeftOut]:
    if record.owner:
        yield LeftOut("owner", f"{record.title}: {record.owner}", PERSON)
    if record.notes:
        yield LeftOut("notes", f"{record.title}: {record.notes}", NOTES)
