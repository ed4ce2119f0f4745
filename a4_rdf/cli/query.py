"""`a4-rdf query`: ask a publication on disk or a remote endpoint."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from a4_rdf import formats
from a4_rdf.cli import options
from a4_rdf.cli.output import translate_errors, write
from a4_rdf.errors import UsageError
from a4_rdf.release import read_settings
from a4_rdf.store import Solutions, Store, open_store, rdfio, results
from a4_rdf.store.syntax import QueryKind, query_kind

RENDERINGS: Mapping[str, Callable[[Solutions | bool], str]] = {
    "table": results.to_table,
    "csv": results.to_csv,
    "json": results.to_json,
}


@click.command()
@click.option("--store", "folder", type=options.FOLDER, help="A workspace, built.")
@click.option("--endpoint", envvar="A4_STORE", metavar="URL", help="A SPARQL 1.1 endpoint.")
@click.option(
    "--format",
    "rendering",
    type=click.Choice([*RENDERINGS]),
    default="table",
    show_default=True,
    help="How rows are written; a graph is always Turtle.",
)
@click.option(
    "--seconds",
    type=float,
    default=30.0,
    envvar="A4_QUERY_SECONDS",
    show_default=True,
    help="How long an endpoint may take.",
)
@options.base_iri(None)
@options.out
@click.argument("query", metavar="QUERY.rq|-")
@translate_errors
def query(
    folder: Path | None,
    endpoint: str | None,
    rendering: str,
    seconds: float,
    base_iri: str | None,
    out: Path | None,
    query: str,
) -> None:
    """Run the query of the file QUERY.rq, or of stdin with -."""
    text = _text(query)
    with _open(folder, endpoint, base_iri, seconds) as store:
        write(_answer(store, text, rendering), out)


def _open(folder: Path | None, endpoint: str | None, base: str | None, seconds: float) -> Store:
    """Open the one store that the options name; a folder wins over the environment's endpoint."""
    if folder is not None:
        publisher = read_settings(folder).publisher
        return open_store(folder / "public" / "store", base or publisher.base)
    if endpoint is not None:
        # Without a base of ours, relative IRIs of the query mean what the endpoint says.
        return open_store(endpoint, base or "", seconds)
    raise UsageError("query: expected --store DIR or --endpoint URL")


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{query}: expected a SPARQL query in UTF-8: {error}") from error


def _answer(store: Store, text: str, rendering: str) -> bytes:
    kind = query_kind(text)
    if kind is QueryKind.GRAPH:
        return rdfio.write(store.construct(text), formats.TURTLE, store.base)
    answer = store.ask(text) if kind is QueryKind.ASK else store.select(text)
    return RENDERINGS[rendering](answer).encode()
