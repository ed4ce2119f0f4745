"""Finding kinds: every code has a slug, words in two languages, the same placeholders."""

from __future__ import annotations

import re

import pytest

from a4_rdf.findings import KINDS, message, severity
from a4_rdf.findings.calendar import CALENDAR
from a4_rdf.findings.curation import CURATION
from a4_rdf.findings.document import DOCUMENT
from a4_rdf.findings.files import FILES
from a4_rdf.findings.goals import GOALS
from a4_rdf.findings.pages import PAGES
from a4_rdf.findings.pdf import PDF
from a4_rdf.findings.repair import REPAIR
from a4_rdf.findings.workbooks import WORKBOOKS
from a4_rdf.model import Finding, Place, Severity


@pytest.mark.parametrize("code", KINDS)
def test_each_kind_says_the_same_in_both_languages(code: str) -> None:
    kind = KINDS[code]
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code)
    assert kind.es
    assert kind.en
    assert kind.severity in (Severity.INFO, Severity.WARNING)


def test_no_code_stands_in_two_tables() -> None:
    tables = (FILES, CALENDAR, WORKBOOKS, PAGES, PDF, REPAIR, DOCUMENT, GOALS, CURATION)
    assert sum(map(len, tables)) == len(KINDS)


def test_a_message_is_filled_from_the_details() -> None:
    finding = Finding("repeated-row", Place(3, 1), (("first", "2"),))
    assert message(finding) == "fila idéntica a la de la línea 2: se publica también"
    assert message(finding, "en") == "row identical to that of line 2: published as well"
    assert severity(finding) is Severity.WARNING


@pytest.mark.parametrize(
    ("confidence", "es", "en"),
    [
        ("1.00", "lectura segura", "sure reading"),
        ("0.80", "lectura probable", "likely reading"),
        ("0.50", "lectura dudosa", "doubtful reading"),
    ],
)
def test_a_confidence_is_said_in_words(confidence: str, es: str, en: str) -> None:
    details = (("columns", "indicador, meta cuantificable"), ("confidence", confidence))
    finding = Finding("row-realigned", Place(3, 1), details)
    assert message(finding) == (
        f"fila desplazada: sus celdas se leyeron como indicador, meta cuantificable ({es})"
    )
    assert message(finding, "en").endswith(f"({en})")
