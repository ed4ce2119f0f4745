"""The AME's document, published and served as its users do, for clients that are not ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from a4_rdf import pipeline, resources
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings
from a4_rdf.serve.server import free_port
from tests.clients.snippets import Snippet, sections

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
AME = Organization("ame", "Asociación de Municipalidades Ecuatorianas")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the running site, which is the base of its IRIs, without last slash."""
    port = free_port("127.0.0.1", 0)
    address = f"http://127.0.0.1:{port}"
    root = tmp_path_factory.mktemp("clients") / "work"
    publisher = Publisher(address, "Metas", "Oficina", LICENCE)
    create_workspace(root, publisher, [AME])
    shutil.copy(resources.sample(), root / "sources" / "ame" / "2015-09-30.txt")
    pipeline.build(root, read_settings(root), lambda *_: None)
    command = (sys.executable, "-m", "a4_rdf", "serve", str(root), "--port", str(port))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout
            assert "serving" in process.stdout.readline().decode()
            with urlopen(f"{address}/readyz", timeout=20):
                yield address
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def endpoint(base: str) -> str:
    return f"{base}/sparql"


@pytest.fixture(scope="session")
def page(base: str) -> dict[str, tuple[Snippet, ...]]:
    """Return the code of docs/clients.md by heading, for this site."""
    return sections(base)


@pytest.fixture
def folder(page: dict[str, tuple[Snippet, ...]], tmp_path: Path) -> Path:
    """Return a folder that has the page's `units.rq`."""
    (query,) = page[""]
    (tmp_path / "units.rq").write_text(query.text, "utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def unit(base: str) -> str:
    """Return the IRI of the financial unit, which has nine goals."""
    return f"{base}/id/unidad/ame/coordinacion-financiera"


@pytest.fixture(scope="session")
def counts(base: str) -> str:
    """Return a query for the goals of each unit."""
    return (
        f"PREFIX poa: <{base}/def/poa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "SELECT ?unit (COUNT(?goal) AS ?goals) "
        "{ ?goal a poa:Goal ; poa:responsibleUnit/skos:prefLabel ?unit } "
        "GROUP BY ?unit ORDER BY DESC(?goals) ?unit"
    )
