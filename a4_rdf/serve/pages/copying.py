"""A query as people take it elsewhere: for a terminal, for pandas, for R."""

from __future__ import annotations

from dataclasses import dataclass

from a4_rdf.errors import QueryError
from a4_rdf.store.syntax import QueryKind, query_kind

_CURL = """\
curl -H 'Accept: {media_type}' --data-urlencode query@- {endpoint} <<'{mark}'
{query}
{mark}
"""

_PYTHON = '''\
import pandas as pd
from SPARQLWrapper import JSON, SPARQLWrapper

query = """{query}
"""
endpoint = SPARQLWrapper("{endpoint}")
endpoint.setQuery(query)
endpoint.setReturnFormat(JSON)
rows = endpoint.queryAndConvert()["results"]["bindings"]
table = pd.DataFrame([{{name: term["value"] for name, term in row.items()}} for row in rows])
print(table)
'''

_PYTHON_GRAPH = '''\
from rdflib import Graph
from SPARQLWrapper import POST, TURTLE, SPARQLWrapper

query = """{query}
"""
endpoint = SPARQLWrapper("{endpoint}")
endpoint.setQuery(query)
endpoint.setMethod(POST)
endpoint.setReturnFormat(TURTLE)
graph = Graph().parse(data=endpoint.queryAndConvert(), format="turtle")
print(graph.serialize(format="turtle"))
'''

_R = """\
library(httr)

query <- r"{fence}({query}
){fence}"
answer <- POST("{endpoint}", body = list(query = query), encode = "form",
               add_headers(Accept = "{media_type}"))
stop_for_status(answer)
{rest}"""

_R_TABLE = """\
table <- read.csv(text = content(answer, "text", encoding = "UTF-8"))
print(table)
"""

_R_GRAPH = """\
turtle <- content(answer, "text", encoding = "UTF-8")
cat(turtle)
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A query in a language of programs: its name, and the text to copy."""

    name: str
    text: str


def recipes(query: str, endpoint: str) -> tuple[Recipe, ...]:
    """Return a query as curl, Python and R ask an endpoint for its table, or its graph."""
    text = query.strip()
    quoted = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    filled = {"query": text, "endpoint": endpoint, "media_type": "text/csv"}
    name, python, rest = "Python (SPARQLWrapper, pandas)", _PYTHON, _R_TABLE
    if _is_graph(text):
        filled["media_type"] = "text/turtle"
        name, python, rest = "Python (SPARQLWrapper, rdflib)", _PYTHON_GRAPH, _R_GRAPH
    return (
        Recipe("curl", _CURL.format(mark=_mark(text), **filled)),
        Recipe(name, python.format(query=quoted, endpoint=endpoint)),
        Recipe("R (httr)", _R.format(fence=_fence(text), rest=rest, **filled)),
    )


def _is_graph(text: str) -> bool:
    try:
        return query_kind(text) is QueryKind.GRAPH
    except QueryError:
        return False


def _mark(text: str) -> str:
    """Return a word that no line of a text is, to end it by."""
    mark = "SPARQL"
    while mark in text.split("\n"):
        mark += "_"
    return mark


def _fence(text: str) -> str:
    """Return dashes that no raw string of R in a text ends by."""
    fence = "-"
    while f"){fence}" in text:
        fence += "-"
    return fence
