"""A publication of four months: July, August that repeats it, September, October that repeats it.

Since September a promise is lower, a unit is spelled otherwise, one unit was taken over by another
and one went away.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import ORG

from a4_rdf import formats, iris
from a4_rdf.describe import describe, describe_repeat
from a4_rdf.identify import names_of
from a4_rdf.iris import Kind
from a4_rdf.model import Goal, Plan, Release, RowStatus, SourceRow, TargetStatus, Unit
from a4_rdf.store import build_store, rdfio
from a4_rdf.terms import Triple
from tests.plans import BASE, DIRECTION, PUBLISHER, RELEASE, said, small_plan
from tests.serve.small import static

JULY = replace(RELEASE, date=date(2015, 7, 31))
AUGUST = replace(RELEASE, date=date(2015, 8, 31), previous=date(2015, 7, 31))
SEPTEMBER = replace(RELEASE, date=date(2015, 9, 30), previous=date(2015, 8, 31))
OCTOBER = replace(RELEASE, date=date(2015, 10, 31), previous=date(2015, 9, 30))

CONTENT = {JULY: JULY, AUGUST: JULY, SEPTEMBER: SEPTEMBER, OCTOBER: SEPTEMBER}
DIGESTS = {JULY: "sha256:" + "ab" * 32, SEPTEMBER: "sha256:" + "ef" * 32}

PARKS, IRRIGATION = "DIRECCIÓN DE PARQUES", "DIRECCIÓN DE RIEGO"
OLD_COORDINATION = "COORDINACIÓN DE VIAS"
"""How July spells it, without an accent: the same unit."""

RETIRED = {
    "id/unidad/gad/direccion-de-riego": "id/unidad/gad/direccion-de-aguas",
    "id/unidad/gad/direccion-de-aguas": "id/unidad/gad/direccion-de-obras",
    "id/meta/gad/aaaaaaaaaaaa": "id/meta/gad/bbbbbbbbbbbb",
    "id/meta/gad/bbbbbbbbbbbb": "id/meta/gad/aaaaaaaaaaaa",
}
"""A unit that was taken over twice, and two goals of which a hand made a circle."""


def publish_history(public: Path) -> Path:
    """Build the publication of the four months at `public`, and return that."""
    (public / "dumps/gad").mkdir(parents=True)
    graphs = {release: _triples(release) for release in CONTENT}
    with build_store(public / "store", BASE) as store:
        now = (*graphs[SEPTEMBER], *graphs[OCTOBER], *static())
        store.load((s, p, o, None) for s, p, o in now)
        for release, triples in graphs.items():
            name = URIRef(_iri(Kind.GRAPH, release))
            store.load((s, p, o, name) for s, p, o in triples)
    for release, triples in graphs.items():
        stem = f"dumps/gad/{release.date.isoformat()}"
        for fmt in formats.FORMATS:
            data = rdfio.write(triples, fmt, BASE, URIRef(_iri(Kind.GRAPH, release)))
            (public / f"{stem}.{fmt.suffix}").write_bytes(data)
        if CONTENT[release] == release:
            (public / f"{stem}.csv").write_text("organization,release\n")
    (public / "catalogo.ttl").write_text("")
    (public / "retired.json").write_text(json.dumps(RETIRED))
    (public / "publication.json").write_text(json.dumps(_manifest(public)))
    return public


def july_plan() -> Plan:
    """Return the plan of July: five bridges instead of three, and two more units."""
    plan = small_plan()
    old = (DIRECTION, OLD_COORDINATION)
    bridges, budget, blank = plan.goals
    five = replace(bridges.targets[0], text="5 puentes", value=Decimal(5))
    cell = said("5 puentes y al menos 2 pasos de agua", 4, 6)
    more = replace(bridges, unit=old, target_cell=cell, targets=(five, bridges.targets[1]))
    goals = (more, replace(budget, unit=old), blank, _goal(IRRIGATION, 8), _goal(PARKS, 9))
    direction, coordination, project = plan.units
    units = (direction, replace(coordination, path=old), project, _unit(IRRIGATION), _unit(PARKS))
    rows = (*plan.rows, SourceRow(8, RowStatus.GOAL, (), ()), SourceRow(9, RowStatus.GOAL, (), ()))
    return replace(plan, goals=goals, units=units, rows=rows)


def _goal(unit: str, row: int) -> Goal:
    return Goal(
        row=row,
        unit=(unit,),
        reported_unit=said(unit, row, 2),
        number=str(row),
        activity=said(f"Obras de {unit}", row, 4),
        target_cell=said("según pedido", row, 6),
        status=TargetStatus.BLANK,
    )


def _unit(name: str) -> Unit:
    return Unit((name,), (name,))


def _triples(release: Release) -> tuple[Triple, ...]:
    content = CONTENT[release]
    plan = july_plan() if content == JULY else small_plan()
    if content != release:
        return describe_repeat(PUBLISHER, release, plan, content.date)
    said = describe(PUBLISHER, release, plan, names_of(plan))
    return (*said, *_ended()) if release == SEPTEMBER else said


def _ended() -> tuple[Triple, ...]:
    """Return what September says of two units of July: that something ended them, no more."""
    event = URIRef(f"{BASE}/id/cambio/gad/2015-09-30/fin")
    units = (f"{BASE}/id/unidad/gad/direccion-de-{name}" for name in ("parques", "riego"))
    return tuple((URIRef(unit), ORG.changedBy, event) for unit in units)


def _iri(kind: Kind, release: Release) -> str:
    return iris.mint(BASE, kind, org="gad", date=release.date.isoformat())


def _manifest(public: Path) -> dict[str, object]:
    return {
        "format": 1,
        "base": BASE,
        "title": PUBLISHER.title,
        "publisher": PUBLISHER.name,
        "licence": PUBLISHER.licence,
        "languages": ["es"],
        "digest": "sha256:history",
        "organizations": [{"slug": "gad", "name": "GAD de Ejemplo"}],
        "releases": [_entry(release) for release in CONTENT],
        "files": {
            str(path.relative_to(public)): {"bytes": 1, "sha256": "00", "media_type": "text/plain"}
            for path in sorted(public.glob("dumps/gad/*"))
        },
    }


def _entry(release: Release) -> dict[str, object]:
    content = CONTENT[release]
    return {
        "organization": "gad",
        "date": release.date.isoformat(),
        "year": release.year,
        "graph": _iri(Kind.GRAPH, release),
        "dataset": _iri(Kind.RELEASE, release),
        "digest": DIGESTS[content],
        "goals": 5 if content == JULY else 3,
        "targets": 3,
        "latest": release == OCTOBER,
        "previous": release.previous.isoformat() if release.previous else None,
        "repeats": None if content == release else content.date.isoformat(),
    }
