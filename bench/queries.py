"""Time the query service under abuse: runaways, what they cost the others, many clients at once.

    python -m bench.queries [--workers 2] [--seconds 2] [--rounds 20] [--bodies 20 --months 3]

Runs the server as a process over a publication of invented bodies, on loopback, with clients of
different addresses (127.0.0.N). Load and server share the machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

from a4_rdf.store.protocol import QueryService
from bench.national import make

SERVER = """
import sys
from pathlib import Path
from a4_rdf.serve.sandbox import Limits
from a4_rdf.serve.server import Settings, serve
limits = Limits(seconds=float(sys.argv[2]), per_client=int(sys.argv[4]))
settings = Settings(Path(sys.argv[1]), port=0, workers=int(sys.argv[3]), limits=limits)
serve(settings, ready=lambda address: print(address, flush=True))
"""
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
ASK = "ASK { ?s ?p ?o }"


def get(port: int, path: str, source: str = "127.0.0.1", accept: str = "*/*") -> tuple[int, float]:
    """Return status and seconds of one request on a connection of its own."""
    begun = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, 60, source_address=(source, 0))
    try:
        connection.request("GET", path, headers={"Accept": accept})
        answer = connection.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - begun
    finally:
        connection.close()


def asking(query: str) -> str:
    """Return the address of a query."""
    return f"/sparql?query={quote(query)}"


def anew(number: int) -> str:
    """Return the address of an ASK that no cache has seen: nothing else has this number."""
    return asking(f"{ASK} # {number} of {time.perf_counter_ns()}")


@contextmanager
def served(public: Path, seconds: float, workers: int, per_client: int = 2) -> Iterator[int]:
    """Run the server; yield its port."""
    arguments = [str(public), str(seconds), str(workers), str(per_client)]
    command = [sys.executable, "-c", SERVER, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield urlsplit(process.stdout.readline().strip()).port or 0
        finally:
            process.terminate()


def spread(seconds: Sequence[float]) -> str:
    """Return median, 95th percentile and most, in ms."""
    ordered = sorted(seconds)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    figures = (statistics.median(ordered), late, ordered[-1])
    return " / ".join(f"{1000 * figure:.1f}" for figure in figures)


def overdue(port: int, limit: float, rounds: int) -> None:
    """Tell how long after its deadline a runaway is answered."""
    for name, query in (("count", RUNAWAY), ("sort, memory", SORTED)):
        found = [get(port, asking(query)) for _ in range(rounds)]
        statuses = Counter(status for status, _ in found)
        print(f"over the deadline, {name}: {spread([s - limit for _, s in found])} {statuses}")


def others(port: int, page: str, most: int, requests: int) -> None:
    """Tell how long pages and ASKs take while runaways run."""
    for runaways in range(most + 1):
        with ThreadPoolExecutor(max(1, runaways)) as pool:
            running = [
                pool.submit(get, port, asking(RUNAWAY), f"127.0.1.{n + 1}") for n in range(runaways)
            ]
            time.sleep(0.2)
            for name, path in (("page", lambda _: page), ("ASK", anew)):
                found = [get(port, path(n), "127.0.0.9") for n in range(requests)]
                statuses = Counter(status for status, _ in found)
                print(f"{runaways} runaways, {name}: {spread([s for _, s in found])} {statuses}")
            assert not any(future.done() for future in running), "a runaway ended too early"
            print("   ", Counter(future.result()[0] for future in running))


def crowd(port: int, clients: int, each: int, address_of: Callable[[int], str]) -> None:
    """Tell how many clients that ask at once, one query after another, are answered."""

    def ask(n: int) -> list[tuple[int, float]]:
        return [get(port, asking(f"{ASK} # {n} {m}"), address_of(n)) for m in range(each)]

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        found = [one for many in pool.map(ask, range(clients)) for one in many]
    wall = time.perf_counter() - begun
    statuses = Counter(status for status, _ in found)
    print(
        f"{clients} clients: {dict(statuses)} in {wall:.2f} s; ms {spread([s for _, s in found])}"
    )


def isolation(port: int, public: Path, rounds: int) -> None:
    """Tell what the way to another process costs beside the query itself."""
    service = QueryService(public / "store")
    inside = []
    for _ in range(rounds):
        begun = time.perf_counter()
        with tempfile.TemporaryFile() as output:
            service.evaluate(ASK, "http://e/", (), ()).write(output, "text/csv")
        inside.append(time.perf_counter() - begun)
    print(f"ASK in process: {spread(inside)}")
    for name, path in (("/healthz", lambda _: "/healthz"), ("ASK over /sparql", anew)):
        print(f"{name}: {spread([get(port, path(n))[1] for n in range(rounds)])}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("workers", 2), ("rounds", 20), ("bodies", 20), ("months", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--seconds", type=float, default=2.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "work"
        make(root, given.bodies, given.months, 3)
        subprocess.run([sys.executable, "-m", "a4_rdf", "build", str(root)], check=True)
        public = root / "public"
        manifest = json.loads((public / "publication.json").read_text("utf-8"))
        page = f"/doc/organizacion/{manifest['organizations'][0]['slug']}"
        with served(public, given.seconds, given.workers) as port:
            isolation(port, public, 10 * given.rounds)
            overdue(port, given.seconds, given.rounds)
            for clients in (1, 10, 50):
                crowd(port, clients, 10, lambda n: f"127.0.0.{n + 1}")
            crowd(port, 50, 10, lambda _: "127.0.0.1")
        with served(public, 10, given.workers) as port:
            others(port, page, 4, 5 * given.rounds)


if __name__ == "__main__":
    main()
