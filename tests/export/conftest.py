"""The real document's site, and a small one of two months, exported once each."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from a4_rdf import pipeline, resources
from a4_rdf.export import Exported, export
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings

BASE = "https://datos.ejemplo.ec/poa"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
GAD = Organization("gad", "GAD de Ejemplo")
TABLE = (
    "No.\tUnidad\tObjetivo\tActividad\tIndicador\tMeta cuantificable\n"
    "1\tDIRECCIÓN DE OBRAS\tMejorar las vías\tAsfaltar calles\tCalles asfaltadas\t{n} obras\n"
    "2\tDIRECCIÓN DE OBRAS\tMejorar las vías\tBachear avenidas\tAvenidas bacheadas\t7 obras\n"
    "3\tDIRECCIÓN DE OBRAS\tMejorar los parques\tAbrir parques\tParques\t12 obras\n"
)


@dataclass(frozen=True)
class Site:
    """A publication, the folder that its site was exported to, and what export said of it."""

    public: Path
    out: Path
    said: Exported


def workspace(root: Path, base: str = BASE) -> Path:
    """Build a workspace of two months, and return its publication."""
    create_workspace(root, Publisher(base, "Metas", "a4_rdf", LICENCE), [GAD])
    for day, number in (("2015-08-31", 3), ("2015-09-30", 2)):
        path = root / "sources" / "gad" / f"{day}.txt"
        path.write_text(TABLE.format(n=number), encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


@pytest.fixture(scope="session")
def months(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("months")
    public, out = workspace(root / "work"), root / "out"
    return Site(public, out, export(public, out))


@pytest.fixture(scope="session")
def ame(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("ame")
    body = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
    create_workspace(root / "work", Publisher("http://127.0.0.1:8000", "M", "a", LICENCE), [body])
    shutil.copy(resources.sample(), root / "work" / "sources" / "ame" / "2015-09-30.txt")
    pipeline.build(root / "work", read_settings(root / "work"), lambda *_: None)
    public, out = root / "work" / "public", root / "out"
    return Site(public, out, export(public, out, history=False))
