"""A query as people take it elsewhere: for a terminal, for pandas, for R."""

from __future__ import annotations

from dataclasses import dataclass

_CURL = """\
curl -H 'Accept: text/csv' --data-urlencode query@- {endpoint} <<'{mark}'
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

_R = """\
library(httr)

query <- r"{fence}({query}
){fence}"
answer <- POST("{endpoint}", body = list(query = query), encode = "form",
               add_headers(Accept = "text/csv"))
stop_for_status(answer)
table <- read.csv(text = content(answer, "text", encoding = "UTF-8"))
print(table)
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A query in a language of programs: its name, and the text to copy."""

    name: str
    text: str


def recipes(query: str, endpoint: str) -> tuple[Recipe, ...]:
    """Return the query, which is a SELECT or ASK, as curl, Python and R ask an endpoint for it."""
    text = query.strip()
    quoted = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return (
        Recipe("curl", _CURL.format(query=text, endpoint=endpoint, mark=_mark(text))),
        Recipe("Python (SPARQLWrapper, pandas)", _PYTHON.format(query=quoted, endpoint=endpoint)),
        Recipe("R (httr)", _R.format(query=text, endpoint=endpoint, fence=_fence(text))),
    )


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
