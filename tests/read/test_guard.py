"""The guard: a reader that overruns, crashes or reaches outside is refused, in bounds."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.document import Reading
from a4_rdf.read.guard import guarded

DOCUMENT = Document("t.xlsx", b"x")
SMALL = Bounds(memory=64 * 1024 * 1024, seconds=1.0)


def refusal(does: Callable[[], object], bounds: Bounds = SMALL) -> SourceError:
    def reader(document: Document, _: Bounds) -> Reading:
        does()
        return Table(document.source("text/plain"), ()), ()

    with pytest.raises(SourceError) as caught:
        guarded(reader)(DOCUMENT, bounds)
    return caught.value


def test_the_table_comes_back_as_it_was_read() -> None:
    table = Table(
        DOCUMENT.source("text/plain", "utf-8"),
        (
            Row(1, (Cell("«á»\ud800", Place(1, 2), "«á»\ud800"), Cell("b", Place(1, 3), " b"))),
            Row(2, (), RowStatus.BLANK),
            Row(4, (Cell("c", Place(3, 1, "p. 2"), "c", Column.UNIT),), RowStatus.GOAL, ("x",)),
        ),
        (Column.UNIT, Column.TARGET),
    )
    findings = (Finding("encoding-guessed", Place(1, 1, "p"), (("encoding", "cp850"),)),)
    assert guarded(lambda _, __: (table, findings))(DOCUMENT, SMALL) == (table, findings)


def test_the_readers_own_refusal_comes_through() -> None:
    def refuse() -> NoReturn:
        raise SourceError("t.xlsx", "not-a-table", "se esperaba una tabla; no hay")

    assert str(refusal(refuse)) == "t.xlsx: not-a-table: se esperaba una tabla; no hay"


def test_a_reader_without_end_is_ended() -> None:
    def spin() -> NoReturn:
        while True:
            pass

    error = refusal(spin)
    assert error.code == "too-slow"
    assert error.message == "se esperaba un documento legible en 1 s; la lectura no terminó"


def test_a_reader_that_waits_is_ended_too() -> None:
    assert refusal(signal.pause).code == "too-slow"


def test_memory_is_bounded() -> None:
    error = refusal(lambda: bytearray(200 * 1024 * 1024))
    assert error.code == "too-much-memory"
    assert error.message == (
        "se esperaba un documento legible con 64 MB de memoria; hace falta más"
    )


def test_memory_in_small_pieces_is_bounded() -> None:
    assert (
        refusal(lambda: [str(n) for n in range(10**8)], Bounds(memory=64 * 1024 * 1024)).code
        == "too-much-memory"
    )


def test_a_table_too_large_to_send_is_refused() -> None:
    def reader(document: Document, _: Bounds) -> Reading:
        cell = Cell("x" * 100_000, Place(1, 1))
        return Table(document.source("text/plain"), (Row(1, (cell,) * 300),)), ()

    with pytest.raises(SourceError) as caught:
        guarded(reader)(DOCUMENT, Bounds(memory=20 * 1024 * 1024))
    assert caught.value.code == "too-much-memory"


def test_an_unforeseen_error_is_a_crash_named_without_its_words() -> None:
    def fail() -> NoReturn:
        raise KeyError("María Pérez")

    error = refusal(fail)
    assert error.code == "reader-crashed"
    assert error.message.startswith(
        "se esperaba un documento bien formado; la lectura falló (KeyError, test_guard.py:"
    )
    assert "María" not in str(error)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_fault_in_a_library_is_a_crash(number: int) -> None:
    assert refusal(lambda: os.kill(os.getpid(), number)).code == "reader-crashed"


def test_a_fault_with_most_memory_taken_is_a_lack_of_memory() -> None:
    def fill() -> None:
        held = bytearray(b"x") * (60 * 1024 * 1024)
        os.kill(os.getpid(), signal.SIGABRT)
        del held

    assert refusal(fill, Bounds(memory=70 * 1024 * 1024)).code == "too-much-memory"
    assert refusal(fill, Bounds(memory=700 * 1024 * 1024)).code == "reader-crashed"


def test_recursion_without_end_is_a_crash() -> None:
    def deeper() -> object:
        return deeper()

    assert refusal(deeper).code == "reader-crashed"


@pytest.mark.parametrize(
    "reach",
    [
        socket.socket,
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run(["true"], check=True),
        lambda: os.system("true"),
        os.fork,
        lambda: os.execv(sys.executable, [sys.executable]),
        lambda: ctypes.CDLL(None),
    ],
)
def test_nothing_outside_is_reached(reach: Callable[[], object]) -> None:
    assert "PermissionError" in refusal(reach).message


def test_no_file_is_written(tmp_path: Path) -> None:
    refusal(lambda: (tmp_path / "x").write_text("x" * 100))
    assert (tmp_path / "x").read_text() == ""


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def children() -> set[int]:
    """Return the processes that this one started and has not waited for, dead ones too."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue  # it ended meanwhile
        if int(parent) == os.getpid():
            found.add(int(path.parent.name))
    return found


def test_no_process_and_no_descriptor_is_left_behind() -> None:
    before, started = open_files(), children()  # a browser or a store of other tests may live on
    refusal(signal.pause)
    guarded(lambda d, _: (Table(d.source("text/plain"), ()), ()))(DOCUMENT, SMALL)
    assert open_files() == before
    assert children() <= started


def test_the_parent_keeps_its_own_limits() -> None:
    before = [resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE)]
    guarded(lambda d, _: (Table(d.source("text/plain"), ()), ()))(DOCUMENT, SMALL)
    after = [resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE)]
    assert after == before
