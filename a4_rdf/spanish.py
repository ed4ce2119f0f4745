"""Spanish as the tables write it: accents, plurals, number words, words that head a unit.

Tables of words only; what they mean for a row or a target is decided in repair and interpret.
"""

from __future__ import annotations

import re
import unicodedata

from a4_rdf.memo import remembered


def listed(names: str) -> tuple[str, ...]:
    """Return the words of a string that lists them."""
    return tuple(names.split())


_LETTERS = "".join(chr(code) for code in (*range(0x41, 0x5B), *range(0xC0, 0x180))) + "ºª°"
_SPECIAL = {"º": "o", "ª": "a", "°": "o", "ß": "s"}
_FLAT = {
    ord(letter): _SPECIAL.get(letter, unicodedata.normalize("NFD", letter)[0].lower()[0])
    for letter in _LETTERS
}

_COMMON = tuple(zip("áéíóúñüº°", "aeiounuoo", strict=True))

MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)

MONTH_NAMES = (*MONTHS, *listed("ene feb mar abr may jun jul ago sept sep oct nov dic"))
"""The months in full and cut short, the longer of two that begin alike first."""

STOP_WORDS = frozenset(
    listed(
        "a al con contra de del desde durante e el en entre es esta este hacia hasta la las lo"
        " los mas mediante menos ni no o para por que se segun sin sobre su sus tras u un una"
        " unas unos y"
    )
)

# Words that head a unit's name; those of the second set also split a name after a hyphen.
UNIT_HEADS = frozenset(
    listed(
        "alcaldia asesoria auditoria biblioteca comisaria comision concejo consejo despacho"
        " distrito gerencia hospital ministerio ministro ministra prefectura procuraduria"
        " presidencia proyecto proyectos programa registro secretaria sindicatura subgerencia"
        " viceministerio vicealcaldia viceprefectura vicepresidencia"
    )
)
SUB_UNIT_HEADS = frozenset(
    listed(
        "area coordinacion departamento direccion division jefatura oficina seccion subcoordinacion"
        " subdireccion subjefatura subproceso subsecretaria tesoreria unidad"
    )
)
# Words that head the name of a public body.
BODY_HEADS = frozenset(
    listed(
        "agencia asociacion asamblea camara centro colegio consorcio contraloria corporacion corte"
        " cuerpo defensoria empresa escuela fiscalia fondo fundacion gad gadm gadp gadpr gobierno"
        " honorable ilustre instituto junta mancomunidad municipalidad municipio patronato red"
        " servicio sistema superintendencia tribunal universidad"
    )
)

_UNITS_0_29 = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro"
    " veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_TENS = listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    " novecientos"
)
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_UNITS_0_29)},
    **{word: 10 * number for number, word in enumerate(_TENS, 3)},
    **{word: 100 * number for number, word in enumerate(_HUNDREDS, 1)},
    **{word[:-2] + "as": 100 * number for number, word in enumerate(_HUNDREDS[1:], 2)},
    "un": 1,
    "una": 1,
    "veintiun": 21,
    "veintiuna": 21,
    "cien": 100,
}
MILLIONS = ("millon", "millones")

_WORD = re.compile(r"[^\W\d_]+")


@remembered
def flat(text: str) -> str:
    """Return the text without capitals and accents, letter for letter: offsets stay valid."""
    low = text.lower()
    if text.isascii():
        return low
    # Four times as fast as `translate`, and enough for nearly all texts.
    for letter, plain in _COMMON:
        if letter in low:
            low = low.replace(letter, plain)
    return low if low.isascii() else text.translate(_FLAT)


@remembered
def fold(text: str) -> str:
    """Return the text as comparisons see it: no capitals, no accents, single spaces."""
    return " ".join(flat(text).split())


def tidy(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


def words(folded: str) -> tuple[str, ...]:
    """Return the words of a folded text that carry meaning."""
    return tuple(word for word in _WORD.findall(folded) if word not in STOP_WORDS)


def month_number(name: str) -> int:
    """Return which month a flat name says, in full or cut short: 1 to 12."""
    return next(n for n, month in enumerate(MONTHS, start=1) if month[:3] == name[:3])


@remembered
def noun_key(noun: str) -> str:
    """Return a key that is the same for a noun's singular and plural (`reunión`, `Reuniones`)."""
    word = fold(noun).split("/")[0]
    if len(word) <= 3:
        return word
    if word.endswith("ces"):
        return word[:-3] + "z"
    return word.removesuffix("s").removesuffix("e")


def number_word(tokens: list[str]) -> tuple[int, int] | None:
    """Return value and count of the leading tokens that are a number in words, or None.

    Reads below a million millions: `veinte y cinco`, `dos mil quinientos`, `un millón cien mil`.
    """
    millions, total, group, used, joined = 0, 0, 0, 0, False
    for index, word in enumerate(tokens, start=1):
        if word == "y" and not joined and _takes_ones(group):
            joined = True
            continue
        if word == "mil" and total == 0 and not joined:
            total, group = 1000 * (group or 1), 0
        elif word in MILLIONS and millions == 0 and total + group > 0 and not joined:
            millions, total, group = 1_000_000 * (total + group), 0, 0
        elif word in NUMBER_WORDS and _fits(group, NUMBER_WORDS[word], joined):
            group += NUMBER_WORDS[word]
        else:
            break
        used, joined = index, False
    return (millions + total + group, used) if used else None


def _takes_ones(group: int) -> bool:
    """Tell whether what was read ends in tens: `veinte y cinco` is everyday spelling too."""
    return group % 100 >= 20 and group % 10 == 0


def _fits(group: int, value: int, joined: bool) -> bool:
    """Tell whether a number word may follow what was read: hundreds, then tens, then ones."""
    if joined:
        return 0 < value < 10
    if group == 0:
        return True
    if group % 100 == 0:
        return 0 < value < 100
    return group % 10 == 0 and group % 100 >= 30 and 0 < value < 10
