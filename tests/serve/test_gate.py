"""Who is let in, who waits and who is sent away."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from threading import Barrier, Thread

from a4_rdf.serve.gate import Gate
from a4_rdf.serve.sandbox import Limits, Outcome

LIMITS = Limits(concurrent=2, per_client=1, queue=1, wait_seconds=0.05)


def test_a_client_that_has_its_share_waits_and_is_told() -> None:
    gate = Gate(LIMITS)
    with gate.passed("a") as first, gate.passed("a") as second, gate.passed("b") as third:
        assert (first, second, third) == (None, Outcome.GREEDY, None)
    with gate.passed("a") as again:
        assert again is None


def test_nobody_has_no_share_of_its_own() -> None:
    gate = Gate(LIMITS)
    with gate.passed("") as first, gate.passed("") as second, gate.passed("") as third:
        assert (first, second, third) == (None, None, Outcome.BUSY)


def test_who_waits_is_let_in_when_another_leaves() -> None:
    gate, inside = Gate(replace(LIMITS, wait_seconds=30)), Barrier(2)
    found: list[Outcome | None] = []

    def wait() -> None:
        inside.wait()
        with gate.passed("a") as refusal:
            found.append(refusal)

    with ExitStack() as stack:
        thread = Thread(target=wait)
        with gate.passed("a"):
            thread.start()
            stack.callback(thread.join)
            inside.wait()
    assert found == [None]


def test_a_full_queue_sends_away_at_once() -> None:
    gate = Gate(replace(LIMITS, queue=0, wait_seconds=3600))
    with gate.passed("a"), gate.passed("b"), gate.passed("c") as refusal:
        assert refusal is Outcome.BUSY


def test_a_client_may_wait_with_as_many_as_it_may_run() -> None:
    gate, started = Gate(replace(LIMITS, queue=9, wait_seconds=30)), Barrier(2)

    def wait() -> None:
        started.wait()
        with gate.passed("a"):
            pass

    thread = Thread(target=wait)
    with gate.passed("a"):
        thread.start()
        started.wait()
        # Once the other waits, a third is one too many; until then it would wait itself.
        while not gate._waiting["a"]:
            pass
        with gate.passed("a") as refusal:
            assert refusal is Outcome.GREEDY
    thread.join()
