"""The charts of a thing: numbers that its goals declare, or how many goals its units do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from rdflib import URIRef
from rdflib.namespace import PROV

from a4_rdf import iris, queries
from a4_rdf.iris import Kind
from a4_rdf.model import Bound
from a4_rdf.serve.addresses import path_of
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.pages import bars
from a4_rdf.serve.pages.bars import Chart, Figure, Group, Names
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.things import View, goal_counts
from a4_rdf.store import Node, Store, construct_each
from a4_rdf.vocab import Poa

NAMED_BY: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: (),
    Kind.UNIT: ("indicator", "activity"),
    Kind.OBJECTIVE: ("activity", "indicator", "responsibleUnit"),
    Kind.ACTIVITY: ("indicator", "responsibleUnit"),
    Kind.INDICATOR: ("responsibleUnit", "activity"),
}
"""By kind of thing that has charts, what tells its goals apart before their own names do."""

GOALS = "metas-por-unidad"
"""The name of the chart that counts goals; no unit of measure is meant."""

UNDECLARED = "no-declarada"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, and the path of the drawing of it that other sites may show, if a release has it."""

    chart: Chart
    path: str


def drawings(publication: Publication, view: View) -> tuple[Drawing, ...]:
    """Return the charts of the page of a view: of all its goals, on the first page of them."""
    if view.goals and (view.goals.previous is not None or view.goals.total < bars.FEWEST):
        return ()
    base, release = publication.base, view.release
    is_dated = release is not None and any(one.entry == release for one in view.spoken)
    day = release.date.isoformat() if release and is_dated else ""
    found = charts(publication.store, view.iri, view.labels, view.graph)
    return tuple(Drawing(chart, _path(base, view.iri, day, chart)) for chart in found)


def charts(
    store: Store, this: URIRef, labels: Labels, graph: URIRef | None = None
) -> tuple[Chart, ...]:
    """Return the charts of a thing, those of the most numbers first; none for most kinds of things.

    `graph` is the one that says it, None for what holds now; `labels` say how things are called.
    """
    name = iris.parse(store.base, this)
    if name is None or name.kind not in NAMED_BY:
        return ()
    figures = _counted if name.kind is Kind.ORGANIZATION else _declared
    groups = bars.groups(figures(store, this, graph))
    facts = _facts(store, groups, graph)
    said = _said(store.base, facts, groups, NAMED_BY[name.kind])
    labels.learn((*chain.from_iterable(said.values()), *_concepts(store.base, groups)))
    names = {thing: [labels.label(iri) for iri in by] for thing, by in said.items()}
    placed = (_placed(facts, group, labels) for group in groups)
    return tuple(_chart(store.base, group, names, labels) for group in placed)


def _path(base: str, iri: str, day: str, chart: Chart) -> str:
    return path_of(base, iris.bars(base, iri, day, chart.name)) or "" if day else ""


def _counted(store: Store, this: URIRef, graph: URIRef | None) -> Iterator[Figure]:
    """Yield how many goals of its own each unit of an organisation declared, if any."""
    for unit, goals in goal_counts(store, "goal_counts", this, graph).items():
        yield Figure(unit, Decimal(goals), GOALS, "")


def _declared(store: Store, this: URIRef, graph: URIRef | None) -> Iterator[Figure]:
    """Yield the numbers that the goals of a thing declare."""
    found = store.select(queries.load("comparable_targets"), {"this": this}, graph)
    terms = {*found.column("measure"), *found.column("bound")}
    codes = {term: _code(store.base, term) for term in terms}
    for one in found:
        bound, measure = codes[one["bound"]], codes[one["measure"]]
        yield Figure(
            thing=URIRef(one["goal"]),
            value=Decimal(one["value"]),
            measure="" if measure == UNDECLARED else measure,
            bound="" if bound == Bound.STATED else bound,
            number=_number(store.base, one["target"]),
        )


def _facts(store: Store, groups: Iterable[Group], graph: URIRef | None) -> Facts:
    """Return what tells apart the things that have a bar."""
    things = _things(groups)
    return Facts(construct_each(store, queries.load("goal_place"), "this", things, graph))


def _said(
    base: str, facts: Facts, groups: Iterable[Group], named_by: tuple[str, ...]
) -> dict[URIRef, tuple[URIRef, ...]]:
    """Return what names each thing that has a bar: what it is of, the best first, then itself."""
    ways = [Poa(base)[term] for term in named_by]
    return {
        thing: (*chain.from_iterable(facts.links(thing, way) for way in ways), thing)
        for thing in _things(groups)
    }


def _placed(facts: Facts, group: Group, labels: Labels) -> Group:
    """Return a group whose figures tell their place; of a goal with several, which one each is."""
    times = Counter(figure.thing for figure in group.figures)
    figures = []
    for figure in group.figures:
        row = facts.link(figure.thing, PROV.wasDerivedFrom)
        number = figure.number if times[figure.thing] > 1 else 0
        figures.append(replace(figure, place=labels.place(row, number) if row else ""))
    return replace(group, figures=tuple(figures))


def _things(groups: Iterable[Group]) -> list[URIRef]:
    return [figure.thing for group in groups for figure in group.figures]


def _chart(base: str, group: Group, names: Names, labels: Labels) -> Chart:
    measure, bound = ("" if iri is None else _inside(labels.label(iri)) for iri in _of(base, group))
    return bars.chart(group, names, labels.lang, measure, bound)


def _concepts(base: str, groups: Iterable[Group]) -> Iterator[URIRef]:
    """Yield what groups have in common, where it has a name to show."""
    for group in groups:
        yield from filter(None, _of(base, group))


def _of(base: str, group: Group) -> tuple[URIRef | None, URIRef | None]:
    """Return the unit of measure and the bound of a group, each None where there is none."""
    measure = None if group.measure == GOALS else _concept(base, "unidad-medida", group.measure)
    return measure, _concept(base, "cota", group.bound) if group.bound else None


def _inside(name: str) -> str:
    """Return a name as it is written inside a sentence."""
    return name if name.isupper() else name[:1].lower() + name[1:]


def _concept(base: str, scheme: str, code: str) -> URIRef:
    return URIRef(iris.mint(base, Kind.CONCEPT, list=scheme, code=code))


def _number(base: str, target: Node) -> int:
    """Return which of its goal's targets one is, from 1."""
    name = iris.parse(base, str(target))
    return int(name["n"]) if name and name.kind is Kind.TARGET else 0


def _code(base: str, term: Node) -> str:
    name = iris.parse(base, str(term))
    return name["code"] if name and name.kind is Kind.CONCEPT else ""
