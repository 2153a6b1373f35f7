"""Every verb, with the network refused: run in a process of its own, as a refusal cannot be undone.

It is given a folder of returns and a folder to write to, and prints as JSON what
each verb ended with, and ended with when it was asked to do the same again.
"""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

from click.testing import CliRunner

from commissioning_standards.cli import main

__all__ = ["REFUSING"]

# Put where Python looks as it starts, so that processes that are started refuse too.
REFUSING = """
import os
import socket
import sys

OUT = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "webbrowser.open")


def refuse(event, given):
    away = event in OUT and given[0].family != getattr(socket, "AF_UNIX", None)
    if away or event in ASKING:
        with open(os.environ["TOLD"], "a") as told:
            told.write(event + "\\n")
        raise OSError("the network is refused")


sys.addaudithook(refuse)
"""
DAY = ("--on", "2026-11-25")


def verbs(given: Path, out: Path) -> dict[str, tuple[str, ...]]:
    """Each verb's arguments: with all the files that it can read, and all that it can write."""
    own, other, peers, bad = (str(given / f"{each}.json") for each in ("own", "b", "peers", "bad"))
    book, region = str(given / "own.xlsx"), str(given / "region")
    settings, scores, measures = (
        str(given / each) for each in ("s.toml", "cqc.csv", "ascof-2024-25.csv")
    )
    beside = ("--cqc", scores)
    return {
        "account": (own, "--peers", peers, *beside, "--settings", settings, "-o", f"{out}/a", *DAY),
        "ascof": (measures, "--council", "E06000001", "--into", own, "-o", f"{out}/ascof.xlsx"),
        "buddies": (region, "-o", f"{out}/b"),
        "chart": (own, other, "--kind", "heat-map", "-o", f"{out}/chart.png", *DAY),
        "check": (str(given / "bad.xlsx"), "--mark-up", f"{out}/mend.xlsx"),
        "collate": (region, "-o", f"{out}/c", "--mine", f"{region}/0001.json"),
        "compare": (own, *beside, "--chart", f"{out}/beside.svg"),
        "cqc": (scores,),
        "demo": ("--region", f"{out}/demo"),
        "disclose": (book,),
        "enquire": (own, "--peers", peers, *DAY),
        "evidence": (own, *DAY),
        "frameworks": ("--copy", "route-map", "-o", f"{out}/f"),
        "moderate": (own, other, "-o", f"{out}/meeting.xlsx"),
        "new": ("--from", book, "-o", f"{out}/new.xlsx"),
        "pack": (own, "--ascof", measures, *beside, "-o", f"{out}/p", *DAY),
        "score": (own, book, "-o", f"{out}/scores.txt"),
        "settings": ("-o", f"{out}/settings.toml"),
        "show": ("4",),
        "support": (region, "-o", f"{out}/s", *DAY),
        "verify": (book, bad),
    }


def content(folder: Path) -> dict[Path, bytes]:
    """All that the files of a folder hold."""
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def refused() -> bool:
    """Whether the network is: otherwise nothing here would show anything."""
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except OSError as error:
        return "refused" in str(error) and error.errno is None
    return False


def told(given: Path, out: Path) -> dict[str, object]:
    """What came of each verb, twice."""
    asked = verbs(given, out)
    ended: dict[str, object] = {}
    for name in main.commands:
        first = CliRunner().invoke(main, [name, *asked[name]])
        made = content(out)
        again = CliRunner().invoke(main, [name, *asked[name]])
        ended[name] = [first.exit_code, again.exit_code, content(out) == made, first.output[-300:]]
    return ended


if __name__ == "__main__":
    assert refused()
    json.dump(told(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
