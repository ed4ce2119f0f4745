"""The integrity constraints of RDF Data Cube, IC-0 to IC-21; each finds what violates it.

https://www.w3.org/TR/vocab-data-cube/#wf-rules. The standard's own texts only ask whether a
constraint is violated, and IC-12 in a time that grows with the square of the observations. Ours
are queries (`queries/ic-N.rq`) that name the culprits, in linear time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Literal, URIRef

from a4_rdf import queries
from a4_rdf.check.normal import normalise
from a4_rdf.check.report import Result
from a4_rdf.model import Severity
from a4_rdf.store import Store, memory_store
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB_CONSTRAINTS


@dataclass(frozen=True, slots=True)
class Constraint:
    """An integrity constraint: its code, which names its query too, and what its breach means."""

    code: str
    es: str
    en: str


DATATYPES = Constraint(
    "ic-0",
    "El valor no es una forma válida de su tipo de dato.",
    "The value is no valid form of its datatype.",
)

CONSTRAINTS: tuple[Constraint, ...] = (
    Constraint(
        "ic-1",
        "La observación no está en un único conjunto de datos.",
        "The observation is not in exactly one data set.",
    ),
    Constraint(
        "ic-2",
        "El conjunto de datos no tiene una única estructura.",
        "The data set does not have exactly one structure.",
    ),
    Constraint(
        "ic-3",
        "La estructura no tiene ninguna medida.",
        "The structure has no measure.",
    ),
    Constraint(
        "ic-4",
        "La dimensión no tiene rango.",
        "The dimension has no range.",
    ),
    Constraint(
        "ic-5",
        "La dimensión toma conceptos y no dice de qué lista.",
        "The dimension takes concepts and does not say from which list.",
    ),
    Constraint(
        "ic-6",
        "Es opcional un componente que no es atributo.",
        "A component is optional that is no attribute.",
    ),
    Constraint(
        "ic-7",
        "Ninguna estructura declara la clave de corte.",
        "No structure declares the slice key.",
    ),
    Constraint(
        "ic-8",
        "La clave de corte tiene una propiedad que su estructura no tiene.",
        "The slice key has a property that its structure lacks.",
    ),
    Constraint(
        "ic-9",
        "El corte no tiene una única clave.",
        "The slice does not have exactly one key.",
    ),
    Constraint(
        "ic-10",
        "El corte no fija una dimensión de su clave.",
        "The slice leaves a dimension of its key open.",
    ),
    Constraint(
        "ic-11",
        "A la observación le falta el valor de una dimensión.",
        "The observation lacks the value of a dimension.",
    ),
    Constraint(
        "ic-12",
        "Otra observación tiene los mismos valores en todas las dimensiones.",
        "Another observation has the same values in all dimensions.",
    ),
    Constraint(
        "ic-13",
        "A la observación le falta un atributo obligatorio.",
        "The observation lacks a required attribute.",
    ),
    Constraint(
        "ic-14",
        "A la observación le falta una medida.",
        "The observation lacks a measure.",
    ),
    Constraint(
        "ic-15",
        "A la observación le falta la medida que anuncia.",
        "The observation lacks the measure that it announces.",
    ),
    Constraint(
        "ic-16",
        "La observación tiene otra medida que la que anuncia.",
        "The observation has another measure than the one that it announces.",
    ),
    Constraint(
        "ic-17",
        "Falta o sobra una medida en el punto de la observación.",
        "A measure is missing or too many at the observation's point.",
    ),
    Constraint(
        "ic-18",
        "La observación de un corte no está en el conjunto de datos del corte.",
        "An observation of a slice is not in the slice's data set.",
    ),
    Constraint(
        "ic-19",
        "El valor no está en la lista de códigos de su dimensión.",
        "The value is not in the code list of its dimension.",
    ),
    Constraint(
        "ic-20",
        "El valor no cuelga de la raíz de la jerarquía de su dimensión.",
        "The value does not hang from the root of its dimension's hierarchy.",
    ),
    Constraint(
        "ic-21",
        "El valor no cuelga de la raíz de la jerarquía (inversa) de su dimensión.",
        "The value does not hang from the root of its dimension's (inverse) hierarchy.",
    ),
)


def validate(triples: Sequence[Triple], base: str) -> tuple[Result, ...]:
    """Return the breaches of all constraints in a cube, which is normalised first."""
    found = list(_ill_typed(triples))
    cube = normalise(triples)
    with memory_store(base, ((s, p, o, None) for s, p, o in cube)) as store:
        for constraint in CONSTRAINTS:
            found.extend(_breaches(store, constraint))
    return tuple(found)


def _breaches(store: Store, constraint: Constraint) -> Iterator[Result]:
    for row in store.select(queries.load(constraint.code)):
        value = row.get("value")
        if "this" in row:
            focus = URIRef(str(row["this"]))
            yield _result(constraint, focus, value if isinstance(value, URIRef | Literal) else None)


def _ill_typed(triples: Sequence[Triple]) -> Iterator[Result]:
    """Find literals whose text is not in the lexical space of their datatype (IC-0)."""
    for subject, predicate, value in triples:
        if isinstance(value, Literal) and value.ill_typed:
            yield _result(DATATYPES, subject, value, str(predicate))


def _result(
    constraint: Constraint, focus: URIRef, value: URIRef | Literal | None, path: str = ""
) -> Result:
    shape = QB_CONSTRAINTS[constraint.code]
    return Result(Severity.VIOLATION, focus, path, value, shape, constraint.es, constraint.en)
