"""Starts the sandbox's process, starts it anew, and ends it; what its starter holds of it."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from a4_rdf.serve.sandbox.messages import Limits

_START_SECONDS = 30.0
_STOP_SECONDS = 5.0

SOCKET = "unix:"
REFUSED = "refused:"


class Sandbox:
    """A started sandbox; use it as a context manager, or call `stop`.

    `address` is what `client.connect` takes, in this process or another: a socket, which stays
    the same when the process is started anew, or the reason why queries are refused.
    """

    def __init__(self, public: Path, limits: Limits) -> None:
        """Start the process; see `start`."""
        self._folder = Path(tempfile.mkdtemp(prefix="a4-rdf-"))
        self._socket = self._folder / "queries"
        settings = {
            "public": str(public.absolute()),
            "address": str(self._socket),
            "limits": asdict(limits),
            "starter": os.getpid(),
        }
        self._settings = json.dumps(settings)
        self._process, self.refusal = _launch(self._settings)
        if self.refusal:
            self.stop()

    @property
    def address(self) -> str:
        """Return where the sandbox is, or why it is nowhere."""
        return f"{REFUSED}{self.refusal}" if self.refusal else f"{SOCKET}{self._socket}"

    @property
    def pid(self) -> int:
        """Return the process id of the sandbox."""
        return self._process.pid

    def wait(self) -> int:
        """Wait for the end of the process and return its exit code, negative for a signal."""
        return self._process.wait()

    def restart(self) -> str:
        """Start the process anew at the same address; return why it will not serve, or nothing.

        What was left of the former process is ended. OSError where the system has no room for it.
        """
        self._end()
        if not self._folder.exists():  # somebody cleaned up the temporary files
            self._folder.mkdir(mode=0o700)
        self._process, refusal = _launch(self._settings)
        if refusal:
            self._end()
        return refusal

    def stop(self) -> None:
        """End the sandbox and all its queries; its socket is gone afterwards. May be repeated."""
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _end(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def start(public: Path, limits: Limits) -> Sandbox:
    """Start a sandbox over the publication that the link `public` leads to, now and later.

    It ends with the process that called this. Where it cannot work safely, or there is no
    publication, the sandbox that comes back has a `refusal`.
    """
    return Sandbox(public, limits)


def _launch(settings: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start the process; return it and why it will not serve, or nothing where it does."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "a4_rdf.serve.sandbox", settings],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in the terminal is the starter's to handle
    )
    if process.stdout is None:
        raise AssertionError("asked for a pipe")
    said = _first_line(process.stdout)
    return process, "" if said == "ready" else said


def _first_line(stream: IO[bytes]) -> str:
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        if not selector.select(_START_SECONDS):
            return f"the sandbox did not start within {_START_SECONDS:g} s"
    line = os.read(stream.fileno(), 65536).decode("utf-8", "replace")
    return line.strip() or "the sandbox ended while it started"
