"""Starts the sandbox's process and ends it; what its starter holds of it."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from a4_rdf.serve.sandbox.messages import Limits

_START_SECONDS = 30.0
_STOP_SECONDS = 5.0

SOCKET = "unix:"
REFUSED = "refused:"


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A started sandbox; use it as a context manager, or call `stop`.

    `address` is what `client.connect` takes, in this process or another: a socket, or the reason
    why queries are refused.
    """

    address: str
    _process: subprocess.Popen[bytes]
    _folder: Path

    @property
    def refusal(self) -> str:
        """Return why the sandbox does not answer queries; empty where it does."""
        return self.address.removeprefix(REFUSED) if self.address.startswith(REFUSED) else ""

    @property
    def pid(self) -> int:
        """Return the process id of the sandbox."""
        return self._process.pid

    def stop(self) -> None:
        """End the sandbox and all its queries; its socket is gone afterwards. May be repeated."""
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
        shutil.rmtree(self._folder, ignore_errors=True)

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
    folder = Path(tempfile.mkdtemp(prefix="a4-rdf-"))
    socket_path = folder / "queries"
    settings = {
        "public": str(public.absolute()),
        "address": str(socket_path),
        "limits": asdict(limits),
        "starter": os.getpid(),
    }
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "a4_rdf.serve.sandbox", json.dumps(settings)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in the terminal is the starter's to handle
    )
    if process.stdout is None:
        raise AssertionError("asked for a pipe")
    said = _first_line(process.stdout)
    address = f"{SOCKET}{socket_path}" if said == "ready" else f"{REFUSED}{said}"
    sandbox = Sandbox(address, process, folder)
    if sandbox.refusal:
        sandbox.stop()
    return sandbox


def _first_line(stream: IO[bytes]) -> str:
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        if not selector.select(_START_SECONDS):
            return f"the sandbox did not start within {_START_SECONDS:g} s"
    line = os.read(stream.fileno(), 65536).decode("utf-8", "replace")
    return line.strip() or "the sandbox ended while it started"
