"""Write ontology/findings.ttl, the code list of findings, from the table in a4_rdf/findings.py.

    python tests/ontology/regenerate_findings.py

`test_findings_list.py` fails while the two differ.
"""

from __future__ import annotations

import re

from a4_rdf import resources
from a4_rdf.findings import KINDS, FindingKind

HEAD = """\
# The code list of findings: what the tool notices, repairs or leaves undecided in a document.
#
# Written by tests/ontology/regenerate_findings.py from the table in a4_rdf/findings.py. An ellipsis
# stands for the words that each finding fills in. IRIs are relative.

@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .


<kos/hallazgo>
    a skos:ConceptScheme ;
    skos:prefLabel "Hallazgos"@es , "Findings"@en ;
    skos:definition "Lo que la herramienta nota, repara o deja sin decidir en un documento."@es ,
        "What the tool notices, repairs or leaves undecided in a document."@en ;
    skos:hasTopConcept
{members} ;
    rdfs:isDefinedBy <def/poa>
.
"""
CONCEPT = """
<kos/hallazgo/{code}>
    a skos:Concept ;
    skos:prefLabel {es}@es ,
        {en}@en ;
    skos:notation "{code}" ;
    skos:inScheme <kos/hallazgo> ;
    skos:topConceptOf <kos/hallazgo>
.
"""


def label(template: str) -> str:
    """Return the text of a kind of finding without its details: `{name}` becomes an ellipsis."""
    return re.sub(r"\{[^}]*\}", "…", template)


def concept(code: str, kind: FindingKind) -> str:
    """Return the Turtle of one kind of finding."""
    return CONCEPT.format(code=code, es=quoted(label(kind.es)), en=quoted(label(kind.en)))


def quoted(text: str) -> str:
    """Return a text as a Turtle string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def document() -> str:
    """Return the whole file."""
    members = " ,\n".join(f"        <kos/hallazgo/{code}>" for code in KINDS)
    concepts = (concept(code, kind) for code, kind in KINDS.items())
    return HEAD.format(members=members) + "".join(concepts)


if __name__ == "__main__":
    (resources.folder("ontology") / "findings.ttl").write_text(document(), encoding="utf-8")
