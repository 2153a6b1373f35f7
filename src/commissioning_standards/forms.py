"""The quick form: the same framework, asked at one plain statement a standard.

It is a framework like any other, so that it is filled in, read, scored and
drawn by the same code; its standards and domains are those of the full form,
so that scores of both can stand side by side.
"""

from __future__ import annotations

from attrs import evolve

from .framework import Form, Framework
from .given import only
from .parts import Criterion, Standard
from .problems import FrameworkError, Place, did_you_mean, problem, quoted

__all__ = ["in_form", "quick_form"]


def quick_form(framework: Framework) -> Framework:
    """The quick form of a framework: each standard rated once, on its plain statement.

    The one criterion of standard 4 is called ``Q4``; it asks for the standard's
    plain-language statement, and its levels are those of the standard's
    ``[quick]`` table.

    Args:
        framework: one whose standards all have quick levels.

    Returns:
        A framework with one criterion for each standard, called ``Q1`` and so on.

    Raises:
        FrameworkError: a standard has none; carries one problem for each.
    """
    only("quick_form", framework, Framework)
    without = [each for each in framework.standards if not each.quick]
    if without:
        places = (Place(item=f"standard {each.number}") for each in without)
        raise FrameworkError(problem("no-quick-levels", place) for place in places)
    return evolve(framework, form=Form.QUICK, standards=map(_rated_once, framework.standards))


def _rated_once(standard: Standard) -> Standard:
    statement = Criterion(f"Q{standard.number}", standard.title, standard.statement, standard.quick)
    return evolve(standard, criteria=(statement,))


def in_form(framework: Framework, name: str) -> Framework:
    """A framework in the form that a file was made in.

    Args:
        framework: in either form.
        name: the form, as files write it: ``"full"`` or ``"quick"``.

    Raises:
        FrameworkError: there is no such form, or it cannot be made of this one.
    """
    if name == framework.form.value:
        return framework
    forms = [each.value for each in Form]
    if name not in forms:
        hint = did_you_mean(name, forms)
        raise FrameworkError([problem("unknown-form", found=quoted(name), hint=hint)])
    if framework.form is Form.QUICK:
        raise FrameworkError([problem("other-form", found=name, allowed=framework.form.value)])
    return quick_form(framework)
