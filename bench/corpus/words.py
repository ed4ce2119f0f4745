"""The words of which invented tables are made, in two halves: one to tune on, one to report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")

AREAS = (
    "OBRAS PÚBLICAS", "TALENTO HUMANO", "GESTIÓN AMBIENTAL", "AVALÚOS Y CATASTROS",
    "PLANIFICACIÓN Y ORDENAMIENTO TERRITORIAL", "ASESORÍA JURÍDICA", "COMUNICACIÓN SOCIAL",
    "AGUA POTABLE Y ALCANTARILLADO", "DESARROLLO SOCIAL", "TURISMO Y CULTURA",
    "TECNOLOGÍAS DE LA INFORMACIÓN", "COMPRAS PÚBLICAS", "SEGURIDAD CIUDADANA",
    "HIGIENE Y SALUBRIDAD", "TRÁNSITO, TRANSPORTE Y MOVILIDAD", "PARTICIPACIÓN CIUDADANA",
    "RIESGOS", "FOMENTO PRODUCTIVO", "CONTABILIDAD", "RENTAS", "PARQUES Y JARDINES",
    "ÁRIDOS Y PÉTREOS", "DEPORTES", "NIÑEZ Y ADOLESCENCIA", "BODEGA", "COOPERACIÓN INTERNACIONAL",
)  # fmt: skip
HEADS = (
    "DIRECCIÓN DE", "COORDINACIÓN DE", "JEFATURA DE", "UNIDAD DE", "DEPARTAMENTO DE",
    "SUBDIRECCIÓN DE", "DIRECCIÓN NACIONAL DE", "DIRECCIÓN MUNICIPAL DE", "GERENCIA DE",
    "OFICINA DE", "SECCIÓN DE", "SUBSECRETARÍA DE", "ÁREA DE", "DIRECCIÓN GENERAL DE",
)  # fmt: skip
WHOLE_UNITS = (
    "ALCALDÍA", "PROCURADURÍA SÍNDICA", "DIRECCIÓN FINANCIERA", "SECRETARÍA GENERAL",
    "AUDITORÍA INTERNA", "DIRECCIÓN ADMINISTRATIVA", "REGISTRO DE LA PROPIEDAD",
    "CONCEJO CANTONAL DE PROTECCIÓN DE DERECHOS", "COMISARÍA MUNICIPAL", "TESORERÍA",
    "PROYECTO CENTRO DE ATENCIÓN AL ADULTO MAYOR", "PROYECTO CASA DE LA JUVENTUD",
    "DIRECCIÓN EJECUTIVA", "PROGRAMA DE BECAS", "PREFECTURA", "BIBLIOTECA MUNICIPAL",
)  # fmt: skip
INFINITIVES = (
    "Fortalecer", "Mejorar", "Garantizar", "Incrementar", "Impulsar", "Promover", "Reducir",
    "Dinamizar", "Optimizar", "Ampliar", "Brindar", "Contribuir a", "Gestionar", "Administrar",
    "Asegurar", "Proteger", "Consolidar", "Coordinar", "Regular", "Difundir", "Prevenir",
    "Dotar de", "Ejecutar", "Establecer",
)  # fmt: skip
MATTERS = (
    "la vialidad urbana y rural", "la recaudación de tributos", "el acceso al agua segura",
    "la gestión integral de residuos", "la atención a grupos prioritarios",
    "los servicios municipales en línea", "la calidad del transporte público",
    "la actividad turística comunitaria", "el desarrollo de las capacidades del personal",
    "el control del espacio público", "la economía popular y solidaria", "el catastro predial",
    "la cobertura de alcantarillado", "las áreas verdes y recreativas",
    "la imagen de la institución", "los procesos de contratación",
    "la memoria histórica del cantón",
    "el riego parcelario", "la seguridad en los barrios", "la conectividad de las parroquias",
    "la participación de las organizaciones sociales", "la defensa de los derechos de la niñez",
    "la gestión documental y el archivo", "la respuesta ante emergencias",
    "la forestación de las cuencas hídricas", "el bienestar de los animales de compañía",
)  # fmt: skip
PURPOSES = (
    "con enfoque de género", "en beneficio de la ciudadanía", "para el buen vivir",
    "de acuerdo a la normativa vigente", "a nivel cantonal", "en las parroquias rurales",
    "mediante procesos transparentes y oportunos", "conforme al plan de desarrollo",
    "a través de convenios con otras entidades", "durante el período fiscal",
    "para mejorar la calidad de vida de los habitantes", "con eficiencia y eficacia",
)  # fmt: skip
ACTIONS = (
    "Construcción de", "Mantenimiento de", "Capacitación en", "Actualización de",
    "Implementación de", "Adquisición de", "Elaboración de", "Seguimiento a", "Contratación de",
    "Rehabilitación de", "Diseño de", "Difusión de", "Levantamiento de", "Asesoría en",
    "Monitoreo de", "Dotación de", "Reforestación de", "Control de", "Campaña de",
    "Socialización de", "Supervisión de", "Ejecución de", "Organización de", "Reparación de",
)  # fmt: skip
WORKS = (
    "aceras y bordillos", "la red de distribución", "prestadores de servicios",
    "equipos informáticos", "parques infantiles", "contenedores de basura", "mercados y ferias",
    "la ordenanza de tasas", "vehículos y maquinaria", "sistemas de bombeo",
    "huertos familiares", "puentes peatonales", "brigadas barriales", "archivos institucionales",
    "microempresas rurales", "señalización horizontal", "unidades de atención médica",
    "canchas de uso múltiple", "el portal web", "cursos vacacionales", "vertientes y riberas",
    "los activos fijos", "viveros forestales", "alarmas comunitarias",
)  # fmt: skip
PLAIN_ACTIVITIES = (
    "Caja chica", "Red de autoridades locales", "Ferias ciudadanas", "Servicio de guardianía",
    "Día del árbol", "Fondos UE", "Reuniones de gabinete", "Publicaciones especiales",
    "Plan de comunicación", "Sistema de alerta temprana", "Rendición de cuentas",
    "Brigadas médicas",
)  # fmt: skip
PLACES = (
    "en el cantón", "en la zona urbana", "de las parroquias", "en el centro histórico",
    "en 7 barrios", "según cronograma", "a nivel nacional", "del año 2015", "en territorio",
    "con la comunidad", "en los recintos", "de la cabecera cantonal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: plural, singular, participle in each, and its article in words."""

    many: str
    one: str
    done_many: str
    done_one: str
    article: str


THINGS = tuple(
    Thing(*line.split("|"))
    for line in (
        "talleres|taller|ejecutados|ejecutado|un",
        "informes|informe|presentados|presentado|un",
        "reuniones|reunión|realizadas|realizada|una",
        "ordenanzas|ordenanza|aprobadas|aprobada|una",
        "obras|obra|terminadas|terminada|una",
        "proyectos|proyecto|formulados|formulado|un",
        "personas|persona|capacitadas|capacitada|una",
        "familias|familia|atendidas|atendida|una",
        "planes|plan|elaborados|elaborado|un",
        "estudios|estudio|contratados|contratado|un",
        "convenios|convenio|suscritos|suscrito|un",
        "predios|predio|actualizados|actualizado|un",
        "árboles|árbol|sembrados|sembrado|un",
        "equipos|equipo|adquiridos|adquirido|un",
        "inspecciones|inspección|efectuadas|efectuada|una",
        "audiencias|audiencia|concedidas|concedida|una",
        "manuales|manual|difundidos|difundido|un",
        "campañas|campaña|desarrolladas|desarrollada|una",
        "trámites|trámite|despachados|despachado|un",
        "viviendas|vivienda|conectadas|conectada|una",
        "sistemas|sistema|implantados|implantado|un",
        "luminarias|luminaria|instaladas|instalada|una",
        "guías|guía|publicadas|publicada|una",
        "jornadas|jornada|cumplidas|cumplida|una",
    )
)
SHARES = (
    "cumplimiento del plan anual", "ejecución presupuestaria", "cartera vencida recuperada",
    "usuarios satisfechos", "cobertura del servicio", "hogares con servicio continuo",
    "trámites atendidos a tiempo", "avance de obra", "residuos recolectados",
    "procesos publicados en el portal", "funcionarios evaluados", "denuncias resueltas",
    "agua no contabilizada", "población beneficiada", "bienes asegurados", "vías en buen estado",
)  # fmt: skip
SUBJECTS = (
    "gestión de riesgos", "movilidad sostenible", "comunicación interna", "residuos sólidos",
    "turismo comunitario", "procesos y procedimientos", "presupuesto participativo",
    "seguridad ocupacional", "aguas servidas", "inventario de bienes", "derechos humanos",
    "atención ciudadana", "uso del suelo", "patrimonio cultural",
)  # fmt: skip
PRODUCTS = (
    "Plan", "Manual", "Reglamento", "Guía técnica", "Diagnóstico", "Agenda", "Normativa",
    "Modelo de gestión", "Sistema", "Base de datos", "Estatuto", "Política pública",
)  # fmt: skip
COUNT_LEADS = (
    "Número de", "Nº de", "Cantidad de", "No. de", "N° de", "# de", "Número total de", "Nro. de",
)  # fmt: skip
SHARE_LEADS = ("% de", "Porcentaje de", "Porcentaje del total de", "% ")
SECTIONS = (
    "PROCESOS GOBERNANTES / NIVEL DIRECTIVO", "PROCESOS HABILITANTES DE ASESORÍA",
    "PROCESOS AGREGADORES DE VALOR / NIVEL OPERATIVO", "PROCESOS DESCONCENTRADOS",
    "PROCESOS HABILITANTES DE APOYO / NIVEL DE APOYO",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """One half of the words, or all of them (`half=None`)."""

    half: int | None = None

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the items that belong to this half."""
        return items if self.half is None else items[self.half :: 2]
