"""Publish releases: write a whole publication aside, load its store, put it in place at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import URIRef

from a4_rdf import formats, iris, resources, terms
from a4_rdf.errors import A4Error
from a4_rdf.iris import Kind
from a4_rdf.model import Change, Publisher
from a4_rdf.release import (
    builds,
    catalogue,
    changelog,
    dumps,
    files,
    ledger,
    manifest,
    quality,
    search,
    state,
    void,
)
from a4_rdf.release.builds import Build
from a4_rdf.release.dumps import DUMPS, HISTORY, LATEST, REPORTS, SOURCES
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import Publication, ReleasedDocument, ReleaseRecord
from a4_rdf.release.settings import Settings
from a4_rdf.store import Store, build_store, rdfio
from a4_rdf.store.rdfio import RdfFile
from a4_rdf.terms import Triple

STORE, SUMS, RETIRED = "store", "SHA256SUMS", "retired.json"

Static = Mapping[URIRef, Path]
Approve = Callable[[Sequence[Triple]], None]


@dataclass(frozen=True, slots=True)
class Written:
    """The releases that stand in a build's folder, and what is known of them together.

    `ledgers` are the texts of the ledgers as they were, with what is added to them, by slug;
    `retired` the paths of things that others took the place of, with theirs.
    """

    records: tuple[ReleaseRecord, ...]
    changes: tuple[Change, ...] = ()
    ledgers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)


Write = Callable[[Build], Written]


def publish(
    root: Path,
    settings: Settings,
    documents: Iterable[ReleasedDocument],
    approve: Approve = lambda _: None,
) -> Publication:
    """Make the publication of a workspace from documents that passed their checks.

    Documents are taken one at a time and may come in any order; what one yields is on disk
    before the next is asked for. `public` changes in one step at the very end: if anything
    fails, the iterable included, the last good publication stays. `approve` is handed the
    catalogue before that step, and raises where it may not be published. Raises UsageError where
    another build is running or there is no document, A4Error where the disk fails.
    """
    publisher = settings.publisher
    return publish_written(
        root, settings, lambda build: _write_releases(build, publisher, documents), approve
    )


def publish_written(
    root: Path, settings: Settings, write: Write, approve: Approve = lambda _: None
) -> Publication:
    """Make the publication of a workspace from releases that `write` puts into the build's folder.

    All else is as with `publish`. The ledgers grow right before the publication is put in place:
    what is published is always known to them.
    """
    publisher = settings.publisher
    try:
        with builds.building(root) as build:
            written = write(build)
            releases = _ordered(written.records)
            static = dumps.write_static(build.scratch, publisher.base, static_graphs(publisher))
            latest = [record for record in releases if record.latest]
            dumps.write_latest(build.folder, build.scratch, publisher, latest, static)
            _write_changes(build.folder, publisher, releases, written.changes)
            search.write(build.folder, releases)
            published = _load(build, publisher, releases, static, approve)
            retired = _write_retired(build.folder, written.retired)
            published[retired.path] = retired
            found = manifest.manifest(publisher, releases, published)
            (build.folder / manifest.NAME).write_bytes(found)
            digest = manifest.publication_digest(published)
            _keep_ledgers(root, build.folder, written)
            return Publication(build.install(digest), digest, releases, len(published))
    except OSError as error:
        raise A4Error(f"{root}: the publication cannot be written: {error}") from error


def _write_changes(
    folder: Path,
    publisher: Publisher,
    releases: Sequence[ReleaseRecord],
    changes: Sequence[Change],
) -> None:
    """Write the change log in all its forms."""
    names = {record.slug: record.release.organization.name for record in releases}
    modified = max(record.release.date for record in releases)
    changelog.write(folder, publisher, changes, names, modified)


def _write_retired(folder: Path, retired: Mapping[str, str]) -> PublishedFile:
    """Write which things others took the place of, for whoever serves the publication."""
    path = folder / RETIRED
    path.write_text(json.dumps(dict(sorted(retired.items())), indent=1) + "\n", encoding="utf-8")
    return files.fingerprint(folder, path)


def _keep_ledgers(root: Path, folder: Path, written: Written) -> None:
    """Write what the next build needs of the ledgers, and add to these."""
    place = folder / state.STATE / state.LEDGERS
    place.mkdir(parents=True, exist_ok=True)
    for slug, (text, added) in sorted(written.ledgers.items()):
        (place / f"{slug}.csv").write_bytes((text + added).encode())
        ledger.append(ledger.ledger_path(root, slug), added)


def static_graphs(publisher: Publisher) -> dict[URIRef, tuple[Triple, ...]]:
    """Return the vocabulary and the code lists under the publisher's base, each in its graph.

    The vocabulary is in `/def/poa`, a code list in the graph that is named as the list.
    """
    graphs: dict[URIRef, list[Triple]] = {}
    for path in resources.ontology():
        for triple in rdfio.parse(path, formats.TURTLE, publisher.base):
            graphs.setdefault(_static_graph(publisher.base, triple[0]), []).append(triple)
    return {graph: terms.ordered(triples) for graph, triples in graphs.items()}


def _static_graph(base: str, subject: URIRef) -> URIRef:
    name = iris.parse(base, subject)
    if name and name.kind in (Kind.SCHEME, Kind.CONCEPT):
        return URIRef(iris.mint(base, Kind.SCHEME, list=name["list"]))
    return URIRef(iris.vocabulary(base))


def _write_releases(
    build: Build, publisher: Publisher, documents: Iterable[ReleasedDocument]
) -> Written:
    """Write each release as it comes."""
    records: dict[str, ReleaseRecord] = {}
    for document in documents:
        record = dumps.write_release(build.folder, publisher, document)
        if record.stem in records:
            raise ValueError(f"two documents of {record.slug} on {record.date}")
        records[record.stem] = record
    return Written(tuple(records.values()))


def _ordered(records: Sequence[ReleaseRecord]) -> tuple[ReleaseRecord, ...]:
    """Return the records by organisation and date, the last of each organisation marked."""
    if not records:
        raise A4Error("nothing to publish: no document passed")
    ordered = sorted(records, key=lambda record: record.stem)
    last = {record.slug: record for record in ordered}
    return tuple(replace(record, latest=last[record.slug] is record) for record in ordered)


def _load(
    build: Build,
    publisher: Publisher,
    releases: tuple[ReleaseRecord, ...],
    static: Static,
    approve: Approve,
) -> dict[str, PublishedFile]:
    """Write history, store, catalogue and checksums; return the published files by path."""
    folder, base = build.folder, publisher.base
    history = build.scratch / HISTORY
    dumps.write_history(history, dumps.graph_files(folder, base, releases, {}))
    (files.pack(history)).rename(folder / DUMPS / f"{HISTORY}.gz")
    others = build.scratch / "static.nq"
    dumps.write_history(others, dumps.graph_files(folder, base, (), static))
    changes = build.scratch / "changes.nq"
    logged = RdfFile(folder / changelog.TRIPLES, formats.NTRIPLES, changelog.graph(base))
    dumps.write_history(changes, [logged])
    found = files.fingerprints(folder, DUMPS, SOURCES, REPORTS, changelog.FOLDER)
    single = (changelog.FEED, *changelog.SERVED, search.NAME)
    found |= _fingerprints(folder, (folder / name for name in single))
    with build_store(folder / STORE, base) as store:
        store.load_file(folder / DUMPS / f"{LATEST}.nt", formats.NTRIPLES)
        store.load_file(history, formats.NQUADS)
        store.load_file(others, formats.NQUADS)
        store.load_file(folder / changelog.TRIPLES, formats.NTRIPLES)
        store.load_file(changes, formats.NQUADS)
        found |= _fingerprints(folder, quality.write(folder, base, releases, store.reader()))
        measured = _measure(publisher, found, store.reader())
        described = _describe(publisher, releases, found, measured)
        approve(described)
        graph = URIRef(iris.mint(base, Kind.CATALOGUE))
        store.load((s, p, o, None) for s, p, o in described)
        store.load((s, p, o, graph) for s, p, o in described)
    paths = tuple(catalogue.write(folder, publisher, releases, found, measured))
    found |= _fingerprints(folder, paths)
    return found | _fingerprints(folder, [_write_sums(folder, found)])


def _write_sums(folder: Path, found: Mapping[str, PublishedFile]) -> Path:
    """Write the checksums of the dumps, and return their file."""
    sums = folder / DUMPS / SUMS
    dumped = [file for path, file in found.items() if path.startswith(f"{DUMPS}/")]
    sums.write_text(files.checksums(dumped, DUMPS), encoding="utf-8")
    return sums


def _fingerprints(folder: Path, paths: Iterable[Path]) -> dict[str, PublishedFile]:
    found = (files.fingerprint(folder, path) for path in paths)
    return {file.path: file for file in found}


def _describe(
    publisher: Publisher,
    releases: tuple[ReleaseRecord, ...],
    found: Mapping[str, PublishedFile],
    measured: Sequence[Triple],
) -> tuple[Triple, ...]:
    """Return the whole catalogue with the VoID description."""
    return terms.ordered((*catalogue.describe(publisher, releases, found), *measured))


def _measure(
    publisher: Publisher, found: Mapping[str, PublishedFile], store: Store
) -> tuple[Triple, ...]:
    """Return the VoID description of what the store holds and of the dumps that say the same."""
    prefix = f"{DUMPS}/{LATEST}."
    latest = [path.removeprefix(f"{DUMPS}/") for path in found if path.startswith(prefix)]
    return tuple(void.describe(publisher, void.count(store), latest))
