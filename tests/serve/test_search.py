"""The search over the real document: accents, plurals and typos forgiven, and said."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a4_rdf import pipeline
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import create_workspace, read_settings
from a4_rdf.serve.search import NAME, Wanted, examples, search, suggestions
from a4_rdf.serve.search_index import NoIndexError, TooLongError, opened

PUBLISHER = Publisher("http://127.0.0.1:8000", "Metas", "a4_rdf", "https://e.example/licencia")


def found(root: Path, text: str, **wanted: str) -> set[str]:
    return {hit.path for hit in search(root, Wanted(text, **wanted)).hits}


FINANCE = "doc/unidad/ame/coordinacion-financiera"


@pytest.mark.parametrize(
    "text",
    ["coordinación financiera", "COORDINACION FINANCIERA", "financieras coordinaciones", "financ"],
)
def test_accents_capitals_plurals_and_beginnings_are_forgiven(ame_public: Path, text: str) -> None:
    assert FINANCE in found(ame_public, text)


def test_gestion_finds_what_is_written_with_an_accent(ame_public: Path) -> None:
    answer = search(ame_public, Wanted("gestion"))
    assert answer.counts == {"goal": 29, "objective": 6}
    assert answer.total == 35
    assert all("gesti" in f"{hit.name} {hit.text} {hit.value}".lower() for hit in answer.hits)


def test_what_has_it_in_its_name_comes_first(ame_public: Path) -> None:
    names = [hit.name.lower() for hit in search(ame_public, Wanted("gestion", kind="goal")).hits]
    having = ["gesti" in name for name in names]
    assert having == sorted(having, reverse=True)
    assert having[0]
    assert not having[-1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("coordinasion", "coordinación"),
        ("finaciera", "financiera"),
        ("plainficacion", "planificación"),
        ("oordinacion", "coordinación"),
        ("ocordinacion", "coordinación"),
        ("munisipio", "municipios"),
    ],
)
def test_a_typo_is_forgiven_and_told(ame_public: Path, typed: str, meant: str) -> None:
    answer = search(ame_public, Wanted(typed))
    assert answer.asked.instead == ((typed, meant),)
    assert answer.total > 0
    exact = search(ame_public, Wanted(typed), exact=True)
    assert (exact.total, exact.asked.instead) == (0, ())


def test_a_unit_comes_before_the_goals_that_name_its_words(ame_public: Path) -> None:
    kinds = [hit.kind for hit in search(ame_public, Wanted("financiera")).hits]
    assert kinds[:2] == ["unit"] * 2
    assert sorted(kinds[2:]) == ["goal"] * 5 + ["objective"] * 2


def test_where_nothing_has_all_words_any_will_do_and_it_is_told(ame_public: Path) -> None:
    answer = search(ame_public, Wanted("viáticos obligaciones astronomía"))
    assert answer.any_word
    assert answer.total > 0


def test_a_kind_and_a_body_narrow_the_search(ame_public: Path) -> None:
    assert {p.split("/")[1] for p in found(ame_public, "financiera", kind="goal")} == {"meta"}
    assert found(ame_public, "financiera", org="ninguna") == set()
    answer = search(ame_public, Wanted("financiera", kind="unit"))
    assert (answer.total, answer.counts) == (2, {"unit": 2, "goal": 5, "objective": 2})


def test_pages_follow_each_other(ame_public: Path) -> None:
    first, second = (search(ame_public, Wanted("gestion", page=n)) for n in (1, 2))
    assert (len(first.hits), len(second.hits), first.pages) == (20, 15, 2)
    assert not {h.path for h in first.hits} & {h.path for h in second.hits}


@pytest.mark.parametrize("text", ["", "   ", '"', "%", "()*", "¿?", "\x00", "NEAR", "-", "^"])
def test_signs_alone_find_nothing_and_break_nothing(ame_public: Path, text: str) -> None:
    assert search(ame_public, Wanted(text)).asked.instead == ()


@pytest.mark.parametrize("text", ["80%", '"80"', "80*", "{80}:"])
def test_signs_around_a_word_are_left_out(ame_public: Path, text: str) -> None:
    assert search(ame_public, Wanted(text)).total == 6


def test_what_is_too_long_is_cut_and_told(ame_public: Path) -> None:
    assert search(ame_public, Wanted("pago " * 2000)).asked.is_cut
    many = search(ame_public, Wanted(" ".join(f"palabra{n}" for n in range(20)))).asked
    assert many.is_cut
    assert len(many.terms) == 12
    assert not search(ame_public, Wanted("pago")).asked.is_cut


def test_the_help_of_a_notice_is_found_by_its_words(ame_public: Path) -> None:
    assert "kos/hallazgo/row-realigned" in found(ame_public, "fila desplazada", kind="concept")


def test_suggestions_are_names_that_go_on(ame_public: Path) -> None:
    names = suggestions(ame_public, "coordinación fin")
    assert names[0] == "COORDINACIÓN FINANCIERA"
    assert suggestions(ame_public, "") == ()
    assert suggestions(ame_public, '"*') == ()


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=60))
def test_no_text_is_an_error(ame_public: Path, text: str) -> None:
    answer = search(ame_public, Wanted(text))
    assert answer.total >= len(answer.hits)
    suggestions(ame_public, text)


def test_where_a_thing_belongs_counts_when_its_own_words_do_not_do(ame_public: Path) -> None:
    answer = search(ame_public, Wanted("caja coordinación financiera"))
    assert not answer.any_word
    assert [hit.name for hit in answer.hits] == ["Caja Chica"]
    assert answer.hits[0].context.startswith("COORDINACIÓN FINANCIERA · ")
    assert search(ame_public, Wanted("ame")).counts["organization"] == 1


def test_the_organisations_that_have_most_are_told(months_public: Path) -> None:
    answer = search(months_public, Wanted("calles"))
    assert answer.bodies == (("uno", "GAD Uno", 2), ("dos", "GAD Dos", 1))
    narrowed = search(months_public, Wanted("calles", org="dos"))
    assert (narrowed.total, {hit.org for hit in narrowed.hits}) == (1, {"dos"})
    assert narrowed.bodies == answer.bodies


@pytest.fixture(scope="module")
def months_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bodies")
    head = "No.\tUnidad\tObjetivo\tActividad\tIndicador\tMeta cuantificable\n"
    row = "{n}\tOBRAS\tMejorar\tAsfaltar {what}\tTrabajo {n}\t{n} km\n"
    bodies = {"uno": ("calles", "calles viejas"), "dos": ("calles", "parques")}
    create_workspace(root, PUBLISHER, [Organization(s, f"GAD {s.title()}") for s in bodies])
    for slug, named in bodies.items():
        rows = (row.format(n=n, what=what) for n, what in enumerate(named, start=1))
        path = root / "sources" / slug / "2015-09-30.txt"
        path.write_text(head + "".join(rows), encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


def test_decomposed_letters_are_letters(ame_public: Path) -> None:
    assert search(ame_public, Wanted("gestio\u0301n")).total == 35


def test_examples_are_words_that_find_something(ame_public: Path) -> None:
    words = examples(ame_public)
    assert len(words) == 6
    assert "gestión" in words
    assert all(search(ame_public, Wanted(word)).total > 5 for word in words)


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x07" * 5000]
)
def test_an_index_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    for ask in (lambda: search(tmp_path, Wanted("vias")), lambda: suggestions(tmp_path, "vias")):
        with pytest.raises(NoIndexError, match="no search index"):
            ask()
    with pytest.raises(NoIndexError):
        search(tmp_path / "nowhere", Wanted("vias"))


def test_a_search_ends_when_its_time_is_over(ame_public: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n"
    with pytest.raises(TooLongError), opened(ame_public, seconds=0.01) as database:
        database.execute(endless).fetchall()


def test_threads_search_at_the_same_time(ame_public: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        totals = set(pool.map(lambda _: search(ame_public, Wanted("gestion")).total, range(80)))
    assert totals == {35}
