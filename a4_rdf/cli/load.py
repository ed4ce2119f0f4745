"""`a4-rdf load`: put the releases of a workspace into a SPARQL 1.1 store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from a4_rdf.cli import options
from a4_rdf.cli.output import translate_errors
from a4_rdf.serve.manifest import read_manifest
from a4_rdf.store import OxigraphStore, RemoteStore
from a4_rdf.store.engines import graph_store_of
from a4_rdf.store.graph_store import GraphStore
from a4_rdf.store.http import Client, checked
from a4_rdf.store.loading import Step, Target
from a4_rdf.store.loading import load as load_store
from a4_rdf.store.sending import DirectSender


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.option(
    "--to", "address", metavar="URL", required=True, envvar="A4_STORE", help="Its query address."
)
@click.option(
    "--graph-store",
    envvar="A4_GRAPH_STORE",
    metavar="URL",
    help="Where it takes graphs; known for Oxigraph, Virtuoso and Fuseki.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=300.0,
    show_default=True,
    envvar="A4_LOAD_SECONDS",
    help="How long one request may take.",
)
@click.option("--anew", is_flag=True, help="Write every graph again, unchanged ones too.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is done to each graph.")
@translate_errors
def load(
    folder: Path, address: str, graph_store: str | None, seconds: float, anew: bool, verbose: bool
) -> None:
    """Put the releases of the workspace DIR, built, into a SPARQL 1.1 store.

    Graphs that the store has already are left as they are, graphs that are published no longer are
    removed, graphs of others are not touched. What was written is read back and compared. A load
    that broke off is taken up where it was. The store's user is A4_STORE_USER, the password
    A4_STORE_PASSWORD.
    """
    public = folder / "public"
    manifest, _ = read_manifest(public)
    client = Client(seconds, options.access())
    graphs = GraphStore(
        checked(graph_store) if graph_store else graph_store_of(checked(address), client), client
    )
    endpoint = RemoteStore(address, manifest.base, seconds, sender=DirectSender(address, client))
    with OxigraphStore.read_only(public / "store", manifest.base) as source, endpoint:
        watch = _told if verbose else _dotted
        done = load_store(source, Target(graphs, endpoint), manifest.digest, watch, anew)
    click.echo(
        f"{address}: {done.written} graphs written, {done.unchanged} unchanged,"
        f" {done.removed} removed; {done.triples} triples written and read back"
    )


def _told(step: Step) -> None:
    click.echo(f"{step.done} {step.graph} ({step.triples} triples)", err=True)


def _dotted(step: Step) -> None:
    """Show on a terminal that work goes on."""
    if sys.stderr.isatty() and step.done == "written":
        click.echo(".", nl=False, err=True)
