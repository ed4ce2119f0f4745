"""docs/sparql.md tells the settings and statuses that there are."""

from __future__ import annotations

import re
from pathlib import Path

from a4_rdf.cli import serving
from a4_rdf.serve.http import body
from a4_rdf.serve.sandbox import Limits, Outcome, QueryAnswer
from a4_rdf.serve.sparql import problems
from a4_rdf.store.protocol import GRAPH_FORMATS, RESULT_FORMATS

PAGE = (Path(__file__).parents[1] / "docs" / "sparql.md").read_text("utf-8")


def rows() -> list[list[str]]:
    lines = (line for line in PAGE.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_setting_is_told_with_its_default() -> None:
    told = {row[0].strip("`"): row[1] for row in rows() if row[0].startswith("`query_")}
    defaults = Limits()
    assert told == {
        name: f"{getattr(defaults, bound.field):g}"
        if isinstance(getattr(defaults, bound.field), float)
        else str(getattr(defaults, bound.field))
        for name, bound in serving.BOUNDS.items()
    }
    assert f"`{serving.PROXIES}`" in PAGE


def test_every_outcome_is_told_with_its_status() -> None:
    told = {
        code: int(row[0])
        for row in rows()
        if re.fullmatch(r"\d{3}", row[0])
        for code in re.findall(r"`([a-z-]+)`", row[1])
    }
    for outcome in Outcome:
        if outcome is not Outcome.ANSWERED:
            problem = problems.of_answer(QueryAnswer(outcome, "select"), Limits(), {"select": ()})
            assert told.pop(outcome) == problem.status
    assert told == {
        "bad-request": 400,
        "method-not-allowed": 405,
        "unsupported-media-type": 415,
    }


def test_every_media_type_is_told_in_order() -> None:
    told = [re.findall(r"`([a-z+/.-]+)`", row[1]) for row in rows() if row[0] in NAMED]
    assert told == [list(RESULT_FORMATS), list(GRAPH_FORMATS)]


NAMED = ("SELECT, ASK", "CONSTRUCT, DESCRIBE")


def test_the_number_of_bodies_is_told() -> None:
    assert body.AT_ONCE == 8
    assert "A worker reads eight at once" in PAGE
