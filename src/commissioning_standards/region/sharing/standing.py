"""Whether what is shared stands already as it would be made: drawing it takes seconds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from ...listing import json_text
from .publishing import PRIVATE, Region
from .rows import shared_document

__all__ = ["RECORD", "as_recorded", "stands"]

RECORD = f"{PRIVATE}/shared-files.json"


def as_recorded(region: Region, shared: Mapping[str, bytes]) -> bytes:
    """What to remember of the files that are shared: of what they were made, and their sums."""
    sums = {name: _sum(content) for name, content in shared.items()}
    return json_text({"made_of": _made_of(region), "files": sums}).encode()


def stands(region: Region, folder: Path) -> bool:
    """Whether every file that is shared is there, to the byte, as it would be made now.

    Args:
        region: the round.
        folder: the folder of the output.
    """
    try:
        record = json.loads((folder / RECORD).read_bytes())
        sums: dict[str, str] = record["files"]
        is_same = record["made_of"] == _made_of(region)
        return is_same and all(_sum((folder / each).read_bytes()) == sums[each] for each in sums)
    except (AttributeError, KeyError, OSError, TypeError, ValueError):
        # Without a record that can be used, it is made anew.
        return False


def _made_of(region: Region) -> str:
    """A digest of all that the files say: the tables, who joined and left, and the software."""
    return _sum(json_text({**shared_document(region.tables), "said": region.moves}).encode())


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
