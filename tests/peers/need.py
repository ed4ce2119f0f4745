"""Where other people's programs are, and what their absence means to a test."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PEERS = CHECKOUT / ".peers"
HERE = Path(__file__).parent

N3_MODULES = PEERS / "n3" / "node_modules"
N3_SCRIPT = HERE / "n3.cjs"
CKAN_PYTHON = PEERS / "ckan" / "bin" / "python"
CKAN_SCRIPT = HERE / "ckan_harvest.py"
DATACUBE_PYTHON = PEERS / "datacube" / "bin" / "python"
DATACUBE_SCRIPT = HERE / "datacube.py"
AXE_SCRIPT = N3_MODULES / "axe-core" / "axe.min.js"
HTML_VALIDATE = N3_MODULES / "html-validate" / "bin" / "html-validate.mjs"
OXIGRAPH = PEERS / "oxigraph" / "bin" / "oxigraph"
COMUNICA = PEERS / "comunica" / "node_modules" / ".bin" / "comunica-sparql"


def rapper() -> str:
    """Return raptor's command."""
    return _program("rapper", "apt-get install raptor2-utils")


def node() -> str:
    """Return Node's command, N3.js being installed for it."""
    _there("N3.js", (PEERS / ".n3").is_file(), "make peers")
    return _program("node", "apt-get install nodejs")


def ckan() -> str:
    """Return the Python of CKAN's own environment."""
    _there("CKAN", (PEERS / ".ckan").is_file(), "make peers")
    return str(CKAN_PYTHON)


def datacube() -> str:
    """Return the Python of the environment that pandas-datacube has to itself."""
    _there("pandas-datacube", (PEERS / ".datacube").is_file(), "make peers")
    return str(DATACUBE_PYTHON)


def chromium() -> str:
    """Return the command of Debian's browser."""
    return _program("chromium", "apt-get install chromium")


def nginx() -> str:
    """Return the command of nginx."""
    return _program("nginx", "apt-get install nginx-light")


def axe() -> str:
    """Return the source of axe-core, to run in a page."""
    _there("axe-core", AXE_SCRIPT.is_file(), "make peers")
    return AXE_SCRIPT.read_text(encoding="utf-8")


def html_validate() -> list[str]:
    """Return the command of html-validate, to which files are added."""
    node()
    _there("html-validate", HTML_VALIDATE.is_file(), "make peers")
    return [node(), str(HTML_VALIDATE)]


def oxigraph() -> str:
    """Return the command of Oxigraph's own server."""
    _there("the Oxigraph server", (PEERS / ".oxigraph").is_file(), "make peers")
    return str(OXIGRAPH)


def comunica() -> str:
    """Return the command of Comunica, which asks endpoints and pages."""
    _there("Comunica", (PEERS / ".comunica").is_file(), "make peers")
    _program("node", "apt-get install nodejs")
    return str(COMUNICA)


def curl() -> str:
    """Return curl's command."""
    return _program("curl", "apt-get install curl")


def rscript() -> str:
    """Return the command that runs R, its httr being installed."""
    httr = Path("/usr/lib/R/site-library/httr")
    _there("R's httr", httr.is_dir(), "apt-get install r-base-core r-cran-httr")
    return _program("Rscript", "apt-get install r-base-core")


def virtuoso() -> str:
    """Return the command of the Virtuoso server."""
    return _program("virtuoso-t", "apt-get install virtuoso-opensource-7-bin")


def editor(is_there: bool) -> None:
    """Have the query editor built into the site."""
    _there("the query editor", is_there, "make yasgui")


def _program(name: str, remedy: str) -> str:
    found = shutil.which(name)
    _there(name, found is not None, remedy)
    return str(found)


def _there(what: str, is_there: bool, remedy: str) -> None:
    """Skip the test that needs what is not there, or fail it if `A4_REQUIRE_PEERS` is set."""
    if is_there:
        return
    if os.environ.get("A4_REQUIRE_PEERS"):
        pytest.fail(f"{what} is required and not there: {remedy}")
    pytest.skip(f"no {what} here: {remedy}")
