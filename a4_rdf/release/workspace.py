"""The workspace that a publisher keeps in git: find its documents, make a new one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from a4_rdf.errors import UsageError
from a4_rdf.model import Correction, Organization, Publisher
from a4_rdf.release.corrections import workspace_corrections
from a4_rdf.release.settings import FILE_NAME, NamedDocument, Settings

SOURCES = "sources"

Day = date


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a workspace: a file, or the folder of a three-file document.

    `year` is the plan year that the settings give it, `previous` the date of the organisation's
    document before it, `corrections` all that curators decided of the organisation's documents.
    """

    organization: Organization
    date: Day
    path: Path
    year: int | None = None
    previous: Day | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def name(self) -> str:
        """Return the name by which commands call the document: `ORG/DATE`."""
        return f"{self.organization.slug}/{self.date}"


def documents(root: Path, settings: Settings) -> tuple[Document, ...]:
    """Return the documents of a workspace by organisation and date.

    They are `sources/ORG/DATE.suffix`, `sources/ORG/DATE/`, and the files that a `[[document]]`
    of a4.toml names. Hidden files are left alone. Raises UsageError where a name tells no date,
    an organisation is unknown, two documents share a date, there is none at all, or corrections
    cannot be understood.
    """
    found = [*_listed(root, settings), *_named(root, settings)]
    found.sort(key=lambda d: (d.organization.slug, d.date))
    if not found:
        raise UsageError(f"{root / SOURCES}: no document; expected {SOURCES}/ORG/DATE.suffix")
    corrections = workspace_corrections(root, settings.organizations)
    previous: Document | None = None
    result = []
    for document in found:
        same = previous is not None and previous.organization == document.organization
        if previous is not None and same and previous.date == document.date:
            raise UsageError(
                f"{document.path}: {previous.path.name} is of {document.date} already;"
                " an organization has one document a date"
            )
        before = previous.date if previous and same else None
        own = corrections[document.organization.slug]
        result.append(replace(document, previous=before, corrections=own))
        previous = document
    return tuple(result)


def create_workspace(
    root: Path, publisher: Publisher, organizations: Sequence[Organization] = ()
) -> None:
    """Make a new workspace: a4.toml, its folders, a .gitignore, a README.

    The folder may exist; UsageError where it has an a4.toml already. Other files stay as they are.
    """
    slugs = [organization.slug for organization in organizations]
    if len(set(slugs)) < len(slugs):
        raise UsageError(f"{root}: two organizations share a slug: {', '.join(slugs)}")
    settings = root / FILE_NAME
    if settings.exists():
        raise UsageError(f"{settings}: exists already; this is a workspace")
    try:
        _write_workspace(root, publisher, organizations)
    except OSError as error:
        raise UsageError(f"{root}: cannot be written: {error.strerror}") from error


def _listed(root: Path, settings: Settings) -> Iterator[Document]:
    """Yield the documents that lie where their organisation and date say."""
    named = {(root / document.path).resolve() for document in settings.documents}
    for folder in _visible(root / SOURCES):
        if folder.resolve() in named:
            continue
        organization = settings.organization(folder.name)
        if organization is None or not folder.is_dir():
            raise UsageError(
                f"{folder}: expected the folder of an organization of {FILE_NAME}:"
                f" {', '.join(o.slug for o in settings.organizations) or 'there is none yet'}"
            )
        for path in _visible(folder):
            if path.resolve() not in named:
                yield _document(settings, organization, _date_of(path), path)


def _named(root: Path, settings: Settings) -> Iterator[Document]:
    """Yield the documents that a4.toml names."""
    for named in settings.documents:
        path = root / named.path
        organization = settings.organization(named.organization)
        if organization is None:
            raise _wrong(root, named, f"organization: unknown slug {named.organization!r}")
        if not path.resolve().is_relative_to(root.resolve()):
            raise _wrong(root, named, f"path: {named.path!r} is outside of the workspace")
        if not path.exists():
            raise _wrong(root, named, f"path: {named.path!r} is not there")
        yield _document(settings, organization, named.date, path)


def _document(settings: Settings, organization: Organization, day: date, path: Path) -> Document:
    return Document(organization, day, path, settings.plan_years.get((organization.slug, day)))


def _wrong(root: Path, named: NamedDocument, message: str) -> UsageError:
    return UsageError(f"{root / FILE_NAME}: document of {named.date}: {message}")


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not _STRAY.fullmatch(path.name))


# Hidden files, and what editors, Office and file managers leave beside documents.
_STRAY = re.compile(r"\..*|.*~|~\$.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def _date_of(path: Path) -> date:
    name = path.name if path.is_dir() else path.stem
    try:
        return date.fromisoformat(name)
    except ValueError:
        raise UsageError(
            f"{path}: its name tells no date; expected DATE.suffix, as 2015-09-30.txt,"
            f" or a [[document]] of {FILE_NAME} with organization, date and path"
        ) from None


def _write_workspace(
    root: Path, publisher: Publisher, organizations: Sequence[Organization]
) -> None:
    for name in ("corrections", "ledger", *(f"{SOURCES}/{o.slug}" for o in organizations)):
        (root / name).mkdir(parents=True, exist_ok=True)
        (root / name / ".gitkeep").touch()
    _write_new(root / ".gitignore", "/.builds/\n/public\n")
    _write_new(root / "README.md", _README.format(title=publisher.title))
    # Last, for it is what makes the folder a workspace.
    (root / FILE_NAME).write_text(_toml(publisher, organizations), encoding="utf-8")


def _write_new(path: Path, text: str) -> None:
    if not path.exists():
        path.write_text(text, encoding="utf-8")


def _toml(publisher: Publisher, organizations: Sequence[Organization]) -> str:
    """Return a4.toml; a JSON text is a TOML text."""
    lines = [
        "# Ajustes de esta publicación. Las direcciones de los datos empiezan con base_iri.",
        f"base_iri = {_text(publisher.base)}",
        f"title = {_text(publisher.title)}",
        f"publisher = {_text(publisher.name)}",
        f"licence = {_text(publisher.licence)}",
        f"languages = [{', '.join(_text(tag) for tag in publisher.languages)}]",
        f"contact = {_text(publisher.contact)}"
        if publisher.contact
        else '# contact = "mailto:datos@entidad.example"  # adónde se avisa de un error',
    ]
    for organization in organizations:
        lines += [
            "",
            "[[organization]]",
            f"slug = {_text(organization.slug)}",
            f"name = {_text(organization.name)}",
        ]
        if organization.ruc:
            lines.append(f"ruc = {_text(organization.ruc)}")
        if organization.same_as:
            lines.append(f"same_as = [{', '.join(_text(link) for link in organization.same_as)}]")
    return "\n".join([*lines, "", _HINT])


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


_HINT = """\
# Una entidad por tabla:
# [[organization]]
# slug = "gad-loja"                      # nombre corto de sus direcciones y de su carpeta
# name = "GAD Municipal de Loja"
# ruc = "1160000240001"
# same_as = ["https://www.wikidata.org/entity/Q1"]
# plan_years = { "2015-09-30" = 2015 }   # año del plan, si el documento no lo dice bien
#
# Un documento cuyo nombre no es sources/ENTIDAD/FECHA.sufijo:
# [[document]]
# organization = "gad-loja"
# date = 2015-09-30
# path = "sources/gad-loja/literal-a4.txt"
"""

_README = """\
# {title}

Espacio de trabajo de `a4-rdf`. Todo se guarda en git menos `public/`, que se construye.

1. En `a4.toml`, los datos de la publicación y una tabla `[[organization]]` por entidad.
2. En `sources/ENTIDAD/FECHA.sufijo`, cada documento tal como se recibió (`2015-09-30.txt`).
3. `a4-rdf build .` construye `public/`; `a4-rdf serve .` lo sirve en http://127.0.0.1:8000.

4. `a4-rdf review .` muestra las filas que pueden leerse de dos maneras y guarda lo que se decida en
   `corrections/ENTIDAD.csv`, con cargo y motivo; nunca con el nombre de una persona.

En `ledger/` van las direcciones ya dadas.
"""
