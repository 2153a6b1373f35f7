"""See which small faults the tests would let pass, as docs/mutation.md tells.

Run it as ``python -m tests.mutation [MODULE ...]`` from the project's folder.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import commissioning_standards

from .let_pass import is_let_pass
from .running import Target, Trial, run, run_one

HERE = Path(__file__).parent
# As the tests load it: from the project's folder, or from where it is installed.
SOURCE = Path(commissioning_standards.__file__).parent


def main() -> int:
    """Try the faults that are asked for, and list those that no test finds."""
    options = _options()
    targets = [_target(each) for each in options.modules or _own_tests()]
    if options.one is not None:
        return run_one(targets[0], options.one)
    counts: dict[str, Counter[str]] = defaultdict(Counter)

    def told(trial: Trial) -> None:
        name, change = _name(trial.target.path), trial.change
        outcome = "found" if trial.killed else "same" if is_let_pass(name, change) else "missed"
        counts[name][outcome] += 1
        if outcome == "missed":
            _say(f"{name}:{change.line}: {change.before} -> {change.after}")

    status = run(targets, told, slowest=options.slowest, full=options.full)
    if status:
        sys.stderr.write("Nothing was tried: some tests fail as they are, or cannot be run.\n")
    for name, each in counts.items():
        _say(f"{name}: {each.total()} faults, {each['found']} found, {each['same']} the same")
    return status or int(any(each["missed"] for each in counts.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument(
        "modules", nargs="*", help="such as scoring.py or scoring.py:28,87; all if none are given"
    )
    parser.add_argument(
        "--slowest", type=float, default=1.0, help="leave out tests longer than this"
    )
    parser.add_argument("--full", action="store_true", help="try laws with all their examples")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _own_tests() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((HERE / "modules.toml").read_text())
    return found


def _target(name: str) -> Target:
    module, _, lines = name.partition(":")
    path = SOURCE / module
    own = (f"tests/{each}" for each in _own_tests()[_name(path)])
    return Target(path, tuple(own), tuple(map(int, filter(None, lines.split(",")))))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


if __name__ == "__main__":
    sys.exit(main())
