"""What the findings on a PDF mean and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

PDF: Mapping[str, Explanation] = {
    "columns-inferred": Explanation(
        "Columnas sin líneas",
        "Columns without rules",
        "La tabla del PDF no tiene líneas entre columnas: se dedujeron del espacio entre "
        "palabras. Revíselas, y ponga bordes a la tabla antes de crear el PDF.",
        "The PDF's table has no rules between columns: they were inferred from the space between "
        "words. Check them, and give the table borders before making the PDF.",
    ),
    "rows-inferred": Explanation(
        "Filas sin líneas",
        "Rows without rules",
        "La tabla del PDF no tiene líneas entre algunas filas: se dedujeron del espacio entre "
        "renglones. Revíselas, y ponga bordes a la tabla antes de crear el PDF.",
        "The PDF's table has no rules between some rows: they were inferred from the space "
        "between lines. Check them, and give the table borders before making the PDF.",
    ),
    "cell-across-rows": Explanation(
        "Texto junto a dos filas",
        "Text beside two rows",
        "El texto sigue junto a la fila de abajo y se dejó entero en una: "
        "puede ser una celda combinada. Ponga líneas entre las filas antes de crear el PDF.",
        "The text runs on beside the row below and was left whole in one row: "
        "it may be a merged cell. Draw rules between the rows before making the PDF.",
    ),
    "irregular-cell": Explanation(
        "Celda con borde incompleto",
        "Cell with an incomplete outline",
        "A la celda le falta parte del borde, así que puede juntar textos de varias celdas. "
        "Complete los bordes de la tabla antes de crear el PDF.",
        "Part of the cell's border is lacking, so it may join the texts of several cells. "
        "Complete the table's borders before making the PDF.",
    ),
    "text-across-rule": Explanation(
        "Texto que se sale de su celda",
        "Text that leaves its cell",
        "Una palabra cruza la línea entre dos celdas, así que sus textos pueden estar mezclados. "
        "Ensanche la columna o use una letra más pequeña.",
        "A word crosses the rule between two cells, so their texts may be mixed up. "
        "Widen the column or use smaller letters.",
    ),
    "word-rejoined": Explanation(
        "Palabra cortada, unida",
        "Cut word, joined",
        "Una palabra o un número estaba cortado al final de un renglón y se unió. "
        "Compruebe que esté bien; en una columna más ancha no se corta.",
        "A word or number was cut at the end of a line and was joined. See that it is right; "
        "in a wider column it is not cut.",
    ),
    "word-cut": Explanation(
        "Palabra quizá cortada",
        "Word perhaps cut",
        "Al final de un renglón puede haber una palabra o un número cortado, y se dejó en dos "
        "partes porque no es seguro. Ensanche la columna para que quepa entero.",
        "At the end of a line a word or number may be cut; "
        "it was left in two parts, for that is not sure. Widen the column so that it fits whole.",
    ),
    "unmapped-characters": Explanation(
        "Letras que el PDF no identifica",
        "Letters that the PDF does not identify",
        "El PDF no dice qué letra es algún signo, que va como \ufffd. "
        "Cree el PDF de nuevo desde el documento original, con un tipo de letra corriente.",
        "The PDF does not say which letter some sign is; it stands as \ufffd. "
        "Make the PDF anew from the original document, in a common typeface.",
    ),
    "row-continued": Explanation(
        "Fila partida entre páginas, unida",
        "Row cut by a page's end, joined",
        "La fila empezaba en una página y terminaba en la siguiente: se unió en una sola. "
        "Para evitarlo, no deje que las filas se dividan entre páginas.",
        "The row began on one page and ended on the next: it was joined into one. "
        "To avoid that, do not let rows break across pages.",
    ),
    "row-perhaps-continued": Explanation(
        "Fila quizá partida entre páginas",
        "Row perhaps cut by a page's end",
        "La fila parece el resto de la última de la página anterior, pero no es seguro y se dejó "
        "aparte. No deje que las filas se dividan entre páginas.",
        "The row looks like the rest of the last one of the page before, but that is not sure and "
        "it was left apart. Do not let rows break across pages.",
    ),
    "page-without-text": Explanation(
        "Página escaneada, sin leer",
        "Scanned page, not read",
        "La página es una imagen, como las de un escáner, y lo que muestra no se lee. "
        "Cree el PDF desde el documento original, o publique la hoja de cálculo.",
        "The page is an image, as a scanner makes them, and what it shows is not read. "
        "Make the PDF from the original document, or publish the spreadsheet.",
    ),
    "scanned-text": Explanation(
        "Texto sobre una página escaneada",
        "Text on a scanned page",
        "Una imagen cubre la página y su texto puede venir de un reconocimiento automático con "
        "errores. Compárelo con el original, o publique el documento sin escanear.",
        "An image covers the page and its text may come from faulty character recognition. "
        "Compare it with the original, or publish the document unscanned.",
    ),
    "margins-left-out": Explanation(
        "Márgenes de página omitidos",
        "Page margins left out",
        "Los títulos y pies que se repiten en cada página se leen una vez, y los números de "
        "página ninguna. No hay nada que corregir.",
        "Titles and footers that are repeated on each page are read once, page numbers not at "
        "all. There is nothing to mend.",
    ),
}
