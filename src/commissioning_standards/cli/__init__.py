"""The command: one verb for each thing the library does, and no logic of its own.

Exit status: 0 done, 1 the input has problems, 2 wrong usage. Modules are
imported where they are used, so that ``--help`` answers at once.
"""

from __future__ import annotations

from .checking import check, verify
from .comparing import compare
from .drawing import chart
from .enquiring import enquire, evidence
from .group import main
from .helping import buddies, support
from .making import demo, frameworks, new, show
from .moderating import moderate
from .outside import ascof, cqc
from .preparing import disclose, starter
from .region import collate
from .reporting import account, pack
from .scoring import score

__all__ = [
    "account",
    "ascof",
    "buddies",
    "chart",
    "check",
    "collate",
    "compare",
    "cqc",
    "demo",
    "disclose",
    "enquire",
    "evidence",
    "frameworks",
    "main",
    "moderate",
    "new",
    "pack",
    "score",
    "show",
    "starter",
    "support",
    "verify",
]
