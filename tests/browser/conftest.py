"""A site as people meet it: served, exported, and seen in Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from a4_rdf import pipeline, resources
from a4_rdf.cli import main
from a4_rdf.export import export
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings
from a4_rdf.serve.server import free_port
from tests.browser.kinds import AFTER
from tests.peers import need

CHECKOUT = Path(__file__).parents[2]
ARTIFACTS = Path(os.environ.get("A4_ARTIFACTS", CHECKOUT / "artifacts"))
"""Where screenshots are kept to be looked at."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
AME = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
GAD = Organization("gad", "GAD de Ejemplo")
MONTHS = {
    "2015-08-31": (3, 7, 12, "DIRECCIÓN DE RIEGO"),
    "2015-09-30": (2, 7, 12, "DIRECCIÓN DE RIEGO Y AGUAS"),
}
"""By month how many streets the invented body promises to pave, avenues to mend, parks to open,
and which unit cleans canals: a curator says that the later took the place of the earlier."""

ROWS = (
    "No.\tUnidad\tObjetivo\tActividad\tIndicador\tMeta cuantificable\n"
    "1\tDIRECCIÓN DE OBRAS\tMejorar las vías\tAsfaltar\tVías del centro\t{0} obras\n"
    "2\tDIRECCIÓN DE OBRAS\tMejorar las vías\tBachear\tVías del norte\t{1} obras\n"
    "3\tDIRECCIÓN DE OBRAS\tMejorar los parques\tAbrir parques\tParques\t{2} obras\n"
    "4\t{3}\tCuidar los canales\tLimpiar canales\tCanales limpios\t5 canales\n"
)


@dataclass
class Seen:
    """What went wrong in a page: errors of the console, of scripts, requests to other hosts."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def watch(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        host = urlsplit(request.url).hostname
        if host not in ("127.0.0.1", None):
            self.hosts.add(str(host))


@pytest.fixture(scope="session")
def port() -> int:
    return free_port("127.0.0.1", 0)


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    root = tmp_path_factory.mktemp("site") / "work"
    publisher = Publisher(
        f"http://127.0.0.1:{port}",
        "Metas de los planes operativos",
        "Oficina de Transparencia",
        LICENCE,
        contact="mailto:datos@oficina.example",
    )
    create_workspace(root, publisher, [AME, GAD])
    shutil.copy(resources.sample(), root / "sources" / "ame" / "2015-09-30.txt")
    for day, told in MONTHS.items():
        path = root / "sources" / "gad" / f"{day}.txt"
        path.write_text(ROWS.format(*told), encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    # What curators decide takes effect with the next build.
    after = f"unidad/gad/{AFTER}"
    done = CliRunner().invoke(main, ["review", str(root), "--successor", after])
    assert done.exit_code == 0, done.output
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root


@pytest.fixture(scope="session")
def served(workspace: Path, port: int) -> Iterator[str]:
    """Serve the site as its users do; yield its address."""
    need.chromium()
    command = (sys.executable, "-m", "a4_rdf", "serve", str(workspace), "--port", str(port))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout
            line = process.stdout.readline().decode()
            assert "serving" in line
            address = f"http://127.0.0.1:{port}/"
            with urlopen(f"{address}readyz", timeout=20):
                yield address
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def exported(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the exported site as any server of files does, below a prefix; yield its address."""
    need.chromium()
    root = tmp_path_factory.mktemp("exported")
    export(workspace / "public", root / "copia", history=False)
    with _files(root) as origin:
        yield f"{origin}/copia/"


@contextmanager
def _files(root: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = need.chromium()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a phone; the test fails where it reported an error or asked another host."""
    yield from _watched(browser.new_context(viewport={"width": 360, "height": 740}))


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a phone that runs no scripts."""
    size: Any = {"width": 360, "height": 740}
    yield from _watched(browser.new_context(viewport=size, java_script_enabled=False))


def _watched(context: BrowserContext) -> Iterator[Page]:
    seen = Seen()
    page = context.new_page()
    seen.watch(page)
    yield page
    context.close()
    assert seen.errors == []
    assert seen.hosts == set()
