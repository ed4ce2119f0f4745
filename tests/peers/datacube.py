"""Read all data cubes of a SPARQL endpoint with pandas-datacube, in an environment of its own.

    python datacube.py ENDPOINT

It finds data sets, dimensions and measures by itself. Prints a line of JSON per data set: its IRI,
its dimensions in order, its measures, and a record per observation.
"""

from __future__ import annotations

import json
import sys

import pandasdatacube


def main(endpoint: str) -> None:
    """Print the cubes of an endpoint."""
    for dataset in pandasdatacube.get_datasets(endpoint)["dataset"]:
        table = pandasdatacube.get_datacube(endpoint, dataset)
        found = {
            "dataset": dataset,
            "dimensions": list(table.index.names),
            "measures": list(table.columns),
            "rows": table.reset_index().to_dict(orient="records"),
        }
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
