"""A finding code's meaning: a name and a sentence, in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """The name of a finding code and what it means, in Spanish and in English."""

    name_es: str
    name_en: str
    es: str
    en: str
