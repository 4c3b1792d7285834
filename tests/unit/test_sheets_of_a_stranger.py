"""Sheets that nobody made for the importer: what stands beside a figure, in its unit's column or in its row is never
taken for less than it says."""

import pytest

from loader.imports.values.amounts import AmountRules, read_amount
from loader.imports.values.unreadable import Unreadable

DOLLARS = AmountRules(currencies={"$": "USD"})
MILLIONS = AmountRules(unit="USD", unless_stated=True, scale=10**6)


@pytest.mark.parametrize(
    "cell",
    [
        "USD 35 (million)", "USD 35, million", "USD 35 [EUR]", "USD 35 (in thousands)", "USD 500 (t)", "USD 35 (€)",
        "USD 35 m (up to)", "USD 35 m (p.a.)", "USD 35 m (per year)", "USD 35 m (each)", "USD 35 m - per tonne",
        "USD 35 (bn)", "USD 35 (Tsd.)", "USD 35 (Mio)", "USD 35 (dollars of Canada)", "USD 35 m, annually",
        "USD 35 (m)", "USD 35 (approx.)", "USD 35 (negative)",
    ],
)  # fmt: skip
def test_a_note_that_may_change_the_figure_is_asked_about(cell: str) -> None:
    with pytest.raises(Unreadable, match="may change the figure"):
        read_amount(cell, AmountRules())


@pytest.mark.parametrize("note", ["VAT only", "loan", "first tranche", "to be confirmed by the board", "not stated"])
def test_a_note_that_changes_no_figure_stays_beside_it(note: str) -> None:
    read = read_amount(f"USD 35 m ({note})", AmountRules())
    assert (read.value, read.note) == ("USD 35 million", note)


@pytest.mark.parametrize(("sign", "currency"), [("CA$", "CAD"), ("ca$", "CAD"), ("C$", "CAD"), ("AU$", "AUD")])
def test_a_dollar_with_its_country_is_that_countrys(sign: str, currency: str) -> None:
    assert read_amount(f"{sign} 5m", DOLLARS).value == f"{currency} 5 million"


def test_about_stays_about_before_a_sign() -> None:
    assert read_amount("ca. $5m", DOLLARS).value == "about USD 5 million"
    assert read_amount("ca $5m", DOLLARS).value == "about USD 5 million"
    assert read_amount("c.$5m", DOLLARS).value == "about USD 5 million"


@pytest.mark.parametrize("cell", ["USD 35m-", "USD 1,234,000-", "(USD 35m)", "(35)", "-USD 5", "USD 5–"])
def test_a_figure_below_zero_as_books_write_it_is_no_figure_of_a_deal(cell: str) -> None:
    with pytest.raises(Unreadable, match="below zero") as refused:
        read_amount(cell, MILLIONS)
    assert "blank" not in refused.value.remedy


def test_a_range_of_which_one_end_alone_has_a_scale_is_asked_about() -> None:
    with pytest.raises(Unreadable, match="5k-10"):
        read_amount("5k-10", MILLIONS)
    assert read_amount("5-10k", MILLIONS).value == "USD 5,000 to 10,000"


def test_millions_of_tons_are_not_taken_for_tons() -> None:
    with pytest.raises(Unreadable, match="millions"):
        read_amount("10 Mt", AmountRules())
    assert read_amount("10 MT", AmountRules()).value == "10 tons"


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("usd", "USD 35"), ("US$", "USD 35"), ("$", "USD 35"), ("t", "35 tons"), ("tpa", "35 tons_per_year"),
        ("kt", "35,000 tons"), ("USD m", "USD 35 million"), ("m USD", "USD 35 million"), ("EUR k", "EUR 35,000"),
        ("€", "EUR 35"), ("turbines", "35 turbines"), ("Mio. EUR", "EUR 35 million"),
    ],
)  # fmt: skip
def test_a_unit_of_its_own_column_is_read_as_one_in_the_cell(unit: str, meant: str) -> None:
    rules = AmountRules(unit=unit, currencies={"$": "USD"})
    assert read_amount("35", rules).value == meant


@pytest.mark.parametrize("unit", ["t", "tons", "MW", "turbines", "kt"])
def test_a_columns_scale_is_asked_about_beside_a_units_column_that_names_no_money(unit: str) -> None:
    with pytest.raises(Unreadable, match="`scale` may not be meant"):
        read_amount("3200", AmountRules(unit=unit, scale=10**6, unit_of_the_row=True))


def test_a_units_column_and_the_mapping_do_not_both_scale() -> None:
    with pytest.raises(Unreadable, match="scale"):
        read_amount("35", AmountRules(unit="USD m", scale=10**6, unit_of_the_row=True))


def test_a_quantity_column_may_be_in_thousands_as_its_mapping_says() -> None:
    assert read_amount("35", AmountRules(unit="tons", scale=1000)).value == "35,000 tons"


@pytest.mark.parametrize("cell", ["CHF 1'250'000.-", "1.250.000,- CHF", "1'250'000.– CHF"])
def test_a_dash_for_no_cents_is_no_minus(cell: str) -> None:
    assert read_amount(cell, AmountRules()).value == "CHF 1.25 million"
