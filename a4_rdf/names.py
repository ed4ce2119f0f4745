"""Names of persons: those that follow a title (Ing., Dra., Sr.) and those that a label asks for.

No list of names is kept. Words that begin with a capital are a name where a title stands before
them; institutions that bear a person's name keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a4_rdf import spanish
from a4_rdf.memo import remembered
from a4_rdf.persons import NAME, PLACEHOLDERS

MOST_WORDS = 4
"""Two given names and two surnames; the small words between them are not counted."""
_MOST_SKIPPED = 6
_NEAR = 80

_SHORT = (
    r"(?:ing|inga|ingro|lic|licda|lcd[oa]|lcd|ldo|lda|dra?|abg|abga|abog|econ|arq|arqt[oa]|m\.?sc"
    r"|mgs|mgst|mgtr|mag|mba|ph\.?d|sr|sra|srta|tlg[oa]|tnlg[oa]?|tglg?[oa]|blg[oa]|psic|cpa|crnl"
    r"|tcrn|mayr|sgto|cbop|cbos)\b\.?|(?:ab|eco|mg|tec|prof|soc|vet|obst|odont)\."
)
_LONG = (
    r"(?:ingenier[oa]|doctora?|licenciad[oa]|abogad[oa]|economista|arquitect[oa]|senor(?:a|ita)?"
    r"|magister|master|tecnolog[oa]|profesora?|don|dona)\b"
)
_BOTH_SEXES = r"(?:\s?/\s?(?:[ao]|sra|dra|inga)\b\.?|\([ao]\)\.?)?"
_OFFICE = (
    r"alcaldes?(?:a)?|alcaldesas?|prefect[oa]|viceprefect[oa]|directora?|gerente|rectora?"
    r"|coordinador|jef[ea]|presidente|presidenta|administradora?|secretario"
)
TITLE = rf"(?<![^\W_])(?:(?P<short>{_SHORT})|(?P<long>{_LONG})){_BOTH_SEXES}"
_TITLE = re.compile(TITLE)
_LAST_TITLES = re.compile(
    r"(?:[\s,;:/()–—-]|(?<![^\W_])(?:"
    + _SHORT
    + "|"
    + _LONG
    + r"|tel[a-z]*|telf|cel|correo|e-?mail"
    rf"|responsable|a cargo de|{_OFFICE})[.:]?)+$"
)
# These also stand after a name.
_AFTER = re.compile(r",?\s(?:m\.?sc|mgs|mgtr|mba|ph\.?d|cpa|esp|mg)\b\.?")
_WORD = re.compile(r"\s?-?\s?(?P<word>[^\W\d_]+(?:['’´][^\W\d_]+)?)\.?(?=[^\w]|$)")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\.?\s?$")

_PARTICLES = frozenset(spanish.listed("de del la las los da di van von san santa"))
_INSTITUTION = re.compile(
    r"\b(?:hospital|escuela|colegio|unidad educativa|jardin|instituto|universidad|academia|liceo"
    r"|calle|avenida|av|via|parque|plaza|plazoleta|puente|estadio|coliseo|biblioteca|museo|teatro"
    r"|aeropuerto|terminal|ciudadela|cdla|barrio|urbanizacion|cooperativa|lotizacion|recinto|centro"
    r"|clinica|fundacion|laboratorio|mercado|camal|edificio|auditorio|complejo|represa|central"
    r"|premio|catedra|cementerio|monumento|sala|subcentro|maternidad)\b\.?"
    r"(?:\s[^\W\d_]+){0,3}\s?[«\"“'(]?$"
)
# Words after a title that say which title, what office, or what work: no names.
_NO_NAMES = (
    frozenset(
        spanish.listed(
            "abril administracion administrador administradora administrativa administrativo"
            " agosto agricola agroindustrial agronoma agronomo agropecuaria agropecuario alcalde"
            " alcaldes alcaldesa ambiental ambientales analista apoyo arquitecto asesor asesora"
            " asistente auditor auditora automotriz autonomo biologo bioquimica bioquimico canton"
            " cantonal centro civil civiles comercial comunicacion comunidad comunidades"
            " comunitaria concejal concejala construcciones contabilidad contador contadora"
            " coordinador coordinadora derecho descentralizado diciembre director directora"
            " economista ecuador educacion electrica electrico electronica electronico empresa"
            " empresarial empresas enero especialista especializado este estructural estructuras"
            " eventual externo febrero ferias financiera financiero fiscalizador forestal gad gadm"
            " gadp geografo geologo gestion gobierno hidraulica hidraulico hidrosanitario honoris"
            " industrial industrias informatica informatico jefa jefe julio junio junior juridico"
            " laboral legal marketing marzo mayo mecanica mecanico medica medico minas municipal"
            " municipalidad municipio nacional norte notario noviembre obra obras obstetra octubre"
            " odontologo oeste ordenamiento parroquia parroquial pediatra penal petroleos"
            " planificacion prefecta prefecto presidenta presidente privada privado procurador"
            " provincia provincial proyectista publica publicas publico publicos quimica quimico"
            " recursos registrador residente rural salud sanitaria sanitario sector senior"
            " septiembre servicios sindico sistemas social sociales supervisor sur tecnica tecnico"
            " tecnicos telecomunicaciones territorial textil topografo trabajo tributaria"
            " tributario turismo urbana urbanista urbano usuario usuarios vecino vecinos"
            " veterinaria veterinario vial vialidad vicealcalde vicealcaldesa viceprefecta"
            " viceprefecto zona zootecnista"
        )
    )
    | spanish.UNIT_HEADS
    | spanish.SUB_UNIT_HEADS
    | spanish.STOP_WORDS
)
_LABEL = re.compile(
    r"(?:nombres?\s+(?:y\s+apellidos?|completos?|del?\s+(?:la\s+)?(?:o\s+(?:de\s+)?la\s+)?"
    r"(?:personas?\s+)?(?:responsable|servidora?|funcionari[oa]|titular))\b|nombres?\s?(?::|$)|apellidos?\b"
    r"|(?:personas?\s+|datos\s+del?\s+)?responsables?\b|personas?\s+de\s+contacto\b|autor(?:es|as?)?\b"
    r"|(?:elaborad|revisad|aprobad|autorizad|preparad|realizad|validad|firmad)[oa]\s+por\b|funcionari[oa]s?\b|servidora?\b|titular\b|encargad[oa]\b|delegad[oa]\b"
    r"|correos?\b|e-?mail\b|telefonos?\b|telf?\b|cel(?:ular)?\b|contactos?\b|atentamente\b|firma\b"
    rf"|(?:numero\s+)?(?:telefonico|de\s+telefono)\b|(?:{_OFFICE})\b)"
)
_INNER_LABEL = re.compile(rf"(?<![^\W_])(?={_LABEL.pattern})")
_LABEL_WORDS = re.compile(
    r"(?:[\s.()/–-]*(?:fecha|frecuencia|ultim[oa]|de|la|del|el|las|los|o|y|a4?|que|actualizacion"
    r"|informacion|periodicidad|personas?(?=\s+(?:responsable|de\s+contacto))|autor(?:es|as?)?|conjunto|creacion|licencia|url|formato|idioma|1\.3"
    r"|unidad(?:es)?|administrativas?|poseedora?|posee|produce|custodia|responsables?|correos?"
    r"|electronicos?|institucional(?:es)?|e-?mail|numeros?|telefonicos?|telefonos?|celular"
    r"|extension|nombres?|apellidos?|completos?|cargo|literal|art|articulo|numeral|lotaip"
    r"|elaborado|revisado|aprobado|autorizado|preparado|realizado|validado|por|contactos?"
    r"|servidora?|funcionari[oa]s?|titular|publicacion|corte|matriz|documento|reporte|datos"
    r"|area|dependencia|elaboracion|emision|aprobacion|revision|entrega|generacion|carga|poa|plan"
    r"|operativo|anual|mes|ano|dia|institucion|entidad|enlaces?|links?|para|descargar?|descargas?)\b){1,40}[\s.)]*"
)
_COLON = re.compile(r"\.?\s*:|\.")
_GAP = re.compile(r"[\s./,]*")


def without_names(text: str, *, sure: bool) -> tuple[str, bool]:
    """Return the text with the names that follow a title blanked, and whether there was any.

    One word is a name only if `sure`: where the row holds no goal, so that nothing but a name is
    expected after a title.
    """
    return _surely_without(text) if sure else _without(text)


@remembered
def _surely_without(text: str) -> tuple[str, bool]:
    return _blanked(text, sure=True)


@remembered
def _without(text: str) -> tuple[str, bool]:
    return _blanked(text, sure=False)


def _blanked(text: str, *, sure: bool) -> tuple[str, bool]:
    """Return the text with placeholders for the names, and whether there was any."""
    flat = spanish.flat(text)
    spans = sorted(_spans(text, flat, sure=sure))
    if not spans:
        return text, False
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            parts += (text[at:start], PLACEHOLDERS[NAME])
            at = end
    return "".join((*parts, text[at:])), True


def before_placeholder(text: str) -> str:
    """Return what stands before the first blanked name or address, without titles at its end."""
    end = min((at for p in PLACEHOLDERS.values() if (at := text.find(p)) >= 0), default=-1)
    if end < 0:
        return text
    last = _LAST_TITLES.search(spanish.flat(text[:end]), max(0, end - _NEAR))
    return text[: last.start() if last else end].strip()


def is_label(flat: str) -> bool:
    """Tell whether a flat text begins with a label that asks for a person's name or address."""
    return _LABEL.match(flat) is not None


def person_at(flat: str) -> int:
    """Return where a person's value begins in a flat text, 0 where no label asks for one.

    Within the text only what ends in a colon is a label.
    """
    if is_label(flat):
        return label_end(flat)
    ends = (label_end(flat, match.start()) for match in _INNER_LABEL.finditer(flat))
    return next((end for end in ends if flat[end - 1] == ":"), 0)


def label_end(flat: str, at: int = 0) -> int:
    """Return where the label at a place of a flat text ends: with its colon, else its words."""
    label = _LABEL.match(flat, at)
    end = label.end() if label else at
    words = _LABEL_WORDS.match(flat, end)
    end = words.end() if words else end
    colon = _COLON.match(flat, end)
    return colon.end() if colon else end


def _spans(text: str, flat: str, *, sure: bool) -> Iterator[tuple[int, int]]:
    """Yield where names stand that a title precedes or follows."""
    at = 0
    while (title := _TITLE.search(flat, at)) is not None:
        at = title.end()
        if title["long"] in ("don", "dona", "master") and not text[title.start()].isupper():
            continue
        if _INSTITUTION.search(flat, max(0, title.start() - _NEAR), title.start()):
            continue
        fewest = 1 if sure and title["short"] else 2
        span = _name_after(text, flat, at, sure=sure)
        if span is not None and _count(text, span) >= fewest and not _is_shouted(text, title, sure):
            yield span
            at = span[1]
    for title in _AFTER.finditer(flat):
        span = _name_before(text, title.start())
        if span is not None and (sure or title.group().startswith(",")):
            yield span


def _name_after(text: str, flat: str, at: int, *, sure: bool) -> tuple[int, int] | None:
    """Return where a name stands right after a title, other titles and offices skipped."""
    for _ in range(_MOST_SKIPPED):
        at = _next_title(flat, at) or _next_office(flat, at, sure=sure) or at
    start = end = 0
    count = 0
    while count < MOST_WORDS and (word := _WORD.match(text, at)) is not None:
        folded = flat[word.start("word") : word.end("word")]
        at = word.end()
        if count and folded in _PARTICLES:
            continue
        if not _is_name(word["word"], folded) or _TITLE.match(flat, word.start("word")):
            break
        start = start if count else word.start("word")
        end = word.end("word")
        count += 1
    return (start, end) if count else None


def _next_title(flat: str, at: int) -> int:
    """Return where another title ends that follows at once, or 0."""
    gap = _GAP.match(flat, at)
    found = _TITLE.match(flat, gap.end()) if gap else None
    return found.end() if found else 0


def _next_office(flat: str, at: int, *, sure: bool) -> int:
    """Return where a title's or office's word ends that follows at once (`Civil`), or 0."""
    word = _WORD.match(flat, at)
    if sure and word is not None and word["word"] in ("de", "en"):
        word = _WORD.match(flat, word.end())
    if word is None or word["word"] in spanish.STOP_WORDS or word["word"] not in _NO_NAMES:
        return 0
    return word.end("word")


def _name_before(text: str, end: int) -> tuple[int, int] | None:
    """Return where a name of two to four words ends at a position."""
    start, count = end, 0
    while count < MOST_WORDS and (word := _BEFORE.search(text, max(0, start - 40), start)):
        if not _is_name(word["word"], spanish.flat(word["word"])):
            break
        start, count = word.start("word"), count + 1
    return (start, end) if count >= 2 else None


def _is_name(word: str, folded: str) -> bool:
    """Tell whether a word may be part of a name: a capital first, and none of the known words."""
    if not word[0].isupper() or folded in _NO_NAMES:
        return False
    return word.isupper() or word[1:].islower() or "'" in word or "’" in word


def _count(text: str, span: tuple[int, int]) -> int:
    """Return how many words of a span are more than initials and small words."""
    words = re.findall(r"[^\W\d_]+", text[span[0] : span[1]])
    return sum(len(word) > 1 and spanish.flat(word) not in _PARTICLES for word in words)


def _is_shouted(text: str, title: re.Match[str], sure: bool) -> bool:
    """Tell whether a long title stands in a text of capitals, where they mark no name."""
    return title["long"] is not None and text.isupper() and not sure
