"""Make the reference pages: run it as ``python docs/make_reference.py``.

``reference/`` has every public name, grouped by what it is for, and
``commands.md`` what each verb of the command says of itself. Tests hold both
to the code, so run this whenever they say that they are old.
"""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import commissioning_standards as cs
from commissioning_standards.cli import main as command

HERE = Path(__file__).parent
COMMANDS = "commands.md"
WIDTH = 80

LISTED = tomllib.loads((HERE / "reference.toml").read_text("utf-8"))
GROUPS: dict[str, dict[str, Any]] = LISTED["groups"]
PARTS: list[str] = LISTED["parts"]
HOME = "commissioning_standards"

INDEX = """# Reference

Every public name, by what it is for. Import the package, and use the names as they stand here:
`import commissioning_standards as cs`, then `cs.score(...)`. Each is loaded when it is first used.

In a copy of the source these pages hold little more than names: their words are in the code. Build
the site with `pip install ".[docs]" && sphinx-build docs build/site`, and open
`build/site/reference/index.html`. In Python, `help(cs.score)` says the same.

Figures are exact fractions on the framework's own scale, unless a page says otherwise. Rows are
flat dicts of text, numbers and None. Dates are `datetime.date`. Widths and heights of charts are in
inches.

What files and councils bring raises a `CommissioningError`, which carries every fault. What a
script gives that cannot be used raises `ValueError`, `KeyError` or `TypeError`, as in Python's
own library: such as two scorecards of two frameworks to compare, or a standard that is not there.

{names}

- [Parts of these](parts.md): what they hold or give back, which nobody needs to import.

```{{toctree}}
:hidden:
{pages}
parts
```
"""

PARTS_PAGE = """# Parts of these

What public things hold or give back. Scripts read them and need not import them, so their places
within the package are no promise; what they hold is.

{entries}
"""

COMMAND_PAGE = """# The command

What `commissioning-standards --help` says, and each verb's own help. For the steps of a job, see
[fill in the workbook](commission/fill-in-the-workbook.md) and the pages after it.

It ends with 0 when it is done, 1 when the input has problems, which are all listed, and 2 when it
was used wrongly. It replaces no file unless `--force` is given.

{verbs}
"""


def main() -> None:
    """Write every page again."""
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Every page by its name within this folder."""
    made = {f"reference/{name}.md": _group(**about) for name, about in GROUPS.items()}
    made |= {"reference/index.md": _index(), "reference/parts.md": _parts()}
    return made | {COMMANDS: commands()}


def listed() -> list[str]:
    """Every name of the reference, in its order."""
    return [name for each in GROUPS.values() for name in each["names"]]


def _index() -> str:
    lines = (f"- [{each['title']}]({name}.md): {each['about']}" for name, each in GROUPS.items())
    return INDEX.format(names="\n".join(lines), pages="\n".join(GROUPS))


def _group(title: str, about: str, names: list[str]) -> str:
    return "\n\n".join([f"# {title}", about, _table(names), *map(_entry, names)]) + "\n"


def _parts() -> str:
    return PARTS_PAGE.format(entries="\n\n".join(map(_part, PARTS)))


def _part(name: str) -> str:
    return "\n".join([f"## {name}", "", "```{eval-rst}", *_part_lines(name), "```"])


def _part_lines(name: str) -> Iterator[str]:
    module, _, within = name.rpartition(".")
    if not module:
        yield from (f".. automodule:: {HOME}.{name}", "   :no-members:")
        return
    yield f".. py:currentmodule:: {HOME}.{module}"
    yield from _directive(within, getattr(import_module(f"{HOME}.{module}"), within))


def _table(names: list[str]) -> str:
    rows = (f"| `{name}` | {_first_line(name)} |" for name in names)
    return "\n".join(["| name | what it is for |", "| --- | --- |", *rows])


def _first_line(name: str) -> str:
    lines = str(getattr(cs, name).__doc__).partition("\n\n")[0].split()
    return " ".join(lines)


def _entry(name: str) -> str:
    return "\n".join(
        [
            f"## {name}",
            "",
            "```{eval-rst}",
            f".. py:currentmodule:: {HOME}",
            *_directive(name, getattr(cs, name)),
            "```",
        ]
    )


def _directive(name: str, value: object) -> Iterator[str]:
    if inspect.isfunction(value):
        yield f".. autofunction:: {name}"
    elif not inspect.isclass(value):
        # A name for several types; what it stands for is told in its own words.
        yield from (f".. autodata:: {name}", "   :no-value:")
    elif issubclass(value, Exception):
        yield f".. autoexception:: {name}"
    else:
        yield f".. autoclass:: {name}"
        # The names of an enumeration have no words of their own.
        yield from ["   :undoc-members:"] if issubclass(value, Enum) else []


def commands() -> str:
    """The page of the command: its help, and that of each verb."""
    verbs = "\n\n".join(_verb(name, command.commands.get(name)) for name in ("", *_verbs()))
    return COMMAND_PAGE.format(verbs=verbs)


def _verbs() -> list[str]:
    return sorted(command.commands)


def _verb(name: str, verb: click.Command | None) -> str:
    whole = click.Context(command, info_name="commissioning-standards", terminal_width=WIDTH)
    within = click.Context(verb, whole, name, terminal_width=WIDTH) if verb else whole
    heading = f"## {name}" if verb else "## All verbs"
    typed = " ".join(filter(None, ("commissioning-standards", name, "--help")))
    return f"{heading}\n\n```console\n$ {typed}\n{within.get_help()}\n```"


if __name__ == "__main__":
    main()
