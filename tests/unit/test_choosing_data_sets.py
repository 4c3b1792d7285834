"""Which of a graph's data sets a page shows: the address's, else the visitor's, else the starter's; never another."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import explorer.shown_graph
from cypher.errors import GraphError, QueryFailed, TooManyRows
from cypher.internal import statement
from cypher.status import DataSetState
from explorer.panels.data_set_chooser import describe_data_set

NODES = {"first": 1_234, "second": 1}


@dataclass
class SeveralSets:
    """A graph that holds data sets of these names and states; what fails is raised instead of a count."""

    states: dict[str, str] = field(default_factory=lambda: {"first": "complete", "second": "complete"})
    fails: GraphError | None = None
    server: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(uri="bolt://there"))

    def rows(self, text: str, parameters: Mapping[str, Any]) -> tuple[tuple[Any, ...], ...]:
        if text == statement("data-sets"):
            return tuple((name, f"The set {name}", "v", state, "then", "") for name, state in self.states.items())
        if text == statement("count-nodes-by-label"):
            if self.fails:
                raise self.fails
            return ("Country", NODES[parameters["data_set"]]), ("DataSet", 1)
        return ()


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch) -> Iterator[SeveralSets]:
    several = SeveralSets()
    monkeypatch.setattr(explorer.shown_graph, "_open_graph", lambda: several)
    monkeypatch.delenv("LODEGRAPH_DATA_SET", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    yield several
    st.cache_data.clear()
    st.cache_resource.clear()


def page() -> None:
    import streamlit as st

    from explorer.panels.open_graph import open_shown_graph
    from explorer.state.chosen_data_set import name_data_set, read_address

    with open_shown_graph() as here:
        st.text(f"shown: {here.data_set.name}")
        st.text(f"address: {name_data_set(here, read_address())}")


def opened(**address: str) -> AppTest:
    test = AppTest.from_function(page, default_timeout=30)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def texts(test: AppTest) -> list[str]:
    assert not test.exception
    return [t.value for t in test.text]


def test_one_set_has_no_chooser_and_no_place_in_the_address(graph: SeveralSets) -> None:
    graph.states = {"first": "complete"}
    shown = opened(set="first", node="a/b")
    assert texts(shown) == ["shown: first", "address: {'node': 'a/b'}"]
    assert not shown.selectbox


def test_several_are_offered_with_their_sizes_and_what_keeps_one_from_being_whole(graph: SeveralSets) -> None:
    graph.states = {"first": "complete", "second": "loading"}
    shown = opened()
    assert shown.selectbox[0].label == "Data set"
    assert shown.selectbox[0].options == [
        "first · 1,234 nodes",
        "second · 1 node · being loaded, or that was broken off",
    ]
    assert texts(shown) == ["shown: first", "address: {'set': 'first'}"]


def test_a_graph_that_does_not_count_still_offers_its_sets(graph: SeveralSets) -> None:
    graph.fails = QueryFailed("the query took too long")
    assert opened().selectbox[0].options == ["first", "second"]


def test_the_address_goes_before_what_the_pages_were_started_for(
    graph: SeveralSets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODEGRAPH_DATA_SET", "second")
    assert texts(opened())[0] == "shown: second"
    assert texts(opened(set="first"))[0] == "shown: first"


def test_choosing_keeps_the_rest_of_the_address_and_lasts(graph: SeveralSets) -> None:
    shown = opened(set="first", node="a/b")
    shown.selectbox[0].select("second").run()
    assert texts(shown) == ["shown: second", "address: {'set': 'second', 'node': 'a/b'}"]
    assert shown.selectbox[0].value == "second"
    assert texts(shown.run())[0] == "shown: second"


def test_an_address_that_changes_goes_before_an_earlier_choice(graph: SeveralSets) -> None:
    shown = opened(set="first")
    shown.selectbox[0].select("second").run()
    shown.query_params["node"] = "a/b"  # as Back does, to an address that names the first
    assert texts(shown.run())[0] == "shown: first"
    assert shown.selectbox[0].value == "first"


def test_a_page_whose_address_names_none_shows_what_was_shown_before(graph: SeveralSets) -> None:
    graph.states = {"second": "complete"}
    shown = opened()
    graph.states = {"first": "complete", "second": "complete"}  # one more came in, and is the newest
    assert texts(shown.run()) == ["shown: second", "address: {'set': 'second'}"]


@pytest.mark.parametrize("there", [("first",), ("first", "second")])
def test_a_set_that_is_not_there_is_told_and_none_takes_its_place(graph: SeveralSets, there: tuple[str, ...]) -> None:
    graph.states = dict.fromkeys(there, "complete")
    shown = opened(set="th*rd")
    assert texts(shown) == []
    assert "There is no data set \\'th\\*rd\\' here; it holds " + ", ".join(there) in shown.warning[0].value
    assert shown.selectbox[0].value is None
    shown.selectbox[0].select("first").run()
    assert texts(shown)[0] == "shown: first"
    assert not shown.warning


def test_a_set_that_was_removed_meanwhile_is_not_replaced_without_a_word(graph: SeveralSets) -> None:
    shown = opened()
    graph.states = {"second": "complete"}
    assert texts(shown.run()) == []
    assert "There is no data set \\'first\\' here; it holds second" in shown.warning[0].value


def test_the_set_that_pages_were_started_for_may_not_be_there_yet(
    graph: SeveralSets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODEGRAPH_DATA_SET", "third")
    shown = opened()
    assert texts(shown) == []
    assert "There is no data set \\'third\\' here; it holds first, second" in shown.warning[0].value


def test_many_sets_are_named_in_part(graph: SeveralSets) -> None:
    graph.states = {f"s{n}": "complete" for n in range(12)}
    graph.fails = QueryFailed("busy")
    assert "s6, s7 and 4 more" in opened(set="x").warning[0].value


def test_a_set_that_is_being_removed_is_offered_as_such() -> None:
    dropping = DataSetState("mine", "Mine", "v", "dropping", "then")
    assert describe_data_set(dropping, None) == "mine · being removed, or that was broken off"


def test_what_is_kept_of_a_graph_is_kept_by_data_set() -> None:
    kept = []
    for path in Path(explorer.shown_graph.__file__).parent.rglob("*.py"):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, ast.FunctionDef) and any("st.cache" in ast.unparse(d) for d in found.decorator_list):
                names = {a.arg for a in found.args.args}
                if any(name.startswith("_") for name in names):
                    kept.append(found.name)
                    assert names & {"version", "subgraph_key"}, f"{path.name}: {found.name}"
    assert len(kept) > 5


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (QueryFailed("the query was refused: why"), "A question to the graph failed."),
        (TooManyRows("there are more than 5 rows"), "An answer has too many rows for this page."),
        (GraphError("no graph answers"), "The graph does not answer."),
    ],
)
def test_what_failed_is_called_by_its_name(
    graph: SeveralSets, monkeypatch: pytest.MonkeyPatch, error: GraphError, says: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(explorer.shown_graph, "read_guide", fail)
    shown = opened()
    assert not shown.exception
    assert says in shown.error[0].value
    assert shown.code[0].value == str(error)
    assert ("Ask again" in [b.label for b in shown.button]) == (type(error) is not GraphError)


def test_no_cache_is_made_that_needs_a_running_server() -> None:
    """One of data complains in plain text, even where the log is JSON, when it is made before the server runs."""
    made = [
        p.name
        for p in Path(explorer.shown_graph.__file__).parent.rglob("*.py")
        if "@st.cache_data" in p.read_text(encoding="utf-8")
    ]
    assert made == []
