"""Invented public bodies: names that nobody has, RUCs that nobody was given, sizes, offices."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from a4_rdf import iris
from a4_rdf.model import Organization

FIRST = (
    "Puerto", "Valle", "Villa", "Santa", "Nueva", "Loma", "Playa", "Laguna", "Monte", "Río",
    "Pueblo", "Isla", "Fuente", "Bahía", "Sierra", "Campo",
)  # fmt: skip
SECOND = (
    "Quimera", "Utopía", "Fábula", "Ficticia", "Imaginaria", "Inventada", "Ensueño", "Leyenda",
    "Espejismo", "Mentira", "Novela", "Cuento", "Acertijo", "Fantasía", "Hipótesis", "Conjetura",
    "Parábola", "Metáfora", "Sonámbula", "Invisible", "Ninguna", "Improbable", "Papel", "Tinta",
    "Nunca Jamás", "Entelequia", "Ilusión", "Alegoría", "Epopeya", "Acuarela", "Maqueta", "Muestra",
)  # fmt: skip
PLACES = tuple(f"{first} {second}" for second in SECOND for first in FIRST)
STEP = 197  # coprime with the number of places: neighbours in the list of bodies are no namesakes


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of public body: share among all, slug, name and title as a document says it, goals."""

    share: int
    slug: str
    name: str
    title: str
    least: int
    most: int


KINDS = (
    BodyKind(
        44, "gadpr", "GAD Parroquial Rural de {}",
        "GOBIERNO AUTÓNOMO DESCENTRALIZADO PARROQUIAL RURAL DE {}", 6, 15,
    ),
    BodyKind(
        26, "gadm", "GAD Municipal de {}",
        "GOBIERNO AUTÓNOMO DESCENTRALIZADO MUNICIPAL DE {}", 20, 60,
    ),
    BodyKind(
        16, "ep", "Empresa Pública Municipal de Aseo de {} EP",
        "EMPRESA PÚBLICA MUNICIPAL DE ASEO DE {} EP", 12, 30,
    ),
    BodyKind(
        9, "instituto", "Instituto de Estudios de {}",
        "INSTITUTO DE ESTUDIOS DE {}", 15, 40,
    ),
    BodyKind(
        3, "gadp", "GAD Provincial de {}",
        "GOBIERNO AUTÓNOMO DESCENTRALIZADO PROVINCIAL DE {}", 40, 90,
    ),
    BodyKind(
        2, "agencia", "Agencia Nacional de Asuntos de {}",
        "AGENCIA NACIONAL DE ASUNTOS DE {}", 80, 150,
    ),
)  # fmt: skip
HOLDERS = (
    "DIRECCIÓN DE PLANIFICACIÓN", "COORDINACIÓN DE PLANIFICACIÓN", "SECRETARÍA GENERAL",
    "UNIDAD DE TRANSPARENCIA", "DIRECCIÓN ADMINISTRATIVA",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A body: as a workspace knows it, how its documents head themselves, how many goals it has."""

    organization: Organization
    title: str
    goals: int
    holder: str


def body(index: int, random: Random) -> Body:
    """Return the body with a number; no two numbers have a name, slug or RUC in common.

    Its RUC begins with 99, a province that does not exist.
    """
    kind = random.choices(KINDS, [kind.share for kind in KINDS])[0]
    round_, at = divmod(index, len(PLACES))
    place = PLACES[at * STEP % len(PLACES)] + (f" {round_ + 1}" if round_ else "")
    organization = Organization(
        f"{kind.slug}-{iris.slug(place)}", kind.name.format(place), f"99{index:08d}001"
    )
    goals = random.randint(kind.least, kind.most)
    return Body(organization, kind.title.format(place.upper()), goals, random.choice(HOLDERS))
