"""The page about the data says what it leaves out, in words, and offers every article; its address names one."""

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
from explorer.state.asked_line import AskedLine, read_asked_line
from tests.unit.articles import PAPER, shown

SOURCES = Table(("article", "repeats"), (("The Paper", ["Desk (1)"]),), truncated=True)


def show(article: str | None, line: int | None, is_there: bool) -> None:
    from types import SimpleNamespace

    import streamlit as st

    from explorer.app_pages import about
    from explorer.state.asked_line import AskedLine
    from tests.unit.articles import shown

    here = shown()
    here.catalog = SimpleNamespace(  # type: ignore[misc]
        get=lambda name: SimpleNamespace(id=name, parameters=(SimpleNamespace(labels=(), may_be_empty=False),))
    )
    about._show_sources(here)
    st.text(str(about._show_articles(here, AskedLine(article, line, is_there), came=True)))


@pytest.fixture(autouse=True)
def canned(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(graph: object, query: Any, given: Mapping[str, str], data_set: str) -> Any:
        return SimpleNamespace(as_rows=lambda: SOURCES)

    def offer(*_: object) -> list[Choice]:
        return [
            Choice(value=v, caption=c, unique_caption=c) for v, c in ((PAPER, "Article 1"), ("source/2", "Article 2"))
        ]

    monkeypatch.setattr(about, "run", run)
    monkeypatch.setattr(chooser, "choices", offer)
    st.cache_resource.clear()


def opened(article: str | None = None, line: int | None = None, is_there: bool = True) -> AppTest:
    test = AppTest.from_function(show, default_timeout=30, args=(article, line, is_there)).run()
    assert not test.exception
    return test


def test_a_table_that_was_cut_says_so() -> None:
    assert [w.value for w in opened().warning] == ["There are more articles than the 1 shown here."]


def test_every_article_is_offered_whatever_the_table_has_room_for() -> None:
    assert opened().selectbox[0].options == ["Article 1", "Article 2"]


def test_the_address_names_the_article_and_the_line_once_they_are_chosen() -> None:
    test = opened()
    assert test.text[0].value == "{}"
    test.button(key="line-3").click().run()
    assert test.text[0].value == str({"article": PAPER, "line": "3"})


def test_the_article_of_the_address_is_shown_and_none_in_its_place() -> None:
    test = opened(PAPER, 4)
    assert test.text[0].value == str({"article": PAPER, "line": "4"})
    test = opened("source/none", is_there=False)
    assert (test.text[0].value, test.selectbox[0].value) == ("{}", None)
    test.selectbox[0].select(PAPER).run()
    assert test.text[0].value == str({"article": PAPER})


@pytest.mark.parametrize(
    ("address", "asked", "notices"),
    [
        ({}, AskedLine(), []),
        ({"article": PAPER}, AskedLine(PAPER, None, True), []),
        ({"article": PAPER, "line": "12"}, AskedLine(PAPER, 12, True), []),
        ({"article": PAPER, "line": "-1"}, AskedLine(PAPER, None, True), ["“-1” is no number of a line"]),
        ({"article": PAPER, "line": "1" * 99}, AskedLine(PAPER, None, True), [f"“{'1' * 79}…” is no number of a line"]),
        ({"line": "3"}, AskedLine(), ["line 3 is of no article: name one"]),
        ({"article": "source/papr"}, AskedLine("source/papr"),
         ["there is no article source/papr here (did you mean source/paper?)"]),
    ],
)  # fmt: skip
def test_what_an_address_names_in_vain_is_told(address: dict[str, str], asked: AskedLine, notices: list[str]) -> None:
    assert read_asked_line(shown(), address) == (asked, notices)
