"""`python -m a4_rdf` is `a4-rdf`."""

from __future__ import annotations

from a4_rdf.cli import main

if __name__ == "__main__":
    main(prog_name="a4-rdf")
