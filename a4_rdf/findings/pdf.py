"""Findings on a PDF: tables whose rules were not drawn, cut words and rows, scanned pages."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

PDF: Mapping[str, FindingKind] = {
    "columns-inferred": FindingKind(
        WARNING,
        "tabla sin líneas verticales: las columnas se dedujeron del espacio entre palabras",
        "table without upright rules: its columns were inferred from the space between words",
    ),
    "rows-inferred": FindingKind(
        WARNING,
        "tabla sin líneas entre filas: las filas se dedujeron del espacio entre renglones",
        "table without rules between rows: its rows were inferred from the space between lines",
    ),
    "cell-across-rows": FindingKind(
        WARNING,
        "texto que sigue junto a la fila de abajo: quizá es una celda combinada",
        "text that runs on beside the row below: it may be a merged cell",
    ),
    "irregular-cell": FindingKind(
        WARNING,
        "celda de contorno incompleto: puede unir textos de varias celdas",
        "cell with an incomplete outline: it may join the texts of several cells",
    ),
    "text-across-rule": FindingKind(
        WARNING,
        "una palabra cruza la línea que separa dos celdas: sus textos pueden estar mezclados",
        "a word crosses the rule between two cells: their texts may be mixed up",
    ),
    "word-rejoined": FindingKind(
        INFO,
        "palabra partida al final de un renglón, unida",
        "word cut at the end of a line, joined",
    ),
    "word-cut": FindingKind(
        WARNING,
        "palabra quizá partida por el ancho de la columna, no se unió",
        "word perhaps cut by the column's width, left as it is",
    ),
    "unmapped-characters": FindingKind(
        WARNING,
        "la fuente del PDF no dice qué letra es algún signo: va como \ufffd",
        "the PDF's font does not say which letter some glyph is: it stands as \ufffd",
    ),
    "row-continued": FindingKind(
        INFO,
        "fila partida entre dos páginas, unida",
        "row cut by the end of a page, joined",
    ),
    "row-perhaps-continued": FindingKind(
        WARNING,
        "la fila puede ser el resto de la última de la página anterior",
        "the row may be the rest of the last one of the page before",
    ),
    "page-without-text": FindingKind(
        WARNING,
        "página de imagen escaneada: no se leyó",
        "page that is a scanned image: not read",
    ),
    "scanned-text": FindingKind(
        WARNING,
        "página cubierta por una imagen: su texto puede venir de un reconocimiento con errores",
        "page covered by an image: its text may come from faulty character recognition",
    ),
    "margins-left-out": FindingKind(
        INFO,
        "renglones repetidos en los márgenes o números de página, no se leyeron: {count}",
        "lines repeated in the margins, or page numbers, not read: {count}",
    ),
}
