"""What a running text gives: figures, dates and names; nothing of it ever becomes a record by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import Amount, Qualifier
from ledger.found_amounts import find_amounts
from ledger.found_dates import find_dates
from ledger.found_names import NameFinder
from ledger.found_shares import find_shares
from ledger.found_terms import find_terms

FINDER = NameFinder(
    [
        ("agency/cea", ["Coastal Export Agency"]),
        ("company/orlan", ["Orlan Metals", "Orlan Mines"]),
        ("company/orlan-trading", ["Orlan Metals Trading"]),
        ("country/US", ["United States", "US"]),
        ("mineral/tin", ["tin"]),
        ("company/acme-de", ["Acme"]),
        ("company/acme-fr", ["Acme"]),
    ]
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("up to 40 million dollars for it", ["up to USD 40 million"]),
        ("It pays $1.2 billion, and US$600m beside it.", ["USD 1.2 billion", "USD 600 million"]),
        ("EUR 3 billion and 2 billion EUR", ["EUR 3 billion", "EUR 2 billion"]),
        ("more than 23 countries, about 5,000 tons", ["more than 23 countries", "about 5,000 tons"]),
        ("at least 2 per cent, or 5% of it", ["at least 2 per_cent", "5 per_cent"]),
        ("a 60-megawatt plant of 12,500 tonnes", ["60 megawatts", "12,500 tons"]),
        ("In 2026 page 3 of 17 has Section 301", []),
        ("the A380 and B2 fly 5 times", []),
        ("4,500 tons of cobalt hydroxide a year from it", ["4,500 tons_per_year"]),
        ("20,000 tons a year by 2029, and 12,000 tons last year", ["20,000 tons_per_year", "12,000 tons"]),
        ("$40 million a year, EUR 3 million annually", ["40,000,000 usd_per_year", "EUR 3 million"]),
        ("2 tons here, 3 tons a year", ["2 tons", "3 tons_per_year"]),
    ],
)
def test_figures_are_found_with_what_limits_them(text: str, figures: list[str]) -> None:
    assert [str(f.amount) for f in find_amounts(text)] == figures


@given(
    st.integers(1, 999), st.sampled_from(["million", "billion"]), st.sampled_from(["USD", "EUR", "JPY"]),
    st.sampled_from([Qualifier.EXACT, Qualifier.UP_TO, Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.ABOUT]),
)  # fmt: skip
def test_a_figure_that_records_can_write_is_found_as_it_is(n: int, scale: str, unit: str, how: Qualifier) -> None:
    written = Amount(n * (10**6 if scale == "million" else 10**9), unit, how)
    assert [f.amount for f in find_amounts(f"The bank lends {written} to the mine.")] == [written]


@given(st.text(max_size=200))
def test_no_text_breaks_what_looks_for_figures_dates_and_names(text: str) -> None:
    spans = [*find_amounts(text), *find_dates(text), *FINDER.find(text), *FINDER.find_unknown(text),
             *find_shares(text), *find_terms(text)]  # fmt: skip
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 3 March 2026 and March 4, 2026", ["2026-03-03", "2026-03-04"]),
        ("in November 2025, by 2029", ["2025-11", "2029"]),
        ("the 3rd of May, and 2026-02-04", ["3rd of May", "2026-02-04"]),
        ("it may march on; 2,026 tons for $2026", []),
    ],
)
def test_dates_are_no_more_precise_than_they_stand_there(text: str, dates: list[str]) -> None:
    assert [str(d) for d in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orlan Metals’s tin", [("Orlan Metals", ("company/orlan",)), ("tin", ("mineral/tin",))]),
        ("ORLAN METALS TRADING sells", [("ORLAN METALS TRADING", ("company/orlan-trading",))]),
        ("The CEA and the U.S. told us.", [("CEA", ("agency/cea",)), ("U.S", ("country/US",))]),
        ("Acme digs", [("Acme", ("company/acme-de", "company/acme-fr"))]),
        ("Orlan alone is no name of it", []),
    ],
)
def test_names_are_found_by_all_that_things_are_called(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(f.written, f.ids) for f in FINDER.find(text)] == found


def test_only_capitals_are_initials_and_it_is_said_that_they_are() -> None:
    assert [f.by_initials for f in FINDER.find("The CEA lends")] == [True]
    assert not FINDER.find("the cea lends")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("The Valley Council asked Mara Venn.", ["Valley Council", "Mara Venn"]),
        ("Nobody asked. “Talks go on,” said the Bank of the North.", ["Bank of the North"]),
        ("Asked by Beland's Port Orla Works and Valley Council.", ["Beland", "Port Orla Works", "Valley Council"]),
        ("Orlan Metals Holdings bought the Great Orlan Metals.", ["Orlan Metals Holdings"]),
        ("The Ministry of Mines and Energy of Sellmark", ["Ministry of Mines and Energy of Sellmark"]),
        ("On Tuesday Orlan Metals met Northlight Smelting.", ["Northlight Smelting"]),
        ("said Mara Venn of the Valley Council.", ["Mara Venn", "Valley Council"]),
        ("The Hollow Export Bank and the United States' fund lend", ["Hollow Export Bank"]),
        ("in the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("a Brazilian developer, the Swiss company's mines in the Australian state of Victoria", ["Victoria"]),
        ("Swiss Tin Works bought it", ["Swiss Tin Works"]),
    ],
)
def test_what_else_looks_like_a_name_is_told(text: str, new: list[str]) -> None:
    assert [f.written for f in FINDER.find_unknown(text)] == new


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("has bought 14.5 per cent of it, and 60%", ["14.5", "60"]),
        ("2 percent or 7.25 percent", ["2", "7.25"]),
        ("14.5 perfect days in 2026", []),
    ],
)
def test_shares_are_found_with_their_decimals(text: str, shares: list[str]) -> None:
    assert [str(s.share) for s in find_shares(text)] == shares


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("from Glencore for seven years, out of", ["P7Y"]),
        ("runs for 18 months; a nine-year loan", ["P18M", "P9Y"]),
        ("over the years, four years ago, since two years", []),
        ("for twenty-five years", ["P25Y"]),
    ],
)
def test_how_long_it_runs_is_found_in_numbers_and_words(text: str, lengths: list[str]) -> None:
    assert [t.length for t in find_terms(text)] == lengths
