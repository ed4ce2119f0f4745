"""Personal data: e-mail addresses and telephone numbers are found and left out, never repeated."""

from __future__ import annotations

import re

NAME, EMAIL, TELEPHONE = "name", "email", "telephone"
PLACEHOLDERS = {
    NAME: "[nombre omitido]",
    EMAIL: "[correo omitido]",
    TELEPHONE: "[teléfono omitido]",
}
FIELDS_ES = {NAME: "nombre", EMAIL: "correo", TELEPHONE: "teléfono"}

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# Ecuador: 09 and eight digits, 0 and area and seven digits, or +593; separators between groups.
_TELEPHONE = re.compile(
    r"(?<![\d.,])(?:(?:\+|00)\s?593[\s.()-]*\d(?:[\s.()-]{0,2}\d){6,9}"
    r"|\(0\d\)[\s.-]*\d(?:[\s.-]?\d){5,7}"
    r"|09(?:[\s.-]?\d){8}"
    r"|0[2-7](?:[\s.-]?\d){7})(?:\s*ext\.?:?\s*\d+)?(?![\d,]|\.\d)",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"\[[^\]]{0,40}omitid[oa]s?\]", re.IGNORECASE)


def scrub(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with e-mails and telephones blanked, and the fields that were blanked."""
    fields: list[str] = []
    if "@" in text and _EMAIL.search(text):
        text = _EMAIL.sub(PLACEHOLDERS[EMAIL], text)
        fields.append(EMAIL)
    if ("0" in text or "+" in text) and _TELEPHONE.search(text):
        text = _TELEPHONE.sub(PLACEHOLDERS[TELEPHONE], text)
        fields.append(TELEPHONE)
    return text, tuple(fields)


def already_withheld(text: str) -> bool:
    """Tell whether the source itself says that the value is left out."""
    return _ALREADY.fullmatch(text.strip()) is not None


def marks_in(text: str) -> tuple[str, ...]:
    """Return the marks in a text that say that something is left out."""
    return tuple(_ALREADY.findall(text)) if "[" in text else ()
