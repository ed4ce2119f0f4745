"""An example of each kind of finding: as it was written, and mended or as it is read.

For the help page of a kind and for the code list (tests/ontology/regenerate_findings.py). The
tests run each example: the first piece has the finding, the second has not.
"""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.calendar import CALENDAR
from a4_rdf.explanations.examples.curation import CURATION
from a4_rdf.explanations.examples.document import DOCUMENT
from a4_rdf.explanations.examples.example import PART_NAMES, Example, Part, Piece, Words
from a4_rdf.explanations.examples.files import FILES
from a4_rdf.explanations.examples.goals import GOALS
from a4_rdf.explanations.examples.pages import PAGES
from a4_rdf.explanations.examples.pdf import PDF
from a4_rdf.explanations.examples.repair import REPAIR
from a4_rdf.explanations.examples.workbooks import WORKBOOKS

__all__ = ["EXAMPLES", "PART_NAMES", "Example", "Part", "Piece", "Words"]

EXAMPLES: Mapping[str, Example] = {
    **FILES,
    **CALENDAR,
    **WORKBOOKS,
    **PAGES,
    **PDF,
    **REPAIR,
    **DOCUMENT,
    **GOALS,
    **CURATION,
}
"""By finding code, as `findings.KINDS`."""
