"""The three files of the 2023 law, as the tests' own bodies publish them."""

from __future__ import annotations

from pathlib import Path

LINK = (
    "Enlace al sistema de gestiÓn de planificaciÓn para verificaciÓn de los indicadores y metas"
    " cuantificables por procesos o niveles"
)
HEADER = f"Unidad;Objetivos;Indicador;Meta cuantificable;{LINK}"
DATA = f"""{HEADER};;;;;;;;;;
DIRECCIÓN DE OBRAS;Mejorar las vías, urbanas y rurales;Número de vías mejoradas;12 vías;https://planes.ejemplo.gob.ec/poa?id=7;;;;;;;;;;
DIRECCIÓN DE AMBIENTE;"Reducir la contaminación;
y cuidar los ríos";% de ríos limpios;80%;NO APLICA;;;;;;;;;;
;;;;;;;;;;;;;;
"""
METADATA = """Institución;GAD DE EJEMPLO
FECHA ACTUALIZACIÓN DE LA INFORMACIÓN;31/1/2025
PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN;MENSUAL
UNIDAD POSEEDORA DE LA INFORMACIÓN;DIRECCIÓN DE OBRAS
PERSONA RESPONSABLE DE LA UNIDAD POSEEDORA DE LA INFORMACIÓN;Ing. Persona Ejemplo
CORREO ELECTRÓNICO DE LA PERSONA RESPONSABLE;persona@ejemplo.gob.ec
NÚMERO TELEFÓNICO DE LA PERSONA RESPONSABLE;02 246 9683
LICENCIA;CC BY 4.0
ENLACE PARA DESCARGAR;https://www.ejemplo.gob.ec/transparencia
"""
DICTIONARY = f"""Nombre del campo;Descripción
Unidad;Unidad administrativa
Objetivos;Objetivos de la unidad
Indicador;Cómo se mide
Meta cuantificable;Cuánto se ofrece
{LINK};Dónde se verifica
"""
NAMES = ("1.3_Conjunto de datos.csv", "1.3_Metadatos.csv", "1.3_Diccionario.csv")


def folder(path: Path, *texts: str, names: tuple[str, ...] = NAMES) -> Path:
    """Write the texts as files of a new folder, encoded as Excel does in Ecuador."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in zip(names, texts, strict=False):
        (path / name).write_bytes(text.encode("cp1252"))
    return path
