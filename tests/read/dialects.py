"""A known table written as CSV in the ways in which bodies write it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

HEADER = (
    "Unidad",
    "Objetivos",
    "Indicador",
    "Meta cuantificable",
    "Enlace al sistema de gestiÓn de planificaciÓn para verificaciÓn de los indicadores y metas"
    " cuantificables por procesos o niveles",
)
TEXTS = (
    "DIRECCIÓN DE GESTIÓN AMBIENTAL",
    "Mejorar la vialidad urbana, rural y comunitaria del cantón",
    "Atención a niñas, niños y jóvenes; también a adultos mayores",
    'Programa "Año Nuevo", segunda edición',
    '"Buen vivir"',
    "Número de campañas de educación",
    "12 campañas\nen 3 parroquias,\ncada año",
    "80%",
    "3|4 talleres",
    "¿Cuánto? ¡Más!",
    "1.479.588,24",
    "=SUMA(A1)",
    "https://ejemplo.gob.ec/poa?a=1&b=2;c=3",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850", "latin-1")
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A table as it should be read, line number and cells, and the bytes that say so."""

    rows: tuple[tuple[int, dict[int, str]], ...]
    data: bytes
    delimiter: str
    encoding: str


@dataclass(slots=True)
class _Writer:
    """How a table is written."""

    draw: st.DrawFn
    delimiter: str
    end: str
    quote_all: bool
    trailing: int
    ragged: bool

    def line(self, cells: Line) -> str:
        """Return one record, its end of line left out."""
        texts = [self.cell(text) for text in cells] + [""] * self.trailing
        if self.ragged:
            while texts and texts[-1] in ("", '""'):
                texts.pop()
        return self.delimiter.join(texts)

    def cell(self, text: str) -> str:
        """Return one cell, quoted where it must be, and where the writer likes to."""
        must = text.startswith('"') or any(sign in text for sign in (self.delimiter, "\n"))
        if must or (self.quote_all or (bool(text) and self.draw(st.integers(0, 9)) == 0)):
            return '"' + text.replace('"', '""') + '"'
        return text


@st.composite
def written(draw: st.DrawFn) -> Written:
    """Draw a table of the 2023 law and a way to write it."""
    line = st.tuples(*[st.sampled_from(("", *TEXTS))] * len(HEADER))
    meant: list[Line] = [HEADER, *draw(st.lists(line, min_size=1, max_size=12))]
    writer = _Writer(
        draw,
        delimiter=draw(st.sampled_from((";", ",", "\t", "|"))),
        end=draw(st.sampled_from(("\r\n", "\n", "\r"))),
        quote_all=draw(st.booleans()),
        trailing=draw(st.sampled_from((0, 0, 10, 24))),
        ragged=draw(st.booleans()),
    )
    blank = writer.delimiter * (len(HEADER) + writer.trailing - 1)
    said: list[str] = [f"sep={writer.delimiter}"] if draw(st.booleans()) else []
    rows: list[tuple[int, dict[int, str]]] = []
    number = 1 + len(said)
    for cells in meant:
        for _ in range(draw(st.sampled_from((0, 0, 0, 1, 3)))):
            said.append(draw(st.sampled_from(("", blank, "  "))))
            number += 1
        said.append(writer.line(cells))
        rows.append((number, {at: text for at, text in enumerate(cells, 1) if text}))
        number += 1 + sum(text.count("\n") for text in cells)
    said.extend([blank] * draw(st.sampled_from((0, 1, 300))))
    text = writer.end.join(said) + (writer.end if draw(st.booleans()) else "")
    encoding = draw(st.sampled_from(ENCODINGS))
    if encoding.startswith("utf") and draw(st.booleans()):
        text = unicodedata.normalize("NFD", text)
    data = text.encode(encoding)
    return Written(tuple(rows), data, writer.delimiter, encoding)
