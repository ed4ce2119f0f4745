"""A publication of two organisations, built from documents: one up to date, one with gaps.

`obras` left out June, in July said what it said in May, and stopped there; of its four goals one
has no target and one counts per cent without saying so. `vias` published in September and October.
"""

from __future__ import annotations

from pathlib import Path

from a4_rdf import pipeline
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings

PUBLISHER = Publisher(
    "https://datos.example",
    "Metas de ejemplo",
    "Oficina de ejemplo",
    "https://creativecommons.org/licenses/by/4.0/",
    contact="mailto:avisos@oficina.example",
)
WORKS = Organization("obras", "Empresa de Obras")
ROADS = Organization("vias", "Empresa de Vías")

HEAD = "No.,Descripción de la unidad,Objetivo de la unidad,Indicador,Meta cuantificable\n"
FOOT = "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:,{day}\n"
SOUND = (
    "1,Dirección de Puentes,Construir puentes,Número de puentes construidos,3 puentes\n"
    "2,Dirección de Puentes,Mantener puentes,Número de puentes mantenidos,12 puentes\n"
)
DOUBTFUL = (
    "3,Dirección de Riego,Limpiar canales,Número de canales limpiados,\n"
    "4,Dirección de Riego,Revisar canales,Porcentaje de canales revisados,90\n"
)
MONTHS = {
    WORKS: {"2015-05-31": SOUND + DOUBTFUL, "2015-07-31": SOUND + DOUBTFUL},
    ROADS: {"2015-09-30": SOUND, "2015-10-31": SOUND.replace("3 puentes", "4 puentes")},
}


def publish_gaps(root: Path) -> Path:
    """Build the publication in a workspace at `root`, and return its public folder."""
    create_workspace(root, PUBLISHER, list(MONTHS))
    for organization, documents in MONTHS.items():
        for day, rows in documents.items():
            path = root / "sources" / organization.slug / f"{day}.csv"
            text = HEAD + rows + FOOT.format(day="/".join(reversed(day.split("-"))))
            path.write_text(text, encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"
