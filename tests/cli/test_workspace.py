"""`a4-rdf init`, `build`, `serve`, `demo`: a workspace made, published, served, kept safe."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from importlib import import_module
from pathlib import Path

import pytest

from a4_rdf import resources
from tests.cli.conftest import Run

A4 = str(Path(sys.executable).parent / "a4-rdf")


def test_init_makes_a_workspace_once(a4: Run, workspace: Path) -> None:
    assert (workspace / "a4.toml").is_file()
    again = a4("init", workspace)
    assert again.exit_code == 2
    assert "a4.toml" in again.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--name", "AME"),
        ("--organization", "a", "--organization", "b", "--name", "A"),
        ("--organization", "../x"),
    ],
)
def test_init_wants_slugs_and_a_name_for_each_or_none(
    a4: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert a4("init", tmp_path / "w", *arguments).exit_code == 2
    assert not (tmp_path / "w").exists()


def test_what_editors_leave_beside_documents_is_left_alone(a4: Run, workspace: Path) -> None:
    for name in ("Thumbs.db", "~$2015-09-30.xlsx", "2015-09-30.txt~", ".DS_Store"):
        (workspace / "sources" / "ame" / name).touch()
    assert a4("build", workspace).exit_code == 0


def test_init_refuses_one_slug_twice(a4: Run, tmp_path: Path) -> None:
    result = a4("init", tmp_path / "w", "--organization", "a", "--organization", "a")
    assert result.exit_code == 2
    assert not (tmp_path / "w").exists()


def test_init_where_nothing_can_be_written_is_exit_2(a4: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert a4("init", tmp_path / "file" / "w").exit_code == 2


def test_a_catalogue_that_harvesters_could_not_use_stops_the_build(
    a4: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = import_module("a4_rdf.release.publish")
    monkeypatch.setattr(publish, "_describe", lambda *_: ())
    result = a4("build", workspace)
    assert result.exit_code == 1
    assert "catalogo.ttl: " in result.stderr
    assert not (workspace / "public").exists()


def test_build_publishes(built: Path) -> None:
    public = built / "public"
    assert public.is_symlink()
    names = {
        str(p.relative_to(public.resolve())) for p in public.resolve().rglob("*") if p.is_file()
    }
    assert names >= {"publication.json", "catalogo.ttl", "dumps/latest.ttl", "dumps/goals.csv"}


def test_build_says_what_it_made(a4: Run, workspace: Path) -> None:
    result = a4("build", workspace)
    assert "1 releases, 62 goals, 60 targets" in result.stdout
    assert "26:4: extra-text" in result.stderr
    assert "row-realigned" not in result.stderr
    again = a4("build", workspace, "--verbose")
    assert (again.stdout, again.stderr) == (
        result.stdout.replace("1 read, 0 unchanged", "0 read, 1 unchanged"),
        "",
    )
    assert "row-realigned" in a4("build", workspace, "--verbose", "--anew").stderr


def test_the_last_good_publication_stays_when_a_document_is_bad(a4: Run, workspace: Path) -> None:
    a4("build", workspace)
    before = (workspace / "public" / "publication.json").read_bytes()
    folder = workspace / "sources" / "ame"
    (folder / "2015-10-31.txt").write_bytes(b"\x00")
    (folder / "2015-11-30.txt").write_bytes(b"nada\n")
    result = a4("build", workspace)
    assert result.exit_code == 3
    errors = [line.split(":")[0] for line in result.stderr.splitlines() if "se esperaba" in line]
    assert errors == [str(folder / "2015-10-31.txt"), str(folder / "2015-11-30.txt")]
    assert (workspace / "public" / "publication.json").read_bytes() == before


def test_a_second_month_is_a_second_release(a4: Run, workspace: Path) -> None:
    text = resources.sample().read_text("utf-8").replace("30/09/2015", "31/10/2015")
    text = text.replace("45 Reuniones", "40 Reuniones")
    (workspace / "sources" / "ame" / "2015-10-31.txt").write_text(text, "utf-8")
    assert "2 releases, 124 goals" in a4("build", workspace).stdout
    values = (
        "PREFIX poa: <def/poa#> SELECT ?v WHERE { ?t poa:targetText '40 Reuniones'@es ;"
        " poa:targetValue ?v }"
    )
    history = (
        "PREFIX poa: <def/poa#> SELECT (COUNT(?t) AS ?n) WHERE { GRAPH ?g"
        " { ?t a poa:QuantifiedTarget } }"
    )
    latest = a4("query", "--store", workspace, "--format", "csv", "-", stdin=values)
    both = a4("query", "--store", workspace, "--format", "csv", "-", stdin=history)
    assert latest.stdout.split() == ["v", "40.0"]
    assert both.stdout.split() == ["n", "116"]


@pytest.fixture
def demo(tmp_path: Path) -> subprocess.Popen[str]:
    """Return a running demo; its address is the last word of its last line."""
    return subprocess.Popen(
        [A4, "demo", "--dir", str(tmp_path / "demo"), "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_demo_builds_and_serves_and_stops_when_told(demo: subprocess.Popen[str]) -> None:
    with demo:
        assert demo.stdout
        address = next(line for line in demo.stdout if line.startswith("serving ")).split()[1]
        with urllib.request.urlopen(f"{address}healthz", timeout=10) as answer:
            assert answer.status == 200
        request = urllib.request.Request(
            f"{address}id/unidad/ame/direccion-ejecutiva", headers={"Accept": "text/turtle"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert b"45 Reuniones" in answer.read()
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) in (0, 130)


def test_a_port_in_use_is_exit_2(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [A4, "serve", str(built), "--port", str(port)],
            capture_output=True,
            text=True,
            env=dict(os.environ),
            timeout=30,
            check=False,
        )
    assert done.returncode == 2
    assert str(port) in done.stderr


def test_the_settings_limit_reading_and_an_option_overrules_them(a4: Run, workspace: Path) -> None:
    settings = workspace / "a4.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[limits]\nrows = 20\n", "utf-8")
    for command in ("build", "check"):
        refused = a4(command, workspace)
        assert refused.exit_code == 3
        assert "too-many-rows" in refused.stderr
        assert a4(command, workspace, "--limit", "rows=90").exit_code == 0
