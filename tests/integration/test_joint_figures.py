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
    for name, text in {**WORKED, "joint.yaml": JOINT, "more.yaml": MORE}.items():
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
    assert [x.deal for x in answer.totals.left_out if x.reason is Reason.JOINT] == ["deal/joint"]
    assert "deal/joint" not in {c.deal for g in answer.totals.groups for c in g.added}
    (row,) = (r for r in dicts(answer) if r["id"] == "deal/joint")
    assert (row["row"], row["as_written"], row["joint_with"]) == (
        "left out", "USD 40 million", "Bank of Atlantis; Borduria",
    )  # fmt: skip
    assert row["note"] == "joint: of several funders together, in nobody's sum alone"


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
    (places,) = ask(graph, "all-money").notes
    assert places == (
        "By place, Atlantis (country/AA) does not include what is listed beside it for The hill (place/hill)."
    )
