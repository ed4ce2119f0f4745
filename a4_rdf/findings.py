"""The findings that a4_rdf can report: one row per code, with its weight and its words.

Codes are stable: corrections, shapes and help pages are keyed by them. `{name}` in a text is
filled from the finding's details.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a4_rdf.model import Column, Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The weight of a finding code and its text in each language."""

    severity: Severity
    es: str
    en: str

    def text(self, lang: str) -> str:
        """Return the text template in `lang`; Spanish for any language but English."""
        return self.en if lang == "en" else self.es


INFO, WARNING = Severity.INFO, Severity.WARNING

READING: Mapping[str, FindingKind] = {
    "encoding-guessed": FindingKind(
        INFO,
        "el archivo no está en UTF-8: se leyó como {encoding}",
        "the file is not UTF-8: it was read as {encoding}",
    ),
    "delimiter-guessed": FindingKind(
        INFO,
        "celdas separadas por {delimiter}; con {rival} la tabla sería casi igual de regular",
        "cells parted by {delimiter}; with {rival} the table would be nearly as regular",
    ),
    "stray-quote": FindingKind(
        INFO,
        "comillas que no cierran una celda: se leen como un signo más",
        "a quote that closes no cell: it is read as a sign like the rest",
    ),
    "metadata-missing": FindingKind(
        WARNING,
        "la carpeta no trae el archivo de metadatos, o no se pudo leer",
        "the folder lacks the metadata file, or it could not be read",
    ),
    "dictionary-missing": FindingKind(
        WARNING,
        "la carpeta no trae el diccionario de datos, o no se pudo leer",
        "the folder lacks the data dictionary, or it could not be read",
    ),
    "dictionary-lacks-fields": FindingKind(
        WARNING,
        "el diccionario no define columnas del conjunto de datos: {fields}",
        "the dictionary does not define columns of the data set: {fields}",
    ),
    "dictionary-defines-others": FindingKind(
        WARNING,
        "el diccionario define campos que el conjunto de datos no trae: {fields}",
        "the dictionary defines fields that the data set lacks: {fields}",
    ),
    "file-ignored": FindingKind(
        WARNING,
        "archivo de la carpeta que no se lee: «{name}»",
        "file of the folder that is not read: «{name}»",
    ),
    "content-unlike-suffix": FindingKind(
        INFO,
        "el archivo termina en {suffix} y contiene {content}: se leyó como tal",
        "the file ends in {suffix} and holds {content}: it was read as that",
    ),
    "sheet-not-read": FindingKind(
        WARNING,
        "la hoja «{sheet}» también trae una tabla a4 y no se lee; se leyó «{read}»",
        "the sheet «{sheet}» holds an a4 table too and is not read; «{read}» was",
    ),
    "hidden-sheet-read": FindingKind(
        WARNING,
        "la tabla a4 está en una hoja oculta: «{sheet}»",
        "the a4 table stands on a hidden sheet: «{sheet}»",
    ),
    "hidden-rows-read": FindingKind(
        WARNING,
        "filas ocultas, se leen como las demás: {rows}",
        "hidden rows, read like the others: {rows}",
    ),
    "hidden-column-read": FindingKind(
        WARNING,
        "columna oculta, se lee como las demás: {column}",
        "hidden column, read like the others: {column}",
    ),
    "covered-cell": FindingKind(
        WARNING,
        "texto tapado por una celda combinada, no se lee",
        "text covered by a merged cell, not read",
    ),
    "cell-error": FindingKind(
        WARNING,
        "la celda tiene un error y queda vacía: {error}",
        "the cell holds an error and is left empty: {error}",
    ),
    "formula-without-value": FindingKind(
        WARNING,
        "fórmula sin resultado guardado: la celda queda vacía",
        "formula without a stored result: the cell is left empty",
    ),
    "value-rounded": FindingKind(
        INFO,
        "la celda muestra {shown} y guarda {exact}: se publica lo que muestra",
        "the cell shows {shown} and stores {exact}: what it shows is published",
    ),
    "formats-unread": FindingKind(
        WARNING,
        "no se pudo saber cómo muestra el libro sus números: un porcentaje puede verse como 0.65",
        "how the workbook shows its numbers is not known: a percentage may look like 0.65",
    ),
    "tables-left-out": FindingKind(
        INFO,
        "otras tablas del documento, sin encabezado a4, que no se leen: {count}",
        "other tables of the document, without an a4 header, not read: {count}",
    ),
    "lines-left-out": FindingKind(
        INFO,
        "renglones lejos de la tabla que no se leen: {count}",
        "lines far from the table, not read: {count}",
    ),
    "links-left-out": FindingKind(
        INFO,
        "renglones de menú o de formulario que no se leen: {count}",
        "lines of menus or forms, not read: {count}",
    ),
    "cells-overlap": FindingKind(
        WARNING,
        "una celda combinada de arriba y una de la fila ocupan el mismo lugar: vale la de la fila",
        "a merged cell from above and one of the row take the same place: that of the row holds",
    ),
    "changes-unaccepted": FindingKind(
        WARNING,
        "cambios sin aceptar: se lee lo insertado y se omite lo eliminado",
        "changes not accepted: what was inserted is read, what was deleted is left out",
    ),
    "hidden-cell-read": FindingKind(
        WARNING,
        "celda oculta, se lee como las demás",
        "hidden cell, read like the others",
    ),
    "struck-text": FindingKind(
        WARNING,
        "texto tachado, no se lee",
        "struck-out text, not read",
    ),
    "hidden-text": FindingKind(
        WARNING,
        "texto oculto, no se lee",
        "hidden text, not read",
    ),
    "macros-ignored": FindingKind(
        INFO,
        "el libro contiene macros: no se ejecutan ni se leen",
        "the workbook holds macros: they are neither run nor read",
    ),
    "external-links-ignored": FindingKind(
        INFO,
        "el libro enlaza otros archivos: no se consultan, vale el último resultado guardado",
        "the workbook links to other files: they are not consulted, stored results hold",
    ),
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

REPAIRING: Mapping[str, FindingKind] = {
    "marks-removed": FindingKind(
        INFO,
        "marcas de formato quitadas: {marks}",
        "formatting marks removed: {marks}",
    ),
    "characters-normalised": FindingKind(
        INFO,
        "caracteres invisibles, espacios especiales o acentos descompuestos normalizados",
        "invisible characters, special spaces or decomposed accents normalised",
    ),
    "personal-data-withheld": FindingKind(
        INFO,
        "dato personal omitido: {field}",
        "personal data withheld: {field}",
    ),
    "unknown-column": FindingKind(
        WARNING,
        "columna no reconocida, no se interpreta: «{heading}»",
        "column not recognised, left uninterpreted: «{heading}»",
    ),
    "line-left-out": FindingKind(
        INFO,
        "renglón fuera de la tabla, que no es sección ni pie: no se lee",
        "line outside the table, neither section nor footer: not read",
    ),
    "columns-missing": FindingKind(
        WARNING,
        "faltan columnas en el encabezado: {columns}",
        "columns missing from the header: {columns}",
    ),
    "row-realigned": FindingKind(
        INFO,
        "fila desplazada: sus celdas se leyeron como {columns} ({certainty})",
        "shifted row: its cells were read as {columns} ({certainty})",
    ),
    "ambiguous-row": FindingKind(
        WARNING,
        "la fila admite dos lecturas: se tomó {reading}; también cabe {alternative}",
        "the row can be read two ways: {reading} was taken; {alternative} is possible too",
    ),
    "inherits-ambiguous": FindingKind(
        WARNING,
        "la fila hereda una celda de la línea {row}, que admite dos lecturas",
        "the row inherits a cell from line {row}, which can be read two ways",
    ),
    "extra-text": FindingKind(
        WARNING,
        "texto que ninguna columna recibe: «{text}»",
        "text that no column takes: «{text}»",
    ),
    "unplaced-text": FindingKind(
        INFO,
        "texto de la columna «{heading}», que no se interpreta: «{text}»",
        "text of the column «{heading}», which is left uninterpreted: «{text}»",
    ),
    "unit-across-numbers": FindingKind(
        WARNING,
        "número nuevo sin unidad: se toma la unidad de arriba",
        "new number without a unit: the unit above is taken",
    ),
}

INTERPRETING: Mapping[str, FindingKind] = {
    "title-missing": FindingKind(
        INFO,
        "el documento no nombra a la entidad antes de la tabla",
        "the document does not name the organisation above the table",
    ),
    "regime-assumed": FindingKind(
        INFO,
        "el documento no nombra la ley: se asume la de {regime} por sus columnas",
        "the document does not name the law: that of {regime} is assumed from its columns",
    ),
    "level-unknown": FindingKind(
        WARNING,
        "sección sin nivel de proceso conocido: «{text}»",
        "section without a known process level: «{text}»",
    ),
    "unit-spelling": FindingKind(
        INFO,
        "unidad escrita de otra manera que arriba: «{written}» por «{name}»",
        "unit spelled otherwise than above: «{written}» for «{name}»",
    ),
    "unit-in-two-levels": FindingKind(
        WARNING,
        "la unidad figura en dos niveles de proceso: «{name}»",
        "the unit stands under two process levels: «{name}»",
    ),
    "goal-without-unit": FindingKind(
        WARNING,
        "fila sin unidad responsable, no se publica como meta: «{text}»",
        "row without a responsible unit, not published as a goal: «{text}»",
    ),
    "objective-missing": FindingKind(WARNING, "meta sin objetivo", "goal without objective"),
    "activity-missing": FindingKind(WARNING, "meta sin actividad", "goal without activity"),
    "link-unread": FindingKind(
        INFO,
        "el enlace no es una dirección web: «{text}»",
        "the link is no web address: «{text}»",
    ),
    "indicator-missing": FindingKind(WARNING, "meta sin indicador", "goal without indicator"),
    "target-missing": FindingKind(WARNING, "fila sin meta cuantificable", "goal without a target"),
    "absent-marker": FindingKind(
        INFO,
        "la celda dice que no hay dato: «{text}»",
        "the cell says that there is no value: «{text}»",
    ),
    "target-qualitative": FindingKind(
        INFO, "meta sin cantidad: se publica como cualitativa", "target without a quantity"
    ),
    "target-multiple": FindingKind(
        INFO, "la celda contiene {count} metas", "the cell holds {count} targets"
    ),
    "unread-number": FindingKind(
        INFO,
        "la meta contiene un número que no se toma como cantidad: «{number}»",
        "the target contains a number that is not taken as a quantity: «{number}»",
    ),
    "ambiguous-number": FindingKind(
        WARNING,
        "número que puede leerse de dos maneras, queda sin cantidad: «{number}»",
        "number that can be read two ways, left without a quantity: «{number}»",
    ),
    "percent-without-sign": FindingKind(
        WARNING,
        "el indicador es un porcentaje y la meta no: {value} {unit}",
        "the indicator is a percentage and the target is not: {value} {unit}",
    ),
    "percent-unexpected": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta es un porcentaje",
        "the indicator counts «{noun}» and the target is a percentage",
    ),
    "percent-over-100": FindingKind(
        WARNING, "porcentaje mayor que 100: {value} %", "percentage over 100: {value} %"
    ),
    "unit-unlike-indicator": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta «{unit}»",
        "the indicator counts «{noun}» and the target «{unit}»",
    ),
    "repeated-row": FindingKind(
        WARNING,
        "fila idéntica a la de la línea {first}: se publica también",
        "row identical to that of line {first}: published as well",
    ),
    "footer-date-missing": FindingKind(
        WARNING,
        "el documento no dice su fecha de actualización",
        "the document does not say its update date",
    ),
    "date-differs": FindingKind(
        WARNING,
        "el documento dice ser del {stated} y se publica como del {expected}",
        "the document says it is of {stated} and is published as of {expected}",
    ),
    "footer-date-unread": FindingKind(
        WARNING,
        "fecha de actualización ilegible",
        "update date not readable",
    ),
    "footer-unread": FindingKind(
        INFO,
        "texto del pie que no se interpreta, no se publica",
        "footer text that is not interpreted, not published",
    ),
}

CURATING: Mapping[str, FindingKind] = {
    "cell-corrected": FindingKind(
        INFO,
        "corregido en la revisión ({role}): {column}, de «{old}» a «{new}»; motivo: {why}",
        "corrected in review ({role}): {column}, from «{old}» to «{new}»; reason: {why}",
    ),
    "cell-confirmed": FindingKind(
        INFO,
        "confirmado en la revisión ({role}): {column}; motivo: {why}",
        "confirmed in review ({role}): {column}; reason: {why}",
    ),
    "decided": FindingKind(
        INFO,
        "decidido en la revisión; antes {code}: «{text}»",
        "decided in review; before {code}: «{text}»",
    ),
    "correction-without-document": FindingKind(
        WARNING,
        "corrección de un documento que no está, no se aplica: {digest}",
        "correction of a document that is not there, not applied: {digest}",
    ),
    "correction-without-row": FindingKind(
        WARNING,
        "corrección que no casa con la fila {row}, no se aplica: {column}",
        "correction that does not fit row {row}, not applied: {column}",
    ),
    "correction-without-column": FindingKind(
        WARNING,
        "corrección de una columna que la tabla no tiene, no se aplica: {column}",
        "correction of a column that the table does not have, not applied: {column}",
    ),
}

KINDS: Mapping[str, FindingKind] = {**READING, **REPAIRING, **INTERPRETING, **CURATING}

# What awaits a curator's decision, and the column that it has to be about (None: any of the row).
DECIDABLE: Mapping[str, Column | None] = {
    "ambiguous-row": None,
    "extra-text": None,
    "goal-without-unit": None,
    "ambiguous-number": Column.TARGET,
}
# What a curator's decision leaves: provenance of the row.
CURATED = frozenset(("cell-corrected", "cell-confirmed"))


CERTAINTIES: tuple[tuple[float, str, str], ...] = (
    (0.88, "lectura segura", "sure reading"),
    (0.73, "lectura probable", "likely reading"),
    (0.0, "lectura dudosa", "doubtful reading"),
)
"""From which confidence on a reading is called what; 0.88 is where no second reading is near."""


def message(finding: Finding, lang: str = "es") -> str:
    """Return the words of a finding in Spanish, or in English with `lang="en"`.

    A detail `confidence` is said in words: `{certainty}`.
    """
    details = dict(finding.details)
    if confidence := details.get("confidence"):
        details["certainty"] = _certainty(float(confidence), lang)
    return KINDS[finding.code].text(lang).format_map(details)


def _certainty(confidence: float, lang: str) -> str:
    _, es, en = next(row for row in CERTAINTIES if confidence >= row[0])
    return en if lang == "en" else es


def severity(finding: Finding) -> Severity:
    """Return how much a finding weighs."""
    return KINDS[finding.code].severity
