"""What a process can no longer do, tried in processes of their own."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import Limits, isolation
from a4_rdf.serve.sandbox.isolation import SandboxError

FILTERED = """
import os, socket, sys
from a4_rdf.serve.sandbox import isolation, seccomp
listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
caller = socket.create_connection(("127.0.0.1", port))
unconnected = socket.socket()
isolation.drop_network((seccomp.install,))

def refused(call):
    try:
        call()
    except PermissionError:
        return True
    return False

print(refused(socket.socket), refused(socket.socketpair))
print(refused(lambda: unconnected.connect(("127.0.0.1", port))))
print(refused(lambda: os.execv(sys.executable, [sys.executable, "-c", ""])))
print(listener.accept()[0].send(b"x"))
child = os.fork()
if child == 0:
    os._exit(0 if refused(socket.socket) else 1)
print(os.waitpid(child, 0)[1])
"""

NAMESPACE = """
import socket, sys
from a4_rdf.serve.sandbox import isolation
isolation.drop_network((isolation.leave_network,))
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)
except OSError:
    print("unreachable")
"""


def output_of(program: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-W", "ignore::ResourceWarning", "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_the_filter_ends_new_sockets_and_programs_and_keeps_what_is_open() -> None:
    assert output_of(FILTERED) == ["True", "True", "True", "True", "1", "0"]


def test_a_network_namespace_does_where_there_is_no_filter() -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        try:
            said = output_of(NAMESPACE, str(canary.getsockname()[1]))
        except subprocess.CalledProcessError:
            pytest.skip("this machine gives no network namespace to users")
        assert said == ["unreachable"]
        canary.setblocking(False)
        with pytest.raises(BlockingIOError):
            canary.accept()


def test_what_does_not_work_is_noticed() -> None:
    def does_nothing() -> None:
        pass

    def fails() -> None:
        raise OSError("not on this machine")

    with pytest.raises(SandboxError, match=r"not on this machine; a socket can still be connected"):
        isolation.drop_network((fails, does_nothing))


def test_a_query_gets_its_share_and_no_more() -> None:
    def in_child() -> list[int]:
        bounds = isolation.Bounds(Limits(seconds=2.5, memory_bytes=1 << 20, result_bytes=4096))
        bounds.set(10)
        bounds.set()  # what was tighter for one query is not for the next
        kinds = (resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
        share = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        spare = resource.getrlimit(resource.RLIMIT_AS)[0] - share * resource.getpagesize()
        return [*(resource.getrlimit(kind)[0] for kind in kinds), spare <= 1 << 20]

    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(write_end, repr(in_child()).encode())
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.close(write_end)
    os.waitpid(child, 0)
    assert os.read(read_end, 100) == b"[4, 4096, 0, True]"
    os.close(read_end)
