"""All releases of one organisation, in the order of their dates: named, compared, written.

What is as it was at the last build is taken from there. An organisation depends on nothing but its
documents, settings, corrections and ledger, so organisations are built side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from a4_rdf.changes import Snapshot, compare, from_json, snapshot, to_json
from a4_rdf.check import Report, check
from a4_rdf.check import to_json as report_json
from a4_rdf.describe import describe_repeat
from a4_rdf.errors import A4Error, CheckError
from a4_rdf.identify import Ledger, Seen, identify
from a4_rdf.iris import Kind
from a4_rdf.model import Candidate, Change, Finding, LedgerEntry, Organization, Publisher
from a4_rdf.pipeline.document import Understood, described, known_of, understand
from a4_rdf.read import Bounds
from a4_rdf.release import Document, ReleasedDocument, ReleaseRecord, content_digest, ledger, state
from a4_rdf.release.dumps import write_release, write_repeat
from a4_rdf.release.state import Kept, Said


@dataclass(frozen=True, slots=True)
class Task:
    """One organisation's part of a build: its documents by date, where to write, what was before.

    `before` is the publication that stands, None for the first; `ledger_text` the workspace's
    ledger; `made_by` tells apart builds of other programs.
    """

    organization: Organization
    documents: tuple[Document, ...]
    publisher: Publisher
    bounds: Bounds
    folder: Path
    before: Path | None
    ledger_path: Path
    ledger_text: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What was noticed of one document that was converted anew; no report where it only repeats."""

    document: Document
    findings: tuple[Finding, ...]
    report: Report | None = None


@dataclass(slots=True)
class Built:
    """What became of a task: releases written, what changed, the ledger's new lines, errors."""

    slug: str
    records: list[ReleaseRecord] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    converted: list[Converted] = field(default_factory=list)
    entries: tuple[LedgerEntry, ...] = ()
    added: str = ""
    digests: set[str] = field(default_factory=set)
    errors: list[A4Error] = field(default_factory=list)


@dataclass(slots=True)
class _Course:
    """Where the walk stands: names, when they were seen, the last release that says something."""

    names: Ledger
    seen: Seen = field(default_factory=Seen)
    content: ReleaseRecord | None = None
    said: Snapshot | None = None


def build_organization(task: Task) -> Built:
    """Write the releases of one organisation; documents that cannot be published are errors."""
    built = Built(task.organization.slug)
    try:
        _walk(task, built)
    except A4Error as error:
        built.errors.append(error)
    return built


def _walk(task: Task, built: Built) -> None:
    """Take over what is unchanged, convert the rest, and see what the ledger learns."""
    built.entries = ledger.parse_ledger(task.ledger_path, task.ledger_text, built.slug)
    keys = state.keys(task.documents, task.publisher, task.bounds, task.made_by)
    kept = state.kept(task.before, built.slug, task.ledger_text)
    same = state.unchanged(kept, keys)
    course = _Course(Ledger.of(built.entries))
    for old in same:
        _take_over(task, built, old)
    if len(same) == len(keys) == len(kept):
        return
    if task.before is not None:
        _catch_up(task.before, built.records, course)
    for document, key in list(zip(task.documents, keys, strict=True))[len(same) :]:
        try:
            _convert(task, built, document, key, course)
        except A4Error as error:
            built.errors.append(error)
    learnt = course.seen.entries(built.entries, course.names)
    new = ledger.new_lines(learnt, built.entries)
    built.added = ledger.added_text(task.ledger_text, new, built.slug)
    built.entries = (*built.entries, *new)


def _take_over(task: Task, built: Built, old: Kept) -> None:
    """Take a release over from the publication that stands."""
    if task.before is None:
        raise ValueError("nothing was kept")
    built.records.append(state.take_over(task.before, task.folder, old, task.organization))
    built.changes.extend(old.said.changes)
    built.digests.add(old.source)


def _catch_up(before: Path, records: Sequence[ReleaseRecord], course: _Course) -> None:
    """Bring the walk to where the releases taken over end."""
    for record in records:
        if record.repeats is None:
            course.names = course.names.having(state.names_of(before, record), record.release.date)
            course.content = record
        course.seen.at(record.release.date, course.names.current)
    if course.content is not None:
        course.said = from_json(state.text_of(before, course.content, "json"))


def _convert(task: Task, built: Built, document: Document, key: str, course: _Course) -> None:
    """Convert one document: it says something new, or repeats the release before it."""
    understood = understand(document.path, known_of(document), task.bounds)
    source = understood.plan.source.digest
    built.digests.add(source)
    if course.content is not None and _repeats(understood, course.content):
        built.converted.append(Converted(document, understood.findings))
        record = _repeat(task, understood, course.content)
        state.keep(task.folder, record, key, source, Said())
    else:
        record, said = _say(task, built, document, understood, course)
        built.changes.extend(said.changes)
        state.keep(task.folder, record, key, source, said)
    built.records.append(record)
    course.seen.at(document.date, course.names.current)


def _repeats(understood: Understood, content: ReleaseRecord) -> bool:
    """Tell whether a document says what the last release with a content says, of the same year."""
    year = understood.release.year
    return (content.digest, content.release.year) == (content_digest(understood.plan), year)


def _repeat(task: Task, understood: Understood, content: ReleaseRecord) -> ReleaseRecord:
    """Write a release that only has another date."""
    release, plan, publisher = understood.release, understood.plan, task.publisher
    triples = describe_repeat(publisher, release, plan, content.release.date)
    return write_repeat(task.folder, publisher, release, content, plan, triples)


def _say(
    task: Task, built: Built, document: Document, understood: Understood, course: _Course
) -> tuple[ReleaseRecord, Said]:
    """Name, describe, check and write a document that says something new."""
    identifiers, names, candidates = identify(
        understood.plan, course.names, understood.release.date
    )
    conversion = described(task.publisher, understood, identifiers)
    report = check(conversion.triples, task.publisher.base)
    built.converted.append(Converted(document, conversion.findings, report))
    refuse(str(document.path), report)
    release, plan = conversion.release, conversion.plan
    said = snapshot(release, plan, identifiers)
    changed = (
        compare(course.said, said, _alike(candidates), identifiers.successions)
        if course.said
        else ()
    )
    checked = report_json(report).encode()
    released = ReleasedDocument(
        release, plan, identifiers, conversion.findings, conversion.triples, checked
    )
    record = write_release(task.folder, task.publisher, released)
    texts = {"json": to_json(said), "names.json": state.names_text(names.current)}
    course.names, course.content, course.said = names, record, said
    return record, Said(changed, candidates, texts)


def refuse(name: str, report: Report) -> None:
    """Raise CheckError, with its first line, for a report that does not conform."""
    if not report.conforms:
        worst = report.results[0]
        raise CheckError(f"{name}: {worst.code}: {worst.focus}: {worst.es}")


def _alike(candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield the goals that are likely the same under new words."""
    yield from ((c.new, c.old) for c in candidates if c.kind == Kind.GOAL)
