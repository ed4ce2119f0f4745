"""Every dump read by four parsers that share no code: rdflib, Oxigraph, raptor and N3.js.

Our dumps have no blank nodes, so two documents say the same where their sets of triples are
equal. raptor reads no JSON-LD, N3.js neither JSON-LD nor RDF/XML.
"""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from a4_rdf import formats
from a4_rdf.formats import Format
from a4_rdf.model import Organization, Plan
from a4_rdf.release import publish
from tests.peers.parsers import PARSERS, RDFLIB_DEPRECATES, Parser, by_oxigraph
from tests.plans import said, small_plan
from tests.release.making import OCTOBER, SEPTEMBER, SETTINGS, raised_plan, released

pytestmark = [
    pytest.mark.filterwarnings(f"ignore:{name} is deprecated") for name in RDFLIB_DEPRECATES
]

HARD = (
    "Vías «ñandú» \\ \"comillas\" ''' \r\n\t &amp; </script> ]]> 😀 \u2028 \x85 e\u0301 <http://x>"
)
"""Words that each syntax has to escape somewhere."""

OTHER = Organization("otra", "Otra entidad")
RELEASES = ("gad/2015-09-30", "gad/2015-10-31", "otra/2015-09-30")
STEMS = ("latest", *RELEASES)


def hard_plan() -> Plan:
    """Return the small plan with words that are hard to write."""
    plan = small_plan()
    first = replace(plan.goals[0], activity=said(HARD, 4, 4))
    return replace(plan, goals=(first, *plan.goals[1:]))


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    documents = (
        released(SEPTEMBER),
        released(OCTOBER, SEPTEMBER, plan=raised_plan()),
        released(SEPTEMBER, organization=OTHER, plan=hard_plan()),
    )
    publish(root, SETTINGS, documents)
    return root / "public" / "dumps"


@pytest.fixture(autouse=True)
def lexical_forms_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


CASES = [(parser, fmt) for parser, known in PARSERS.items() for fmt in known]
NAMES = [f"{parser.__name__}-{fmt.name}" for parser, fmt in CASES]


def test_all_of_them_are_asked() -> None:
    assert len(CASES) == 6 + 6 + 5 + 4


@pytest.mark.parametrize(("parser", "fmt"), CASES, ids=NAMES)
def test_every_dump_says_the_same(dumps: Path, parser: Parser, fmt: Format) -> None:
    for stem in STEMS:
        wanted = by_oxigraph(dumps / f"{stem}.nq", formats.NQUADS)
        assert len(wanted) > 100
        if fmt not in (formats.NQUADS, formats.TRIG):
            wanted = frozenset((s, p, o, "") for s, p, o, _ in wanted)
        assert parser(dumps / f"{stem}.{fmt.suffix}", fmt) == wanted, stem


@pytest.mark.parametrize("parser", PARSERS)
def test_the_history_is_the_releases(dumps: Path, parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "history.nq"
    path.write_bytes(gzip.decompress((dumps / "history.nq.gz").read_bytes()))
    wanted = (by_oxigraph(dumps / f"{stem}.nq", formats.NQUADS) for stem in RELEASES)
    assert parser(path, formats.NQUADS) == frozenset().union(*wanted)


@pytest.mark.parametrize("parser", PARSERS)
def test_the_catalogue(dumps: Path, parser: Parser) -> None:
    for path in (dumps / "catalogo.ttl", dumps.parent / "catalogo.ttl"):
        assert parser(path, formats.TURTLE) == by_oxigraph(path, formats.TURTLE)


def test_packed_dumps_are_the_plain_ones(dumps: Path) -> None:
    for fmt in formats.FORMATS:
        packed = gzip.decompress((dumps / f"latest.{fmt.suffix}.gz").read_bytes())
        assert packed == (dumps / f"latest.{fmt.suffix}").read_bytes()


def test_the_hard_words_are_among_them(dumps: Path) -> None:
    literal = str(ox.Literal(HARD, language="es"))
    found = by_oxigraph(dumps / "otra/2015-09-30.rdf", formats.RDFXML)
    assert any(literal == thing for _, _, thing, _ in found)
