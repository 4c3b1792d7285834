"""The page of disagreements: the list with its filters, what is opened, and the address of both."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import explorer.panels.open_graph
import explorer.shown_graph
from cypher.disagreements import DisputeFilter, DisputeInFull, ListedDispute
from explorer.app_pages import disagreements
from explorer.canvas import address_bar
from explorer.markdown import escape
from explorer.panels.dispute_list import AT_ONCE
from explorer.state.asked_disputes import AskedDisputes, read_asked, write_asked
from tests.unit.few_disputes import FLAT, LISTED, NAME, SIZE, DisputedGraph, in_full, retold

Open = Callable[..., AppTest]


def page() -> None:
    from explorer.app_pages.disagreements import show_page

    show_page()


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the page writes into the browser's bar."""
    written: dict[str, str] = {}

    def replace_address(wanted: dict[str, str], *, is_new_entry: bool = False, keeps_view: bool = False) -> None:
        assert not is_new_entry, "what is asked of this page makes no entry of the browser's history"
        assert not keeps_view, "there is no picture on this page"
        written.clear()
        written.update(wanted)

    monkeypatch.setattr(address_bar, "replace_address", replace_address)
    return written


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, address: dict[str, str]) -> Iterator[Open]:
    def open_page(listed: tuple[ListedDispute, ...] = LISTED, **asked: str) -> AppTest:
        monkeypatch.setattr(explorer.shown_graph, "_open_graph", lambda: DisputedGraph(listed))
        st.cache_resource.clear()
        test = AppTest.from_function(page, default_timeout=30)
        for name, value in asked.items():
            test.query_params[name] = value
        test.run()
        assert not test.exception
        return test

    monkeypatch.delenv("LODEGRAPH_DATA_SET", raising=False)
    yield open_page
    st.cache_resource.clear()


def questions(test: AppTest) -> list[str]:
    """The buttons of the list."""
    return [b.label for b in test.button if str(b.key).startswith("open-")]


def heads(test: AppTest) -> list[str]:
    return [m.value for m in test.markdown if m.value.startswith("#### ")]


def text(test: AppTest) -> str:
    return "\n".join([*(m.value for m in test.markdown), *(c.value for c in test.caption)])


def test_the_list_has_all_of_them_and_the_weightiest_is_shown(opened: Open, address: dict[str, str]) -> None:
    test = opened()
    assert len(questions(test)) == 3
    assert questions(test)[0].startswith(":orange-badge[decides] **Is the loan ten million")
    assert ":gray-badge[not weighed]" in questions(test)[2]
    assert heads(test) == [f"#### {escape(SIZE.question)}"]
    assert address == {}
    assert escape("3 disagreements: 1 decides, 1 detail, 1 not weighed") in text(test)


def test_a_press_opens_one_and_its_address_opens_it_again(opened: Open, address: dict[str, str]) -> None:
    test = opened()
    test.button(key="open-1").click().run()
    assert heads(test) == [f"#### {escape(NAME.question)}"]
    assert address == {"dispute": "dispute/name"}
    again = opened(**address)
    assert heads(again) == heads(test)
    assert not again.warning


def test_readings_have_their_rank_reason_places_and_whose_words_they_repeat(opened: Open) -> None:
    shown = text(opened(dispute="dispute/size"))
    assert ":green-badge[preferred]" in shown
    assert ":gray-badge[normal]" in shown
    assert "**Why this rank:** Why size/flat\\." in shown
    assert "The Paper, 5 February 2026: [line 1, sentence 2](/about?article=source%2Fpaper&line=1)" in shown
    assert "repeats the document *Fact sheet* (our inference)" in shown
    assert "in its own words" in shown
    assert "**What would change:** The sum of approved loans\\." in shown
    assert ":red-badge[denied]" in text(opened(dispute="dispute/name"))


def test_one_that_nobody_has_decided_says_so_where_it_is_opened_too(opened: Open) -> None:
    assert "none preferred" not in text(opened())
    normal = tuple(replace(reading, rank="normal") for reading in SIZE.readings)
    undecided = replace(SIZE, view=replace(SIZE.view, readings=normal))
    shown = text(opened((undecided,)))
    assert ":gray-badge[none preferred]" in shown
    assert ":green-badge[preferred]" not in shown


def test_the_totals_under_a_reading_stand_beside_those_of_the_graph(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disagreements, "read_in_full", lambda *_: (in_full(SIZE, flat=[FLAT]),))
    shown = text(opened(dispute="dispute/size"))
    figures = "approved · US government · USD, sum | USD 3 million to USD 13 million | **USD 13 million**"
    assert ":gray[If this held:] Ten million\\." in shown
    assert f"| {figures} |" in shown
    assert escape("The loan: amount USD 10 million") in shown


def test_the_day_of_the_totals_is_typed_told_and_kept_in_the_address(
    opened: Open, address: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    days: list[str | None] = []

    def read(*asked: object) -> tuple[DisputeInFull, ...]:
        days.append(cast(str | None, asked[4]))
        return (in_full(SIZE, flat=[FLAT]),)

    monkeypatch.setattr(disagreements, "read_in_full", read)
    test = opened(as_of="2025-06")
    assert "**Totals under each reading, as of 30 June 2025**" in text(test)
    assert address == {"as_of": "2025-06"}
    field = next(t for t in test.text_input if t.label == "Totals as of")
    field.set_value("2025-12-31").run()
    assert (address, days) == ({"as_of": "2025-12-31"}, ["2025-06-30", "2025-12-31"])
    field.set_value("").run()
    assert (address, days[-1]) == ({}, None)


@pytest.mark.parametrize("strange", ["yesterday", "2025-01-01/2025-02-01"])
def test_what_is_no_day_is_told_and_the_totals_are_of_all_that_is_known(
    opened: Open, address: dict[str, str], strange: str
) -> None:
    test = opened(as_of=strange)
    assert any("Totals as of" in w.value for w in test.warning)
    assert "as of" not in text(test)
    next(t for t in test.text_input if t.label == "Totals as of").set_value("May").run()
    assert any("The totals are of all that is known" in w.value for w in test.warning)
    assert address.get("as_of", "") in ("", strange)


def test_a_dispute_that_changes_no_sum_says_so(opened: Open) -> None:
    assert "Changes no sum" in text(opened(dispute="dispute/name"))


def test_what_it_touches_leads_to_the_network_a_relationship_with_both_its_ends(opened: Open) -> None:
    assert "[The loan](/?node=deal%2Floan&steps=add%3Adeal%2Floan)" in text(opened(dispute="dispute/size"))
    shown = text(opened(dispute="dispute/operator"))
    asked = "node=company%2Fsg%7COPERATES%7Cproject%2Fmine%7Coperator&steps=add%3Acompany%2Fsg%2Cadd%3Aproject%2Fmine"
    assert f"[Société Générale operates The mine](/?{asked})" in shown


def test_filters_of_the_address_hold_and_those_that_are_chosen_go_into_it(
    opened: Open, address: dict[str, str]
) -> None:
    test = opened(source="source/paper", words="societe")
    assert len(questions(test)) == 1
    assert test.text_input[0].value == "societe"
    test.text_input[0].set_value("").run()
    assert len(questions(test)) == 2
    assert address == {"source": "source/paper"}
    chooser = next(s for s in test.selectbox if s.label == "About")
    assert "The loan  ·  Deal (1)" in chooser.options
    chooser.select("deal/loan").run()
    assert len(questions(test)) == 1
    assert address == {"source": "source/paper", "about": "deal/loan"}


def test_an_empty_list_offers_to_clear_the_filters(opened: Open, address: dict[str, str]) -> None:
    test = opened(weight="detail", about="deal/loan")
    assert questions(test) == []
    assert [i.value for i in test.info] == ["No disagreement fits all filters."]
    test.button(key="clear-filters").click().run()
    assert len(questions(test)) == 3
    assert address == {}


def test_what_the_address_names_in_vain_is_told_once_and_nothing_takes_its_place(opened: Open) -> None:
    test = opened(dispute="dispute/sizes", weight="decide", about="deal/laon", colour="red")
    (warning,) = test.warning
    for said in ("dispute/sizes", "dispute/size?", "decides?", "deal/loan?", "colour"):
        assert escape(said) in warning.value
    assert len(questions(test)) == 3
    test.button(key="open-1").click().run()
    assert not test.warning


def test_a_long_list_is_shown_in_parts_that_are_numbered(opened: Open) -> None:
    many = tuple(
        replace(NAME, view=replace(NAME.view, id=f"dispute/n{n}", question=f"{n:04}?")) for n in range(AT_ONCE + 5)
    )
    test = opened(many)
    assert len(questions(test)) == AT_ONCE
    assert escape(f"{AT_ONCE + 5} disagreements: {AT_ONCE + 5} details") in text(test)
    last = f"dispute/n{AT_ONCE + 4}"
    assert heads(opened(many, dispute=last)) == [f"#### {escape(f'{AT_ONCE + 4:04}?')}"]


def test_records_without_a_disagreement_say_so(opened: Open) -> None:
    test = opened(())
    assert [i.value for i in test.info] == ["These records have no disagreement."]


def test_a_text_of_a_record_is_no_markup(opened: Open) -> None:
    hostile = "**b** <b> :red[x] $y$ [a](b) | c"
    test = opened(tuple(retold(d, hostile) for d in LISTED))
    everything = "\n".join([text(test), *questions(test)])
    assert hostile not in everything
    assert escape(hostile) in everything


@pytest.mark.parametrize(
    "asked",
    [
        AskedDisputes(),
        AskedDisputes("dispute/x"),
        AskedDisputes("dispute/x", DisputeFilter(("decides", "not_weighed"), "name", "deal/x", source="source/y")),
        AskedDisputes("", DisputeFilter(words="ö & =")),
        AskedDisputes("", DisputeFilter(mineral="mineral/tin", agency="agency/exim")),
    ],
)
def test_an_address_is_read_as_it_was_written(asked: AskedDisputes) -> None:
    assert read_asked(write_asked(asked)) == asked


def test_an_address_of_any_length_is_read() -> None:
    asked = read_asked({"weight": "decides," * 5_000, "words": "x" * 5_000, "kind": ","})
    assert asked.asked.weights == ("decides",)
