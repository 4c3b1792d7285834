"""Disputes as a list: which fit a filter, what is asked for in vain, and what another reading would change."""

from dataclasses import replace

import pytest

from cypher.disagreements import DisputeFilter, find_strange, pick_disputes, read_list, without_strange
from cypher.disagreements.words import (
    FIGURES,
    describe_outcome,
    describe_sort,
    describe_support,
    list_moved,
    list_sum_changes,
)
from cypher.outcomes import Untied
from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.totals import Figure
from tests.unit.few_disputes import (
    FLAT,
    LINK,
    LISTED,
    MODEL,
    NAME,
    NOWHERE,
    OPERATOR,
    PRIVATE,
    SIZE,
    DisputedGraph,
    in_full,
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DisputeFilter(), LISTED),
        (DisputeFilter(weights=("decides",)), (SIZE,)),
        (DisputeFilter(weights=("detail", "not_weighed")), (NAME, OPERATOR)),
        (DisputeFilter(kind="name"), (NAME,)),
        (DisputeFilter(about="deal/loan"), (SIZE,)),
        (DisputeFilter(about="company/sg"), (NAME, OPERATOR)),
        (DisputeFilter(mineral="mineral/tin"), (SIZE,)),
        (DisputeFilter(agency="agency/bank"), (SIZE,)),
        (DisputeFilter(source="source/paper"), (SIZE, NAME)),
        (DisputeFilter(source="source/paper", weights=("detail",)), (NAME,)),
        (DisputeFilter(words="TEN million"), (SIZE,)),
        (DisputeFilter(words="societe"), (NAME,)),
        (DisputeFilter(words="Socie\u0301te\u0301"), (NAME,)),
        (DisputeFilter(words="mill ten"), (SIZE,)),
        (DisputeFilter(words="illion"), ()),
        (DisputeFilter(words="company loan"), ()),
    ],
)
def test_a_dispute_is_shown_that_has_all_that_is_asked_for(asked: DisputeFilter, found: tuple[object, ...]) -> None:
    assert pick_disputes(LISTED, asked) == found


def test_the_list_comes_from_the_graph_weightiest_first_and_those_unweighed_last() -> None:
    listed = read_list(DisputedGraph((OPERATOR, NAME, SIZE)), "test-set", MODEL)  # type: ignore[arg-type]
    assert [d.id for d in listed] == ["dispute/size", "dispute/name", "dispute/operator"]
    assert [t.id for t in listed[2].touches] == ["company/sg", "project/mine"]
    assert (listed[0].origins, [i for i, _ in listed[0].sources]) == (
        ("source/sheet",), ["source/paper", "source/note"],
    )  # fmt: skip


def test_what_a_filter_names_in_vain_is_told_with_the_nearest_and_left_out() -> None:
    asked = DisputeFilter(("decide", "detail"), "qualifer", "deal/laon", "company/sg", "", "source/papr", "...")
    strange = find_strange(DisputedGraph(), asked, LISTED, "test-set", MODEL)  # type: ignore[arg-type]
    assert [(s.field, s.what) for s in strange] == [
        ("weight", "there is no weight decide (did you mean decides?)"),
        ("kind", "there is no kind qualifer (did you mean qualifier?)"),
        ("words", "“...” holds no letter or digit to look for"),
        ("about", "there is no deal/laon in these records (did you mean deal/loan?)"),
        ("mineral", "company/sg is no mineral"),
        ("source", "there is no source/papr in these records (did you mean source/paper?)"),
    ]
    assert without_strange(asked, strange) == DisputeFilter(("detail",))
    assert find_strange(DisputedGraph(), DisputeFilter(about="deal/loan"), LISTED, "test-set", MODEL) == ()  # type: ignore[arg-type]


def test_the_sums_under_a_reading_are_told_with_stage_whose_money_unit_and_qualifier() -> None:
    dispute = in_full(SIZE, flat=[FLAT])
    up_to, flat = dispute.readings
    assert describe_outcome(dispute, up_to) == ""
    (change,) = list_sum_changes(dispute, flat)
    assert (change.group, change.figure) == ("approved · US government · USD", "sum")
    assert (change.before, change.after) == ("USD 3 million to USD 13 million", "USD 13 million")
    assert list_moved(dispute, flat) == ()
    assert flat.changes == ("The loan: amount USD 10 million",)


def test_a_sum_that_is_there_in_one_of_both_alone_is_told() -> None:
    dispute = in_full(SIZE, flat=[PRIVATE])
    told = {c.group: (c.before, c.after) for c in list_sum_changes(dispute, dispute.readings[1])}
    assert told == {
        "approved · US government · USD": ("USD 3 million to USD 13 million", "up to USD 10 million"),
        "approved · outside money · USD": ("no such sum", "USD 3 million"),
    }
    assert dispute.readings[1].changes == ("The mine: whose money private",)


def test_a_deal_that_would_no_longer_count_by_itself_is_told() -> None:
    dispute = in_full(SIZE, flat=[LINK])
    flat = dispute.readings[1]
    assert list_moved(dispute, flat) == ("The mine: in a sum → counted inside its whole",)
    assert flat.changes == ("there: The mine is part of The loan",)
    assert "USD 3 million to USD 13 million → USD 3 million to USD 10 million" in describe_outcome(dispute, flat)


def test_a_stage_that_is_not_told_is_called_so_in_a_sum() -> None:
    dispute = in_full(SIZE, flat=[Setting("deal/mine", {"stage": "not_stated"})])
    groups = {c.group for c in list_sum_changes(dispute, dispute.readings[1])}
    assert groups == {"approved · US government · USD", "stage not stated · US government · USD"}


def test_a_relationship_that_would_be_otherwise_is_told_with_its_role_and_names() -> None:
    gone = Removal("agency/bank|PARTY_TO|deal/loan|signatory")
    there = Addition({"type": "PARTY_TO", "from": "agency/bank", "to": "deal/loan", "role": "counterpart"})
    assert in_full(SIZE, flat=[gone, there]).readings[1].changes == (
        "not there: The Bank is party to The loan, as signatory",
        "there: The Bank is party to The loan, as counterpart",
    )


def test_a_reading_without_data_changes_no_sum_and_one_that_cannot_be_worked_out_says_why() -> None:
    assert describe_outcome(in_full(SIZE), in_full(SIZE).readings[1]) == "changes no sum"
    dispute = in_full(SIZE, flat=[NOWHERE])
    assert describe_outcome(dispute, dispute.readings[1]) == "cannot be worked out: deal/none is not among the deals"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            Addition({"type": "LOCATED_IN", "from": "deal/loan", "to": "country/AA", "role": "location"}),
            "changes no sum of all these deals, but sums by place may be others",
        ),
        (
            Addition({"type": "FUNDS", "from": "agency/bank", "to": "deal/mine", "role": "funder"}),
            "changes no sum of all these deals, but sums by funder may be others",
        ),
        (
            Setting("agency/bank|FUNDS|deal/loan|funder", {"amount": "USD 2 million"}),
            "changes no sum of all these deals, but sums by funder may be others",
        ),
        (Setting("agency/bank|FUNDS|deal/loan|funder", {"says": "The Bank lends."}), "changes no sum"),
        (Addition({"type": "LOCATED_IN", "from": "project/mine", "to": "country/AA"}), "changes no sum"),
        (Removal("agency/bank"), "changes no sum"),
    ],
)
def test_a_reading_that_ties_a_deal_otherwise_says_which_sums_may_be_others(change: Alteration, told: str) -> None:
    dispute = in_full(SIZE, flat=[change])
    assert describe_outcome(dispute, dispute.readings[1]) == told


def test_a_reading_that_takes_a_node_away_says_which_deals_lose_their_tie_to_it() -> None:
    dispute = in_full(SIZE, flat=[Removal("agency/bank")])
    reading = dispute.readings[1]
    assert reading.outcome
    lost = replace(reading.outcome, untied=(Untied("agency/bank", "FUNDS", ("deal/loan", "deal/mine")),))
    told = describe_outcome(dispute, replace(reading, outcome=lost))
    assert told.startswith("changes no sum of all these deals, but sums by funder are without The loan, ")
    assert told.endswith(" where they go by The Bank")


def test_a_field_that_would_not_be_there_is_told_once_with_what_only_describes_it() -> None:
    dispute = in_full(SIZE, flat=[Setting("deal/loan", without=("date", "date_of"))])
    assert dispute.readings[1].changes == ("The loan: no date",)
    dispute = in_full(SIZE, flat=[Setting("deal/loan", {"date": "2025"}, without=("date_of",))])
    assert dispute.readings[1].changes == ("The loan: date 2025, no date of",)


def test_sums_by_what_a_deal_is_tied_to_are_told_beside_those_that_are_worked_out() -> None:
    tied = Addition({"type": "LOCATED_IN", "from": "deal/mine", "to": "country/AA", "role": "location"})
    dispute = in_full(SIZE, flat=[Setting("deal/mine", {"stage": "signed"}), tied])
    assert describe_outcome(dispute, dispute.readings[1]).endswith("; sums by place may be others")


def test_that_nobody_has_decided_is_told_with_the_readings() -> None:
    normal = tuple(replace(reading, rank="normal") for reading in SIZE.readings)
    assert describe_support(SIZE) == "2 readings, 2 articles, 1 origin"
    assert describe_support(replace(SIZE, view=replace(SIZE.view, readings=normal))) == (
        "2 readings, none preferred, 2 articles, 1 origin"
    )


def test_a_doubtful_reading_is_called_so_once() -> None:
    assert describe_sort(OPERATOR) == ("a doubtful reading",)
    assert describe_sort(SIZE) == ("qualifier", "sources differ")


def test_every_figure_that_may_differ_has_words_of_its_own() -> None:
    assert FIGURES.keys() == set(Figure)
    assert len(set(FIGURES.values())) == len(Figure)
