"""`a4-rdf convert`: documents to RDF or to the tidy table, without a workspace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import click
from rdflib import URIRef

from a4_rdf import formats, iris, pipeline
from a4_rdf.cli import options
from a4_rdf.cli.output import show_findings, translate_errors, write
from a4_rdf.errors import UsageError
from a4_rdf.formats import Format
from a4_rdf.iris import Kind
from a4_rdf.model import Organization, Publisher
from a4_rdf.pipeline import Conversion, Known
from a4_rdf.read import limited
from a4_rdf.release import read_corrections, tidy
from a4_rdf.store import Quad, rdfio

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CSV = "csv"


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.FILE)
@click.option(
    "--to",
    "name",
    type=click.Choice([*(fmt.name for fmt in formats.FORMATS), CSV]),
    default="turtle",
    show_default=True,
    help="Format of the result.",
)
@options.organization
@options.day
@click.option(
    "--corrections", type=options.EXISTING, help="Curators' decisions, as in a workspace."
)
@options.base_iri(options.DEFAULT_BASE)
@options.limits
@options.out
@options.language
@options.as_json
@translate_errors
def convert(
    files: tuple[Path, ...],
    name: str,
    org: str | None,
    day: date | None,
    corrections: Path | None,
    base_iri: str,
    limits: tuple[str, ...],
    out: Path | None,
    lang: str,
    as_json: bool,
) -> None:
    """Convert FILES: RDF, or the tidy table with --to csv.

    Nothing is written unless every file can be read. Each file goes into a graph of its own where
    the format has graphs.
    """
    publisher = anonymous(base_iri)
    decided = read_corrections(corrections) if corrections else ()
    bounds = limited(limits)
    known_of = replace(known(org, day), corrections=decided)
    conversions = [pipeline.convert(path, publisher, known_of, bounds) for path in files]
    _refuse_twins(files, conversions)
    for path, conversion in zip(files, conversions, strict=True):
        show_findings(str(path), conversion.findings, lang, as_json)
    as_csv = name == CSV
    write(_csv(base_iri, conversions) if as_csv else _rdf(base_iri, name, conversions), out)


def _refuse_twins(files: Sequence[Path], conversions: Sequence[Conversion]) -> None:
    """Raise UsageError for two files of one body and date: their goals would mix."""
    seen: dict[tuple[str, date], Path] = {}
    for path, conversion in zip(files, conversions, strict=True):
        release = conversion.release
        key = release.organization.slug, release.date
        if key in seen:
            raise UsageError(f"{path}: {seen[key]} is of {key[0]} and {key[1]} already")
        seen[key] = path


def anonymous(base: str) -> Publisher:
    """Return a publisher for conversions outside of any publication."""
    return Publisher(base, "a4_rdf", "a4_rdf", LICENCE)


def known(org: str | None, day: date | None) -> Known:
    """Return what options say of a document; an organisation's name is then its slug."""
    return Known(organization(org, org) if org else None, day)


def organization(slug: str, name: str) -> Organization:
    """Return an organisation; UsageError for a slug that could not stand in its addresses."""
    if iris.slug(slug) != slug:
        expected = f"expected small letters, digits and hyphens, as {iris.slug(slug)}"
        raise UsageError(f"organization {slug!r}: {expected}")
    return Organization(slug, name)


def _csv(base: str, conversions: Sequence[Conversion]) -> bytes:
    lines = (
        line
        for c in conversions
        for line in tidy.lines(base, c.release, c.plan, c.identifiers, c.findings)
    )
    return tidy.to_csv(lines).encode()


def _rdf(base: str, name: str, conversions: Sequence[Conversion]) -> bytes:
    fmt, out = formats.by_name(name), BytesIO()
    quads = [quad for conversion in conversions for quad in _quads(base, fmt, conversion)]
    distinct = quads if fmt.has_graphs else sorted(set(quads), key=_order)
    prefixes = rdfio.used_prefixes((quad[:3] for quad in quads), base)
    rdfio.write_to(out, distinct, fmt, prefixes)
    return out.getvalue()


def _quads(base: str, fmt: Format, conversion: Conversion) -> Iterator[Quad]:
    release = conversion.release
    name = iris.mint(base, Kind.GRAPH, org=release.organization.slug, date=release.date.isoformat())
    graph = URIRef(name) if fmt.has_graphs else None
    return ((s, p, o, graph) for s, p, o in conversion.triples)


def _order(quad: Quad) -> tuple[str, str, str]:
    return quad[0].n3(), quad[1].n3(), quad[2].n3()
