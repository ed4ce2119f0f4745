"""The 62 goals of the AME document of 30/09/2015, as a careful person reads them.

Written by hand from the source. Each line: row, number, unit's own name (start), objective,
activity, indicator (starts; None where missing), targets, status.
A target is (value, unit of measure, bound).
"""

from __future__ import annotations

Q, M, N, B = "quantified", "multiple", "qualitative", "blank"

EJE, JUR = "DIRECCIÓN EJECUTIVA", "COORDINACIÓN DE ASESORÍA"
PLA, COM = "COORDINACIÓN DE PLANIFICACIÓN INST", "COORDINACIÓN DE COMUNICACIÓN"
TEC, TER = "COORDINACIÓN DE TECNOLOGÍAS", "COORDINACIÓN DE DESARROLLO TERRITORIAL"
ORD, COO = "COORDINACIÓN DE PLANIFICACIÓN Y ORDEN", "COORDINACIÓN DE COOPERACION"
CAP, FIN = "COORDINACIÓN DE FORTALECIMIENTO", "COORDINACIÓN FINANCIERA"
TAL, PTM = "COORDINACIÓN DE TALENTO HUMANO", "PROYECTO PRIORITARIO Y EMBLEMÁTICO"
ESC, UEU = "PROYECTO PRIORITARIO Y DE INVERSIÓN ESCUELA", "PROYECTO UNIÓN EUROPEA"

RIESGO, AGENDA, IMAGEN = "Establecer indicadores", "Operativizar una Agenda", "Posicionar la imagen"
ESTRUCTURA, CUMPLE = "Garantizar la estructura", "% de cumplimiento"
RSS, TURISMO = "Número de lecturas de las publicaciones en RSS", "Fomentar y promover"


def one(value: str, unit: str, bound: str = "stated") -> tuple[tuple[str, ...], ...]:
    """Return the targets of a cell that states one quantity."""
    return ((value, unit, bound),)


HUNDRED = one("100", "%")
NEW_TECHNOLOGIES = "Fortalecer las nuevas tecnologías"

Targets = tuple[tuple[str, ...], ...]
Expected = tuple[int, str, str, str, str, str | None, Targets, str]

# ruff: noqa: E501
GOALS: tuple[Expected, ...] = (
    (12, "1", EJE, "Dinamizar", "Activar los órganos", "Número de reuniones", one("45", "Reuniones"), Q),
    (13, "1", EJE, "Garantizar la rep", "Representación de", "Número de publicaciones", one("1", "Publicación"), Q),
    (15, "2", JUR, "Impulsar la generación", "Consultoría para", "No Consultorías", one("1", "Consultoría"), Q),
    (16, "2", JUR, "Asesorar legalmente", "Asesoramiento legal", "No de Municipios", one("5", "Talleres"), Q),
    (17, "3", PLA, RIESGO, "Construcción e", "Diseño de una Guía", one("1", "Guía"), Q),
    (18, "3", PLA, RIESGO, "Desarrollo de Competencias", "Implementación de un sistema", one("1", "Sistema"), Q),
    (19, "3", PLA, RIESGO, "Asistencia técnica a los comunicadores", "Número de asistencias", one("360", "Asistencias"), Q),
    (20, "3", COM, AGENDA, NEW_TECHNOLOGIES, RSS, one("5800", "Lecturas"), Q),
    (21, "3", COM, AGENDA, NEW_TECHNOLOGIES, RSS, one("66700", "Lecturas"), Q),
    (22, "3", COM, AGENDA, NEW_TECHNOLOGIES, RSS, one("5800", "Lecturas"), Q),
    (23, "3", COM, AGENDA, NEW_TECHNOLOGIES, "Cantidad de eventos", one("3", "eventos"), Q),
    (24, "3", COM, AGENDA, NEW_TECHNOLOGIES, "Compra de equipos", one("1", ""), Q),
    (25, "3", COM, AGENDA, "Monitoreo nacional", "Porcentaje de información", one("80", "%"), Q),
    (26, "3", TEC, IMAGEN, "Campañas de comunicación y educación", "Campaña promoción", one("1", "Campaña"), Q),
    (27, "3", TEC, IMAGEN, "Eventos institucionales", "Cantidad de Eventos", one("4", "Eventos"), Q),
    (28, "3", TEC, IMAGEN, "Implementar y fortalecer", "Porcentaje de cobertura", one("65", "%"), Q),
    (29, "3", TEC, IMAGEN, "Rediseño y fortalecimiento", "Nueva página web", one("1", "Página"), Q),
    (30, "3", TEC, IMAGEN, "Publicaciones especiales", "Cantidad de publicaciones", one("300", "Publicaciones"), Q),
    (31, "3", TEC, IMAGEN, "Reingeniería", "Manual de manejo", (*one("3", "Publicaciones"), *one("1", "Manual")), M),
    (32, "3", TEC, "Desarrollar sistemas", "Soporte Especializado", "% de soporte", one("80", "%"), Q),
    (33, "3", TEC, "Brindar asistencia", "Brindar servicios", "Número de Municipios con Servicio", (), B),
    (34, "3", TEC, "Garantizar la eficiencia", "Contratación de servicios de tele", "% Cobertura de Servicios de Internet", HUNDRED, Q),
    (35, "3", TEC, "Garantizar la eficiencia", "Contratación de servicios de mant", "% Cobertura de Servicios de Mant", one("85", "%"), Q),
    (36, "3", TEC, "Garantizar la eficiencia", "Contratación de licencias", "% de contratación", one("80", "%"), Q),
    (37, "3", TEC, "Garantizar la eficiencia", "Adquisición de equipos", "% de Adquisiciones", one("75", "%"), Q),
    (39, "4", TER, "Fortalecer la gestión municipal", "CONTRATACIÓN DE CONSULTORIAS", "Los municipios realizarán", (*one("22", "municipios"), *one("9", "municipios")), M),
    (40, "4", ORD, "Fortalecer la gestión financiera", "EDICIÓN Y REPRODUCCIÓN DE GUIAS", "Formular, actualizar", (("", "", "stated"),), N),
    (41, "4", ORD, "Fortalecer la gestión financiera", "CONTRATACIÓN SERVICIOS", "Formular, actualizar", (("", "", "stated"),), N),
    (42, "4", ORD, "Actualizar los Planes", "EDICIÓN Y REPRODUCCIÓN", "Formular, actualizar", one("1", "Guía"), Q),
    (43, "4", ORD, TURISMO, "Fortalecer a los GADS", "Número de municipios fortalecidos por", one("29", "municipios"), Q),
    (44, "4", ORD, TURISMO, "Impulsar y fortalecer", "Número de municipios fortalecidos en", one("76", "municipios"), Q),
    (45, "4", ORD, TURISMO, "Potenciar mecanismos", "% de GADM", one("60", "%"), Q),
    (48, "5", COO, "Fortalecer las capacidades munic", "Priorización de la demanda", "% de GAD", one("40", "%", "at-least"), Q),
    (49, "5", COO, "Fortalecer las capacidades munic", "Desarrollo de mecanismos de coop", "Nº de hermanamientos", one("10", "hermanamientos", "at-least"), Q),
    (50, "5", COO, "Fortalecer las capacidades munic", "Asesoría a los GADM", "% de funcionarios", one("70", "%"), Q),
    (51, "5", CAP, "Fortalecer las capacidades de gest", "Desarrollo del plan", "Nº de servidores/as", one("150", "servidores/as"), Q),
    (52, "5", CAP, "Fortalecer las capacidades de gest", "Desarrollo de la estrategia", "Nº de servidores/as", one("20", "GAD"), Q),
    (53, "5", CAP, "Fortalecer las capacidades de gest", "Mejoramiento de la oferta", "Nº de guías", one("3", "guías"), Q),
    (54, "5", CAP, "Fortalecer las capacidades de gest", "Desarrollo de mecanismos para", "% de GAD que entregan", one("60", "%"), Q),
    (56, "6", FIN, ESTRUCTURA, "Realizar los pagos", "% de cumplimiento de las obligaciones", HUNDRED, Q),
    (57, "6", FIN, ESTRUCTURA, "Realizar los pagos", CUMPLE, HUNDRED, Q),
    (58, "6", FIN, ESTRUCTURA, "Caja Chica", CUMPLE, HUNDRED, Q),
    (59, "6", FIN, ESTRUCTURA, "Contratación y pago", CUMPLE, HUNDRED, Q),
    (60, "6", FIN, ESTRUCTURA, "Gestión de contratación", CUMPLE, HUNDRED, Q),
    (61, "6", FIN, ESTRUCTURA, "Instalación mantenimiento", CUMPLE, one("80", "%"), Q),
    (62, "6", FIN, ESTRUCTURA, "Logística de movilización", CUMPLE, one("90", "%"), Q),
    (63, "6", FIN, ESTRUCTURA, "Pago de servicios", CUMPLE, HUNDRED, Q),
    (64, "6", FIN, ESTRUCTURA, "Adquisición de bienes", CUMPLE, HUNDRED, Q),
    (65, "6", TAL, "Brindar asistencia técnica", "Asistencia técnica en", "número de asistencias", one("180", "asistencias"), Q),
    (66, "6", TAL, "Fortalecer las habilidades", "Diseñar y ejecutar", "Elaboración, Diseño y Ejecución", (), B),
    (67, "6", TAL, "Gestionar el Talento", "Ejecutar el concurso", "Elaboración y ejecución", one("1", "Concurso"), Q),
    (68, "6", TAL, "Gestionar el Talento", "Implementación del manual", "Elaboración e implementación", one("1", "Manual"), Q),
    (69, "6", TAL, "Procurar el bienestar", "Diseño y ejecución", "Porcentaje de cumplimiento", HUNDRED, Q),
    (70, "6", TAL, "Procurar el bienestar", "Implementar el Programa", "elaboración e implementación", one("1", "programa"), Q),
    (71, "6", TAL, "Gestionar y acompañar", "plan de seguridad", "plan de seguridad", one("1", "plan"), Q),
    (72, "7", PTM, "Fortalecer la gestión municipal en", "Implementación de la Plataforma", "% de cobertura", one("40", "%"), Q),
    (73, "8", ESC, "Contribuir al fort", "Formación Inicial", "% de Alcaldes/as", one("80", "%"), Q),
    (74, "8", ESC, "Contribuir al fort", "Formación Continua", "Nº de documentos", one("1", "documento"), Q),
    (75, "8", ESC, "Contribuir al fort", "Red de Autoridades", "% de Autoridades", one("80", "Alcaldes/sas"), Q),
    (76, "9", UEU, "Fortalecer la gestión financiera M", "Implementación Proyecto UE", "Los Municipios del programa", one("48", "municipios"), Q),
    (77, "9", UEU, "Fortalecer la gestión financiera M", "Implementación Proyecto - Fondos UE", None, (), B),
    (78, "9", UEU, "Fortalecer la gestión financiera M", "Implementación Proyecto - Fondos AME", None, (), B),
)  # fmt: skip
