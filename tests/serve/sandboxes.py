"""A small publication, a sandbox over it, and the queries that tests send to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from a4_rdf.serve.sandbox import Limits, QueryAnswer, QueryRequest, QueryRunner, Sandbox, start
from a4_rdf.serve.sandbox.process import SOCKET

BASE = "https://datos.ejemplo.ec"
GRAPH = f"{BASE}/graph/gad/a4/2015-09-30"
MEBIBYTE = 1 << 20

DATA = f"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{BASE}/id/unidad/gad/vias> rdfs:label "Dirección de Vías"@es .
<{BASE}/id/unidad/gad/riego> rdfs:label "Riego, drenaje"@es .
<{GRAPH}> {{ <{BASE}/id/unidad/gad/vias> rdfs:comment "sin idioma" . }}
"""
"""Two labels in the default graph, one comment in a named graph."""

MANIFEST: dict[str, object] = {
    "format": 1,
    "base": BASE,
    "title": "Metas",
    "publisher": "Oficina",
    "licence": "https://creativecommons.org/licenses/by/4.0/",
    "languages": ["es"],
    "organizations": [],
    "releases": [],
    "files": {},
}

FILLER = 1200
"""Triples that make a cross join long."""

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MEMORY_BOMB = "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a LIMIT 5"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
LABELS = (
    "SELECT ?label { ?unit <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label"
)

QUICK = Limits(
    seconds=1, memory_bytes=150 * MEBIBYTE, result_bytes=MEBIBYTE, concurrent=2, wait_seconds=5
)


def publish(folder: Path, name: str, trig: str = DATA, digest: str = "") -> Path:
    """Write a publication that holds some TriG and filler, and swap it in; return `public`."""
    build = folder / ".builds" / name
    build.mkdir(parents=True)
    store = ox.Store(str(build / "store"))
    store.load(trig.encode(), ox.RdfFormat.TRIG)
    filler = "".join(f"<urn:x:{n}> <urn:x:p> <urn:x:{n % 7}> .\n" for n in range(FILLER))
    store.load(filler.encode(), ox.RdfFormat.N_TRIPLES)
    store.flush()
    del store
    manifest = MANIFEST | {"digest": digest or f"digest-{name}"}
    (build / "publication.json").write_text(json.dumps(manifest), "utf-8")
    return swap(folder, name)


def swap(folder: Path, name: str) -> Path:
    """Let `public` lead to another build, by one rename."""
    public, link = folder / "public", folder / "next"
    link.symlink_to(Path(".builds") / name)
    link.replace(public)
    return public


@contextmanager
def running(public: Path, limits: Limits = QUICK) -> Iterator[tuple[Sandbox, QueryRunner]]:
    """Yield a started sandbox and a runner for it."""
    with start(public, limits) as sandbox:
        assert sandbox.refusal == ""
        yield sandbox, QueryRunner(sandbox.address.removeprefix(SOCKET), limits)


def run(runner: QueryRunner, text: str) -> QueryAnswer:
    """Return the answer to a query that asks for what is served by default."""
    return runner.run(QueryRequest(text, f"{BASE}/"))


def unexamined(runner: QueryRunner, text: str) -> QueryAnswer:
    """Return the sandbox's own answer to a query, past all that would turn it away before."""
    return runner.ask_sandbox(QueryRequest(text, f"{BASE}/"))
