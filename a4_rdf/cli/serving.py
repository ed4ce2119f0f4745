"""The settings of the server: options over environment over `[serve]` in a4.toml, one name each.

`--query-seconds`, `A4_QUERY_SECONDS` and `query_seconds` are the same setting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import click

from a4_rdf.cli import options
from a4_rdf.errors import UsageError
from a4_rdf.release.settings import FILE_NAME
from a4_rdf.serve.http import client
from a4_rdf.serve.http.client import Proxies
from a4_rdf.serve.sandbox import Limits
from a4_rdf.store import Place
from a4_rdf.store.http import checked

F = TypeVar("F", bound=Callable[..., object])

PROXIES = "trusted_proxies"
STORE = "store"


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of queries: the field of `Limits` it sets, its type and its help."""

    field: str
    kind: click.ParamType[int] | click.ParamType[float]
    help: str


_NUMBER = click.IntRange(min=1)
_NUMBER_OR_NONE = click.IntRange(min=0)
_SECONDS = click.FloatRange(min=0.1)

BOUNDS: Mapping[str, Bound] = MappingProxyType(
    {
        "query_seconds": Bound("seconds", _SECONDS, "How long a SPARQL query may take."),
        "query_memory_bytes": Bound("memory_bytes", _NUMBER, "Memory that a query may take."),
        "query_result_bytes": Bound("result_bytes", _NUMBER, "The longest answer to a query."),
        "query_result_rows": Bound("result_rows", _NUMBER, "Its most rows, or triples."),
        "query_bytes": Bound("query_bytes", _NUMBER, "The longest text of a query."),
        "query_concurrent": Bound("concurrent", _NUMBER, "Queries that run at once."),
        "query_short_places": Bound(
            "short_places", _NUMBER_OR_NONE, "Places beside those for queries of half a second."
        ),
        "query_queue": Bound("queue", _NUMBER_OR_NONE, "Queries that wait for those."),
        "query_wait_seconds": Bound("wait_seconds", _SECONDS, "How long a query waits at most."),
        "query_per_client": Bound("per_client", _NUMBER, "Queries of one client at once."),
    }
)
"""Setting → what it bounds."""


def settings(command: F) -> F:
    """Give a command the server's settings as options; `merged` takes what comes of them."""
    command = click.option(
        "--trusted-proxies",
        envvar="A4_TRUSTED_PROXIES",
        metavar="N|ADDRESSES",
        help="Proxies whose X-Forwarded-For counts: how many there are, or their addresses.",
    )(command)
    for name, bound in reversed(tuple(BOUNDS.items())):
        default = getattr(Limits(), bound.field)
        command = click.option(
            f"--{name.replace('_', '-')}",
            envvar=f"A4_{name.upper()}",
            type=bound.kind,
            help=f"{bound.help}  [default: {default}]",
        )(command)
    return command


def merged(
    folder: Path, file: Mapping[str, object], given: Mapping[str, object]
) -> tuple[Limits, Proxies]:
    """Return the bounds and the trusted proxies; `given` wins over `[serve]` of the workspace.

    Raises UsageError for a setting of the file that is unknown or cannot be.
    """
    chosen = dict(file) | {name: value for name, value in given.items() if value is not None}
    numbers: dict[str, float] = {}
    proxies = client.NONE
    for name, value in chosen.items():
        try:
            if name == STORE:
                checked(str(value))
            elif name == PROXIES:
                proxies = client.parse(str(value))
            else:
                numbers[_known(name).field] = _number(_known(name), value)
        except (UsageError, click.BadParameter) as error:
            where = f"--{name.replace('_', '-')}"
            if given.get(name) is None:
                where = f"{folder / FILE_NAME}: serve: {name}"
            raise UsageError(f"{where}: {error}") from error
    return Limits(**numbers), proxies  # type: ignore[arg-type]


def place(file: Mapping[str, object], given: Mapping[str, object]) -> Place | None:
    """Return the store that a site is served from, None for the publication's own.

    Who asks it comes from the environment alone: a password is in no file and in no command line.
    """
    address = given.get(STORE) or file.get(STORE)
    return Place(checked(str(address)), options.access()) if address else None


def _known(name: str) -> Bound:
    if name not in BOUNDS:
        raise UsageError(f"unknown key; expected {', '.join(sorted((*BOUNDS, PROXIES, STORE)))}")
    return BOUNDS[name]


def _number(bound: Bound, value: object) -> float:
    # As text, for what would be rounded or taken for a number otherwise: TOML's 1.5 and true.
    return bound.kind.convert(str(value), None, None)
