"""What the verbs for many councils share: returns read with a progress bar, and remembered."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ..region.collating.limits import TIME_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..framework import Framework
    from ..region.collating.collation import Collation

__all__ = ["collated_into", "paths_argument", "writing_into"]

STOPPED = "Stopped. What was read is remembered: give the same command again to go on."

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE...")


@contextmanager
def writing_into(folder: str, paths: Iterable[str]) -> Iterator[None]:
    """Begin a run only where there is something to read, and nobody else's place to write.

    Args:
        folder: where results go.
        paths: files, and folders that are looked through.
    """
    from ..region.collating.files import CONFIDENTIAL, check_apart, written_to
    from ..region.collating.gathering import check_given
    from ..region.collating.lock import at_work

    read = tuple(paths)
    check_given(read, written_to(folder))
    check_apart(folder, read)
    with at_work(folder, CONFIDENTIAL):
        yield


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

    Where none of the files is a return, every problem is told and nothing is written.

    Args:
        folder: where results go; what is in it is not read as returns.
        paths: files, and folders that are looked through.
        framework: one of the user's own.
        rule: how they are scored.
        jobs: how many to read at once; one a core unless given.
        time_limit: in seconds, when a file is given up.
        fresh: forget what was read before.
    """
    from ..problems import CommissioningError
    from ..region.collating.collation import collate
    from ..region.collating.files import prepared_cache, written_to

    cache = prepared_cache(folder, fresh=fresh)
    is_new = not cache.exists()
    with _progress() as told:
        collation = collate(
            paths,
            jobs=jobs,
            framework=framework,
            rule=rule,
            cache=cache,
            time_limit=time_limit,
            without=written_to(folder),
            told=told,
        )
    if not collation.summaries:
        if is_new:
            cache.unlink(missing_ok=True)
        raise CommissioningError([found for each in collation.faults for found in each.problems])
    return collation


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
