"""Pages that are about no single thing: home, the lists, the query form, the style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, g, request, send_from_directory
from rdflib import URIRef

from a4_rdf import iris, queries
from a4_rdf.iris import Kind
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.http import client
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import fresh_page, page
from a4_rdf.serve.pages.results import result_page
from a4_rdf.serve.pages.tree import Node, tree
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryRequest, Runner
from a4_rdf.serve.sparql import endpoint, problems
from a4_rdf.serve.things import goal_counts, linked

FOREVER = 31_536_000
"""Seconds that a style sheet may be kept: its address changes with it."""

TABLE_BYTES = 8 << 20
"""The longest result that is read to be shown as a table; files may be longer."""

RESULTS = {"csv": "text/csv", "json": "application/sparql-results+json"}


@dataclass(frozen=True, slots=True)
class SiteRoutes:
    """Answers for people who come in by the front door."""

    current: Current
    pages: Pages
    runner: Runner

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("site", __name__)
        blueprint.add_url_rule("/", "home", self.home)
        blueprint.add_url_rule("/organizaciones", "organizations", self.organizations)
        blueprint.add_url_rule("/unidades", "units", self.units)
        blueprint.add_url_rule("/consultas", "queries", self.queries)
        blueprint.add_url_rule("/consultas.<any(csv, json):form>", "result", self.result)
        blueprint.add_url_rule("/static/<path:name>", "static", self.static)
        return blueprint

    def home(self) -> Response:
        """Say what this is and where to go."""
        return self._page("", "home.html")

    def organizations(self) -> Response:
        """List the organisations with their latest release."""
        return self._page("organizaciones", "organizations.html")

    def units(self) -> Response:
        """Show the units of every organisation as trees."""
        return self._page("unidades", "units.html")

    def queries(self) -> Response:
        """Show the query form; with `?query=` also the answer, as a table."""
        publication, text = self.current.get(), request.args.get("query", "")
        examples = [
            (example, example.absolute(publication.base)) for example in self.pages.site.examples
        ]
        context = {
            "text": text or (examples[0][1] if examples else ""),
            "examples": examples,
            "result": None,
            "limits": self.runner.limits,
        }
        if text.strip():
            return self._answered(publication, text, context)
        return page(
            publication,
            "consultas",
            lambda: self.pages.render(publication, "consultas", "queries.html", context),
        )

    def _answered(
        self, publication: Publication, text: str, context: Mapping[str, object]
    ) -> Response:
        """Return the form with the answer below it, or with the problem and its status."""
        asker = client.key(request.remote_addr)
        answer = self.runner.run(
            QueryRequest(text, iris.root(publication.base), client=asker, result_bytes=TABLE_BYTES)
        )
        result = result_page(answer, self.runner.limits)
        publication.labels.learn(result.iris())
        html = self.pages.render(
            publication, "consultas", "queries.html", {**context, "result": result}
        )
        response = fresh_page(html, result.status)
        problems.come_back(response, answer.outcome)
        return response

    def result(self, form: str) -> Response:
        """Answer a query of the form with a file: SPARQL results, a CSV without formulas."""
        publication, media_type = self.current.get(), RESULTS[form]
        wanted = MediaTypes(media_type, media_type, "text/turtle")
        text = request.args.get("query", "")
        answer = self.runner.run(
            QueryRequest(
                text,
                iris.root(publication.base),
                media_types=wanted,
                client=client.key(request.remote_addr),
                spreadsheet=form == "csv",
            )
        )
        if answer.outcome is not Outcome.ANSWERED:
            problem = problems.of_answer(answer, self.runner.limits, endpoint.OFFERS)
            return problem.response()
        response = Response(answer.body, content_type=answer.media_type)
        response.headers["Content-Disposition"] = f'attachment; filename="resultado.{form}"'
        response.headers["Cache-Control"] = "no-store"
        return response

    def static(self, name: str) -> Response:
        """Answer with a file of the style; its address carries the site's fingerprint."""
        g.asked = HTML
        return send_from_directory(self.pages.site.folder / "static", name, max_age=FOREVER)

    def _page(self, path: str, template: str) -> Response:
        publication = self.current.get()
        return page(
            publication,
            path,
            lambda: self.pages.render(
                publication, path, template, {"trees": organization_trees(publication)}
            ),
        )


def organization_trees(publication: Publication) -> dict[str, Node]:
    """Return the tree of units of each organisation, by slug."""
    trees = {}
    for slug in publication.manifest.organizations:
        body = URIRef(iris.mint(publication.base, Kind.ORGANIZATION, org=slug))
        facts = Facts(publication.store.construct(queries.load("tree"), {"this": body}))
        publication.labels.learn(linked(facts.triples))
        goals = goal_counts(publication.store, "goal_counts", body)
        trees[slug] = tree(facts, publication.labels, goals, body)
    return trees
