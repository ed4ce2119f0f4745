"""Write the expected results of golden cases anew, of all or of those named: `make golden`.

Then read the difference.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from a4_rdf import formats, pipeline
from a4_rdf.findings import message
from a4_rdf.model import Organization, Publisher
from a4_rdf.pipeline import Conversion, Known
from a4_rdf.store import rdfio

HERE = Path(__file__).parent
PUBLISHER = Publisher(
    "https://datos.ejemplo.ec",
    "Metas de ejemplo",
    "Oficina de ejemplo",
    "https://creativecommons.org/licenses/by/4.0/",
)
KNOWN = Known(Organization("gad", "GAD de Ejemplo"), date(2015, 9, 30))


def cases() -> tuple[Path, ...]:
    """Return the folders of the cases, each named by its oddity."""
    return tuple(sorted(path.parent for path in HERE.glob("*/source*")))


def convert(case: Path) -> Conversion:
    """Convert the source of a case, a file or a folder."""
    return pipeline.convert(next(case.glob("source*")), PUBLISHER, KNOWN)


def findings_text(conversion: Conversion) -> str:
    """Return the findings in the order of their places, one a line."""
    found = sorted(conversion.findings, key=lambda f: (f.place, f.code))
    lines = (f"{f.place.row}:{f.place.column}: {f.code}: {message(f)}\n" for f in found)
    return "".join(lines)


def main(names: Sequence[str]) -> None:
    """Write expected.ttl and findings.txt of each case, or of those named."""
    for case in cases():
        if names and case.name not in names:
            continue
        conversion = convert(case)
        turtle = rdfio.write(conversion.triples, formats.TURTLE, PUBLISHER.base)
        (case / "expected.ttl").write_bytes(turtle)
        (case / "findings.txt").write_text(findings_text(conversion), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
