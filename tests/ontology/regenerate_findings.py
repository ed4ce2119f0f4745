"""Write ontology/findings.ttl, the code list of findings, from a4_rdf/explanations.

Each code has its examples with it, wrong and mended, as lines of cells.

    python tests/ontology/regenerate_findings.py

`test_findings_list.py` fails while the two differ.
"""

from __future__ import annotations

from dataclasses import asdict

from a4_rdf import resources
from a4_rdf.explanations import EXPLANATIONS, Explanation
from a4_rdf.explanations.examples import EXAMPLES, Example
from a4_rdf.findings import KINDS

HEAD = """\
# The code list of findings: what the tool notices, repairs or leaves undecided in a document.
#
# Written by tests/ontology/regenerate_findings.py from the codes in a4_rdf/findings and their
# meanings and examples in a4_rdf/explanations. IRIs are relative.

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
    skos:prefLabel {name_es}@es ,
        {name_en}@en ;
    skos:definition {es}@es ,
        {en}@en ;
    skos:example {wrong_es}@es ,
        {mended_es}@es ,
        {wrong_en}@en ,
        {mended_en}@en ;
    skos:notation "{code}" ;
    skos:inScheme <kos/hallazgo> ;
    skos:topConceptOf <kos/hallazgo>
.
"""


def concept(code: str, meaning: Explanation, example: Example) -> str:
    """Return the Turtle of one kind of finding."""
    texts = {name: quoted(text) for name, text in asdict(meaning).items()}
    for lang in ("es", "en"):
        wrong, mended = map(quoted, example.texts(lang))
        texts |= {f"wrong_{lang}": wrong, f"mended_{lang}": mended}
    return CONCEPT.format(code=code, **texts)


def quoted(text: str) -> str:
    """Return a text as a Turtle string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def document() -> str:
    """Return the whole file."""
    members = " ,\n".join(f"        <kos/hallazgo/{code}>" for code in KINDS)
    concepts = (concept(code, EXPLANATIONS[code], EXAMPLES[code]) for code in KINDS)
    return HEAD.format(members=members) + "".join(concepts)


if __name__ == "__main__":
    (resources.folder("ontology") / "findings.ttl").write_text(document(), encoding="utf-8")
