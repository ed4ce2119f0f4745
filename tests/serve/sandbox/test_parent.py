"""The sandbox from outside: what it answers, what it survives, what it kills."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import (
    MediaTypes,
    Outcome,
    QueryAnswer,
    QueryRequest,
    QueryRunner,
    Sandbox,
)
from a4_rdf.serve.sandbox.wire import request_frame
from tests.serve.sandboxes import (
    BASE,
    HUGE,
    LABELS,
    MEBIBYTE,
    MEMORY_BOMB,
    QUICK,
    RUNAWAY,
    publish,
    run,
    running,
    swap,
    unexamined,
)


def children(sandbox: Sandbox) -> set[int]:
    """Return the processes that the sandbox has for queries, idle ones too."""
    told = Path(f"/proc/{sandbox.pid}/task/{sandbox.pid}/children").read_text("ascii")
    return {int(pid) for pid in told.split()}


@contextmanager
def hanging(runner: QueryRunner, text: str, client: str = "") -> Iterator[socket.socket]:
    """Send a query and do not wait for its answer."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(10)
        connection.connect(runner.socket_path)
        connection.sendall(request_frame(QueryRequest(text, f"{BASE}/", client=client)))
        yield connection


def test_a_select_is_answered_in_json(runner: QueryRunner) -> None:
    assert run(runner, LABELS) == QueryAnswer(
        Outcome.ANSWERED,
        "select",
        "application/sparql-results+json",
        "digest-one",
        b'{"head":{"vars":["label"]},"results":{"bindings":['
        b'{"label":{"type":"literal","value":"Direcci\xc3\xb3n de V\xc3\xadas","xml:lang":"es"}},'
        b'{"label":{"type":"literal","value":"Riego, drenaje","xml:lang":"es"}}]}}',
    )


def test_each_kind_of_result_takes_its_own_media_type(runner: QueryRunner) -> None:
    wanted = MediaTypes("text/csv", "application/sparql-results+xml", "application/n-triples")
    csv, xml, triples = (
        runner.run(QueryRequest(text, f"{BASE}/", media_types=wanted))
        for text in (LABELS, "ASK {}", "CONSTRUCT { <s> <p> 1 } {}")
    )
    assert csv.body == 'label\r\nDirección de Vías\r\n"Riego, drenaje"\r\n'.encode()
    assert xml.body.endswith(b"<head></head><boolean>true</boolean></sparql>")
    assert triples.body == (
        b"<https://datos.ejemplo.ec/s> <https://datos.ejemplo.ec/p> "
        b'"1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    )
    assert (csv.kind, xml.kind, triples.kind) == ("select", "ask", "graph")


def test_a_kind_that_the_asker_takes_in_no_form_is_not_evaluated(runner: QueryRunner) -> None:
    request = QueryRequest(HUGE, f"{BASE}/", media_types=MediaTypes(select=""))
    answer = runner.run(request)
    assert (answer.outcome, answer.kind) == (Outcome.NOT_ACCEPTABLE, "select")


def test_a_syntax_error_has_its_place(runner: QueryRunner) -> None:
    answer = run(runner, "SELECT * {\n  ?s ?p ?o\n  FILTER(?s = ) }")
    assert (answer.outcome, answer.line, answer.column) == (Outcome.SYNTAX, 3, 15)
    assert answer.detail.startswith("expected")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ASK { FILTER(<urn:x:unknown>(1)) }", Outcome.UNSUPPORTED),
        ("LOAD <http://127.0.0.1/data>", Outcome.SYNTAX),
        ("CLEAR ALL", Outcome.SYNTAX),
        ("", Outcome.SYNTAX),
        ("ASK {\x00}", Outcome.SYNTAX),
    ],
)
def test_what_is_no_query_of_ours_is_refused(
    runner: QueryRunner, text: str, outcome: Outcome
) -> None:
    assert unexamined(runner, text).outcome is outcome


def test_a_graph_without_an_absolute_iri_is_refused(runner: QueryRunner) -> None:
    answer = runner.run(QueryRequest("ASK {}", f"{BASE}/", default_graphs=("no/iri",)))
    assert answer.outcome is Outcome.DATASET


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (" + "STR(" * 1000 + "1" + ")" * 1000 + " AS ?x) {}",
        "ASK " + "{" * 5000 + "}" * 5000,
    ],
    ids=["functions", "groups"],
)
def test_a_query_that_crashes_its_process_crashes_no_other(
    shared: tuple[Sandbox, QueryRunner], text: str
) -> None:
    sandbox, runner = shared
    run(runner, "ASK {}")
    before = children(sandbox)
    assert run(runner, text).outcome is Outcome.NESTING
    assert len(before & children(sandbox)) == len(before) - 1
    assert run(runner, "ASK {}").body == b'{"head":{},"boolean":true}'


def test_a_runaway_is_killed_in_time_and_holds_up_nobody(runner: QueryRunner) -> None:
    with ThreadPoolExecutor(1) as pool:
        begun = time.monotonic()
        runaway = pool.submit(run, runner, RUNAWAY)
        others = [run(runner, "ASK {}").outcome for _ in range(5)]
        assert not runaway.done()
        assert runaway.result().outcome is Outcome.TIME
    assert others == [Outcome.ANSWERED] * 5
    assert QUICK.seconds <= time.monotonic() - begun < QUICK.seconds + 1


def test_memory_is_bounded(runner: QueryRunner) -> None:
    assert run(runner, MEMORY_BOMB).outcome is Outcome.MEMORY


def test_a_result_past_its_bound_is_not_given_in_part(runner: QueryRunner) -> None:
    answer = run(runner, HUGE)
    assert (answer.outcome, answer.body) == (Outcome.SIZE, b"")


def test_short_queries_share_a_process(public: Path) -> None:
    with running(public) as (sandbox, runner):
        run(runner, "ASK {}")
        before = children(sandbox)
        for text in ("ASK {", LABELS, "ASK { FILTER(<urn:x:unknown>(1)) }", "DESCRIBE <urn:x:1>"):
            run(runner, text)
        assert children(sandbox) == before
        assert len(before) == 1


def test_no_answer_holds_anything_of_the_one_before(runner: QueryRunner) -> None:
    def numbers(count: int) -> bytes:
        values = " ".join(map(str, range(count)))
        csv = MediaTypes(select="text/csv")
        text = f"SELECT ?n {{ VALUES ?n {{ {values} }} }}"
        return runner.run(QueryRequest(text, f"{BASE}/", media_types=csv)).body

    for count in (2000, 3, 0, 500):
        assert numbers(count).split() == [b"n", *(str(n).encode() for n in range(count))]


@pytest.mark.parametrize(
    "last",
    [
        "SELECT ?a ?b { ?a ?x ?y . ?b ?z ?w } LIMIT 20000",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 300000",
    ],
    ids=["large", "long"],
)
def test_a_query_that_took_much_leaves_its_process_to_none(public: Path, last: str) -> None:
    limits = replace(QUICK, seconds=60, result_bytes=256 * MEBIBYTE, memory_bytes=1024 * MEBIBYTE)
    with running(public, limits) as (sandbox, runner):
        run(runner, "ASK {}")
        before = children(sandbox)
        assert run(runner, last).outcome is Outcome.ANSWERED
        assert not before & children(sandbox)
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_a_bound_of_one_query_does_not_hold_for_the_next(runner: QueryRunner) -> None:
    small = QueryRequest(LABELS, f"{BASE}/", result_bytes=100)
    for _ in range(3):
        assert runner.run(small).outcome is Outcome.SIZE
        assert run(runner, LABELS).outcome is Outcome.ANSWERED


def test_an_idle_process_that_was_killed_is_missed_by_nobody(
    shared: tuple[Sandbox, QueryRunner],
) -> None:
    sandbox, runner = shared
    run(runner, "ASK {}")
    for pid in children(sandbox):
        ended = os.pidfd_open(pid)
        os.kill(pid, signal.SIGKILL)
        assert select.select([ended], [], [], 10)[0]
        os.close(ended)
    assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_one_that_was_killed_while_idle_is_no_fault_of_the_next_query(
    shared: tuple[Sandbox, QueryRunner],
) -> None:
    sandbox, runner = shared
    for _ in range(30):
        for pid in children(sandbox):
            os.kill(pid, signal.SIGKILL)
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED  # without a moment between


def test_a_text_that_takes_long_to_look_at_is_bounded_as_the_query_is(
    runner: QueryRunner,
) -> None:
    base = f"BASE <{BASE}/{'a/' * 8000}> "
    begun = time.monotonic()
    outcome = run(runner, base + "ASK " + "FROM<b>" * 6000 + "{ }").outcome
    assert outcome in (Outcome.TIME, Outcome.ANSWERED)
    assert time.monotonic() - begun < QUICK.seconds + 1


def test_what_the_starter_may_write_does_not_cut_a_result(public: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    limits = replace(QUICK, seconds=60, result_bytes=64 * MEBIBYTE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEBIBYTE // 2, hard))
    try:
        with running(public, limits) as (_, runner):
            text = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 3000"
            body = run(runner, text).body
            again = run(runner, text).body
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert MEBIBYTE // 2 < len(body) < MEBIBYTE
    assert again == body
    assert len(json.loads(body)["results"]["bindings"]) == 3000


def test_there_are_never_more_processes_than_places(public: Path) -> None:
    limits = replace(QUICK, concurrent=2, short_places=1, seconds=2, queue=20, wait_seconds=60)
    with running(public, limits) as (sandbox, runner), ThreadPoolExecutor(10) as pool:
        asked = [pool.submit(run, runner, RUNAWAY) for _ in range(10)]
        most = 0
        while not all(each.done() for each in asked[:4]):
            most = max(most, len(children(sandbox)))
            time.sleep(0.005)
        assert most == 3


def test_queries_of_many_threads_get_each_their_own_answer(runner: QueryRunner) -> None:
    with ThreadPoolExecutor(8) as pool:
        texts = [f"SELECT ({n} AS ?n) {{}}" for n in range(16)]
        bodies = [answer.body for answer in pool.map(lambda text: run(runner, text), texts)]
    assert all(f'"value":"{n}"'.encode() in body for n, body in enumerate(bodies))


def test_past_the_queue_a_query_is_told_to_come_back(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=0, queue=0, seconds=60)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY):
        assert run(runner, "ASK {}").outcome is Outcome.BUSY


def test_a_queued_query_is_answered_when_a_place_is_free(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=0, queue=1, seconds=0.3)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY):
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_a_queued_query_does_not_wait_for_ever(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=0, seconds=60, wait_seconds=0.2)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY):
        assert run(runner, "ASK {}").outcome is Outcome.BUSY


def test_one_client_does_not_take_all_places(public: Path) -> None:
    limits = replace(QUICK, concurrent=2, per_client=1, queue=2, seconds=60, wait_seconds=60)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY, "greedy"):
        other = QueryRequest("ASK {}", f"{BASE}/", client="other")
        nobody = QueryRequest("ASK {}", f"{BASE}/")
        with hanging(runner, "ASK {}", "greedy"):  # waits for the first, though a place is free
            again = replace(other, client="greedy")
            assert runner.run(again).outcome is Outcome.GREEDY
            assert runner.run(other).outcome is Outcome.ANSWERED
            assert runner.run(nobody).outcome is Outcome.ANSWERED


def test_a_client_that_waits_for_itself_is_told_so(public: Path) -> None:
    limits = replace(QUICK, per_client=1, seconds=60, wait_seconds=0.2)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY, "greedy"):
        own = QueryRequest("ASK {}", f"{BASE}/", client="greedy")
        assert runner.run(own).outcome is Outcome.GREEDY


def test_a_client_may_ask_again_once_it_has_its_answers(runner: QueryRunner) -> None:
    own = QueryRequest("ASK {}", f"{BASE}/", client="one")
    assert [runner.run(own).outcome for _ in range(6)] == [Outcome.ANSWERED] * 6


def test_a_long_query_yields_to_short_ones(public: Path) -> None:
    limits = replace(QUICK, seconds=60)
    with running(public, limits) as (sandbox, runner), hanging(runner, RUNAWAY):
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED
        deadline = time.monotonic() + 10
        while all(os.getpriority(os.PRIO_PROCESS, pid) != 19 for pid in children(sandbox)):
            assert time.monotonic() < deadline
            assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_short_queries_have_places_that_long_ones_cannot_take(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=1, seconds=60, wait_seconds=60)
    with (
        running(public, limits) as (sandbox, runner),
        hanging(runner, RUNAWAY, "one"),
        hanging(runner, RUNAWAY, "two"),
        hanging(runner, RUNAWAY, "three"),
    ):
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED
        deadline = time.monotonic() + 10
        while len(children(sandbox)) != 2:  # all are found to be long, one may run; and the ASK's
            assert time.monotonic() < deadline
            assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_a_long_query_in_a_short_place_begins_anew_when_a_long_one_has_ended(
    public: Path,
) -> None:
    limits = replace(QUICK, concurrent=1, short_places=1, seconds=2, wait_seconds=60)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY):
        begun = time.monotonic()
        assert run(runner, RUNAWAY).outcome is Outcome.TIME
        assert time.monotonic() - begun > 3  # its own two seconds came after the other's


def test_a_long_query_does_not_wait_for_ever_for_its_place(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=1, seconds=60, wait_seconds=0.2)
    with running(public, limits) as (_, runner), hanging(runner, RUNAWAY):
        assert run(runner, RUNAWAY).outcome is Outcome.BUSY


def test_the_query_of_a_client_that_left_is_killed(public: Path) -> None:
    limits = replace(QUICK, concurrent=1, short_places=0, queue=1, seconds=60)
    with running(public, limits) as (sandbox, runner):
        with hanging(runner, RUNAWAY):
            pass
        assert run(runner, "ASK {}").outcome is Outcome.ANSWERED
        assert len(children(sandbox)) == 1


@pytest.mark.parametrize(
    "noise",
    [b"GET / HTTP/1.1\r\n\r\n", b"\x00\x00\x00\x02[]", b"\x00\x00\x00\x03{x}", b"\x00\x00"],
    ids=["http", "other-json", "no-json", "cut-off"],
)
def test_noise_on_the_socket_does_no_harm(runner: QueryRunner, noise: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(10)
        connection.connect(runner.socket_path)
        connection.sendall(noise)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""
    assert run(runner, "ASK {}").outcome is Outcome.ANSWERED


def test_descriptors_do_not_pile_up(shared: tuple[Sandbox, QueryRunner]) -> None:
    sandbox, runner = shared
    folder = f"/proc/{sandbox.pid}/fd"
    run(runner, "ASK {}")
    before = len(os.listdir(folder))  # noqa: PTH208 - the entries vanish while one looks
    for text in ("ASK {}", "ASK {", "ASK " + "{" * 5000) * 5:
        run(runner, text)
    assert len(os.listdir(folder)) < before + 15  # noqa: PTH208 - one each would be 15


def test_a_swapped_publication_answers_the_next_query(tmp_path: Path) -> None:
    public = publish(tmp_path, "one")
    with running(public) as (sandbox, runner):
        assert run(runner, "ASK { <urn:x:new> ?p ?o }").digest == "digest-one"
        publish(tmp_path, "two", "<urn:x:new> <urn:x:p> 1 .")
        answer = run(runner, "ASK { <urn:x:new> ?p ?o }")
        assert (answer.digest, answer.body) == ("digest-two", b'{"head":{},"boolean":true}')
        # Nor is a process left that holds the files of the former build open.
        (child,) = children(sandbox)
        held = [str(each.readlink()) for each in Path(f"/proc/{child}/fd").iterdir()]
    assert not [path for path in held if ".builds/one" in path]


def test_a_publication_that_does_not_open_leaves_the_last_good_one(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    public = publish(tmp_path, "one")
    with running(public) as (_, runner):
        broken = tmp_path / ".builds" / "broken"
        broken.mkdir()
        (broken / "publication.json").write_text("{}", "utf-8")
        swap(tmp_path, "broken")
        assert run(runner, LABELS).digest == "digest-one"
    assert "the new publication does not open" in capfd.readouterr().err


def test_no_query_is_logged(runner: QueryRunner, capfd: pytest.CaptureFixture[str]) -> None:
    for text in ("ASK { 'secreto' ", MEMORY_BOMB, "ASK { FILTER(<urn:secreto>(1)) }"):
        run(runner, text)
    assert capfd.readouterr().err == ""
