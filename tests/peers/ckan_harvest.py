"""Harvest a catalogue as CKAN does; run inside CKAN's own environment, never imported by ours.

    python ckan_harvest.py ADDRESS PROFILE

The gather stage is ckanext-dcat's own: HEAD, GET, parse with the profile, next page. Only what
speaks to CKAN's database is put aside: where harvest objects are saved, who owns the source, which
names are taken. What it gathered passes CKAN's own schema of a new data set, less the validators
that ask the database. Prints `{errors, pages, datasets, invalid}` as JSON.
"""

from __future__ import annotations

import json
import sys
import uuid
from types import SimpleNamespace
from typing import Any, ClassVar

import requests
from ckan.lib.munge import munge_title_to_name
from ckan.lib.navl.dictization_functions import validate
from ckan.logic.schema import default_create_package_schema
from ckanext.dcat.harvesters import rdf
from ckantoolkit import config

ASK_THE_DATABASE = {
    "datasets_with_no_organization_cannot_be_private",
    "empty_if_not_sysadmin",
    "ignore_not_package_admin",
    "ignore_not_sysadmin",
    "owner_org_validator",
    "package_id_does_not_exist",
    "package_name_validator",
    "resource_id_does_not_exist",
    "vocabulary_id_exists",
}
PROFILES = "ckanext.dcat.rdf.profiles"


class Kept:
    """Stands for a harvest object: keeps what the gather stage would save."""

    saved: ClassVar[list[dict[str, Any]]] = []

    def __init__(self, guid: str, job: object, content: str) -> None:
        self.id, self._content = guid, content

    def save(self) -> None:
        self.saved.append({"guid": self.id, **json.loads(self._content)})


class Harvester(rdf.DCATRDFHarvester):
    """CKAN's harvester without its database."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def _save_gather_error(self, message: str, job: object) -> None:
        self.errors.append(message)

    def _gen_new_name(self, title: str) -> str:
        return munge_title_to_name(title)

    def _mark_datasets_for_deletion(self, guids: list[str], job: object) -> list[str]:
        return []


class Traced(requests.Session):
    """A session that keeps what it asked for."""

    asked: ClassVar[list[str]] = []

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> requests.Response:
        answer = super().request(method, url, *args, **kwargs)
        self.asked.append(f"{method} {answer.request.headers['Accept']} {url}")
        return answer


def without_database(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without the validators that ask the database, at every depth."""
    return {
        field: without_database(checks)
        if isinstance(checks, dict)
        else [check for check in checks if check.__name__ not in ASK_THE_DATABASE]
        for field, checks in schema.items()
    }


def main(address: str, profile: str) -> None:
    config[PROFILES] = profile
    rdf.HarvestObject = Kept
    rdf.model.Package.get = lambda _: SimpleNamespace(owner_org=str(uuid.UUID(int=1)), url=address)
    requests.Session = Traced
    harvester = Harvester()
    source = SimpleNamespace(id="source", url=address, config=None)
    harvester.gather_stage(SimpleNamespace(source=source))
    schema, invalid = without_database(default_create_package_schema()), {}
    for dataset in Kept.saved:
        _, errors = validate(dict(dataset), schema, {"session": None, "user": ""})
        if errors:
            invalid[dataset["guid"]] = errors
    found = {"errors": harvester.errors, "asked": Traced.asked, "datasets": Kept.saved}
    json.dump(found | {"invalid": invalid}, sys.stdout, default=str)


if __name__ == "__main__":
    main(*sys.argv[1:])
