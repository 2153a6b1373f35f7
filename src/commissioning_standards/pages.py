"""Web pages that stand alone: one file each, with no script and nothing fetched from elsewhere.

Everything put into a page is escaped. A strict Content-Security-Policy in the
page lets a browser use the page's own styles, pictures inside it, and nothing
else. The same content gives the same bytes.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["ACCENT", "LONGEST_WORD", "inline_picture", "render_page"]

ACCENT = "#12436D"
STYLES = "page.css"
# Tables of six columns of such words fit on A4; longer are links, and what nobody wrote.
LONGEST_WORD = 16
KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def render_page(
    template: str,
    *,
    title: str,
    made_from: Sequence[str],
    accent: str = ACCENT,
    **content: object,
) -> str:
    """Render a template into a complete HTML page.

    Args:
        template: a file in ``templates/`` that extends ``base.html``.
        title: of the page; its one ``h1`` unless the template says otherwise.
        made_from: what it was made from and by, a sentence each, for its foot.
        accent: the colour of headings and rules on white, as ``#rrggbb``.
        content: what the template itself needs, by name.

    Returns:
        The page as text, with Unix line ends.
    """
    styles = _environment().get_template(STYLES).render(accent=accent)
    return (
        _environment()
        .get_template(template)
        .render(
            content,
            title=title,
            made_from=made_from,
            styles=styles,
            policy=_policy(styles),
        )
    )


def _policy(styles: str) -> str:
    """What the page may use: these very styles, and pictures that are inside it."""
    digest = b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    allowed = (
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(allowed)


def inline_picture(content: bytes, kind: str) -> str:
    """A picture as an address that holds it whole, for ``src``.

    Args:
        content: the picture's file.
        kind: ``"svg"`` or ``"png"``.
    """
    return f"data:{KINDS[kind]};base64,{b64encode(content).decode()}"


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("commissioning_standards", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.tests["holding_long_word"] = _holds_long_word
    return found


def _holds_long_word(text: str) -> bool:
    """Whether a word must be broken, so that a column of a table is not too wide for a page."""
    return any(len(word) > LONGEST_WORD for word in text.split())
