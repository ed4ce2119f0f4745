from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

from a4_rdf.identify import names_of
from a4_rdf.release import csvw, tidy
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

DOCUMENT: dict[str, Any] = json.loads(csvw.metadata("goals.csv", PUBLISHER, date(2015, 9, 30)))
COLUMNS: list[dict[str, Any]] = DOCUMENT["tableSchema"]["columns"]


def test_the_table_is_said_to_be_beside_the_document() -> None:
    assert csvw.SUFFIX == "-metadata.json"
    assert DOCUMENT["url"] == "goals.csv"
    assert DOCUMENT["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "es"}]
    assert DOCUMENT["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert DOCUMENT["dc:modified"] == {"@value": "2015-09-30", "@type": "xsd:date"}
    assert "apóstrofo" in DOCUMENT["dc:description"][0]["@value"]


def test_columns_are_those_of_the_table_and_their_headers_are_titles() -> None:
    assert [column["name"] for column in COLUMNS] == list(tidy.COLUMNS)
    for column in COLUMNS:
        assert column["name"] in column["titles"]["en"]
        assert column["titles"]["es"]


def test_terms_are_those_of_the_vocabulary() -> None:
    terms = {column["name"]: column.get("propertyUrl") for column in COLUMNS}
    assert terms["value"] == f"{BASE}/def/poa#targetValue"
    assert terms["target_text"] == f"{BASE}/def/poa#targetCellText"
    assert terms["objective"] is None


def test_a_line_links_its_goal_to_its_target() -> None:
    column = next(column for column in COLUMNS if column["name"] == "target_iri")
    assert column["aboutUrl"] == "{+goal_iri}"
    assert column["propertyUrl"] == f"{BASE}/def/poa#hasTarget"
    assert column["valueUrl"] == "{+target_iri}"
    value = next(column for column in COLUMNS if column["name"] == "value")
    assert value["aboutUrl"] == "{+target_iri}"


def valid(cell: str, column: dict[str, Any]) -> bool:
    """Tell whether a cell is of its column's datatype, for the datatypes that the table has."""
    if not cell:
        return not column["required"]
    datatype = column["datatype"]
    if isinstance(datatype, dict) and "format" in datatype:
        return re.fullmatch(datatype["format"], cell) is not None
    if isinstance(datatype, dict):
        return cell.isdecimal() and int(cell) >= int(datatype["minimum"])
    if datatype == "decimal":
        return Decimal(cell).is_finite() and "E" not in cell
    return datatype != "date" or date.fromisoformat(cell).isoformat() == cell


def test_lines_are_of_their_datatypes_and_keys_are_unique() -> None:
    plan = small_plan()
    lines = list(tidy.lines(BASE, RELEASE, plan, names_of(plan)))
    assert len(lines) == 4
    for line in lines:
        wrong = [c["name"] for cell, c in zip(line, COLUMNS, strict=True) if not valid(cell, c)]
        assert wrong == []
    places = [tidy.COLUMNS.index(name) for name in DOCUMENT["tableSchema"]["primaryKey"]]
    assert len({tuple(line[n] for n in places) for line in lines}) == 4
