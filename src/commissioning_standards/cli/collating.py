"""What the verbs for many councils share: returns read with a progress bar, and remembered."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..framework import Framework
    from ..region.collating.collation import Collation

__all__ = ["TIME_LIMIT", "collated_into", "paths_argument"]

TIME_LIMIT = 60.0
STOPPED = "Stopped. What was read is remembered: give the same command again to go on."

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE...")


def collated_into(
    folder: str,
    paths: Iterable[str],
    framework: Framework | None,
    rule: str,
    *,
    jobs: int | None = None,
    time_limit: float = TIME_LIMIT,
    fresh: bool = False,
) -> Collation:
    """Read returns, and remember them in the folder that the results go to.

    Args:
        folder: where results go; what is in it is not read as returns.
        paths: files, and folders that are looked through.
        framework: one of the user's own.
        rule: how they are scored.
        jobs: how many to read at once; one a core unless given.
        time_limit: in seconds, when a file is given up.
        fresh: forget what was read before.
    """
    from ..region.collating.collation import collate
    from ..region.collating.files import prepared_cache, written_to

    cache = prepared_cache(folder, fresh=fresh)
    with _progress() as told:
        return collate(
            paths,
            jobs=jobs,
            framework=framework,
            rule=rule,
            cache=cache,
            time_limit=time_limit,
            without=written_to(folder),
            told=told,
        )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with rate and time left, where somebody looks at a terminal."""
    from tqdm import tqdm

    with tqdm(unit=" files", disable=None, file=sys.stderr, leave=False) as bar:

        def told(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            yield told
        except KeyboardInterrupt:
            bar.close()
            click.echo(STOPPED, err=True)
            raise
