"""`a4-rdf init`, `build`, `serve` and `demo`: make a workspace, publish it, serve it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import click

from a4_rdf import pipeline, resources
from a4_rdf.check import Report, lines
from a4_rdf.cli import options, serving
from a4_rdf.cli.convert import LICENCE, organization
from a4_rdf.cli.output import show_findings, translate_errors, warning
from a4_rdf.findings import severity
from a4_rdf.model import Finding, Organization, Publisher, Severity
from a4_rdf.pipeline import How, Warn, Watch
from a4_rdf.release import Document, Settings, create_workspace, read_settings
from a4_rdf.release.settings import FILE_NAME as SETTINGS
from a4_rdf.release.workspace import SOURCES
from a4_rdf.serve import server
from a4_rdf.store import Place

AME = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
TITLE = "Metas de los planes operativos"

host = click.option("--host", envvar="A4_HOST", default="127.0.0.1", show_default=True)
port = click.option(
    "--port", envvar="A4_PORT", type=click.IntRange(1, 65535), default=8000, show_default=True
)


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.option("--organization", "slugs", multiple=True, help="Slug of a public body; repeatable.")
@click.option("--name", "names", multiple=True, help="Its name, one for each --organization.")
@click.option("--title", default=TITLE, show_default=True)
@click.option("--publisher", default="a4_rdf", show_default=True, help="Who publishes.")
@click.option("--licence", default=LICENCE, show_default=True, help="IRI of the data's licence.")
@options.base_iri(options.DEFAULT_BASE)
@translate_errors
def init(
    folder: Path,
    slugs: tuple[str, ...],
    names: tuple[str, ...],
    title: str,
    publisher: str,
    licence: str,
    base_iri: str,
) -> None:
    """Make a new workspace in DIR."""
    if names and len(names) != len(slugs):
        raise click.UsageError("expected a --name for each --organization, or none")
    organizations = [organization(*both) for both in zip(slugs, names or slugs, strict=True)]
    create_workspace(folder, Publisher(base_iri, title, publisher, licence), organizations)
    click.echo(f"{folder}: put documents in sources/ORG/DATE.suffix, then a4-rdf build {folder}")


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@options.base_iri(None)
@options.limits
@options.language
@options.as_json
@click.option("-v", "--verbose", is_flag=True, help="Show notes too, not only warnings.")
@options.jobs("How many organisations are built at the same time.")
@click.option("--anew", is_flag=True, help="Read all documents again, unchanged ones too.")
@translate_errors
def build(
    folder: Path,
    base_iri: str | None,
    limits: tuple[str, ...],
    jobs: int,
    anew: bool,
    lang: str,
    as_json: bool,
    verbose: bool,
) -> None:
    """Read, check and publish all documents of the workspace DIR, or none."""
    settings = read_settings(folder).with_base(base_iri).with_limits(limits)
    watch = _watch(lang, as_json, verbose)
    _build(folder, settings, watch, warning(lang, as_json), jobs, anew)


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@host
@port
@options.store
@serving.settings
@translate_errors
def serve(folder: Path, host: str, port: int, store: str | None, **given: object) -> None:
    """Serve the publication of the workspace DIR."""
    file = read_settings(folder).serve
    _serve(folder, host, port, given, serving.place(file, {"store": store}))


@click.command()
@click.option("--dir", "folder", type=options.FOLDER, help="Keep the workspace in this folder.")
@host
@port
@serving.settings
@options.base_iri(None)
@options.language
@translate_errors
def demo(
    folder: Path | None, host: str, port: int, base_iri: str | None, lang: str, **given: object
) -> None:
    """Publish the bundled AME document of 30/09/2015 and serve it."""
    with _demo_folder(folder) as root:
        server.free_port(host, port)  # said before the work, not after it
        if not (root / SETTINGS).exists():
            base = base_iri or f"http://{host}:{port}"
            create_workspace(root, Publisher(base, TITLE, "a4_rdf", LICENCE), [AME])
            shutil.copy(resources.sample(), root / SOURCES / AME.slug / "2015-09-30.txt")
        _build(
            root,
            read_settings(root).with_base(base_iri),
            _watch(lang),
            warning(lang, as_json=False),
        )
        _serve(root, host, port, given)


@contextmanager
def _demo_folder(folder: Path | None) -> Iterator[Path]:
    """Yield the folder that was asked for, or one that goes away with the demo."""
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="a4-rdf-demo-") as temporary:
        yield Path(temporary)


def _build(
    root: Path,
    settings: Settings,
    watch: Watch,
    warn: Warn,
    jobs: int = 1,
    anew: bool = False,
) -> None:
    read = 0

    def count(document: Document, found: tuple[Finding, ...], report: Report | None) -> None:
        nonlocal read
        read += 1
        watch(document, found, report)

    executors = partial(ProcessPoolExecutor, jobs, get_context("fork")) if jobs > 1 else None
    how = How(executors, anew, date.today())
    publication = pipeline.build(root, settings, count, warn, how)
    releases = publication.releases
    click.echo(
        f"{root / 'public'}: {len(releases)} releases,"
        f" {sum(r.goals for r in releases)} goals, {sum(r.targets for r in releases)} targets,"
        f" {publication.files} files; {read} read, {len(releases) - read} unchanged"
    )


def _watch(lang: str, as_json: bool = False, verbose: bool = False) -> Watch:
    """Return a watcher that shows each document's warnings, and what violates a check."""

    def watch(document: Document, found: tuple[Finding, ...], report: Report | None) -> None:
        told = [f for f in found if verbose or severity(f) is not Severity.INFO]
        show_findings(str(document.path), told, lang, as_json)
        if report is not None and not report.conforms:
            violations = Report(report.of(Severity.VIOLATION))
            for line in lines(violations, lang):
                click.echo(f"{document.path}: {line}", err=True)

    return watch


def _serve(
    root: Path,
    host: str,
    port: int,
    given: Mapping[str, object],
    store: Place | None = None,
) -> None:
    limits, proxies = serving.merged(root, read_settings(root).serve, given)
    settings = server.Settings(
        root / "public", host=host, port=port, limits=limits, proxies=proxies, store=store
    )
    server.serve(settings, ready=lambda address: click.echo(f"serving {address}"))
