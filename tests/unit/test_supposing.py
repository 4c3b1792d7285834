"""Deals as they would be if another reading held, and what their totals would be then."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.amounts import Amount, Interval
from ledger.changes import Change, ChangeKind
from ledger.deals import Deal, Instrument, Stage, Step, WhoseMoney
from ledger.supposed import CannotSuppose, suppose
from ledger.totals import Difference, Figure, Moved, Reason, compare_totals, total
from tests.unit.money_worlds import loan

TEN, THREE = Amount.parse("USD 10"), Amount.parse("USD 3")
WHOLE, PART, OTHER = loan("deal/whole", TEN), loan("deal/part", THREE, ["deal/whole"]), loan("deal/other", THREE)
NEW = {"id": "deal/new", "name": "New", "instrument": "loan", "stage": "approved", "whose_money": "us_government"}
DEALS = (WHOLE, PART, OTHER)
LIES_IN = {"deal/part": {"deal/whole"}}


def supposed(
    *changes: Alteration, deals: Sequence[Deal] = DEALS, lies_in: Mapping[str, set[str]] = LIES_IN
) -> dict[str, Deal]:
    return {d.id: d for d in suppose(deals, changes, lies_in)}


def sums(deals: Mapping[str, Deal]) -> dict[tuple[str, str], Interval]:
    return {(g.key.stage, g.key.side): g.interval for g in total(deals.values()).groups}


def add(type_: str, start: str, end: str, role: str, **more: str) -> Addition:
    return Addition({"type": type_, "from": start, "to": end, "role": role, **more})


def succeed(new: str, old: str, **more: str) -> Addition:
    return add("SUPERSEDES", new, old, "successor", **more)


def test_fields_are_read_as_those_of_a_record_and_other_deals_stay_as_they_are() -> None:
    to = {
        "amount": "up to 7 million USD",
        "stage": "signed",
        "whose_money": "private",
        "instrument": "equity",
        "says": "X.",
    }
    found = supposed(Setting("deal/other", to))
    deal = found["deal/other"]
    assert (deal.amount, deal.stage) == (Amount.parse("up to USD 7 million"), Stage.SIGNED)
    assert (deal.whose_money, deal.instrument) == (WhoseMoney.PRIVATE, Instrument.EQUITY)
    assert (found["deal/whole"], found["deal/part"]) == (WHOLE, PART)


def test_the_last_stage_of_a_history_is_the_one_that_is_otherwise() -> None:
    told = loan("deal/x", TEN, stage=Stage.SIGNED, history=(Step(Stage.ANNOUNCED, "2024"), Step(Stage.SIGNED, "2025")))
    found = supposed(Setting("deal/x", {"stage": "funded"}), deals=[told], lies_in={})["deal/x"]
    assert found.history == (Step(Stage.ANNOUNCED, "2024"), Step(Stage.FUNDED, "2025"))


def test_a_field_that_a_deal_would_not_have_is_gone_and_others_stay() -> None:
    found = supposed(Setting("deal/other", {"stage": "signed"}, without=("amount", "date")))["deal/other"]
    assert (found.amount, found.date, found.stage) == (None, None, Stage.SIGNED)
    assert found.name


def test_a_payment_is_dropped_with_the_figure_that_it_was_of() -> None:
    paid = loan("deal/x", TEN, paid_out=THREE)
    assert supposed(Setting("deal/x", {"amount": "EUR 9"}), deals=[paid], lies_in={})["deal/x"].paid_out is None
    assert supposed(Setting("deal/x", {"amount": "USD 9"}), deals=[paid], lies_in={})["deal/x"].paid_out == THREE


def test_a_part_less_counts_beside_its_whole_and_one_more_counts_inside() -> None:
    apart = supposed(Removal("deal/part|PART_OF|deal/whole|part"))
    inside = supposed(add("PART_OF", "deal/other", "deal/whole", "part"))
    assert list(sums(apart).values()) == [Interval(16, 16)]
    assert list(sums(inside).values()) == [Interval(10, 10)]


def test_what_lies_in_a_part_lies_in_the_whole_of_its_part_too() -> None:
    lies_in = {"deal/c": {"deal/b"}, "deal/b": set[str]()}
    chain = [loan("deal/a", TEN), loan("deal/b", THREE), loan("deal/c", THREE, ["deal/b"])]
    nested = supposed(add("PART_OF", "deal/b", "deal/a", "part"), deals=chain, lies_in=lies_in)
    assert nested["deal/c"].wholes == {"deal/a", "deal/b"}
    both = {"deal/b": {"deal/a"}, "deal/c": {"deal/a", "deal/b"}}
    chain = [loan("deal/a", TEN), loan("deal/b", THREE, ["deal/a"]), loan("deal/c", THREE, ["deal/a", "deal/b"])]
    kept = supposed(Removal("deal/b|PART_OF|deal/a|part"), deals=chain, lies_in=both)
    assert kept["deal/c"].wholes == {"deal/a", "deal/b"}


def test_twins_are_tied_and_parted_both_ways() -> None:
    tied = supposed(add("MAY_BE_SAME_AS", "deal/part", "deal/other", "doubt"))
    assert (tied["deal/part"].may_be_same_as, tied["deal/other"].may_be_same_as) == ({"deal/other"}, {"deal/part"})
    parted = supposed(Removal("deal/other|MAY_BE_SAME_AS|deal/part|doubt"), deals=tuple(tied.values()))
    assert parted["deal/part"].may_be_same_as == parted["deal/other"].may_be_same_as == frozenset()


def test_funders_minerals_and_recipients_come_and_go() -> None:
    funded = supposed(
        add("FUNDS", "agency/bank", "deal/other", "funder"), add("COVERS", "deal/other", "mineral/tin", "mineral")
    )
    assert (funded["deal/other"].funders, funded["deal/other"].minerals) == ({"agency/bank"}, {"mineral/tin"})
    without = supposed(Removal("agency/bank"), deals=tuple(funded.values()))
    assert (without["deal/other"].funders, without["deal/other"].minerals) == (frozenset(), {"mineral/tin"})


def test_a_part_is_of_what_its_whole_would_be_of() -> None:
    tin = [
        replace(WHOLE, minerals=frozenset({"mineral/tin"})),
        replace(PART, whole_minerals=frozenset({"mineral/tin"})),
    ]
    gone = Removal("deal/whole|COVERS|mineral/tin|mineral")
    assert supposed(gone, deals=tin)["deal/part"].of_minerals == frozenset()
    assert supposed(Removal("mineral/tin"), deals=tin)["deal/part"].of_minerals == frozenset()
    assert supposed(Removal("deal/part|PART_OF|deal/whole|part"), deals=tin)["deal/part"].of_minerals == frozenset()
    lead = add("COVERS", "deal/whole", "mineral/lead", "mineral")
    assert supposed(lead, deals=tin)["deal/part"].of_minerals == {"mineral/tin", "mineral/lead"}
    own = supposed(add("COVERS", "deal/part", "mineral/lead", "mineral"), deals=tin)["deal/part"]
    assert own.of_minerals == {"mineral/lead"}
    beyond = [tin[1]]
    assert supposed(Setting("deal/part", {"stage": "signed"}), deals=beyond)["deal/part"].of_minerals == {"mineral/tin"}


def test_a_deal_that_would_not_be_there_leaves_its_parts_and_twins_alone() -> None:
    twin = supposed(add("MAY_BE_SAME_AS", "deal/other", "deal/whole", "doubt"))
    found = supposed(Removal("deal/whole"), deals=tuple(twin.values()))
    assert list(found) == ["deal/part", "deal/other"]
    assert (found["deal/part"].wholes, found["deal/other"].may_be_same_as) == (frozenset(), frozenset())


def test_a_deal_more_is_counted() -> None:
    fields = {
        "id": "deal/new",
        "name": "New",
        "instrument": "loan",
        "stage": "approved",
        "whose_money": "us_government",
    }
    found = supposed(Addition(fields | {"amount": "USD 5"}), add("PART_OF", "deal/other", "deal/new", "part"))
    assert list(sums(found).values()) == [Interval(15, 15)]


@pytest.mark.parametrize(
    "change",
    [
        Setting("initiative/x", {"name": "Y"}), Setting("deal/part|PART_OF|deal/whole|part", {"date": "2020"}),
        add("PARTY_TO", "country/AA", "deal/other", "signatory"), Removal("agency/stranger"),
        Addition({"id": "company/new", "name": "New"}), Removal("country/AA|PARTY_TO|deal/other|signatory"),
    ],
)  # fmt: skip
def test_what_no_sum_looks_at_leaves_all_as_it_is(change: Alteration) -> None:
    assert tuple(supposed(change).values()) == DEALS


ENDED = loan("deal/ended", TEN, changes=(Change(ChangeKind.CANCELLED, "deal/ended", "deal/whole"),))


def test_what_would_take_the_place_of_a_whole_takes_its_parts_along_but_for_those_that_lie_in_it() -> None:
    superseded = succeed("deal/other", "deal/whole", date="2026-03")
    found = supposed(superseded)
    end = Change(ChangeKind.SUPERSEDED, "deal/whole", "deal/other", "2026-03")
    assert (found["deal/whole"].changes, found["deal/part"].changes, found["deal/other"].changes) == (
        (end,),
        (end,),
        (),
    )
    assert list(sums(found).values()) == [Interval(3, 3)]
    kept = supposed(superseded, add("PART_OF", "deal/part", "deal/other", "part"))
    assert (kept["deal/whole"].changes, kept["deal/part"].changes) == ((end,), ())


def test_what_ended_by_a_deal_that_would_not_be_there_counts_again() -> None:
    found = supposed(Removal("deal/whole"), deals=(*DEALS, ENDED))
    assert found["deal/ended"].changes == ()
    by_link = supposed(Removal("deal/whole|CANCELS|deal/ended|canceller"), deals=(*DEALS, ENDED))
    assert by_link["deal/ended"].changes == ()


def test_a_whole_that_would_be_cancelled_by_its_stage_takes_its_parts_along_and_gives_them_back() -> None:
    off = supposed(Setting("deal/whole", {"stage": "cancelled", "date": "2026-05"}))
    assert off["deal/part"].changes == (Change(ChangeKind.CANCELLED, "deal/whole", date="2026-05"),)
    assert supposed(Setting("deal/whole", {"stage": "approved"}), deals=tuple(off.values()))["deal/part"].changes == ()


def test_the_day_from_which_one_ends_may_be_another() -> None:
    link = "deal/whole|CANCELS|deal/ended|canceller"
    found = supposed(Setting(link, {"date": "2026-06"}), deals=(*DEALS, ENDED))["deal/ended"]
    assert found.changes == (Change(ChangeKind.CANCELLED, "deal/ended", "deal/whole", "2026-06"),)


def test_a_relationship_that_is_told_once_more_leaves_the_two_tied() -> None:
    link = "deal/part|PART_OF|deal/whole|part|2024"
    assert suppose(DEALS, [Removal(link)], LIES_IN, told_twice={link}) == DEALS
    assert supposed(Removal(link))["deal/part"].wholes == frozenset()


def test_an_end_of_which_not_all_is_at_hand_is_not_made_up() -> None:
    above = Change(ChangeKind.CANCELLED, "deal/far", "deal/stranger")
    part = loan("deal/part", THREE, ["deal/whole"], changes=(above,))
    with pytest.raises(CannotSuppose, match="not among the deals at hand"):
        supposed(add("CANCELS", "deal/other", "deal/whole", "canceller"), deals=(WHOLE, part, OTHER))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([Setting("deal/other", without=("stage",))], "deal/other would be without stage"),
        ([Setting("deal/other", {"amount": "USD 9"}), Setting("deal/other", without=("amount",))], "two values"),
        ([Removal("deal/other"), add("FUNDS", "agency/bank", "deal/other", "funder")], "would be taken away"),
        ([Setting("deal/none", {"stage": "signed"})], "deal/none is not among the deals"),
        ([Setting("deal/other", {"stage": "done"})], "`stage` of deal/other cannot be read"),
        ([Setting("deal/other", {"amount": "a lot"})], "'a lot' is not an amount"),
        ([Setting("deal/other", {"stage": "signed"}), Setting("deal/other", {"stage": "funded"})], "two values"),
        ([Setting("deal/other", {"stage": "signed"}), Removal("deal/other")], "changed and taken away"),
        ([Removal("deal/other|SUPERSEDES|deal/whole|x")], "SUPERSEDES from deal/other to deal/whole is not there"),
        ([succeed("deal/other", "deal/whole"), succeed("deal/whole", "deal/other")], "would take its own place"),
        ([Removal("deal/other|PART_OF|deal/whole|part")], "PART_OF from deal/other to deal/whole is not there"),
        ([Removal("agency/bank|FUNDS|deal/other|funder")], "FUNDS from agency/bank to deal/other is not there"),
        ([Removal("deal/none")], "deal/none is not among the deals"),
        ([add("PART_OF", "deal/whole", "deal/part", "part")], "inside itself"),
        ([Addition({"id": "deal/new", "name": "New", "stage": "signed"})], "without instrument and whose_money"),
        ([Addition(NEW | {"id": "deal/other"})], "there already"),
    ],
)  # fmt: skip
def test_what_cannot_be_worked_out_is_refused(changes: list[Alteration], why: str) -> None:
    with pytest.raises(CannotSuppose, match=why):
        supposed(*changes, deals=(*DEALS, ENDED))


def test_a_comparison_tells_each_group_and_each_deal_that_stands_elsewhere() -> None:
    before, after = total(DEALS), total(suppose(DEALS, [Setting("deal/other", {"stage": "mixed"})], LIES_IN))
    found = compare_totals(before, after)
    (group,) = before.groups
    assert found.differences == (Difference(group.key, Figure.SUM, Interval(13, 13), Interval(10, 10)),)
    assert found.moved == (Moved("deal/other", None, Reason.UMBRELLA),)


def test_a_comparison_tells_figures_that_go_to_another_group_and_doubts_that_come_up() -> None:
    changes = [
        Setting("deal/other", {"stage": "funded"}), add("MAY_BE_SAME_AS", "deal/part", "deal/other", "doubt"),
        Removal("deal/whole"),
    ]  # fmt: skip
    found = compare_totals(total(DEALS), total(suppose(DEALS, changes, LIES_IN)))
    told = {(d.key.stage, d.figure): (d.before, d.after) for d in found.differences}
    three, none = Interval(3, 3), Interval(0, 0)
    assert told == {
        (Stage.APPROVED, Figure.SUM): (Interval(13, 13), three),
        (Stage.APPROVED, Figure.IF_ELSEWHERE): (None, none),
        (Stage.COMMITTED, Figure.SUM): (None, three),
        (Stage.COMMITTED, Figure.PAID_OUT): (None, three),
        (Stage.COMMITTED, Figure.IF_ELSEWHERE): (None, none),
        (Stage.COMMITTED, Figure.PAID_IF_ELSEWHERE): (None, none),
    }
    assert [(m.deal, m.before, m.is_there) for m in found.moved] == [
        ("deal/part", Reason.INSIDE_ANOTHER, True),
        ("deal/whole", None, False),
    ]


def test_what_ends_a_deal_in_two_ways_is_the_same_in_any_order() -> None:
    """The reading's changes stand in the order of a list that its writer may sort otherwise."""
    ends = [succeed("deal/other", "deal/part"), add("CANCELS", "deal/whole", "deal/part", "canceller")]
    assert supposed(*ends) == supposed(*reversed(ends))
    assert len(supposed(*ends)["deal/part"].changes) == 2
