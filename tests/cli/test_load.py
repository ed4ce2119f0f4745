"""`a4-rdf load` and `serve --store`: releases in another store, and served from there."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from a4_rdf.serve.app import create_app
from a4_rdf.serve.server import free_port
from a4_rdf.store import OxigraphStore
from tests.cli.conftest import Run
from tests.engines import Engine

COUNT = "PREFIX poa: <def/poa#> SELECT (COUNT(*) AS ?goals) WHERE { ?goal a poa:Goal }"
SECONDS = 60


@pytest.fixture
def known(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return an engine whose user and password are in the environment."""
    monkeypatch.setenv("A4_STORE_USER", engine.access.user)
    monkeypatch.setenv("A4_STORE_PASSWORD", engine.access.password)
    return engine


def test_releases_are_loaded_once_and_read_back(a4: Run, built: Path, known: Engine) -> None:
    first = a4("load", built, "--to", known.queries, "--verbose")
    assert first.exit_code == 0, first.stderr
    assert first.stdout.startswith(f"{known.queries}: 18 graphs written, 0 unchanged, 0 removed;")
    assert len(first.stderr.splitlines()) == 18
    again = a4("load", built, "--to", known.queries)
    assert again.stdout == (
        f"{known.queries}: 0 graphs written, 18 unchanged, 0 removed;"
        " 0 triples written and read back\n"
    )
    with known.opened("http://127.0.0.1:8000") as store:
        assert [str(n) for n in store.select(COUNT).column("goals")] == ["62"]


def test_a_store_that_does_not_answer_is_exit_4(a4: Run, built: Path) -> None:
    result = a4("load", built, "--to", "http://127.0.0.1:9/sparql")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("http://127.0.0.1:9/sparql does not answer: ")


def test_a_store_that_is_not_known_needs_its_graph_store(
    a4: Run, built: Path, oxigraph: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a4_rdf.store.engines.GRAPH_STORES", {})
    result = a4("load", built, "--to", oxigraph.queries)
    assert result.exit_code == 2
    assert "say where it is with --graph-store" in result.stderr
    oxigraph.empty()
    named = a4("load", built, "--to", oxigraph.queries, "--graph-store", oxigraph.graphs)
    assert named.exit_code == 0, named.stderr
    oxigraph.empty()


def test_a_refused_password_is_exit_4_and_is_not_shown(
    a4: Run, built: Path, virtuoso: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A4_STORE_USER", "dba")
    monkeypatch.setenv("A4_STORE_PASSWORD", "equivocada")
    result = a4("load", built, "--to", virtuoso.queries)
    assert result.exit_code == 4
    assert "set A4_STORE_USER and A4_STORE_PASSWORD" in result.stderr
    assert "equivocada" not in result.output


@pytest.mark.parametrize("address", ["ftp://x.example/", "http://yo:secreta@127.0.0.1:9/sparql"])
def test_no_address_of_a_store_is_exit_2(a4: Run, built: Path, address: str) -> None:
    result = a4("load", built, "--to", address)
    assert result.exit_code == 2
    assert "secreta" not in result.output


def test_a_workspace_not_built_is_exit_1(a4: Run, workspace: Path) -> None:
    result = a4("load", workspace, "--to", "http://127.0.0.1:9/sparql")
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_workspace_is_served_from_another_store(a4: Run, built: Path, known: Engine) -> None:
    assert a4("load", built, "--to", known.queries).exit_code == 0
    with served(built, known.queries) as address:
        page = create_app(built / "public").test_client().get("/doc/organizacion/ame")
        assert text(f"{address}doc/organizacion/ame") == page.text
        assert text(f"{address}readyz").startswith("ok ")
        found = json.loads(text(f"{address}sparql?{urlencode({'query': COUNT})}"))
        assert found["results"]["bindings"][0]["goals"]["value"] == "62"
        known.empty()  # what is answered is the engine's
        found = json.loads(text(f"{address}sparql?{urlencode({'query': COUNT})}"))
        assert found["results"]["bindings"][0]["goals"]["value"] == "0"


def test_a_site_whose_store_holds_another_publication_does_not_start(
    a4: Run, built: Path, known: Engine
) -> None:
    with OxigraphStore.read_only(built / "public" / "store", "http://127.0.0.1:8000") as source:
        known.load(source, "another")
    port = free_port("127.0.0.1", 0)
    result = a4("serve", built, "--store", known.queries, "--port", port)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "holds another, not " in result.stderr


def test_a_site_without_its_store_does_not_start(a4: Run, built: Path) -> None:
    port = free_port("127.0.0.1", 0)
    result = a4("serve", built, "--store", "http://127.0.0.1:9/sparql", "--port", port)
    assert (result.exit_code, result.stdout) == (4, "")


@contextmanager
def served(folder: Path, store: str) -> Iterator[str]:
    """Serve a workspace in a process of its own; yield its address."""
    script = (
        "import sys; from pathlib import Path; from a4_rdf.store import Place;"
        "from a4_rdf.serve.server import Settings, serve;"
        "serve(Settings(Path(sys.argv[1]), port=0, store=Place(sys.argv[2])),"
        " ready=lambda address: print(address, flush=True))"
    )
    command = [sys.executable, "-c", script, str(folder / "public"), store]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
            process.send_signal(signal.SIGTERM)
            process.wait(SECONDS)
        finally:
            process.kill()


def text(address: str) -> str:
    accept = "text/html, application/sparql-results+json;q=0.5"
    if "/sparql?" in address:
        accept = "application/sparql-results+json"
    with urlopen(Request(address, headers={"Accept": accept}), timeout=SECONDS) as answer:
        body: bytes = answer.read()
        return body.decode()
