"""Build a workspace: each organisation on its own, in turn or side by side, then all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from a4_rdf import __version__, iris, resources
from a4_rdf.check import Report, check_catalogue
from a4_rdf.errors import A4Error
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, LedgerEntry, Place
from a4_rdf.pipeline.organization import Built, Converted, Task, build_organization, refuse
from a4_rdf.read import limited
from a4_rdf.release import (
    Document,
    Publication,
    Settings,
    Written,
    calendar,
    corrections_path,
    documents,
    ledger,
    publish_written,
    state,
    without_document,
    workspace_corrections,
)
from a4_rdf.release.builds import PUBLIC, Build
from a4_rdf.terms import Triple

Watch = Callable[[Document, tuple[Finding, ...], Report | None], None]
Warn = Callable[[Path, tuple[Finding, ...]], None]
Executors = Callable[[], AbstractContextManager[Executor]]


class BuildRefusedError(A4Error):
    """Some documents of a workspace cannot be published; one line for each of them."""

    def __init__(self, errors: tuple[A4Error, ...]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.exit_code = max(error.exit_code for error in errors)


@dataclass(frozen=True, slots=True)
class How:
    """How a workspace is built: by which workers, all of it `anew`, on which day.

    With `executors` organisations are built by the workers of an executor; the publication is the
    same. Documents of a later date than `today` are warned of.
    """

    executors: Executors | None = None
    anew: bool = False
    today: date = date.max


def build(
    root: Path, settings: Settings, watch: Watch, warn: Warn | None = None, how: How | None = None
) -> Publication:
    """Convert, check and publish every document of a workspace, or none.

    What has not changed since the last build is taken over. `watch` is called for each document
    that was converted, `warn` after all of them for each file of the workspace with which something
    is amiss: dates, ledgers, corrections of no document. Raises BuildRefusedError, after all
    documents were tried, where one cannot be read or violates a check: the last good publication
    stays.
    """
    how = how or How()
    base = settings.publisher.base

    def approve(catalogue: Sequence[Triple]) -> None:
        refuse("catalogo.ttl", check_catalogue(catalogue, base))

    def write(place: Build) -> Written:
        tasks = list(_tasks(root, settings, place.folder, how.anew))
        built = list(_run(tasks, how.executors))
        written = _written(tasks, built, watch)
        if warn is not None:
            for path, found in _noticed(root, settings, tasks, built, how.today):
                warn(path, found)
        return written

    return publish_written(root, settings, write, approve)


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


def _tasks(root: Path, settings: Settings, folder: Path, anew: bool) -> Iterator[Task]:
    """Yield the part of each organisation; UsageError where a ledger lost lines."""
    bounds, made_by = limited(settings.limits), _made_by()
    public = root / PUBLIC
    before = public.resolve() if (public / state.STATE).is_dir() else None
    found = documents(root, settings)
    for organization, own in groupby(found, key=lambda document: document.organization):
        path = ledger.ledger_path(root, organization.slug)
        text = ledger.ledger_text(path)
        if before is not None:
            ledger.check_append_only(path, state.known_ledger(before, organization.slug), text)
        yield Task(
            organization,
            tuple(own),
            settings.publisher,
            bounds,
            folder,
            None if anew else before,
            path,
            text,
            made_by,
        )


def _run(tasks: Sequence[Task], executors: Executors | None) -> Iterator[Built]:
    """Yield what becomes of each task, in their order."""
    if executors is None:
        yield from map(build_organization, tasks)
        return
    with executors() as executor:
        yield from executor.map(build_organization, tasks)


def _written(tasks: Sequence[Task], built: Sequence[Built], watch: Watch) -> Written:
    """Return what was written, or raise all that stands in the way of it."""
    for converted in _converted(built):
        watch(converted.document, converted.findings, converted.report)
    errors = tuple(error for one in built for error in one.errors)
    if errors:
        raise BuildRefusedError(errors)
    return Written(
        records=tuple(record for one in built for record in one.records),
        changes=tuple(change for one in built for change in one.changes),
        ledgers={
            one.slug: (task.ledger_text, one.added) for task, one in zip(tasks, built, strict=True)
        },
        retired=dict(_retired(built)),
    )


def _noticed(
    root: Path, settings: Settings, tasks: Sequence[Task], built: Sequence[Built], today: date
) -> Iterator[calendar.Noticed]:
    """Yield what is amiss with the workspace around its documents, at the paths of its files."""
    public = root / PUBLIC
    for task, one in zip(tasks, built, strict=True):
        yield from calendar.amiss(task.documents, state.dates(public, one.slug), today)
        if one.added and not task.ledger_text:
            details = (("names", str(len(one.entries))),)
            yield task.ledger_path, (Finding("ledger-begun", Place(1, 1), details),)
    yield from stale_corrections(root, settings, {one.slug: one.digests for one in built})


def _converted(built: Iterable[Built]) -> Iterator[Converted]:
    for one in built:
        yield from one.converted


def _retired(built: Iterable[Built]) -> Iterator[tuple[str, str]]:
    """Yield the paths of things whose place others took, and of those."""
    for one in built:
        last: dict[tuple[str, str], LedgerEntry] = {}
        for entry in one.entries:
            last[entry.kind, entry.name] = entry
        for entry in last.values():
            if entry.replaced_by and entry.replaced_by != entry.name:
                yield _path(one.slug, entry, entry.name), _path(one.slug, entry, entry.replaced_by)


def _path(slug: str, entry: LedgerEntry, name: str) -> str:
    return iris.mint("", Kind(entry.kind), org=slug, key=name).lstrip("/")


def _made_by() -> str:
    """Return a digest of this program and the documents that shape the data."""
    package = Path(__file__).parent.parent
    files = [*package.rglob("*.py"), *package.rglob("*.rq"), *resources.ontology()]
    files += resources.folder("shapes").glob("*.ttl")
    digest = sha256(__version__.encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()
