"""The opening picture of a set: who is gathered at which event, and what was left out."""

from pathlib import Path

from cypher.connection import Graph
from cypher.guide import read_guide
from cypher.model import built_in_model
from cypher.network import only_took_part
from cypher.results import Subgraph
from cypher.saved import read_catalog
from cypher.status import current_data_set
from explorer.shown_graph import ShownGraph
from explorer.state.composition import Composition, compose
from explorer.state.scene import Scene, StepKind
from loader.load import load
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server

EVENTS = """\
- id: event/talks
  name: Talks
  kind: forum
  says: Took place.
  evidence: [paper:1]
  links: [{type: ATTENDS, from: [country/AA, country/CC, country/DD, country/EE, country/PL], role: participant}]
- id: event/fair
  name: Fair
  kind: forum
  says: Took place.
  evidence: [paper:1]
  links:
    - {type: ATTENDS, from: [country/BB, country/EE, country/FF, country/AT, country/HO], role: participant}
    - {type: HOSTS, from: country/HO, role: host}
"""
COUNTRIES = {
    "CC": "Cimmeria", "DD": "Drusselstein", "EE": "Elbonia", "FF": "Freedonia", "PL": "Placeland", "AT": "Agentland",
    "HO": "Hostland",
}  # fmt: skip
AGENCY = """\
- id: agency/bureau
  name: The bureau
  kind: agency
  says: Works for a state.
  evidence: [paper:1]
  links: [{type: AGENCY_OF, to: country/AT}]
"""
PLACED = "  - {type: LOCATED_IN, to: country/PL}\n"
GUIDE = SMALL["data_set.yaml"] + "guide: {occasions: [event/talks, event/fair]}\n"


def write_two_events(folder: Path) -> Path:
    """Two events: CC and DD came to the first alone, FF to the second alone; every other has something else."""
    more = "".join(
        f"- {{id: country/{code}, name: {name}, says: took part, evidence: [paper:1]}}\n"
        for code, name in COUNTRIES.items()
    )
    (folder / "events.yaml").write_text(EVENTS, encoding="utf-8")
    (folder / "agencies.yaml").write_text(AGENCY, encoding="utf-8")
    return write_records(
        folder, data_set=GUIDE, countries=SMALL["countries.yaml"] + more, deals=SMALL["deals.yaml"] + PLACED
    )


def names(subgraph: Subgraph) -> set[str]:
    return {node.name for node in subgraph.nodes}


def test_only_who_has_nothing_but_a_named_event_is_gathered(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_two_events(tmp_path))

        def gathered(*occasions: str, shown: tuple[str, ...] = ()) -> set[tuple[str, str]]:
            found = only_took_part(graph, shown, occasions, "small")
            return {(edge.start, edge.end) for edge in found.edges}

        talks = {("country/CC", "event/talks"), ("country/DD", "event/talks")}
        assert gathered() == set()
        assert gathered("event/talks") == talks
        assert gathered("event/talks", "event/fair") == talks | {("country/FF", "event/fair")}
        assert gathered("event/talks", shown=("country/DD",)) == {("country/CC", "event/talks")}


def test_each_event_gathers_its_own_by_its_own_name(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_two_events(tmp_path))
        here = look_at(graph)
        opening = compose(here, Scene()).subgraph
        at_talks, at_fair = opening.node("gathered/talks"), opening.node("gathered/fair")
        assert at_talks is not None
        assert at_fair is not None
        assert at_talks.name == "2 countries that only took part in Talks"
        assert at_talks.properties["gathered"] == ["Cimmeria", "Drusselstein"]
        assert at_fair.name == "1 country that only took part in Fair"
        assert {(e.start, e.end) for e in opening.edges if e.start.startswith("gathered/")} == {
            ("gathered/talks", "event/talks"), ("gathered/fair", "event/fair"),
        }  # fmt: skip
        opened_one = expand(here, Scene(), "gathered/talks").subgraph
        assert {"Cimmeria", "Drusselstein", "1 country that only took part in Fair"} <= names(opened_one)
        assert opened_one.node("gathered/talks") is None


def look_at(graph: Graph) -> ShownGraph:
    """The graph as a page has it."""
    shown, guide = current_data_set(graph), read_guide(graph, "small")
    return ShownGraph(graph, shown, read_catalog(built_in_model()).offered(shown.name, guide), built_in_model(), guide)


def expand(here: ShownGraph, scene: Scene, node: str) -> Composition:
    """The picture after one more double click."""
    return compose(here, scene.then(StepKind.EXPAND, node))
