"""Other people's links: kept as it is, and kept from doing anything."""

from __future__ import annotations

import pytest

from commissioning_standards.reports.untrusted import safe_link


@pytest.mark.parametrize(
    "link",
    [
        "https://www.borsetshire.example/a?b=c#d",
        "http://borsetshire.example",
        "mailto:care@borsetshire.example",
        "  HTTPS://BORSETSHIRE.EXAMPLE/ ",
    ],
)
def test_links_to_pages_and_addresses_are_kept(link: str) -> None:
    """A web page or an e-mail address is led to, as it was written."""
    assert safe_link(link) == link.strip()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://a.example",
        "\\\\server\\share",
        "//a.example",
        "www.borsetshire.example",
        "https:",
        "mailto:",
        "http://[",
        "https://a.example/a b",
        "https://a.example/\u202egpj",
        "",
    ],
)
def test_other_links_lead_nowhere(link: str) -> None:
    """Whatever could run a program or open a file is no link."""
    assert safe_link(link) is None
