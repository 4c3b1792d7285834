"""Words for readers: dates as they are spoken, and the terms of tables explained where they stand."""

import pytest

from cypher.results import Table
from cypher.views.network import COLUMNS as NETWORK_COLUMNS
from cypher.views.totals import COLUMNS as TOTALS_COLUMNS
from explorer.panels.network_tables import _make_frame
from explorer.panels.table_help import explain_columns
from ledger.dates import format_date, format_window
from ledger.glossary import GLOSSARY, explain, spell_term
from ledger.text import count_things, with_article

TERMS = (
    "stage", "side", "floor", "origin", "whose_money", "qualifier", "umbrella", "whole", "part", "rank", "basis"
)  # fmt: skip


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("P6M/2026-02-04", "the six months to 4 February 2026"),
        ("P1Y/2026-02", "the year to February 2026"),
        ("P1Y2M/2026", "the year and two months to 2026"),
        ("P30D/2026-02-04", "the 30 days to 4 February 2026"),
        ("2026-02-04", "4 February 2026"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("yesterday", "yesterday (not a date)"),
        ("2026-02-31", "2026-02-31 (not a date)"),
        ("P9Z/never", "P9Z/never (not a date)"),
        (7, "7 (not a date)"),
    ],
)
def test_a_date_is_said_as_people_say_it_and_no_more_precise(date: object, said: str) -> None:
    assert format_date(date) == said


def test_a_window_in_a_table_is_words_and_other_cells_stay() -> None:
    assert format_window("P5M/2026-02-04") == "the five months to 4 February 2026"
    assert [format_window(cell) for cell in ("2026-02-04", 3, None, "P")] == ["2026-02-04", 3, None, "P"]


@pytest.mark.parametrize("word", TERMS)
def test_a_term_is_explained(word: str) -> None:
    assert explain(word)


def test_headings_of_tables_are_explained_where_they_are_terms() -> None:
    assert {"stage", "side", "floor", "ceiling"} <= explain_columns(TOTALS_COLUMNS).keys()
    assert {"role", "articles", "origins", "disputes"} <= explain_columns(NETWORK_COLUMNS).keys()
    assert explain("id") is None


def test_an_explanation_is_a_sentence() -> None:
    assert all(said.endswith((".", "…")) for said in GLOSSARY.values())


def test_terms_are_spelled_as_people_write_them() -> None:
    assert [spell_term(t) for t in ("letter_issued", "us_government", "other_than_us_government", "loan", "")] == [
        "letter issued", "US government", "other than US government", "loan", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Deal", "a Deal"),
        ("Event", "an Event"),
        ("Agency", "an Agency"),
        ("User", "a User"),
        ("Umbrella", "an Umbrella"),
    ],
)
def test_the_name_of_a_label_gets_the_article_that_is_spoken(name: str, said: str) -> None:
    assert with_article(name) == said


def test_one_of_a_kind_is_one_and_many_are_readable() -> None:
    assert [count_things(n, "node") for n in (0, 1, 2_000)] == ["0 nodes", "1 node", "2,000 nodes"]


def test_a_pictures_table_has_windows_in_words_and_whole_numbers_beside_gaps() -> None:
    frame = _make_frame(Table(("since", "line"), (("P3M/2019-06", 3), ("2019", None))))
    assert list(frame["since"]) == ["the three months to June 2019", "2019"]
    assert str(frame["line"].dtype) == "Int64"
