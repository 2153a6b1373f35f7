"""What only some people need to install."""

from __future__ import annotations

import pytest

import commissioning_standards as cs
from commissioning_standards.region.extras import check_extra


def test_an_extra_that_is_there_is_not_mentioned() -> None:
    """Whoever has it hears nothing."""
    check_extra("region", "json", "attrs")


def test_a_missing_extra_is_named_with_what_installs_it() -> None:
    """One sentence says what is missing, and one what to type."""
    with pytest.raises(cs.OutputError, match=r"needs no_such_library.*standards\[region\]"):
        check_extra("region", "json", "no_such_library")
