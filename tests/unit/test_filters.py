"""Filters: how they stand in a text, what passes them, and what of a picture is seen then."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.facets import NONE, Asked, Facet, Facets, find_stops, read_asked, read_facets, sift, write_asked
from cypher.facets.asked import read_list, write_list
from cypher.model import built_in_model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.state.action_values import read_values
from explorer.state.actions import ClearFilter, Filter, Hide, HideLabel, HideType, ShowAgain
from explorer.state.filter_words import describe_asked
from explorer.state.filters import read_filters, write_filters
from explorer.state.log_text import read_log, write_actions
from explorer.state.offered_filters import Figures, Offer, count_by_month, list_figures, list_offers
from explorer.state.scene import Scene, fold
from explorer.state.seen import name_view, see_without
from ledger.amounts import Amount
from ledger.dates import find_first_day, find_last_day
from tests.unit.reader_actions import ASKED, FILTERS, NODES

STAGES = {"deal/a": "approved", "deal/b": "signed", "deal/c": "signed"}


def node(node_id: str) -> GraphNode:
    return GraphNode(node_id, node_id.partition("/")[0].capitalize(), {"id": node_id})


def edge(start: str, type_: str, end: str) -> GraphEdge:
    return GraphEdge(f"{start}|{type_}|{end}|x", type_, start, end, {})


SHOWN = Subgraph(
    tuple(map(node, ("agency/x", "agency/y", "agency/alone", *STAGES))),
    (
        edge("agency/x", "FUNDS", "deal/a"), edge("agency/x", "FUNDS", "deal/b"), edge("agency/y", "FUNDS", "deal/c"),
        edge("agency/y", "FUNDS", "deal/b"),
    ),
)  # fmt: skip
FACETS = Facets({Facet.STAGE: {i: frozenset({s}) for i, s in STAGES.items()}})
FUNDS_A, FUNDS_B, Y_FUNDS_C, Y_FUNDS_B = (e.id for e in SHOWN.edges)


@given(ASKED)
def test_what_is_asked_is_read_as_it_was_written(asked: Asked) -> None:
    assert read_asked(str(asked.facet), write_asked(asked)) == asked


@given(FILTERS)
def test_all_filters_together_are_read_as_they_were_written(filters: list[Asked]) -> None:
    assert set(read_filters(write_filters(filters)) or ()) == set(filters)


@given(st.lists(NODES, max_size=5, unique=True))
def test_a_list_of_ids_is_read_as_it_was_written(ids: list[str]) -> None:
    assert read_list(write_list(tuple(ids))) == tuple(ids)


@given(st.sampled_from(Facet), st.text(max_size=20))
def test_any_text_is_read_or_refused(facet: Facet, text: str) -> None:
    asked = read_asked(str(facet), text)
    if asked is not None:
        assert read_asked(str(facet), write_asked(asked)) == asked


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("amount", "5..6"), ("amount", "USD:9..5"), ("amount", "USD:1e9.."), ("amount", "USD:-5.."), ("amount", "USD"),
        ("amount", "USD:99999999999999999999.."), ("date", "2025..2026"), ("date", "2025-13..2026-01"),
        ("date", "2026-02..2025-02"), ("date", ".."), ("date", "0000-01.."), ("stage", ""), ("colour", "red"),
    ],
)  # fmt: skip
def test_what_asks_nothing_that_can_be_read_is_no_filter(facet: str, value: str) -> None:
    assert read_asked(facet, value) is None
    assert read_values(Filter, [facet, value]) is None


@pytest.mark.parametrize(
    ("told", "low", "high", "passes"),
    [
        ("USD 5 million", 5_000_000, None, True),
        ("USD 5 million", 5_000_001, None, False),
        ("USD 5 million", None, 4_999_999, False),
        ("about USD 5 million", 5_000_000, 5_000_000, True),
        ("up to USD 5 million", None, 1, True),
        ("up to USD 5 million", 5_000_001, None, False),
        ("more than USD 5 million", 9_000_000, None, True),
        ("more than USD 5 million", None, 4_000_000, False),
        ("USD 2 billion to 3 billion", 2_500_000_000, None, True),
        ("tons 5000000", None, None, False),
    ],
)
def test_a_figure_passes_where_it_may_lie(told: str, low: int | None, high: int | None, passes: bool) -> None:
    amount = Amount.parse(told if not told.startswith("tons") else "5,000,000 tons")
    figure = amount.interval()
    assert figure is not None
    assert Asked(Facet.AMOUNT, unit="USD", low=low, high=high).fits_amount(amount.unit, figure) is passes


@pytest.mark.parametrize(
    ("told", "first", "last", "passes"),
    [
        ("2025-12", "2025-12", "2025-12", True), ("2025", "2025-12", "", True), ("2025", "2026-01", "", False),
        ("P5M/2026-02-04", "2025-08", "2025-09", True), ("P5M/2026-02-04", "", "2025-08", False),
        ("2026-02-04", "2026-02", "2026-02", True), ("2026-02-04", "2026-03", "", False),
    ],
)  # fmt: skip
def test_a_date_passes_in_every_month_in_which_it_may_lie(told: str, first: str, last: str, passes: bool) -> None:
    asked = Asked(Facet.DATE, first=first, last=last)
    assert asked.fits_days(find_first_day(told), find_last_day(told)) is passes


def test_who_has_something_else_is_left_out_and_who_is_then_tied_to_nothing() -> None:
    sifted = sift(SHOWN, FACETS, [Asked(Facet.STAGE, frozenset({"approved"}))])
    assert sifted.by_facet == {Facet.STAGE: {"deal/b", "deal/c"}}
    assert sifted.loose == {"agency/y"}  # agency/alone was tied to nothing before, and is not asked about
    assert sifted.because_of("deal/b") == (Facet.STAGE,)


def test_what_is_not_told_passes_where_that_is_asked_for() -> None:
    facets = Facets({Facet.STAGE: {"deal/a": frozenset(), "deal/b": frozenset({"signed"}), "deal/c": frozenset()}})
    out = sift(SHOWN, facets, [Asked(Facet.STAGE, with_none=True)]).left_out
    assert {i for i in STAGES if i not in out} == {"deal/a", "deal/c"}


def test_of_evidence_the_ends_of_what_passes_stay_though_they_rest_on_something_else() -> None:
    rests = {"deal/a": "s2", "deal/b": "s1", "deal/c": "s2", "agency/x": "s2", "agency/y": "s2", "agency/alone": "s1",
             FUNDS_A: "s2", FUNDS_B: "s1", Y_FUNDS_C: "s2", Y_FUNDS_B: "s2"}  # fmt: skip
    facets = Facets({Facet.SOURCE: {i: frozenset({s}) for i, s in rests.items()}})
    asked = [Asked(Facet.SOURCE, frozenset({"s1"}))]
    left = {n.id for n in SHOWN.nodes} - sift(SHOWN, facets, asked).left_out
    assert left == {"agency/alone", "agency/x", "deal/b"}
    assert find_stops(SHOWN, facets, asked) == {FUNDS_A, Y_FUNDS_C, Y_FUNDS_B}


NOBODY = cast("Reader", None)
"""What is in the picture tells its dates by itself: no graph is asked."""


OURS = {"data_set": "ours"}
MET, OWNS, SAT, BARE = (
    GraphEdge(f"agency/x|{type_}|deal/a|r", type_, "agency/x", "deal/a", OURS | told)
    for type_, told in (
        ("SIGNED", {"date": "2026-02-04", "since": "2001"}),
        ("OWNS", {"since": "2024", "until": "2025-03"}),
        ("HOLDS", {"held_on": "2025-11"}),
        ("FUNDS", {}),
    )
)
TIES = Subgraph((node("agency/x"), GraphNode("deal/a", "Deal", OURS | {"id": "deal/a"})), (MET, OWNS, SAT, BARE))


@pytest.mark.parametrize(
    ("first", "last", "left_out"),
    [
        ("2026-02", "2026-02", {OWNS, SAT}), ("2025-02", "2025-11", {MET}), ("2025-04", "2025-12", {MET, OWNS}),
        ("2023-01", "2023-12", {MET, OWNS, SAT}), ("2024-01", "", set()),
    ],
)  # fmt: skip
def test_relationships_are_asked_for_the_dates_that_they_have_and_stay_where_they_have_none(
    first: str, last: str, left_out: set[GraphEdge]
) -> None:
    facets = read_facets(NOBODY, TIES, "ours", built_in_model(), {Facet.DATE})
    asked = Asked(Facet.DATE, first=first, last=last, with_none=True)
    sifted = sift(TIES, facets, [asked])
    assert sifted.by_facet[Facet.DATE] == {e.id for e in left_out}
    assert sifted.loose == set()  # the one without a date ties both ends
    assert count_by_month(facets)["2025-03"] == 1


def test_who_was_tied_by_dates_that_do_not_pass_alone_is_left_out_with_them() -> None:
    shown = Subgraph(
        (node("agency/x"), node("country/AA")),
        (GraphEdge("m", "MET", "agency/x", "country/AA", OURS | {"date": "2020"}),),
    )
    facets = read_facets(NOBODY, shown, "ours", built_in_model(), {Facet.DATE})
    sifted = sift(shown, facets, [Asked(Facet.DATE, first="2026-01")])
    assert sifted.by_facet[Facet.DATE] == {"m"}
    assert sifted.loose == {"agency/x", "country/AA"}


@given(st.lists(ASKED, max_size=3, unique_by=lambda asked: asked.facet))
def test_more_filters_never_bring_anything_back(filters: list[Asked]) -> None:
    facets = Facets({f: {i: frozenset({"approved"} if i == "deal/a" else ()) for i in STAGES} for f in Facet})
    before: frozenset[str] = frozenset()
    for at in range(len(filters) + 1):
        now = sift(SHOWN, facets, filters[:at]).left_out
        assert before <= now
        before = now


def test_a_filter_stands_in_the_address_and_another_of_its_facet_takes_its_place() -> None:
    approved, both = Filter("stage", "approved"), Filter("stage", "approved,committed")
    text = write_actions((approved, both, Filter("amount", "USD:5000000..,none"), ClearFilter("stage")))
    assert text == "1~~fstage~approved~~fstage~approved,committed~~famount~USD:5000000..,none~~Fstage"
    actions = read_log(text).actions
    assert fold(actions[:2]).filters == (Asked(Facet.STAGE, frozenset({"approved", "committed"})),)
    assert fold(actions).filters == (Asked(Facet.AMOUNT, unit="USD", low=5_000_000, with_none=True),)
    assert fold((*actions, ClearFilter())) == fold((*actions, ShowAgain())) == Scene()


def test_what_is_seen_lacks_all_that_is_hidden_and_filtered_and_says_how_much() -> None:
    scene = fold((Hide("deal/a"), HideType("PART_OF"), Filter("stage", "approved,signed")))
    seen = see_without(SHOWN, scene, frozenset({"agency/y"}))
    assert {n.id for n in seen.subgraph.nodes} == {"agency/x", "agency/alone", "deal/b", "deal/c"}
    assert [e.id for e in seen.subgraph.edges] == [FUNDS_B]
    assert (seen.hidden_nodes, seen.hidden_edges, seen.is_all, seen.is_nothing) == (2, 3, False, False)
    assert see_without(SHOWN, fold((HideLabel("Deal"), HideLabel("Agency")))).is_nothing
    assert see_without(SHOWN, Scene()).subgraph == SHOWN
    views = [fold(done) for done in ((), (Hide("a/b"),), (HideType("b"),), (Filter("stage", "b"),))]
    assert len(set(map(name_view, views))) == len(views)


def test_only_what_occurs_is_offered_with_how_many_have_it() -> None:
    assert list_offers(FACETS, Facet.STAGE) == (Offer("signed", "signed", 2), Offer("approved", "approved", 1))
    some = Facets({Facet.ORIGINS: {"a": frozenset({"1"}), "b": frozenset()}})
    assert list_offers(some, Facet.ORIGINS) == (Offer("1", "one origin", 1), Offer(NONE, "not stated", 1))


def test_a_window_is_counted_in_each_of_its_months_and_months_without_any_are_there() -> None:
    told = {"a": "P2M/2025-03-31", "b": "2025-05-06", "c": "2025-03"}
    facets = Facets(days={i: (find_first_day(t), find_last_day(t)) for i, t in told.items()})
    assert count_by_month(facets) == {"2025-02": 1, "2025-03": 2, "2025-04": 0, "2025-05": 1}
    assert count_by_month(Facets()) == {}
    wide = Facets(days={i: (find_first_day(t), find_last_day(t)) for i, t in {"a": "0001", "b": "9999"}.items()})
    assert count_by_month(wide) == {}


def test_figures_are_told_by_unit_and_never_together() -> None:
    told = {"a": "USD 5 million", "b": "more than USD 7 million", "c": "50,000 tons"}
    amounts = {i: (a.unit, f) for i, t in told.items() if (f := (a := Amount.parse(t)).interval())}
    assert list_figures(Facets(amounts=amounts)) == (
        Figures("USD", 2, 5_000_000, 7_000_000), Figures("tons", 1, 50_000, 50_000)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(Facet.STAGE, frozenset({"letter_issued"}), with_none=True), "stage: letter issued or not stated"),
        (Asked(Facet.AMOUNT, unit="USD", low=5_000_000), "amount: at least USD 5 million"),
        (Asked(Facet.AMOUNT, unit="tons", high=60_000), "amount: at most 60,000 tons"),
        (Asked(Facet.DATE, first="2025-09", last="2026-02"), "date: September 2025 to February 2026"),
        (Asked(Facet.MINERAL, frozenset({"mineral/copper"})), "mineral: Copper"),
    ],
)
def test_a_filter_is_told_in_words(asked: Asked, words: str) -> None:
    assert describe_asked(asked, Facets(names={"mineral/copper": "Copper"})) == words
