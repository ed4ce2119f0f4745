"""E-mails and telephones are blanked anywhere, and the finding does not repeat them."""

from __future__ import annotations

from a4_rdf.repair import repair
from tests.tables import table

MAIL, PHONE = "alguien@ejemplo.gob.ec", "099 123 4567"


def test_no_address_survives_in_texts_or_findings() -> None:
    source = table(
        ("1", "DIRECCIÓN", "Mejorar", f"Consultas a {MAIL}", "Número de consultas", "3 consultas"),
        ("", "", "", f"Llamar al {PHONE}", f"{MAIL}", "20", "sobra", f"{PHONE}", "y"),
    )
    result, findings = repair(source)
    said = [c.text for row in result.rows for c in row.cells]
    said += [value for f in findings for _, value in f.details]
    assert not any("@" in text or "4567" in text for text in said)
    assert "Consultas a [correo omitido]" in said
    assert "Llamar al [teléfono omitido]" in said
    fields = [f.detail("field") for f in findings if f.code == "personal-data-withheld"]
    assert fields == ["correo", "teléfono", "correo", "teléfono"]
