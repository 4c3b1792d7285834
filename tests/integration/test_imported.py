"""A sheet that was brought in and loaded: its sums are those that a person worked out, and what is there is known."""

import json
from pathlib import Path

import yaml

from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph

SHEETS = Path(__file__).parents[1] / "sheets"


def test_a_sheet_is_loaded_at_once_and_its_sums_are_those_worked_out_by_hand(clean_graph: Server) -> None:
    ended = lodegraph(clean_graph, "import", str(SHEETS / "1-bank-pipeline.csv"), "--load", "--format", "json")
    assert ended.returncode == 0, ended.stderr
    assert "created" in json.loads(ended.stdout)["loaded"]
    answer = json.loads(lodegraph(clean_graph, "query", "run", "all-money", "--format", "json").stdout)
    found: dict[str, dict[str, int]] = {}
    for group in answer["totals"]["groups"]:
        found.setdefault(group["key"]["stage"], {})[group["key"]["unit"]] = group["interval"]["floor"]
    sums = yaml.safe_load((SHEETS / "1-bank-pipeline.facts.yaml").read_text("utf-8"))["sums"]
    assert found == {"committed" if stage == "funded" else stage: units for stage, units in sums.items()}


def test_each_deal_rests_on_its_row_with_licence_and_day(clean_graph: Server) -> None:
    assert lodegraph(clean_graph, "import", str(SHEETS / "1-bank-pipeline.csv"), "--load").returncode == 0
    asked = "MATCH (d:Deal {id: 'deal/lb-009'}) RETURN d.evidence AS evidence, d.origins AS origins"
    told = json.loads(lodegraph(clean_graph, "cypher", asked, "--format", "json").stdout)
    assert "passage/lake-pipeline/10" in json.dumps(told)
    asked = "MATCH (s:Source {url: 'https://lakebank.example/LB-009'}) RETURN s.licence, s.retrieved"
    told = lodegraph(clean_graph, "cypher", asked, "--format", "json").stdout
    assert "CC BY 4.0" in told and "2026-01-10" in told


def test_what_the_graph_holds_is_known_by_names_and_figures(clean_graph: Server, tmp_path: Path) -> None:
    assert lodegraph(clean_graph, "import", str(SHEETS / "3-closings.xlsx"), "--load").returncode == 0
    sheet = tmp_path / "more.csv"
    sheet.write_text("Lender,Borrower,Amount,Status\nHarbour Bank plc,Orrin Tin Ltd,USD 35 million,Signed\n", "utf-8")
    lodegraph(clean_graph, "map", str(sheet), "-o", f"{sheet}.mapping.yaml")
    ended = lodegraph(
        clean_graph,
        "import",
        str(sheet),
        "--into",
        str(tmp_path / "new"),
        "--beside-graph",
        "closings",
        "--format",
        "json",
    )
    told = [w["what"] for w in json.loads(ended.stdout)["warnings"]]
    assert any("'Harbour Bank plc'" in what and "company/harbour-bank" in what for what in told)
    assert any("the figure and the recipient in common" in what and "the data set closings" in what for what in told)
