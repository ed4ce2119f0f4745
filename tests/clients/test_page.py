"""docs/clients.md: what it has to run, so that nothing in it goes unrun unseen."""

from __future__ import annotations

from tests.clients.snippets import Snippet


def test_each_client_has_its_code(page: dict[str, tuple[Snippet, ...]]) -> None:
    assert {heading: [s.language for s in found] for heading, found in page.items()} == {
        "": ["sparql"],
        "curl": ["sh"],
        "SPARQLWrapper": ["python", "python", "python"],
        "rdflib as a remote graph": ["python"],
        "rdflib on a thing's address": ["python"],
        "SERVICE from another engine": ["python", "python"],
        "pandas": ["python", "python"],
        "Comunica": ["sh", "sh"],
        "R": ["r"],
    }


def test_all_that_is_run_says_what_it_prints(page: dict[str, tuple[Snippet, ...]]) -> None:
    silent = [s.language for found in page.values() for s in found if not s.prints]
    assert silent == ["sparql"]
