"""What is loaded when, what is public, and which module may stand on which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from attrs import frozen

import commissioning_standards as cs

SOURCE = Path(cs.__file__).parent
PACKAGE = cs.__name__

# Modules, and packages of modules, from the ground up.
LAYERS = (
    ("version", "text", "names", "figures", "wordings", "pages", "shown", "lookup"),
    ("problems",),
    ("files", "consistency", "serialise", "given"),
    ("folders",),
    ("scale",),
    ("parts",),
    ("framework", "records"),
    ("forms", "answers", "loading", "guide"),
    ("fitting",),
    ("assessment", "catalogue"),
    ("stamps", "rules"),
    ("scoring",),
    ("words", "scorecards", "whose"),
    ("interchange",),
    ("tables",),
    ("listing",),
    ("explaining", "comparing", "moderation", "evidencing"),
    ("enquiring", "assurance"),
    ("notebook",),
)
ABOVE_THE_CORE = {"", "cli", "demo", "examples", "returns"}
HEAVY = {"openpyxl", "xlsxwriter", "matplotlib", "click", "numpy", "jinja2", "docx", "pptx", "PIL"}
HEAVY |= {"filelock", "pebble", "tqdm", "pyarrow", "dask", "distributed", "scipy"}

ALLOWED = {
    ("workbook/reading/values.py", "LAST_MONTH = 12"): "a year's months",
    ("evidencing/ages.py", "MONTHS = 12"): "a year's months",
    ("workbook/layout/columns.py", "width=12"): "a column's width in characters",
    ("workbook/writing/pen.py", "size=12"): "a type size in points",
    ("workbook/writing/formulas.py", "ROUND({score},12)"): "decimals, against a hair's breadth",
}
COUNT = re.compile(r"(?<![\w.])(12|twelve)(?![\w]|\.\d)|(^|_)twelve(_|$)", re.IGNORECASE)


@frozen
class Module:
    """One module of the package: its name within it, and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def family(self) -> str:
        """The module's own package, or its name where it stands at the top."""
        return self.name.partition(".")[0]


def _modules() -> dict[str, Module]:
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found[name] = Module(name, path, ast.parse(path.read_text("utf-8")))
    return found


MODULES = _modules()


def _at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those that only a type checker sees."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from _at_run_time(node)


def _imported(module: Module) -> set[str]:
    """Full names of what a module imports, at the top or within functions."""
    names: set[str] = set()
    home = [PACKAGE, *module.name.split(".")] if module.name else [PACKAGE]
    folder = home if module.path.name == "__init__.py" else home[:-1]
    for node in _at_run_time(module.tree):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom):
            start = folder[: len(folder) - node.level + 1] if node.level else []
            origin = ".".join([*start, *filter(None, [node.module])])
            names |= {origin, *(f"{origin}.{each.name}" for each in node.names)}
    return names


def _own(module: Module) -> set[str]:
    """The modules of the package that a module imports."""
    within = (name.removeprefix(f"{PACKAGE}.") for name in _imported(module))
    return {name for name in within if name in MODULES and name}


IMPORTS = {name: _own(module) for name, module in MODULES.items()}


def _reached(name: str) -> set[str]:
    """A module and all that is loaded with it."""
    seen: set[str] = set()
    waiting = {name}
    while waiting:
        each = waiting.pop()
        seen.add(each)
        waiting |= IMPORTS[each] - seen
    return seen


def _others(name: str) -> set[str]:
    """Packages of others that a module imports itself."""
    return {each.partition(".")[0] for each in _imported(MODULES[name])}


def _is_core(name: str) -> bool:
    family = MODULES[name].family
    outside = {"workbook", "charts", "pages", "reports", "region"}
    return family not in outside | ABOVE_THE_CORE


def _fresh(program: str) -> str:
    """What a program prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def _loaded_after(program: str) -> set[str]:
    printed = _fresh(f"import sys\n{program}\nprint(*sys.modules)")
    return {name.partition(".")[0] for name in printed.split()}


def _listed_for_type_checkers() -> dict[str, tuple[str, ...]]:
    """The names in the package's TYPE_CHECKING block, by module."""
    block = next(node for node in MODULES[""].tree.body if isinstance(node, ast.If))
    froms = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert len(froms) == len(block.body)
    return {str(node.module): tuple(each.name for each in node.names) for node in froms}


def _homes() -> dict[str, tuple[str, ...]]:
    """The names that are loaded on first use, by module, as the file has them."""
    (value,) = (
        node.value
        for node in MODULES[""].tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_HOMES"
    )
    homes: dict[str, tuple[str, ...]] = ast.literal_eval(value)
    return homes


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Import is quick: no Excel, chart, command or number library comes with it."""
    assert set() == HEAVY & _loaded_after(f"import {PACKAGE}")


def test_scoring_loads_nothing_heavy() -> None:
    """Whoever only scores in a script waits for no Excel or chart library."""
    program = f"import {PACKAGE} as cs\ncs.score(cs.assess(cs.load_framework('route-map'), {{}}))"

    assert set() == HEAVY & _loaded_after(program)


def test_help_loads_no_excel_and_no_charts() -> None:
    """The command's help answers at once."""
    loaded = _loaded_after(f"import {PACKAGE}.cli")

    assert {"click"} == HEAVY & loaded


@pytest.mark.parametrize("name", cs.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Whatever is promised can be used, and is what its own module calls by that name."""
    value = getattr(cs, name)

    assert value.__name__ == name


def test_public_names_are_in_order() -> None:
    """Names are listed once each, in the order in which people look them up."""
    assert sorted(set(cs.__all__)) == cs.__all__


def test_every_public_name_has_a_home() -> None:
    """The names that are promised are those that can be loaded."""
    homes = [name for names in _homes().values() for name in names]

    assert cs.__all__ == sorted(homes)


def test_type_checkers_see_what_is_loaded() -> None:
    """A type checker finds every name in the module from which it is loaded."""
    assert _homes() == _listed_for_type_checkers()


def test_public_names_are_public_at_home() -> None:
    """What the package offers its modules offer too."""
    homes = {
        home: __import__(f"{PACKAGE}.{home}", fromlist=["__all__"]).__all__ for home in _homes()
    }

    assert [
        name for home, names in _homes().items() for name in names if name not in homes[home]
    ] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A mistyped name fails as in any module, so that hasattr and mypy work."""
    with pytest.raises(AttributeError, match="'commissioning_standards' has no attribute 'scor'"):
        _ = cs.scor


def test_the_version_can_be_asked_for() -> None:
    """The version stands where scripts look for it."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(cs.__version__))


def test_names_are_offered_before_they_are_used() -> None:
    """A shell completes names that no one has used yet."""
    offered = _fresh(f"import {PACKAGE} as cs\nprint(*dir(cs))").split()

    assert {*cs.__all__, "__version__"} <= set(offered)


def test_used_names_are_offered_too() -> None:
    """A name that has been used is offered as it was before, and once."""
    _ = cs.score

    assert dir(cs).count("score") == 1


def test_there_are_modules_to_check() -> None:
    """The checks below look at real modules, with the imports they really have."""
    assert {"problems", "figures", "framework"} <= IMPORTS["scoring"] | IMPORTS["framework"]
    assert "charts.kinds" in IMPORTS["cli.drawing"]
    assert "files" in IMPORTS["charts.output"]


def test_no_imports_go_in_a_circle() -> None:
    """Modules can be read one after the other, each standing on those read before."""
    order = list(TopologicalSorter(IMPORTS).static_order())

    assert set(order) == set(IMPORTS)


def test_the_layers_are_those_that_contributors_read_of() -> None:
    """The page says in one line which module may stand on which, from the ground up."""
    page = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    (line,) = (each for each in page.splitlines() if each.startswith("`version`"))

    assert [tuple(re.findall(r"`(\w+)/?`", each)) for each in line.split(" < ")] == list(LAYERS)


def test_the_core_is_built_in_layers() -> None:
    """A module of the core stands only on layers below its own."""
    height = {family: level for level, families in enumerate(LAYERS) for family in families}
    upward = [
        (name, each)
        for name, module in MODULES.items()
        if module.family in height
        for each in IMPORTS[name]
        if MODULES[each].family != module.family
        and height.get(MODULES[each].family, len(LAYERS)) >= height[module.family]
    ]

    assert upward == []


@pytest.mark.parametrize("name", sorted(filter(_is_core, MODULES)))
def test_the_core_needs_no_excel_charts_or_command(name: str) -> None:
    """Neither a module of the core nor anything it stands on imports a heavy library."""
    used = {library for each in _reached(name) for library in _others(each)}

    assert set() == HEAVY & used


@pytest.mark.parametrize(
    ("family", "other"),
    [
        ("workbook", "charts"),
        ("workbook", "reports"),
        ("charts", "workbook"),
        ("charts", "reports"),
        ("reports", "workbook"),
        ("workbook", "region"),
        ("charts", "region"),
        ("reports", "region"),
    ],
)
def test_workbook_charts_and_reports_stand_apart(family: str, other: str) -> None:
    """Each can be changed without looking at the others; only reports use the charts."""
    reached = {
        each for name in MODULES if MODULES[name].family == family for each in _reached(name)
    }

    assert [name for name in reached if MODULES[name].family == other] == []


def test_nothing_stands_on_the_command() -> None:
    """The command is on top: no module imports it."""
    below = [name for name in MODULES if MODULES[name].family != "cli"]

    assert [name for name in below if any(each.startswith("cli") for each in IMPORTS[name])] == []


@pytest.mark.parametrize(
    ("library", "family"),
    [
        ("openpyxl", "workbook"),
        ("xlsxwriter", "workbook"),
        ("matplotlib", "charts"),
        ("click", "cli"),
        ("jinja2", "pages"),
        ("docx", "reports"),
        ("pptx", "reports"),
        ("filelock", "region"),
        ("pebble", "region"),
        ("pyarrow", "region"),
        ("tqdm", "cli"),
        ("scipy", "region"),
    ],
)
def test_each_library_has_one_home(library: str, family: str) -> None:
    """A library is used in one place, so that it can be replaced there."""
    assert {family} == {MODULES[name].family for name in MODULES if library in _others(name)}


def _docstrings(tree: ast.Module) -> set[int]:
    """The lines on which docstrings begin."""
    return {
        node.body[0].lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)
    }


def _words(node: ast.AST) -> str:
    """What a node says by itself: a constant, or a name."""
    match node:
        case ast.Constant(value=bool()):
            return ""
        case ast.Constant(value=value):
            return str(value)
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
            return name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.keyword(arg=str(name)):
            return name
    return ""


def _counts(module: Module) -> Iterator[str]:
    """Lines of code that hold the number of the route map's standards."""
    lines = module.path.read_text("utf-8").splitlines()
    outside = _docstrings(module.tree)
    for node in ast.walk(module.tree):
        line = getattr(node, "lineno", 0)
        if line and line not in outside and COUNT.search(_words(node)):
            yield lines[line - 1]


def _is_allowed(module: Module, line: str) -> bool:
    path = module.path.relative_to(SOURCE).as_posix()
    return any(path == file and text in line for file, text in ALLOWED)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_code_counts_on_the_route_maps_size(name: str) -> None:
    """How many standards there are is data: no code holds the number, but for other things."""
    module = MODULES[name]

    assert [line for line in _counts(module) if not _is_allowed(module, line)] == []


@pytest.mark.parametrize(("file", "text"), ALLOWED)
def test_every_exception_is_still_needed(file: str, text: str) -> None:
    """A number that was allowed once and is gone stands in the list no longer."""
    name = file.removesuffix(".py").replace("/", ".")

    assert any(text in line for line in _counts(MODULES[name]))


@pytest.mark.parametrize(
    "code", ["x = 12", "x = 'the twelve standards'", "twelve = 1", "f(x, n=12)"]
)
def test_a_count_in_code_would_be_found(code: str, tmp_path: Path) -> None:
    """The check above does find the number, as a figure and as a word."""
    path = tmp_path / "module.py"
    path.write_text(f'"""Twelve standards, or 12, may be written about."""\n{code}\n')

    assert list(_counts(Module("module", path, ast.parse(path.read_text())))) == [code]
