"""One address for each kind of page of the browser tests' site: what its tests go through."""

from __future__ import annotations

from collections.abc import Mapping

UNIT = "doc/unidad/ame/coordinacion-de-comunicacion"
WORKS = "doc/unidad/gad/direccion-de-obras"
BEFORE, AFTER = "direccion-de-riego", "direccion-de-riego-y-aguas"
"""A unit, and the one that took its place."""

PAGES: Mapping[str, str] = {
    "home": "",
    "organizations": "organizaciones",
    "units": "unidades",
    "search-empty": "buscar",
    "search": "buscar?q=gestion",
    "search-typo": "buscar?q=coordinasion",
    "changes": "cambios",
    "quality": "calidad",
    "quality-organization": "calidad?org=ame",
    "quality-rule": "calidad?regla=row-realigned",
    "quality-notices": "calidad?org=ame&regla=row-realigned",
    "queries": "consultas",
    "queries-answered": "consultas/metas-por-unidad",
    "dumps": "dumps/",
    "catalogue": "catalogo.html",
    "vocabulary": "def/poa",
    "about": "acerca",
    "privacy": "privacidad",
    "terms": "terminos",
    "organization": "doc/organizacion/ame",
    "unit": UNIT,
    "unit-bars": WORKS,
    "unit-memento": "doc/2015-08-31/unidad/gad/direccion-de-obras",
    "plan": "doc/plan/ame/2015",
    "document": "doc/documento/gad/2015-09-30",
    "document-ame": "doc/documento/ame/2015-09-30",
    "row": "doc/documento/ame/2015-09-30/fila/12",
    "release": "doc/conjunto/gad/2015-09-30",
    "dataset": "doc/conjunto/ame",
    "period": "doc/periodo/2015",
    "codes": "kos/hallazgo",
    "code": "kos/hallazgo/row-realigned",
    "unit-ended": f"doc/2015-08-31/unidad/gad/{BEFORE}",
    "gone": f"doc/unidad/gad/{BEFORE}",
    "not-found": "no/esta",
    "english": f"{UNIT}?lang=en",
    "english-search": "buscar?q=gestion&lang=en",
}
"""Pages by name; goals, objectives and the like have addresses that the tests find by links."""

FOUND: Mapping[str, tuple[str, str]] = {
    "goal": (UNIT, "text=Ver esta meta"),
    "target": (UNIT, ".figure a"),
    "objective": (UNIT, "h3 a"),
    "activity": (UNIT, "h4 a"),
    "indicator": (UNIT, ".goal a[href*='indicador/']"),
    "change": ("cambios", "text=Ver este cambio"),
    "notice": ("kos/hallazgo/row-realigned", "a[href*='/conversion/']"),
}
"""Pages that another leads to: that one, and which link of it."""

DRAWING = (WORKS, "text=Ver el dibujo (SVG)")
"""A drawing for other sites: the page that leads to it, and its link there."""

REFUSED: Mapping[str, int] = {"not-found": 404, "gone": 410}
"""Status of the kinds of pages that are answered with one, not with 200."""
