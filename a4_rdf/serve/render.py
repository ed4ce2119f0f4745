"""Writing pages: the templates of site/, each given the links and names of its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import Flask, render_template

from a4_rdf.serve import words
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.http import language
from a4_rdf.serve.http.representations import HTML, RDF_FORMS
from a4_rdf.serve.links import Links
from a4_rdf.serve.messages import Translator
from a4_rdf.serve.pages import kinds
from a4_rdf.serve.pages.pointing import origins
from a4_rdf.serve.pages.properties import properties
from a4_rdf.serve.pages.reproduce import reproduction
from a4_rdf.serve.pages.standing import permalinks, standing
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.site import Site
from a4_rdf.serve.things import View

FORMAT_NAMES = {"ttl": "Turtle", "nt": "N-Triples", "jsonld": "JSON-LD", "rdf": "RDF/XML"}


@dataclass(frozen=True, slots=True)
class Pages:
    """Renders the pages of a site; everything it shows comes in by its arguments.

    Pages that are `is_static` are for a copy on disk: they offer nothing that needs a server.
    """

    site: Site
    is_static: bool = False

    def render(
        self,
        publication: Publication,
        here: str,
        template: str,
        context: Mapping[str, object],
        view: View | None = None,
        asked: Mapping[str, str] | None = None,
    ) -> str:
        """Return the page at path `here` (without leading slash) as HTML.

        `asked` is the query that it was asked for with, where it has one.
        On the page of a view things are called as its release calls them, and links stay there.
        """
        labels = view.labels if view else publication.labels
        release = view.release if view and view.is_memento else None
        return render_template(
            template,
            links=Links(publication.base, here, labels, release, asked or {}),
            lang=publication.lang,
            manifest=publication.manifest,
            site=self.site,
            is_static=self.is_static,
            **context,
        )

    def thing(self, publication: Publication, view: View, path: str) -> str:
        """Return the page of a thing whose forms stand at `path` plus a suffix."""
        kind = kinds.kind_page(publication.base, view)
        context = {
            "view": view,
            "noun": kind.noun,
            "trail": kinds.trail(publication, view),
            "properties": properties(view.facts, view.labels, view.iri),
            "origins": origins(publication.base, view.labels, view.incoming),
            "release": view.release,
            "document": kinds.document(publication.base, view.release),
            "standing": standing(publication, view),
            "reproduction": reproduction(self.site, publication.manifest, view, view.release),
            "canonical": iri_of(publication.base, path),
            "formats": [(f"{path}.{r.suffix}", FORMAT_NAMES[r.suffix], r) for r in RDF_FORMS],
            "path": path,
            **kinds.context(publication, view),
        }
        return self.render(publication, path, kind.template, context, view)

    def gone(self, publication: Publication, view: View, path: str) -> str:
        """Return the page of a thing that another took the place of, asked for at `path`."""
        context = {
            "view": view,
            "noun": kinds.kind_page(publication.base, view).noun,
            "standing": standing(publication, view),
            "permalinks": permalinks(publication, view),
        }
        return self.render(publication, path, "gone.html", context)


def install(app: Flask, site: Site) -> None:
    """Give the templates our filters, and the words of the language that was asked for."""
    Translator(site.folder / "translations").init_app(
        app,
        default_locale=words.LOCALES[words.SPANISH],
        locale_selector=lambda: words.LOCALES[language.asked()],
    )
    app.jinja_env.filters.update(
        number=lambda value: words.number(value, language.asked()),
        day=lambda value: words.day(value, language.asked()),
        month=lambda value: words.month(value, language.asked()),
        isoday=lambda text: words.day(date.fromisoformat(text), language.asked()),
        size=lambda octets: words.size(octets, language.asked()),
        sentence=words.sentence_case,
        sentences=lambda text: " · ".join(map(words.sentence_case, text.split(" · "))),
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["html"] = HTML
