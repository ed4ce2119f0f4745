"""The stages put together: a document becomes a conversion, a workspace a publication."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from a4_rdf import iris
from a4_rdf.check import Report, check, check_catalogue, to_json
from a4_rdf.describe import describe, identify
from a4_rdf.errors import A4Error, CheckError, SourceError
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
from a4_rdf.read import Bounds, limited, read
from a4_rdf.release import (
    Document,
    Publication,
    ReleasedDocument,
    Settings,
    corrections_path,
    documents,
    publish,
    without_document,
    workspace_corrections,
)
from a4_rdf.repair import repair, settle
from a4_rdf.terms import Triple


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
class Conversion:
    """One document, converted: its plan, release, keys, findings and release graph."""

    release: Release
    plan: Plan
    identifiers: Identifiers
    findings: tuple[Finding, ...]
    triples: tuple[Triple, ...]


def convert(
    path: Path, publisher: Publisher, known: Known, bounds: Bounds | None = None
) -> Conversion:
    """Read, repair, interpret and describe one document.

    Raises SourceError, naming the path as it was given, for a document that cannot be read, is no
    a4 document or declares no goal, and where neither the document nor `known` says whose it is
    or of which date.
    """
    try:
        return _convert(path, publisher, known, bounds or Bounds())
    except SourceError as error:
        raise SourceError(str(path), error.code, error.message) from error


def _convert(path: Path, publisher: Publisher, known: Known, bounds: Bounds) -> Conversion:
    table, read_findings = read(path, bounds)
    table, repair_findings = repair(table, known.corrections)
    plan, plan_findings = interpret(table)
    if not plan.goals:
        message = "se esperaba al menos una fila con una unidad y su meta; no hay ninguna"
        raise SourceError(plan.source.name, "no-goals", message)
    release, release_findings = _release(plan, known)
    findings = settle((*read_findings, *repair_findings, *plan_findings, *release_findings))
    identifiers = identify(plan)
    triples = describe(publisher, release, plan, identifiers, findings)
    return Conversion(release, plan, identifiers, findings, triples)


Watch = Callable[[Document, Conversion, Report], None]
Warn = Callable[[Path, tuple[Finding, ...]], None]


class BuildRefusedError(A4Error):
    """Some documents of a workspace cannot be published; one line for each of them."""

    def __init__(self, errors: tuple[A4Error, ...]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.exit_code = max(error.exit_code for error in errors)


def build(root: Path, settings: Settings, watch: Watch, warn: Warn | None = None) -> Publication:
    """Convert, check and publish every document of a workspace, or none.

    `watch` is called after each document, `warn` after all of them for each file of the workspace
    that matches none (see `stale_corrections`). Raises BuildRefusedError, after all documents were
    tried, where one cannot be read or violates a check: the last good publication stays.
    """
    base = settings.publisher.base

    def approve(catalogue: Sequence[Triple]) -> None:
        _refuse("catalogo.ttl", check_catalogue(catalogue, base))

    return publish(root, settings, _released(root, settings, watch, warn), approve)


def _refuse(name: str, report: Report) -> None:
    """Raise CheckError, with its first line, for a report that does not conform."""
    if not report.conforms:
        worst = report.results[0]
        raise CheckError(f"{name}: {worst.code}: {worst.focus}: {worst.es}")


def stale_corrections(
    root: Path, settings: Settings, digests: Mapping[str, set[str]]
) -> Iterator[tuple[Path, tuple[Finding, ...]]]:
    """Yield each file with corrections of documents that are not there, and those, by line.

    `digests` holds the SHA-256 of the documents that were read, by organisation.
    """
    for slug, corrections in workspace_corrections(root, settings.organizations).items():
        found = without_document(corrections, frozenset(digests.get(slug, ())))
        if found:
            yield corrections_path(root, slug), found


def _released(
    root: Path, settings: Settings, watch: Watch, warn: Warn | None
) -> Iterator[ReleasedDocument]:
    """Yield documents as they pass; raise at the end, when every error is known."""
    errors: list[A4Error] = []
    bounds = limited(settings.limits)
    digests: dict[str, set[str]] = {}
    for document in documents(root, settings):
        try:
            released = _checked(document, settings.publisher, watch, bounds)
        except A4Error as error:
            errors.append(error)
            continue
        digests.setdefault(document.organization.slug, set()).add(released.plan.source.digest)
        yield released
    if errors:
        raise BuildRefusedError(tuple(errors))
    if warn is not None:
        for path, found in stale_corrections(root, settings, digests):
            warn(path, found)


def _checked(
    document: Document, publisher: Publisher, watch: Watch, bounds: Bounds
) -> ReleasedDocument:
    """Convert and check one document of a workspace; CheckError where it violates a check."""
    conversion = convert_document(document, publisher, bounds)
    report = check(conversion.triples, publisher.base)
    watch(document, conversion, report)
    _refuse(str(document.path), report)
    return ReleasedDocument(
        conversion.release,
        conversion.plan,
        conversion.identifiers,
        conversion.findings,
        conversion.triples,
        to_json(report).encode(),
    )


def convert_document(
    document: Document, publisher: Publisher, bounds: Bounds | None = None
) -> Conversion:
    """Convert one document of a workspace, as the settings know it."""
    known = Known(
        document.organization,
        document.date,
        document.year,
        document.previous,
        document.corrections,
    )
    return convert(document.path, publisher, known, bounds)


def _release(plan: Plan, known: Known) -> tuple[Release, tuple[Finding, ...]]:
    """Return whose plan it is and of which date; a date unlike the expected one is a finding."""
    name, updated = plan.source.name, plan.footer.updated
    day = known.date or updated
    if day is None:
        message = "se esperaba una fecha de actualización en el pie, o --date; no hay ninguna"
        raise SourceError(name, "no-date", message)
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
    footer = (row.number for row in plan.rows if row.status is RowStatus.FOOTER)
    return Place(next(footer, plan.rows[-1].number), 1)
