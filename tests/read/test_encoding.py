"""Encodings: Spanish text in five encodings reads the same; other content is refused."""

from __future__ import annotations

import codecs

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.read.encoding import decode, refuse_binary

SPANISH = "DIRECCIÓN DE GESTIÓN\tAtención a niñas y niños\tNº de atenciones: 30 más ¿sí?\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SPANISH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SPANISH.encode(), "utf-8-sig"),
        (SPANISH.encode("utf-16"), "utf-16"),
        (SPANISH.encode("utf-16-le"), "utf-16-le"),
        (SPANISH.encode("utf-16-be"), "utf-16-be"),
        (SPANISH.encode("cp1252"), "cp1252"),
        (SPANISH.encode("cp850"), "cp850"),
    ],
)
def test_spanish_reads_the_same_in_each_encoding(data: bytes, encoding: str) -> None:
    refuse_binary("t.txt", data)
    assert decode("t.txt", data) == (SPANISH, encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_the_letters_that_decide_may_stand_anywhere(encoding: str) -> None:
    text = "a;b;c\n" * 5000 + "Atención a niños y niñas\n" + "a;b;c\n" * 5000
    assert decode("t.txt", text.encode(encoding)) == (text, encoding)


def test_latin_1_is_read_where_cp1252_has_no_letter() -> None:
    text = "Gestión\x81 y atención a niños y niñas del año\n"
    assert decode("t.txt", text.encode("latin-1"))[0] == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_a_capital_inside_a_word_decides_where_there_is_no_other(encoding: str) -> None:
    text = "Unidad;Enlace al sistema de gestiÓn de planificaciÓn\n"
    assert decode("t.txt", text.encode(encoding)) == (text, encoding)


def test_capitals_alone_decide_too() -> None:
    text = "COORDINACIÓN\tJURÍDICA\tPLANIFICACIÓN\n"
    assert decode("t.txt", text.encode("cp850")) == (text, "cp850")
    assert decode("t.txt", text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7 ...", "un PDF"),
        (b"PK\x03\x04....", "un archivo comprimido (ZIP, XLSX, DOCX u ODS)"),
        (b"\n <!DOCTYPE html><html>", "una página HTML"),
        (b"<HTML><body>404", "una página HTML"),
        (b"a\tb\tc\0d", "contenido binario"),
    ],
)
def test_other_content_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(SourceError) as caught:
        refuse_binary("t.txt", data)
    assert caught.value.code == "not-text"
    assert caught.value.message.endswith(f"; el contenido es {found}")


@pytest.mark.parametrize(
    "data",
    [
        SPANISH.encode() + b"\xff",
        codecs.BOM_UTF8 + b"\xff\xfe\xfd",
        "Отчёт о целях\tи задачах\tгода".encode("cp1251"),
    ],
)
def test_text_that_is_not_spanish_in_any_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode("t.txt", data)
    assert caught.value.code == "wrong-encoding"
