"""Wholes that name minerals: no sum holds one beside its parts, nor in full where a part is known to be of others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import Interval
from ledger.deals import Deal, Stage
from ledger.minerals import find_telling, find_told_apart, find_told_minerals, widen
from ledger.totals import GroupTotal, Reason, total
from tests.unit.test_totals import deal

KINDS: Mapping[str, frozenset[str]] = {"heavy": frozenset({"earths"}), "light": frozenset({"earths"})}
NAMES = ("copper", "nickel", "earths", "heavy", "light")
SAMES = st.frozensets(st.sampled_from(NAMES), max_size=2)


def know(deals: Sequence[Deal]) -> list[Deal]:
    """The deals with what those around them tell of their minerals, as they are read from a graph."""
    lies_in, named = {d.id: d.wholes for d in deals}, {d.id: d.minerals for d in deals}
    told = {d.id: find_told_minerals(d.id, lies_in, named) for d in deals}
    parts = {w.id: [d.minerals for d in deals if w.id in d.wholes] for w in deals}
    return [
        replace(
            d,
            whole_minerals=told[d.id],
            told_apart=find_told_apart(d.minerals or told[d.id], parts[d.id], KINDS),
        )
        for d in deals
    ]


def ask(deals: Sequence[Deal], mineral: str) -> list[Deal]:
    """The deals that are of a mineral or of a kind of it."""
    return [d for d in deals if mineral in widen(d.of_minerals, KINDS)]


def by_mineral(group: GroupTotal) -> dict[str | None, Interval]:
    (found,) = (b for b in group.breakdowns if b.dimension == "mineral")
    rest = {"rest": found.not_itemised} if found.not_itemised is not None else {}
    return {s.value: s.interval for s in found.slices} | rest


def exactly(value: int) -> Interval:
    return Interval(value, value)


def test_years_that_name_nothing_are_of_what_their_contract_is_and_count_once() -> None:
    whole = deal("w", "41 tons", minerals={"nickel"})
    years = [deal(f"y{n}", f"{n} tons", wholes={"w"}) for n in (20, 21)]
    (group,) = total(know([whole, *years])).groups
    assert by_mineral(group) == {"nickel": exactly(41)}
    assert group.interval == exactly(41)


def test_a_framework_and_its_orders_on_one_mineral_are_one_figure() -> None:
    orders = [deal(f"o{n}", f"{n} tons", wholes={"w"}, minerals={"copper"}) for n in (4, 6)]
    known = know([deal("w", "up to 30 tons", minerals={"copper"}), *orders])
    (group,) = total(known, of_mineral="copper").groups
    assert (group.interval, [c.deal for c in group.added]) == (Interval(10, 30), ["w"])
    assert by_mineral(group) == {"copper": Interval(10, 30)}


def test_a_whole_of_two_minerals_stands_beside_where_its_parts_tell_them_apart() -> None:
    copper, nickel = (deal(m, f"USD {n}", wholes={"w"}, minerals={m}) for m, n in (("copper", 40), ("nickel", 30)))
    known = know([deal("w", "USD 100", minerals={"copper", "nickel"}), copper, nickel])
    (group,) = total(known).groups
    assert by_mineral(group) == {"copper": exactly(40), "nickel": exactly(30), "rest": exactly(30)}
    asked = total(ask(known, "nickel"), of_mineral="nickel")
    assert [(g.interval, [c.deal for c in g.added]) for g in asked.groups] == [(exactly(30), ["nickel"])]
    assert [(x.deal, x.reason) for x in asked.left_out] == [("w", Reason.TOLD_APART)]


def test_a_group_stands_for_its_kinds_and_a_kind_for_itself_alone() -> None:
    known = know([deal("w", "USD 9", minerals={"earths"}), deal("p", "USD 5", wholes={"w"}, minerals={"heavy"})])
    (group,) = total(known, insides=KINDS).groups
    assert by_mineral(group) == {"earths": exactly(9), "heavy": exactly(5)}
    (one,) = total(ask(known, "heavy"), of_mineral="heavy").groups
    assert one.interval == exactly(5)


def test_orders_are_not_added_to_tons_of_other_minerals_by_which_their_framework_is_not() -> None:
    framework = deal("w", "30 tons", stage=Stage.SIGNED, minerals={"cobalt"})
    order, other = deal("o", "4 tons", wholes={"w"}), deal("x", "5 tons", minerals={"tungsten"})
    groups = total(know([framework, order, other])).groups
    approved = {g.key.minerals: g.interval.floor for g in groups if g.key.stage is Stage.APPROVED}
    assert approved == {("cobalt",): 4, ("tungsten",): 5}


def test_the_nearest_whole_that_names_some_tells_and_no_other() -> None:
    lies_in = {"p": ["mid", "far"], "mid": ["near"], "near": ["far"], "odd": ["odd"]}
    named = {"near": {"tin"}, "far": {"tin", "lead"}}
    assert find_telling("p", lies_in, named) == {"near"}
    assert find_told_minerals("p", lies_in, named) == {"tin"}
    assert find_told_minerals("p", lies_in, {**named, "p": {"zinc"}}) == frozenset()
    assert find_telling("odd", lies_in, named) == frozenset()


@dataclass(frozen=True)
class Drawn:
    """A deal of a drawn set: what it is by itself beyond its parts, inside which earlier one, and what it names."""

    own: int
    inside: int
    names: frozenset[str]
    is_signed: bool


DRAWN = st.lists(
    st.builds(Drawn, st.integers(1, 9), st.integers(-2, 8), SAMES, st.booleans()), min_size=1, max_size=9
)  # fmt: skip


def make(drawn: Sequence[Drawn], one_stage: bool) -> list[Deal]:
    """Deals of which each comes to what it is by itself and what lies in it, so that every dollar is one deal's own."""
    inside = [d.inside if 0 <= d.inside < n else None for n, d in enumerate(drawn)]
    holders: list[frozenset[int]] = []
    for whole in inside:
        holders.append(frozenset() if whole is None else holders[whole] | {whole})
    sums = [sum(d.own for m, d in enumerate(drawn) if n == m or n in holders[m]) for n in range(len(drawn))]
    stages = [Stage.SIGNED if d.is_signed and not one_stage else Stage.APPROVED for d in drawn]
    deals = [
        deal(f"d{n}", f"USD {sums[n]}", wholes={f"d{w}" for w in holders[n]}, minerals=set(d.names), stage=stages[n])
        for n, d in enumerate(drawn)
    ]
    return know(deals)


@given(DRAWN, st.booleans(), st.sampled_from(NAMES))
def test_no_sum_of_a_mineral_counts_a_dollar_twice_or_one_that_is_known_to_be_of_others(
    drawn: list[Drawn], one_stage: bool, mineral: str
) -> None:
    deals = {d.id: d for d in make(drawn, one_stage)}
    asked = ask([*deals.values()], mineral)
    found = total(asked, insides=KINDS, of_mineral=mineral)
    own = {f"d{n}": d.own for n, d in enumerate(drawn)}
    for group in found.groups:
        added = [c.deal for c in group.added]
        held = [p for d in added for p in (d, *(x.id for x in deals.values() if d in x.wholes))]
        assert len(held) == len(set(held)), "a deal beside something that holds it"
        assert group.interval == exactly(sum(own[p] for p in held))
        of_others = [p for p in held if deals[p].minerals and mineral not in widen(deals[p].minerals, KINDS)]
        assert not of_others
    told = {c.deal for g in found.groups for c in (*g.added, *g.inside)} | {x.deal for x in found.left_out}
    assert told == {d.id for d in asked}
    assert {x.reason for x in found.left_out} <= {Reason.TOLD_APART}


@given(DRAWN)
def test_a_slice_of_all_is_what_the_sum_of_its_mineral_comes_to(drawn: list[Drawn]) -> None:
    deals = make(drawn, one_stage=True)
    (group,) = total(deals, insides=KINDS).groups
    slices = by_mineral(group)
    for mineral in NAMES:
        groups = total(ask(deals, mineral), insides=KINDS, of_mineral=mineral).groups
        assert slices.get(mineral) == (groups[0].interval if groups else None)
    assert sum(i.floor for i in slices.values()) >= group.interval.floor


@given(DRAWN)
def test_minerals_at_parts_alone_are_told_as_before(drawn: list[Drawn]) -> None:
    """Records as they could be until wholes could name any: the parts by their own, and the rest not itemised."""
    wholes = {d.inside for n, d in enumerate(drawn) if 0 <= d.inside < n}
    bare = [replace(d, names=frozenset()) if n in wholes else d for n, d in enumerate(drawn)]
    (group,) = total(make(bare, one_stage=True), insides=KINDS).groups
    leaves = [d for n, d in enumerate(bare) if n not in wholes]
    told = {m: sum(d.own for d in leaves if m in widen(d.names, KINDS)) for m in NAMES}
    untold = sum(d.own for d in leaves if not d.names)
    rest = {"rest": exactly(sum(bare[n].own for n in wholes))} if wholes else {}
    expected = {m: exactly(n) for m, n in told.items() if n} | ({None: exactly(untold)} if untold else {}) | rest
    assert by_mineral(group) == expected
