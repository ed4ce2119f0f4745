"""`a4-rdf export`: the whole site as files."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from a4_rdf import export as exporting
from a4_rdf.cli import options
from a4_rdf.cli.output import translate_errors
from a4_rdf.export import Exported
from a4_rdf.release.builds import PUBLIC


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--no-history", is_flag=True, help="Leave out what earlier releases said, page by page."
)
@options.jobs("How many processes write pages at the same time.")
@translate_errors
def export(folder: Path, out: Path, no_history: bool, jobs: int) -> None:
    """Write the site that DIR publishes to the folder OUT, as files.

    An earlier export at OUT is replaced, once the new one is whole. OUT/nginx.conf.sample is for
    serving it with nginx; OUT/exportado.sha256 has the SHA-256 of every file.
    """
    exported = _exported(folder / PUBLIC, out, not no_history, jobs)
    megabytes = exported.size / 1_000_000
    click.echo(f"{out}: {exported.pages} pages, {exported.files} files, {megabytes:.1f} MB")


def _exported(public: Path, out: Path, history: bool, jobs: int) -> Exported:
    """Export, with a bar where a person watches."""
    # Fresh processes: those of this one's store are not to be shared.
    executors = partial(ProcessPoolExecutor, jobs, get_context("spawn")) if jobs > 1 else None
    if not sys.stderr.isatty():
        return exporting.export(public, out, history, executors=executors)
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("export", total=None)
        return exporting.export(
            public,
            out,
            history,
            lambda done, known: progress.update(task, completed=done, total=known),
            executors,
        )
