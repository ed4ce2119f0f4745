"""What is done to a result before it leaves the process of its query."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryAnswer, QueryRequest, QueryRunner
from tests.serve.sandboxes import BASE, LABELS, QUICK, running

CSV = MediaTypes("text/csv", "text/csv", "application/n-triples")
FILLER = "{ ?s <urn:x:p> ?o }"
"""Matches 1200 triples."""


def asked(runner: QueryRunner, text: str, **fields: object) -> QueryAnswer:
    return runner.run(replace(QueryRequest(text, f"{BASE}/"), **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [f"SELECT * {FILLER}", f"CONSTRUCT WHERE {FILLER}"])
@pytest.mark.parametrize("most", [1199, 1200])
def test_rows_and_triples_are_bounded(public: Path, text: str, most: int) -> None:
    with running(public, replace(QUICK, result_rows=most)) as (_, runner):
        answers = [
            asked(runner, text),
            asked(runner, text, media_types=CSV),
            asked(runner, text, gzip=True),
        ]
    expected = Outcome.ANSWERED if most == 1200 else Outcome.ROWS
    assert [answer.outcome for answer in answers] == [expected] * 3
    assert all(bool(answer.body) is (most == 1200) for answer in answers)


def test_an_asker_may_want_less_than_the_limit(runner: QueryRunner) -> None:
    assert asked(runner, f"SELECT * {FILLER}", result_bytes=1000).outcome is Outcome.SIZE
    assert asked(runner, LABELS, result_bytes=1000).outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2 m", "'-2 m"),
        ("-2", "-2"),
        ('=HYPERLINK(\\"http://e/\\")', '"\'=HYPERLINK(""http://e/"")"'),
        ("=a,b", '"\'=a,b"'),
        ("\\t=1", "'\t=1"),
        ("dos\\nlíneas", '"dos\nlíneas"'),
        ("a\u2028=b", "a\u2028=b"),
        ("x" * 200_000, "x" * 200_000),
    ],
    ids=["=", "@", "- text", "- number", "quotes", "comma", "tab", "lines", "u2028", "long"],
)
def test_formulas_are_neutralised_where_asked_and_only_there(
    public: Path, value: str, written: str
) -> None:
    text = f'SELECT ?v ?n {{ VALUES ?v {{ "{value}" }} }}'
    with running(public, replace(QUICK, query_bytes=1 << 20)) as (_, runner):
        safe = asked(runner, text, media_types=CSV, spreadsheet=True)
        plain = asked(runner, text, media_types=CSV)
        json = asked(runner, text, spreadsheet=True)
    assert safe.body.decode() == f"v,n\r\n{written},\r\n"
    assert (plain.outcome, json.outcome) == (Outcome.ANSWERED, Outcome.ANSWERED)
    assert b"'" not in plain.body + json.body


def test_a_spreadsheet_of_one_column_keeps_its_empty_rows(runner: QueryRunner) -> None:
    answer = asked(runner, "SELECT ?x { {} UNION {} }", media_types=CSV, spreadsheet=True)
    assert answer.body == b"x\r\n\r\n\r\n"


def test_a_long_result_is_compressed_where_asked(runner: QueryRunner) -> None:
    text = f"SELECT * {FILLER}"
    plain, packed = asked(runner, text), asked(runner, text, gzip=True)
    assert (plain.encoding, packed.encoding) == ("", "gzip")
    assert len(packed.body) < len(plain.body) / 4
    assert gzip.decompress(packed.body) == plain.body
    assert asked(runner, text, gzip=True).body == packed.body
    assert asked(runner, LABELS, gzip=True).encoding == ""


def test_compression_does_not_widen_the_bound(runner: QueryRunner) -> None:
    assert asked(runner, f"SELECT * {FILLER}", result_bytes=1000, gzip=True).outcome is Outcome.SIZE
