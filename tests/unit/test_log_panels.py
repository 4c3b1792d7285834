"""The history and the ways to expand, as panels: every text is text, every press does what it says."""

from typing import Any

from streamlit.testing.v1 import AppTest

from explorer.panels.log_history import MOST_LISTED
from explorer.state.actions import Expand, Way


def history(count: int, at: int) -> None:
    import streamlit as st

    from explorer.panels.log_history import show_log_history
    from explorer.state.actions import Hide
    from explorer.state.log import Log

    if "log" not in st.session_state:
        st.session_state.log = Log(tuple(Hide(f"deal/{n}") for n in range(count)), at)

    def go_to(there: int) -> None:
        st.session_state.log = st.session_state.log.go_to(there)

    show_log_history(st.session_state.log, [f"hid [Deal](http://x) {n}" for n in range(count)], go_to)


def shown(count: int, at: int) -> AppTest:
    test = AppTest.from_function(history, default_timeout=30, kwargs={"count": count, "at": at}).run()
    assert not test.exception
    return test


def test_the_latest_is_first_and_what_was_taken_back_is_told_apart() -> None:
    labels = [b.label for b in shown(2, 1).button]
    assert len(labels) == 3
    assert labels[0].startswith(":gray[Hid ")
    assert labels[0].endswith("(taken back)]")
    assert labels[1].endswith("0 (here)")
    assert labels[2] == "The opening picture"


def test_words_of_records_are_text() -> None:
    assert "](" not in shown(1, 1).button[0].label.replace("\\]\\(", "")


def test_a_press_goes_to_that_point_and_forgets_nothing() -> None:
    test = shown(3, 3)
    test.button(key="point-1").click().run()
    assert test.session_state.log.at == 1
    assert len(test.session_state.log.entries) == 3
    assert test.button(key="point-1").disabled
    test.button(key="point-3").click().run()
    assert test.session_state.log.at == 3


def test_of_a_long_history_the_latest_are_listed_and_that_is_said() -> None:
    test = shown(MOST_LISTED + 5, MOST_LISTED + 5)
    assert len(test.button) == MOST_LISTED
    assert "undo" in test.caption[0].value


def expansions(has_room: bool) -> None:
    import streamlit as st

    from cypher.model import built_in_model
    from cypher.network import Ties
    from explorer.panels.expansions import show_expansions

    ties = (
        Ties("FUNDS", "out", ("funder", "lender_of_<b>"), 1_204, 4),
        Ties("AGENCY_OF", "out", (), 1, 1),
        Ties("SERVES", "in", ("a", "b", "c", "d", "e"), 2, 1),
    )
    wanted: Any = st.session_state.setdefault("wanted", [])
    show_expansions(ties, "agency/exim", built_in_model(), wanted.append, has_room=has_room)


def test_each_type_says_its_direction_roles_and_counts_and_expands_alone() -> None:
    test = AppTest.from_function(expansions, default_timeout=30, kwargs={"has_room": True}).run()
    assert not test.exception
    funds, agency, serves = test.button
    assert funds.label.startswith("funds :gray[as funder, ")
    assert "<b>" not in funds.label.replace("\\<b\\>", "")
    assert funds.label.endswith(": 1,200 more of 1,204")
    assert agency.label.endswith(": in the picture")
    assert agency.disabled
    assert "towards it" in serves.label
    assert "and 1 more" in serves.label
    test.button(key="expand-0").click().run()
    test.button(key="expand-2").click().run()
    assert test.session_state.wanted == [
        Expand("agency/exim", "FUNDS", Way.OUT), Expand("agency/exim", "SERVES", Way.IN),
    ]  # fmt: skip


def test_in_a_full_picture_none_can_be_expanded() -> None:
    test = AppTest.from_function(expansions, default_timeout=30, kwargs={"has_room": False}).run()
    assert all(button.disabled for button in test.button)
