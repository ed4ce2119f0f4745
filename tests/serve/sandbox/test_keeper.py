"""The keeper: a sandbox that ends by itself is there again, at the same address."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import Outcome, QueryRequest, QueryRunner, Sandbox, kept, start
from a4_rdf.serve.sandbox.process import SOCKET
from tests.serve.sandboxes import BASE, QUICK, publish


class Watched(Sandbox):
    """A sandbox that tells when it has been started anew."""

    def __init__(self, public: Path) -> None:
        self.refused = ""
        self.anew = threading.Event()
        super().__init__(public, QUICK)

    def restart(self) -> str:
        self.refused = super().restart()
        self.anew.set()
        return self.refused

    def killed(self, number: signal.Signals) -> None:
        self.anew.clear()
        os.kill(self.pid, number)
        assert self.anew.wait(30)


def outcome(sandbox: Sandbox) -> Outcome:
    runner = QueryRunner(sandbox.address.removeprefix(SOCKET), QUICK)
    return runner.run(QueryRequest("ASK {}", f"{BASE}/")).outcome


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_sandbox_that_ended_is_started_anew_at_its_address(
    public: Path, number: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    with Watched(public) as sandbox, kept(sandbox):
        address, pid = sandbox.address, sandbox.pid
        sandbox.killed(number)
        assert outcome(sandbox) is Outcome.ANSWERED
        assert sandbox.address == address
        assert sandbox.pid != pid
        sandbox.killed(number)
        assert outcome(sandbox) is Outcome.ANSWERED
    assert caplog.text.count("it is started anew") == 2
    assert not Path(address.removeprefix(SOCKET)).parent.exists()
    assert not Path(f"/proc/{sandbox.pid}").exists()


def test_one_that_does_not_start_again_is_tried_until_it_does(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    public = publish(tmp_path, "one")
    with Watched(public) as sandbox, kept(sandbox):
        (public / "store").rename(tmp_path / "away")
        sandbox.killed(signal.SIGKILL)
        assert sandbox.refused.startswith("public/store: no store here")
        runner = QueryRunner(sandbox.address.removeprefix(SOCKET), QUICK)
        assert not runner.presence().is_there
        (tmp_path / "away").rename(public / "store")
        sandbox.anew.clear()
        assert sandbox.anew.wait(30)
        assert runner.presence().is_there
    assert "the query process does not start: public/store" in caplog.text


def test_one_that_refused_is_left_alone(tmp_path: Path) -> None:
    with start(tmp_path / "public", QUICK) as sandbox, kept(sandbox):
        assert sandbox.refusal
        assert not any(t.name == "sandbox-keeper" for t in threading.enumerate())
