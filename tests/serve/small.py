"""A small publication as a build leaves it, for the tests of the server."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF

from a4_rdf import formats, iris, resources
from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.iris import Kind
from a4_rdf.model import (
    Cell,
    Finding,
    Goal,
    Place,
    Plan,
    Release,
    RowStatus,
    SourceRow,
    Target,
    TargetStatus,
    Unit,
)
from a4_rdf.store import build_store, rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT
from tests.plans import BASE, PUBLISHER, RELEASE, said, small_plan

MEDIA_TYPES = {fmt.suffix: fmt.media_type for fmt in formats.FORMATS} | {
    "csv": "text/csv",
    "gz": "application/gzip",
    "txt": "text/plain",
    "json": "application/csvm+json",
}
OLD = replace(RELEASE, date=date(2015, 8, 31))
FINDINGS = (
    Finding("row-realigned", Place(5, 2), (("columns", "indicador"), ("confidence", "0.97"))),
    Finding("target-missing", Place(6, 6)),
)
SOURCE = "GAD DE EJEMPLO\nNo.\tUnidad\tObjetivo\n\n1\tDIRECCIÓN DE OBRAS\tMejorar las vías\n"
OLD_SOURCE = SOURCE.replace("OBRAS", "OBRAS Y RIEGO")
IRRIGATION = "DIRECCIÓN DE RIEGO"
"""A unit that only the earlier release has."""

DIGEST, OLD_DIGEST = "sha256:" + "ef" * 32, "sha256:" + "cd" * 32


def publish(public: Path, name: str = "one", releases: tuple[Release, ...] = (RELEASE,)) -> Path:
    """Build the small plan's publication beside `public`, swap the link to it, return `public`."""
    folder = public.parent / ".builds" / name
    (folder / "dumps" / "gad").mkdir(parents=True)
    graphs = {release: _graph(release) for release in releases}
    latest = max(releases, key=lambda release: release.date)
    _write_store(folder, graphs, latest)
    for release, triples in graphs.items():
        _write_files(folder, release, triples, is_latest=release == latest)
    (folder / "catalogo.ttl").write_bytes(rdfio.write(_catalogue(latest), formats.TURTLE, BASE))
    manifest = json.dumps(_manifest(folder, releases, latest, name), ensure_ascii=False)
    (folder / "publication.json").write_text(manifest, encoding="utf-8")
    staged = public.with_suffix(".new")
    staged.symlink_to(folder)
    staged.rename(public)
    return public


def old_plan() -> Plan:
    """Return the earlier release's plan: the small one, and a unit that went away since."""
    plan = small_plan()
    canals = Goal(
        row=8,
        unit=(IRRIGATION,),
        reported_unit=said(IRRIGATION, 8, 2),
        number="3",
        activity=said("Limpieza de canales", 8, 4),
        target_cell=said("7 canales", 8, 6),
        status=TargetStatus.QUANTIFIED,
        targets=(
            Target("7 canales", TargetStatus.QUANTIFIED, Decimal(7), unit_of_measure="canales"),
        ),
    )
    row = SourceRow(8, RowStatus.GOAL, (), (Cell("x", Place(8, 1), "x"),))
    unit = Unit((IRRIGATION,), (IRRIGATION,), place=Place(8, 2))
    return replace(
        plan, goals=(*plan.goals, canals), units=(*plan.units, unit), rows=(*plan.rows, row)
    )


def static() -> tuple[Triple, ...]:
    """Return the vocabulary and the code lists."""
    files = resources.ontology()
    return tuple(t for file in files for t in rdfio.parse(file, formats.TURTLE, BASE))


def _graph(release: Release) -> tuple[Triple, ...]:
    plan = old_plan() if release == OLD else small_plan()
    return describe(PUBLISHER, release, plan, names_of(plan), FINDINGS)


def _write_store(folder: Path, graphs: dict[Release, tuple[Triple, ...]], latest: Release) -> None:
    with build_store(folder / "store", BASE) as store:
        shared = (*graphs[latest], *static(), *_catalogue(latest))
        store.load((s, p, o, None) for s, p, o in shared)
        for release, triples in graphs.items():
            name = URIRef(_mint(Kind.GRAPH, release))
            store.load((s, p, o, name) for s, p, o in triples)


def _write_files(
    folder: Path, release: Release, triples: tuple[Triple, ...], *, is_latest: bool
) -> None:
    day = release.date.isoformat()
    for fmt in formats.FORMATS:
        data = rdfio.write(triples, fmt, BASE, URIRef(_mint(Kind.GRAPH, release)))
        (folder / f"dumps/gad/{day}.{fmt.suffix}").write_bytes(data)
        if is_latest:
            (folder / f"dumps/latest.{fmt.suffix}").write_bytes(data)
            packed = gzip.compress(data, mtime=0)
            (folder / f"dumps/latest.{fmt.suffix}.gz").write_bytes(packed)
    (folder / f"dumps/gad/{day}.csv").write_text("organization,release\ngad,x\n")
    (folder / "dumps/goals.csv").write_text("organization,release\ngad,x\n")
    (folder / "dumps/goals.csv-metadata.json").write_text("{}\n")
    (folder / f"sources/gad/{day}").mkdir(parents=True)
    source = OLD_SOURCE if release == OLD else SOURCE
    (folder / f"sources/gad/{day}/fuente.txt").write_text(source, encoding="utf-8")


def _catalogue(latest: Release) -> tuple[Triple, ...]:
    catalogue, dataset = URIRef(f"{BASE}/catalogo"), URIRef(_mint(Kind.DATASET, latest))
    title = Literal("Metas de ejemplo", lang="es")
    return (
        (catalogue, RDF.type, DCAT.Catalog),
        (catalogue, DCTERMS.title, title),
        (catalogue, DCAT.dataset, dataset),
        (dataset, RDF.type, DCAT.Dataset),
        (dataset, DCTERMS.title, title),
        (dataset, DCAT.hasCurrentVersion, URIRef(_mint(Kind.RELEASE, latest))),
    )


def _mint(kind: Kind, release: Release) -> str:
    wanted = {"org": "gad", "date": release.date.isoformat()}
    parts = {k: v for k, v in wanted.items() if f"{{{k}}}" in iris.PATTERNS[kind]}
    return iris.mint(BASE, kind, **parts)


def _manifest(
    folder: Path, releases: tuple[Release, ...], latest: Release, name: str
) -> dict[str, object]:
    files = sorted(p for part in ("dumps", "sources") for p in (folder / part).rglob("*.*"))
    return {
        "format": 1,
        "base": BASE,
        "title": PUBLISHER.title,
        "publisher": PUBLISHER.name,
        "licence": PUBLISHER.licence,
        "languages": ["es"],
        "digest": f"sha256:{name}",
        "organizations": [{"slug": "gad", "name": "GAD de Ejemplo"}],
        "releases": [
            {
                "organization": "gad",
                "date": release.date.isoformat(),
                "year": release.year,
                "graph": _mint(Kind.GRAPH, release),
                "dataset": _mint(Kind.RELEASE, release),
                "digest": OLD_DIGEST if release == OLD else DIGEST,
                "goals": 4 if release == OLD else 3,
                "targets": 4 if release == OLD else 3,
                "latest": release == latest,
                "previous": None,
            }
            for release in releases
        ],
        "files": {
            str(path.relative_to(folder)): {
                "bytes": path.stat().st_size,
                "sha256": sha256(path.read_bytes()).hexdigest(),
                "media_type": MEDIA_TYPES[path.suffix[1:]],
            }
            for path in files
            if path.is_file()
        },
    }
