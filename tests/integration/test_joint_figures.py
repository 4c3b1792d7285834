"""A figure of several funders is told as joint and is in nobody's sum alone; what an answer leaves out is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import QueryAnswer, read_catalog, run
from ledger.totals import Reason
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.worked_set import WORKED

CATALOG = read_catalog(built_in_model()).offered("worked", Guide())
JOINT = """
- id: deal/joint
  name: Loan of two
  amount: USD 40 million
  instrument: loan
  stage: approved
  whose_money: foreign_public
  says: Two lend together.
  evidence: [paper:2]
  links:
    - {type: FUNDS, from: [agency/bank, country/BB], role: funder}
    - {type: GOES_TO, to: company/mines, role: recipient}
    - {type: COVERS, to: mineral/tin-ore}
    - {type: LOCATED_IN, to: place/hill}
    - {type: LOCATED_IN, to: country/AA}
"""
SHARED = """
- id: deal/shared
  name: Loan in shares
  amount: USD 30 million
  instrument: loan
  stage: offered
  whose_money: foreign_public
  says: Two lend, the bank 20 to 25 of the 30 million.
  evidence: [paper:2]
  links:
    - {type: FUNDS, from: agency/bank, amount: USD 20 to 25 million}
    - {type: FUNDS, from: country/BB}
    - {type: COVERS, to: mineral/tin-ore}
"""
MORE = """
- {id: mineral/tin-ore, name: Tin ore, kind: product, says: What is dug first., evidence: [paper:2]}
- id: place/hill
  name: The hill
  kind: region
  says: Where it is dug.
  evidence: [paper:2]
  links: [{type: LIES_IN, to: country/AA}]
"""


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The worked set with one joint loan more."""
    folder: Path = tmp_path_factory.mktemp("joint")
    for name, text in {**WORKED, "joint.yaml": JOINT, "shared.yaml": SHARED, "more.yaml": MORE}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    wipe(engine)
    with opened(engine) as found:
        load(found, folder)
        yield found
    wipe(engine)


def ask(graph: Graph, query: str, **given: str) -> QueryAnswer:
    return run(graph, CATALOG.get(query), given, "worked")


def dicts(answer: QueryAnswer) -> list[dict[str, Value]]:
    shown = answer.as_rows()
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


@pytest.mark.parametrize("funder", ["agency/bank", "country/BB"])
def test_a_joint_figure_is_in_no_single_funders_sum_and_is_named(graph: Graph, funder: str) -> None:
    answer = ask(graph, "money-by-funder", funder=funder)
    assert answer.totals is not None
    assert "deal/joint" in [x.deal for x in answer.totals.left_out if x.reason is Reason.JOINT]
    assert "deal/joint" not in {c.deal for g in answer.totals.groups for c in g.added}
    (row,) = (r for r in dicts(answer) if r["id"] == "deal/joint")
    assert (row["row"], row["as_written"], row["joint_with"]) == (
        "left out", "USD 40 million", "Bank of Atlantis; Borduria",
    )  # fmt: skip
    assert row["note"] == "joint: of several funders together, in nobody's sum alone"


def test_a_share_is_in_its_funders_sum_and_the_figure_in_nobody_elses_alone(graph: Graph) -> None:
    (row,) = (r for r in dicts(ask(graph, "money-by-funder", funder="agency/bank")) if r["id"] == "deal/shared")
    assert (row["row"], row["stage"], row["as_written"]) == ("added", "offered", "USD 20 million to 25 million")
    assert (row["floor"], row["ceiling"]) == (20_000_000, 25_000_000)
    assert row["note"] == "its share of a joint figure of USD 30 million"
    (row,) = (r for r in dicts(ask(graph, "money-by-funder", funder="country/BB")) if r["id"] == "deal/shared")
    assert (row["row"], row["as_written"]) == ("left out", "USD 30 million")
    (row,) = (r for r in dicts(ask(graph, "all-money")) if r["id"] == "deal/shared")
    assert (row["row"], row["floor"], row["note"]) == ("added", 30_000_000, None)


def test_rows_of_a_network_have_the_funders_share_at_its_link(graph: Graph) -> None:
    rows = dicts(ask(graph, "neighbours", node="deal/shared"))
    told = {r["from"]: (r["amount"], r["value"], r["ceiling"]) for r in rows if r["relationship"] == "funds"}
    assert told == {
        "Bank of Atlantis": ("USD 20 million to 25 million", 20_000_000, 25_000_000),
        "Borduria": ("USD 30 million", 30_000_000, 30_000_000),
    }


def test_a_joint_figure_counts_once_in_the_sum_of_all_and_is_told_as_joint(graph: Graph) -> None:
    (row,) = (r for r in dicts(ask(graph, "all-money")) if r["id"] == "deal/joint")
    assert (row["row"], row["joint_with"]) == ("added", "Bank of Atlantis; Borduria")


def test_rows_of_a_network_tell_with_whom(graph: Graph) -> None:
    told = {r["from"]: r["joint_with"] for r in dicts(ask(graph, "neighbours", node="deal/joint")) if r["joint_with"]}
    assert (told["Bank of Atlantis"], told["Borduria"]) == ("Borduria", "Bank of Atlantis")
    (loan,) = (r for r in dicts(ask(graph, "neighbours", node="deal/loan")) if r["from"] == "Bank of Atlantis")
    assert loan["joint_with"] is None


def test_a_narrower_mineral_and_a_place_beside_its_country_are_named(graph: Graph) -> None:
    (narrower,) = ask(graph, "mineral-deals", mineral="mineral/tin").notes
    assert "Tin ore (mineral/tin-ore)" in narrower
    assert ask(graph, "mineral-deals", mineral="mineral/tin-ore").notes == ()
    rows = [r for r in dicts(ask(graph, "all-money")) if r["row"] == "by place"]
    held = {r["id"]: str(r["note"]).partition(";")[0] for r in rows}
    assert (held["country/AA"], held["place/hill"]) == ("with The hill", "inside Atlantis")
