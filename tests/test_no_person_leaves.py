"""No person leaves: a document full of invented ones, through every command and every page.

Each name, address and number below stands once in the document; none may be in a byte of the
publication, in what a command prints or logs, or in what the server answers.
"""

from __future__ import annotations

import gzip
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from a4_rdf import formats
from a4_rdf.cli import main
from a4_rdf.serve.app import create_app
from a4_rdf.serve.sandbox import Limits
from a4_rdf.store import rdfio
from tests.serve.sandboxes import running
from tests.tables import HEADER, lines

BASE = "http://127.0.0.1:8000"
FOREIGN = ("Observaciones", "Servidor responsable", "Visto por Dra. Zzcero")

DOCUMENT = lines(
    ("GAD DE EJEMPLO - Ing. Zzuna Zzunez",),
    ("RESPONSABLE ING. ZZDOS ZZDOSEZ",),
    ("Alcaldesa", "Zztres Zztresez"),
    ("Elaborado por: Zzcuatro, zzbuzon0@inventado.example",),
    ("Responsable:",),
    ("Zzcinco Zzcincoez",),
    ("Art. 7 literal a4) Telf: 2555501, zzbuzon1@inventado.example",),
    (*HEADER, *FOREIGN),
    ("PROCESOS GOBERNANTES - Lcdo. Zzseis",),
    (
        "1",
        "DIRECCIÓN DE OBRAS",
        "Mejorar las vías con el Arq. Zzsiete Zzsietez, tel. 2555502",
        "Talleres con la Ing. Zzocho Zzochoez",
        "Número de talleres (zzbuzon2@inventado.example)",
        "3 talleres, celular 0995555503",
        "Ver con Dr. Zznueve, 02-2555504",
        "Zzdiez Zzdieces",
        "Visto",
        "Ing. Zzonce",
    ),
    (
        "2",
        "DIRECCIÓN DE AGUA Ing. Zzdoce Zzdocez",
        "<a href='mailto:zzbuzon3@inventado.example' title='Zztrece'>Ampliar la red</a>",
        "Ing. <b>Zzcatorce</b> Zzcatorcez",
        "zzbuzon4&#64;inventado.example",
        "2 redes &nbsp; (02)&nbsp;255-5505",
        "alguien <span class='Zzquince'>dijo</span>",
    ),
    ("FECHA DE ACTUALIZACIÓN: 30/09/2015 Zzdieciseis", "Zzdiecisiete", "2555506"),
    ("PERIODICIDAD: MENSUAL", "Lcdo. Zzdieciocho Vera", "Zzdiecinueve"),
    ("UNIDAD POSEEDORA DE LA INFORMACIÓN: DIRECCIÓN DE OBRAS - Ing. Zzveinte Zzveintez",),
    ("UNIDAD POSEEDORA", "JEFATURA DE RENTAS ZZTREINTA ZZTREINTEZ", "Zzcuarenta"),
    ("RESPONSABLE DE LA UNIDAD POSEEDORA: Zzcincuenta",),
    ("RESPONSABLE DE LA UNIDAD", "Zzsesenta", "Zzsetenta"),
    ("CORREO ELECTRÓNICO", "zzbuzon5@inventado.example", "zzbuzon6"),
    ("NÚMERO TELEFÓNICO DEL O LA RESPONSABLE: 2555507 ext. 512", "2555508"),
    ("Atentamente, Zzochenta", "Zznoventa", "2555509"),
    ("Zzcien",),
)
TOKENS = tuple(
    sorted({t.lower() for t in re.findall(r"[Zz][Zz][A-Za-z0-9]+|\d{7,10}|255-\d{4}", DOCUMENT)})
)
ALL = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@dataclass(frozen=True, slots=True)
class World:
    """A workspace that was built, its one document, and all that was said meanwhile."""

    root: Path
    source: Path
    said: dict[str, bytes]


def run(*arguments: object, stdin: str | None = None, fine: tuple[int, ...] = (0,)) -> bytes:
    """Return all that a command prints."""
    result = CliRunner().invoke(
        main, [str(a) for a in arguments], input=stdin, catch_exceptions=False
    )
    assert result.exit_code in fine, result.stderr
    return result.stdout_bytes + result.stderr_bytes


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("persons") / "work"
    said = {"init": run("init", root, "--organization", "gad", "--name", "GAD de Ejemplo")}
    source = root / "sources" / "gad" / "2015-09-30.txt"
    source.write_text(DOCUMENT, "utf-8")
    said["build"] = run("build", root)
    return World(root, source, said)


def leaks(data: bytes) -> list[str]:
    """Return the tokens that stand in some bytes, unpacked if they are packed."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace").lower()
    wide = data.decode("utf-16-le", "replace").lower()
    return [token for token in TOKENS if token in text or token in wide]


def test_the_document_holds_persons_in_every_place() -> None:
    assert len(TOKENS) == 56
    assert leaks(DOCUMENT.encode()) == list(TOKENS)
    assert leaks(gzip.compress(DOCUMENT.encode())) == list(TOKENS)


def test_no_byte_of_a_publication_names_a_person(world: World) -> None:
    files = [p for p in (world.root / "public").resolve().rglob("*") if p.is_file()]
    assert len(files) > 25
    assert {str(p): found for p in files if (found := leaks(p.read_bytes()))} == {}


def test_what_is_no_person_is_published(world: World) -> None:
    copy = next((world.root / "public").resolve().rglob("fuente.txt")).read_text("utf-8")
    for kept in ("GAD DE EJEMPLO", "MENSUAL", "30/09/2015", "DIRECCIÓN DE OBRAS", "Talleres con"):
        assert kept in copy
    assert len(copy.splitlines()) == len(DOCUMENT.splitlines())
    assert "2 goals" in world.said["build"].decode()


def test_no_command_prints_a_person(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = dict(world.said)
    for name in (*(fmt.name for fmt in formats.FORMATS), "csv"):
        for lang in ("es", "en"):
            said[f"convert {name} {lang}"] = run(
                "convert", world.source, "--to", name, "--lang", lang
            )
        out = tmp_path / name
        run("convert", world.source, "--to", name, "--out", out)
        said[f"file {name}"] = out.read_bytes()
    for rendering in ("text", "json", "turtle"):
        for path in (world.root, world.source):
            said[f"check {rendering} {path}"] = run("check", path, "--format", rendering)
    said["check --json"] = run("check", world.source, "--json")
    said["build --json"] = run("build", world.root, "--json")
    for rendering in ("table", "csv", "json"):
        said[f"query {rendering}"] = run(
            "query", "--store", world.root, "--format", rendering, "-", stdin=ALL
        )
    graph = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    said["query graph"] = run("query", "--store", world.root, "-", stdin=graph)
    said["log"] = caplog.text.encode()
    assert {name: found for name, data in said.items() if (found := leaks(data))} == {}
    assert len(said["query csv"]) > 100_000


def test_a_refused_document_is_refused_without_naming_anyone(world: World, tmp_path: Path) -> None:
    headless = tmp_path / "sin.txt"
    headless.write_text("".join(DOCUMENT.splitlines(keepends=True)[:7]), "utf-8")
    said = run("convert", headless, fine=(3,))
    assert said
    assert leaks(said) == []


@pytest.fixture(scope="module")
def answers(world: World) -> Iterator[dict[str, bytes]]:
    """Return what the server says at each address of the publication, by address and form."""
    public = world.root / "public"
    limits = Limits(seconds=20, memory_bytes=1 << 29, result_bytes=1 << 25, concurrent=2)
    with running(public, limits) as (_, runner):
        client = create_app(public, runner=runner).test_client()
        found: dict[str, bytes] = {}
        for path in addresses(public):
            for accept in ("text/html", "text/turtle"):
                answer = client.get(
                    path, headers={"Accept": accept}, follow_redirects=True, buffered=True
                )
                assert answer.status_code in (200, 406), path
                found[f"{path} {accept}"] = answer.data
        for accept in ("text/csv", "application/sparql-results+json"):
            asked = client.get("/sparql", query_string={"query": ALL}, headers={"Accept": accept})
            assert asked.status_code == 200
            found[f"/sparql {accept}"] = asked.data
        yield found


def addresses(public: Path) -> list[str]:
    """Return the address of everything in a publication: things, pages, files."""
    dump = rdfio.parse_quads(public / "dumps" / "latest.nq", formats.NQUADS, BASE)
    terms = {str(term) for quad in dump for term in quad if str(term).startswith(f"{BASE}/")}
    paths = {term[len(BASE) :].partition("#")[0] for term in terms}
    files = {f"/{p.relative_to(public)}" for p in (public / "dumps").rglob("*.*") if p.is_file()}
    pages = {"/", "/organizaciones", "/unidades", "/consultas", "/dumps/", "/catalogo.html"}
    return sorted(paths | files | pages | {"/sitemap.xml", "/catalogo.ttl"})


def test_no_page_names_a_person(answers: dict[str, bytes]) -> None:
    assert len(answers) > 300
    assert any("hallazgo" in path for path in answers)
    assert any("fuente.txt" in path for path in answers)
    assert {path: found for path, data in answers.items() if (found := leaks(data))} == {}
