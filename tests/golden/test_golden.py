"""Golden cases, one per oddity of the documents: the same graph and the same findings as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic

from a4_rdf import terms
from tests.golden.regenerate import cases, convert, findings_text


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_golden(case: Path) -> None:
    conversion = convert(case)
    expected = Graph().parse(case / "expected.ttl", format="turtle")
    found = terms.graph(conversion.triples)
    if not isomorphic(found, expected):
        _, missing, new = graph_diff(expected, found)
        pytest.fail(f"missing:\n{missing.serialize()}\nnew:\n{new.serialize()}")
    assert findings_text(conversion) == (case / "findings.txt").read_text("utf-8")


def test_every_case_is_run() -> None:
    assert len(cases()) == 17
