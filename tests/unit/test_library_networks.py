"""A network handed to networkx and pyvis, from nodes and relationships made by hand."""

from pathlib import Path

import pytest

from cypher.evidence import CitedPassage
from cypher.results import GraphEdge, GraphNode, Subgraph
from lodegraph import GraphError, Network
from lodegraph.library.graph import merge_parameters

NAME = "<img src=x onerror=alert(1)>"
FIRST = CitedPassage("passage/a/1", "The Paper", None, None, 1, None, "The desk", "publisher", "stated")
SECOND = CitedPassage("passage/a/2.3", "The Paper", None, None, 2, 3, "A notice", "document", "stated")
BANK = GraphNode("agency/bank", "Agency", {"name": NAME, "paraphrase": "Lends.", "evidence": ["passage/a/2.3"]})
LOAN = GraphNode("deal/loan", "Deal", {"name": "Loan", "amount_value": 5, "key": "kept", "label": "theirs"})


def edge(role: str, *evidence: str) -> GraphEdge:
    """One of several relationships between the same two."""
    properties = {"role": role, "paraphrase": f"Lent as {role}.", "evidence": list(evidence), "key": "kept"}
    return GraphEdge(f"{BANK.id}|FUNDS|{LOAN.id}|{role}", "FUNDS", BANK.id, LOAN.id, properties)


FUNDS = edge("funder", "passage/a/1", "passage/a/2.3")
AGAIN = edge("guarantor", "passage/a/1")


@pytest.fixture
def network() -> Network:
    passages = {FIRST.id: (FIRST,), SECOND.id: (SECOND,)}
    return Network.of("Lending", Subgraph((BANK, LOAN), (FUNDS, AGAIN)), passages)


def test_parallel_relationships_keep_their_own_ids_and_evidence(network: Network) -> None:
    made = network.to_networkx()

    assert set(made[BANK.id][LOAN.id]) == {FUNDS.id, AGAIN.id}
    assert made.edges[BANK.id, LOAN.id, FUNDS.id]["evidence"] == [
        {"source": "The Paper", "line": 1, "sentence": None, "origin": "The desk", "paraphrase": "Lent as funder.",
         "passage": "passage/a/1"},
        {"source": "The Paper", "line": 2, "sentence": 3, "origin": "A notice", "paraphrase": "Lent as funder.",
         "passage": "passage/a/2.3"},
    ]  # fmt: skip


def test_properties_are_attributes_and_cannot_take_the_place_of_ours(network: Network) -> None:
    made = network.to_networkx()

    assert made.nodes[LOAN.id] == {**LOAN.properties, "label": "Deal", "evidence": []}
    assert made.edges[BANK.id, LOAN.id, AGAIN.id]["key"] == "kept"
    assert made.graph == {"name": "Lending", "truncated": False}


def test_evidence_is_sorted_by_source_and_place(network: Network) -> None:
    assert network.evidence == (FIRST, SECOND)
    assert network.cited_by(BANK) == (SECOND,)
    assert network.cited_by(LOAN) == ()


def test_pyvis_gets_the_explorers_looks_and_keeps_what_is_added(network: Network) -> None:
    picture = network.to_pyvis(height="300px")
    picture.add_node("note", label="A note")

    assert [node["shape"] for node in picture.nodes[:2]] == ["square", "triangle"]
    assert picture.nodes[0]["color"]["background"] == "#56B4E9"
    assert [e["id"] for e in picture.edges] == [FUNDS.id, AGAIN.id]
    assert "A note" in picture.generate_html()
    assert "300px" in picture.generate_html()


@pytest.mark.parametrize("notebook", [True, False])
def test_a_page_of_pyvis_loads_nothing_and_holds_names_as_text(network: Network, notebook: bool) -> None:
    picture = network.to_pyvis()
    picture.prep_notebook()

    page = picture.generate_html(notebook=notebook)

    assert "vis.Network(container, data, options)" in page
    assert not any(loads in page for loads in ("<link", "<script src", "jsdelivr", "cdnjs"))
    assert "<img" not in page
    assert "onerror" in page


def test_a_file_that_pyvis_writes_loads_nothing_either(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    network.to_pyvis().write_html("picture.html")

    assert "jsdelivr" not in (tmp_path / "picture.html").read_text(encoding="utf-8")


def test_an_empty_network_is_drawn_too() -> None:
    nothing = Network.of("Nothing", Subgraph(), {})

    assert nothing.to_pyvis().num_nodes() == 0
    assert nothing.to_networkx().number_of_nodes() == 0
    assert "Nothing" in nothing.to_html()


def test_a_node_that_is_not_there_is_named(network: Network) -> None:
    with pytest.raises(GraphError, match="the network 'Lending' has no node 'deal/x'"):
        network.node("deal/x")


def test_words_say_how_much_there_is(network: Network) -> None:
    cut = Network.of("Lending", Subgraph((BANK,), (), truncated=True), {})

    assert repr(network) == "Network('Lending', 2 nodes, 2 relationships)"
    assert repr(cut) == "Network('Lending', 1 nodes, 0 relationships, cut)"


def test_parameters_with_names_of_python_take_an_underscore() -> None:
    assert merge_parameters({"hops": 3}, {"from_": "a", "to": "b", "id_": 1}) == {
        "hops": 3,
        "from": "a",
        "to": "b",
        "id_": 1,
    }
    with pytest.raises(GraphError, match="'from' is given twice: give it once"):
        merge_parameters({"from": "a"}, {"from_": "b"})
