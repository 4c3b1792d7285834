"""Stakes that held on a day, and what a chain of them comes to: against cases that were worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.stakes import Worked, show_held, show_tied, work_out
from ledger.stakes import Stake, effective_shares


def stake(owner: str, owned: str, share: str | None = "50", **more: bool) -> Stake:
    return Stake(f"{owner}-{owned}", owner, owned, Decimal(share) if share else None, more.pop("direct", True), **more)


def worked(node: str, *stakes: Stake) -> dict[str, str]:
    return {i: f"{chain.share.normalize():f}" for i, chain in effective_shares(stakes, node).items()}


LINE = (stake("man", "group", "100"), stake("group", "holding", "75"), stake("holding", "mine", "60"))


def test_a_share_along_a_chain_is_a_product_from_above_and_from_below() -> None:
    assert worked("mine", *LINE) == {"man-group": "45", "group-holding": "45"}
    assert worked("man", *LINE) == {"group-holding": "75", "holding-mine": "45"}
    assert worked("holding", *LINE) == {"man-group": "75"}


@pytest.mark.parametrize("gap", [stake("group", "holding", None), stake("group", "holding", direct=False)])
def test_no_share_is_worked_out_past_one_that_is_not_stated_or_not_said_to_be_direct(gap: Stake) -> None:
    assert worked("mine", LINE[0], gap, LINE[2]) == {}


def test_two_ways_to_the_mine_are_never_added_and_each_says_that_there_is_another() -> None:
    fork = (stake("man", "left", "40"), stake("man", "right", "60"), stake("left", "mine"), stake("right", "mine"))
    assert worked("mine", *fork) == {"man-left": "20", "man-right": "30"}
    assert {chain.others for chain in effective_shares(fork, "mine").values()} == {1}
    assert worked("mine", *fork, stake("top", "man", "100")) == {"man-left": "20", "man-right": "30"}


def test_what_is_held_by_way_of_others_is_told_twice_and_opens_no_second_way() -> None:
    again = stake("man", "holding", "75", direct=False, is_counted=False)
    assert worked("mine", *LINE, again) == worked("mine", *LINE)


def test_nothing_is_worked_out_in_a_circle() -> None:
    assert worked("mine", *LINE, stake("mine", "group", "5")) == {}
    assert worked("mine", stake("a", "b"), stake("b", "a"), stake("b", "mine")) == {}


@given(
    st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.integers(1, 100)), max_size=9),
    st.sampled_from("abcde"),
)
def test_a_share_worked_out_is_never_above_any_on_its_way(ties: list[tuple[str, str, int]], node: str) -> None:
    stakes = [Stake(str(n), a, b, Decimal(share), is_direct=True) for n, (a, b, share) in enumerate(ties)]
    for chain in effective_shares(stakes, node).values():
        assert 0 < chain.share <= min(s.share or 0 for s in chain.stakes)
        assert node in (chain.stakes[0].owner, chain.stakes[-1].owned)
        pairs = zip(chain.stakes, chain.stakes[1:], strict=False)
        assert all(first.owned == second.owner for first, second in pairs)


def owns(owner: str, owned: str, **properties: object) -> GraphEdge:
    return GraphEdge(f"{owner}-{owned}-{properties.get('since')}", "OWNS", owner, owned, dict(properties))


NODES = tuple(GraphNode(i, "Company", {"name": i}) for i in ("man", "group", "late", "mine"))
FIRM = Subgraph(
    NODES,
    (
        owns("man", "group", share=100, holding="direct"),
        owns("group", "mine", share=100, holding="direct", since="2016", until="2020"),
        owns("group", "mine", share=60.5, holding="direct", since="2021"),
        owns("late", "mine", share=39.5, holding="direct", since="2021"),
    ),
)


def test_a_network_on_a_day_has_what_held_then_and_leads_to_the_node() -> None:
    before, later = (show_held(FIRM, date(year, 3, 1)) for year in (2015, 2022))
    assert {e.id for e in before.edges} == {"man-group-None"}
    tied = show_tied(before, FIRM, "mine")
    assert (tied.edges, [n.id for n in tied.nodes]) == ((), ["mine"])
    assert {n.id for n in show_tied(later, FIRM, "mine").nodes} == {"man", "group", "late", "mine"}


def test_no_stake_is_held_after_the_end_of_what_is_owned_unless_its_own_end_is_told() -> None:
    mine = GraphNode("mine", "Project", {"name": "mine", "until": "2020"})
    closed = Subgraph((*NODES[:3], mine), (*FIRM.edges[:2], owns("late", "mine", since="2019", until="2023")))
    assert {e.start for e in show_held(closed, date(2019, 6, 1)).edges} == {"man", "group", "late"}
    assert {e.start for e in show_held(closed, date(2021, 1, 1)).edges} == {"man", "late"}


def test_a_row_says_what_is_derived_how_and_what_is_open() -> None:
    day = date(2022, 3, 1)
    found = work_out(show_held(FIRM, day), day, "mine")
    assert found["man-group-None"] == Worked("not certain", 60.5, "derived: 100 % of 60.5 %; not certain on that day")
    assert found["late-mine-2021"] == Worked("yes", None, None)


def test_a_chain_through_shares_above_the_whole_says_that_not_all_can_be_so() -> None:
    more = (*FIRM.edges[:1], owns("late", "group", share=20, holding="direct"), FIRM.edges[2])
    found = work_out(Subgraph(NODES, more), None, "mine")
    too_much = "; the shares of group come to more than the whole, so not all can be so"
    assert found["man-group-None"].effective_note == f"derived: 100 % of 60.5 %{too_much}"
    assert found["late-group-None"].effective_note == f"derived: 20 % of 60.5 %{too_much}"


def test_without_a_day_what_has_ended_is_in_no_chain() -> None:
    found = work_out(FIRM, None, "mine")
    assert found.pop("man-group-None") == Worked(None, 60.5, "derived: 100 % of 60.5 %")
    assert all(x == Worked() for x in found.values())
    ended = Subgraph(NODES, FIRM.edges[:2])
    assert work_out(ended, None, "mine")["man-group-None"] == Worked()


def test_of_an_answer_that_was_cut_nothing_is_worked_out() -> None:
    cut = Subgraph(NODES, (FIRM.edges[0], FIRM.edges[2]), truncated=True)
    assert work_out(cut, None, "mine")["man-group-None"] == Worked()


@pytest.mark.parametrize("share", ["60 %", True, 0, 130, None, [60]])
def test_a_share_that_somebody_else_broke_is_not_stated(share: object) -> None:
    broken = Subgraph(NODES, (FIRM.edges[0], owns("group", "mine", share=share, holding="direct", since=["soon", 7])))
    assert work_out(broken, date(2022, 1, 1), "mine")["man-group-None"] == Worked("not certain")
