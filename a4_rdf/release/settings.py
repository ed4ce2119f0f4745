"""a4.toml, the settings of a workspace: who publishes what, under which base IRI."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from a4_rdf.errors import UsageError
from a4_rdf.model import Organization, Publisher

FILE_NAME = "a4.toml"

Value = TypeVar("Value", str, int, list[Any], dict[str, Any])


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document whose file name does not say whose it is or of which date."""

    organization: str
    date: date
    path: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace.

    `plan_years` maps (organisation slug, release date) to the year of the plan, where the
    publisher knows better than the document. `limits` are those of reading, as `pages=800`.
    `serve` is the server's part as it stands in the file; the command that serves checks it.
    """

    publisher: Publisher
    organizations: tuple[Organization, ...] = ()
    plan_years: Mapping[tuple[str, date], int] = field(default_factory=dict)
    documents: tuple[NamedDocument, ...] = ()
    limits: tuple[str, ...] = ()
    serve: Mapping[str, object] = field(default_factory=dict)

    def with_base(self, base: str | None) -> Settings:
        """Return the settings under another base IRI, or themselves for None; UsageError."""
        if base is None:
            return self
        return replace(self, publisher=replace(self.publisher, base=clean_base(base)))

    def with_limits(self, limits: tuple[str, ...]) -> Settings:
        """Return the settings with further limits, which count before those of the file."""
        return replace(self, limits=(*self.limits, *limits))

    def organization(self, slug: str) -> Organization | None:
        """Return the organisation with a slug, or None."""
        return next((o for o in self.organizations if o.slug == slug), None)


def clean_base(base: str) -> str:
    """Return a base IRI without its trailing slash; UsageError where it cannot be one."""
    if not _BASE.fullmatch(base):
        raise UsageError(f"base IRI: expected an http(s) address without ? or #, found {base!r}")
    return base.rstrip("/")


def read_settings(root: Path) -> Settings:
    """Return the settings of the workspace at `root`.

    Raises UsageError, with file and key and what was expected, where a4.toml is missing, is no
    TOML, or has a key that is unknown, missing, of the wrong type or out of bounds.
    """
    path = root / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: not found; `a4-rdf init {root}` makes a workspace") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from error
    return _settings(_Section(path, "", data))


class _Section:
    """One table of the file; remembers which keys were asked for, so that a typo is noticed."""

    def __init__(self, path: Path, name: str, data: Mapping[str, Any]) -> None:
        self.path = path
        self.name = name
        self.data = data
        self.known: set[str] = set()

    def get(self, key: str, kind: type[Value], default: Value) -> Value:
        """Return an optional value."""
        self.known.add(key)
        value = self.data.get(key, default)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.error(key, f"expected {_KINDS[kind]}, found {value!r}")
        return value

    def need(self, key: str, hint: str) -> str:
        """Return a text that has to be there and not blank."""
        value = self.get(key, str, "").strip()
        if not value:
            raise self.error(key, f"expected {hint}")
        return value

    def texts(self, key: str, default: list[str]) -> tuple[str, ...]:
        """Return an optional list of texts."""
        values = self.get(key, list, default)
        if not all(isinstance(value, str) and value for value in values):
            raise self.error(key, f"expected a list of texts, found {values!r}")
        return tuple(values)

    def tables(self, key: str) -> list[_Section]:
        """Return the tables written `[[key]]`."""
        values = self.get(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(key, f"expected [[{key}]] tables")
        return [_Section(self.path, f"{key} {n}", v) for n, v in enumerate(values, start=1)]

    def day(self, key: str) -> date:
        """Return a date, written as a TOML date or as text."""
        self.known.add(key)
        return self.as_day(key, self.data.get(key))

    def as_day(self, key: str, value: object) -> date:
        """Return a value as a date."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self.error(key, f"expected a date as 2015-09-30, found {value!r}") from None

    def done(self) -> None:
        """Raise UsageError for a key that nobody asked for."""
        if unknown := sorted(set(self.data) - self.known):
            raise self.error(unknown[0], f"unknown key; expected {', '.join(sorted(self.known))}")

    def error(self, key: str, message: str) -> UsageError:
        """Return the error of one key."""
        where = f"{self.name}: {key}" if self.name else key
        return UsageError(f"{self.path}: {where}: {message}")


_KINDS: Mapping[type, str] = {
    str: "a text in quotes",
    int: "a whole number",
    list: "a list",
    dict: "a table",
}
_BASE = re.compile(r"https?://[^/?#\s<>\"{}|\\^`]+(?:/[^?#\s<>\"{}|\\^`]*)?")
_MAIL = re.compile(r"mailto:[^\s<>\"?&@]+@[^\s<>\"?&@]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def _settings(top: _Section) -> Settings:
    publisher = _publisher(top)
    organizations: list[Organization] = []
    years: dict[tuple[str, date], int] = {}
    for section in top.tables("organization"):
        organization, own_years = _organization(section)
        if any(organization.slug == other.slug for other in organizations):
            raise section.error("slug", f"{organization.slug!r} is another organization's")
        organizations.append(organization)
        years.update({(organization.slug, day): year for day, year in own_years.items()})
    documents = tuple(_document(section) for section in top.tables("document"))
    limits = tuple(f"{name}={most}" for name, most in top.get("limits", dict, {}).items())
    serve: dict[str, object] = top.get("serve", dict, {})
    top.done()
    return Settings(publisher, tuple(organizations), years, documents, limits, serve)


def _publisher(top: _Section) -> Publisher:
    base = top.need("base_iri", "the address under which the data lives, as https://datos.example")
    if not _BASE.fullmatch(base):
        raise top.error("base_iri", f"expected an http(s) address without ? or #, found {base!r}")
    licence = top.need("licence", "the licence's IRI")
    if not _BASE.fullmatch(licence):
        raise top.error("licence", f"expected the licence's IRI, found {licence!r}")
    languages = top.texts("languages", ["es"])
    if not languages or not all(_LANGUAGE.fullmatch(tag) for tag in languages):
        raise top.error("languages", f'expected language codes as ["es"], found {languages!r}')
    return Publisher(
        base=base.rstrip("/"),
        title=top.need("title", "the title of the publication"),
        name=top.need("publisher", "the name of who publishes"),
        licence=licence,
        languages=languages,
        contact=_contact(top),
    )


def _contact(top: _Section) -> str:
    contact = top.get("contact", str, "").strip()
    if contact and not (_BASE.match(contact) or _MAIL.fullmatch(contact)):
        hint = "expected an http(s) address or mailto:NAME@HOST"
        raise top.error("contact", f"{hint}, found {contact!r}")
    return contact


def _organization(section: _Section) -> tuple[Organization, dict[date, int]]:
    slug = section.need("slug", "a short name for addresses, as gad-loja")
    if not _SLUG.fullmatch(slug):
        raise section.error("slug", f"expected small letters, digits and hyphens, found {slug!r}")
    same_as = section.texts("same_as", [])
    if bad := next((link for link in same_as if not _BASE.match(link)), None):
        raise section.error("same_as", f"expected IRIs, found {bad!r}")
    ruc = section.get("ruc", str, "")
    if ruc and not re.fullmatch(r"\d{13}", ruc):
        raise section.error("ruc", f"expected 13 digits, found {ruc!r}")
    organization = Organization(slug, section.need("name", "the official name"), ruc, same_as)
    years = section.get("plan_years", dict, {})
    section.done()
    return organization, {
        section.as_day("plan_years", day): _year(section, year) for day, year in years.items()
    }


def _year(section: _Section, year: object) -> int:
    if isinstance(year, int) and 1990 <= year <= 2100:
        return year
    raise section.error("plan_years", f"expected a year, found {year!r}")


def _document(section: _Section) -> NamedDocument:
    document = NamedDocument(
        organization=section.need("organization", "the slug of an organization"),
        date=section.day("date"),
        path=section.need("path", "the path of a document in this workspace"),
    )
    section.done()
    return document
