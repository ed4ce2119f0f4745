"""The pool of processes: what it does where one dies at birth, and where there is no room."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from a4_rdf.serve.sandbox import QueryRequest, child
from a4_rdf.serve.sandbox.children import Pool
from a4_rdf.serve.sandbox.publication import Opened, open_for_queries
from tests.serve.sandboxes import BASE, QUICK

REQUEST = QueryRequest("ASK {}", f"{BASE}/")


def held() -> tuple[int, str]:
    """Return how many descriptors this process has, and its children."""
    descriptors = list(Path("/proc/self/fd").iterdir())
    pid = os.getpid()
    return len(descriptors), Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")


@pytest.fixture
def opened(public: Path) -> Opened:
    return open_for_queries(public.resolve())


@contextmanager
def nothing_left() -> Iterator[None]:
    before = held()
    yield
    assert held() == before


def dead(*_: object) -> NoReturn:
    os._exit(0)


def test_a_child_that_dies_at_once_is_let_go(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "run", dead)
    with nothing_left():
        pool = Pool(QUICK, tuple)
        for _ in range(5):
            try:
                asked = pool.ask(REQUEST, opened)
            except BrokenPipeError:
                continue
            asked.end()
            pool.take_back(asked)


@pytest.mark.parametrize("fails", ["fork", "pipe", "memfd_create"])
def test_where_there_is_no_room_nothing_is_left_open(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.EMFILE, "no room")

    with nothing_left():
        with monkeypatch.context() as patch:
            patch.setattr(os, fails, full)
            pool = Pool(QUICK, tuple)
            for _ in range(3):
                with pytest.raises(OSError, match="no room"):
                    pool.ask(REQUEST, opened)
        asked = pool.ask(REQUEST, opened)
        pool.end_all()
        assert asked.has_ended


def test_one_forked_beside_another_publication_takes_one_query(opened: Opened) -> None:
    with nothing_left():
        pool = Pool(QUICK, tuple)
        old = pool.ask(REQUEST, Opened("another", opened.service))
        new = pool.ask(REQUEST, opened)
        assert (old.stays_clean, new.stays_clean) == (True, False)
        pool.take_back(new)
        assert new.has_ended
        pool.end_all()
