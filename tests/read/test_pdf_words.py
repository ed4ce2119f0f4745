"""Lines of a cell become its text: what a line's end cut is joined only where that is safe."""

from __future__ import annotations

import pytest

from a4_rdf.read.pdf_text import Line, Word
from a4_rdf.read.pdf_words import joined, lexicon

WIDE = 10.0  # how wide a letter is here


def cell(*texts: str) -> tuple[Line, ...]:
    """Return lines of letters as wide as they are many."""
    return tuple(line(text, 20.0 * at) for at, text in enumerate(texts))


def line(text: str, top: float) -> Line:
    words, left = [], 0.0
    for word in text.split(" "):
        right = left + WIDE * len(word)
        words.append(Word(word, left, top, right, top + 10))
        left = right + WIDE
    return Line(tuple(words))


@pytest.mark.parametrize(
    ("texts", "known", "text", "rejoined", "cut"),
    [
        (("Número de", "talleres"), "", "Número de talleres", False, False),
        (("capaci\u00ad", "tación"), "", "capacitación", True, False),
        (("capacita-", "ción del GAD"), "", "capacitación del GAD", True, False),
        (("técnico-", "legal"), "lo legal y", "técnico-legal", False, False),
        (("técnico-", "legal"), "técnico-legal", "técnico-legal", False, False),
        (("JURÍDICA-", "COORDINACIÓN"), "", "JURÍDICA- COORDINACIÓN", False, False),
        (("de 2015-", "2016"), "", "de 2015- 2016", False, False),
        (("fortalec", "imiento"), "fortalecimiento", "fortalecimiento", True, False),
        (("forta", "lecim", "iento"), "fortalecimiento", "fortalecimiento", True, False),
        (("FORTALECI", "MIENTO"), "fortalecimiento", "FORTALECIMIENTO", True, False),
        (("descentr", "ado"), "", "descentrado", True, False),
        (("Ejem", "plo:"), "", "Ejemplo:", True, False),
        (("Talleres", "de campo"), "uno de ellos", "Talleres de campo", False, False),
        (("Talleres", "xyzxyz"), "", "Talleres xyzxyz", False, True),
        (("PRESIDE", "NCIA"), "", "PRESIDENCIA", True, False),
        (("Adoquina", "mbos"), "", "Adoquinambos", True, False),
        (("Adoquina", "mbos"), "adoquina", "Adoquina mbos", False, True),
        (("Adoquinad", "o"), "", "Adoquinad o", False, True),
        (("Administr", "ar"), "", "Administrar", True, False),
        (("SECRETA", "RÍA", "-", "TESORERÍ", "A"), "", "SECRETARÍA - TESORERÍA", True, False),
        (("Allí", "a"), "allí", "Allí a", False, False),
        (("Talleres", "xyzxyz"), "los talleres xyzxyz", "Talleres xyzxyz", False, False),
        (("Talleres", "Dos"), "", "Talleres Dos", False, False),
        (("No", "."), "", "No.", True, False),
        (("N", "o", "."), "", "No.", True, False),
        (("$13020", ".35"), "", "$13020.35", True, False),
        (("1.479.588", ",24 USD"), "", "1.479.588,24 USD", True, False),
        (("1302", "035"), "", "1302 035", False, True),
        (("1.479.", "588"), "", "1.479. 588", False, True),
        (("en 2015", "2016"), "", "en 2015 2016", False, False),
        (("100", "%"), "", "100 %", False, False),
    ],
)
def test_words_at_the_end_of_a_line(
    texts: tuple[str, ...], known: str, text: str, rejoined: bool, cut: bool
) -> None:
    lines = cell(*texts)
    room = max(one.box[2] for one in lines)
    words = lexicon([(cell(f"al {known} fin"), room)])
    assert (joined(lines, room, words).text, joined(lines, room, words).rejoined) == (
        text,
        rejoined,
    )
    assert joined(lines, room, words).cut is cut


def test_a_wide_letter_has_no_place_where_a_narrow_one_has() -> None:
    """Widths as LibreOffice drew them: `N` is wider than the mean of `NCIA`."""
    upper = Line((Word("PRESIDE", 0, 0, 52.4, 10),))
    lower = Line((Word("NCIA", 0, 20, 30.3, 30),))
    room = 60.8
    assert joined((upper, lower), room, frozenset()).text == "PRESIDENCIA"
    assert lexicon([((upper, lower), room)]) == frozenset()
    assert joined((upper, lower), 62.0, frozenset()).text == "PRESIDE NCIA"


def test_a_word_with_room_after_it_is_whole() -> None:
    lines = cell("descentr", "ado")
    assert joined(lines, 200.0, frozenset()).text == "descentr ado"


def test_the_lexicon_holds_no_word_that_a_line_end_may_have_cut() -> None:
    lines = cell("uno dos", "tres cuatro,", "Cinco-", "seis")
    assert lexicon([(lines, 120.0)]) == {"uno", "dos", "tres"}
    assert lexicon([(lines, 200.0)]) == {"uno", "dos", "tres", "cuatro"}
