"""What a footer row may say: a date, a periodicity, the unit that holds the information.

Each reader returns where the value stands in a text. What it does not recognise is not published,
for it may name a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from a4_rdf import names, spanish
from a4_rdf.interpret.units import unit_key
from a4_rdf.model import Unit

Span = tuple[int, int]

LONGEST_HOLDER = 160

_DATE = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}})(?: de |[-/. ])(?P<month>{'|'.join(spanish.MONTH_NAMES)})\.?"
    r"(?: del? |[-/, ] ?)(?P<y3>\d{4}))(?!\d)"
    r"(?: \d{1,2}:\d\d(?::\d\d)?)?"
)
_PERIOD = (
    r"(?:diari[ao]|semanal|quincenal|mensual|bimensual|bimestral|trimestral|cuatrimestral|semestral"
    r"|anual|bianual|bienal|cuatrienal|permanente|eventual|ocasional)(?:mente)?"
)
_PERIODICITY = re.compile(rf"\b{_PERIOD}\b(?:\s?(?:[/,-]|\b[yo]\b)\s?{_PERIOD}\b)*")

_HEADS = spanish.UNIT_HEADS | spanish.SUB_UNIT_HEADS | spanish.BODY_HEADS
_SUB_HEADS = "|".join(sorted(spanish.SUB_UNIT_HEADS))
# Where a holder's name ends for sure: a title, a person's label, signs that names of units lack.
_END = re.compile(
    rf"{names.TITLE}|[:;()\[\]|@]|\d{{5,}}"
    r"|\b(?:responsables?|correo|e-?mail|telefon\w*|telf|(?:elabora|revisa|aproba)do por|a cargo"
    r"|encargad[oa]|delegad[oa]|titular|funcionari[oa]|servidora?|directora?|jef[ea]|coordinador"
    r"|alcalde(?:sa)?|prefect[oa]|gerente|presidente|secretario|administradora?)\b"
    rf"|(?:\s[-–—/]++|[-–—/]++(?=\s))(?!\s*(?:{_SUB_HEADS})\b)"
    r"|,(?!.*\s[ye]\s)"
)
# A hyphen or slash within words: a part of the name or not, that cannot be told.
_UNSURE = re.compile(rf"(?<!\bsub)(?<!\bvice)(?<!\bco)[-–—/](?!\s|(?:{_SUB_HEADS})\b)")
# Endings of the words that say which unit it is, and that few names have.
_ADJECTIVE = re.compile(
    r"(?:tiv[oa]s?|cier[oa]s?|[npt]al|[cr]ial|ble|dual|pales|nales|ciales|ic[oa]s|cion(?:es)?|miento|idad"
    r"|logia|ncia)$"
)
_NOTED = re.compile(
    r"https?://[^\s@]+|\b(?:cc[ -]?(?:by|0)[\w. -]*|creative commons[\w. -]*|odc[\w. -]*"
    r"|csv|xlsx?|ods|pdf|json|xml|es|en|espanol|español|castellano)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"^[\s.\-–—]*|:[\s.\-–—]*")
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Holders:
    """The names that are known to be no person's: those of the plan's units and of the body."""

    keys: frozenset[str]

    def known(self, text: str) -> int:
        """Return how many characters the longest known name takes at the start of a text."""
        ends = (word.end() for word in _WORDS.finditer(text))
        return max((end for end in ends if unit_key(text[:end]) in self.keys), default=0)


def holders(units: Sequence[Unit], title: str) -> Holders:
    """Return the holders that a plan knows, also by what follows the word that heads a unit."""
    said = {title}
    for unit in units:
        said.update((unit.name, " ".join(unit.path), *unit.reported))
    keys = {unit_key(name) for name in said if name}
    keys |= {short for key in keys if (short := _without_head(key))}
    return Holders(frozenset(keys))


def noted_in(text: str, start: int) -> Span | None:
    """Return where a date, a web address, a licence or a format stands, or None."""
    if found := date_in(text, start):
        return found
    match = _NOTED.search(text, start)
    return match.span() if match else None


def parse_date(text: str) -> date | None:
    """Return the first date of a text, day before month (`5/2/2026` is the 5th of February)."""
    match = _DATE.search(spanish.fold(text))
    if match is None:
        return None
    day, month, year = (match[n] or match[n + "2"] for n in ("d", "m", "y"))
    if match["month"]:
        day, month, year = match["d3"], spanish.month_number(match["month"]), match["y3"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_in(text: str, start: int) -> Span | None:
    """Return where the first date stands from `start` on."""
    match = _DATE.search(spanish.flat(text), start)
    return match.span() if match else None


def periodicity_in(text: str, start: int) -> Span | None:
    """Return where the first known word for a periodicity stands from `start` on."""
    match = _PERIODICITY.search(spanish.flat(text), start)
    return match.span() if match else None


def holder_in(text: str, start: int, known: Holders) -> Span | None:
    """Return where the name of a unit stands, at `start` or after a colon."""
    for begin in _begins(text, start):
        end = begin + _holder_length(text[begin : begin + LONGEST_HOLDER + 1], known)
        if end > begin:
            return begin, end
    return None


def _begins(text: str, start: int) -> Iterator[int]:
    """Yield where a value may begin from `start` on."""
    for match in _STARTS.finditer(text[start:]):
        yield start + match.end()


def _holder_length(text: str, known: Holders) -> int:
    """Return how many characters at the start of a text are a unit's name, 0 where none is."""
    flat = spanish.flat(text)
    end = _END.search(flat)
    name = text[: end.start() if end else len(text)].rstrip(" .,-–—/")
    sure = known.known(name)
    if sure == len(name):
        return sure
    first = _WORDS.match(flat)
    if first is None or first.group().strip(".,") not in _HEADS or len(name) > LONGEST_HOLDER:
        return sure
    length = max(sure, _in_one_case(name))
    more = flat[sure:length]
    return sure if _UNSURE.search(more) or _may_name(more) else length


def _may_name(more: str) -> bool:
    """Tell whether a flat text may end in a person's name: two such words, after its first noun."""
    count = 0
    is_noun = not more.startswith(" ")
    for word in more.split():
        said = word.strip(".,")
        if said in spanish.STOP_WORDS:
            count, is_noun = 0, True
        elif is_noun or said in _HEADS or _ADJECTIVE.search(said):
            count, is_noun = 0, False
        else:
            count += 1
        if count > 1:
            return True
    return False


def _in_one_case(name: str) -> int:
    """Return where a name in capitals ends, before the first word that is not; else its length."""
    words = list(_WORDS.finditer(name))
    if not words[0].group().isupper():
        return len(name)
    end = 0
    for word in words:
        said = word.group()
        if said.isupper() or said.isdecimal():
            end = word.end()
        elif said[0].isalpha() and spanish.flat(said) not in spanish.STOP_WORDS:
            break
    return end


def _without_head(key: str) -> str:
    """Return a key without the word that heads a sub-unit and the small words after it."""
    words = key.split(" ")
    if words[0] not in spanish.SUB_UNIT_HEADS:
        return ""
    rest = words[1:]
    while rest and rest[0] in spanish.STOP_WORDS:
        rest = rest[1:]
    return " ".join(rest)
