"""The page about the data says what it leaves out, in words, and offers every article by itself."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.results import Table
from cypher.saved import Choice
from explorer.app_pages import about
from explorer.panels import chooser

SOURCES = Table(("article", "repeats"), (("The Paper", ["Desk (1)"]),), truncated=True)
COVERAGE = Table(("line", "sentence", "record_ids"), ((1, None, ["country/AA"]), (2, 3, [])), truncated=True)


def show() -> None:
    from types import SimpleNamespace

    from explorer.app_pages import about

    catalog = SimpleNamespace(
        get=lambda name: SimpleNamespace(id=name, parameters=(SimpleNamespace(labels=(), may_be_empty=False),))
    )
    graph = SimpleNamespace(server=SimpleNamespace(uri="bolt://there"))
    here: Any = SimpleNamespace(
        graph=graph,
        catalog=catalog,
        data_set=SimpleNamespace(name="mine", key="mine 1"),
        set_hash="0",
        model=SimpleNamespace(evidence_labels=()),
    )
    about._show_sources(here)
    about._show_coverage(here)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    def run(graph: object, query: Any, given: Mapping[str, str], data_set: str) -> Any:
        return SimpleNamespace(as_rows=lambda: SOURCES if query.id == "sources" else COVERAGE)

    def offer(*_: object) -> list[Choice]:
        return [Choice(value=f"source/{n}", caption=f"Article {n}", unique_caption=f"Article {n}") for n in (1, 2)]

    monkeypatch.setattr(about, "run", run)
    monkeypatch.setattr(chooser, "choices", offer)
    st.cache_resource.clear()
    test = AppTest.from_function(show).run()
    assert not test.exception
    return test


def test_tables_that_were_cut_say_so(shown: AppTest) -> None:
    assert [w.value for w in shown.warning] == [
        "There are more articles than the 1 shown here.",
        "There are more passages than the 2 shown here.",
    ]


def test_every_article_is_offered_whatever_the_table_above_has_room_for(shown: AppTest) -> None:
    assert shown.selectbox[0].options == ["Article 1", "Article 2"]


def test_headings_are_words_and_what_is_not_there_is_empty(shown: AppTest) -> None:
    table = shown.dataframe[1].proto
    assert '"record_ids": {"label": "record ids"' in table.columns
    assert table.placeholder == ""
    assert table.HasField("placeholder")
