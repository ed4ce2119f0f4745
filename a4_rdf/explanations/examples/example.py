"""A finding code's example: what was written wrong beside the same mended, or as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Cells = tuple[str, ...]


class Part(StrEnum):
    """What the rows of an example are in a document, or beside it."""

    TABLE = "table"
    TITLE = "title"
    FOOTER = "footer"
    LINES = "lines"
    FOLDER = "folder"
    DICTIONARY = "dictionary"
    PAGE = "page"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of ours, in Spanish and in English."""

    es: str
    en: str

    def text(self, lang: str) -> str:
        """Return the words in `lang`; Spanish for any language but English."""
        return self.en if lang == "en" else self.es


PART_NAMES: Mapping[Part, Words] = {
    Part.TABLE: Words("la tabla", "the table"),
    Part.TITLE: Words("el título del documento", "the document's title"),
    Part.FOOTER: Words("el pie del documento", "the document's footer"),
    Part.LINES: Words("el archivo de texto", "the text file"),
    Part.FOLDER: Words("la carpeta", "the folder"),
    Part.DICTIONARY: Words("el diccionario de datos", "the data dictionary"),
    Part.PAGE: Words("la página del documento", "the document's page"),
    Part.CORRECTIONS: Words("el archivo de correcciones", "the file of corrections"),
}

WRONG = Words("Mal", "Wrong")
MENDED = Words("Bien", "Right")
WRITTEN = Words("Como está escrito", "As written")
READ = Words("Como se lee", "As read")


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of a document under their headings, if any, and the cell that matters.

    `cell` is its row and column, counted from 1; row 0 is that of the headings. `note` says what
    the texts alone do not show, such as a hidden row.
    """

    rows: tuple[Cells, ...]
    cell: tuple[int, int]
    headings: Cells = ()
    note: Words | None = None

    def text(self, lang: str) -> str:
        """Return the rows as lines, cells parted by ` | `, the note in `lang` in parentheses."""
        lines = [" | ".join(row) for row in (self.headings, *self.rows) if row]
        if self.note:
            lines.append(f"({self.note.text(lang)})")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Example:
    """The wrong piece and the mended one; with `is_reading` nothing is wrong: how it is read."""

    wrong: Piece
    mended: Piece
    part: Part = Part.TABLE
    is_reading: bool = False

    @property
    def names(self) -> tuple[Words, Words]:
        """Return what the two pieces are called."""
        return (WRITTEN, READ) if self.is_reading else (WRONG, MENDED)

    def texts(self, lang: str) -> tuple[str, str]:
        """Return both pieces as plain text in `lang`, each after its name."""
        first, second = self.names
        return (
            f"{first.text(lang)}:\n{self.wrong.text(lang)}",
            f"{second.text(lang)}:\n{self.mended.text(lang)}",
        )
