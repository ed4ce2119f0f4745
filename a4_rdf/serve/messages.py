"""The words of the templates in other languages than Spanish, in which they are written.

They are read from the catalogue that translators edit, so that no compiled copy can lag behind.
"""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Babel, Domain

from a4_rdf.serve import words
from a4_rdf.serve.http import language


class Messages(Domain):  # type: ignore[misc]  # Flask-Babel has no types
    """The messages of `folder`, one catalogue `LANGUAGE.po` for each language but Spanish."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._spoken = {lang: _read(folder / f"{lang}.po") for lang in words.LOCALES}

    def get_translations(self) -> NullTranslations:
        """Return the messages in the language of the request."""
        return self._spoken[language.asked()]


class Translator(Babel):  # type: ignore[misc]
    """Flask-Babel with the messages of a folder of the site."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    @cached_property
    def domain_instance(self) -> Messages:
        """Return the messages for templates and routes."""
        return Messages(self._folder)


def _read(path: Path) -> NullTranslations:
    """Return the messages of a catalogue; where there is none, what is Spanish stays so."""
    if not path.is_file():
        return Translations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return Translations(compiled)
