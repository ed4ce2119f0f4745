"""The one table of IRI patterns: mint an IRI from its parts, parse it back.

`parse(base, mint(base, kind, **parts)) == Name(kind, parts)` for every kind. Bases carry no
trailing slash. Hash IRIs of the vocabulary are `vocab.Poa`'s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from urllib.parse import quote, unquote


class Kind(StrEnum):
    """What an IRI identifies."""

    ORGANIZATION = "organization"
    UNIT = "unit"
    PLAN = "plan"
    PERIOD = "period"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    GOAL = "goal"
    TARGET = "target"
    DOCUMENT = "document"
    SOURCE_ROW = "source-row"
    DATASET = "dataset"
    RELEASE = "release"
    SLICE = "slice"
    POST = "post"
    CONTACT = "contact"
    CONVERSION = "conversion"
    ANNOTATION = "annotation"
    CURATION = "curation"
    CHANGE = "change"
    SCHEME = "scheme"
    CONCEPT = "concept"
    GRAPH = "graph"
    CATALOGUE = "catalogue"


PATTERNS: Mapping[Kind, str] = {
    Kind.ORGANIZATION: "id/organizacion/{org}",
    Kind.UNIT: "id/unidad/{org}/{key}",
    Kind.PLAN: "id/plan/{org}/{year}",
    Kind.PERIOD: "id/periodo/{year}",
    Kind.OBJECTIVE: "id/objetivo/{org}/{key}",
    Kind.ACTIVITY: "id/actividad/{org}/{key}",
    Kind.INDICATOR: "id/indicador/{org}/{key}",
    Kind.GOAL: "id/meta/{org}/{key}",
    Kind.TARGET: "id/meta/{org}/{key}/{date}/{n}",
    Kind.DOCUMENT: "id/documento/{org}/{date}",
    Kind.SOURCE_ROW: "id/documento/{org}/{date}/fila/{row}",
    Kind.DATASET: "id/conjunto/{org}",
    Kind.RELEASE: "id/conjunto/{org}/{date}",
    Kind.SLICE: "id/conjunto/{org}/{date}/unidad/{key}",
    Kind.POST: "id/puesto/{org}/{key}",
    Kind.CONTACT: "id/contacto/{org}",
    Kind.CONVERSION: "id/conversion/{org}/{date}",
    Kind.ANNOTATION: "id/conversion/{org}/{date}/hallazgo/{key}",
    Kind.CURATION: "id/conversion/{org}/{date}/revision/{key}",
    Kind.CHANGE: "id/cambio/{org}/{date}/{key}",
    Kind.SCHEME: "kos/{list}",
    Kind.CONCEPT: "kos/{list}/{code}",
    Kind.GRAPH: "graph/{org}/a4/{date}",
    Kind.CATALOGUE: "catalogo",
}

SLUG_LENGTH = 96
KEY_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed IRI: its kind and the parts of its pattern, in pattern order."""

    kind: Kind
    parts: tuple[tuple[str, str], ...]

    def __getitem__(self, part: str) -> str:
        """Return one part; KeyError where the kind has none of that name."""
        return dict(self.parts)[part]


def mint(base: str, kind: Kind, **parts: str) -> str:
    """Return the IRI of a thing; parts are percent-encoded, so none can add a path segment."""
    encoded = {name: quote(part, safe="") for name, part in parts.items()}
    return f"{base}/{PATTERNS[kind].format(**encoded)}"


def parse(base: str, iri: str) -> Name | None:
    """Return what an IRI of this base identifies, or None where no pattern fits."""
    if not iri.startswith(f"{base}/"):
        return None
    path = iri[len(base) + 1 :]
    for kind, pattern in _COMPILED.items():
        if match := pattern.fullmatch(path):
            return Name(kind, tuple((k, unquote(v)) for k, v in match.groupdict().items()))
    return None


def document_of(base: str, iri: str) -> str:
    """Return the address of the description of a thing: `/id/…` becomes `/doc/…`, others stay."""
    things = f"{base}/id/"
    return f"{base}/doc/{iri[len(things) :]}" if iri.startswith(things) else iri


def dated_document(base: str, iri: str, date: str) -> str:
    """Return the address of what the release of an ISO date says of a thing: `/doc/{date}/…`."""
    return f"{base}/doc/{date}/{iri[len(base) + len('/id/') :]}"


def bars(base: str, iri: str, date: str, name: str) -> str:
    """Return the address of one drawing of what the release of an ISO date says of a thing."""
    return f"{dated_document(base, iri, date)}/barras/{quote(name, safe='')}.svg"


def timemap(base: str, document: str) -> str:
    """Return the address of the list of all dated forms of a document (RFC 7089, section 5)."""
    return f"{base}/timemap/link/{document[len(base) + 1 :]}"


def rows_from(document: str, row: int) -> str:
    """Return the address of the page of a long document that begins at the number of a row."""
    return f"{document}?desde={row}"


def source_copy(base: str, org: str, date: str) -> str:
    """Return the address of the published copy of a source, persons blanked."""
    return f"{document_of(base, mint(base, Kind.DOCUMENT, org=org, date=date))}/fuente.txt"


def source_line(base: str, org: str, date: str, row: int) -> str:
    """Return the address of one line of the published copy (RFC 5147: lines count from 0)."""
    return f"{source_copy(base, org, date)}#line={row - 1},{row}"


def vocabulary(base: str) -> str:
    """Return the IRI of the vocabulary as a document."""
    return f"{base}/def/poa"


def catalogue_part(base: str, name: str) -> str:
    """Return the IRI of a thing that only the catalogue describes: a distribution, a checksum."""
    return f"{mint(base, Kind.CATALOGUE)}#{quote(name, safe='')}"


def catalogue_page(base: str, number: int, suffix: str) -> str:
    """Return the address of one page of the catalogue in one format; pages count from 1."""
    return f"{base}/{catalogue_page_path(number)}.{suffix}"


def catalogue_page_path(number: int) -> str:
    """Return the path below the base of one page of the catalogue, without suffix."""
    first = PATTERNS[Kind.CATALOGUE]
    return first if number == 1 else f"{first}/{number}"


def void_description(base: str) -> str:
    """Return the address of the VoID description."""
    return f"{base}/.well-known/void"


def void_part(base: str, name: str) -> str:
    """Return the IRI of the VoID data set or of one of its partitions."""
    return f"{void_description(base)}#{quote(name, safe='')}"


def download(base: str, path: str) -> str:
    """Return the address of a dump; `path` is below `dumps/`."""
    return f"{base}/dumps/{quote(path)}"


def changes(base: str) -> str:
    """Return the address of the changes as a page, which names the graph that they are in."""
    return f"{base}/cambios"


def feed(base: str) -> str:
    """Return the address of the changes as an Atom feed."""
    return f"{changes(base)}.atom"


def event_stream(base: str) -> str:
    """Return the IRI of the changes as an event stream."""
    return f"{event_stream_page(base)}#stream"


def event_stream_page(base: str, name: str = "") -> str:
    """Return the address of a page of the event stream, of its root where there is no name."""
    return f"{base}/changes/ldes/{name}" if name else f"{base}/changes/ldes"


def current_graph(base: str) -> str:
    """Return the graph that stands for the default graph in a store that has none of its own."""
    return f"{base}/graph/actual"


def no_graph(base: str) -> str:
    """Return the name of a graph that is empty for good."""
    return f"{base}/graph/nada"


def load_record(base: str) -> str:
    """Return the graph in which a store says which publication was loaded into it."""
    return f"{base}/graph/carga"


def shape(base: str, name: str) -> str:
    """Return the IRI of one of our SHACL shapes."""
    return f"{base}/def/shapes#{name}"


def root(base: str) -> str:
    """Return what the relative IRIs of queries and of our Turtle are resolved against."""
    return f"{base}/"


def endpoint(base: str) -> str:
    """Return the address of the SPARQL endpoint."""
    return f"{base}/sparql"


def slug(text: str) -> str:
    """Return a lower-case ASCII slug of a name, cut with a hash past `SLUG_LENGTH` characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not name:
        return key(text)
    if len(name) <= SLUG_LENGTH:
        return name
    return f"{name[: SLUG_LENGTH - 9].rstrip('-')}-{key(text)[:8]}"


def lineage(names: Sequence[str]) -> str:
    """Return a path of unit names as keys see it: accents and case of a name do not count."""
    return "/".join(slug(name) for name in names)


def normalised(text: str) -> str:
    """Return the text as keys see it: NFC, casefolded, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def key(*texts: str) -> str:
    """Return a short hash of texts, equal for texts that differ in case or spaces only."""
    joined = "\x1f".join(normalised(text) for text in texts)
    return sha256(joined.encode()).hexdigest()[:KEY_LENGTH]


_COMPILED: Mapping[Kind, re.Pattern[str]] = {
    kind: re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/?#]+)", pattern))
    for kind, pattern in PATTERNS.items()
}
