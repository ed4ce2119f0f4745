"""What each kind of thing is called, which template shows it, and what that template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDFS, SKOS

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve.comparable import drawings
from a4_rdf.serve.manifest import FileEntry, ReleaseEntry
from a4_rdf.serve.pages import schema_org
from a4_rdf.serve.pages.changes import Told, changes_of_unit
from a4_rdf.serve.pages.finding import help_of, is_finding
from a4_rdf.serve.pages.goals import goal_cards, grouped
from a4_rdf.serve.pages.source import row_lines, source_lines
from a4_rdf.serve.pages.tree import Node, place, tree
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.quality import is_warning, warned_goals
from a4_rdf.serve.things import View, goal_counts
from a4_rdf.serve.words import N_
from a4_rdf.vocab import OA, Poa

Context = Mapping[str, object]
Builder = Callable[[Publication, View], Context]


@dataclass(frozen=True, slots=True)
class KindPage:
    """A kind of page: its template, its noun, and the builder of what only it shows.

    The noun is a message that the template translates.
    """

    template: str
    noun: str
    build: Builder | None = None


def context(publication: Publication, view: View) -> Context:
    """Return what the page of a thing shows beyond what every page shows."""
    page = kind_page(publication.base, view)
    return page.build(publication, view) if page.build else {}


def kind_page(base: str, view: View) -> KindPage:
    """Return the kind of page for a thing of the publication at a base.

    What only tells how something was read is not called a notice of quality.
    """
    if is_finding(view.name):
        return FINDING if is_warning(base, view.iri) else FINDING_OF_READING
    kind = view.name.kind if view.name else None
    if kind is Kind.ANNOTATION and not is_warning(base, view.facts.link(view.iri, OA.hasBody)):
        return NOTE
    return PAGES.get(kind, PLAIN) if kind else PLAIN


def trail(publication: Publication, view: View) -> tuple[URIRef, ...]:
    """Return what a thing belongs to, the widest first: the breadcrumb of its page."""
    name = view.name
    if name is None:
        return ()
    if name.kind is Kind.UNIT:
        return place(view.facts, view.iri)
    above = _above(publication.base, view)
    parts = dict(name.parts)
    if "org" not in parts or name.kind is Kind.ORGANIZATION:
        return above
    body = iris.mint(publication.base, Kind.ORGANIZATION, org=parts["org"])
    return (URIRef(body), *above)


def _above(base: str, view: View) -> tuple[URIRef, ...]:
    """Return the next thing above a thing, below its organisation."""
    poa = Poa(base)
    above = (
        poa["responsibleUnit"],
        poa["objectiveOf"],
        poa["targetOf"],
        DCTERMS.isPartOf,
        SKOS.inScheme,
    )
    if view.name and view.name.kind in (Kind.ACTIVITY, Kind.INDICATOR, Kind.CATALOGUE):
        return ()
    found = (view.facts.link(view.iri, predicate) for predicate in above)
    return next(((iri,) for iri in found if iri), ())


def document(base: str, release: ReleaseEntry | None) -> str:
    """Return the IRI of the document that a release was read from."""
    if release is None:
        return ""
    day = release.date.isoformat()
    return iris.mint(base, Kind.DOCUMENT, org=release.organization, date=day)


def _organization(publication: Publication, view: View) -> Context:
    slug = view.name["org"] if view.name else ""
    return {
        "tree": _tree(publication, view),
        "drawings": drawings(publication, view),
        "releases": publication.manifest.of(slug),
        "schema_org": schema_org.dataset(publication, slug),
    }


def _tree(publication: Publication, view: View) -> Node:
    goals = goal_counts(publication.store, "goal_counts", view.iri, view.graph)
    return tree(view.facts, view.labels, goals, view.iri)


def _unit(publication: Publication, view: View) -> Context:
    base = publication.base
    every = goal_cards(view.facts, view.labels, base)
    cards = tuple(card for card in every if card.unit == view.iri)
    return {
        "tree": _tree(publication, view),
        "cards": cards,
        "groups": grouped(cards),
        "drawings": drawings(publication, view),
        "warned": warned_goals(publication.store, view.iri, view.graph),
        "reported": view.facts.objects(view.iri, SKOS.altLabel),
        "level": view.facts.link(view.iri, Poa(base)["processLevel"]),
        "changed": _changed(publication, view),
    }


def _changed(publication: Publication, view: View) -> tuple[Told, ...] | None:
    """Return what the release says of a unit otherwise than the one before, None for a first."""
    release = view.release
    if release is None or release.previous is None:
        return None
    return changes_of_unit(publication.root, release, view.iri, view.labels.lang)


def _goals(publication: Publication, view: View) -> Context:
    cards = goal_cards(view.facts, view.labels, publication.base)
    return {"cards": cards, "drawings": drawings(publication, view)}


def _goal(publication: Publication, view: View) -> Context:
    cards = goal_cards(view.facts, view.labels, publication.base)
    return {"card": next(iter(cards), None)}


def _plan(publication: Publication, view: View) -> Context:
    goals = goal_counts(publication.store, "plan_units", view.iri, view.graph)
    view.labels.learn(goals)
    counted = (Node(unit, view.labels.label(unit), n, ()) for unit, n in goals.items())
    by_name = sorted(counted, key=lambda node: node.label)
    body = view.facts.link(view.iri, Poa(publication.base)["planOf"])
    return {"units": by_name, "total": sum(goals.values()), "body": body}


def _row(publication: Publication, view: View) -> Context:
    lines, copy = _source(publication, view)
    rows = row_lines(view.facts, view.labels, publication.base, lines)
    return {"row": next(iter(rows), None), "copy": copy}


def _document(publication: Publication, view: View) -> Context:
    lines, copy = _source(publication, view)
    rows = row_lines(view.facts, view.labels, publication.base, lines)
    content = publication.manifest.content(view.release) if view.release else None
    return {"lines": rows, "copy": copy, "original": document(publication.base, content)}


def _source(publication: Publication, view: View) -> tuple[Mapping[int, str], str]:
    """Return the lines of the published copy of a document, and the IRI of that copy, if any."""
    if view.name is None:
        return {}, ""
    org, date = view.name["org"], view.name["date"]
    path = publication.file(f"sources/{org}/{date}/fuente.txt")
    copy = iris.source_copy(publication.base, org, date) if path else ""
    return source_lines(path), copy


def _release(publication: Publication, view: View) -> Context:
    entry = view.release if view.name and view.name.kind is Kind.RELEASE else None
    content = publication.manifest.content(entry) if entry else None
    slug = dict(view.name.parts).get("org", "") if view.name else ""
    described = (
        schema_org.release(publication, entry, view.label)
        if entry
        else schema_org.dataset(publication, slug)
    )
    return {
        "files": _files(publication, entry),
        "content": content,
        "content_files": _files(publication, content) if content != entry else [],
        "entry": entry,
        "releases": publication.manifest.of(slug),
        "schema_org": described,
    }


def _files(publication: Publication, entry: ReleaseEntry | None) -> list[FileEntry]:
    """Return the downloads of a release."""
    if entry is None:
        return []
    stem = f"dumps/{entry.organization}/{entry.date.isoformat()}."
    return [file for path, file in publication.manifest.files.items() if path.startswith(stem)]


def _concept(publication: Publication, view: View) -> Context:
    facts, lang = view.facts, view.labels.lang
    said = (
        facts.text(view.iri, p, lang) for p in (SKOS.definition, RDFS.comment, DCTERMS.description)
    )
    return {"definition": next(filter(None, said), "")}


def _finding(publication: Publication, view: View) -> Context:
    return {**_concept(publication, view), "help": help_of(publication, view)}


PLAIN = KindPage("thing.html", N_("Recurso"))
FINDING = KindPage("finding.html", N_("Tipo de aviso"), _finding)
FINDING_OF_READING = KindPage("finding.html", N_("Tipo de nota de lectura"), _finding)
NOTE = KindPage("thing.html", N_("Nota de lectura"))

PAGES: Mapping[Kind, KindPage] = {
    Kind.ORGANIZATION: KindPage("organization.html", N_("Organización"), _organization),
    Kind.UNIT: KindPage("unit.html", N_("Unidad administrativa"), _unit),
    Kind.PLAN: KindPage("plan.html", N_("Plan operativo"), _plan),
    Kind.PERIOD: KindPage("thing.html", N_("Período")),
    Kind.OBJECTIVE: KindPage("goals.html", N_("Objetivo"), _goals),
    Kind.ACTIVITY: KindPage("goals.html", N_("Actividad"), _goals),
    Kind.INDICATOR: KindPage("goals.html", N_("Indicador"), _goals),
    Kind.GOAL: KindPage("goal.html", N_("Meta declarada"), _goal),
    Kind.TARGET: KindPage("goal.html", N_("Valor de una meta"), _goal),
    Kind.SOURCE_ROW: KindPage("row.html", N_("Fila del documento"), _row),
    Kind.DOCUMENT: KindPage("document.html", N_("Documento"), _document),
    Kind.DATASET: KindPage("release.html", N_("Conjunto de datos"), _release),
    Kind.RELEASE: KindPage("release.html", N_("Publicación"), _release),
    Kind.SLICE: KindPage("thing.html", N_("Metas de una unidad en una publicación")),
    Kind.POST: KindPage("thing.html", N_("Puesto")),
    Kind.CONTACT: KindPage("thing.html", N_("Contacto institucional")),
    Kind.CONVERSION: KindPage("thing.html", N_("Conversión")),
    Kind.ANNOTATION: KindPage("thing.html", N_("Aviso de calidad")),
    Kind.CURATION: KindPage("thing.html", N_("Revisión")),
    Kind.CHANGE: KindPage("thing.html", N_("Cambio")),
    Kind.SCHEME: KindPage("concept.html", N_("Lista de códigos"), _concept),
    Kind.CONCEPT: KindPage("concept.html", N_("Código"), _concept),
}
