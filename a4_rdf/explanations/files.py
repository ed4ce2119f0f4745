"""What the findings on a file, or a folder of files, mean and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

FILES: Mapping[str, Explanation] = {
    "encoding-guessed": Explanation(
        "Archivo que no está en UTF-8",
        "File that is not UTF-8",
        "Las letras con tilde se leyeron con otra codificación. Guarde el archivo como UTF-8.",
        "Accented letters were read in another encoding. Save the file as UTF-8.",
    ),
    "delimiter-guessed": Explanation(
        "Separador de celdas deducido",
        "Cell separator guessed",
        "Dos signos separan el archivo en columnas casi igual de bien y se tomó el que da la "
        "tabla más regular. Revise las columnas, separe las celdas con punto y coma y use los "
        "encabezados de la plantilla.",
        "Two signs part the file into columns about equally well; the one that gives the more "
        "regular table was taken. Check the columns, part cells with semicolons and use the "
        "template's headings.",
    ),
    "stray-quote": Explanation(
        "Comillas sin su par",
        "Quotation mark without its pair",
        "La celda empieza con unas comillas que no la encierran entera y se leen como un signo "
        "más. Quítelas o use comillas angulares: «Plan vial».",
        "The cell begins with a quotation mark that does not enclose all of it, read as a sign "
        "like the rest. Remove it or use angular marks: «Plan vial».",
    ),
    "content-unlike-suffix": Explanation(
        "Archivo que no es lo que dice su nombre",
        "File unlike its name",
        "El archivo contiene otro formato que el de su extensión, por ejemplo una página web "
        "llamada .xls, y se leyó por lo que contiene. Ábralo y guárdelo en el formato que dice su "
        "nombre.",
        "The file holds another format than its suffix says, as a web page called .xls does, and "
        "was read as what it holds. Open it and save it in the format that its name says.",
    ),
    "metadata-missing": Explanation(
        "Faltan los metadatos",
        "Metadata missing",
        "La carpeta no trae el archivo de metadatos, o está vacío o dañado. "
        "Agréguelo en CSV con «Metadatos» en su nombre: allí se busca la fecha de actualización.",
        "The folder lacks the metadata file, or it is empty or damaged. "
        "Add it as CSV with «Metadatos» in its name: the update date is looked for there.",
    ),
    "dictionary-missing": Explanation(
        "Falta el diccionario de datos",
        "Data dictionary missing",
        "La carpeta no trae el diccionario de datos, o está vacío o dañado. "
        "Agréguelo en CSV con «Diccionario» en su nombre: dice qué es cada columna.",
        "The folder lacks the data dictionary, or it is empty or damaged. "
        "Add it as CSV with «Diccionario» in its name: it says what each column is.",
    ),
    "dictionary-lacks-fields": Explanation(
        "Columnas que el diccionario no define",
        "Columns that the dictionary lacks",
        "El conjunto de datos trae columnas que el diccionario no define. "
        "Agréguelas al diccionario con el mismo nombre que llevan en el encabezado.",
        "The data set has columns that the dictionary does not define. "
        "Add them to the dictionary under the name that they have in the header.",
    ),
    "dictionary-defines-others": Explanation(
        "Campos definidos que no están",
        "Defined fields that are not there",
        "El diccionario define campos de la plantilla que el conjunto de datos no trae. "
        "Agregue esas columnas al conjunto de datos, o quítelas del diccionario.",
        "The dictionary defines fields of the template that the data set does not have. "
        "Add these columns to the data set, or take them out of the dictionary.",
    ),
    "file-ignored": Explanation(
        "Archivo que no se lee",
        "File not read",
        "De la carpeta se leen un conjunto de datos, unos metadatos y un diccionario; este "
        "archivo sobra o no se reconoce. Si es uno de los tres, dígalo en su nombre; si no, "
        "sáquelo.",
        "Of a folder one data set, one metadata file and one dictionary are read; this file is "
        "one too many or is not recognised. If it is one of the three, say so in its name; if "
        "not, take it out.",
    ),
}
