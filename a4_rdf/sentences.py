"""A change in words that a journalist understands, in Spanish and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from a4_rdf.model import Change, ChangeKind

LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """How one language says changes; the keys of `texts` are kinds, some with what is special."""

    names: Mapping[ChangeKind, str]
    texts: Mapping[str, str]
    top: str


def name(kind: ChangeKind, lang: str) -> str:
    """Return what a kind of change is called."""
    return _WORDS[lang].names[kind]


def sentence(change: Change, lang: str) -> str:
    """Return what changed, the source's words in quotation marks."""
    words = _WORDS[lang]
    return words.texts[_form(change)].format(
        label=change.label,
        old=change.old or words.top,
        new=change.new or words.top,
        was=quantity(change.old_value, "", lang),
        now=quantity(change.new_value, change.measure, lang),
        percent=" %" if change.measure == "%" else "",
    )


def quantity(value: Decimal | None, measure: str, lang: str) -> str:
    """Return a number as the language writes it, with its unit of measure; empty for none."""
    if value is None:
        return ""
    number = format(value.normalize(), ",f")
    if lang == "es":
        number = number.translate(_SPANISH)
    return f"{number} {measure}".rstrip()


def _form(change: Change) -> str:
    """Return which of a language's texts says a change."""
    kind = change.kind
    if kind is ChangeKind.MOVED:
        return f"{kind} goal" if change.goal else f"{kind} unit"
    if kind is ChangeKind.REWORDED and not (change.old and change.new):
        return f"{kind} more" if change.new else f"{kind} less"
    said = change.new if kind is ChangeKind.ADDED else change.old
    if kind in (ChangeKind.ADDED, ChangeKind.WITHDRAWN) and said in ("", change.label):
        return f"{kind} bare"
    return kind.value


_SPANISH = str.maketrans(",.", ".,")

_WORDS: Mapping[str, Words] = {
    "es": Words(
        names={
            ChangeKind.ADDED: "Meta nueva",
            ChangeKind.WITHDRAWN: "Meta retirada",
            ChangeKind.TARGET_RAISED: "Meta que subió",
            ChangeKind.TARGET_LOWERED: "Meta que bajó",
            ChangeKind.REWORDED: "Meta con otras palabras",
            ChangeKind.UNIT_RENAMED: "Unidad con otro nombre",
            ChangeKind.UNIT_REPLACED: "Unidad que ocupó el lugar de otra",
            ChangeKind.MOVED: "Cambio de lugar",
        },
        texts={
            "added": "Hay una meta nueva: {label} («{new}»).",
            "added bare": "Hay una meta nueva: «{label}».",
            "withdrawn": "Ya no está la meta: {label} («{old}»).",
            "withdrawn bare": "Ya no está la meta: «{label}».",
            "target-raised": "La meta subió de {was}{percent} a {now}: {label}.",
            "target-lowered": "La meta bajó de {was}{percent} a {now}: {label}.",
            "reworded": "La meta tiene otras palabras: antes «{old}», ahora «{new}».",
            "reworded more": "La meta dice algo más: «{new}» ({label}).",
            "reworded less": "La meta ya no dice «{old}» ({label}).",
            "unit-renamed": "La unidad «{old}» ahora se llama «{new}».",
            "unit-replaced": "La unidad «{new}» ocupó el lugar de «{old}».",
            "moved goal": "La meta pasó de «{old}» a «{new}»: {label}.",
            "moved unit": "La unidad «{label}» dependía de «{old}» y ahora de «{new}».",
        },
        top="la entidad",
    ),
    "en": Words(
        names={
            ChangeKind.ADDED: "New goal",
            ChangeKind.WITHDRAWN: "Withdrawn goal",
            ChangeKind.TARGET_RAISED: "Raised target",
            ChangeKind.TARGET_LOWERED: "Lowered target",
            ChangeKind.REWORDED: "Reworded goal",
            ChangeKind.UNIT_RENAMED: "Renamed unit",
            ChangeKind.UNIT_REPLACED: "Unit that took the place of another",
            ChangeKind.MOVED: "Moved",
        },
        texts={
            "added": "There is a new goal: {label} (“{new}”).",
            "added bare": "There is a new goal: “{label}”.",
            "withdrawn": "The goal is no longer there: {label} (“{old}”).",
            "withdrawn bare": "The goal is no longer there: “{label}”.",
            "target-raised": "The target rose from {was}{percent} to {now}: {label}.",
            "target-lowered": "The target fell from {was}{percent} to {now}: {label}.",
            "reworded": "The goal has other words: “{old}” before, “{new}” now.",
            "reworded more": "The goal says something more: “{new}” ({label}).",
            "reworded less": "The goal no longer says “{old}” ({label}).",
            "unit-renamed": "The unit “{old}” is now called “{new}”.",
            "unit-replaced": "The unit “{new}” took the place of “{old}”.",
            "moved goal": "The goal went from “{old}” to “{new}”: {label}.",
            "moved unit": "The unit “{label}” was part of “{old}”, and now is of “{new}”.",
        },
        top="the organisation",
    ),
}
