"""What each kind of finding means: a short name, and a sentence that says how to mend the table.

For the people who fill in the table and those who read the pages; `findings` has the words of a
single finding. The code list of findings carries both (tests/ontology/regenerate_findings.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.calendar import CALENDAR
from a4_rdf.explanations.curation import CURATION
from a4_rdf.explanations.document import DOCUMENT
from a4_rdf.explanations.explanation import Explanation
from a4_rdf.explanations.files import FILES
from a4_rdf.explanations.goals import GOALS
from a4_rdf.explanations.pages import PAGES
from a4_rdf.explanations.pdf import PDF
from a4_rdf.explanations.repair import REPAIR
from a4_rdf.explanations.workbooks import WORKBOOKS

__all__ = ["EXPLANATIONS", "Explanation"]

EXPLANATIONS: Mapping[str, Explanation] = {
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
