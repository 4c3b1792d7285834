"""Money of each government or bank that is named is a sum of its own, and so is multilateral and blended money."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import Amount
from ledger.deals import WhoseMoney
from ledger.totals import total
from tests.unit.money_worlds import loan

WHOSE = st.sampled_from(
    [
        (WhoseMoney.PUBLIC, "country/A"),
        (WhoseMoney.PUBLIC, "country/B"),
        (WhoseMoney.FOREIGN_PUBLIC, None),
        (WhoseMoney.FOREIGN_PUBLIC, "country/A"),
        (WhoseMoney.MULTILATERAL, None),
        (WhoseMoney.BLENDED, None),
        (WhoseMoney.PRIVATE, None),
        (WhoseMoney.US_GOVERNMENT, None),
    ]
)
SIDE = {WhoseMoney.FOREIGN_PUBLIC: "outside", WhoseMoney.PRIVATE: "outside"}


@given(st.lists(st.tuples(st.integers(0, 50), WHOSE), max_size=12))
def test_each_sum_is_the_money_of_one_side_and_one_name(drawn: list[tuple[int, tuple[WhoseMoney, str | None]]]) -> None:
    deals = [
        loan(f"d{i}", Amount.parse(f"EUR {value}"), whose_money=whose, money_of=name)
        for i, (value, (whose, name)) in enumerate(drawn)
    ]
    expected: dict[tuple[str, str], int] = {}
    for value, (whose, name) in drawn:
        key = SIDE.get(whose, str(whose)), name or ""
        expected[key] = expected.get(key, 0) + value
    totals = total(deals)
    assert {(str(g.key.side), g.key.money_of): g.interval.floor for g in totals.groups} == expected
    assert not totals.left_out
