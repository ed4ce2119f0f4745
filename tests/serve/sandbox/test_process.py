"""The sandbox begins and ends with its starter, and leaves nothing behind."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import (
    Limits,
    Outcome,
    QueryRequest,
    QueryRunner,
    RefusingRunner,
    connect,
    start,
)
from a4_rdf.serve.sandbox.process import SOCKET
from a4_rdf.serve.sandbox.wire import request_frame
from tests.serve.sandboxes import BASE, QUICK, RUNAWAY, publish, run, running

STARTER = """
import os, sys
from pathlib import Path
from a4_rdf.serve.sandbox import Limits, start
sandbox = start(Path(sys.argv[1]), Limits(seconds=60, concurrent=1, short_places=0, queue=0))
print(sandbox.address, sandbox.pid, flush=True)
if sys.argv[2:] == ["forks"] and os.fork() == 0:
    os.close(1)
sys.stdin.read()
"""


def await_end(pidfd: int) -> None:
    """Wait for the end of a process that is not our child."""
    assert select.select([pidfd], [], [], 10)[0]
    os.close(pidfd)


def only_child(pid: int) -> int:
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii"))


def test_stopping_ends_the_process_and_removes_its_socket(public: Path) -> None:
    sandbox = start(public, QUICK)
    socket_path = Path(sandbox.address.removeprefix(SOCKET))
    assert socket_path.parent.stat().st_mode & 0o777 == 0o700
    sandbox.stop()
    sandbox.stop()
    assert not Path(f"/proc/{sandbox.pid}").exists()
    assert not socket_path.parent.exists()


def test_sigterm_ends_it_with_all_its_queries(public: Path) -> None:
    limits = replace(QUICK, seconds=60, concurrent=1, short_places=0, queue=0)
    with (
        running(public, limits) as (sandbox, runner),
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection,
    ):
        connection.connect(runner.socket_path)
        connection.sendall(request_frame(QueryRequest(RUNAWAY, f"{BASE}/")))
        assert run(runner, "ASK {}").outcome is Outcome.BUSY
        query = os.pidfd_open(only_child(sandbox.pid))
        end = os.pidfd_open(sandbox.pid)
        os.kill(sandbox.pid, signal.SIGTERM)
        await_end(query)
        await_end(end)
        assert not Path(runner.socket_path).exists()
        assert run(runner, "ASK {}").outcome is Outcome.UNAVAILABLE


@pytest.mark.parametrize("arguments", [(), ("forks",)], ids=["alone", "with-workers"])
def test_it_ends_with_its_starter_even_when_that_is_killed(
    public: Path, arguments: tuple[str, ...]
) -> None:
    command = [sys.executable, "-c", STARTER, str(public), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as starter:
        assert starter.stdout is not None
        address, pid = starter.stdout.readline().decode().split()
        runner = QueryRunner(address.removeprefix(SOCKET), Limits())
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.connect(runner.socket_path)
            connection.sendall(request_frame(QueryRequest(RUNAWAY, f"{BASE}/")))
            assert run(runner, "ASK {}").outcome is Outcome.BUSY
            query, end = os.pidfd_open(only_child(int(pid))), os.pidfd_open(int(pid))
            starter.kill()
            await_end(query)
            await_end(end)
        assert not Path(runner.socket_path).parent.exists()


def test_a_killed_sandbox_leaves_no_query_and_a_plain_answer(public: Path) -> None:
    limits = replace(QUICK, seconds=60, concurrent=1, short_places=0, queue=0)
    with (
        running(public, limits) as (sandbox, runner),
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection,
    ):
        connection.connect(runner.socket_path)
        connection.sendall(request_frame(QueryRequest(RUNAWAY, f"{BASE}/")))
        assert run(runner, "ASK {}").outcome is Outcome.BUSY
        query = os.pidfd_open(only_child(sandbox.pid))
        os.kill(sandbox.pid, signal.SIGKILL)
        await_end(query)
        assert run(runner, "ASK {}").outcome is Outcome.UNAVAILABLE


def test_without_a_publication_it_refuses_and_says_why(tmp_path: Path) -> None:
    with start(tmp_path / "public", QUICK) as sandbox:
        assert sandbox.refusal.startswith("public/publication.json: no publication here")
        runner = connect(sandbox.address, QUICK)
    assert isinstance(runner, RefusingRunner)
    answer = runner.run(QueryRequest("ASK {}", f"{BASE}/"))
    assert (answer.outcome, answer.detail) == (Outcome.UNAVAILABLE, sandbox.refusal)


def test_a_publication_without_its_manifest_or_its_store_is_refused(tmp_path: Path) -> None:
    public = publish(tmp_path, "one")
    (public / "store").rename(public / "gone")
    with start(public, QUICK) as sandbox:
        assert sandbox.refusal.startswith("public/store: no store here")
    (public / "publication.json").write_text("{}", "utf-8")
    with start(public, QUICK) as sandbox:
        assert sandbox.refusal.startswith("public/publication.json: not a publication manifest")


def test_the_address_leads_other_processes_to_it(public: Path) -> None:
    with running(public) as (sandbox, _):
        answer = connect(sandbox.address, QUICK).run(QueryRequest("ASK {}", f"{BASE}/"))
    assert answer.outcome is Outcome.ANSWERED
