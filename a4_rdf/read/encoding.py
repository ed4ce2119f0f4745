"""From bytes to text: refuse what is no text, then find the encoding.

Order: byte order mark, UTF-16 without one by its zeros, strict UTF-8, then cp1252 against cp850 by
their Spanish letters
(charset guessers mistake Spanish cp1252 for cp1250), Latin-1 where cp1252 has no letter.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from a4_rdf.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "un PDF"),
    (b"PK\x03\x04", "un archivo comprimido (ZIP, XLSX, DOCX u ODS)"),
    (b"\xd0\xcf\x11\xe0", "un documento antiguo de Office"),
    (b"{\\rtf", "un documento RTF"),
    (b"\x89PNG", "una imagen PNG"),
    (b"\xff\xd8\xff", "una imagen JPEG"),
    (b"GIF8", "una imagen GIF"),
    (b"\x1f\x8b", "un archivo comprimido (gzip)"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_LOWER = re.compile(r"[áéíóúñü¿¡«»]|(?<=\d)\s?[º°ª]|(?<=[nN])[º°]")
# `gestiÓn` is how the 2023 template's own heading is often written.
_UPPER = re.compile(r"(?<![a-záéíóúñü])[ÁÉÍÓÚÑÜ]|(?<=i)Ó(?=n)")
_FOREIGN = re.compile(r"[^\x00-\x7fáéíóúñüÁÉÍÓÚÑÜ¿¡«»º°ªçàèìòùâêîôûäëïöÇ€–—‘’“”•…·\xa0´¨²³]")
_CONTROL = re.compile(r"[\x80-\x9f]")
# Bytes that are no ASCII, with what may stand before them: all that the choice depends on.
_NO_ASCII = re.compile(rb"[\x00-\x7f]{0,2}[\x80-\xff]+[\x00-\x7f]?")
_LOOKED_AT = 20_000
_ZEROS_LOOKED_AT = 4_096


def kind_of(data: bytes) -> str:
    """Return what the bytes are where they are no text, in Spanish words; empty for text."""
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if not found and _HTML.match(data.removeprefix(codecs.BOM_UTF8)[:4096]):
        found = "una página HTML"
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not found and b"\0" in data and not (marked or _unmarked(data)):
        found = "contenido binario"
    return found


def refuse_binary(name: str, data: bytes) -> None:
    """Raise SourceError `not-text` when the bytes are another kind of file."""
    if found := kind_of(data):
        expected = "se esperaba una tabla en texto"
        raise SourceError(name, "not-text", f"{expected}; el contenido es {found}")


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Return the text without byte order mark, and the encoding's name.

    Raises SourceError `wrong-encoding` when no known encoding gives Spanish text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding), encoding
    if encoding := _unmarked(data):
        return _strict(name, data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _single_byte(name, data)


def _strict(name: str, data: bytes, encoding: str) -> str:
    """Return the text in the encoding that its own mark declares."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"se esperaba {encoding} según su comienzo; hay bytes ajenos en {error.start}"
        raise SourceError(name, "wrong-encoding", message) from None


def _unmarked(data: bytes) -> str:
    """Return the name of UTF-16 without its mark: every other byte of its Latin letters is zero."""
    sample = data[:_ZEROS_LOOKED_AT]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if second > 0.7 * len(sample[1::2]) and not first:
        return "utf-16-le"
    return "utf-16-be" if first > 0.7 * len(sample[::2]) and not second else ""


def _single_byte(name: str, data: bytes) -> tuple[str, str]:
    """Return the most Spanish of the one-byte readings; equal scores keep the order of trial."""
    parts = (match.group() for match in _NO_ASCII.finditer(data))
    sample = b"\n".join(islice(parts, _LOOKED_AT))
    scores = {e: _spanishness(sample.decode(e, "replace")) for e in ("cp1252", "latin-1", "cp850")}
    for encoding in sorted(scores, key=lambda encoding: -scores[encoding]):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if scores[encoding] >= 0:
            return text, encoding
    expected = "se esperaba texto en UTF-8, cp1252, cp850 o Latin-1"
    raise SourceError(name, "wrong-encoding", f"{expected}; las letras no son las del español")


def _spanishness(text: str) -> int:
    """Return Spanish letters in likely positions, minus signs that no Spanish text has."""
    likely = len(_LOWER.findall(text)) + len(_UPPER.findall(text))
    return likely - 2 * len(_FOREIGN.findall(text)) - 2 * len(_CONTROL.findall(text))
