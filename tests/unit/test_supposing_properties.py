"""What holds of every supposition: nothing changes by itself, no other deal is touched, and order is of no account."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.deals import Deal
from ledger.supposed import CannotSuppose, suppose
from ledger.totals import compare_totals, total
from tests.unit.money_worlds import any_records

OFTEN = settings(max_examples=150)
NAMES = [f"deal/{letter}" for letter in "abcdefg"]
FIELDS = {
    "amount": st.sampled_from(["USD 3", "up to USD 9", "more than USD 2", "unquantified USD"]),
    "stage": st.sampled_from(["approved", "committed", "funded", "mixed", "withdrawn"]),
    "whose_money": st.sampled_from(["us_government", "private", "mixed"]),
}
ENDS = st.sampled_from(NAMES)


def named(deals: list[Deal]) -> tuple[tuple[Deal, ...], dict[str, set[str]]]:
    """The deals with ids of deals, and what each lies directly inside of: here all its wholes."""
    text = {d.id: f"deal/{d.id}" for d in deals}
    found = tuple(_rename(d, text) for d in deals)
    return found, {d.id: set(d.wholes) for d in found}


def _rename(deal: Deal, text: dict[str, str]) -> Deal:
    wholes, twins = (frozenset(text[x] for x in several) for several in (deal.wholes, deal.may_be_same_as))
    return Deal(text[deal.id], deal.name, deal.instrument, deal.stage, deal.whose_money, deal.amount, wholes, twins)


@st.composite
def alterations(draw: st.DrawFn, ends: st.SearchStrategy[str] = ENDS) -> Alteration:
    """A change of any sort, of deals with some ids."""
    one, other = draw(ends), draw(ends)
    ties = [("PART_OF", "part"), ("MAY_BE_SAME_AS", "doubt"), ("FUNDS", "funder"), ("SUPERSEDES", "successor"),
            ("CANCELS", "canceller")]  # fmt: skip
    type_, role = draw(st.sampled_from(ties))
    start = "agency/bank" if type_ == "FUNDS" else one
    field = draw(st.sampled_from(sorted(FIELDS)))
    return draw(
        st.sampled_from(
            [
                Setting(one, {field: draw(FIELDS[field])}),
                Setting(one, without=(field,)),
                Addition({"type": type_, "from": start, "to": other, "role": role}),
                Removal(f"{start}|{type_}|{other}|{role}"),
                Removal(one),
            ]
        )
    )


@st.composite
def changed_records(draw: st.DrawFn) -> tuple[list[Deal], list[Alteration]]:
    """Deals with changes that can mostly hold together: of deals that are there, or of some that may not be."""
    records = draw(any_records())
    there = st.sampled_from([f"deal/{d.id}" for d in records])
    of_fields = st.tuples(there, st.sampled_from(sorted(FIELDS)))
    fitting = [Setting(of, {f: draw(FIELDS[f])}) for of, f in draw(st.lists(of_fields, max_size=3, unique=True))]
    return records, [*fitting, *draw(st.lists(alterations(st.one_of(there, ENDS)), max_size=2))]


def touched(changes: list[Alteration]) -> set[str]:
    """The deals that some changes name."""
    named: set[str] = set()
    for change in changes:
        match change:
            case Addition():
                named |= {change.text("from"), change.text("to")}
            case Setting() | Removal():
                named |= set(change.of.split("|"))
    return named


def attempt(deals: tuple[Deal, ...], changes: list[Alteration], lies_in: dict[str, set[str]]) -> object:
    try:
        return suppose(deals, changes, lies_in)
    except CannotSuppose:
        return CannotSuppose


@OFTEN
@given(any_records())
def test_without_a_change_everything_is_as_it_was(records: list[Deal]) -> None:
    deals, lies_in = named(records)
    assert suppose(deals, [], lies_in) == deals
    assert not compare_totals(total(deals), total(suppose(deals, [], lies_in)))


@OFTEN
@given(changed_records())
def test_only_deals_that_a_change_names_or_what_lies_in_them_are_touched(
    made: tuple[list[Deal], list[Alteration]],
) -> None:
    records, changes = made
    deals, lies_in = named(records)
    found = attempt(deals, changes, lies_in)
    if isinstance(found, tuple):
        names = touched(changes)
        after = {d.id: d for d in found}
        for deal in deals:
            if deal.id not in names and not deal.wholes & names and not deal.may_be_same_as & names:
                assert after[deal.id] == deal


@OFTEN
@given(changed_records(), st.data())
def test_the_order_of_changes_is_of_no_account(
    made: tuple[list[Deal], list[Alteration]], shuffle: st.DataObject
) -> None:
    records, changes = made
    deals, lies_in = named(records)
    orders = changes, shuffle.draw(st.permutations(changes))
    first, second = (attempt(deals, order, lies_in) for order in orders)
    assert first == second


@OFTEN
@given(any_records(), st.data())
def test_what_is_added_and_taken_away_again_leaves_no_trace(records: list[Deal], data: st.DataObject) -> None:
    deals, lies_in = named(records)
    part, whole = data.draw(st.sampled_from(deals)).id, data.draw(st.sampled_from(deals)).id
    if whole in lies_in[part]:
        return
    link = Addition({"type": "PART_OF", "from": part, "to": whole, "role": "part"})
    more = attempt(deals, [link], lies_in)
    if isinstance(more, tuple):
        with_link = {deal: set(wholes) for deal, wholes in lies_in.items()}
        with_link[part].add(whole)
        assert suppose(more, [Removal(f"{part}|PART_OF|{whole}|part")], with_link) == deals


@OFTEN
@given(any_records(), st.data())
def test_what_takes_a_deals_place_and_is_taken_away_again_leaves_no_trace(
    records: list[Deal], data: st.DataObject
) -> None:
    deals, lies_in = named(records)
    new, old = data.draw(st.sampled_from(deals)).id, data.draw(st.sampled_from(deals)).id
    if any(c.by == new and c.of == old for d in deals for c in d.changes):
        return
    link = Addition({"type": "SUPERSEDES", "from": new, "to": old, "role": "successor"})
    more = attempt(deals, [link], lies_in)
    if isinstance(more, tuple):
        outside = {d.id for d in more if any(c.of == old and c.by == new for c in d.changes)}
        assert old in outside
        assert all(d == old or old in {x.id: x for x in more}[d].wholes for d in outside)
        assert suppose(more, [Removal(f"{new}|SUPERSEDES|{old}|successor")], lies_in) == deals
