"""Hard questions about money, asked of the graph; the answers were added up by hand from the articles' own lines."""

from cypher.connection import Graph
from cypher.saved import run
from cypher.status import current_data_set
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from ledger.totals import GroupTotal, Reason, Totals
from tests.shipped import CATALOG

MILLION = 1_000_000
US, OUTSIDE, NOT_STATED = Side.US_GOVERNMENT, Side.OUTSIDE, Side.NOT_STATED
ROWS = 35 + 93 + 620 + 80 + 1_250 + 150 + 150
"""The Department of Defense rows, each first sum, in millions: middle-asian, lines 30 to 36."""


def millions(floor: float, ceiling: float | None = None) -> Interval:
    return Interval(round(floor * MILLION), round((floor if ceiling is None else ceiling) * MILLION))


def asked(graph: Graph, query: str, **given: str) -> Totals:
    answer = run(graph, CATALOG.get(query), given, current_data_set(graph).name)
    assert answer.totals is not None
    return answer.totals


def funded_by(graph: Graph, agency: str) -> Totals:
    return asked(graph, "money-by-funder", funder=f"agency/{agency}")


def group(totals: Totals, stage: Stage, side: Side = US, unit: str = "USD") -> GroupTotal:
    (found,) = (g for g in totals.groups if (g.key.stage, g.key.side, g.key.unit) == (stage, side, unit))
    return found


def stages(totals: Totals) -> set[Stage]:
    return {g.key.stage for g in totals.groups}


def sliced(total: GroupTotal, dimension: str) -> dict[str | None, Interval]:
    (breakdown,) = (b for b in total.breakdowns if b.dimension == dimension)
    return {s.value: s.interval for s in breakdown.slices}


def left_out(totals: Totals, reason: Reason) -> set[str]:
    return {x.deal.removeprefix("deal/") for x in totals.left_out if x.reason is reason}


def test_what_has_exim_approved_when_the_vault_loan_is_told_twice(graph: Graph) -> None:
    listed = 1_300 + 27.4 + 23.5 + 15.9 + 11.1
    assert group(funded_by(graph, "exim"), Stage.APPROVED).interval == millions(listed, listed + 10_000)


def test_how_much_of_exims_letters_is_not_itemised(graph: Graph) -> None:
    letters = group(funded_by(graph, "exim"), Stage.LETTER_ISSUED)
    assert letters.interval == millions(14_800)
    assert {b.not_itemised for b in letters.breakdowns} == {millions(14_800 - 455 - 400 - 350 - 215)}


def test_what_do_the_energy_departments_offers_come_to(graph: Graph) -> None:
    energy = funded_by(graph, "department-of-energy")
    assert group(energy, Stage.OFFERED).interval == millions(134 + 355 + 50 + 500 + 40 + 20 + 6)
    assert stages(energy) == {Stage.OFFERED}
    assert left_out(energy, Reason.NO_FIGURE) == {"doe-opportunities", "doe-loans"}


def test_what_has_the_defense_department_committed_and_what_on_conditions(graph: Graph) -> None:
    defense = funded_by(graph, "department-of-defense")
    committed = group(defense, Stage.COMMITTED)
    assert (committed.interval, committed.of_which_funded) == (millions(ROWS), millions(1_250))
    assert group(defense, Stage.CONDITIONAL).interval == millions(2_400)


def test_how_far_are_dfcs_figures_and_why_is_its_billion_in_no_sum(graph: Graph) -> None:
    dfc = funded_by(graph, "dfc")
    assert group(dfc, Stage.COMMITTED).interval == millions(75 + 600)
    assert group(dfc, Stage.LETTER_ISSUED).interval == millions(0, 700)
    assert group(dfc, Stage.NOT_STATED).interval == millions(565)
    assert left_out(dfc, Reason.UMBRELLA) == {"dfc-total"}


def test_how_much_outside_money_was_drawn_in(graph: Graph) -> None:
    rows = 170.3 + 550 + 200 + 2_400 + 540 + 300
    totals = asked(graph, "all-money")
    assert group(totals, Stage.MOBILISED, OUTSIDE).interval == millions(rows + 75 + 1_200)
    pair = {(p.first, p.second) for p in totals.doubtful}
    assert pair == {("deal/defense-korea-zinc-conditional-debt", "deal/korea-zinc-outside-debt")}


def test_what_has_the_government_committed_over_all_agencies(graph: Graph) -> None:
    assert group(asked(graph, "all-money"), Stage.COMMITTED).interval == millions(ROWS + 75 + 600)


def test_what_stands_beside_every_sum(graph: Graph) -> None:
    totals = asked(graph, "all-money")
    assert left_out(totals, Reason.UMBRELLA) == {"us-support-six-months", "dfc-total"}
    assert left_out(totals, Reason.NO_FIGURE) == {
        "doe-opportunities", "doe-loans", "defense-commitments", "us-financing-opportunities",
    }  # fmt: skip


def test_how_much_copper_is_secured_and_for_whom(graph: Graph) -> None:
    copper = group(asked(graph, "all-money"), Stage.COMMITTED, NOT_STATED, "tons")
    assert copper.interval == Interval(150_000, 150_000)
    assert sliced(copper, "recipient") == {
        "country/US": Interval(100_000, 100_000),
        "country/AE": Interval(50_000, 50_000),
        "country/SA": Interval(50_000, 50_000),
    }


def test_how_many_agreements_were_signed_and_with_how_many_countries_is_talk_complete(graph: Graph) -> None:
    totals = asked(graph, "all-money")
    assert group(totals, Stage.SIGNED, NOT_STATED, "agreements").interval == Interval(11 + 10, 11 + 10)
    assert group(totals, Stage.NEGOTIATED, NOT_STATED, "countries").interval == Interval(17, 17)


def test_what_do_the_letters_name_for_australia(graph: Graph) -> None:
    places = sliced(group(funded_by(graph, "exim"), Stage.LETTER_ISSUED), "place")
    assert places["country/AU"] == millions(350 + 215)
    assert places["country/GB"] == millions(215)
