"""Personal data: addresses and telephones are found; quantities are not taken for them."""

from __future__ import annotations

import pytest

from a4_rdf.persons import already_withheld, asks_for_person, scrub


@pytest.mark.parametrize(
    ("text", "clean", "fields"),
    [
        ("a x.y@z.example b", "a [correo omitido] b", ("email",)),
        ("tel. 0991234567", "tel. [teléfono omitido]", ("telephone",)),
        ("(02) 246-9683 ext. 12", "[teléfono omitido]", ("telephone",)),
        ("02-2469683", "[teléfono omitido]", ("telephone",)),
        ("+593 99 123 4567", "[teléfono omitido]", ("telephone",)),
        ("x@y.ec 022469683", "[correo omitido] [teléfono omitido]", ("email", "telephone")),
        ("mailto:x@y.ec", "[correo omitido]", ("email",)),
        ("x (arroba) y.ec", "[correo omitido]", ("email",)),
        ("central tel. 2469683", "central tel. [teléfono omitido]", ("telephone",)),
        ("Teléfonos: 2469683 / 246-9684", "Teléfonos: [teléfono omitido]", ("telephone",)),
        ("CEL 0991234567, y", "CEL [teléfono omitido], y", ("telephone",)),
        ("ext. 102", "ext. [teléfono omitido]", ("telephone",)),
        ("593-2-2469683", "[teléfono omitido]", ("telephone",)),
    ],
)
def test_addresses_are_blanked(text: str, clean: str, fields: tuple[str, ...]) -> None:
    assert scrub(text) == (clean, fields)


@pytest.mark.parametrize(
    "text",
    ["1.479.588,24", "66700 lecturas", "0", "30/09/2015", "100", "2015-09-30", "0990000000001"],
)
def test_numbers_are_no_telephones(text: str) -> None:
    assert scrub(text) == (text, ())


def test_what_is_already_left_out() -> None:
    assert already_withheld(" [telefono omitido] ")
    assert not already_withheld("[telefono]")


@pytest.mark.parametrize(
    "heading", ["servidor responsable", "nombres y apellidos", "nombre", "correo", "encargada"]
)
def test_headings_that_ask_for_a_person(heading: str) -> None:
    assert asks_for_person(heading)


@pytest.mark.parametrize("heading", ["observaciones", "nombre del proyecto", "presupuesto"])
def test_headings_that_do_not(heading: str) -> None:
    assert not asks_for_person(heading)
