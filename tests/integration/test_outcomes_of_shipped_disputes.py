"""What the totals would be under readings of the shipped disputes: figures worked out by hand from the articles."""

import pytest

from cypher.connection import Graph
from cypher.model import built_in_model
from cypher.outcomes import Outcome, read_outcomes
from ledger.amounts import Interval
from ledger.disputes import Weight
from ledger.totals import Figure
from tests.shipped import SHIPPED

MILLION, BILLION = 10**6, 10**9
Told = dict[tuple[str, str, Figure], tuple[Interval | None, Interval | None]]


def exactly(value: float) -> Interval:
    return Interval(round(value), round(value))


def up_to(value: float) -> Interval:
    return Interval(0, round(value))


SUM, PAID = Figure.SUM, Figure.PAID_OUT
LETTERS, VAULT = "letter_issued", "dispute/vault-loan-ceiling"
BY_HAND: dict[tuple[str, str], Told] = {
    (VAULT, "flat"): {("approved", "us_government", SUM): (up_to(10 * BILLION), exactly(10 * BILLION))},
    ("dispute/korea-zinc-funded-debt", "committed"): {
        ("committed", "us_government", PAID): (exactly(1.25 * BILLION), None)
    },
    ("dispute/dfc-kazakhstan-money", "raised-from-others"): {
        (LETTERS, "us_government", SUM): (up_to(700 * MILLION), None),
        (LETTERS, "not_stated", SUM): (None, up_to(700 * MILLION)),
    },
    ("dispute/dfc-brazil-rung", "invested"): {
        ("committed", "us_government", SUM): (exactly(675 * MILLION), exactly(1_240 * MILLION)),
        ("not_stated", "us_government", SUM): (exactly(565 * MILLION), None),
    },
    ("dispute/dfc-invested-or-exploring", "invested"): {
        ("committed", "us_government", SUM): (exactly(675 * MILLION), Interval(BILLION, None))
    },
    ("dispute/exim-letters-others", "applications"): {
        ("not_stated", "us_government", SUM): (None, exactly(455 * MILLION))
    },
    ("dispute/earlier-ten-verb", "concluded"): {
        ("signed", "not_stated", SUM): (exactly(10), None),
        ("negotiated", "not_stated", SUM): (None, exactly(10)),
    },
    ("dispute/uk-framework", "not-named"): {},
}  # fmt: skip


def outcomes(graph: Graph, dispute: str) -> dict[str, Outcome]:
    found = read_outcomes(graph, dispute, SHIPPED.name, built_in_model())
    assert found is not None
    return {outcome.reading.claim.rpartition("/")[2]: outcome for outcome in found.outcomes}


@pytest.mark.parametrize(("dispute", "reading"), BY_HAND)
def test_the_sums_under_a_reading_are_those_worked_out_by_hand(graph: Graph, dispute: str, reading: str) -> None:
    comparison = outcomes(graph, dispute)[reading].comparison
    assert comparison is not None
    told = {
        (d.key.stage, d.key.side, d.figure): (d.before, d.after)
        for d in comparison.differences
        if d.figure in (SUM, PAID)
    }
    assert told == BY_HAND[dispute, reading]


def test_what_every_reading_would_change_can_be_worked_out_and_the_dispute_decides_or_matters(graph: Graph) -> None:
    disputes = [row[0] for row in graph.rows("MATCH (d:Dispute) RETURN d.id ORDER BY d.id", {})]
    found = [
        worked for dispute in disputes if (worked := read_outcomes(graph, dispute, SHIPPED.name, built_in_model()))
    ]
    changing = [worked for worked in found if worked.outcomes]
    assert len(changing) > 20
    assert [o.problem for worked in changing for o in worked.outcomes if o.problem] == []
    assert {worked.dispute.weight for worked in changing} <= {Weight.DECIDES, Weight.MATTERS}


def test_from_everything_that_a_dispute_touches_it_is_reached_both_ways(graph: Graph) -> None:
    one_way = (
        "MATCH (d:Dispute)-[:CONCERNS]->(x) WHERE NOT d.id IN coalesce(x.disputes, []) RETURN x.id "
        "UNION MATCH (d:Dispute), ()-[r]->() WHERE r.id IN d.concerned_relationships "
        "AND NOT d.id IN coalesce(r.disputes, []) RETURN r.id AS `x.id` "
        "UNION MATCH (d:Dispute), (s)-[r]->(e) WHERE r.id IN d.concerned_relationships UNWIND [s, e] AS x "
        "WITH d, x WHERE NOT x:Source AND NOT (d)-[:CONCERNS]->(x) RETURN x.id"
    )
    assert graph.rows(one_way, {}) == ()
    assert graph.rows("MATCH (d:Dispute) WHERE size(d.concerned_relationships) > 0 RETURN count(d) > 3", {}) == (
        (True,),
    )
