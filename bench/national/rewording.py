"""Say a thing a little otherwise: another number in a target, other words, another unit's name."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from a4_rdf import iris, spanish
from bench.corpus import words
from bench.corpus.tables import Promise
from bench.national.state import CHILD_HEADS, Desk, GoalState, UnitState, claim

MOST_PERCENT, MOST = 100, 100_000


def other_number(promise: Promise, factor: float) -> Promise | None:
    """Return a promise with another number in the same words, None where that cannot be."""
    if promise.value is None or promise.value < 2:
        return None
    old = int(promise.value)
    new = round(old * factor)
    if new == old:
        new += 1 if factor > 1 else -1
    if not 2 <= new <= (MOST_PERCENT if "%" in promise.text else MOST):
        return None
    text, count = re.subn(rf"(?<![\d(]){old}(?![\d)])", str(new), promise.text, count=1)
    if not count:
        return None
    if promise.high is None:
        return Promise(text, Decimal(new), None, promise.bound)
    high = promise.high - promise.value + new
    text = text.replace(f" y {promise.high} ", f" y {high} ")
    return Promise(text, Decimal(new), high, promise.bound)


def with_words(goal: GoalState, how: str, text: str) -> GoalState:
    """Return a goal with another text in one place."""
    if how == "objective":
        return replace(goal, objective=text)
    return replace(goal, activity=text) if how == "activity" else replace(goal, indicator=text)


def other_words(desk: Desk, text: str, how: str) -> str:
    """Return nearly the same words: another lead, a place added, an accent lost."""
    draw = desk.draw
    kind = draw.random.random()
    leads = (*words.COUNT_LEADS, "Porcentaje de", "% de")
    lead = next((lead for lead in leads if text.startswith(f"{lead} ")), "")
    if how == "indicator" and lead and kind < 0.5:
        group = words.COUNT_LEADS if lead in words.COUNT_LEADS else ("Porcentaje de", "% de")
        return draw.random.choice(group) + text[len(lead) :]
    if kind < 0.7:
        bare = text.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU"))
        if bare != text:
            return bare
    tails = words.PURPOSES if how == "objective" else words.PLACES
    if any(text.casefold().endswith(tail.casefold()) for tail in tails):
        return text
    place = draw.random.choice(tails)
    return f"{text} {place.upper() if text.isupper() else place}"


def spelled(desk: Desk, name: str) -> str:
    """Return a name without its accents, or in other capitals: the slug stays the same."""
    bare = name.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU"))
    forms = (bare, name.capitalize() if name.isupper() else name.upper())
    new = desk.draw.random.choice(forms)
    return new if iris.slug(new) == iris.slug(name) else name


def another_name(desk: Desk, unit: UnitState) -> str:
    """Return another name for a unit: another word at its head, the area in more words."""
    head = next((head for head in words.HEADS if _starts(unit.name, head)), "")
    if not head:
        return unit.name
    area = unit.name[len(head) :].strip()
    heads = CHILD_HEADS if unit.parent else words.HEADS
    name = f"{desk.draw.random.choice(heads)} {area}"
    if desk.draw.chance(0.5):
        name = f"{head} GESTIÓN DE {area}"
    name = name.upper() if unit.name.isupper() else name.capitalize()
    return name if claim(desk, name) else unit.name


def _starts(name: str, head: str) -> bool:
    return spanish.flat(name).startswith(spanish.flat(f"{head} "))
