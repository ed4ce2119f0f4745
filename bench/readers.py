"""Time the readers of every format, and the hostile files; watch memory over many documents.

    python -m bench.readers [--runs 5] [--no-hostile]

Rows a second of processor time from a file's bytes to its Table and to its Plan, the child process
of guarded readers included; pages a second for PDF. Medians of the runs, after one that is not
counted. Hostile files are read one at a time, each in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from a4_rdf.interpret import interpret
from a4_rdf.read import read
from a4_rdf.repair import repair
from tests.read import pdfs, words, workbooks
from tests.read.hostile import HOSTILE as DOCUMENTS
from tests.read.hostile import Make, read_all
from tests.read.test_hostile_workbooks import HOSTILE as WORKBOOKS

PACKAGES = ("openpyxl", "python-calamine", "lxml", "python-docx", "pdfplumber", "pdfminer.six")
HEADER = (
    "No.",
    "Descripción de la unidad",
    "Objetivo de la unidad",
    "Actividad",
    "Indicador",
    "Meta cuantificable",
)
ROWS_A_PAGE = 25
TO_PLAN = 5_000  # rows at most: a long document, and no body has a longer one
Line = Sequence[str]

MANY = """
import resource, sys
from pathlib import Path
from a4_rdf.read import read
paths = sorted(Path(sys.argv[1]).iterdir())
for n in range(int(sys.argv[2])):
    read(paths[n % len(paths)])
status = Path("/proc/self/status").read_text().split()
print(int(status[status.index("VmHWM:") + 1]) // 1024,
      resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@dataclass(frozen=True, slots=True)
class Form:
    """A format to measure: how it is written, how many goals it holds, whether pages count."""

    name: str
    write: Callable[[Sequence[Line]], bytes]
    rows: int
    pages: int = 0


def goals(count: int) -> Iterator[Line]:
    """Yield the header and goals with words of common length, numbers unlike each other."""
    yield HEADER
    for n in range(1, count + 1):
        yield (
            str(n // 4 + 1),
            f"DIRECCIÓN DE GESTIÓN AMBIENTAL {n // 40 + 1}",
            f"Mejorar la calidad de los servicios de la parroquia {n // 8 + 1}",
            f"Ejecución del programa de capacitación número {n // 2 + 1}",
            f"Número de talleres de educación ambiental dictados en el barrio {n}",
            f"{n % 97 + 2} talleres",
        )


def delimited(delimiter: str) -> Callable[[Sequence[Line]], bytes]:
    """Return a writer of delimited text."""
    return lambda rows: "\n".join(map(delimiter.join, rows)).encode()


def in_html(rows: Sequence[Line]) -> bytes:
    """Return a web page with a table."""
    lines = (f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()


def in_docx(rows: Sequence[Line]) -> bytes:
    """Return a Word document with a table."""
    return words.body(words.tbl(*(words.tr(*row) for row in rows)))


def in_pdf(rows: Sequence[Line]) -> bytes:
    """Return a PDF with a ruled table on each page, the header on all of them."""
    header, *rest = rows
    starts = range(0, len(rest), ROWS_A_PAGE)
    return pdfs.pdf(*(pdfs.Sheet([header, *rest[at : at + ROWS_A_PAGE]]) for at in starts))


FORMS = (
    Form("t.txt", delimited("\t"), 60_000),
    Form("t.csv", delimited(";"), 60_000),
    Form("t.xlsx", lambda rows: workbooks.shared(*rows), 20_000),
    Form("t.xls", lambda rows: workbooks.xls(*rows), 20_000),
    Form("t.ods", lambda rows: workbooks.ods(*rows), 5_000),
    Form("t.html", in_html, 20_000),
    Form("t.docx", in_docx, 5_000),
    Form("t.pdf", in_pdf, 20 * ROWS_A_PAGE, pages=20),
)


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Add the seconds of processor time that pass here and in children that end here."""
    start = sum(os.times()[:4])
    yield
    into.append(sum(os.times()[:4]) - start)


def to_table(path: Path) -> int:
    """Read a file and return the number of its rows, the header aside."""
    return len(read(path)[0].rows) - 1


def to_plan(path: Path) -> int:
    """Read, repair and interpret a file and return the number of its goals."""
    return len(interpret(repair(read(path)[0])[0])[0].goals)


def rates(
    does: Callable[[Path], int], form: Form, path: Path, rows: int, runs: int
) -> tuple[float, float, float]:
    """Return the rows a second of a file of so many rows: median, least, most."""
    path.write_bytes(form.write(list(goals(rows))))
    found: list[float] = []
    for _ in range(runs + 1):
        with timed(found):
            read_back = does(path)
        if read_back < rows:
            raise SystemExit(f"{path.name}: {read_back} rows of {rows}")
    seconds = found[1:]
    return rows / median(seconds), rows / max(seconds), rows / min(seconds)


def speed(form: Form, path: Path, runs: int) -> str:
    """Return the line of the table for one format."""
    middle, low, high = rates(to_table, form, path, form.rows, runs)
    planned, _, _ = rates(to_plan, form, path, min(form.rows, TO_PLAN), runs)
    pages = f"{middle * form.pages / form.rows:.1f}" if form.pages else ""
    cells = (f"{middle:,.0f} ({low:,.0f} to {high:,.0f})", f"{planned:,.0f}", pages)
    return f"| {path.suffix[1:].upper()} | {form.rows:,} | {' | '.join(cells)} |"


def memory(folder: Path, count: int) -> str:
    """Return the line of the table for that many documents read in one process."""
    command = [sys.executable, "-c", MANY, str(folder), str(count)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return f"| {count} | {' | '.join(run.stdout.split())} |"


def hostile(files: Mapping[str, tuple[Make, tuple[str, ...]]]) -> Iterator[str]:
    """Yield a line for each hostile file, within the bounds that are the default."""
    for name, (make, _) in files.items():
        with tempfile.TemporaryDirectory() as folder:
            outcome = read_all(Path(folder), {name: make})
        code, seconds = outcome.ends[name]
        yield f"| {name} | {code} | {seconds:.1f} | {outcome.peak // 1024} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-hostile", action="store_true")
    options = parser.parse_args()
    names = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    print(f"Python {platform.python_version()}, {names}\n")
    print("| format | rows | rows/s to Table | rows/s to Plan | pages/s |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as place:
        for form in FORMS:
            path = Path(place) / form.name
            print(speed(form, path, options.runs), flush=True)
            path.write_bytes(form.write(list(goals(60))))
        print("\n| documents of 60 rows | process, MB | largest child, MB |\n|--:|--:|--:|")
        for count in (50, 400):
            print(memory(Path(place), count), flush=True)
    if not options.no_hostile:
        print("\n| hostile file | ends as | s | MB |\n|---|---|--:|--:|")
        for line in hostile({**WORKBOOKS, **DOCUMENTS}):
            print(line, flush=True)


if __name__ == "__main__":
    main()
