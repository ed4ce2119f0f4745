"""Findings on a goal: what its row lacks, its target's numbers, target against indicator."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

GOALS: Mapping[str, FindingKind] = {
    "goal-without-unit": FindingKind(
        WARNING,
        "fila sin unidad responsable, no se publica como meta: «{text}»",
        "row without a responsible unit, not published as a goal: «{text}»",
    ),
    "objective-missing": FindingKind(WARNING, "meta sin objetivo", "goal without objective"),
    "activity-missing": FindingKind(WARNING, "meta sin actividad", "goal without activity"),
    "link-unread": FindingKind(
        INFO,
        "el enlace no es una dirección web: «{text}»",
        "the link is no web address: «{text}»",
    ),
    "indicator-missing": FindingKind(WARNING, "meta sin indicador", "goal without indicator"),
    "target-missing": FindingKind(WARNING, "fila sin meta cuantificable", "goal without a target"),
    "absent-marker": FindingKind(
        INFO,
        "la celda dice que no hay dato: «{text}»",
        "the cell says that there is no value: «{text}»",
    ),
    "target-qualitative": FindingKind(
        INFO, "meta sin cantidad: se publica como cualitativa", "target without a quantity"
    ),
    "target-multiple": FindingKind(
        INFO, "la celda contiene {count} metas", "the cell holds {count} targets"
    ),
    "unread-number": FindingKind(
        INFO,
        "la meta contiene un número que no se toma como cantidad: «{number}»",
        "the target contains a number that is not taken as a quantity: «{number}»",
    ),
    "ambiguous-number": FindingKind(
        WARNING,
        "número que puede leerse de dos maneras, queda sin cantidad: «{number}»",
        "number that can be read two ways, left without a quantity: «{number}»",
    ),
    "number-by-file": FindingKind(
        INFO,
        "«{number}» se leyó como escribe el archivo sus demás cantidades: «{shown_by}»",
        "«{number}» was read as the file writes its other quantities: «{shown_by}»",
    ),
    "percent-without-sign": FindingKind(
        WARNING,
        "el indicador es un porcentaje y la meta no: {value} {unit}",
        "the indicator is a percentage and the target is not: {value} {unit}",
    ),
    "percent-unexpected": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta es un porcentaje",
        "the indicator counts «{noun}» and the target is a percentage",
    ),
    "percent-over-100": FindingKind(
        WARNING, "porcentaje mayor que 100: {value} %", "percentage over 100: {value} %"
    ),
    "unit-unlike-indicator": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta «{unit}»",
        "the indicator counts «{noun}» and the target «{unit}»",
    ),
    "repeated-row": FindingKind(
        WARNING,
        "fila idéntica a la de la línea {first}: se publica también",
        "row identical to that of line {first}: published as well",
    ),
}
