"""What is done to a written result before it leaves: rows counted, formulas neutralised, gzip.

Here, in the process of the query, all of it is bounded in time and memory, and yields to pages.
"""

from __future__ import annotations

import csv
import gzip
import mmap
import os
import sys
from io import StringIO, TextIOWrapper

from a4_rdf.formulas import neutralised
from a4_rdf.store import rows

SMALLEST = 1024
"""Bytes below which compressing gains nothing."""

LEVEL = 2
"""Of gzip: results are as repetitive as they are long, and higher levels take twice the time."""


def has_too_many_rows(result: int, media_type: str, most: int) -> bool:
    """Tell whether the SELECT result in the file `result` has more than `most` rows."""
    if os.fstat(result).st_size <= most:  # a row takes more than a byte
        return False
    with mmap.mmap(result, 0, access=mmap.ACCESS_READ) as content:
        return rows.exceeds(content, media_type, most)


def for_spreadsheet(result: int) -> None:
    """Rewrite the CSV in the file so that a spreadsheet takes no value for a formula.

    Raises OSError where it grows past its bound.
    """
    with os.fdopen(os.dup(result), "rb") as before:
        before.seek(0)
        content = before.read()
    with os.fdopen(os.dup(result), "wb") as after:
        after.seek(0)
        after.truncate()
        with TextIOWrapper(after, "utf-8", newline="") as text:
            writer = csv.writer(text, lineterminator="\r\n")
            csv.field_size_limit(sys.maxsize)  # the length of all is bounded
            for line in csv.reader(StringIO(content.decode("utf-8"), newline="")):
                writer.writerow([neutralised(cell) for cell in line])


def compressed(result: int) -> bool:
    """Compress the file in place where that gains something; tell whether it did."""
    if os.fstat(result).st_size < SMALLEST:
        return False
    with mmap.mmap(result, 0, access=mmap.ACCESS_READ) as content:
        packed = gzip.compress(content, LEVEL, mtime=0)
    os.ftruncate(result, 0)
    with os.fdopen(os.dup(result), "wb") as output:
        output.seek(0)
        output.write(packed)
    return True
