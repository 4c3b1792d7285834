"""What an address asks for that is not there: told to whoever opened it, instead of something else in its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cypher.errors import GraphError
from cypher.network import present
from cypher.saved import nearest_node
from explorer.shown_graph import ShownGraph
from explorer.state.canvas_view import CanvasView
from explorer.state.chosen_data_set import SET
from explorer.state.composition import compose
from explorer.state.page_url import KEYS, MOST, cut_lists, read_scene, read_view, unread_parts
from explorer.state.scene import ALL_GATHERED, GATHERED, MOST_STEPS, Scene
from ledger.nearest import did_you_mean, nearest, shown

MOST_NAMED = 8
"""Things that are named one by one; how many more there are is said."""


@dataclass(frozen=True)
class AskedView:
    """A scene and a view as far as the records have them, and what an address asked for besides."""

    scene: Scene
    view: CanvasView
    notices: tuple[str, ...] = ()


def open_address(here: ShownGraph, query: Mapping[str, str]) -> AskedView:
    """What an address of the network page opens. What is not there is left out, and a notice names it and the nearest.

    Raises what the graph raises.
    """
    scene, view = read_scene(query), read_view(query)
    gone = _gone(here, scene, view)
    notices = (
        *unknown_keys(query, (SET, *KEYS)),
        *(f"“{shown(part)}” is no {what}" for what, part in unread_parts(query)),
        *(f"of more than {MOST} values of “{key}” only the first {MOST} were read" for key in cut_lists(query)),
        *_cut_steps(query),
        *no_such_nodes(here, gone),
        *_no_such("kind of node", view.hidden_labels, [n.label for n in here.model.labels]),
        *_no_such("relationship type", view.hidden_types, [r.name for r in here.model.relationship_types]),
    )
    kept, seen = replace(scene, steps=tuple(s for s in scene.steps if s.node not in gone)), _without(view, gone)
    return AskedView(kept, seen, (*notices, *_not_in_picture(here, kept, seen)))


def unknown_keys(query: Mapping[str, str], known: Iterable[str]) -> Iterator[str]:
    """What an address has that its page does not know, with the nearest that it does."""
    names = tuple(known)
    for key in query:
        if key not in names:
            yield f"“{shown(key)}” means nothing in this page's address{did_you_mean(nearest(key, names))}"


def no_such_nodes(here: ShownGraph, ids: Iterable[str]) -> Iterator[str]:
    """That there are no nodes of these ids, with those that may be meant."""
    wanted = list(dict.fromkeys(ids))
    for node_id in wanted[:MOST_NAMED]:
        try:
            meant = nearest_node(here.graph, node_id, here.data_set.name, here.model)
        except GraphError:
            meant = None
        yield f"there is no {shown(node_id)} in these records{did_you_mean(meant)}"
    if len(wanted) > MOST_NAMED:
        yield f"{len(wanted) - MOST_NAMED} more things that it names are not in these records"


def missing(here: ShownGraph, item: str, place: str) -> list[str]:
    """That a node or relationship is not in a picture or answer, or not in the records at all."""
    ends = {end for end in _ends(item) if end not in present(here.graph, _ends(item), here.data_set.name, here.model)}
    return list(no_such_nodes(here, sorted(ends))) or [f"{shown(item)} is not in this {place}"]


def _gone(here: ShownGraph, scene: Scene, view: CanvasView) -> dict[str, None]:
    """The nodes that an address names and the records lack; relationships by their ends."""
    named = [*(s.node for s in scene.steps), *view.hidden, *view.pinned, *view.moved]
    named += [view.selected] if view.selected else []
    ends = {end for item in named for end in _ends(item) if not end.startswith(GATHERED)}
    there = present(here.graph, ends, here.data_set.name, here.model)
    groups = {ALL_GATHERED, *(GATHERED + event.partition("/")[2] for event in here.guide.occasions)}
    return {item: None for item in named if not all(end in there or end in groups for end in _ends(item))}


def _not_in_picture(here: ShownGraph, scene: Scene, view: CanvasView) -> Iterator[str]:
    """What is hidden, pinned or placed and not in the picture, where that can be seen no other way."""
    asked = {"hides": view.hidden, "pins": view.pinned, "places": view.moved}
    if not any(asked.values()):
        return
    drawn = compose(here, scene).subgraph
    there = {n.id for n in drawn.nodes} | {e.id for e in drawn.edges}
    missed = [(item, does) for does, items in asked.items() for item in items if item not in there]
    for item, does in missed[:MOST_NAMED]:
        yield f"it {does} {shown(item)}, which is not in this picture"
    if len(missed) > MOST_NAMED:
        yield f"{len(missed) - MOST_NAMED} more things that it hides, pins or places are not in this picture"


def _ends(item: str) -> tuple[str, ...]:
    parts = item.split("|")
    return (parts[0], parts[2]) if len(parts) > 3 else (item,)


def _without(view: CanvasView, gone: Mapping[str, None]) -> CanvasView:
    return replace(
        view,
        selected=None if view.selected in gone else view.selected,
        hidden=tuple(i for i in view.hidden if i not in gone),
        pinned=tuple(i for i in view.pinned if i not in gone),
        moved={i: point for i, point in view.moved.items() if i not in gone},
    )


def _no_such(what: str, named: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    names = tuple(there)
    for name in named:
        if name not in names:
            yield f"there is no {what} {shown(name)}{did_you_mean(nearest(name, names))}"


def _cut_steps(query: Mapping[str, str]) -> Iterator[str]:
    if len(read_scene(query).steps) == MOST_STEPS and query["steps"].count(":") > MOST_STEPS:
        yield f"only its first {MOST_STEPS} steps were taken, and that is the most"
