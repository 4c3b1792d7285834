"""CSV that a spreadsheet opens without running anything in it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.exports.csv_text import to_csv
from cypher.results import Table

STARTS = "=+-@\t\r\n＝＋－＠"
CELLS = st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def one(cell: object) -> str:
    return rows(to_csv(Table(("name", "cell"), (("x", cell),))))[1][1]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", " ", "   ", "\u00a0", "\u2003 "])
def test_text_that_begins_like_a_formula_is_made_plain(start: str, before: str) -> None:
    text = f"{before}{start}HYPERLINK('https://example.org')"
    assert one(text) == "'" + text


@pytest.mark.parametrize("text", ["Glencore", "a=b", "up to USD 10 billion", "1-2", "'quoted", "", "x@example.org"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert one(text) == text


def test_numbers_stay_numbers_also_below_zero() -> None:
    numbers = (-5, 0, 10_000_000_000, -1.5, True, None)
    assert [one(n) for n in numbers] == ["-5", "0", "10000000000", "-1.5", "True", ""]
    assert one("-5") == "'-5"


def test_headings_are_made_plain_too() -> None:
    assert rows(to_csv(Table(("=1+1", "name"), ())))[0] == ["'=1+1", "name"]


def test_lines_end_as_rfc_4180_says_and_quotes_commas_and_breaks_survive() -> None:
    text = to_csv(Table(("a", "b"), (('say "hi", you', "two\nlines"),)))
    assert text == 'a,b\r\n"say ""hi"", you","two\nlines"\r\n'


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_every_row_comes_back_and_no_cell_begins_like_a_formula(table: list[tuple[object, object]]) -> None:
    found = rows(to_csv(Table(("a", "b"), tuple(table))))[1:]
    assert len(found) == len(table)
    for given_row, row in zip(table, found, strict=True):
        for cell, text in zip(given_row, row, strict=True):
            assert isinstance(cell, int) or not text.lstrip().startswith(tuple(STARTS))
            assert text.removeprefix("'") == str("" if cell is None else cell).removeprefix("'")
