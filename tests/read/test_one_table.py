"""One table, written in every format: the same graph, source positions and file identity aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import graph_diff, isomorphic, to_isomorphic
from rdflib.namespace import DCTERMS, RDF
from rdflib.term import Node

from a4_rdf import pipeline, terms
from a4_rdf.model import Organization
from a4_rdf.pipeline import Conversion, Known
from a4_rdf.read import READERS
from a4_rdf.vocab import CSVW, DQV, OA
from tests.plans import BASE, PUBLISHER
from tests.read import folders
from tests.read.one_table import FILES
from tests.read.workbooks import xlsx

KNOWN = Known(Organization("gad", "GAD de Ejemplo"), date(2015, 9, 30))
MADE = Path(__file__).parent / "libreoffice"
MADE_FILES = sorted(path.name for path in MADE.iterdir() if path.suffix != ".md")
HEADER_AGAIN = URIRef(f"{BASE}/kos/estado-fila/repeated-header")
# What is noticed of a file and not of its table: they differ from one format to the next.
OF_THE_FILE = {
    URIRef(f"{BASE}/kos/hallazgo/{code}")
    for code in ("encoding-guessed", "word-rejoined", "delimiter-guessed")
}
GOALS = [
    ("1", "DIRECCIÓN DE OBRAS PÚBLICAS", "Mejorar las vías", "Construir puentes"),
    ("1", "DIRECCIÓN DE OBRAS PÚBLICAS", "Mejorar las vías", "Cuidar los caminos"),
    ("1", "DIRECCIÓN DE OBRAS PÚBLICAS", "Mejorar las vías", "Cuidar los caminos"),
    ("2", "DIRECCIÓN DE AMBIENTE", "Cuidar ríos; y «agua»", "Limpiar"),
    ("2", "DIRECCIÓN DE AMBIENTE", "Cuidar ríos; y «agua»", "Limpiar"),
    ("2", "DIRECCIÓN DE AMBIENTE", "Cuidar ríos; y «agua»", "Sembrar árboles"),
]
PROMISES = [
    ("Número de puentes", "3 puentes", ["3 puentes"]),
    ("Número de kilómetros", "40 kilómetros", ["40 kilómetros"]),
    ("Porcentaje de caminos transitables", "65%", ["65 %"]),
    ("Nº de campañas", "12", ["12 campañas"]),
    ("Presupuesto ejecutado, en dólares", "$13020.35", ["13020.35 USD"]),
    ("Número de árboles sembrados", "AL menos 1500 árboles", ["1500 árboles"]),
]


def written(folder: Path, name: str) -> Path:
    """Return a file of the table, written or made before."""
    if name not in FILES:
        return MADE / name
    path = folder / name
    path.write_bytes(FILES[name]())
    return path


def graph_of(conversion: Conversion) -> Graph:
    """Return the graph without what names the file or a position in it: such things are blank."""
    found = terms.graph(conversion.triples)
    for annotation, body in list(found.subject_objects(OA.hasBody)):
        if body in OF_THE_FILE:
            found.remove((annotation, None, None))
    for row in set(found.subjects(None, HEADER_AGAIN)):
        found.remove((row, None, None))
    kinds = (CSVW.Row, DQV.QualityAnnotation)
    blank: dict[Node, Node] = {
        node: BNode() for kind in kinds for node in found.subjects(RDF.type, kind)
    }
    blind = Graph()
    for s, p, o in found:
        digest = p == DCTERMS.identifier and isinstance(o, Literal) and o.startswith("sha256:")
        if not (digest or p in (CSVW.rownum, CSVW.url)):
            blind.add((blank.get(s, s), p, blank.get(o, o)))
    return blind


def assert_same(one: Graph, other: Graph) -> None:
    if not isomorphic(one, other):
        _, missing, new = graph_diff(to_isomorphic(one), to_isomorphic(other))
        pytest.fail(f"missing:\n{missing.serialize()}\nnew:\n{new.serialize()}")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Conversion:
    """Return the conversion of the plain text."""
    path = written(tmp_path_factory.mktemp("text"), "tabla.txt")
    return pipeline.convert(path, PUBLISHER, KNOWN)


def test_the_table_says_what_was_written(reference: Conversion) -> None:
    goals = reference.plan.goals
    assert [(g.number, g.reported_unit.text, *said(g.objective, g.activity)) for g in goals] == (
        GOALS
    )
    assert [
        (
            *said(goal.indicator, goal.target_cell),
            [f"{target.value} {target.unit_of_measure}" for target in goal.targets],
        )
        for goal in goals
    ] == PROMISES
    assert reference.plan.footer.updated == date(2015, 9, 30)
    assert reference.plan.footer.periodicity == "MENSUAL"
    assert {finding.code for finding in reference.findings} == {"regime-assumed"}


def said(*statements: object) -> tuple[str, ...]:
    return tuple(getattr(statement, "text", "") for statement in statements)


@pytest.mark.parametrize("name", [*FILES, *MADE_FILES])
def test_the_graph_is_the_same_in_every_format(
    tmp_path: Path, name: str, reference: Conversion
) -> None:
    conversion = pipeline.convert(written(tmp_path, name), PUBLISHER, KNOWN)
    assert [goal.number for goal in conversion.plan.goals] == ["1", "1", "1", "2", "2", "2"]
    assert_same(graph_of(reference), graph_of(conversion))


def test_another_table_has_another_graph(tmp_path: Path, reference: Conversion) -> None:
    path = tmp_path / "otra.txt"
    path.write_bytes(FILES["tabla.txt"]().replace(b"3 puentes", b"4 puentes"))
    assert not isomorphic(graph_of(reference), graph_of(pipeline.convert(path, PUBLISHER, KNOWN)))


def test_every_reader_has_its_file() -> None:
    suffixes = {Path(name).suffix for name in (*FILES, *MADE_FILES)}
    # .xlsm is read as .xlsx; .doc is refused but for what is only called so.
    assert set(READERS) - suffixes == {".xlsm", ".doc"}
    assert len(FILES) + len(MADE_FILES) == 21


ROWS_2023: Sequence[Sequence[str]] = (
    ("Unidad", "Objetivos", "Indicador", "Meta cuantificable", folders.LINK),
    ("OBRAS", "Mejorar vías, y más", "Número de vías", "12 vías", "https://ejemplo.gob.ec/a?b=7"),
    ("AMBIENTE", "Cuidar los ríos", "% de ríos limpios", "80%", "NO APLICA"),
)
METADATA: Sequence[Sequence[str]] = (
    ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN", "31/1/2025"),
    ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN", "MENSUAL"),
    ("UNIDAD POSEEDORA DE LA INFORMACIÓN", "OBRAS"),
)


def as_csv(*rows: Sequence[str]) -> bytes:
    return "".join(";".join(row) + "\r\n" for row in rows).encode("cp1252")


def test_the_three_files_of_2023_are_one_table_however_they_are_written(tmp_path: Path) -> None:
    dictionary = as_csv(*((heading, "Significado") for heading in ROWS_2023[0]))
    sources = {
        "conjunto de datos.csv": as_csv(*ROWS_2023),
        "conjunto de datos.xlsx": xlsx(*ROWS_2023),
    }
    for name, data in sources.items():
        folder = tmp_path / Path(name).suffix[1:]
        folder.mkdir()
        (folder / name).write_bytes(data)
        (folder / "metadatos.csv").write_bytes(as_csv(*METADATA))
        (folder / "diccionario.csv").write_bytes(dictionary)
    (tmp_path / "todo.csv").write_bytes(as_csv(*ROWS_2023, *METADATA))
    (tmp_path / "todo.xlsx").write_bytes(xlsx(*ROWS_2023, *METADATA))
    known = Known(Organization("gad", "GAD de Ejemplo"), date(2025, 1, 31))
    paths = [tmp_path / name for name in ("csv", "xlsx", "todo.csv", "todo.xlsx")]
    first, *others = (pipeline.convert(path, PUBLISHER, known) for path in paths)
    assert [goal.target_cell.text for goal in first.plan.goals if goal.target_cell] == [
        "12 vías",
        "80%",
    ]
    assert first.plan.regime == "2023"
    for other in others:
        assert_same(graph_of(first), graph_of(other))
