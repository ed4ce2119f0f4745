"""One document through the stages: read, repaired, interpreted, named, described."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from a4_rdf import iris
from a4_rdf.describe import describe
from a4_rdf.errors import SourceError
from a4_rdf.identify import names_of
from a4_rdf.interpret import interpret
from a4_rdf.model import (
    Correction,
    Finding,
    Identifiers,
    Organization,
    Place,
    Plan,
    Publisher,
    Release,
    RowStatus,
)
from a4_rdf.read import Bounds, read
from a4_rdf.release import Document
from a4_rdf.repair import repair, settle
from a4_rdf.terms import Triple

_WITHOUT_DATE = "se esperaba una fecha de actualización en el pie, o --date; no hay ninguna"
_WITHOUT_METADATA = (
    "se esperaba una fecha de actualización en el archivo de metadatos («Metadatos.csv»), o --date;"
    " el archivo falta o no se pudo leer"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the publisher says of a document beforehand; what is None, the document must say.

    `year` is the plan's, where the publisher knows better than the update date. `corrections` are
    curators' decisions; those on other documents are left alone.
    """

    organization: Organization | None = None
    date: datetime.date | None = None
    year: int | None = None
    previous: datetime.date | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """One document as it was understood, before its things have names."""

    release: Release
    plan: Plan
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """One document, converted: its plan, release, names, findings and release graph."""

    release: Release
    plan: Plan
    identifiers: Identifiers
    findings: tuple[Finding, ...]
    triples: tuple[Triple, ...]


def convert(
    path: Path, publisher: Publisher, known: Known, bounds: Bounds | None = None
) -> Conversion:
    """Read, repair, interpret and describe one document, whose things no ledger knows.

    Raises SourceError, naming the path as it was given, for a document that cannot be read, is no
    a4 document or declares no goal, and where neither the document nor `known` says whose it is
    or of which date.
    """
    understood = understand(path, known, bounds or Bounds())
    return described(publisher, understood, names_of(understood.plan))


def convert_document(
    document: Document, publisher: Publisher, bounds: Bounds | None = None
) -> Conversion:
    """Convert one document of a workspace, as the settings know it."""
    return convert(document.path, publisher, known_of(document), bounds)


def known_of(document: Document) -> Known:
    """Return what a workspace says of one of its documents."""
    return Known(
        document.organization,
        document.date,
        document.year,
        document.previous,
        document.corrections,
    )


def understand(path: Path, known: Known, bounds: Bounds) -> Understood:
    """Read, repair and interpret one document; the SourceErrors of `convert`."""
    try:
        return _understand(path, known, bounds)
    except SourceError as error:
        raise SourceError(str(path), error.code, error.message) from error


def described(publisher: Publisher, understood: Understood, identifiers: Identifiers) -> Conversion:
    """Return a document's conversion under the names that its things have."""
    release, plan, findings = understood.release, understood.plan, understood.findings
    triples = describe(publisher, release, plan, identifiers, findings)
    return Conversion(release, plan, identifiers, findings, triples)


def _understand(path: Path, known: Known, bounds: Bounds) -> Understood:
    table, read_findings = read(path, bounds)
    table, repair_findings = repair(table, known.corrections)
    plan, plan_findings = interpret(table)
    if not plan.goals:
        message = "se esperaba al menos una fila con una unidad y su meta; no hay ninguna"
        raise SourceError(plan.source.name, "no-goals", message)
    lacking = any(finding.code == "metadata-missing" for finding in read_findings)
    release, release_findings = _release(plan, known, lacking)
    findings = settle((*read_findings, *repair_findings, *plan_findings, *release_findings))
    return Understood(release, plan, findings)


def _release(plan: Plan, known: Known, lacking: bool) -> tuple[Release, tuple[Finding, ...]]:
    """Return whose plan it is and of which date; a date unlike the expected one is a finding.

    `lacking` says that the document's metadata file is missing, where the date would stand.
    """
    name, updated = plan.source.name, plan.footer.updated
    day = known.date or updated
    if day is None:
        raise SourceError(name, "no-date", _WITHOUT_METADATA if lacking else _WITHOUT_DATE)
    organization = known.organization or _organization(plan)
    release = Release(
        organization,
        day,
        *_year(known, updated, day),
        known.previous,
    )
    if updated is None or updated == day:
        return release, ()
    details = (("stated", updated.isoformat()), ("expected", day.isoformat()))
    return release, (Finding("date-differs", _footer_place(plan), details),)


def _year(known: Known, updated: datetime.date | None, day: datetime.date) -> tuple[int, str]:
    """Return the plan's year and what it was taken from; the document seldom names it."""
    if known.year:
        return known.year, "settings"
    return (updated.year, "update-date") if updated else (day.year, "release-date")


def _organization(plan: Plan) -> Organization:
    if not plan.title:
        message = "se esperaba el nombre de la entidad sobre la tabla, o --org; no hay ninguno"
        raise SourceError(plan.source.name, "no-organization", message)
    return Organization(iris.slug(plan.title), plan.title)


def _footer_place(plan: Plan) -> Place:
    """Return where the footer begins, else the last row."""
    footer = (row for row in plan.rows if row.status is RowStatus.FOOTER)
    row = next(footer, plan.rows[-1])
    return Place(row.number, 1, row.cells[0].place.part if row.cells else "")
