"""The verbs that make papers to send and to publish."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

import click

from ..text import one_line
from .group import (
    day_or_today,
    files_argument,
    force_option,
    format_option,
    framework_option,
    main,
    on_option,
    own_framework,
    rule_option,
    scheme_option,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from ..assessment import Assessment
    from ..reports.material import Material
    from ..reports.settings import Settings

__all__ = ["account", "pack"]

folder_option = click.option("-o", "--output", "folder", metavar="DIR", help="The folder to make.")
agreed_option = click.option(
    "--agreed", metavar="FILE", help="The meeting's workbook, in which people decided."
)
last_option = click.option("--last", metavar="FILE", help="Last round's return.")
peers_option = click.option("--peers", metavar="FILE", help="The peer team's own return.")
cqc_option = click.option("--cqc", "scores", metavar="CSV", help="CQC's scores of the council.")
council_option = click.option(
    "--council", metavar="NAME", help="What files of outside views call the council."
)
settings_option = click.option(
    "--settings", "settings_file", metavar="FILE", help="What only the council can say, as TOML."
)


@main.command()
@files_argument
@folder_option
@agreed_option
@last_option
@click.option("--target", type=float, help="A level to aim at, on the scale.")
@peers_option
@cqc_option
@council_option
@scheme_option
@click.option("--crosswalk", metavar="TOML", help="Your own ties to CQC's statements.")
@click.option(
    "--ascof", "measures", metavar="CSV", multiple=True, help="A year of ASCOF. May be repeated."
)
@click.option("--region", metavar="NAME", help="The council's region in ASCOF, where not known.")
@click.option("--type", "kind", metavar="NAME", help="Its type in ASCOF, likewise.")
@on_option
@settings_option
@framework_option
@rule_option
@click.option("--web-only", is_flag=True, help="Leave out the Word file and the slides.")
@force_option
def pack(
    files: tuple[str, ...],
    folder: str | None,
    agreed: str | None,
    last: str | None,
    target: float | None,
    peers: str | None,
    scores: str | None,
    council: str | None,
    scheme: str | None,
    crosswalk: str | None,
    measures: tuple[str, ...],
    region: str | None,
    kind: str | None,
    day: datetime.date | None,
    settings_file: str | None,
    framework_name: str | None,
    rule: str,
    web_only: bool,
    force: bool,
) -> None:
    """Make the pack that a peer team reads before its visit.

    A web page, a Word file to edit, slides, charts and data. Of several
    returns, only what nobody differs on is rated, unless --agreed is given.
    With --cqc and --ascof, what those say of the council stands in it too.
    """
    from attrs import evolve

    from ..reports.making import check_office, pack_files
    from ..reports.outside import outside_views

    if folder is None:
        raise click.UsageError("say where to: -o DIR")
    if (scheme or crosswalk) and not scores:
        raise click.UsageError("--scheme and --crosswalk go with --cqc")
    if (region or kind) and not measures:
        raise click.UsageError("--region and --type go with --ascof")
    if not web_only:
        check_office()
    judged_by = _judged_by(scheme, crosswalk, framework_name) if scores else {}
    named = {"agreed": agreed, "last": last, "peers": peers}
    material = _material(
        files, named, settings_file, framework_name, on=day, rule=rule, target=target
    )
    views = outside_views(
        material.card,
        cqc=scores,
        measures=measures,
        council=council or "",
        region=region or "",
        council_type=kind or "",
        **judged_by,
    )
    tell(tuple(note for each in views for note in each.notes))
    material = evolve(material, views=views)
    read = [
        *files,
        *measures,
        *filter(None, (*named.values(), scores, scheme, crosswalk, settings_file)),
    ]
    _write(
        folder,
        lambda told: pack_files(material, web_only=web_only, told=told),
        read,
        overwrite=force,
    )


@main.command()
@files_argument
@folder_option
@agreed_option
@last_option
@peers_option
@cqc_option
@council_option
@on_option
@settings_option
@framework_option
@rule_option
@click.option("--preview", is_flag=True, help="Write nothing: say what is left out, and why.")
@format_option("text", "json")
@force_option
def account(
    files: tuple[str, ...],
    folder: str | None,
    agreed: str | None,
    last: str | None,
    peers: str | None,
    scores: str | None,
    council: str | None,
    day: datetime.date | None,
    settings_file: str | None,
    framework_name: str | None,
    rule: str,
    preview: bool,
    form: str,
    force: bool,
) -> None:
    """Make the council's account to its residents: one accessible web page.

    Only what is marked public is in it. With --peers and --cqc, their view
    stands beside the council's. With --preview nothing is written, and what is
    left out is listed with the reason.
    """
    from attrs import evolve

    from ..reports.account.builder import public_material
    from ..reports.account.preview import preview_text
    from ..reports.making import account_files
    from ..reports.outside import outside_views

    if not preview and folder is None:
        raise click.UsageError("say where to: -o DIR, or look first with --preview")
    if form == "json" and not preview:
        raise click.UsageError("--format is how --preview is written")
    named = {"agreed": agreed, "last": last, "peers": peers}
    material = _material(files, named, settings_file, framework_name, on=day, rule=rule)
    public = public_material(material)
    public = evolve(public, views=outside_views(public.card, cqc=scores, council=council or ""))
    if preview:
        click.echo(preview_text(material, form), nl=False)
        return
    read = [*files, *filter(None, (*named.values(), scores, settings_file))]
    _write(str(folder), lambda told: account_files(public, told=told), read, overwrite=force)


def _material(
    files: tuple[str, ...],
    named: Mapping[str, str | None],
    settings_file: str | None,
    framework_name: str | None,
    *,
    on: datetime.date | None,
    **options: Any,
) -> Material:
    """Everything that a paper is made of, or every problem of all the files."""
    from ..moderation.agreeing import undecided
    from ..reports.material import gather

    given = {name: path for name, path in named.items() if path}
    returns, settings = _read((*files, *given.values()), framework_name, settings_file)
    compared = dict(zip(given, returns[len(files) :], strict=True))
    try:
        material = gather(
            returns[: len(files)],
            on=day_or_today(on),
            settings=settings,
            **compared,  # type: ignore[arg-type]
            **options,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    tell(material.notes)
    if material.moderation and "agreed" in given:
        tell(undecided(material.moderation, material.assessment))
    return material


def _judged_by(
    scheme: str | None, crosswalk: str | None, framework_name: str | None
) -> dict[str, Any]:
    """CQC's scheme, and the ties to it where they are the council's own."""
    from ..assurance.loading import chosen_scheme, load_crosswalk

    chosen = chosen_scheme(scheme or "")
    own = own_framework(framework_name)
    return {
        "scheme": chosen,
        "crosswalk": load_crosswalk(crosswalk, own, chosen) if crosswalk else None,
    }


def _read(
    paths: Sequence[str], framework_name: str | None, settings_file: str | None
) -> tuple[list[Assessment], Settings | None]:
    """Every return and the settings, or every problem of all of them."""
    from ..problems import CommissioningError
    from ..reports.settings import read_settings
    from ..returns import read_returns

    outcomes = read_returns(paths, own_framework(framework_name))
    problems = [found for each in outcomes for found in each.problems]
    settings = None
    try:
        settings = read_settings(settings_file) if settings_file else None
    except CommissioningError as error:
        problems += error.problems
    if problems:
        raise CommissioningError(problems)
    tell(tuple(note for each in outcomes for note in each.notes))
    return [each.assessment for each in outcomes if each.assessment], settings


def _write(
    folder: str,
    make: Callable[[Callable[[str], None]], dict[str, bytes]],
    read: Sequence[str],
    *,
    overwrite: bool,
) -> None:
    """Make the files and put them into the folder; tell what was made."""
    from ..folders import write_folder

    contents = make(_progress)
    paths: tuple[Path, ...] = write_folder(folder, contents, inputs=read, overwrite=overwrite)
    click.echo(one_line(f"Made {len(paths)} files in {folder}; open {paths[0].name} first"))


def _progress(step: str) -> None:
    """Say what is being made, to those who wait at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"{step}…", err=True)
