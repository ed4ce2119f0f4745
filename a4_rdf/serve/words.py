"""The languages of the pages: numbers and dates as each writes them, names in sentence case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

SPANISH, ENGLISH = "es", "en"
LOCALES: Mapping[str, str] = {SPANISH: "es_EC", ENGLISH: "en"}
"""By language. Not es_419, which writes 66,700 where Ecuador writes 66.700."""

INSTITUTIONS = ("AME", "CNE", "CPCCS", "EP", "GAD", "GADM", "GADS", "IESS", "SERCOP", "SNI", "SRI")
SUBJECTS = ("BPL", "LOTAIP", "ONG", "PDOT", "PEI", "POA", "RSS", "SIG", "TI", "TIC", "TICS", "UE")
ACRONYMS = frozenset((*INSTITUTIONS, *SUBJECTS, "UNESCO"))
NAMES = ("Ecuador", "Unión Europea")

_WORD = re.compile(r"[^\W\d_]+")


def N_(text: str) -> str:  # noqa: N802 - the name that catalogues of messages look for
    """Return a text as it is, marked as one that the templates translate."""
    return text


def number(value: Decimal | int, lang: str = SPANISH) -> str:
    """Return a number as Ecuador writes it, 66.700 and 90,5; in English 66,700 and 90.5."""
    return format_decimal(value, locale=LOCALES[lang])


def day(value: date, lang: str = SPANISH) -> str:
    """Return a date in words: 30 de septiembre de 2015; September 30, 2015."""
    return format_date(value, "long", locale=LOCALES[lang])


def moment(value: datetime, lang: str = SPANISH) -> str:
    """Return a day and the time of it with its zone: 30 de septiembre de 2015, 14:05 UTC.

    Hours go from 0 to 23: nobody has to know which twelve is midnight.
    """
    time = format_skeleton("Hm", value, locale=LOCALES[lang])
    return " ".join(filter(None, (f"{day(value, lang)}, {time}", value.tzname())))


def month(value: date, lang: str = SPANISH) -> str:
    """Return the month of a date in words: septiembre de 2015; September 2015."""
    return format_skeleton("yMMMM", value, locale=LOCALES[lang])


def size(octets: int, lang: str = SPANISH) -> str:
    """Return a file size for people: 512 B, 14,2 kB, 3,1 MB."""
    if octets < 1000:
        return f"{octets} B"
    thousands, name = (octets / 1000, "kB") if octets < 1_000_000 else (octets / 1_000_000, "MB")
    return f"{format_decimal(round(thousands, 1), locale=LOCALES[lang])} {name}"


def sentence_case(text: str) -> str:
    """Return a name that is all capitals in sentence case, acronyms kept; other text as it is."""
    if not text.isupper():
        return text
    lowered = _WORD.sub(lambda m: m[0] if m[0] in ACRONYMS else m[0].lower(), text)
    for name in NAMES:
        lowered = lowered.replace(name.lower(), name)
    return lowered[:1].upper() + lowered[1:]
