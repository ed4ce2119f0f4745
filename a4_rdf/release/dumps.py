"""The dumps: each release and the latest of all, in every format, and their tidy tables."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rdflib import URIRef

from a4_rdf import formats, vocab
from a4_rdf.formats import Format
from a4_rdf.model import Plan, Publisher, Release
from a4_rdf.release import csvw, files, spreadsheet, tidy
from a4_rdf.release.digest import content_digest
from a4_rdf.release.merge import merge_lines
from a4_rdf.release.released import ReleasedDocument, ReleaseRecord
from a4_rdf.release.source_copy import source_copy
from a4_rdf.store import rdfio
from a4_rdf.store.rdfio import RdfFile
from a4_rdf.terms import Triple

DUMPS, SOURCES, REPORTS = "dumps", "sources", "reports"
LATEST, HISTORY = "latest", "history.nq"
GOALS, WORKBOOK = "goals.csv", "goals.xlsx"


def write_release(folder: Path, publisher: Publisher, document: ReleasedDocument) -> ReleaseRecord:
    """Write all files of one release below a publication folder and return its record."""
    record = ReleaseRecord(
        release=document.release,
        digest=content_digest(document.plan),
        goals=len(document.plan.goals),
        targets=sum(len(goal.targets) for goal in document.plan.goals),
    )
    _write_graph(folder, publisher, record, document.triples)
    _write_tables(folder / DUMPS / record.stem, publisher, document)
    _write_papers(folder, record, document.plan, document.report)
    return record


def write_repeat(
    folder: Path,
    publisher: Publisher,
    release: Release,
    content: ReleaseRecord,
    plan: Plan,
    triples: Sequence[Triple],
) -> ReleaseRecord:
    """Write the files of a release that only repeats another one and return its record.

    `triples` describe the release and its document; all else stands with the content.
    """
    record = replace(content, release=release, latest=False, repeats=content.release.date)
    _write_graph(folder, publisher, record, triples)
    _write_papers(folder, record, plan)
    return record


def write_latest(
    folder: Path,
    scratch: Path,
    publisher: Publisher,
    latest: Sequence[ReleaseRecord],
    static: Mapping[URIRef, Path],
) -> None:
    """Write the dumps of what holds now: the latest releases, the vocabulary, the code lists.

    `static` maps a graph's name to its N-Triples file. The dumps without graphs and JSON-LD have
    each triple once, in one graph; N-Quads and TriG have it in each of its graphs.
    """
    dumps = folder / DUMPS
    triples = dumps / f"{LATEST}.{formats.NTRIPLES.suffix}"
    graphs = graph_files(folder, publisher.base, latest, static)
    with triples.open("wb") as out:
        merge_lines([file.path for file in graphs], scratch, out)
    prefixes = vocab.prefixes(publisher.base)
    for fmt in formats.FORMATS:
        path = dumps / f"{LATEST}.{fmt.suffix}"
        if fmt in (formats.NQUADS, formats.TRIG):
            _convert(graphs, path, fmt, prefixes)
        elif fmt != formats.NTRIPLES:
            _convert([RdfFile(triples, formats.NTRIPLES)], path, fmt, prefixes)
        files.pack(path)
    _join_tables(dumps, latest)
    modified = max(record.release.date for record in latest)
    _write_metadata(dumps / GOALS, publisher, modified)
    spreadsheet.write(dumps / WORKBOOK, [dumps / GOALS], modified)


def write_history(path: Path, files_of_graphs: Iterable[RdfFile]) -> None:
    """Write graphs one after the other as N-Quads."""
    _convert(files_of_graphs, path, formats.NQUADS, {})


def graph_files(
    folder: Path, base: str, records: Iterable[ReleaseRecord], static: Mapping[URIRef, Path]
) -> list[RdfFile]:
    """Return the N-Triples file of each release and each static graph, with the graph's name.

    Of a release that repeats another both graphs are there: its own says little.
    """
    suffix = formats.NTRIPLES.suffix
    named: dict[URIRef, Path] = {}
    for record in records:
        named[record.content_graph(base)] = folder / DUMPS / record.content_stem
        named[record.graph(base)] = folder / DUMPS / record.stem
    files = {graph: _with_suffix(stem, suffix) for graph, stem in named.items()}
    return [RdfFile(path, formats.NTRIPLES, g) for g, path in (*files.items(), *static.items())]


def write_static(
    scratch: Path, base: str, graphs: Mapping[URIRef, Iterable[Triple]]
) -> dict[URIRef, Path]:
    """Write each graph to an N-Triples file in a scratch folder; return the files by graph."""
    written = {}
    for n, (graph, triples) in enumerate(sorted(graphs.items())):
        written[graph] = scratch / f"static-{n}.nt"
        written[graph].write_bytes(rdfio.write(triples, formats.NTRIPLES, base))
    return written


def _write_graph(
    folder: Path, publisher: Publisher, record: ReleaseRecord, triples: Sequence[Triple]
) -> None:
    """Write a release graph in each format."""
    stem = folder / DUMPS / record.stem
    stem.parent.mkdir(parents=True, exist_ok=True)
    prefixes = rdfio.used_prefixes(triples, publisher.base)
    path = _with_suffix(stem, formats.NTRIPLES.suffix)
    path.write_bytes(rdfio.write(triples, formats.NTRIPLES, publisher.base))
    graph = record.graph(publisher.base)
    for fmt in formats.FORMATS:
        if fmt != formats.NTRIPLES:
            source = RdfFile(path, formats.NTRIPLES, _graph_in(fmt, graph))
            _convert([source], _with_suffix(stem, fmt.suffix), fmt, prefixes)


def _write_tables(stem: Path, publisher: Publisher, document: ReleasedDocument) -> None:
    table = tidy.lines(
        publisher.base,
        document.release,
        document.plan,
        document.identifiers,
        document.findings,
    )
    path = _with_suffix(stem, "csv")
    path.write_text(tidy.to_csv(table), encoding="utf-8", newline="")
    _write_metadata(path, publisher, document.release.date)
    spreadsheet.write(_with_suffix(stem, "xlsx"), [path], document.release.date)


def _write_metadata(table: Path, publisher: Publisher, modified: date) -> None:
    path = table.with_name(table.name + csvw.SUFFIX)
    path.write_bytes(csvw.metadata(table.name, publisher, modified))


def _write_papers(folder: Path, record: ReleaseRecord, plan: Plan, checked: bytes = b"") -> None:
    """Write the copy of the source and the check report, where there is one."""
    copy = folder / SOURCES / record.slug / record.date / "fuente.txt"
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(source_copy(plan))
    if not checked:
        return
    report = folder / REPORTS / record.slug / f"{record.date}.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_bytes(checked)


def _join_tables(dumps: Path, latest: Iterable[ReleaseRecord]) -> None:
    """Write one table of the latest releases, from theirs."""
    with (dumps / GOALS).open("wb") as out:
        out.write(tidy.to_csv(()).encode())
        for record in latest:
            with _with_suffix(dumps / record.content_stem, "csv").open("rb") as table:
                table.readline()
                shutil.copyfileobj(table, out)


def _convert(
    sources: Iterable[RdfFile], path: Path, fmt: Format, prefixes: Mapping[str, str]
) -> None:
    with path.open("wb") as out:
        rdfio.convert(sources, out, fmt, prefixes)


def _graph_in(fmt: Format, graph: URIRef) -> URIRef | None:
    """Return the graph where a dump of one release names it; JSON-LD is read as one graph."""
    return graph if fmt in (formats.NQUADS, formats.TRIG) else None


def _with_suffix(stem: Path, suffix: str) -> Path:
    return stem.with_name(f"{stem.name}.{suffix}")
