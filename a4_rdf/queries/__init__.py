"""The SPARQL of the house, a file each; a query's bound variable is `?this`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> str:
    """Return the text of `queries/NAME.rq`; FileNotFoundError where there is none."""
    return (files("a4_rdf.queries") / f"{name}.rq").read_text(encoding="utf-8")
