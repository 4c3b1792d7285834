"""What the totals would be under each reading of a shipped dispute, by hand from the articles' own figures."""

import pytest

from cypher.connection import Graph
from cypher.model import built_in_model
from cypher.outcomes import read_outcomes
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from ledger.totals import Figure
from tests.shipped import SHIPPED

MILLION = 1_000_000
US, OUTSIDE, NOT_STATED = Side.US_GOVERNMENT, Side.OUTSIDE, Side.NOT_STATED
SUM, PAID, IF_SAME, IF_ELSEWHERE = Figure.SUM, Figure.PAID_OUT, Figure.IF_SAME, Figure.IF_ELSEWHERE


def usd(floor: float, ceiling: float | None = None) -> Interval:
    """Millions of dollars, as one figure or from a floor to a ceiling."""
    return Interval(round(floor * MILLION), round((floor if ceiling is None else ceiling) * MILLION))


ROWS = 35 + 93 + 620 + 80 + 1_250 + 150 + 150
"""The Department of Defense rows, each first sum but the conditional one, in millions: middle-asian, lines 30 to 36."""
ORION_AND_UKRAINE = 600 + 75
"""What DFC put into Orion and Ukraine, in millions: ani-report, lines 69 and 71."""
BESIDE_DFC = 1_200 + 75
"""What came with it, in millions: the same lines."""
BESIDE_KOREA_ZINC = 2_400 + 540 + 300
"""The outside money of Korea Zinc's rows and Atalco's, in millions: middle-asian, lines 34 to 36."""

Key = tuple[Stage, Side, str, Figure]
Worked = dict[Key, tuple[Interval | None, Interval | None]]
NOTHING_ADDED: Worked = {}
"""No figure of a sum changes: a party, place or day, a paper without a sum, or what lies in an umbrella does."""

WORKED: dict[str, Worked] = {
    "alcoa-sojitz-name/two-names": NOTHING_ADDED,
    "atalco-places/three-places": NOTHING_ADDED,
    "defense-commitments-and-rows/the-rows": NOTHING_ADDED,
    "defense-financings-rung/funded": {(Stage.COMMITTED, US, "USD", PAID): (None, usd(150 + 150))},
    "defense-financings-rung/not-said": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(150 + 150), None),
        (Stage.NOT_STATED, US, "USD", SUM): (None, usd(150 + 150)),
    },
    "defense-raised/raised-by-the-company": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(ROWS), None),
        (Stage.COMMITTED, US, "USD", PAID): (usd(1_250), None),
        (Stage.CONDITIONAL, US, "USD", SUM): (usd(2_400), None),
        (Stage.CONDITIONAL, US, "USD", IF_ELSEWHERE): (usd(0), None),
        (Stage.MOBILISED, NOT_STATED, "USD", SUM): (None, usd(93 + 35 + 620 + 80)),
        (Stage.COMMITTED, NOT_STATED, "USD", SUM): (None, usd(1_250)),
        (Stage.COMMITTED, NOT_STATED, "USD", PAID): (None, usd(1_250)),
        (Stage.CONDITIONAL, NOT_STATED, "USD", SUM): (None, usd(2_400)),
        (Stage.CONDITIONAL, NOT_STATED, "USD", IF_ELSEWHERE): (None, usd(0)),
        (Stage.NOT_STATED, NOT_STATED, "USD", SUM): (None, usd(150 + 150)),
    },
    "defense-row-months/conditional-only": NOTHING_ADDED,
    "defense-row-months/whole-row": NOTHING_ADDED,
    "dfc-african-trader/african-firms": NOTHING_ADDED,
    "dfc-brazil-rung/explored": {
        (Stage.NOT_STATED, US, "USD", SUM): (usd(565), None),
        (Stage.EXPLORING, US, "USD", SUM): (None, usd(565)),
    },
    "dfc-brazil-rung/invested": {
        (Stage.NOT_STATED, US, "USD", SUM): (usd(565), None),
        (Stage.COMMITTED, US, "USD", SUM): (usd(ORION_AND_UKRAINE), usd(ORION_AND_UKRAINE + 565)),
    },
    "dfc-gulf-stage/listed": NOTHING_ADDED,
    "dfc-gulf-stage/listed-as-one": NOTHING_ADDED,
    "dfc-invested-items/still-mobilising": {
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (usd(BESIDE_DFC), None),
        (Stage.EXPLORING, OUTSIDE, "USD", SUM): (None, usd(BESIDE_DFC)),
    },
    "dfc-invested-or-exploring/invested": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(ORION_AND_UKRAINE), Interval(1_000 * MILLION, None)),
    },
    "dfc-kazakhstan-letter/not-spelt-out": NOTHING_ADDED,
    "dfc-kazakhstan-money/raised-from-others": {
        (Stage.LETTER_ISSUED, US, "USD", SUM): (usd(0, 700), None),
        (Stage.LETTER_ISSUED, NOT_STATED, "USD", SUM): (None, usd(0, 700)),
    },
    "dfc-outside-goes-where/same-way": NOTHING_ADDED,
    "dfc-outside-money/other-governments": NOTHING_ADDED,
    "dfc-partnerships-inside/beside": NOTHING_ADDED,
    "dfc-outside-money/public": {
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (usd(BESIDE_DFC), None),
        (Stage.MOBILISED, NOT_STATED, "USD", SUM): (None, usd(BESIDE_DFC)),
    },
    "doe-loans-rung/committed": NOTHING_ADDED,
    "earlier-ten-verb/concluded": {
        (Stage.SIGNED, NOT_STATED, "agreements", SUM): (Interval(10, 10), None),
        (Stage.NEGOTIATED, NOT_STATED, "agreements", SUM): (None, Interval(10, 10)),
    },
    "exim-letters-others/applications": {(Stage.NOT_STATED, US, "USD", SUM): (None, usd(455))},
    "exim-letters-others/investments": {(Stage.COMMITTED, US, "USD", SUM): (None, usd(400 + 350 + 215))},
    "frameworks-among-signed/among-others": {
        (Stage.SIGNED, NOT_STATED, "agreements", SUM): (Interval(11, 11), Interval(11, None)),
    },
    "korea-zinc-funded-debt/committed": {(Stage.COMMITTED, US, "USD", PAID): (usd(1_250), None)},
    "korea-zinc-places/korea-alone": NOTHING_ADDED,
    "korea-zinc-places/not-the-money": NOTHING_ADDED,
    "korea-zinc-places/tennessee-alone": NOTHING_ADDED,
    "korea-zinc-rows/copied-from-atalco": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(1_250 + 150 + 150), usd(1_250 + 150)),
    },
    "korea-zinc-rows/copied-from-korea-zinc": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(1_250 + 150 + 150), usd(1_250 + 150)),
    },
    "korea-zinc-rows/inside-the-conditional-debt": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(1_250 + 150 + 150), usd(1_250 + 150)),
        (Stage.CONDITIONAL, US, "USD", IF_ELSEWHERE): (usd(0), usd(150)),
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (usd(BESIDE_KOREA_ZINC), usd(BESIDE_KOREA_ZINC - 540)),
    },
    "korea-zinc-rows/inside-the-debt": {
        (Stage.COMMITTED, US, "USD", SUM): (usd(1_250 + 150 + 150), usd(1_250 + 150)),
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (usd(BESIDE_KOREA_ZINC), usd(BESIDE_KOREA_ZINC - 540)),
    },
    "korea-zinc-two-four-billion/conditional-only": NOTHING_ADDED,
    "korea-zinc-two-four-billion/one-figure": {
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (usd(2_400), None),
        (Stage.MOBILISED, OUTSIDE, "USD", IF_ELSEWHERE): (usd(0), None),
        (Stage.CONDITIONAL, US, "USD", SUM): (usd(2_400), None),
        (Stage.CONDITIONAL, US, "USD", IF_ELSEWHERE): (usd(0), None),
        (Stage.CONDITIONAL, NOT_STATED, "USD", SUM): (None, usd(2_400)),
    },
    "orion-one-consortium/not-linked": NOTHING_ADDED,
    "rare-earths-and-critical-minerals/beside": NOTHING_ADDED,
    "seventeen-negotiations/agreements": {
        (Stage.NEGOTIATED, NOT_STATED, "countries", SUM): (Interval(17, 17), None),
        (Stage.NEGOTIATED, NOT_STATED, "agreements", SUM): (None, Interval(17, 17)),
    },
    "seventeen-window/both": NOTHING_ADDED,
    "uk-framework/eight-named": NOTHING_ADDED,
    "uk-framework/not-named": NOTHING_ADDED,
    "us-financing-and-doe/also-announced": NOTHING_ADDED,
    "us-financing-opportunities/commitments": NOTHING_ADDED,
    "us-financing-opportunities/public-funding": NOTHING_ADDED,
    "us-support-parts/listed-as-support": NOTHING_ADDED,
    "us-support-private-share/with-private-sector": NOTHING_ADDED,
    "ustr-intentions-parties/ustr-alone": NOTHING_ADDED,
    "ustr-intentions-rung/announced": NOTHING_ADDED,
    "vault-loan-ceiling/flat": {(Stage.APPROVED, US, "USD", SUM): (usd(0, 10_000), usd(10_000))},
    "vault-ten-billion-of-what/initiative": {
        (Stage.APPROVED, US, "USD", SUM): (usd(0, 10_000), None),
        (Stage.ANNOUNCED, US, "USD", SUM): (None, usd(10_000)),
    },
}  # fmt: skip
"""By reading, each figure that would be otherwise, as shown and as it would be."""


def test_every_reading_with_changes_was_worked_out(graph: Graph) -> None:
    text = "MATCH (c:Claim)-[:READING_OF]->(:Dispute) WHERE c.changes IS NOT NULL RETURN c.id"
    assert {str(claim).removeprefix("claim/dispute/") for (claim,) in graph.rows(text, {})} == set(WORKED)


@pytest.mark.parametrize("dispute", sorted({reading.partition("/")[0] for reading in WORKED}))
def test_the_totals_under_each_reading(graph: Graph, dispute: str) -> None:
    found = read_outcomes(graph, f"dispute/{dispute}", SHIPPED.name, built_in_model())
    assert found is not None
    shown = {o.reading.claim.removeprefix("claim/dispute/"): (o.problem, o.comparison) for o in found.outcomes}
    for reading, (problem, comparison) in shown.items():
        assert comparison is not None, problem
        differences = {
            (d.key.stage, d.key.side, d.key.unit, d.figure): (d.before, d.after) for d in comparison.differences
        }
        assert differences == WORKED[reading], reading
    assert set(shown) == {reading for reading in WORKED if reading.partition("/")[0] == dispute}


ON_THE_LAST_DAY_OF_2025: dict[str, Worked] = {
    "whole-row": {
        (Stage.MOBILISED, OUTSIDE, "USD", SUM): (None, usd(170.3 + 550 + 200 + 2_400 + 540 + 300)),
        (Stage.MOBILISED, OUTSIDE, "USD", IF_ELSEWHERE): (None, usd(170.3 + 550 + 200 + 540 + 300)),
        (Stage.CONDITIONAL, US, "USD", IF_ELSEWHERE): (None, usd(0)),
    },
    "conditional-only": {
        (Stage.COMMITTED, US, "USD", SUM): (
            usd(93 + 620 + 80 + 1_250 + 150 + 150), usd(93 + 620 + 80 + 150 + 150)
        ),
        (Stage.COMMITTED, US, "USD", PAID): (usd(1_250), None),
    },
}  # fmt: skip
"""Where a month is all that readings differ in: what is not dated is in no sum as of a day."""


def test_the_totals_under_a_reading_as_of_a_day(graph: Graph) -> None:
    found = read_outcomes(graph, "dispute/defense-row-months", SHIPPED.name, built_in_model(), as_of="2025-12-31")
    assert found is not None
    for outcome in found.outcomes:
        assert outcome.comparison is not None, outcome.problem
        told = {
            (d.key.stage, d.key.side, d.key.unit, d.figure): (d.before, d.after) for d in outcome.comparison.differences
        }
        assert told == ON_THE_LAST_DAY_OF_2025[outcome.reading.claim.rpartition("/")[2]]
