"""corrections/ORG.csv: what is read, what is refused with file and line, what is appended."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.model import Column, Correction, Finding, Organization, Place
from a4_rdf.release import (
    Settings,
    append_corrections,
    corrections_path,
    create_workspace,
    documents,
    read_corrections,
    without_document,
    workspace_corrections,
)
from tests.plans import PUBLISHER

DIGEST = "ab" * 32
HEADER = "source,row,column,value,role,why\n"
FIRST = Correction(DIGEST, 26, Column.OBJECTIVE, "Mejorar, «vías»", "oficina", "cotejado")
SECOND = Correction(DIGEST, 30, None, "footer", "oficina", "es un total; no es meta")
AME, GAD = Organization("ame", "AME"), Organization("gad", "GAD")


def line(
    digest: str = DIGEST,
    row: str = "26",
    column: str = "target",
    value: str = "3",
    role: str = "oficina",
    why: str = "cotejado",
) -> str:
    return ",".join((digest, row, column, value, role, why)) + "\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corrections" / "ame.csv"


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def test_no_file_is_no_correction(path: Path) -> None:
    assert read_corrections(path) == ()
    assert read_corrections(put(path, "")) == ()
    assert read_corrections(put(path, HEADER)) == ()


def test_what_is_appended_reads_back_with_its_lines(path: Path) -> None:
    append_corrections(path, (FIRST,))
    append_corrections(path, (SECOND,))
    assert path.read_text("utf-8") == (
        f'{HEADER}{DIGEST},26,objective,"Mejorar, «vías»",oficina,cotejado\n'
        f"{DIGEST},30,row,footer,oficina,es un total; no es meta\n"
    )
    found = read_corrections(path)
    assert found == (FIRST, SECOND)
    assert [correction.line for correction in found] == [2, 3]


def test_a_file_that_a_spreadsheet_saved(path: Path) -> None:
    text = (
        "\ufeffrow;source;column;why;role;value\r\n"
        f"26;{DIGEST};objective;cotejado;oficina;Mejorar, «vías»\r\n"
        ";;;;;\r\n"
        f'7;{DIGEST};target;"dos\r\nlíneas";oficina;\r\n'
    )
    first, second = read_corrections(put(path, text))
    assert first == FIRST
    assert second == Correction(DIGEST, 7, Column.TARGET, "", "oficina", "dos líneas", 4)
    append_corrections(path, (SECOND,))
    assert read_corrections(path) == (first, second, SECOND)
    assert path.read_bytes().endswith(
        f'30;{DIGEST};row;"es un total; no es meta";oficina;footer\n'.encode()
    )


def test_a_last_line_that_was_not_ended_is_kept(path: Path) -> None:
    put(path, HEADER + line().rstrip("\n"))
    append_corrections(path, (FIRST,))
    assert [correction.line for correction in read_corrections(path)] == [2, 3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fuente,fila\n", r"ame\.csv:1: expected the header source,row,column,value,role,why"),
        (line(digest="ab12"), r"ame\.csv:2: source: expected the document's SHA-256"),
        (line(digest="AB" * 32), r":2: source: expected the document's SHA-256"),
        (line(row="0"), ":2: row: expected a row number from 1; found '0'"),
        (line(row="veinte"), ":2: row: expected a row number"),
        (line(column="meta"), ":2: column: expected one of row, number, unit, .* found 'meta'"),
        (line(column="row"), ":2: value: expected what the row is, goal, section, example, footer"),
        (line(role=" "), ":2: role: expected the office that decided, no person's name"),
        (line(why=""), ":2: why: expected the reason; found nothing"),
        (line(role="alguien@ejemplo.ec"), ":2: role: an e-mail address or a telephone"),
        (line(why="llamar al 0991234567"), ":2: why: an e-mail address or a telephone"),
        (line(value="alguien@ejemplo.ec"), ":2: value: an e-mail address or a telephone"),
        (line(role="Ing. Fulano Inventado"), ":2: role: a name after a title"),
        (line(why="lo dijo la Dra. Fulana"), ":2: why: a name after a title"),
        (line(value="Informe del Ing. Fulano Inventado"), ":2: value: a name after a title"),
        (line(why="a\x1bb"), ":2: why: expected up to 32767 printable characters"),
        (line() + line(value="4"), ":3: row 26, target: decided in line 2 already"),
        (line() + "\n" + "x,y\n", ":4: expected 6 cells; found 2"),
        (line() + '"' + line(), ":3: not valid CSV"),
    ],
)
def test_a_bad_line_is_refused_with_file_and_line(path: Path, text: str, message: str) -> None:
    put(path, text if text.startswith("fuente") else HEADER + text)
    with pytest.raises(UsageError, match=message) as caught:
        read_corrections(path)
    assert "ejemplo.ec" not in str(caught.value)
    assert "0991234567" not in str(caught.value)
    assert "Fulan" not in str(caught.value)


def test_another_encoding_is_refused(path: Path) -> None:
    put(path, HEADER + line(why="según actas"), "cp1252")
    with pytest.raises(UsageError, match=r"ame\.csv: expected UTF-8"):
        read_corrections(path)


@pytest.mark.parametrize(
    "bad",
    [
        Correction(DIGEST, 26, Column.OBJECTIVE, "otra cosa", "oficina", "cotejado"),
        Correction(DIGEST, 27, Column.OBJECTIVE, "x", "alguien@ejemplo.ec", "cotejado"),
    ],
)
def test_nothing_is_written_that_could_not_be_read_back(path: Path, bad: Correction) -> None:
    append_corrections(path, (FIRST,))
    before = path.read_bytes()
    with pytest.raises(UsageError, match=r"ame\.csv:4"):
        append_corrections(path, (SECOND, bad))
    assert path.read_bytes() == before


def test_a_workspace_keeps_a_file_per_organisation(tmp_path: Path) -> None:
    create_workspace(tmp_path, PUBLISHER, (AME, GAD))
    append_corrections(corrections_path(tmp_path, "ame"), (FIRST,))
    (tmp_path / "sources/ame/2015-09-30.txt").touch()
    (tmp_path / "sources/gad/2015-09-30.txt").touch()
    assert workspace_corrections(tmp_path, (AME, GAD)) == {"ame": (FIRST,), "gad": ()}
    ame, gad = documents(tmp_path, Settings(PUBLISHER, (AME, GAD)))
    assert (ame.name, ame.corrections) == ("ame/2015-09-30", (FIRST,))
    assert gad.corrections == ()


def test_a_file_of_no_organisation_is_refused(tmp_path: Path) -> None:
    create_workspace(tmp_path, PUBLISHER, (AME,))
    append_corrections(corrections_path(tmp_path, "otra"), (FIRST,))
    with pytest.raises(UsageError, match=r"otra\.csv: its name tells no organization; .* ame"):
        workspace_corrections(tmp_path, (AME,))


def test_corrections_of_no_document_are_named_by_their_line(path: Path) -> None:
    append_corrections(path, (FIRST, SECOND))
    found = read_corrections(path)
    assert without_document(found, frozenset({DIGEST})) == ()
    assert without_document(found[1:], frozenset()) == (
        Finding("correction-without-document", Place(3, 1), (("digest", DIGEST),)),
    )
