"""The integrity constraints of RDF Data Cube in the standard's own texts, run by Oxigraph.

They are read where they are, `A4_VECTORS` or `../shared/vectors` beside the checkout, and never
copied. `ready` skips a module of tests where they are absent, or fails it if `A4_REQUIRE_VECTORS`
is set.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

VECTORS = Path(os.environ.get("A4_VECTORS") or Path(__file__).parents[3] / "shared" / "vectors")
FIXTURES = VECTORS / "qb" / "fixtures"
PLAIN = [f"ic-{n}" for n in (*range(1, 17), 18)]
"""The constraints that have one text, and that one as it is printed."""


def ready() -> None:
    """Skip the module that calls, where the vectors are not there and need not be."""
    if not FIXTURES.is_dir() and not os.environ.get("A4_REQUIRE_VECTORS"):
        pytest.skip(f"the test vectors are not at {VECTORS}", allow_module_level=True)


def broken(triples: bytes) -> frozenset[str]:
    """Return the codes of the constraints that the standard finds broken in N-Triples.

    The cube is normalised first, by the standard's two updates.
    """
    store = ox.Store()
    store.bulk_load(triples, ox.RdfFormat.N_TRIPLES)
    texts = json.loads((VECTORS / "qb" / "ics.json").read_text(encoding="utf-8"))
    for update in texts["normalise"]:
        store.update(update)
    return frozenset(code for code, query in _texts(store) if bool(store.query(query)))


def _texts(store: ox.Store) -> Iterator[tuple[str, str]]:
    """Yield code and text of each constraint, the templates filled for the store's hierarchies."""
    folder = VECTORS / "qb" / "integrity"
    read = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("ic-*.rq")}
    yield from ((code, read[code]) for code in PLAIN)
    yield "ic-17", read["ic-17-portable"]
    yield "ic-19", read["ic-19a"]
    yield "ic-19", read["ic-19b"]
    for code in ("ic-20", "ic-21"):
        rows = store.query(read[f"{code}-list"])
        assert isinstance(rows, ox.QuerySolutions)
        yield from ((code, read[code].replace("$p", str(row["p"])[1:-1])) for row in rows)
