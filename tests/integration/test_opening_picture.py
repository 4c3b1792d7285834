"""The opening picture of a set: who is gathered at which event, and what was left out."""

from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.guide import read_guide
from cypher.model import built_in_model
from cypher.network import only_took_part
from cypher.results import Subgraph
from cypher.saved import read_catalog
from cypher.status import current_data_set
from explorer.shown_graph import ShownGraph
from explorer.state.actions import LIMITS, USUAL_LIMIT, Add, DrawUpTo, Expand
from explorer.state.composed_steps import ALWAYS_ADDED, MOST_AT_FIRST, Composition
from explorer.state.composition import compose
from explorer.state.scene import Scene
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


BANK = """\
- id: agency/bank
  name: The bank
  kind: bank
  says: It lends.
  evidence: [paper:1]
"""
LOANS = 600


def write_hub(folder: Path) -> Path:
    """A bank with 600 loans to Atlantis, the last of which also names Borduria."""
    loans = "".join(
        f"- id: deal/d{n:03}\n  name: Loan {n}\n  instrument: loan\n  stage: approved\n  whose_money: foreign_public\n"
        "  says: It was lent.\n  evidence: [paper:1]\n  links:\n"
        "  - {type: FUNDS, from: agency/bank, role: funder}\n  - {type: GOES_TO, to: country/AA, role: recipient}\n"
        + ("  - {type: LOCATED_IN, to: country/BB}\n" if n == LOANS - 1 else "")
        for n in range(LOANS)
    )
    (folder / "agencies.yaml").write_text(BANK, encoding="utf-8")
    return write_records(folder, deals=SMALL["deals.yaml"] + loans)


def test_the_opening_picture_keeps_to_its_cap_and_counts_what_it_leaves_out(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_hub(tmp_path))
        opening = compose(look_at(graph), Scene())
        assert len(opening.subgraph.nodes) == MOST_AT_FIRST
        assert {"The bank", "Atlantis"} <= names(opening.subgraph)
        assert opening.left_out is not None
        assert opening.left_out.is_sample
        assert opening.left_out.by_label == {"Deal": LOANS + 1 - (MOST_AT_FIRST - 2), "Country": 1}


def test_a_small_set_begins_whole_and_counts_who_is_in_no_picture(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_two_events(tmp_path))
        opening = compose(look_at(graph), Scene())
        assert opening.left_out is not None
        assert not opening.left_out.is_sample
        # EE, PL, AT and HO have more than an event, and the overview does not speak of them
        assert opening.left_out.by_label == {"Country": 4, "Agency": 1}


@pytest.mark.one_line
def test_a_hub_is_expanded_bit_by_bit_most_important_first_also_where_the_picture_is_full(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_hub(tmp_path))
        here, scene = look_at(graph), Scene().after(DrawUpTo(LIMITS[0]))
        sizes, left = [], []
        while len(scene.steps) < 2 or compose(here, scene).partial:
            scene = scene.after(Expand("agency/bank"))
            composed = compose(here, scene)
            sizes.append(len(composed.subgraph.nodes))
            left.append(composed.left_out.count if composed.left_out else 0)
            assert composed.subgraph.node(f"deal/d{LOANS - 1}") is not None  # it has most ties
        most = LIMITS[0] - 2
        assert sizes == [LIMITS[0], *range(LIMITS[0] + ALWAYS_ADDED, LOANS + 2, ALWAYS_ADDED), LOANS + 2]
        assert left[:2] == [LOANS - most, LOANS - most - ALWAYS_ADDED]
        assert left[-1] == 0
        at_once = compose(here, Scene().after(Expand("agency/bank")))
        assert len(at_once.subgraph.nodes) == LOANS + 2 <= USUAL_LIMIT
        with_one_more = compose(here, scene.after(Add("country/BB")))
        assert with_one_more.subgraph.node("country/BB") is not None


def test_what_is_gathered_is_opened_bit_by_bit_too(clean_graph: Server, tmp_path: Path) -> None:
    many = LIMITS[0]
    codes = [f"{a}{b}" for a in "CDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:many]
    countries = "".join(
        f"- {{id: country/{code}, name: Land {code}, says: took part, evidence: [paper:1]}}\n" for code in codes
    )
    (tmp_path / "events.yaml").write_text(
        "- id: event/talks\n  name: Talks\n  kind: forum\n  says: Took place.\n  evidence: [paper:1]\n"
        f"  links: [{{type: ATTENDS, from: [{', '.join(f'country/{c}' for c in codes)}], role: participant}}]\n",
        encoding="utf-8",
    )
    guide = SMALL["data_set.yaml"] + "guide: {occasions: [event/talks]}\n"
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, data_set=guide, countries=SMALL["countries.yaml"] + countries))
        here = look_at(graph)
        small = Scene().after(DrawUpTo(LIMITS[0]))
        once = expand(here, small, "gathered/talks")
        rest = once.subgraph.node("gathered/talks")
        assert rest is not None
        assert once.left_out is not None
        assert len(rest.properties["gathered"]) == once.left_out.count > 0
        twice = compose(here, small.after(Expand(rest.id)).after(Expand(rest.id)))
        assert twice.subgraph.node("gathered/talks") is None
        assert twice.left_out is None


def look_at(graph: Graph) -> ShownGraph:
    """The graph as a page has it."""
    shown, guide = current_data_set(graph), read_guide(graph, "small")
    return ShownGraph(graph, shown, read_catalog(built_in_model()).offered(shown.name, guide), built_in_model(), guide)


def expand(here: ShownGraph, scene: Scene, node: str) -> Composition:
    """The picture after one more double click."""
    return compose(here, scene.after(Expand(node)))


def test_a_set_in_which_nobody_signs_or_pays_begins_with_all_of_it(clean_graph: Server, tmp_path: Path) -> None:
    measure = (
        "- {id: measure/list, name: The list, kind: sanctions, says: It is a list., evidence: [paper:1], links: ["
        "{type: IMPOSES, from: country/AA}, {type: TARGETS, to: country/BB, since: 2025}]}\n"
    )
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, deals=measure))
        opening = compose(look_at(graph), Scene())
        assert names(opening.subgraph) == {"The list", "Atlantis", "Borduria"}
        assert {edge.type for edge in opening.subgraph.edges} == {"IMPOSES", "TARGETS"}
        assert opening.left_out is not None
        assert not opening.left_out.by_label
