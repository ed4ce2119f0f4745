"""Spanish as the pages write it: numbers and dates of Ecuador, names in sentence case."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

LOCALE = "es_EC"
"""Not es_419, which writes 66,700 where Ecuador writes 66.700."""

INSTITUTIONS = ("AME", "CNE", "CPCCS", "EP", "GAD", "GADM", "GADS", "IESS", "SERCOP", "SNI", "SRI")
SUBJECTS = ("BPL", "LOTAIP", "ONG", "PDOT", "PEI", "POA", "RSS", "SIG", "TI", "TIC", "TICS", "UE")
ACRONYMS = frozenset((*INSTITUTIONS, *SUBJECTS, "UNESCO"))
NAMES = ("Ecuador", "Unión Europea")

_WORD = re.compile(r"[^\W\d_]+")


def number(value: Decimal | int) -> str:
    """Return a number as Ecuador writes it: 66.700 and 90,5."""
    return format_decimal(value, locale=LOCALE)


def day(value: date) -> str:
    """Return a date in words: 30 de septiembre de 2015."""
    return format_date(value, "long", locale=LOCALE)


def size(octets: int) -> str:
    """Return a file size for people: 512 B, 14,2 kB, 3,1 MB."""
    if octets < 1000:
        return f"{octets} B"
    thousands, name = (octets / 1000, "kB") if octets < 1_000_000 else (octets / 1_000_000, "MB")
    return f"{format_decimal(round(thousands, 1), locale=LOCALE)} {name}"


def sentence_case(text: str) -> str:
    """Return a name that is all capitals in sentence case, acronyms kept; other text as it is."""
    if not text.isupper():
        return text
    lowered = _WORD.sub(lambda m: m[0] if m[0] in ACRONYMS else m[0].lower(), text)
    for name in NAMES:
        lowered = lowered.replace(name.lower(), name)
    return lowered[:1].upper() + lowered[1:]
