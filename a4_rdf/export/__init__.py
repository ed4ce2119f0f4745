"""The whole site as static files: every page, every form of data beside it, a search."""

from a4_rdf.export.site import Exported, export

__all__ = ["Exported", "export"]
