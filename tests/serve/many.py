"""A body that declares 253 goals, 250 of them by one unit with one indicator, in two releases."""

from __future__ import annotations

from pathlib import Path

from a4_rdf import pipeline
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings

BASE = "https://datos.ejemplo.ec"
PUBLISHER = Publisher(
    BASE, "Metas de ejemplo", "Oficina", "https://creativecommons.org/licenses/by/4.0/"
)
UNIT = "unidad/gad/direccion-de-obras"
FIRST_ROW = 6
"""The line of the first goal; the others follow without a gap."""

HEAD = (
    "**GAD DE EJEMPLO**",
    "**Literal a4) Las metas y objetivos de las unidades administrativas de conformidad con sus "
    "programas operativos**",
    "",
    "No.\tDescripción de la unidad\tObjetivo de la unidad\tActividad\tIndicador"
    "\tMeta cuantificable",
    "PROCESOS AGREGADORES DE VALOR\t\t\t\t\t",
)


def publish_many(root: Path) -> Path:
    """Build a workspace at `root` and return its publication.

    The earlier release has 120 goals of the unit, the later one 250. Each tenth has no target,
    which is a quality notice; goal N of the others has N + 1 works.
    """
    create_workspace(root, PUBLISHER, [Organization("gad", "GAD de <Ejemplo> & Cía.")])
    for day, goals in (("2015-08-31", 120), ("2015-09-30", 250)):
        text = "\n".join((*HEAD, *_rows(goals), *_footer(day)))
        (root / "sources" / "gad" / f"{day}.txt").write_text(text + "\n", encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


def _rows(goals: int) -> list[str]:
    unit = "1\tDIRECCIÓN DE OBRAS\tMejorar el sector {}\tConstruir la obra {}\tNúmero de obras\t{}"
    works = [unit.format(n // 60, n, f"{n + 1} obras" if n % 10 else "") for n in range(goals)]
    riego = "2\tDIRECCIÓN DE RIEGO\tRegar\tLimpiar el canal {}\tCanales\t{} canales"
    canals = [riego.format(n, n) for n in (1, 2)]
    wells = ["3\tDIRECCIÓN DE AGUA\tDar agua\tCavar pozos\tPozos\t4 pozos"]
    return [*works, *canals, *wells]


def _footer(day: str) -> tuple[str, ...]:
    year, month, number = day.split("-")
    return (
        f"FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: {number}/{month}/{year}\t\t\t\t\t",
        "PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN: MENSUAL\t\t\t\t\t",
    )
