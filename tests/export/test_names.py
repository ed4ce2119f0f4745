"""One file for each address, and the same one always."""

from __future__ import annotations

import pytest

from a4_rdf.export import names


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("?lang=en", "index.en.html"),
        ("dumps/", "dumps/index.html"),
        ("unidades", "unidades.html"),
        ("unidades.html", "unidades.html"),
        ("unidades?lang=en", "unidades.en.html"),
        ("unidades?lang=es", "unidades.html"),
        ("cambios?pagina=2", "cambios.pagina-2.html"),
        ("cambios?pagina=2&lang=en", "cambios.pagina-2.en.html"),
        ("calidad?regla=row-realigned", "calidad.regla-row-realigned.html"),
        ("doc/x?relacion=http%3A%2F%2Fp&desde=q", "doc/x.e9f875a8ea99.html"),
        ("def/poa/0.1.0", "def/poa/0.1.0.html"),
        ("graph/ame/a4/2015-09-30", "graph/ame/a4/2015-09-30.html"),
        ("doc/meta/ame/a.ttl", "doc/meta/ame/a.ttl"),
        ("static/estilo.css?v=12", "static/estilo.css"),
        ("doc/2015-09-30/x/barras/a.svg?lang=en", "doc/2015-09-30/x/barras/a.en.svg"),
        ("dumps/SHA256SUMS", "dumps/SHA256SUMS"),
        ("dumps/latest.ttl.gz", "dumps/latest.ttl.gz"),
        (".well-known/void", ".well-known/void.ttl"),
        ("changes/ldes", "changes/ldes.ttl"),
        ("timemap/link/doc/meta/ame/a", "timemap/link/doc/meta/ame/a.link"),
        ("a%C3%B1o", "año.html"),
    ],
)
def test_the_file_of_an_address(address: str, file: str) -> None:
    own = names.normal(address)
    assert names.file_of(own, names.media_type(own.partition("?")[0])) == file


def test_the_order_of_a_query_does_not_matter() -> None:
    assert names.normal("a?c=2&b=1") == names.normal("a?b=1&c=2") == "a?b=1&c=2"


@pytest.mark.parametrize(
    ("path", "dated"),
    [("doc/2015-09-30/meta/a/b", True), ("timemap/link/doc/a", True), ("doc/meta/a/b", False)],
)
def test_what_tells_of_the_past(path: str, dated: bool) -> None:
    assert names.is_dated(path) is dated


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("changes/ldes", "changes/ldes.ttl", True),
        ("changes/ldes", "changes/ldes.nt", False),
        ("a%C3%B1o", "año", True),
        ("cambios?pagina=2", "cambios.pagina-2", False),
        ("doc/x", "doc/x.ttl", False),
    ],
)
def test_two_addresses_that_are_one(one: str, other: str, same: bool) -> None:
    assert names.is_same(one, other) is same
