"""`a4-rdf check`: SHACL shapes and cube constraints over documents, or over a whole workspace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from a4_rdf import pipeline, vocab
from a4_rdf.check import Report, lines, to_json, to_turtle
from a4_rdf.check import check as check_graph
from a4_rdf.cli import options
from a4_rdf.cli.convert import anonymous, known
from a4_rdf.cli.output import show_findings, translate_errors, warning, write
from a4_rdf.pipeline import Conversion, Known, Warn
from a4_rdf.read import Bounds, limited
from a4_rdf.release import documents, read_settings

VIOLATED = 1


def _text(base: str, lang: str, reports: Mapping[str, Report]) -> str:
    out: list[str] = []
    for name, report in reports.items():
        out.extend(f"{name}: {line}" for line in lines(report, lang))
        counts = ", ".join(f"{n} {severity}" for severity, n in report.counts().items())
        out.append(f"{name}: {'conforms' if report.conforms else 'does not conform'}: {counts}")
    return "\n".join(out) + "\n"


def _json(base: str, lang: str, reports: Mapping[str, Report]) -> str:
    found = {name: json.loads(to_json(report)) for name, report in reports.items()}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _turtle(base: str, lang: str, reports: Mapping[str, Report]) -> str:
    return "\n".join(to_turtle(report, vocab.prefixes(base)) for report in reports.values())


RENDERINGS: Mapping[str, Callable[[str, str, Mapping[str, Report]], str]] = {
    "text": _text,
    "json": _json,
    "turtle": _turtle,
}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=options.FILE, metavar="FILE…|DIR")
@click.option(
    "--format",
    "rendering",
    type=click.Choice([*RENDERINGS]),
    default="text",
    show_default=True,
    help="Text lines, JSON, or a SHACL report in Turtle.",
)
@options.organization
@options.day
@options.base_iri(None)
@options.limits
@options.out
@options.language
@options.as_json
@translate_errors
def check(
    paths: tuple[Path, ...],
    rendering: str,
    org: str | None,
    day: date | None,
    base_iri: str | None,
    limits: tuple[str, ...],
    out: Path | None,
    lang: str,
    as_json: bool,
) -> None:
    """Check FILES, or all documents of the workspace DIR; exit 1 where one violates a check."""
    reports: dict[str, Report] = {}
    base = base_iri or options.DEFAULT_BASE
    for path in paths:
        warn = warning(lang, as_json)
        pairs = (
            _workspace(path, base_iri, limits, warn)
            if path.is_dir()
            else _document(path, base, known(org, day), limited(limits))
        )
        for name, own_base, conversion in pairs:
            base = own_base
            show_findings(name, conversion.findings, lang, as_json)
            reports[name] = check_graph(conversion.triples, own_base)
    write(RENDERINGS["json" if as_json else rendering](base, lang, reports).encode(), out)
    if not all(report.conforms for report in reports.values()):
        raise click.exceptions.Exit(VIOLATED)


def _document(
    path: Path, base: str, known_of: Known, bounds: Bounds
) -> Iterator[tuple[str, str, Conversion]]:
    yield str(path), base, pipeline.convert(path, anonymous(base), known_of, bounds)


def _workspace(
    root: Path, base: str | None, limits: tuple[str, ...], warn: Warn
) -> Iterator[tuple[str, str, Conversion]]:
    settings = read_settings(root).with_base(base).with_limits(limits)
    bounds = limited(settings.limits)
    digests: dict[str, set[str]] = {}
    for document in documents(root, settings):
        conversion = pipeline.convert_document(document, settings.publisher, bounds)
        digests.setdefault(document.organization.slug, set()).add(conversion.plan.source.digest)
        yield str(document.path), settings.publisher.base, conversion
    for path, found in pipeline.stale_corrections(root, settings, digests):
        warn(path, found)
