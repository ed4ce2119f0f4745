"""The query page: the form and its answer, example queries at addresses of their own, files."""

from __future__ import annotations

import json
from dataclasses import dataclass

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from a4_rdf import iris, queries
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.http import client, headers
from a4_rdf.serve.http.respond import fresh_page, page
from a4_rdf.serve.pages.copying import recipes
from a4_rdf.serve.pages.results import TABLE_BYTES, ResultPage, result_page
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryRequest, Runner
from a4_rdf.serve.site import Example
from a4_rdf.serve.sparql import endpoint, problems

PATH, TERMS = "consultas", "consultas/terminos.json"
RESULTS = {
    "csv": MediaTypes("text/csv", "text/csv", ""),
    "json": MediaTypes(graph="application/ld+json"),
    "ttl": MediaTypes("", "", "text/turtle"),
}
"""Suffixes of an answer as a file, and the media type of each kind of result; empty for none."""

EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Of the page with the editor, which sets styles of its own and asks the endpoint."""


@dataclass(frozen=True, slots=True)
class QueryRoutes:
    """Answers for people who ask the data."""

    current: Current
    pages: Pages
    runner: Runner

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("queries", __name__)
        blueprint.add_url_rule(f"/{PATH}", "form", self.form)
        blueprint.add_url_rule(f"/{TERMS}", "terms", self.terms)
        blueprint.add_url_rule(f"/{PATH}/<name>", "named", self.named)
        blueprint.add_url_rule(f"/{PATH}.<any({', '.join(RESULTS)}):form>", "result", self.result)
        return blueprint

    def form(self) -> Response:
        """Show the query form; with `?query=` also the answer, as a table."""
        publication, text = self.current.get(), request.args.get("query", "")
        if text.strip():
            return self._answered(publication, PATH, text, {"query": text})
        first = next(iter(self.pages.site.examples), None)
        text = first.absolute(publication.base) if first else ""
        response = page(publication, PATH, lambda: self._page(publication, PATH, text))
        return self._allowing(response)

    def named(self, name: str) -> Response:
        """Show an example query with its answer; the address may bind its parameters."""
        publication = self.current.get()
        example = next((e for e in self.pages.site.examples if e.name == name), None)
        if example is None:
            raise NotFound
        given = {k: v for k, v in request.args.items() if k in dict(example.parameters)}
        text = _filled(example, publication, given)
        return self._answered(publication, f"{PATH}/{name}", text, given, example)

    def terms(self) -> Response:
        """Answer with the classes and properties that the data use, for the editor."""
        publication = self.current.get()
        found = publication.store.select(queries.load("terms_used")).column("term")
        response = Response(json.dumps([str(term) for term in found]))
        response.content_type = "application/json; charset=utf-8"
        headers.set_validators(response, publication.etag(TERMS), None, headers.SHORT)
        response.make_conditional(request)
        return response

    def result(self, form: str) -> Response:
        """Answer a query of the form with a file: results, a graph, a CSV without formulas."""
        publication = self.current.get()
        text = request.args.get("query", "")
        answer = self.runner.run(
            QueryRequest(
                text,
                iris.root(publication.base),
                media_types=RESULTS[form],
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

    def _answered(
        self,
        publication: Publication,
        path: str,
        text: str,
        asked: dict[str, str],
        example: Example | None = None,
    ) -> Response:
        """Return the form with the answer below it, or with the problem and its status."""
        asker = client.key(request.remote_addr)
        answer = self.runner.run(
            QueryRequest(text, iris.root(publication.base), client=asker, result_bytes=TABLE_BYTES)
        )
        result = result_page(answer, self.runner.limits)
        publication.labels.learn(result.iris())
        shown = self._page(publication, path, text, result, asked, example)
        response = fresh_page(shown, result.status)
        problems.come_back(response, answer.outcome)
        return self._allowing(response)

    def _page(
        self,
        publication: Publication,
        path: str,
        text: str,
        result: ResultPage | None = None,
        asked: dict[str, str] | None = None,
        example: Example | None = None,
    ) -> str:
        address = iri_of(publication.base, "sparql")
        context = {
            "text": text,
            "examples": self.pages.site.examples,
            "asked_example": example,
            "result": result,
            "limits": self.runner.limits,
            "recipes": recipes(text, address),
            "has_editor": self.pages.site.has_editor and not self.pages.is_static,
        }
        return self.pages.render(publication, path, "queries.html", context, asked=asked)

    def _allowing(self, response: Response) -> Response:
        """Let the editor run on this page, where it was built."""
        if self.pages.site.has_editor:
            response.headers["Content-Security-Policy"] = EDITOR_POLICY
        return response


def _filled(example: Example, publication: Publication, given: dict[str, str]) -> str:
    """Return an example with its parameters bound; NotFound where one names no thing."""
    try:
        return example.absolute(publication.base, given)
    except ValueError as error:
        raise NotFound from error
