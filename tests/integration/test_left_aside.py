"""What an answer does not include is named: minerals by whole words, places and deals at any depth."""

from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.deals import read_deals
from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.saved import QueryAnswer, read_catalog, run
from tests.integration.foreign_edits import load_worked
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

CATALOG = read_catalog(built_in_model()).offered("worked", Guide())
DEEP = 15
MORE = (
    "UNWIND [['platinum', 'Platinum'], ['ore', 'Tin ore'], ['alloy', 'Lead-tin'], ['tin-free', 'Nontin']] AS m "
    "MATCH (d:Deal {id: 'deal/loan', data_set: 'worked'}) "
    "CREATE (d)-[:COVERS {id: m[0], data_set: 'worked', role: 'mineral'}]->"
    "(:Mineral {id: 'mineral/' + m[0], name: m[1], data_set: 'worked'})",
    "MATCH (c:Country {id: 'country/CC', data_set: 'worked'}), (d:Deal {id: 'deal/loan', data_set: 'worked'}) "
    "CREATE (c)<-[:LIES_IN {id: 'l1', data_set: 'worked'}]-"
    "(p:Place {id: 'place/land', name: 'Land', data_set: 'worked'}) "
    "CREATE (p)<-[:LIES_IN {id: 'l2', data_set: 'worked'}]-"
    "(q:Place {id: 'place/town', name: 'Town', data_set: 'worked'}) "
    "CREATE (q)<-[:LIES_IN {id: 'l3', data_set: 'worked'}]-"
    "(r:Place {id: 'place/pit', name: 'Pit', data_set: 'worked'}) "
    "CREATE (r)<-[:LOCATED_IN {id: 'l4', data_set: 'worked', role: 'location'}]-(d)",
    "MATCH (d:Deal {id: 'deal/loan', data_set: 'worked'}), (p:Place {id: 'place/land', data_set: 'worked'}) "
    "CREATE (p)<-[:LOCATED_IN {id: 'l5', data_set: 'worked', role: 'location'}]-(d)",
    f"UNWIND range(0, {DEEP}) AS i CREATE (:Deal {{id: 'deal/step' + toString(i), data_set: 'worked'}})",
    f"UNWIND range(1, {DEEP}) AS i "
    "MATCH (part:Deal {id: 'deal/step' + toString(i), data_set: 'worked'}), "
    "(whole:Deal {id: 'deal/step' + toString(i - 1), data_set: 'worked'}) "
    "CREATE (part)-[:PART_OF {id: 'p' + toString(i), data_set: 'worked'}]->(whole)",
)
"""Written beside the worked set: minerals, a pit in a town in a land in a country, a chain of deals."""


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as opened_graph:
        load_worked(opened_graph, tmp_path_factory.mktemp("worked"))
        for text in MORE:
            opened_graph.write(text, {})
        yield opened_graph
    wipe(engine)


def ask(graph: Graph, query: str, **given: str) -> QueryAnswer:
    return run(graph, CATALOG.get(query), given, "worked")


def test_a_mineral_is_named_like_another_by_whole_words_only(graph: Graph) -> None:
    (note,) = ask(graph, "mineral-deals", mineral="mineral/tin").notes
    assert note.endswith(": Lead-tin (mineral/alloy), Tin ore (mineral/ore).")


def test_places_in_places_of_a_country_are_named(graph: Graph) -> None:
    (note,) = (n for n in ask(graph, "country-partners", country="country/CC").notes if n.startswith("Not included"))
    assert note.endswith(": Land (place/land), Pit (place/pit).")


def test_a_place_holds_in_a_breakdown_what_is_placed_at_any_depth_of_it(graph: Graph) -> None:
    answer = ask(graph, "money-by-funder", funder="agency/bank")
    assert answer.totals is not None
    assert answer.notes == ()
    places = [s for g in answer.totals.groups for b in g.breakdowns if b.dimension == "place" for s in b.slices]
    held = {s.value: (s.deals, s.holds) for s in places if "deal/loan" in s.deals}
    assert held["place/land"] == (("deal/loan",), ("place/pit", "place/town"))
    assert held["place/pit"] == (("deal/loan",), ())


def test_a_deal_lies_inside_every_whole_above_it(graph: Graph) -> None:
    steps = "MATCH (d:Deal {data_set: 'worked'}) WHERE d.id STARTS WITH 'deal/step' "
    given = {"name": "Step", "instrument": "loan", "stage": "approved", "whose_money": "private"}
    graph.write(steps + "SET d += $given", {"given": given})
    nodes = [node for (node,) in graph.rows(steps + "RETURN d ORDER BY d.id", {})]
    wholes = {d.id: d.wholes for d in read_deals(graph, nodes, "worked").deals}
    assert {d: len(found) for d, found in wholes.items()} == {f"deal/step{i}": i for i in range(DEEP + 1)}
