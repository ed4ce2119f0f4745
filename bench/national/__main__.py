"""Make a national-looking workspace, seeded.

    python -m bench.national OUT --bodies 100 --months 12 [--seed 1] [--start 2024-10]
        [--formats txt,csv,xlsx,xls,ods,docx,html,pdf,triple] [--share-of-damage 0.1]
        [--contacts] [--jobs 2] [--fault NAME ...] [--verify]

OUT becomes a workspace for `a4-rdf build`, with truth.jsonl in it. The same options give the same
bytes in every file. --verify converts every document and compares it with what was meant.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from a4_rdf.errors import A4Error
from a4_rdf.pipeline import Known, convert
from bench.corpus.writers import FORMATS
from bench.national.faults import FAULTS
from bench.national.history import START, Options
from bench.national.make import PUBLISHER, make
from bench.national.truth import Truth
from bench.national.verify import unlike


def main() -> int:
    """Make the workspace and print what is in it; 1 where --verify found something otherwise."""
    options = _parser().parse_args()
    year, month = map(int, options.start.split("-"))
    drawn = Options(
        (year, month),
        tuple(options.formats.split(",")),
        options.share_of_damage,
        options.contacts,
        options.jobs,
    )
    begun = time.perf_counter()
    try:
        truth = make(options.out, options.bodies, options.months, options.seed, drawn)
        for name in options.fault:
            print(FAULTS[name](truth))
    except A4Error as error:
        sys.exit(f"{error}")
    _report(truth, time.perf_counter() - begun)
    return int(options.verify and _verify(truth) > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--bodies", type=int, required=True)
    parser.add_argument("--months", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", default="{}-{:02}".format(*START), help="the first month")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--share-of-damage", type=float, default=0.0, help="of rows in txt and csv")
    parser.add_argument("--contacts", action="store_true", help="footers name an invented person")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--fault", action="append", default=[], choices=FAULTS)
    parser.add_argument("--verify", action="store_true")
    return parser


def _report(truth: Truth, seconds: float) -> None:
    """Print how many files and bytes there are, and what happened."""
    files = [
        path
        for path in (truth.root / "sources").rglob("*")
        if path.is_file() and path.name != ".gitkeep"
    ]
    size = sum(path.stat().st_size for path in files)
    documents = list(truth.documents())
    goals = sum(len(month.lines) for month in documents)
    print(f"{len(documents)} documents, {goals} goals, {len(files)} files, {size:,} bytes")
    for name, counts in truth.counts().items():
        print(f"{name}: " + ", ".join(f"{kind} {n}" for kind, n in counts.most_common()))
    print(f"{seconds:.1f} s")


def _verify(truth: Truth) -> int:
    """Convert every document, print what is otherwise than meant, and return how many are."""
    wrong = 0
    for month in truth.documents():
        known = Known(month.body.organization, month.date)
        try:
            found = list(unlike(convert(truth.root / month.path, PUBLISHER, known).plan, month))
        except A4Error as error:
            found = [str(error)]
        wrong += bool(found)
        for said in found[:3]:
            print(f"{month.path}: {said}")
    print(f"{wrong} documents read otherwise than meant")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
