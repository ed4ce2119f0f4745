"""The answer to a SELECT as text: SPARQL results JSON, SPARQL CSV, a table for the terminal."""

from __future__ import annotations

import csv
import json
from io import StringIO

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.store.interface import Node, Solutions


def to_json(answer: Solutions | bool) -> str:
    """Return an answer in the SPARQL 1.1 Query Results JSON Format, one solution a line."""
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    head = json.dumps({"vars": list(answer.vars)}, ensure_ascii=False)
    lines = ",\n".join(
        json.dumps({name: _json_term(term) for name, term in row.items()}, ensure_ascii=False)
        for row in answer
    )
    return f'{{"head": {head}, "results": {{"bindings": [\n{lines}\n]}}}}\n'


def to_csv(answer: Solutions | bool) -> str:
    """Return an answer in SPARQL 1.1 CSV: values without types, unbound as empty, lines in CRLF.

    Values are never altered, so a spreadsheet must not open it unguarded. A boolean, for which
    the format has no form, is a column `boolean`.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if isinstance(answer, bool):
        writer.writerows((("boolean",), (_word(answer),)))
    else:
        writer.writerow(answer.vars)
        writer.writerows([_csv_term(term) for term in row] for row in answer.rows)
    return out.getvalue()


def to_table(answer: Solutions | bool) -> str:
    """Return an answer as columns of text for people, as wide as their longest value."""
    if isinstance(answer, bool):
        return _word(answer) + "\n"
    rows = [answer.vars, *(tuple(_plain(term) for term in row) for row in answer.rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    rule = tuple("─" * width for width in widths)
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (rows[0], rule, *rows[1:])
    )
    return "\n".join(lines) + "\n"


def _json_term(term: Node) -> dict[str, str]:
    if isinstance(term, URIRef):
        return {"type": "uri", "value": str(term)}
    if isinstance(term, BNode):
        return {"type": "bnode", "value": str(term)}
    value = {"type": "literal", "value": str(term)}
    if term.language:
        return value | {"xml:lang": term.language}
    if term.datatype and term.datatype != XSD.string:
        return value | {"datatype": str(term.datatype)}
    return value


def _csv_term(term: Node | None) -> str:
    if term is None:
        return ""
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def _plain(term: Node | None) -> str:
    """Return a term on one line: its words, or an IRI in angle brackets."""
    if term is None or isinstance(term, Literal):
        return " ".join(str(term or "").split())
    return term.n3()


def _word(answer: bool) -> str:
    return "true" if answer else "false"
