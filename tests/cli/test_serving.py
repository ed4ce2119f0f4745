"""The server's settings: options over environment over a4.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from a4_rdf.cli import serving, workspace
from a4_rdf.errors import UsageError
from a4_rdf.serve.http.client import NONE, Proxies
from a4_rdf.serve.sandbox import Limits
from a4_rdf.serve.server import Settings
from a4_rdf.store import Place
from a4_rdf.store.challenge import Access
from tests.cli.conftest import Run

FOLDER = Path("datos")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Return what the server was started with, which then ends at once."""
    seen: list[Settings] = []
    monkeypatch.setattr(workspace.server, "serve", lambda settings, **_: seen.append(settings))
    return seen


def test_every_bound_is_a_setting() -> None:
    assert {bound.field for bound in serving.BOUNDS.values()} == {f.name for f in fields(Limits)}


def test_options_win_over_the_environment_over_the_file(
    a4: Run, workspace: Path, started: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert a4("serve", workspace).exit_code == 0
    with (workspace / "a4.toml").open("a", encoding="utf-8") as file:
        file.write("[serve]\nquery_seconds = 3.5\nquery_queue = 0\ntrusted_proxies = 1\n")
        file.write("query_result_rows = 1000\n")
    assert a4("serve", workspace).exit_code == 0
    monkeypatch.setenv("A4_QUERY_SECONDS", "4")
    monkeypatch.setenv("A4_QUERY_RESULT_ROWS", "2000")
    monkeypatch.setenv("A4_TRUSTED_PROXIES", "10.0.0.0/8 ::1")
    assert a4("serve", workspace, "--query-seconds", "5").exit_code == 0
    assert [s.limits for s in started] == [
        Limits(),
        Limits(seconds=3.5, queue=0, result_rows=1000),
        Limits(seconds=5, queue=0, result_rows=2000),
    ]
    assert [s.proxies for s in started] == [NONE, Proxies(1), Proxies(0, ("10.0.0.0/8", "::1"))]


def test_a_store_comes_from_option_environment_or_file_its_password_from_the_environment(
    a4: Run, workspace: Path, started: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (workspace / "a4.toml").open("a", encoding="utf-8") as file:
        file.write('[serve]\nstore = "http://a.example/sparql"\n')
    assert a4("serve", workspace).exit_code == 0
    monkeypatch.setenv("A4_STORE", "http://b.example/sparql")
    monkeypatch.setenv("A4_STORE_USER", "yo")
    monkeypatch.setenv("A4_STORE_PASSWORD", "secreta")
    assert a4("serve", workspace).exit_code == 0
    assert a4("serve", workspace, "--store", "http://c.example/sparql").exit_code == 0
    assert [s.store for s in started] == [
        Place("http://a.example/sparql"),
        Place("http://b.example/sparql", Access("yo", "secreta")),
        Place("http://c.example/sparql", Access("yo", "secreta")),
    ]
    assert "secreta" not in repr(started)
    refused = a4("serve", workspace, "--store", "http://yo:secreta@c.example/")
    assert refused.exit_code == 2
    assert "secreta" not in refused.output


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ({"store": "sparql"}, "datos/a4.toml: serve: store: sparql: expected an http or https"),
        ({"query_second": 5}, "datos/a4.toml: serve: query_second: unknown key; expected"),
        ({"query_seconds": 0}, "datos/a4.toml: serve: query_seconds: 0.0 is not in the range"),
        ({"query_seconds": "inf"}, "query limit seconds: expected a positive number"),
        ({"query_queue": 1.5}, "datos/a4.toml: serve: query_queue: '1.5' is not a valid integer"),
        ({"query_queue": True}, "datos/a4.toml: serve: query_queue: 'True' is not a valid"),
        ({"trusted_proxies": "proxy"}, "datos/a4.toml: serve: trusted_proxies: trusted proxies"),
    ],
)
def test_a_setting_of_the_file_that_cannot_be_is_named(
    file: Mapping[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        serving.merged(FOLDER, file, {})
    assert str(caught.value).startswith(message)


def test_an_option_that_cannot_be_is_exit_2(a4: Run, workspace: Path) -> None:
    result = a4("serve", workspace, "--trusted-proxies", "proxy")
    assert result.exit_code == 2
    assert "--trusted-proxies: trusted proxies: expected how many" in result.stderr


def test_the_help_tells_the_defaults(a4: Run) -> None:
    told = " ".join(a4("serve", "--help").stdout.split())
    assert "How long a SPARQL query may take. [default: 10.0]" in told
    assert "Queries of one client at once. [default: 2]" in told
