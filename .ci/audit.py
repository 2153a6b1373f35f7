"""Look up known weaknesses of what CI installs: run it as ``audit.py REQUIREMENTS``.

Ends with 1 if one is known. Where no source of advisories can be reached it says
that nothing was audited, and ends with 0: a machine without one cannot know.
"""

from __future__ import annotations

import json
import subprocess
import sys

SOURCES = {"the package index": (), "OSV": ("-s", "osv")}
COMMAND = ["pip-audit", "--no-deps", "--disable-pip", "--progress-spinner=off", "-f", "json"]


def main(requirements: str) -> int:
    """Ask one source after the other, until one answers for anything."""
    for source, options in SOURCES.items():
        audited, skipped, weak = sorted_out(answer(options, requirements))
        if audited:
            return told(source, audited, skipped, weak)
        print(f"NOT AUDITED by {source}: it could not be reached, or knows none of the packages.")
    print("No source of advisories could be reached: NOTHING WAS AUDITED.")
    return 0


def answer(options: tuple[str, ...], requirements: str) -> list[dict[str, object]]:
    """What a source says of each package, or nothing if it does not answer."""
    done = subprocess.run(
        [*COMMAND, *options, "-r", requirements], check=False, capture_output=True, text=True
    )
    try:
        found: list[dict[str, object]] = json.loads(done.stdout)["dependencies"]
    except json.JSONDecodeError:
        print((done.stderr.strip().splitlines() or ["no reason was given"])[-1][:200])
        return []
    return found


def sorted_out(found: list[dict[str, object]]) -> tuple[list[str], list[str], list[str]]:
    """Names of packages that were looked up, that were not, and weaknesses that are known."""
    skipped = [str(each["name"]) for each in found if "skip_reason" in each]
    audited = [str(each["name"]) for each in found if "vulns" in each]
    weak = [
        f"{each['name']} {each['version']}: {vulnerability['id']}"
        for each in found
        for vulnerability in each.get("vulns", [])  # type: ignore[attr-defined]
    ]
    return audited, skipped, weak


def told(source: str, audited: list[str], skipped: list[str], weak: list[str]) -> int:
    """Say what was found, and end with 1 if anything was."""
    print(f"{len(audited)} packages audited by {source}, {len(weak)} weaknesses known.")
    if skipped:
        print(f"NOT AUDITED: {', '.join(skipped)}")
    print(*weak, sep="\n")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
