"""The options that several commands share, each with its one environment variable."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from a4_rdf.errors import UsageError
from a4_rdf.read import limited
from a4_rdf.release import clean_base
from a4_rdf.store.challenge import NOBODY, Access

F = TypeVar("F", bound=Callable[..., object])

DEFAULT_BASE = "http://127.0.0.1:8000"
FILE = click.Path(path_type=Path)
EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)


class Day(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date, or fail with what was expected."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"expected a date like 2015-09-30, found {value!r}", param, ctx)


def base_iri(default: str | None) -> Callable[[F], F]:
    """Return the option of the publisher's base IRI, cleaned of a trailing slash."""
    return click.option(
        "--base-iri",
        envvar="A4_BASE_IRI",
        default=default,
        show_default=default is not None,
        callback=_clean_base,
        help="Base of all IRIs that are minted.",
    )


def jobs(help_: str) -> Callable[[F], F]:
    """Return the option of how many processes share the work; `help_` says what they do."""
    return click.option(
        "--jobs",
        envvar="A4_JOBS",
        type=click.IntRange(1, 256),
        default=1,
        show_default=True,
        help=help_,
    )


def _clean_base(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else clean_base(value)
    except UsageError as error:
        raise click.BadParameter(str(error)) from error


def _known_limits(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    try:
        limited(value)
    except UsageError as error:
        raise click.BadParameter(str(error)) from error
    return value


limits = click.option(
    "--limit",
    "limits",
    multiple=True,
    envvar="A4_LIMITS",
    metavar="NAME=NUMBER",
    callback=_known_limits,
    help="Read larger documents, or only smaller ones: seconds=60, pages=800, size=200000000, …",
)
language = click.option(
    "--lang",
    type=click.Choice(["es", "en"]),
    default="es",
    envvar="A4_LANG",
    show_default=True,
    help="Language of the findings.",
)
as_json = click.option(
    "--json", "as_json", is_flag=True, help="Findings as one JSON object a line."
)
organization = click.option(
    "--org", metavar="SLUG", help="Slug of the organisation; else from the document's title."
)
day = click.option(
    "--date", "day", type=Day(), metavar="D", help="Date of the release; else the document's own."
)
store = click.option(
    "--store",
    "store",
    envvar="A4_STORE",
    metavar="URL",
    help="Serve the triples of this SPARQL 1.1 endpoint; a4-rdf load puts them there.",
)


def access() -> Access:
    """Return as whom a store is asked: A4_STORE_USER and A4_STORE_PASSWORD, or nobody."""
    user = os.environ.get("A4_STORE_USER", "")
    return Access(user, os.environ.get("A4_STORE_PASSWORD", "")) if user else NOBODY


out = click.option("-o", "--out", type=FILE, help="Write to this file instead of stdout.")
