"""Small workspaces of text tables, built as the command builds them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from a4_rdf import pipeline
from a4_rdf.check import Report
from a4_rdf.model import Finding, Organization
from a4_rdf.pipeline import How
from a4_rdf.release import Document, Publication, create_workspace, read_settings
from tests.plans import PUBLISHER
from tests.tables import HEADER, lines

Row = tuple[str, ...]

FIRST = ("1", "DIRECCIÓN DE OBRAS", "Mejorar vías", "Hacer aceras", "Número de obras", "9 obras")
SECOND = ("", "", "", "Podar árboles", "Número de árboles", "40 árboles")
THIRD = ("2", "DIRECCIÓN DE AGUA", "Cuidar ríos", "Limpiar cauces", "% de cauces", "80%")
ROWS = (FIRST, SECOND, THIRD)

SEPTEMBER, OCTOBER, NOVEMBER = date(2015, 9, 30), date(2015, 10, 31), date(2015, 11, 30)
BODIES = (Organization("gad", "GAD de Ejemplo"), Organization("otra", "Otra entidad"))


def workspace(root: Path) -> Path:
    """Return a new workspace of two bodies without documents."""
    create_workspace(root, PUBLISHER, BODIES)
    return root


def put(root: Path, slug: str, day: date, *rows: Row) -> Path:
    """Write the document of a body and date."""
    title = "ENTIDAD DE EJEMPLO\nArt. 7 de la LOTAIP, literal a4)\n"
    foot = f"FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: {day:%d/%m/%Y}\n"
    path = root / "sources" / slug / f"{day}.txt"
    path.write_text(title + lines(HEADER, *(rows or ROWS)) + foot, encoding="utf-8")
    return path


class Told:
    """What a build told: documents converted, findings on files of the workspace by name."""

    def __init__(self) -> None:
        self.converted: list[str] = []
        self.noticed: dict[str, list[str]] = {}

    def watch(self, document: Document, found: tuple[Finding, ...], report: Report | None) -> None:
        self.converted.append(document.name)

    def warn(self, path: Path, found: tuple[Finding, ...]) -> None:
        self.noticed.setdefault(path.name, []).extend(finding.code for finding in found)


def build(root: Path, how: How | None = None) -> tuple[Publication, Told]:
    """Build a workspace and return what it told."""
    told = Told()
    return pipeline.build(root, read_settings(root), told.watch, told.warn, how), told


def published(root: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each published file, by path; the store's and the build's own apart."""
    public = (root / "public").resolve()
    return {
        path.relative_to(public).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(public.rglob("*"))
        if path.is_file() and path.relative_to(public).parts[0] not in ("store", "state")
    }
