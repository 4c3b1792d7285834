"""Amounts: what people write is read exactly, what cannot be meant is refused, and nothing is ever rounded."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import LARGEST, SCALES, Amount, BadAmount, Interval, Qualifier, format_amount, format_interval

UNITS = st.from_regex(r"[A-Z]{3}|[a-z][a-z_]{0,12}", fullmatch=True)
FIRM = st.sampled_from([q for q in Qualifier if q not in (Qualifier.UNQUANTIFIED, Qualifier.RANGE)])
NUMBERS = st.integers(0, LARGEST) | st.integers(0, 9).flatmap(lambda n: st.sampled_from([n * 10**k for k in range(14)]))
RANGES = st.builds(
    lambda ends, unit: Amount(min(ends), unit, Qualifier.RANGE, max(ends)),
    st.lists(NUMBERS, min_size=2, max_size=2, unique=True),
    UNITS,
)
AMOUNTS = (
    st.builds(Amount, NUMBERS, UNITS, FIRM)
    | st.builds(Amount, st.none(), UNITS, st.just(Qualifier.UNQUANTIFIED))
    | RANGES
)
WIDTHS = st.none() | st.integers(0, 9)
INTERVALS = st.builds(lambda a, b: Interval(a, None if b is None else a + b), st.integers(0, 99), WIDTHS)


@given(AMOUNTS)
def test_what_an_amount_says_reads_back_as_itself(amount: Amount) -> None:
    assert Amount.parse(str(amount)) == amount


@given(st.integers(0, LARGEST), st.sampled_from(["USD", "tons"]))
def test_saying_a_number_never_rounds_it(value: int, unit: str) -> None:
    words = format_amount(value, unit).replace(unit, "").split()
    whole, _, decimals = words[0].replace(",", "").partition(".")
    scale = SCALES[words[1]] if len(words) == 2 else 1
    assert int(whole + decimals) * scale == value * 10 ** len(decimals)


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("USD 14.8 billion", 14_800_000_000, "USD", Qualifier.EXACT),
        ("up to USD 10 billion", 10_000_000_000, "USD", Qualifier.UP_TO),
        ("more than  5\ncountries", 5, "countries", Qualifier.MORE_THAN),
        ("about 100,000 tons", 100_000, "tons", Qualifier.ABOUT),
        ("USD 1.3255 trillion", 1_325_500_000_000, "USD", Qualifier.EXACT),
        ("unquantified USD", None, "USD", Qualifier.UNQUANTIFIED),
        ("at least USD 5 million", 5_000_000, "USD", Qualifier.AT_LEAST),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, value: int | None, unit: str, qualifier: Qualifier) -> None:
    assert Amount.parse(text) == Amount(value, unit, qualifier)


@pytest.mark.parametrize(
    "text",
    ["", "USD", "10", "ten tons", "$10 billion", "USD 10bn", "USD 1,5 billion", "USD 10,00", "US 10", "USD -5",
     "USD 1e9", "USD 10 billions", "at least", "up to", "USD 1 and 2 billion", "between USD 1", "USD 1 to",
     "to USD 2", "USD １０", "unquantified"],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_examples_to_follow(text: str) -> None:
    with pytest.raises(BadAmount, match="write USD 10 billion, up to USD 700 million"):
        Amount.parse(text)


@pytest.mark.parametrize(
    ("text", "floor", "ceiling", "unit", "said"),
    [
        ("USD 2 billion to 3 billion", 2 * 10**9, 3 * 10**9, "USD", "USD 2 billion to 3 billion"),
        ("USD 2 to 3 billion", 2 * 10**9, 3 * 10**9, "USD", "USD 2 billion to 3 billion"),
        ("between USD 2 billion and 3 billion", 2 * 10**9, 3 * 10**9, "USD", "USD 2 billion to 3 billion"),
        ("USD 2 billion to USD 3 billion", 2 * 10**9, 3 * 10**9, "USD", "USD 2 billion to 3 billion"),
        ("USD 800 million to 1.2 billion", 800 * 10**6, 1200 * 10**6, "USD", "USD 800 million to 1.2 billion"),
        ("USD 500 to 3,000,000,000", 500, 3 * 10**9, "USD", "USD 500 to 3,000,000,000"),
        ("40,000 to 50,000 tons", 40_000, 50_000, "tons", "40,000 to 50,000 tons"),
        ("between 40 and 50 thousand tons", 40_000, 50_000, "tons", "40,000 to 50,000 tons"),
    ],
)
def test_a_range_has_both_its_ends(text: str, floor: int, ceiling: int, unit: str, said: str) -> None:
    amount = Amount.parse(text)
    assert amount == Amount(floor, unit, Qualifier.RANGE, ceiling)
    assert (amount.interval(), str(amount)) == (Interval(floor, ceiling), said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("USD 3 to 2 billion", "the range USD 3 billion to USD 2 billion does not rise"),
        ("USD 500,000 to 3 million", "the range USD 500 billion to USD 3 million does not rise"),
        ("USD 2 to 2", "the range USD 2 to USD 2 does not rise"),
        ("USD 2 to USD 3 billion", "may begin at two figures"),
        ("2 tons to 3 million tons", "may begin at two figures"),
        ("USD 2 to EUR 3", "has two units, EUR and USD"),
        ("2 to 3", "has no unit"),
        ("up to USD 2 to 3", "is a range that is up to as well"),
        ("USD 1 to 1.00001 thousand", "not a whole number"),
    ],
)
def test_a_range_that_is_none_is_told_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadAmount, match=said):
        Amount.parse(text)


@pytest.mark.parametrize("text", ["$2-3bn", "USD 2-3 billion", "USD 2bn to 3bn", "US$2 billion – US$3 billion"])
def test_a_range_in_other_signs_is_never_taken_for_its_floor(text: str) -> None:
    with pytest.raises(BadAmount) as told:
        Amount.parse(text)
    assert Amount.parse(told.value.remedy.split("`")[1]) == Amount.parse("USD 2 to 3 billion")


def test_only_a_range_has_a_ceiling() -> None:
    for qualifier, ceiling in ((Qualifier.RANGE, None), (Qualifier.EXACT, 9)):
        with pytest.raises(BadAmount, match="a range has a ceiling"):
            Amount(5, "USD", qualifier, ceiling)


@pytest.mark.parametrize("text", ["USD 1.5", "USD 0.0000001 million", "USD 1.0000000001 billion"])
def test_parts_of_a_unit_are_refused_rather_than_rounded(text: str) -> None:
    with pytest.raises(BadAmount, match="not a whole number"):
        Amount.parse(text)


@pytest.mark.parametrize("value", [-1, LARGEST + 1])
def test_a_number_that_no_graph_holds_is_refused(value: int) -> None:
    with pytest.raises(BadAmount, match="below zero or more than a graph can hold"):
        Amount(value, "USD", Qualifier.EXACT)


def test_only_what_is_unquantified_has_no_value() -> None:
    for value, qualifier in ((None, Qualifier.EXACT), (5, Qualifier.UNQUANTIFIED)):
        with pytest.raises(BadAmount, match="unless it is unquantified"):
            Amount(value, "USD", qualifier)


def test_figures_are_said_with_the_largest_word_that_needs_no_rounding() -> None:
    assert format_amount(14_800_000_000, "USD") == "USD 14.8 billion"
    assert format_amount(1_000_000_000_000, "USD") == "USD 1 trillion"
    assert format_amount(1_234_567_891, "USD") == "USD 1,234,567,891"
    assert format_amount(1_234_560_000_000, "USD") == "USD 1234.56 billion"
    assert format_amount(100_000, "tons") == "100,000 tons"


@given(INTERVALS, INTERVALS, st.data())
def test_adding_and_taking_out_keep_every_possible_value(a: Interval, b: Interval, data: st.DataObject) -> None:
    def point(i: Interval) -> int:
        return data.draw(st.integers(i.floor, i.floor + 50 if i.ceiling is None else i.ceiling))

    def holds(i: Interval, value: int) -> bool:
        return i.floor <= value and (i.ceiling is None or value <= i.ceiling)

    x, y = point(a), point(b)
    assert holds(a + b, x + y)
    assert y > x or holds(a.less(b), x - y)


def test_a_unit_is_spelled_for_people() -> None:
    assert format_interval(Interval(12, 12), "per_cent") == "12 per cent"
    assert format_interval(Interval(0, 9), "tons_per_year") == "up to 9 tons per year"
    assert format_interval(Interval(3_000_000, None), "USD") == "at least USD 3 million"


@pytest.mark.parametrize(
    "text", ["$2-$3bn", "US$2 – US$3 billion", "between $2 and $3 billion", "USD 2 to USD 3 billion"]
)
def test_a_scale_at_the_upper_end_is_never_taken_from_the_lower_one_in_silence(text: str) -> None:
    with pytest.raises(BadAmount) as told:
        Amount.parse(text)
    assert re.search(r"USD 2 billion (to|and) (USD )?3 billion", told.value.remedy)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("USD 5 millions", "is `USD 5 million` meant?"),
        ("USD 5 quadrillion", ""),
        ("USD 5 million or more", ""),
        ("USD 5 million+", ""),
    ],
)
def test_no_guess_changes_the_figure(text: str, meant: str) -> None:
    with pytest.raises(BadAmount) as told:
        Amount.parse(text)
    assert told.value.remedy == meant
