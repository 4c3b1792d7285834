"""Figures and dates as people type them are read as they are meant, or not at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import Amount
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amounts import read_amount, read_share
from loader.imports.values.countries import read_country
from loader.imports.values.dates import DateRules, read_date
from loader.imports.values.numbers import read_number
from loader.imports.values.unreadable import Unreadable

DOLLARS = AmountRules(currencies={"$": "USD"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("USD 40m", "USD 40 million"), ("$40m", "USD 40 million"), ("US$ 1,200,000.00", "USD 1.2 million"),
        ("EUR 12.5 million", "EUR 12.5 million"), ("€12,5 Mio.", "EUR 12.5 million"),
        ("7.250.000 €", "EUR 7.25 million"),
        ("900 k€", "EUR 900,000"), ("1 250 000 EUR", "EUR 1.25 million"), ("CHF 1'250'000", "CHF 1.25 million"),
        ("3 Mrd. EUR", "EUR 3 billion"), ("2,5 milliards d'euros", "EUR 2.5 billion"), ("A$30mn", "AUD 30 million"),
        ("mUSD 4", "USD 4 million"), ("USDm 4", "USD 4 million"), ("INR 25 crore", "INR 250 million"),
        ("env. 40 M$", "about USD 40 million"), ("~ USD 40m", "about USD 40 million"),
        ("jusqu'à 18 M€", "up to EUR 18 million"), ("up to USD 25m", "up to USD 25 million"),
        ("plus de 20 M€", "more than EUR 20 million"), (">USD 20m", "more than USD 20 million"),
        ("50m+ USD", "at least USD 50 million"), ("au moins 5 M€", "at least EUR 5 million"),
        ("30 à 45 M$", "USD 30 million to 45 million"), ("10-20m EUR", "EUR 10 million to 20 million"),
        ("between USD 2 and 3 million", "USD 2 million to 3 million"), ("500k – 1m USD", "USD 500,000 to 1,000,000"),
        ("20,000 tpa", "20,000 tons_per_year"), ("15 kt", "15,000 tons"),
    ],
)  # fmt: skip
def test_figures(typed: str, meant: str) -> None:
    decimal = "." if "20,000" in typed else None
    assert read_amount(typed, AmountRules(decimal=decimal, currencies={"$": "USD"})).value == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12.500 EUR", "may be 12500 or 12.500"), ("EUR 12,500", "may be"), ("5 M€ + 2 M$", "two figures or a sum"),
        ("USD 40m (EUR 37m)", "may hold a second figure"), ("USD 40m / 2", "two figures"), ("40m", "has no unit"),
        ("¥ 40m", "yen or yuan"), ("fr 40m", "francs of several countries"), ("-5 EUR", "below zero"),
        ("n/a", "no figure"),
        ("USD 4x0m", "is no unit"), ("USD 40m EUR", "has two units"), ("about 3 to 4 M€", "a range that is about"),
        ("EUR 20m to 10m", "does not rise"), ("10 million tpd EUR", "which is no unit"),
        ("30 Mtpa", "or millions of them"),
        ("USD 12 13 14", "no number"), ("€ 1.2.3", "no number"),
    ],
)  # fmt: skip
def test_figures_that_nobody_can_be_sure_of(typed: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_amount(typed, DOLLARS)
    assert why in refused.value.what
    assert refused.value.remedy


def test_what_stands_beside_a_figure_is_kept() -> None:
    found = read_amount("EUR 3m (study only), excl. VAT *", AmountRules())
    assert (found.value, found.note) == ("EUR 3 million", "study only; excl. VAT")


def test_cents_are_rounded_and_told() -> None:
    found = read_amount("USD 1,234.56", AmountRules())
    assert found.value == "USD 1,235" and "whole units" in found.told[0]


def test_the_columns_unit_and_scale_hold_where_a_cell_says_none() -> None:
    rules = AmountRules(unit="USD", scale=10**6)
    assert read_amount("2.75", rules, is_number=True).value == "USD 2.75 million"
    assert read_amount("12.500", rules, is_number=True).value == "USD 12.5 million"
    with pytest.raises(Unreadable, match="in EUR, and the mapping says USD"):
        read_amount("EUR 3", rules)


@given(st.integers(0, 10**15), st.sampled_from(["USD", "EUR", "tons", "tons_per_year"]))
def test_an_amount_as_records_write_it_is_read_as_itself(value: int, unit: str) -> None:
    written = str(Amount.parse(f"{value} {unit}"))
    assert read_amount(written, AmountRules(decimal=".")).value == written


@given(st.decimals(0, 10**12, places=2), st.sampled_from([".", ","]), st.sampled_from(["", " ", "'", "other"]))
def test_a_number_in_any_writing_is_that_number(number: Decimal, mark: str, between: str) -> None:
    other = "," if mark == "." else "."
    shown = (
        f"{number:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", other if between == "other" else between)
    )
    assert read_number(shown, mark) == number


@given(st.text(max_size=30))
def test_no_text_ends_the_reading_of_a_sheet(text: str) -> None:
    for read in (
        lambda: read_amount(text, DOLLARS), lambda: read_share(text, None), lambda: read_date(text, DateRules()),
        lambda: read_number(text, None), lambda: read_country(text),
    ):  # fmt: skip
        try:
            read()
        except Unreadable as refused:
            assert refused.what and refused.remedy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-03-14", "2025-03-14"), ("2025-03-14T10:00:00Z", "2025-03-14"), ("14/03/2025", "2025-03-14"),
        ("14.3.2025", "2025-03-14"), ("3/14/2025", "2025-03-14"), ("2025/03/14", "2025-03-14"), ("09/2025", "2025-09"),
        ("mars 2025", "2025-03"), ("20 nov. 2025", "2025-11-20"), ("12-Mar-2019", "2019-03-12"),
        ("Mar 14, 2025", "2025-03-14"),
        ("1er juillet 2025", "2025-07-01"), ("3. März 2025", "2025-03-03"), ("5 de mayo de 2025", "2025-05-05"),
        ("2025", "2025"), ("T3 2025", "P3M/2025-09"), ("Q1/2026", "P3M/2026-03"), ("2025 Q4", "P3M/2025-12"),
        ("3Q25", "P3M/2025-09"), ("S2 2025", "P6M/2025-12"), ("H1 2025", "P6M/2025-06"), ("5/5/2025", "2025-05-05"),
    ],
)  # fmt: skip
def test_dates(typed: str, meant: str) -> None:
    assert read_date(typed, DateRules()).value == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("05/06/2025", "may be two days"), ("31/02/2025", "no day that there is"), ("FY2024/25", "a fiscal year"),
        ("45000", "a spreadsheet's number of a day"), ("mid 2025", "no date that can be written"),
        ("soon", "no date that is known"),
        ("13/13/2025", "no day that there is"),
    ],
)  # fmt: skip
def test_dates_that_nobody_can_be_sure_of(typed: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_date(typed, DateRules())
    assert why in refused.value.what


def test_the_mapping_says_which_comes_first_and_when_a_fiscal_year_ends() -> None:
    assert read_date("05/06/2025", DateRules("day_first")).value == "2025-06-05"
    assert read_date("05/06/2025", DateRules("month_first")).value == "2025-05-06"
    assert read_date("FY2024/25", DateRules(fiscal_year_ends=6)).value == "P1Y/2025-06"
    assert read_date("3 Feb 24", DateRules()).told == ("the year '24' is read as 2024",)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_a_day_in_any_writing_is_that_day(day: date, writing: str) -> None:
    assert read_date(day.strftime(writing), DateRules("day_first")).value == day.isoformat()


def test_a_name_that_two_countries_share_is_nobodys() -> None:
    assert read_country("DRC") == "CD" and read_country("Ivory Coast") == "CI" and read_country("NO") == "NO"
    for shared in ("Congo", "Korea", "Freedonia"):
        with pytest.raises(Unreadable):
            read_country(shared)
