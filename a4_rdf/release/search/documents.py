"""What can be found: organisations, units, goals, what several goals share, notices explained."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a4_rdf import explanations, iris
from a4_rdf.errors import A4Error
from a4_rdf.iris import Kind
from a4_rdf.model import Organization
from a4_rdf.release import state
from a4_rdf.release.released import ReleaseRecord

JOINT = " · "
"""Between the parts of a line: `COORDINACIÓN · Entidad`."""

_Units = Mapping[str, list[str]]
"""By slug, a unit's name and its parent's slug."""

_SHARED = (Kind.OBJECTIVE, Kind.ACTIVITY, Kind.INDICATOR)


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found: the path of its page, its kind (`unit`, `goal`…), its words.

    `context` says where it belongs, `value` what a goal promises; `also` are words by which it is
    found though they are not shown.
    """

    path: str
    kind: str
    org: str
    name: str
    context: str = ""
    text: str = ""
    value: str = ""
    also: str = ""


def documents(folder: Path, records: Iterable[ReleaseRecord]) -> Iterator[Document]:
    """Yield what holds now, organisation by organisation, then what the notices are about.

    A release that repeats another is told by the one whose content it has. One is held at a time.
    """
    known = {record.stem: record for record in records}
    for _, record in sorted(known.items()):
        if record.latest:
            yield _of_body(record.release.organization)
            yield from _of_release(folder, known.get(record.content_stem, record))
    for code, explained in sorted(explanations.EXPLANATIONS.items()):
        yield Document(
            _path(Kind.CONCEPT, list="hallazgo", code=code),
            Kind.CONCEPT.value,
            "",
            explained.name_es,
            text=explained.es,
            also=f"{code} {explained.name_en}",
        )


def _of_body(body: Organization) -> Document:
    path = _path(Kind.ORGANIZATION, org=body.slug)
    return Document(path, Kind.ORGANIZATION.value, body.slug, body.name, also=body.slug)


def _of_release(folder: Path, record: ReleaseRecord) -> Iterator[Document]:
    """Yield what a release says, nothing where a build did not keep it."""
    try:
        said: Mapping[str, Any] = json.loads(state.text_of(folder, record, "json"))
        names = state.names_of(folder, record)
    except A4Error:
        return
    slug, body = record.slug, record.release.organization.name
    units: _Units = said["units"]
    for key, (name, parent) in units.items():
        path = _path(Kind.UNIT, org=slug, key=key)
        yield Document(path, Kind.UNIT.value, slug, name, _place(units, parent, body))
    for key, goal in said["goals"].items():
        yield _goal(slug, key, goal, _place(units, goal["unit"], body))
    yield from _shared(slug, body, said, names)


def _place(units: _Units, unit: str, body: str) -> str:
    """Return the line that says whose something is: unit and body, or the body alone."""
    return JOINT.join((units[unit][0], body)) if unit in units else body


def _goal(slug: str, key: str, goal: Mapping[str, Any], place: str) -> Document:
    """Return a goal by what is done, or else by the first of its texts."""
    texts = [goal[name] for name in ("activity", "indicator", "objective") if goal[name]]
    values = (target[name] for target in goal["targets"] for name in ("value", "value_max"))
    return Document(
        _path(Kind.GOAL, org=slug, key=key),
        Kind.GOAL.value,
        slug,
        name=texts[0] if texts else goal["target_cell"],
        context=place,
        text=JOINT.join(texts[1:]),
        value=goal["target_cell"],
        also=" ".join(str(value) for value in values if value is not None),
    )


def _shared(
    slug: str, body: str, said: Mapping[str, Any], names: Mapping[tuple[Kind, str], str]
) -> Iterator[Document]:
    """Yield the objectives, activities and indicators that several goals have.

    One that a single goal has is found by that goal, whose page says the same.
    """
    units: _Units = said["units"]
    for kind in _SHARED:
        having: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for goal in said["goals"].values():
            if text := goal[kind.value]:
                unit = "" if kind is Kind.INDICATOR else goal["unit"]
                having[unit, iris.normalised(text)].append(text)
        for (unit, folded), texts in having.items():
            name = names.get((kind, _key(unit, folded) if unit else _key(folded)))
            if name is not None and len(texts) > 1:
                path, place = _path(kind, org=slug, key=name), _place(units, unit, body)
                yield Document(path, kind.value, slug, texts[0], place)


def _key(*texts: str) -> str:
    """Return the key by which the ledger knows words of a unit, or of a body."""
    return " | ".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def _path(kind: Kind, **parts: str) -> str:
    """Return the path of a thing's page, without leading slash."""
    base = "urn:base"
    return iris.document_of(base, iris.mint(base, kind, **parts)).removeprefix(iris.root(base))
