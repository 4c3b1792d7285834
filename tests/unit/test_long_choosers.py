"""A chooser of very many values sends a browser some of them, and finds the others by what is typed."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.errors import QueryFailed
from cypher.saved import Choice, Parameter
from explorer.panels import chooser

MANY = tuple(
    Choice(value=f"mineral/{n}", caption=f"Ore {n}", unique_caption=f"Ore {n}", rows=n % 1_000) for n in range(20_000)
)
FOUND = ["mineral/7", "mineral/not-offered", "mineral/3"]
OPTIONAL = Parameter(name="mineral", type="node", meaning="it", labels=("Mineral",), default="")  # type: ignore[arg-type]
PARAMETER = Parameter(name="mineral", type="node", meaning="the mineral", labels=("Mineral",))  # type: ignore[arg-type]


def show(start: str, asked: bool, optional: bool = False) -> None:
    from types import SimpleNamespace

    import streamlit as st

    from explorer.panels.chooser import show_chooser
    from tests.unit.test_long_choosers import OPTIONAL, PARAMETER

    here: Any = SimpleNamespace(
        graph=SimpleNamespace(server=SimpleNamespace(uri="bolt://there")),
        data_set=SimpleNamespace(name="mine", key="mine 1"),
        model=SimpleNamespace(evidence_labels=("Source",)),
    )
    st.text(show_chooser(here, OPTIONAL if optional else PARAMETER, "Mineral", start, "param", asked=asked))


@pytest.fixture(autouse=True)
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(chooser, "choices", lambda *_: list(MANY))
    monkeypatch.setattr(chooser, "find", lambda *_: [SimpleNamespace(id=i) for i in FOUND])
    st.cache_data.clear()
    st.cache_resource.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


def opened(start: str = "", asked: bool = False, optional: bool = False) -> AppTest:
    test = AppTest.from_function(
        show, default_timeout=30, kwargs={"start": start, "asked": asked, "optional": optional}
    ).run()
    assert not test.exception
    return test


def test_a_browser_is_sent_those_with_most_rows_and_told_of_the_others() -> None:
    shown = opened()
    assert len(shown.selectbox[0].options) == chooser.MOST_OFFERED
    assert all(int(option.rpartition("(")[2].rstrip(")")) >= 974 for option in shown.selectbox[0].options)
    assert [c.value for c in shown.caption] == ["19,500 more: type to find"]


def test_a_value_that_the_address_names_is_offered_however_small() -> None:
    shown = opened("mineral/1000", asked=True)
    assert shown.text[0].value == "mineral/1000"
    assert shown.selectbox[0].options[0] == "Ore 1000 (0)"


def test_the_rest_is_found_by_typing_and_what_is_chosen_stays() -> None:
    shown = opened()
    before = shown.text[0].value
    shown.text_input[0].set_value("ore").run()
    assert shown.text[0].value == before
    assert shown.selectbox[0].options[1:] == ["Ore 7 (7)", "Ore 3 (3)"]
    assert [c.value for c in shown.caption] == ["2 found: choose below"]
    shown.selectbox[0].select("mineral/3").run()
    assert shown.text[0].value == "mineral/3"
    shown.text_input[0].set_value("").run()
    assert shown.text[0].value == "mineral/3"


def test_a_search_that_fails_leaves_the_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise QueryFailed("the query took too long")

    monkeypatch.setattr(chooser, "find", fail)
    shown = opened()
    shown.text_input[0].set_value("ore").run()
    assert len(shown.selectbox[0].options) == chooser.MOST_OFFERED
    assert "The search got no answer" in shown.warning[0].value


def test_what_nothing_is_called_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "find", lambda *_: [])
    shown = opened()
    shown.text_input[0].set_value("*gold*").run()
    assert shown.caption[0].value == "Nothing to choose is called “\\*gold\\*”, nor nearly so."


def test_few_values_are_all_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "choices", lambda *_: list(MANY[: chooser.MOST_OFFERED]))
    shown = opened()
    assert len(shown.selectbox[0].options) == chooser.MOST_OFFERED
    assert not shown.text_input


def test_a_source_is_told_by_what_it_is() -> None:
    few = [Choice(value=i, caption=name) for i, name in (("s/1", "Desk"), ("s/2", "Desk"), ("s/3", "Paper"))]
    kinds = {"s/1": "publisher", "s/2": "document", "s/3": "article"}
    assert [c.unique_caption for c in chooser.tell_kinds(few, kinds)] == [
        "Desk  ·  publisher", "Desk  ·  document", "Paper  ·  article",
    ]  # fmt: skip
    assert chooser.tell_kinds(few[:1], {"s/1": "publisher"}) == few[:1]


def test_what_may_be_left_out_begins_with_any_and_can_be_left_out_again() -> None:
    shown = opened(optional=True)
    assert (shown.text[0].value, shown.selectbox[0].options[0]) == ("", chooser.ANY)
    named = opened("mineral/1000", asked=True, optional=True)
    assert named.text[0].value == "mineral/1000"
    named.selectbox[0].select("").run()
    assert named.text[0].value == ""
