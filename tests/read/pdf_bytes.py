"""PDF files written by hand, object by object: what no honest writer makes."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources %s>>"


def file(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a file of numbered objects; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    ends = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + ends % (size, trailer, start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content: bytes, resources: bytes = b"<</Font<</F1 5 0 R>>>>", *more: bytes) -> bytes:
    """Return a file of one page; further objects are numbered from 6."""
    return file(CATALOG, ONE_PAGE, PAGE % resources, content, FONT, *more)


def form(name: int, calls: bytes) -> bytes:
    """Return a form that draws the form of that object number."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>>" % name
    return stream(calls, entries)


def tree(kids: Sequence[int]) -> bytes:
    """Return a page tree's node."""
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    return b"<</Type/Pages/Kids[%s]/Count %d>>" % (refs, len(kids))
