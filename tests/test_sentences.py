"""The sentences that tell a change, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from a4_rdf import sentences
from a4_rdf.check.background import vocabulary
from a4_rdf.model import Change, ChangeKind
from a4_rdf.terms import graph
from tests.changes.states import change

LOWERED = {
    "goal": "g",
    "label": "Talleres a municipios",
    "old_value": Decimal(1450),
    "new_value": Decimal("30.5"),
    "measure": "talleres",
}
GOAL = {"goal": "g", "label": "Plan vial"}


@pytest.mark.parametrize(
    ("told", "es", "en"),
    [
        (
            change(ChangeKind.TARGET_LOWERED, **LOWERED),
            "La meta bajó de 1.450 a 30,5 talleres: Talleres a municipios.",
            "The target fell from 1,450 to 30.5 talleres: Talleres a municipios.",
        ),
        (
            change(ChangeKind.TARGET_RAISED, **{**LOWERED, "measure": "%"}),
            "La meta subió de 1.450 % a 30,5 %: Talleres a municipios.",
            "The target rose from 1,450 % to 30.5 %: Talleres a municipios.",
        ),
        (
            change(ChangeKind.TARGET_RAISED, **{**LOWERED, "measure": ""}),
            "La meta subió de 1.450 a 30,5: Talleres a municipios.",
            "The target rose from 1,450 to 30.5: Talleres a municipios.",
        ),
        (
            change(ChangeKind.ADDED, **GOAL, new="Plan {firmado}"),
            "Hay una meta nueva: Plan vial («Plan {firmado}»).",
            "There is a new goal: Plan vial (“Plan {firmado}”).",
        ),
        (
            change(ChangeKind.ADDED, **GOAL, new="Plan vial"),
            "Hay una meta nueva: «Plan vial».",
            "There is a new goal: “Plan vial”.",
        ),
        (
            change(ChangeKind.WITHDRAWN, **GOAL, old="Plan aprobado"),
            "Ya no está la meta: Plan vial («Plan aprobado»).",
            "The goal is no longer there: Plan vial (“Plan aprobado”).",
        ),
        (
            change(ChangeKind.WITHDRAWN, **GOAL),
            "Ya no está la meta: «Plan vial».",
            "The goal is no longer there: “Plan vial”.",
        ),
        (
            change(ChangeKind.REWORDED, **GOAL, old="Vías", new="Caminos"),
            "La meta tiene otras palabras: antes «Vías», ahora «Caminos».",
            "The goal has other words: “Vías” before, “Caminos” now.",
        ),
        (
            change(ChangeKind.REWORDED, **GOAL, new="Caminos"),
            "La meta dice algo más: «Caminos» (Plan vial).",
            "The goal says something more: “Caminos” (Plan vial).",
        ),
        (
            change(ChangeKind.REWORDED, **GOAL, old="Vías"),
            "La meta ya no dice «Vías» (Plan vial).",
            "The goal no longer says “Vías” (Plan vial).",
        ),
        (
            change(ChangeKind.UNIT_RENAMED, unit="u", old="OBRAS", new="VÍAS"),
            "La unidad «OBRAS» ahora se llama «VÍAS».",
            "The unit “OBRAS” is now called “VÍAS”.",
        ),
        (
            change(ChangeKind.UNIT_REPLACED, unit="u", old="OBRAS", new="VÍAS"),
            "La unidad «VÍAS» ocupó el lugar de «OBRAS».",
            "The unit “VÍAS” took the place of “OBRAS”.",
        ),
        (
            change(ChangeKind.MOVED, **GOAL, old="OBRAS", new="VÍAS"),
            "La meta pasó de «OBRAS» a «VÍAS»: Plan vial.",
            "The goal went from “OBRAS” to “VÍAS”: Plan vial.",
        ),
        (
            change(ChangeKind.MOVED, unit="u", label="RIEGO", old="OBRAS"),
            "La unidad «RIEGO» dependía de «OBRAS» y ahora de «la entidad».",
            "The unit “RIEGO” was part of “OBRAS”, and now is of “the organisation”.",
        ),
    ],
)
def test_a_sentence(told: Change, es: str, en: str) -> None:
    assert (sentences.sentence(told, "es"), sentences.sentence(told, "en")) == (es, en)


@given(st.sampled_from(ChangeKind), st.text(), st.text(), st.text(), st.sampled_from(["", "g"]))
def test_every_change_has_a_sentence(
    kind: ChangeKind, label: str, old: str, new: str, goal: str
) -> None:
    told = change(kind, label=label, old=old, new=new, goal=goal)
    assert all(sentences.sentence(told, lang) for lang in sentences.LANGUAGES)


@pytest.mark.parametrize("kind", ChangeKind)
def test_a_kind_is_called_as_its_code_list_calls_it(kind: ChangeKind) -> None:
    concept = URIRef(f"http://example.org/kos/tipo-cambio/{kind}")
    labels = set(graph(vocabulary("http://example.org")).objects(concept, SKOS.prefLabel))
    assert labels == {
        Literal(sentences.name(kind, lang), lang=lang) for lang in sentences.LANGUAGES
    }
