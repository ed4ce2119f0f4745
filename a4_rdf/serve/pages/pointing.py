"""What tells links to a thing apart where two properties have one name: where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.serve.addresses import host_and_name
from a4_rdf.serve.incoming import Incoming
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.pages.kinds import PAGES, PLAIN


def origins(
    base: str, labels: Labels, groups: Sequence[Incoming]
) -> Mapping[URIRef, tuple[str, ...]]:
    """Return what is said beside the name of a property, for those whose name another has too.

    These are the nouns of the things that point by it, messages that the template translates;
    where the other's are the same ones, its short name with the host of its vocabulary.
    """
    called = {group.predicate: labels.label(group.predicate) for group in groups}
    times = Counter(called.values())
    shared = {g.predicate: _nouns(base, g) for g in groups if times[called[g.predicate]] > 1}
    alike = Counter((called[predicate], nouns) for predicate, nouns in shared.items())
    return {
        predicate: nouns if alike[called[predicate], nouns] == 1 else (host_and_name(predicate),)
        for predicate, nouns in shared.items()
    }


def _nouns(base: str, group: Incoming) -> tuple[str, ...]:
    """Return what the things of a group that are shown are called, each noun once."""
    names = (iris.parse(base, subject) for subject in group.subjects)
    pages = (PAGES.get(name.kind, PLAIN) if name else PLAIN for name in names)
    return tuple(dict.fromkeys(page.noun for page in pages))
