"""The address for reports of errors: optional, checked, and carried to the manifest."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def _workspace(root: Path, contact: str) -> Path:
    publisher = Publisher("https://datos.example", "Metas", "GAD", LICENCE, contact=contact)
    create_workspace(root, publisher, [Organization("gad", "GAD")])
    return root


@pytest.mark.parametrize("contact", ["", "mailto:datos@gad.example", "https://gad.example/avisos"])
def test_a_contact_is_kept(tmp_path: Path, contact: str) -> None:
    assert read_settings(_workspace(tmp_path, contact)).publisher.contact == contact


@pytest.mark.parametrize(
    "contact", ["datos@gad.example", "javascript:alert(1)", "mailto:a@b@c", "mailto:a@b?cc=x"]
)
def test_what_is_no_address_is_refused(tmp_path: Path, contact: str) -> None:
    with pytest.raises(UsageError, match="contact: expected an http"):
        read_settings(_workspace(tmp_path, contact))
