"""Findings on a file or a folder of files, before anything is known of its table."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

FILES: Mapping[str, FindingKind] = {
    "encoding-guessed": FindingKind(
        INFO,
        "el archivo no está en UTF-8: se leyó como {encoding}",
        "the file is not UTF-8: it was read as {encoding}",
    ),
    "delimiter-guessed": FindingKind(
        INFO,
        "celdas separadas por {delimiter}; con {rival} la tabla sería casi igual de regular",
        "cells parted by {delimiter}; with {rival} the table would be nearly as regular",
    ),
    "stray-quote": FindingKind(
        INFO,
        "comillas que no cierran una celda: se leen como un signo más",
        "a quote that closes no cell: it is read as a sign like the rest",
    ),
    "content-unlike-suffix": FindingKind(
        INFO,
        "el archivo termina en {suffix} y contiene {content}: se leyó como tal",
        "the file ends in {suffix} and holds {content}: it was read as that",
    ),
    "metadata-missing": FindingKind(
        WARNING,
        "la carpeta no trae el archivo de metadatos, o no se pudo leer",
        "the folder lacks the metadata file, or it could not be read",
    ),
    "dictionary-missing": FindingKind(
        WARNING,
        "la carpeta no trae el diccionario de datos, o no se pudo leer",
        "the folder lacks the data dictionary, or it could not be read",
    ),
    "dictionary-lacks-fields": FindingKind(
        WARNING,
        "el diccionario no define columnas del conjunto de datos: {fields}",
        "the dictionary does not define columns of the data set: {fields}",
    ),
    "dictionary-defines-others": FindingKind(
        WARNING,
        "el diccionario define campos que el conjunto de datos no trae: {fields}",
        "the dictionary defines fields that the data set lacks: {fields}",
    ),
    "file-ignored": FindingKind(
        WARNING,
        "archivo de la carpeta que no se lee: «{name}»",
        "file of the folder that is not read: «{name}»",
    ),
}
