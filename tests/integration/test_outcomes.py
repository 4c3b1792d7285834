"""What the totals would be under each reading of a dispute: a set of few deals whose sums are worked out by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.evidence import read_disputes
from cypher.model import built_in_model
from cypher.outcomes import Outcome, Untied, read_outcomes
from cypher.saved import run
from ledger.amounts import Interval
from ledger.disputes import Disagreement, Weight
from ledger.totals import Figure
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.worked_asks import CATALOG, rows
from tests.unit.small_records import deal, folder_of, part_of

BANK = "{type: FUNDS, from: agency/bank}"
DEALS = (
    deal("programme", "USD 100", BANK)
    + deal("mine", "USD 30", f"{BANK}, {part_of('programme')}")
    + deal("shaft", "USD 10", part_of("mine"), stage="signed")
    + deal("plant", "USD 20", BANK)
    + deal("outside", "USD 50", "{type: ALONGSIDE, to: deal/plant}", whose_money="private")
    + deal("far", "USD 1000", BANK)
)
READINGS = """\
    readings:
      - {key: shown, says: As shown., rank: preferred, reason: Closest., evidence: [paper:1]}
      - key: beside
        says: The mine is beside the programme, and more.
        rank: normal
        reason: Less precise.
        evidence: [paper:2.10]
        changes:
          - remove: deal/mine|PART_OF|deal/programme|part
          - set: deal/mine
            to: {amount: up to USD 40}
      - key: funded
        says: The plant is paid.
        rank: normal
        reason: Less precise.
        evidence: [paper:2.10]
        changes: [{set: deal/plant, to: {stage: funded}}]
"""
DISPUTE = f"""\
    id: dispute/mine
    question: Does the mine lie in the programme?
    kind: number
    weight: decides
    would_change: The sum of loans.
    concerns: [deal/mine|PART_OF|deal/programme|part]
{READINGS}"""


OTHERS = {
    name: f"""\
    id: dispute/{name}
    question: Which is it?
    kind: doubtful_reading
    {weight}
    concerns: [deal/far]
    readings: [{{key: shown, says: As shown., rank: preferred, reason: Closest., evidence: [paper:1]}}]
"""
    for name, weight in (("a-detail", "weight: detail"), ("b-unweighed", ""), ("z-matters", "weight: matters"))
}


@pytest.fixture(scope="module")
def small(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as graph:
        others = {f"disputes__{name}": text for name, text in OTHERS.items()}
        load(graph, folder_of(Path(tmp_path_factory.mktemp("small")), DEALS, disputes__mine=DISPUTE, **others))
        yield graph
    wipe(engine)


def differences(outcome: Outcome) -> dict[tuple[str, str, str], tuple[Interval | None, Interval | None]]:
    assert outcome.comparison is not None, outcome.problem
    return {(d.key.stage, d.key.side, d.figure): (d.before, d.after) for d in outcome.comparison.differences}


def test_the_totals_under_each_reading_are_those_of_its_deals_with_their_wholes_and_parts(small: Graph) -> None:
    found = read_outcomes(small, "dispute/mine", "test-set", built_in_model())
    assert found is not None
    beside, funded = found.outcomes
    assert {d.id for d in found.book.deals} == {
        "deal/programme", "deal/mine", "deal/shaft", "deal/plant", "deal/outside",
    }  # fmt: skip
    approved = ("approved", "us_government", Figure.SUM)
    assert differences(beside) == {approved: (Interval(120, 120), Interval(120, 160))}
    assert differences(funded) == {
        approved: (Interval(120, 120), Interval(100, 100)),
        ("committed", "us_government", Figure.SUM): (None, Interval(20, 20)),
        ("committed", "us_government", Figure.PAID_OUT): (None, Interval(20, 20)),
    }
    assert (beside.reading.claim, beside.problem) == ("claim/dispute/mine/beside", "")


def test_a_dispute_says_its_weight_and_leads_to_both_ends(small: Graph) -> None:
    (dispute,) = read_disputes(small, ["dispute/mine"], "test-set")
    assert (dispute.weight, dispute.disagreement) == (Weight.DECIDES, Disagreement.SOURCE_AT_ODDS)
    assert dispute.would_change == "The sum of loans."
    concerned = "MATCH (d:Dispute {id: $id})-[r:CONCERNS]->(x) RETURN x.id, r.role, x.disputes, x.disputes_weigh"
    found = small.rows(f"{concerned} ORDER BY x.id", {"id": dispute.id})
    touched = [dispute.id]
    assert [(i, role, list(of), w) for i, role, of, w in found] == [
        ("deal/mine", "end", touched, None),
        ("deal/programme", "end", touched, None),
    ]


def test_what_somebody_else_left_in_a_reading_spoils_that_reading_alone(small: Graph) -> None:
    spoil = "MATCH (c:Claim {id: 'claim/dispute/mine/beside'}) SET c.changes = $changes RETURN c.id"
    kept = small.rows("MATCH (c:Claim {id: 'claim/dispute/mine/beside'}) RETURN c.changes", {})[0][0]
    for changes, why in (["{"], "is no JSON text"), (['{"remove": "deal/none"}'], "deal/none is not among the deals"):
        small.write(spoil, {"changes": changes})
        found = read_outcomes(small, "dispute/mine", "test-set", built_in_model())
        assert found is not None
        beside, funded = found.outcomes
        assert why in beside.problem
        assert beside.totals is None
        assert funded.comparison
    small.write(spoil, {"changes": kept})


SPOIL = "MATCH (c:Claim {id: 'claim/dispute/mine/beside'}) SET c.changes = $changes RETURN c.id"


def under(graph: Graph, *changes: str) -> Outcome:
    """What becomes of the deals where a reading has these changes, whatever the records say."""
    kept = graph.rows("MATCH (c:Claim {id: 'claim/dispute/mine/beside'}) RETURN c.changes", {})[0][0]
    graph.write(SPOIL, {"changes": list(changes)})
    try:
        found = read_outcomes(graph, "dispute/mine", "test-set", built_in_model())
    finally:
        graph.write(SPOIL, {"changes": kept})
    assert found is not None
    return found.outcomes[0]


def test_a_node_that_would_not_be_there_tells_which_deals_lose_their_tie(small: Graph) -> None:
    found = under(small, '{"remove": "agency/bank"}')
    assert found.untied == (Untied("agency/bank", "FUNDS", ("deal/far", "deal/mine", "deal/plant", "deal/programme")),)
    assert found.deals is not None
    assert [(d.id, d.funders) for d in found.deals if d.id == "deal/far"] == [("deal/far", frozenset())]
    assert differences(found) == {}


def test_what_would_be_superseded_leaves_the_sums_with_its_parts(small: Graph) -> None:
    link = '{"add": {"type": "SUPERSEDES", "from": "deal/plant", "to": "deal/programme", "role": "successor"}}'
    assert differences(under(small, link)) == {
        ("approved", "us_government", Figure.SUM): (Interval(120, 120), Interval(20, 20)),
        ("signed", "us_government", Figure.SUM): (Interval(10, 10), None),
    }
    kept = '{"add": {"type": "PART_OF", "from": "deal/mine", "to": "deal/plant", "role": "part"}}'
    smaller = '{"set": "deal/mine", "to": {"amount": "USD 15"}}'
    goes_on = differences(under(small, link, kept, smaller))
    assert goes_on == {("approved", "us_government", Figure.SUM): (Interval(120, 120), Interval(20, 20))}


def test_the_weightiest_disputes_come_first_and_one_that_nobody_weighed_matters(small: Graph) -> None:
    answer = run(small, CATALOG.get("open-disputes"), {}, "test-set")
    told = dict.fromkeys(rows(answer, "dispute_id", "weight", "disagreement"))
    assert list(told) == [
        ("dispute/mine", "decides", "source at odds"),
        ("dispute/b-unweighed", "not weighed", "doubtful reading"),
        ("dispute/z-matters", "matters", "doubtful reading"),
        ("dispute/a-detail", "detail", "doubtful reading"),
    ]
    ids = [row[0] for row in told]
    assert [d.id for d in read_disputes(small, sorted(ids), "test-set")] == ids


def test_an_unknown_dispute_has_no_outcomes(small: Graph) -> None:
    assert read_outcomes(small, "dispute/none", "test-set", built_in_model()) is None
