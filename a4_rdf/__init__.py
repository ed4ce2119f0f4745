"""a4_rdf: publish the goals of Ecuador's public bodies as linked open data."""

__version__ = "0.1.0"
