"""The fence around pySHACL: validate a graph against shapes, and return plain results.

pySHACL switches off rdflib's global `NORMALIZE_LITERALS` while it loads shapes, and leaves it off
when they do not load. So it is handed parsed graphs only, the switch is put back, and nothing
that serves requests may run it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from a4_rdf.check.paths import path_text
from a4_rdf.check.report import Result, severity_of, words_of
from a4_rdf.errors import CheckError
from a4_rdf.vocab import SH


def validate(data: Graph, shapes: Graph) -> tuple[Result, ...]:
    """Return what the shapes find in the data, in no promised order (SHACL, section 3.6).

    Raises CheckError where the shapes themselves cannot be used.
    """
    report = _run(data, shapes)
    return tuple(_result(report, node, shapes) for node in report.objects(None, SH.result))


def _run(data: Graph, shapes: Graph) -> Graph:
    try:
        with _literals_left_alone():
            _, report, text = pyshacl.validate(
                data, shacl_graph=shapes, inplace=True, allow_infos=True, allow_warnings=True
            )
    except (ReportableRuntimeError, ShapeLoadError) as error:
        raise CheckError(f"the shapes cannot be used: {error}") from error
    if isinstance(report, ValidationFailure) or not isinstance(report, Graph):
        raise CheckError(f"the shapes cannot be used: {text}")
    return report


@contextmanager
def _literals_left_alone() -> Iterator[None]:
    """Put rdflib's global switch back as it was, whatever pySHACL did to it."""
    before = rdflib.NORMALIZE_LITERALS
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _result(report: Graph, node: Node, shapes: Graph) -> Result:
    """Read one sh:ValidationResult.

    Severity and words are the shape's, not the report's: pySHACL drops the language of messages
    of SPARQL constraints.
    """
    shape = URIRef(str(report.value(node, SH.sourceShape)))
    value = report.value(node, SH.value)
    path = report.value(node, SH.resultPath)
    es, en = words_of(shapes, shape)
    return Result(
        severity=severity_of(shapes, shape),
        focus=URIRef(str(report.value(node, SH.focusNode))),
        path=path_text(report, path) if path else "",
        value=value if isinstance(value, URIRef | Literal) else None,
        shape=shape,
        es=es,
        en=en,
    )
