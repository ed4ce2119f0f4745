"""The search index of a publication: what holds now, by its words, in one SQLite file."""

from a4_rdf.release.search.documents import Document
from a4_rdf.release.search.index import NAME, write

__all__ = ["NAME", "Document", "write"]
