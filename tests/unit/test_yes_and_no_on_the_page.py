"""A question of yes or no is a box to tick, set to what the address says, else to its default."""

import pytest
from streamlit.testing.v1 import AppTest


def form() -> None:
    from types import SimpleNamespace
    from typing import Any, cast

    import streamlit as st

    from explorer.panels import query_form
    from explorer.shown_graph import ShownGraph
    from tests.shipped import CATALOG

    here = cast(ShownGraph, SimpleNamespace(set_hash="x"))
    query = CATALOG.get("money-by-mineral")
    boxes = query.model_copy(update={"parameters": query.parameters[1:]})
    given: Any = st.session_state.get("given", {})
    st.write(str(query_form.show_form(here, boxes, given)))


@pytest.mark.parametrize(
    ("given", "ticked"), [({}, True), ({"kinds": "yes"}, True), ({"kinds": "no"}, False), ({"kinds": "<b>"}, True)]
)
def test_a_box_is_ticked_as_the_address_says_and_tells_yes_or_no(given: dict[str, str], ticked: bool) -> None:
    page = AppTest.from_function(form, default_timeout=30)
    page.session_state["given"] = given
    page.run()
    assert [box.value for box in page.checkbox] == [ticked]
    told = {True: "'kinds': 'yes'", False: "'kinds': 'no'"}
    assert told[ticked] in page.markdown[0].value
    page.checkbox[0].set_value(not ticked).run()
    assert told[not ticked] in page.markdown[0].value
