"""The three CSV files that the 2023 law asks for: data set, metadata, dictionary."""

from __future__ import annotations

from collections.abc import Mapping

from bench.corpus.grid import Grid, Row, Style
from bench.corpus.writers.delimited import encoded

TRIPLE = "triple"
DATA, METADATA, DICTIONARY = (
    "1-4_metas-conjunto-de-datos.csv",
    "1-4_metas-metadatos.csv",
    "1-4_metas-diccionario.csv",
)


def in_triple(grid: Grid, style: Style) -> Mapping[str, bytes]:
    """Return the three files by name; the lines above the table name the institution first."""
    said: list[Row] = [("Institución", grid.above[0])]
    said += [(label, grid.shown(value)) for label, value in grid.below]
    said += [("Licencia", "CC BY 4.0")]
    fields: list[Row] = [("Nombre del campo", "Descripción")]
    fields += [
        (heading, f"Lo que el conjunto de datos dice en {n}") for n, heading in _numbered(grid)
    ]
    bare = Style(style.delimiter, style.encoding)
    return {
        DATA: encoded((grid.header, *grid.rows), style, "\r\n"),
        METADATA: encoded(said, bare, "\r\n"),
        DICTIONARY: encoded(fields, bare, "\r\n"),
    }


def _numbered(grid: Grid) -> list[tuple[str, str]]:
    """Return each heading with the words for its column."""
    return [(f"la columna {n}", heading) for n, heading in enumerate(grid.header, 1)]
