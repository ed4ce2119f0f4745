"""Personal data: e-mail addresses and telephone numbers are found and left out, never repeated.

All that `shapes/text.ttl` refuses is blanked here, and a little more; names are in `names`.
"""

from __future__ import annotations

import re

from a4_rdf.memo import remembered

NAME, EMAIL, TELEPHONE = "name", "email", "telephone"
PLACEHOLDERS = {
    NAME: "[nombre omitido]",
    EMAIL: "[correo omitido]",
    TELEPHONE: "[teléfono omitido]",
}
FIELDS_ES = {NAME: "nombre", EMAIL: "correo", TELEPHONE: "teléfono"}
OMITTED = "[texto omitido]"
"""Stands for footer text that is not known to name no person."""

_AT = r"(?:@|\s?[(\[](?:at|arroba)[)\]]\s?)"
_EMAIL = re.compile(
    rf"(?:mailto:\s?)?(?:[\w.+%'-]{{1,64}}|[^\s@<>]){_AT}[\w-]+(?:\.[\w-]+)*"
    r"\.[a-z]{2,}(?:@[\w.-]*)*",
    re.IGNORECASE,
)
_MAY_BE_EMAIL = re.compile(r"@|[(\[](?:at|arroba)[)\]]", re.IGNORECASE)

# Ecuador: 09 and eight digits, 0 and area and seven digits, or +593; seven digits alone only after
# a label. A digit before, or a digit with point, comma or dash, makes the number part of another.
_ALONE = r"(?<![0-9])(?<![0-9][.,])"
_LOCAL = r"[2-7](?:[\s.-]?[0-9]){6}(?![0-9])"
_AREA = rf"{_ALONE}(?<![0-9]-)(?<![a-z])0[2-7]"
_EXTENSION = (
    r"(?:\s*,?\s*(?:ext|extensi[oó]n)\.?\s*:?\s*(?:no?\.?\s*)?[0-9]{1,5}(?![0-9])"
    r"(?:\s*[,/y-]\s*[0-9]{2,5}(?![0-9]))*)?"
)
_TELEPHONE = re.compile(
    rf"(?:\+\s?593[\s.()/-]*[0-9](?:[\s.()-]{{0,2}}[0-9]){{0,11}}"
    rf"|{_ALONE}00\s?593(?:[\s.()-]*[0-9]){{7,11}}"
    rf"|{_ALONE}(?:\(593\)|593[\s-])[\s-]*0?[2-9](?:[\s-]?[0-9]){{7,8}}(?![0-9])"
    r"|\(0[0-9]\)[\s.-]*[0-9](?:[\s.-]?[0-9]){5,7}(?![0-9])"
    rf"|{_ALONE}09[0-9](?:[\s.-]?[0-9]){{7}}(?![0-9])"
    # Nine digits in a run may be a code that says so.
    rf"|{_AREA}(?<!cpc 0[2-7])(?<!c[oó]digo 0[2-7])(?<!partida 0[2-7])(?<!cuenta 0[2-7])"
    r"[2-7][0-9]{6}(?![0-9])"
    rf"|{_AREA}[\s.-]{{1,3}}(?:[2-7][0-9]{{2}}[\s.-]?[0-9]{{2}}[\s.-]?[0-9]{{2}}"
    r"|[2-7][\s.-][0-9]{3}[\s.-][0-9]{3})(?![0-9])"
    r"|(?P<label>(?<![a-zñáéíóú])(?:tel[eé]fonos?|tel[eé]fonic[oa]s?|tel[eé]f|telf|tlf|tel|fax"
    r"|celular(?:es)?|cel|m[oó]vil|whatsapp)[.:]*[^0-9a-z]{0,4}(?:n(?:ro|[oº°])?[.:]*)?"
    rf"[^0-9a-z]{{0,4}})(?:0[2-7][\s-]?)?{_LOCAL}(?:(?:[\s,;/-]|\by\b|\bo\b){{1,3}}{_LOCAL})*"
    rf"){_EXTENSION}"
    r"|(?P<extension>(?<![a-zñáéíóú])ext(?:\.|:|\.:|ensi[oó]n:)\s?)[0-9]{2,5}(?![0-9.,]*[0-9])"
    r"(?!\s?(?:m2|m²|ha|km|hect|metro))",
    re.IGNORECASE,
)
# Spares nearly all texts the search: no telephone has fewer than six digits or a word between them.
_MAY_BE_TELEPHONE = re.compile(
    r"[0-9](?:[^0-9a-z]{0,12}[0-9]){5}|\+\s?593|ext(?:ensi[oó]n)?[.:]", re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")
_ALREADY = re.compile(r"\[[^\]]{0,40}omitid[oa]s?\]", re.IGNORECASE)

_PERSON_HEADING = re.compile(
    r"\b(?:responsables?|servidor(?:a|es|as)?|funcionari[oa]s?|apellidos?|cedula|correos?|e-?mail"
    r"|telefonos?|celular(?:es)?|contactos?|encargad[oa]s?|delegad[oa]s?|titular|directora?"
    r"|coordinadora?|jef[ea]|elaborado por|revisado por|aprobado por)\b"
    r"|\bnombres?\b(?!\s+(?:del?|de\s+las?|de\s+los)\s+(?!persona|tecnic))"
)


@remembered
def scrub(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with e-mails and telephones blanked, and the fields that were blanked."""
    fields: list[str] = []
    if _has_sign_of_email(text) and _MAY_BE_EMAIL.search(text) and _EMAIL.search(text):
        text = _EMAIL.sub(PLACEHOLDERS[EMAIL], text)
        fields.append(EMAIL)
    if _DIGIT.search(text) and _MAY_BE_TELEPHONE.search(text) and _TELEPHONE.search(text):
        text = _TELEPHONE.sub(_labelled, text)
        fields.append(TELEPHONE)
    return text, tuple(fields)


def _has_sign_of_email(text: str) -> bool:
    """Tell whether a text has a sign that each form of an e-mail address has."""
    return "@" in text or "(" in text or "[" in text


def asks_for_person(folded: str) -> bool:
    """Tell whether a folded column heading asks for a person's name or address."""
    return _PERSON_HEADING.search(folded) is not None


def already_withheld(text: str) -> bool:
    """Tell whether the source itself says that the value is left out."""
    return _ALREADY.fullmatch(text.strip()) is not None


def marks_in(text: str) -> tuple[str, ...]:
    """Return the marks in a text that say that something is left out."""
    return tuple(_ALREADY.findall(text)) if "[" in text else ()


def _labelled(match: re.Match[str]) -> str:
    """Return what stands for a telephone: its label, if it has one, and the placeholder."""
    label = match["label"] or match["extension"] or ""
    return f"{label}{PLACEHOLDERS[TELEPHONE]}"
