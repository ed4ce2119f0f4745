"""From the lines of a cell to its text: words cut at a line's end are joined where that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a4_rdf.read.pdf_text import Line

SOFT_HYPHEN = "\u00ad"
ENDS = (".", ",", ";", ":")
HYPHENS = ("-", "\u2010", "\u2011")
_EDGES = re.compile(r"^\W+|\W+$")
# Endings that are no words of their own: what is left when a narrow column cuts a word.
_ENDING = re.compile(
    r"n|e?s|[ae]r|nes|res|[csi]?[oó]n|[csi]?iones|ones|i?dad(?:es)?|(?:a|ra)?mente|(?:mi|i)?entos?"
    r"|[dt]or(?:a|es|as)?|[ai]d[oa]s?|d[oa]|das|ales|bles?|ic[oa]s?|iv[oa]s?|(?:a|ie|e)ndo"
    r"|(?:an|en|n)?cias?|r[ií][oa]s?|log[ií]as?"
)
_BEGUN = re.compile(r"\w{4,}í")  # `tesorerí`: no word, where one of these follows
_AFTER_I = re.compile(r"[ao]s?|an")
# How no word begins, neither a borrowed one; with a vowel after it, an acronym hardly does either.
_NO_BEGINNING = re.compile(
    r"(?:n[cdfgqstvz]|m[bp]|r[bcdfgklmnpqrstvz]|l[bcdfgmpqtvz]|ct)(?=\w*[aeiouáéíóú])\w{2,}"
)
# A letter's width in parts of the font size: of most sans serif fonts, as near as is needed.
_WIDTHS = {
    **dict.fromkeys("iíljI|.,:;'Í", 0.25),
    **dict.fromkeys("frt()-/", 0.32),
    **dict.fromkeys("cksvxyzJ", 0.5),
    **dict.fromkeys("mMwW", 0.85),
}
_SMALL, _CAPITAL = 0.55, 0.7
# The template's own words, in whatever document.
_TEMPLATE = re.compile(
    r"n[oº°]|ejemplo|descripción|unidad(?:es)?|objetivos?|actividad(?:es)?|indicador(?:es)?|metas?"
    r"|cuantificables?|operativos?|administrativas?|fecha|actualización|información|periodicidad"
    r"|poseedora|responsable|correo|electrónico|tel[eé]f[oó]n(?:o|ico)|número|institucional"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A cell's text; whether words were joined, and whether one may still be cut in two."""

    text: str
    rejoined: bool = False
    cut: bool = False


def lexicon(cells: Iterable[tuple[Sequence[Line], float]]) -> frozenset[str]:
    """Return the words that stand whole in a document's cells of lines, each with its room.

    Beside a line's end only those count that cannot be cut: the upper line had place for more.
    """
    known: set[str] = set()
    for lines, room in cells:
        loose = [_is_loose(upper, lower, room) for upper, lower in pairwise(lines)]
        for line, above, below in zip(lines, (True, *loose), (*loose, True), strict=True):
            words = line.words[0 if above else 1 : len(line.words) - (not below)]
            known.update(_key(word.text) for word in words)
    return frozenset(known)


def joined(lines: Sequence[Line], room: float, known: frozenset[str]) -> Joined:
    """Return the text of a cell of lines, at most `room` wide, with spaces between the lines."""
    text = lines[0].text
    rejoined = cut = False
    for at, upper in enumerate(lines[:-1]):
        left = text.rsplit(" ", 1)[-1]
        seam = _seam(left, upper, lines[at + 1 :], room, known)
        if seam is None:
            cut, seam = True, " "
        elif seam == "" and left[-1] not in HYPHENS:
            rejoined = True
        elif seam == SOFT_HYPHEN:
            text, seam, rejoined = text[:-1], "", True
        text += seam + lines[at + 1].text
    return Joined(text, rejoined, cut)


def _seam(
    left: str, upper: Line, rest: Sequence[Line], room: float, known: frozenset[str]
) -> str | None:
    """Return what goes between two lines: a space, nothing, a soft hyphen for `drop the hyphen`.

    None where a word may be cut there and nothing tells.
    """
    right = rest[0].words[0].text
    if left.endswith(SOFT_HYPHEN):
        return SOFT_HYPHEN
    if _number_goes_on(left, right):
        return ""
    narrow = len(upper.words) == 1 and _fills(upper, rest[0], room)
    if right[0].isdigit():
        return None if narrow and left.rstrip(".,")[-1:].isdigit() else " "  # one number or two
    if not (right[0].islower() or (left.isupper() and right[0].isupper())):
        return " "
    if left.endswith(HYPHENS) and left[-2:-1].isalpha():
        return _hyphen_seam(left, right, known)
    return _cut_seam(left, rest, known) if narrow and left[-1].isalpha() else " "


def _hyphen_seam(left: str, right: str, known: frozenset[str]) -> str:
    """Return what follows a hyphen at a line's end: is it part of the word or of the line?"""
    if _is_word(_key(left[:-1] + right), known):
        return SOFT_HYPHEN
    if _key(left + right) in known:
        return ""
    if right.isupper():
        return " "  # two units: their names are written with and without a space
    return "" if _key(right) in known else SOFT_HYPHEN


def _cut_seam(left: str, rest: Sequence[Line], known: frozenset[str]) -> str | None:
    """Return what joins two pieces that may be one word, cut because its column is narrow."""
    first, second = _key(left), _key(rest[0].words[0].text)
    if any(_is_word(first + more, known) for more in _pieces(rest)):
        return ""
    if second in known:
        return " "
    if _BEGUN.fullmatch(first) and _AFTER_I.fullmatch(second) and first not in known:
        return ""
    if _ENDING.fullmatch(second) or _NO_BEGINNING.fullmatch(second):
        return "" if first not in known else None
    return " " if first in known else None


def _pieces(rest: Sequence[Line]) -> Iterable[str]:
    """Yield what the next line begins with, and with it the lines after it while they go on."""
    found = ""
    for line in rest:
        found += line.words[0].text
        yield _key(found)
        if len(line.words) > 1:
            return


def _is_word(key: str, known: frozenset[str]) -> bool:
    """Tell whether a document, or the template, has a word."""
    return key in known or _TEMPLATE.fullmatch(key) is not None


def _number_goes_on(left: str, right: str) -> bool:
    """Tell whether a line begins with what no word begins with: `.35` after `13020`, or `.`."""
    decimals = left[-1].isdigit() and right[0] in ".," and right[1:2].isdigit()
    return decimals or (left[-1].isalnum() and right in ENDS)


def _is_loose(upper: Line, lower: Line, room: float) -> bool:
    """Tell whether a line ended although the next letter had a place: no word is cut there."""
    return not (upper.text.endswith((SOFT_HYPHEN, *HYPHENS)) or _fills(upper, lower, room))


def _fills(upper: Line, lower: Line, room: float) -> bool:
    """Tell whether the line had no place for the next letter."""
    left, _, right, _ = upper.box
    word = lower.words[0]
    share = _width(word.text[0]) / sum(map(_width, word.text))
    return right - left + share * (word.x1 - word.x0) > room


def _width(letter: str) -> float:
    """Return about how wide a letter is, in parts of the font size."""
    return _WIDTHS.get(letter, _CAPITAL if letter.isupper() else _SMALL)


def _key(word: str) -> str:
    """Return a word without punctuation around it and without capitals."""
    return _EDGES.sub("", word).casefold()
