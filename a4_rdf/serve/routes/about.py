"""What this site is, what it keeps of its readers, and on which terms its data may be used."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response

from a4_rdf import __version__
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.publication import Current
from a4_rdf.serve.render import Pages
from a4_rdf.serve.sandbox import Runner


@dataclass(frozen=True, slots=True)
class AboutRoutes:
    """Answers for people who ask who speaks here, and on what terms."""

    current: Current
    pages: Pages
    runner: Runner

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("about", __name__)
        blueprint.add_url_rule("/acerca", "about", self.about)
        blueprint.add_url_rule("/privacidad", "privacy", self.privacy)
        blueprint.add_url_rule("/terminos", "terms", self.terms)
        return blueprint

    def about(self) -> Response:
        """Say what this is, how a document is read, and what the data are not."""
        return self._page("acerca", "about.html")

    def privacy(self) -> Response:
        """Say what is kept of readers, and of the persons whom documents name."""
        return self._page("privacidad", "privacy.html")

    def terms(self) -> Response:
        """Say what may be done with the data, and what lasts."""
        return self._page("terminos", "terms.html")

    def _page(self, path: str, template: str) -> Response:
        publication = self.current.get()
        context = {"limits": self.runner.limits, "version": __version__}
        return page(
            publication, path, lambda: self.pages.render(publication, path, template, context)
        )
