"""What is left of a clause behind its quantity, and whether it makes the quantity doubtful."""

from __future__ import annotations

import re

from a4_rdf import spanish
from a4_rdf.interpret.bounds import has_loose_bound
from a4_rdf.interpret.counted import BEFORE, DOLLAR, EURO, PERCENT
from a4_rdf.interpret.quantities import Quantity

_NAMES = (set(spanish.NUMBER_WORDS) | {"mil", "millon", "millones"}) - {"un", "una", "uno"}
WORD = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b"
"""A number word that is no article."""

# A quantity that goes on like this is one of a list: `10; 12; 9`, `5 y 6`, `50 % + 1`, `2 y media`.
_NEXT = re.compile(
    r"\s*(?:[,;/|+=–-]|\b(?:[yeou]|mas)\b)?\s*(?:\$\s?)?(?P<number>(?!(?:19|20)\d\d\b)\d[\d.,]*)"
    rf"|\s*(?:[,;/|+=–-]|\b(?:[yeoua]|al|hasta|mas)\b)?\s*\b(?P<word>{WORD})"
    r"|\s?[¼½¾‰]|\spor mil\b|\sy (?:un )?(?:medi[oa]|cuarto)\b"
)
# A number that counts nothing is one of a list if a later one is parted from it like this.
_LATER = re.compile(rf"[,;/|]\s*(?:\d|{WORD})|\s[yeou]\s(?:\d|{WORD})")
# A thing counted is not all there is if another number follows later like this.
_ANOTHER = re.compile(
    r"(?:(?<!\d)[;/|]\s*|\s(?:[ou]|[-–+])\s)"
    rf"(?:(?P<number>(?!(?:19|20)\d\d\b)\d[\d.,]*)|(?P<word>{WORD}))"
)
_PART = re.compile(r"[%‰]|\bpor (?:ciento|mil)\b")
_MONEY_TO = re.compile(rf"\s?(?:\b(?:al?|hasta|y|o)\b|[-–])\s?(?:{BEFORE})?\d")
_NO_NOUN = ("", PERCENT, DOLLAR, EURO)


def is_in_doubt(quantity: Quantity, rest: str) -> bool:
    """Tell whether the flat words behind a quantity say that it is not all, or not so."""
    if has_loose_bound(rest):
        return True
    if quantity.unit not in _NO_NOUN:
        return False
    money = quantity.unit in (DOLLAR, EURO) and _MONEY_TO.match(rest) is not None
    later = not quantity.unit and _LATER.search(rest) is not None
    return money or later or _PART.search(rest) is not None or _NEXT.match(rest) is not None


def left_over(rest: str) -> str:
    """Return the number after a noun, at once or behind `o`, `/`, `;`; or an empty string."""
    found = _NEXT.match(rest) or _ANOTHER.search(rest)
    if found is None:
        return ""
    return (found["number"] or found["word"] or "").rstrip(".,")
