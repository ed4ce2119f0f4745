"""From the bytes of a web page to its text: what is HTML, and in which encoding.

Order: byte order mark, strict UTF-8 (whatever the page declares: two-byte letters are no accident),
the encoding that the page declares, else as any text is decoded.
"""

from __future__ import annotations

import codecs
import re

from a4_rdf.read.encoding import decode

_HEAD = 4_096
_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,4}"
    rb"<(?:!doctype\s+html|html|head|body|table|meta|style|title|div|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w-]{2,20})"
    rb"|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w-]{2,20})",
    re.IGNORECASE,
)
# Labels as browsers take them: what says Latin-1 is Windows-1252 (Encoding Standard, 4.2).
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "x-ansi": "cp1252",
    "iso-8859-15": "iso8859-15",
    "macintosh": "mac-roman",
    "ibm850": "cp850",
    "cp850": "cp850",
}
_CERTAIN = frozenset({"utf-8", "utf-8-sig", "utf-16"})
_WIDE_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def is_html(data: bytes) -> bool:
    """Tell whether the bytes begin as a web page does, whatever the file is called."""
    head = data[:_HEAD]
    for mark, encoding in _WIDE_MARKS:
        if head.startswith(mark):
            head = head[2:].decode(encoding, "replace").encode("utf-8", "replace")
    return _BEGINS.match(head.removeprefix(codecs.BOM_UTF8)) is not None


def page_text(name: str, data: bytes) -> tuple[str, str, bool]:
    """Return a page's text, its encoding, and whether that was guessed.

    Raises SourceError `wrong-encoding` when no known encoding gives Spanish text.
    """
    declared = _declared(data)
    if declared is not None:
        return *declared, False
    text, encoding = decode(name, data)
    return text, encoding, encoding not in _CERTAIN


def _declared(data: bytes) -> tuple[str, str] | None:
    """Return text and encoding as the page declares it, None where it does not or is wrong."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    match = _DECLARED.search(data[:_HEAD])
    label = (match[1] or match[2]).decode("ascii").lower() if match else ""
    encoding = _LABELS.get(label)
    if encoding is None or _is_utf8(data):
        return None
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
