"""An endpoint's answer written anew in one of our media types: whole, or an error.

What the endpoint sent is read to its end, so a body that was cut off is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import IO

import pyoxigraph as ox

from a4_rdf.errors import StoreError
from a4_rdf.store.binding import OURS
from a4_rdf.store.protocol import GRAPH_FORMATS, RESULT_FORMATS, RowsError
from a4_rdf.store.sending import Body
from a4_rdf.store.syntax import QueryKind

RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"


def accepted(kind: QueryKind) -> str:
    """Return the media type to ask an endpoint for: the one that all write and that reads fast."""
    return TRIPLES if kind is QueryKind.GRAPH else RESULTS


def rewrite(body: Body, kind: QueryKind, output: IO[bytes], media_type: str, most: int) -> None:
    """Write an answer to a query of a kind in one of `RESULT_FORMATS` or `GRAPH_FORMATS`.

    Raises StoreError where the body is not what was asked for, RowsError for a graph of more than
    `most` triples; the rows of other results are counted in what was written (`store.rows`).
    """
    try:
        if kind is QueryKind.GRAPH:
            if body.media_type != TRIPLES:
                raise ValueError(f"expected {TRIPLES}, found {body.media_type}")
            quads = ox.parse(body.data, ox.RdfFormat.N_TRIPLES)
            triples = _counted((quad.triple for quad in quads), most)
            ox.serialize(triples, output, format=GRAPH_FORMATS[media_type])
            return
        found = results(_without_ours(body.data))
        if isinstance(found, ox.QueryBoolean) != (kind is QueryKind.ASK):
            raise ValueError("expected solutions for a SELECT, a boolean for an ASK")
        found.serialize(output, format=RESULT_FORMATS[media_type])
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"the endpoint's answer cannot be read: {error}") from error


def results(data: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    """Return what SPARQL results in JSON say; ValueError or SyntaxError where they are not whole.

    The engine's parser stops reading where it has what it wants, so the end is looked at here.
    """
    found = ox.parse_query_results(data, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        json.loads(data)
    elif not _END.search(data, max(0, len(data) - _TAIL)):
        raise ValueError("the results have no end")
    return found


_OURS = re.compile(rf'"{OURS}\d+r?"'.encode())
_END = re.compile(rb"\]\s*\}\s*\}\s*$")
_TAIL = 200


def _without_ours(data: bytes) -> bytes:
    """Return solutions without the variables that `binding.only_published` put into the query."""
    if not _OURS.search(data):
        return data
    document = json.loads(data)
    names = document["head"].get("vars", [])
    document["head"]["vars"] = [name for name in names if not name.startswith(OURS)]
    for row in document.get("results", {}).get("bindings", []):
        for name in [name for name in row if name.startswith(OURS)]:
            del row[name]
    return json.dumps(document).encode()


def _counted(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    seen: set[ox.Triple] = set()
    for triple in triples:
        if triple in seen:  # CONSTRUCT answers with a set; not every engine removes duplicates
            continue
        seen.add(triple)
        if len(seen) > most:
            raise RowsError(f"more than {most} triples")
        yield triple
