"""What pages are called by what they are about."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

FINDINGS = "/doc/conversion/ame/2015-09-30/hallazgo"


def noun(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    found = re.search(r'<p class="kind">([^<]*)</p>\s*<h1', answer.text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("finding", "spanish", "english"),
    [
        ("25-5-row-realigned", "Nota de lectura", "Reading note"),
        ("22-5-repeated-row", "Aviso de calidad", "Quality notice"),
    ],
)
def test_a_note_of_reading_is_not_called_a_notice_of_quality(
    ame: FlaskClient, finding: str, spanish: str, english: str
) -> None:
    assert noun(ame, f"{FINDINGS}/{finding}") == spanish
    assert noun(ame, f"{FINDINGS}/{finding}?lang=en") == english
    text = ame.get(f"{FINDINGS}/{finding}").text
    assert f'<meta name="description" content="{spanish}: ' in text


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [
        ("row-realigned", "Tipo de nota de lectura", "Kind of reading note"),
        ("repeated-row", "Tipo de aviso", "Kind of notice"),
    ],
)
def test_nor_is_its_help_page(ame: FlaskClient, code: str, spanish: str, english: str) -> None:
    assert noun(ame, f"/kos/hallazgo/{code}") == spanish
    assert noun(ame, f"/kos/hallazgo/{code}?lang=en") == english
