"""Small faults that could be made in a module, one at a time: each is a mutant.

Changed are comparisons, sums, ``and`` and ``or``, ``not``, numbers, conditions,
what is returned, yielded or raised, the order of things, and the least for the
most. Words are not changed, nor are types.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy

from attrs import frozen

__all__ = ["Change", "changes"]

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
WORKED_OUT: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
PASSED_OVER = {"annotation", "returns", "decorator_list"}
ALWAYS, NEVER = (ast.Constant(value=each) for each in (True, False))


@frozen
class Change:
    """One fault.

    Args:
        line: where it is.
        text: what stands in that line.
        before: the expression or statement as it is.
        after: as it would be.
        in_function: whether it is in the body of a function.
        tree: the whole module with it.
    """

    line: int
    text: str
    before: str
    after: str
    in_function: bool
    tree: ast.Module


def changes(source: str) -> Iterator[Change]:
    """Every fault that could be made in a module, in the order of its lines."""
    tree, lines = ast.parse(source), source.splitlines()
    for site in sorted(_sites(tree), key=lambda each: each.node.lineno):
        for other in (*_others(site.node), *_conditions(site)):
            site.put(ast.copy_location(other, site.node))
            changed = ast.fix_missing_locations(deepcopy(tree))
            site.put(site.node)
            line = site.node.lineno
            text = lines[line - 1].strip()
            told = (_told(site.node), _told(other))
            yield Change(line, text, *told, site.in_function, changed)


@frozen
class Site:
    """An expression or statement, and the field of the node that holds it."""

    node: ast.expr | ast.stmt
    holder: ast.AST
    name: str
    place: int | None
    in_function: bool

    def put(self, node: ast.AST) -> None:
        """Set another node in its place."""
        if self.place is None:
            setattr(self.holder, self.name, node)
        else:
            getattr(self.holder, self.name)[self.place] = node


def _sites(node: ast.AST, *, in_function: bool = False) -> Iterator[Site]:
    for name, value in ast.iter_fields(node):
        if name in PASSED_OVER or _is_for_programmers(node):
            continue
        within = in_function or (isinstance(node, ast.FunctionDef) and name == "body")
        for place, each in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(each, ast.expr | ast.stmt):
                yield Site(each, node, name, place, within)
            if isinstance(each, ast.AST):
                yield from _sites(each, in_function=within)


def _is_for_programmers(node: ast.AST) -> bool:
    """Whether it only shows a model to programmers, or guards against their mistakes."""
    return isinstance(node, ast.keyword) and node.arg in {"repr", "strict"}


def _told(node: ast.AST) -> str:
    return ast.unparse(node).strip().split("\n")[0]


def _conditions(site: Site) -> Iterator[ast.expr]:
    """A condition that always holds, and one that never does."""
    if site.name in {"test", "guard", "ifs"} and ast.unparse(site.node) != "TYPE_CHECKING":
        # A loop that never ends shows nothing that a test could.
        yield from () if isinstance(site.holder, ast.While) else (ALWAYS,)
        yield NEVER


def _others(node: ast.expr | ast.stmt) -> Iterator[ast.AST]:
    """What could stand there by mistake."""
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in WORKED_OUT and not _is_type(node):
            yield ast.BinOp(left, WORKED_OUT[type(op)](), right)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Call(ast.Name()):
            yield from _called(node)
        case ast.Expr() | ast.Return() | ast.Raise():
            yield from _done(node)


def _is_type(node: ast.BinOp) -> bool:
    """Whether it is a type, such as ``int | None``."""
    return isinstance(node.right, ast.Constant) and node.right.value is None


def _compared(node: ast.Compare) -> Iterator[ast.Compare]:
    for place, op in enumerate(node.ops):
        for other in COMPARED[type(op)]:
            ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _called(node: ast.Call) -> Iterator[ast.expr]:
    match node:
        case ast.Call(ast.Name("reversed"), [inside]):
            yield inside
        case ast.Call(ast.Name(name), args, keywords) if name in CALLED:
            kept = [] if name == "sorted" else keywords
            yield ast.Call(ast.Name(CALLED[name], ast.Load()), args, kept)
            without = [each for each in keywords if each.arg != "key"]
            if without != keywords:
                yield ast.Call(node.func, args, without)


def _done(node: ast.stmt) -> Iterator[ast.stmt]:
    """A statement that does nothing."""
    match node:
        case ast.Return(ast.expr() as value) if not _is_nothing(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(ast.Yield() | ast.YieldFrom()):
            yield ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
        case ast.Expr(ast.Call()) | ast.Raise():
            yield ast.Pass()


def _is_nothing(node: ast.expr) -> bool:
    """Whether it counts as none does where a condition is asked for."""
    return isinstance(node, ast.Constant) and not node.value
