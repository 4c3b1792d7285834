"""Paths and surroundings as steps of the log: who comes in, who is not drawn, why somebody is there."""

from pathlib import Path

from cypher.connection import Graph
from cypher.facets.asked import write_list
from cypher.model import built_in_model
from cypher.paths import Ground, find_common, find_routes, find_surroundings
from cypher.paths.walk import MOST_OF_AN_END, MOST_READ, MOST_TIES, MOST_TOGETHER
from cypher.protocols import Parameters
from cypher.results import Table
from explorer.shown_graph import ShownGraph
from explorer.state.action import Action
from explorer.state.actions import (
    COMMON,
    Add,
    Expand,
    Filter,
    ShowAgain,
    Surround,
)
from explorer.state.actions import Path as Ask
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose
from explorer.state.exploring import IDLE, follow
from explorer.state.log import Log, write_down
from explorer.state.log_words import describe_log
from explorer.state.presence import explain_presence
from explorer.state.scene import fold
from explorer.state.seen import see
from explorer.state.ways_on import list_ways_on
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.integration.test_scene_actions import ids, look_at, write_bank

BETWEEN = write_list(("country/CC", "country/DD"))
WAY = ("country/CC", "deal/one", "agency/bank", "deal/two", "country/DD")
MODEL = built_in_model()
ALL_TYPES = tuple(t for types in MODEL.walks.values() for t in types)


def after(here: ShownGraph, *actions: Action) -> Composition:
    return compose(here, fold(actions))


def test_a_path_brings_in_all_its_nodes_and_moves_nobody(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        begin = after(here)
        by_places = Ask(BETWEEN, "money,places")
        joined = after(here, by_places)
        assert ids(joined) == ids(begin) | set(WAY)
        assert joined.change == len(set(WAY) - ids(begin))
        assert all(joined.positions[n] == at for n, at in begin.positions.items())
        nothing = after(here, Ask(BETWEEN, "people"))
        assert nothing.told == ("No path of at most 6 steps joins Cimmeria and Drusselstein by these relationships.",)


def test_only_a_path_is_drawn_until_all_is_again(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        alone = after(here, Ask(BETWEEN, "money,places", alone=1))
        assert ids(alone) - alone.concealed == set(WAY)
        assert not after(here, Ask(BETWEEN, "money,places", alone=1), ShowAgain()).concealed
        log = write_down((Ask(BETWEEN, "money,places", alone=1),))
        assert {n.id for n in see(here, log.scene, compose(here, log.scene)).subgraph.nodes} == set(WAY)


def test_what_is_in_common_comes_in_and_surroundings_to_their_depth(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        loans = write_list(("deal/one", "deal/two"))
        assert {"deal/one", "deal/two", "agency/bank"} <= ids(after(here, Ask(loans, longer=COMMON)))
        begin = ids(after(here))
        assert ids(after(here, Surround("country/CC", 1))) - begin == {"country/CC", "deal/one"} - begin
        assert ids(after(here, Surround("country/CC", 3))) - begin == {"country/CC", "deal/one", "deal/two"} - begin


def test_a_filter_on_the_way_belongs_to_the_path_and_not_to_what_is_filtered_later(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        assert set(WAY) <= ids(after(here, Ask(BETWEEN, "money,places", 0, "stage=approved")))
        assert "deal/two" not in ids(after(here, Ask(BETWEEN, "money,places", 0, "stage=signed")))
        log = write_down((Ask(BETWEEN, "money,places"), Filter("stage", "signed")))
        assert ids(compose(here, log.scene)) >= set(WAY)
        seen = {n.id for n in see(here, log.scene, compose(here, log.scene)).subgraph.nodes}
        assert seen.isdisjoint({"deal/one", "deal/two", "country/CC", "country/DD"})


def test_why_somebody_is_there_is_the_entry_that_brought_them_in_last(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        log = write_down(
            (
                Add("deal/one"),
                Expand("deal/one", "LOCATED_IN"),
                Filter("stage", "approved"),
                Ask(BETWEEN, "money,places"),
            )
        )
        why = {n: explain_presence(here, log, n) for n in (*WAY, "country/ZZ")}
        assert why["country/ZZ"] is None
        opening, added, expanded, asked = (why[n] for n in ("agency/bank", "deal/one", "country/CC", "deal/two"))
        assert opening is not None
        assert opening.entry == 0
        assert added is not None
        assert (added.entry, added.through) == (1, ("It was chosen by name.",))
        assert expanded is not None
        assert (expanded.entry, expanded.through) == (2, ("Loan one is located in Cimmeria",))
        assert asked is not None
        assert asked.entry == 4
        assert asked.words == "looked for paths between Cimmeria and Drusselstein by money, places: 2 nodes"
        assert asked.through == ("Cimmeria – Loan one – The bank – Loan two – Drusselstein",)
        tie = next(e.id for e in compose(here, log.scene).subgraph.edges if e.end == "country/DD")
        of_tie = explain_presence(here, log, tie)
        assert of_tie is not None
        assert of_tie.entry == 4
        assert describe_log(here, log)[2] == "filtered by stage: approved"


def test_what_brings_nothing_in_is_told_and_not_logged(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        once = follow(here, Log(), (Ask(BETWEEN, "money,places"), Ask(BETWEEN, "money,places")))
        assert (once.log.at, once.told) == (1, (IDLE[Ask],))


def test_the_queries_that_take_a_node_are_linked_with_it_filled_in(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        ways = {way.query: way.address for way in list_ways_on(here, "agency/bank")}
        assert "p.funder=agency%2Fbank" in ways["money-by-funder"]
        assert "p.from=agency%2Fbank" in ways["connections"]
        assert "mineral-deals" not in ways
        assert "money-by-funder" not in {way.query for way in list_ways_on(here, "event/none")}


class Counted(Graph):
    """A graph that counts what is read."""

    rows_read = 0

    def table(self, text: str, parameters: Parameters, max_rows: int | None) -> Table:
        found = super().table(text, parameters, max_rows)
        self.rows_read += len(found.rows)
        return found


HUB = """\
UNWIND range(1, $many) AS n
MATCH (h:Country {id: 'country/AA', data_set: 'small'})
CREATE (h)-[:FUNDS {id: 'country/AA|FUNDS|deal/h' + n + '|funder', data_set: 'small', role: 'funder'}]->
  (:Deal {id: 'deal/h' + n, name: 'H' + n, data_set: 'small', stage: 'signed'})
RETURN count(*) AS made"""


def test_of_a_hub_not_all_ties_are_read_and_that_is_told(clean_graph: Server, tmp_path: Path) -> None:
    many = MOST_TOGETHER + 500
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        graph.write(HUB, {"many": many})
        counted = Counted(graph.server, graph._driver)
        ground = Ground(counted, "small", MODEL, ALL_TYPES)
        routes = find_routes(ground, ("deal/one", "deal/h9"))
        assert routes.crowded == ("country/AA",)
        through = [("deal/one", "agency/bank", "country/AA", "deal/h9")]
        assert [r.nodes for r in routes.routes] == through  # both ties were read from their other ends
        assert counted.rows_read < MOST_READ
        counted.rows_read = 0
        near = find_surroundings(ground, "deal/h9", 3)
        assert (near.crowded, set(near.steps)) == (("country/AA",), {"country/AA"})
        assert counted.rows_read < MOST_TOGETHER + 2 * MOST_TIES
        around = find_surroundings(ground, "country/AA", 1)
        assert len(around.steps) <= MOST_OF_AN_END
        assert around.crowded == ("country/AA",)
        same = find_common(ground, ("deal/h1", "deal/h2"))
        assert [r.nodes for r in same.routes] == [("country/AA",)]
        to_hub = find_routes(ground, ("deal/h9", "country/AA"))
        assert [r.nodes for r in to_hub.routes] == [("deal/h9", "country/AA")]
        here = look_at(graph)
        picture = after(here, Surround("country/AA", 1))
        assert len(picture.subgraph.nodes) <= picture.most
        assert any(text.startswith("Of at least ") and "are left out" in text for text in picture.told)
        by_people = after(here, Ask(write_list(("country/AA", "country/CC")), "agreements"))
        assert by_people.told == ("No path of at most 6 steps joins Atlantis and Cimmeria by these relationships.",)
        by_money = after(here, Ask(write_list(("country/AA", "country/DD")), "money"))
        assert by_money.told[0].endswith("by as many of these relationships as were followed.")
