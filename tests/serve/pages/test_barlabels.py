"""What bars are called: never two of a chart alike, in full or as they are drawn."""

from __future__ import annotations

from a4_rdf.serve.pages.barlabels import Sheet, lettered

SHEET = Sheet(size=14, width=320)
PAYMENTS = "Realizar los pagos necesarios para el cumplimiento de obligaciones"
LONG = "Número de lecturas de las publicaciones en las redes de la entidad y de sus unidades"


def drawn(said: list[list[str]], places: list[str] | None = None) -> list[tuple[str, ...]]:
    return [one.lines for one in lettered(said, places or [""] * len(said), SHEET)]


def test_names_that_differ_where_they_are_cut_are_not_enough() -> None:
    said = [[f"{LONG} del norte", "Norte"], [f"{LONG} del sur", "Sur"], ["Otra", "Este"]]
    assert drawn(said) == [("Norte",), ("Sur",), ("Este",)]


def test_two_names_have_a_line_each_where_they_are_drawn_alike() -> None:
    said = [
        [PAYMENTS, "% de cumplimiento"],
        [PAYMENTS, "% de cumplimiento de las obligaciones"],
        ["Caja chica", "% de cumplimiento"],
    ]
    found = lettered(said, ["", "", ""], SHEET)
    assert [one.lines for one in found] == [
        ("Realizar los pagos necesarios para el…", "% de cumplimiento"),
        ("Realizar los pagos necesarios para el…", "% de cumplimiento de las obligaciones"),
        ("Caja chica: % de cumplimiento",),
    ]
    assert [one.text for one in found] == [
        f"{PAYMENTS}: % de cumplimiento",
        f"{PAYMENTS}: % de cumplimiento de las obligaciones",
        "Caja chica: % de cumplimiento",
    ]


def test_the_very_same_words_are_told_apart_by_their_place() -> None:
    places = ["fila 20", "fila 21", "fila 22"]
    found = lettered([["Pozos"], ["Pozos"], ["Canales"]], places, SHEET)
    assert [one.text for one in found] == ["Pozos (fila 20)", "Pozos (fila 21)", "Canales"]
    assert drawn([["Pozos"]] * 3, places)[2] == ("Pozos (fila 22)",)


def test_a_place_is_drawn_whole_behind_a_name_that_is_cut_at_a_word() -> None:
    found = lettered([[LONG], [LONG]], ["fila 20, valor 1", "fila 20, valor 2"], SHEET)
    assert [one.lines for one in found] == [
        ("Número de lecturas de las publicaciones…", "fila 20, valor 1"),
        ("Número de lecturas de las publicaciones…", "fila 20, valor 2"),
    ]
    assert found[0].text == f"{LONG} (fila 20, valor 1)"


def test_what_has_no_place_keeps_its_name() -> None:
    assert drawn([["Obras"], ["Obras"], ["Obras"]]) == [("Obras",)] * 3
