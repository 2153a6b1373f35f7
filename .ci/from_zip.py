"""Run the whole job from a wheel that was never unpacked: ``from_zip.py WHEEL RETURN``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path


def main(wheel: Path, filled: Path) -> None:
    """Import from the zip file and from nowhere else, and use every kind of its data."""
    sys.path.insert(0, str(wheel))
    import commissioning_standards as cs  # noqa: PLC0415 - from the zip file
    from commissioning_standards.cli import main as command  # noqa: PLC0415

    if not str(cs.__file__).startswith(str(wheel)):
        sys.exit(f"It was imported from {cs.__file__}, and not from {wheel}.")
    with tempfile.TemporaryDirectory() as folder:
        for verb in (
            ["demo", f"{folder}/demo"],
            ["frameworks", "--copy", "route-map", "-o", f"{folder}/own"],
            ["show", "route-map-cqc"],
            ["pack", str(filled), "-o", f"{folder}/pack"],
            ["account", str(filled), "-o", f"{folder}/account"],
            ["collate", str(filled), "-o", f"{folder}/region"],
        ):
            status = command(verb, standalone_mode=False)
            if status:
                sys.exit(f"{' '.join(verb)}: status {status}")


if __name__ == "__main__":  # processes that it starts read this file again
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
