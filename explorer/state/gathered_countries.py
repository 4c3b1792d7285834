"""Countries that only took part in an event, as one node beside it: who they are, and when they are opened."""

from collections.abc import Iterable, Set

from cypher.network import Neighbour, among, only_took_part
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.shown_graph import ShownGraph
from explorer.state.scene import ALL_GATHERED, GATHERED

OCCASIONS = ("ATTENDS", "HAPPENS_AT")


def gather(here: ShownGraph, shown: Subgraph, asked: Set[str], partial: Set[str] = frozenset()) -> Subgraph:
    """Put the countries that only took part in an event into one node beside it, unless the reader has opened it.

    `asked`: what the reader has expanded; `partial`: of that, what has more to bring in and so stays to be opened.
    """
    opened = asked - partial
    there = _read_participants(here, (n.id for n in shown.nodes))
    events = [n for n in there.nodes if _list_members(there, n) and opened.isdisjoint(_list_openers(n))]
    if not events:
        return _drop_occasions(shown, asked)
    ids = {n.id for n in (*shown.nodes, *events)}
    with_events = _drop_occasions(among(here.graph, ids, here.data_set.name, here.model), asked)
    for event in events:
        with_events = with_events.with_(_make_gathered_node(there, event))
    return with_events


def list_gathered(here: ShownGraph, node: str, shown: Iterable[str]) -> tuple[Neighbour, ...]:
    """The countries that a gathered node stands for, without those that are in the picture."""
    there = _read_participants(here, shown)
    members = [n for event in there.nodes if node in _list_openers(event) for n in _list_members(there, event)]
    return tuple(Neighbour(member, "Country") for member in members)


def count_gathered(shown: Subgraph) -> int:
    """How many countries the gathered nodes of a picture stand for."""
    return sum(len(n.properties["gathered"]) for n in shown.nodes if n.id.startswith(GATHERED))


def _read_participants(here: ShownGraph, ids: Iterable[str]) -> Subgraph:
    return only_took_part(here.graph, ids, here.guide.occasions, here.data_set.name)


def _list_members(there: Subgraph, event: GraphNode) -> list[str]:
    return [edge.start for edge in there.edges if edge.end == event.id]


def _list_openers(event: GraphNode) -> set[str]:
    """The ids of steps that open what is gathered at an event."""
    return {GATHERED + event.id.partition("/")[2], ALL_GATHERED}


def _make_gathered_node(there: Subgraph, event: GraphNode) -> Subgraph:
    node_id = GATHERED + event.id.partition("/")[2]
    members = set(_list_members(there, event))
    names = [node.name for node in there.nodes if node.id in members]
    countries = "1 country" if len(names) == 1 else f"{len(names)} countries"
    name = f"{countries} that only took part in {event.name}"
    properties = {"id": node_id, "name": name, "gathered": names, "occasion": event.name}
    edge = GraphEdge(f"{node_id}|ATTENDS|{event.id}|participant", "ATTENDS", node_id, event.id, {"role": "participant"})
    return Subgraph((GraphNode(node_id, "Country", properties),), (edge,))


def _drop_occasions(subgraph: Subgraph, asked: Set[str]) -> Subgraph:
    """The picture speaks of signing and paying: occasions are drawn for who was asked for, or would stand alone."""
    tied = {end for e in subgraph.edges if e.type not in OCCASIONS for end in (e.start, e.end)}
    edges = (e for e in subgraph.edges if e.type not in OCCASIONS or e.start not in tied or {e.start, e.end} & asked)
    return Subgraph(subgraph.nodes, tuple(edges), subgraph.truncated)
