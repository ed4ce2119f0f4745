"""Headings of the other tables that bodies publish beside a4, so that a refusal can name them.

Only names of this list are ever said, never the words of a cell: in a wrong document any cell may
name a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from a4_rdf import spanish

LONGEST = 160

_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # literals b and c: directory and payroll
        ("apellidos y nombres", r"(?:apellidos? y nombres?|nombres? y apellidos?)\b.*|servidor\w*"),
        ("puesto", r"(?:denominacion del )?(?:puesto|cargo)\b.*"),
        ("régimen laboral", r"(?:regimen|modalidad) laboral\b.*"),
        ("partida presupuestaria", r"(?:numero|no\.?|nro\.?)?(?: de)? ?partida\b.*"),
        ("grado", r"grado\b.*|grupo ocupacional.*|escala\b.*"),
        ("remuneración", r"(?:remuneracion|rmu|sueldo|salario|ingreso)\b.*"),
        ("teléfono", r"telefonos?\b.*|extension\b.*"),
        ("correo electrónico", r"(?:correo|e-?mail)\b.*"),
        # the checklist of all literals
        ("literal", r"literal(?:es)?\b.{0,20}|numeral(?:es)?\b.{0,20}"),
        (
            "cumplimiento",
            r"cumple\b.*|(?:cumplimiento|calificacion|puntaje|porcentaje de cump)\b.*",
        ),
        ("descripción del literal", r"descripcion del literal\b.*|informacion a publicar.*"),
        # literals d, g and i: services, budget, contracts
        ("servicio", r"(?:denominacion|descripcion|nombre) del servicio\b.*|servicios?"),
        ("horario", r"horarios?\b.*"),
        ("costo", r"costos?\b.*|precio\b.*"),
        ("presupuesto", r"presupuesto\b.*|codificado|devengado|asignacion inicial.*"),
        ("proceso de contratación", r"(?:codigo|tipo|objeto|etapa) del proceso\b.*"),
        ("proveedor", r"(?:proveedor|contratista)\b.*"),
        ("monto", r"monto\b.*|valor\b.*"),
    )
)


def other_headings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of headings of other tables among the texts, each once, in their order."""
    found = dict.fromkeys(_name(text) for text in texts if 0 < len(text) <= LONGEST)
    return tuple(name for name in found if name)


def _name(text: str) -> str:
    folded = spanish.fold(text)
    return next((name for name, heading in _NAMES if heading.fullmatch(folded)), "")
