"""The server as a process: it says when it is ready, answers, and stops when asked."""

from __future__ import annotations

import os
import resource
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from a4_rdf.errors import A4Error, UsageError
from a4_rdf.serve.server import Settings, connections, free_port, serve
from tests.serve.small import BASE, publish

SCRIPT = """
import sys
from pathlib import Path
from a4_rdf.serve.server import Settings, serve
settings = Settings(Path(sys.argv[1]), port=0, workers=2)
serve(settings, ready=lambda address: print(address, flush=True))
print("stopped", flush=True)
"""
SECONDS = 30


@contextmanager
def served(public: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the server in a process of its own, for it forks; yield it and its address."""
    command = [sys.executable, "-c", SCRIPT, str(public)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_it_serves_switches_and_stops(tmp_path: Path) -> None:
    public = publish(tmp_path / "public", "one")
    with served(public) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        with urlopen(f"{address}id/organizacion/gad", timeout=SECONDS) as page:
            assert page.url == f"{address}doc/organizacion/gad"
            assert "GAD de Ejemplo" in page.read().decode()
        asked = Request(
            f"{address}sparql?query={quote('ASK { ?s ?p ?o }')}",
            headers={"Accept": "application/sparql-results+json"},
        )
        with urlopen(asked, timeout=SECONDS) as answer:
            assert b'"boolean":true' in answer.read()
        publish(public, "two")
        with urlopen(f"{address}readyz", timeout=SECONDS) as ready:
            assert ready.read() == b"ok sha256:two\n"
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=SECONDS)
    assert (process.returncode, rest) == (0, "stopped\n")
    with pytest.raises(URLError):
        urlopen(f"{address}healthz", timeout=SECONDS)


def test_what_is_killed_comes_back(tmp_path: Path) -> None:
    with served(publish(tmp_path / "public", "one")) as (process, address):
        inside = descendants(process.pid)
        (sandbox,) = (pid for pid in inside if "serve.sandbox" in command_of(pid))
        worker = min(pid for pid in inside if "serve.sandbox" not in command_of(pid))
        for victim in (sandbox, worker):
            end = os.pidfd_open(victim)
            os.kill(victim, signal.SIGKILL)
            assert select.select([end], [], [], SECONDS)[0]
            os.close(end)
        wait_for(f"{address}readyz", b"ok sha256:one\n")
        answer = f"{address}sparql?query={quote('ASK { ?s ?p ?o }')}"
        with urlopen(Request(answer, headers={"Accept": "text/csv"}), timeout=SECONDS) as said:
            assert said.read().strip() == b"true"
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=SECONDS)
    assert (process.returncode, rest) == (0, "stopped\n")


def descendants(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(child) for child in children]


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode()


def wait_for(address: str, body: bytes) -> None:
    """Ask again and again; each answer, a refusal too, takes the server's own time."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=SECONDS) as answer:
                if answer.read() == body:
                    return
        except OSError:  # refused, reset, or 503 while something is away
            continue
    raise AssertionError(f"{address} did not say {body!r}")


def test_workers_end_with_a_server_that_is_killed(tmp_path: Path) -> None:
    with served(publish(tmp_path / "public", "one")) as (process, address):
        process.kill()
        # Workers hold the same standard output: it ends when the last of them has.
        process.communicate(timeout=SECONDS)
    with pytest.raises(URLError):
        urlopen(f"{address}healthz", timeout=SECONDS)


def test_a_taken_port_is_an_error_that_names_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"127\.0\.0\.1:{port}: cannot listen there: "):
            free_port("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 65_536), ("no.es.un.host.", 8000)])
def test_an_address_that_cannot_be_had_is_an_error(host: str, port: int) -> None:
    with pytest.raises(UsageError):
        free_port(host, port)


def test_any_free_port_is_found() -> None:
    assert 0 < free_port("127.0.0.1", 0) < 65_536


@pytest.mark.parametrize(
    ("soft", "hard", "raised", "held"),
    [
        (1024, 500_000, (8192, 500_000), 4096),
        (1024, 4000, (4000, 4000), 2000),
        (1024, resource.RLIM_INFINITY, (8192, resource.RLIM_INFINITY), 4096),
        (20_000, 20_000, None, 4096),
    ],
)
def test_a_worker_holds_as_many_connections_as_it_may_open(
    monkeypatch: pytest.MonkeyPatch,
    soft: int,
    hard: int,
    raised: tuple[int, int] | None,
    held: int,
) -> None:
    said: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, both: said.append(both))
    assert connections() == held
    assert said == ([raised] if raised else [])


def test_without_a_publication_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(A4Error, match="no publication here"):
        serve(Settings(tmp_path))


def test_another_base_starts_nothing(public: Path) -> None:
    with pytest.raises(A4Error, match=f"built for {BASE}, not for http://otra"):
        serve(Settings(public, base="http://otra"))
