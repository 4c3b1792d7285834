"""Tables on terminals of any width: readable, nothing cut, and what has no room is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.results import Table, Value
from lodegraph.cli.output import print_table
from lodegraph.cli.table_layout import is_id, lay_out

NETWORK = Table(
    ("from", "relationship", "to", "amount", "stage", "says", "date_of", "id"),
    (
        ("Export-Import Bank of the United States", "funds", "EXIM loan for Project Vault", "up to USD 10 billion",
         "approved", "The bank approved a loan of up to ten billion for it.", None, "agency/exim|FUNDS|deal/x|funder"),
        ("Orion [bold]", "is party to", "Memorandum", None, "signed", None, None,
         "company/orion|PARTY_TO|deal/y|signatory"),
    ),
    leading=3,
)  # fmt: skip
PROSE = Table(
    ("question", "rank", "reading", "reason", "dispute_id"),
    tuple(
        (f"Question {n} of some length?", "preferred", "reading " * 12, "reason " * 12, f"dispute/{n}")
        for n in range(9)
    ),
)
CELLS = (
    st.none() | st.integers(-(10**15), 10**15) | st.text(st.characters(categories=["L", "N", "Zs", "P"]), max_size=120)
)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200, 400])
@pytest.mark.parametrize("table", [NETWORK, PROSE], ids=["network", "prose"])
def test_no_line_is_wider_than_the_terminal(table: Table, width: int) -> None:
    assert max(map(len, lay_out(table, width).text.splitlines())) <= width


def test_at_80_columns_a_network_keeps_who_does_what_to_whom_for_how_much_and_names_what_it_leaves_out() -> None:
    laid = lay_out(NETWORK, 80)
    head = laid.text.splitlines()[1]
    assert [c for c in ("from", "relationship", "to", "amount") if f" {c} " in head] == [
        "from",
        "relationship",
        "to",
        "amount",
    ]
    assert "Orion [bold]" in laid.text
    assert laid.left_out == ("stage", "says", "id")


def test_a_wide_terminal_shows_every_column_in_which_something_stands() -> None:
    laid = lay_out(NETWORK, 400)
    assert laid.left_out == ()
    assert "date of" not in laid.text
    assert "company/orion|PARTY_TO|deal/y|signatory" in laid.text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_note_is_shown_at_any_width_with_its_row(width: int) -> None:
    umbrella = "an umbrella: it mixes papers, stages or funders"
    table = Table(
        ("row", "name", "comes_to", "stage", "side", "note", "id"),
        (
            ("sum", "all approved", "USD 10", "approved", "US government", None, None),
            ("left out", "The loan", "USD 400 million", "approved", "US government", umbrella, "deal/loan"),
        ),
        leading=3,
    )
    laid = lay_out(table, width)
    assert "note" not in laid.left_out
    after = laid.text.partition("The loan")[2].split()
    assert set(umbrella.split()) <= set(after)
    assert max(map(len, laid.text.splitlines())) <= width


def test_ids_are_the_first_to_go() -> None:
    for width in range(60, 300, 7):
        gone = lay_out(NETWORK, width).left_out
        assert not gone or is_id(gone[-1])


def test_records_stand_one_under_another_where_their_columns_do_not_fit() -> None:
    laid = lay_out(PROSE, 60)
    assert laid.left_out == ()
    assert "--- 2 of 9" in laid.text
    assert laid.text.count("dispute/") == 9
    assert " ".join(laid.text.split()).count("reading " * 12) == 9


def test_a_terminal_without_line_signs_gets_plain_ones() -> None:
    assert lay_out(NETWORK, 120, "ascii").text.isascii()


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6),
    width=st.integers(30, 150),
    leading=st.sampled_from([None, 1, 2]),
)
def test_no_text_is_lost_at_any_width(rows: list[tuple[Value, ...]], width: int, leading: int | None) -> None:
    table = Table(("a", "b", "id"), tuple(rows), leading=leading)
    laid = lay_out(table, width)
    shown = [c for c in table.columns if c not in laid.left_out]
    squeezed = "".join(c for c in laid.text if c.isalnum())
    wanted = [row[table.columns.index(c)] for row in rows for c in shown]
    longest = max((x for x in wanted if isinstance(x, int)), key=lambda x: len(str(x)), default=None)
    assert longest is None or "".join(c for c in f"{longest}" if c.isdigit()) in squeezed
    assert laid.text.strip() or not any(wanted)


def test_a_long_answer_at_a_terminal_says_how_to_page_and_save_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    print_table(PROSE)
    told = " ".join(capsys.readouterr().err.split())
    assert "add `| less` to page them" in told
    assert "`--format csv -o FILE`" in told


def test_a_short_answer_or_one_that_is_piped_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("LINES", "24")
    print_table(PROSE)
    print_table(NETWORK)
    assert capsys.readouterr().err == ""
