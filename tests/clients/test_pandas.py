"""Tables of the site read by pandas, in the environment that pandas has here."""

from __future__ import annotations

import json
from pathlib import Path

from tests.clients.recipes import offered
from tests.clients.snippets import Snippet, check, run
from tests.peers import need

NAME = "Python (SPARQLWrapper, pandas)"
TELL = '\nimport json, sys\njson.dump(table.to_dict(orient="list"), sys.stderr)\n'


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path) -> None:
    for snippet in page["pandas"]:
        check(snippet, [need.datacube(), "-W", "error", "-c"], folder)


def test_what_the_query_page_offers_runs(base: str, counts: str, tmp_path: Path) -> None:
    text = offered(base, counts, NAME)
    done = run([need.datacube(), "-W", "error", "-c", text + TELL], tmp_path)
    assert done.returncode == 0, done.stderr
    table = json.loads(done.stderr)
    assert list(table) == ["unit", "goals"]
    assert table["unit"][1] == "COORDINACIÓN FINANCIERA"
    assert table["goals"] == ["12", "9", "7", "6", "6", "4", "3", "3", "3", "3", "2", "2", "1", "1"]
    printed = done.stdout.splitlines()
    assert printed[0].split() == ["unit", "goals"]
    assert printed[2].split() == ["1", "COORDINACIÓN", "FINANCIERA", "9"]


def test_the_table_of_all_goals_has_its_types(base: str, tmp_path: Path) -> None:
    text = f"""
import json
import pandas as pd
goals = pd.read_csv("{base}/dumps/goals.csv")
print(json.dumps({{
    "lines": len(goals),
    "types": [str(goals[name].dtype) for name in ("row", "value", "unit")],
    "first": goals.loc[0, ["unit", "target_text", "value", "unit_of_measure"]].tolist(),
    "financial": int(goals["unit"].str.endswith("COORDINACIÓN FINANCIERA").sum()),
}}))
"""
    done = run([need.datacube(), "-W", "error", "-c", text], tmp_path)
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "lines": 64,
        "types": ["int64", "float64", "str"],
        "first": ["DIRECCIÓN EJECUTIVA", "45 Reuniones", 45.0, "Reuniones"],
        "financial": 9,
    }


def test_without_accept_it_gets_json(endpoint: str, tmp_path: Path) -> None:
    text = f"""
import pandas as pd
table = pd.read_csv("{endpoint}?query=SELECT%20%3Fs%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201")
print(table.columns[0])
"""
    done = run([need.datacube(), "-W", "error", "-c", text], tmp_path)
    assert done.stdout.startswith('{"head":')
