"""What people type, paste and format in the cells of one answer."""

from __future__ import annotations

from commissioning_standards.workbook.layout.names import COMMENT, CONFIDENCE, ID
from tests.workbook.corpus_tools import (
    Kind,
    Make,
    answered,
    cell,
    comment,
    commented,
    in_turn,
    number,
    text,
)

__all__ = ["TYPED"]

LEVEL = answered("3 Established")
NO_ANSWER = ("answer-not-allowed",)
EXCEL_DATE, PERCENT, LENGTH_OF_TIME = 14, 9, 46

READ_AS_THREE: dict[str, Make] = {
    "a number": number("3"),
    "a number with a decimal": number("3.0"),
    "a number in scientific notation": number("3E0"),
    "a number shown as 300 %": number("3", PERCENT),
    "a number as text": text("3"),
    "a number as text, 3.0": text("3.0"),
    "a label without its number": text("Established"),
    "a label in capitals": text("ESTABLISHED"),
    "a dash and spaces around": text(" 3 – established "),
    "a hyphen": text("3-Established"),
    "a colon": text("3: Established"),
    "a line break between": text("3\nEstablished"),
    "a carriage return from elsewhere": text("3 Established_x000D_"),
    "a space that does not break": text("3\u00a0Established\u00a0"),
    "smart quotes": text("“3 Established”"),
    "an apostrophe in front": text("'3"),
    "text in several styles": cell(
        "<is><r><rPr><b/></rPr><t>3 </t></r><r><t>Established</t></r></is>", 't="inlineStr"'
    ),
    "text with a reading aid": cell(
        "<is><t>3 Established</t><rPh sb='0' eb='1'><t>4 Leading</t></rPh></is>", 't="inlineStr"'
    ),
    "text as a formula leaves it": cell("<v>3 Established</v>", 't="str"'),
}

READ_AS: dict[str, tuple[Make, object]] = {
    "don't know with a curly quote": (text("Don’t know"), "Don't know"),
    "do not know": (text("do not know"), "Don't know"),
    "spaces only": (text("   "), None),
    "an empty text": (text(""), None),
    "an empty cell": (cell(""), None),
}

NOT_ALLOWED: dict[str, Make] = {
    "a half": number("2.5"),
    "a hair's breadth off a level": number("2.9999999999999996"),
    "a level that is not there": number("7"),
    "nought": number("0"),
    "a minus sign": number("-3"),
    "a number of many digits": number("3" * 400),
    "a number beyond all bounds": number("1E999"),
    "three per cent": number("0.03", PERCENT),
    "a number shown as a date": number("3", EXCEL_DATE),
    "a number shown as a length of time": number("3", LENGTH_OF_TIME),
    "a date": number("46112", EXCEL_DATE),
    "a date in the strict form": cell("<v>2026-03-31</v>", 't="d"'),
    "true": cell("<v>1</v>", 't="b"'),
    "false": cell("<v>0</v>", 't="b"'),
    "a half as text": text("2.5"),
    "a decimal comma": text("3,0"),
    "a fraction": text("3/1"),
    "a plus sign": text("3+"),
    "two levels": text("2 or 3"),
    "two levels with a dash": text("2-3"),
    "the number of one level and the label of another": text("4 Established"),
    "a slip of the finger": text("3 Establised"),
    "a word of their own": text("Fairly good"),
    "a question mark": text("?"),
    "a tick": text("✓"),
    "three stars": text("★★★"),
    "a letter that looks like an o": text("3 Established".replace("E", "\u0415")),
    "a mark that turns the text round": text("3 Established\u200f"),
    "an override that turns the text round": text("\u202e3"),
    "a space of no width": text("\u200b3"),
    "a control character": text("3_x0007_"),
    "half a character": text("3_xD83D_"),
    "an error as text": text("#N/A"),
    "a formula as text": text("=3"),
    "an enormous number as text": text("9" * 30_000),
}

FAULTS: dict[str, tuple[Make, tuple[str, ...]]] = {
    "not applicable without a reason": (text("n/a"), ("reason-missing",)),
    "a formula": (cell("<f>1+2</f><v>3</v>"), ("formula",)),
    "a formula that comes to a label": (cell("<f>H6</f><v>3</v>", 't="str"'), ("formula",)),
    "a formula that was never worked out": (cell("<f/>"), ("formula",)),
    "a formula of a whole range": (cell('<f t="array" ref="H7">1+2</f><v>3</v>'), ("formula",)),
    "a formula shared with others": (cell('<f t="shared" si="0"/><v>3</v>'), ("formula",)),
    "a table of data": (cell('<f t="dataTable" ref="H7"/><v>3</v>'), ("formula",)),
    "an error": (cell("<v>#DIV/0!</v>", 't="e"'), ("error-value",)),
    "a date before all dates": (number("-40000000", EXCEL_DATE), ("error-value",)),
    "a date that is none": (cell("<v>31 March</v>", 't="d"'), ("error-value",)),
    "letters of full width": (text("\uff13\u3000\uff25stablished"), NO_ANSWER),
    "text too long for a cell": (text("3" * 40_000), ("too-long",)),
    "a comment too long for a cell": (comment("a" * 40_000), ("too-long",)),
    "a formula for a comment": (
        cell("<f>A1</f><v>So it is</v>", 't="str"', COMMENT),
        ("formula",),
    ),
    "confidence in words of their own": (text("Fairly", CONFIDENCE), ("choice-not-allowed",)),
    "an ID that is not ours": (text("4.11", ID), ("unknown-criterion", "row-missing")),
    "an ID that became a date": (
        cell("<v>2026-02-04</v>", 't="d"', ID),
        ("unknown-criterion", "row-missing"),
    ),
    "an ID with a space of no width": (
        text("4.2\u200b", ID),
        ("unknown-criterion", "row-missing"),
    ),
    "an ID that is a formula": (
        cell("<f>A6+0.1</f><v>4.2</v>", "", ID),
        ("unknown-criterion", "row-missing"),
    ),
    "an ID wiped out": (cell("", "", ID), ("no-id",)),
    "an ID typed over another": (text("4.1", ID), ("row-missing", "row-twice")),
    "a number where no number can be": (cell("<v>3 Established</v>"), ("damaged",)),
    "a number written as no program writes it": (cell("<v>0_3</v>"), ("damaged",)),
    "a number of digits that are none": (cell("<v>\uff13</v>"), ("damaged",)),
    "a type that is none": (cell("<v>3</v>", 't="x"'), ("damaged",)),
    "a text counted from the end": (cell("<v>-1</v>", 't="s"'), ("damaged",)),
    "a text that is not there": (cell("<v>999999</v>", 't="s"'), ("damaged",)),
    "true as a word that is none": (cell("<v>maybe</v>", 't="b"'), ("damaged",)),
}

LONG = "We talked about this for an hour. " * 900

COMMENTS: dict[str, tuple[str, str]] = {
    "of several lines": ("One\n\nTwo", "One\n\nTwo"),
    "with line ends from elsewhere": ("One_x000D_\nTwo_x000D_\n", "One\nTwo"),
    "that is very long": (LONG, LONG.strip()),
    "with quotes, dashes and marks": ("“So” – it’s <b>&amp;</b> £5", "“So” – it’s <b>&amp;</b> £5"),
    "with control characters": ("a_x0000_b_x0007_c_x001B_[31m", "abc[31m"),
    "in a script read from the right": ("\u202b\u05db\u05df\u202c", "\u202b\u05db\u05df\u202c"),
    "with pictures of feelings": ("Good 👍🏽", "Good 👍🏽"),
    "that looks like a formula": ("=1+2", "=1+2"),
    "that says Rating": ("Rating", "Rating"),
    "that shows how characters are written": ("_x005F_x000D_", "_x000D_"),
}


def _with_reason(written: str) -> Kind:
    """Not applicable, as people write it, with a reason beside it."""
    make = in_turn(text(written), comment("Not here"))
    return Kind(
        f"{written} with its reason",
        make,
        expected=lambda whole: answered("n/a")(commented("Not here")(whole)),
    )


TYPED = (
    *(Kind(f"{name} for a rating", make, (), LEVEL) for name, make in READ_AS_THREE.items()),
    *(
        Kind(f"{name} for a rating", make, (), answered(answer))
        for name, (make, answer) in READ_AS.items()
    ),
    *map(_with_reason, ("n/a", "N.A.", "NOT APPLICABLE", "not applicable ")),
    *(Kind(f"{name} for a rating", make, NO_ANSWER) for name, make in NOT_ALLOWED.items()),
    *(Kind(name, make, codes) for name, (make, codes) in FAULTS.items()),
    *(
        Kind(f"a comment {name}", comment(typed), (), commented(kept))
        for name, (typed, kept) in COMMENTS.items()
    ),
)
