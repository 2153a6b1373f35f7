"""How the site is built: ``sphinx-build -W --keep-going -n docs build/site``.

Nothing is fetched, neither while it is built nor when a page is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygments.lexers.special import TextLexer

import commissioning_standards as cs

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "commissioning_standards"
author = "The commissioning_standards developers"
release = str(cs.__version__)
language = "en_GB"
smartquotes_action = "q"  # quotes only: two hyphens begin an option
add_module_names = False

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["schemas"]
templates_path: list[str] = []

html_theme = "furo"
html_title = f"Commissioning standards {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1d4f91", "color-brand-content": "#1d4f91"},
    "dark_css_variables": {"color-brand-primary": "#9cc4f7", "color-brand-content": "#9cc4f7"},
    "navigation_with_keys": False,
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

nb_execution_mode = "force"
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

autodoc_default_options = {
    "members": True,
    "member-order": "bysource",
    "exclude-members": "set",  # matplotlib writes one for every figure, in its own markup
}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

# Python's own types and other libraries' are not looked up: their pages are elsewhere.
nitpick_ignore_regex = [("py:class", r"(?!commissioning_standards\b).*")]


AFTER_THE_THEME = 900
WIDE = '<div class="table-wrapper'
MENDED = (
    ("body", "<pre>", '<pre tabindex="0">'),
    ("body", WIDE, WIDE.replace("<div", '<div tabindex="0"')),
    ("furo_navigation_tree", 'role="heading"', 'role="heading" aria-level="2"'),
)


def mend_page(
    _app: object, _page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Let a keyboard scroll what is wider than the page, and give the menu's headings a level."""
    for part, old, new in MENDED:
        if part in context:
            context[part] = context[part].replace(old, new)


def setup(app: Sphinx) -> dict[str, Any]:
    """Mend what the theme leaves out, and show CSV as plain text, as no colours suit it."""
    app.connect("html-page-context", mend_page, priority=AFTER_THE_THEME)
    app.add_lexer("csv", TextLexer)
    return {"parallel_read_safe": True}
