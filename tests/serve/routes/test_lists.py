"""The lists of organisations and units, page by page where there are many."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf import pipeline
from a4_rdf.model import Organization
from a4_rdf.release import create_workspace, read_settings
from a4_rdf.serve.routes import lists
from tests.serve.conftest import AME_PUBLISHER, client_of

BODIES = [Organization(f"gad-{n:02}", f"GAD {n:02} de Ejemplo") for n in range(1, 14)]
TABLE = (
    "No.\tUnidad\tObjetivo\tActividad\tIndicador\tMeta cuantificable\n"
    "1\tDIRECCIÓN DE OBRAS\tMejorar las vías\tAsfaltar calles\tCalles asfaltadas\t{n} calles\n"
)


@pytest.fixture(autouse=True)
def twelve_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages of twelve cards: fifty-one bodies would take ten seconds to build."""
    monkeypatch.setattr(lists, "CARDS", 12)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Thirteen bodies, of which the first three published after the others, the third last."""
    root = tmp_path_factory.mktemp("many")
    create_workspace(root, AME_PUBLISHER, BODIES)
    for number, body in enumerate(BODIES, 1):
        _write(root, body, date(2015, 6 + number, 1) if number < 4 else date(2015, 1, 31), number)
    pipeline.build(root, read_settings(root), lambda *_: None)
    return client_of(root / "public")


def _write(root: Path, body: Organization, day: date, number: int) -> None:
    path = root / "sources" / body.slug / f"{day.isoformat()}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TABLE.format(n=number), encoding="utf-8")


def test_the_home_page_shows_those_that_published_last(many: FlaskClient) -> None:
    text = many.get("/").text
    assert text.index("GAD 03 de Ejemplo") < text.index("GAD 02 de Ejemplo")
    assert text.count("doc/organizacion/gad-") == 12
    assert 'href="organizaciones">Las 13 organizaciones</a>' in text


def test_organizations_come_by_name_page_by_page(many: FlaskClient) -> None:
    first, second = many.get("/organizaciones").text, many.get("/organizaciones?pagina=2").text
    assert first.count("doc/organizacion/gad-") == 12
    assert second.count("doc/organizacion/gad-") == 1
    assert '<a rel="next" href="organizaciones?pagina=2">' in first
    assert '<a rel="prev" href="organizaciones?pagina=1">' in second
    assert '<a href="organizaciones?pagina=2&amp;lang=en" hreflang="en"' in second


def test_units_come_by_organization_ten_at_a_time(many: FlaskClient) -> None:
    text = many.get("/unidades").text
    assert "Página 1 de 2" in text
    assert text.count("Dirección de obras") == 10


@pytest.mark.parametrize("number", ["0", "3", "x", "-1", "1.5", "99999999999", "²"])
def test_a_page_that_is_not_there_is_not_found(many: FlaskClient, number: str) -> None:
    assert many.get(f"/organizaciones?pagina={number}").status_code == 404
