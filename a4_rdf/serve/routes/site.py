"""The query page with its answers as files, and the style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, g, request, send_from_directory

from a4_rdf import iris
from a4_rdf.serve.http import client
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import fresh_page, page
from a4_rdf.serve.pages.results import result_page
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryRequest, Runner
from a4_rdf.serve.sparql import endpoint, problems

FOREVER = 31_536_000
"""Seconds that a style sheet may be kept: its address changes with it."""

TABLE_BYTES = 8 << 20
"""The longest result that is read to be shown as a table; files may be longer."""

RESULTS = {"csv": "text/csv", "json": "application/sparql-results+json"}


@dataclass(frozen=True, slots=True)
class SiteRoutes:
    """Answers for people who ask the data, and with what pages look like."""

    current: Current
    pages: Pages
    runner: Runner

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("site", __name__)
        blueprint.add_url_rule("/consultas", "queries", self.queries)
        blueprint.add_url_rule("/consultas.<any(csv, json):form>", "result", self.result)
        blueprint.add_url_rule("/static/<path:name>", "static", self.static)
        return blueprint

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
