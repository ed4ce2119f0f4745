"""Property paths of shapes, written and walked; `test_compiled` holds the walks to pySHACL's."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.term import Node

from a4_rdf.check.index import Index
from a4_rdf.check.paths import UnknownConstructError, compile_path, path_text
from a4_rdf.vocab import SH

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix x: <http://example.org/> .
"""
A, B, C, D, P, Q = (URIRef(f"http://example.org/{name}") for name in "abcdpq")


def turtle(text: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=PREFIXES + text, format="turtle")


def walked(path: str) -> set[Node]:
    """Return where a path leads from `x:a`."""
    shapes = turtle(f"x:s sh:path {path} .")
    node = shapes.value(URIRef("http://example.org/s"), SH.path)
    assert node is not None
    index = Index(((A, P, B), (B, P, C), (C, P, A), (B, Q, D), (D, Q, A)))
    return set(compile_path(shapes, node)(index, A))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("x:p", {B}),
        ("[ sh:inversePath x:p ]", {C}),
        ("( x:p x:q )", {D}),
        ("[ sh:alternativePath ( x:p [ sh:inversePath x:q ] ) ]", {B, D}),
        ("[ sh:oneOrMorePath x:p ]", {A, B, C}),
        ("[ sh:oneOrMorePath x:q ]", set()),
        ("[ sh:zeroOrMorePath x:q ]", {A}),
        ("[ sh:zeroOrOnePath x:p ]", {A, B}),
    ],
)
def test_a_path_is_walked(path: str, expected: set[Node]) -> None:
    assert walked(path) == expected


@pytest.mark.parametrize(
    "path",
    [
        "[ sh:inversePath ( x:p x:q ) ]",
        "[ sh:inversePath x:p ; sh:zeroOrMorePath x:p ]",
        "( x:p )",
        "[ x:unheard x:p ]",
        "'p'",
        "( x:p x:p x:p x:p x:p x:p x:p x:p x:p ( x:p x:p ) )",
    ],
)
def test_other_paths_are_left_to_pyshacl(path: str) -> None:
    with pytest.raises(UnknownConstructError):
        walked(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("x:a", "http://example.org/a"),
        ("[ sh:inversePath x:a ]", "^<http://example.org/a>"),
        ("( x:a x:b )", "<http://example.org/a>/<http://example.org/b>"),
        (
            "[ sh:oneOrMorePath [ sh:alternativePath ( x:a x:b ) ] ]",
            "(<http://example.org/a>|<http://example.org/b>)+",
        ),
        ("[ sh:zeroOrMorePath x:a ]", "<http://example.org/a>*"),
        ("[ sh:zeroOrOnePath x:a ]", "<http://example.org/a>?"),
    ],
)
def test_a_path_is_written_as_sparql_writes_it(path: str, expected: str) -> None:
    shapes = turtle(f"x:s sh:path {path} .")
    node: Node | None = shapes.value(URIRef("http://example.org/s"), SH.path)
    assert node is not None
    assert path_text(shapes, node) == expected
