"""Tests run against one mutant after the other, each in a process forked after all is loaded.

A fault in the body of a function is put into the loaded functions. One elsewhere,
such as in a constant, may have been taken over by other modules as they were
loaded: it is tried in a new Python.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import takewhile
from pathlib import Path
from types import CodeType, FunctionType

import coverage
import pytest
from attrs import define, frozen
from hypothesis import HealthCheck, settings

from .changes import Change, changes

__all__ = ["Target", "Trial", "run", "run_one"]

FEW_EXAMPLES = 12
MOST_MEMORY = 4 << 30
ARGUMENTS = (
    *("-o", "addopts=", "-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
SECONDS, BROKEN = 10, 3


@frozen
class Target:
    """A module to try, whole or in some lines, and the test files that are its own."""

    path: Path
    own: tuple[str, ...]
    lines: tuple[int, ...] = ()

    @property
    def changes(self) -> Iterator[tuple[int, Change]]:
        """The faults to try, each with its number in the module."""
        for number, change in enumerate(changes(self.path.read_text("utf-8"))):
            if not self.lines or change.line in self.lines:
                yield number, change

    @property
    def module(self) -> str:
        """What the module is imported by."""
        folders = takewhile(lambda each: (each / "__init__.py").exists(), self.path.parents)
        return ".".join([*reversed([each.name for each in folders]), self.path.stem])


@frozen
class Trial:
    """What became of one mutant."""

    target: Target
    change: Change
    killed: bool


@define
class Timing:
    """Which tests reach which lines, the seconds that each test takes, and how many fail."""

    reached: Mapping[str, Mapping[int, Sequence[str]]]
    seconds: Mapping[str, float]
    failed: int

    def tests(self, target: Target, line: int) -> list[str]:
        """The tests to run: those that reach a line, quickest first, and then the module's own."""
        reached = self.reached.get(str(target.path), {}).get(line, ())
        own = (each for each in self.seconds if each.partition("::")[0] in target.own)
        return list(dict.fromkeys((*sorted(reached, key=self.seconds.__getitem__), *own)))


@frozen
class Runner:
    """A plugin that goes through mutants in place of the tests collected.

    Args:
        targets: what to try.
        told: called with each result.
        slowest: the most seconds that a test may take and be run.
    """

    targets: Sequence[Target]
    told: Callable[[Trial], None]
    slowest: float

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant; what is loaded only when it is used is loaded first."""
        for target in self.targets:
            import_module(target.module)
        timing = _in_a_child(lambda: _timing(session.items, self.targets))
        if timing.failed:
            pytest.exit(f"{timing.failed} tests fail without any fault", returncode=2)
        items = {
            each.nodeid: each
            for each in session.items
            if timing.seconds[each.nodeid] <= self.slowest
        }
        for target in self.targets:
            for number, change in target.changes:
                names = timing.tests(target, change.line)
                chosen = [items[each] for each in names if each in items]
                limit = SECONDS + 5 * sum(timing.seconds[each.nodeid] for each in chosen)
                killed = (
                    _fails(target, change, chosen, int(limit))
                    if change.in_function
                    else _fails_anew(target, number)
                )
                self.told(Trial(target, change, killed))
        return True


def _in_a_child(work: Callable[[], Timing]) -> Timing:
    """What is worked out in a process of its own, so that nothing of it stays in this one."""
    ours, theirs = multiprocessing.get_context("fork").Pipe(duplex=False)
    if not os.fork():
        _hush()
        theirs.send(work())
        os._exit(0)
    theirs.close()
    found: Timing = ours.recv()
    os.wait()
    return found


def _timing(items: Sequence[pytest.Item], targets: Iterable[Target]) -> Timing:
    lines = coverage.Coverage(
        data_file=None, config_file=False, include=[str(each.path) for each in targets]
    )
    seconds = {}
    lines.start()
    for item in items:
        lines.switch_context(item.nodeid)
        started = time.perf_counter()
        _go(item)
        seconds[item.nodeid] = time.perf_counter() - started
    lines.stop()
    data = lines.get_data()
    reached = {each: data.contexts_by_lineno(each) for each in data.measured_files()}
    return Timing(
        {
            path: {line: [each for each in found if each] for line, found in by_line.items()}
            for path, by_line in reached.items()
        },
        seconds,
        sum(each.session.testsfailed for each in items[:1]),
    )


def _fails(target: Target, change: Change, items: Sequence[pytest.Item], limit: int) -> bool:
    """Whether a test fails, or does not end, with a fault in the body of a function."""
    child = os.fork()
    if not child:
        status = BROKEN
        try:
            _limit(limit)
            _put_in(target.path, compile(change.tree, str(target.path), "exec"))
            status = int(any(_is_failed(item) for item in items))
        finally:
            os._exit(status)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN:
        raise RuntimeError(f"cannot be tried: {change.before} -> {change.after}")
    return status != 0


def _limit(seconds: int) -> None:
    _hush()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)


def _hush() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _is_failed(item: pytest.Item) -> bool:
    _go(item)
    return item.session.testsfailed > 0


def _go(item: pytest.Item) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def _put_in(path: Path, module: CodeType) -> None:
    """Let every function that was loaded from a file do what the changed one does."""
    codes = {(each.co_qualname, each.co_firstlineno): each for each in _codes(module)}
    functions = [each for each in gc.get_objects() if isinstance(each, FunctionType)]
    loaded = [each for each in functions if each.__code__.co_filename == str(path)]
    if not loaded:
        raise LookupError(f"{path} is not loaded, so that nothing in it can be changed")
    for each in loaded:
        each.__code__ = codes[each.__code__.co_qualname, each.__code__.co_firstlineno]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _fails_anew(target: Target, number: int) -> bool:
    """Whether the module's own tests fail in a new Python with a fault."""
    command = [sys.executable, "-m", "tests.mutation", "--one", str(number), str(target.path)]
    return subprocess.run(command, check=False, capture_output=True).returncode != 0


def run(
    targets: Sequence[Target], told: Callable[[Trial], None], *, slowest: float, full: bool
) -> int:
    """Try every fault in each module.

    Args:
        targets: the modules.
        told: called with each result.
        slowest: the most seconds that a test may take and be run.
        full: whether laws are tried with as many examples as in the tests.

    Returns:
        The exit status of pytest: other than 0 where nothing could be tried.
    """
    files = dict.fromkeys(each for target in targets for each in target.own)
    settings.register_profile(
        "mutation",
        deadline=None,
        suppress_health_check=list(HealthCheck),
        max_examples=FEW_EXAMPLES,
        derandomize=True,
        database=None,
    )
    profile = () if full else ("--hypothesis-profile=mutation",)
    return int(
        pytest.main([*ARGUMENTS, *profile, *files], plugins=[Runner(targets, told, slowest)])
    )


def run_one(target: Target, number: int) -> int:
    """Run a module's own tests with one fault in it, before anything has loaded it."""
    change = dict(target.changes)[number]
    get_code = SourceFileLoader.get_code

    def changed(loader: SourceFileLoader, name: str) -> CodeType | None:
        if Path(loader.path) != target.path:
            return get_code(loader, name)
        return compile(change.tree, str(target.path), "exec")

    SourceFileLoader.get_code = changed  # type: ignore[method-assign, assignment]
    return int(pytest.main([*ARGUMENTS, "-x", *target.own]))
