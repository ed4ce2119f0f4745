"""The catalogue that portals harvest (DCAT-AP 3.0): data sets, their versions, files and service.

CKAN makes a data set of each `dcat:Dataset` in the file that it reads, so releases stand in it as
versions and are typed in their own graphs only. There are no blank nodes. `describe` is the whole
catalogue, as the store and the dump have it; `pages` cuts it to what harvesters fetch at once.
"""

from __future__ import annotations

from a4_rdf.release.catalogue.pages import WHOLE, write
from a4_rdf.release.catalogue.parts import describe

__all__ = ["WHOLE", "describe", "write"]
