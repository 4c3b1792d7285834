"""What an address asks for that is not there: told to whoever opened it, instead of something else in its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from cypher.errors import GraphError
from cypher.network import present
from cypher.saved import nearest_node
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Expand, HideLabel, HideType, about, items_of
from explorer.state.chosen_data_set import SET
from explorer.state.composition import list_ever_shown
from explorer.state.log import Log, write_down
from explorer.state.page_url import KEYS, cut_lists, read_actions, read_chosen, read_log_of, read_selected, unread_parts
from explorer.state.scene import ALL_GATHERED, GATHERED, MOST_STEPS, STEPS
from ledger.nearest import did_you_mean, nearest, shown

MOST_NAMED = 8
"""Things that are named one by one; how many more there are is said."""


@dataclass(frozen=True)
class Asked:
    """A log and what is selected, as far as the records have them, and what an address asked for besides."""

    log: Log
    selected: str | None = None
    chosen: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def open_address(here: ShownGraph, query: Mapping[str, str]) -> Asked:
    """What an address of the network page opens. What is not there is left out, and a notice names it and the nearest.

    Raises what the graph raises.
    """
    log, selected, chosen = read_log_of(query), read_selected(query), read_chosen(query)
    gone = _find_gone(here, (*chain.from_iterable(map(items_of, log.done)), *([selected] if selected else []), *chosen))
    labels = [a.label for a in log.done if isinstance(a, HideLabel)]
    types = [a.type for a in log.done if isinstance(a, HideType | Expand) and a.type]
    notices = (
        *unknown_keys(query, (SET, *KEYS)),
        *(f"“{shown(part)}” is no {what}" for what, part in unread_parts(query)),
        *(f"of more than {most} values of “{key}” only the first {most} were read" for key, most in cut_lists(query)),
        *_cut_steps(query, log),
        *no_such_nodes(here, gone),
        *_no_such("kind of node", labels, [n.label for n in here.model.labels]),
        *_no_such("relationship type", types, [r.name for r in here.model.relationship_types]),
    )
    there = (about(action, lambda item: item not in gone) for action in log.done)
    kept = write_down(action for action in there if action is not None)
    chosen = tuple(item for item in chosen if item not in gone)
    return Asked(kept, None if selected in gone else selected, chosen, (*notices, *_not_in_picture(here, kept)))


def tell_cut(kept: int, had: int) -> str:
    """That an address holds but the first changes of a longer log."""
    return (
        f"it holds the first {kept} of {had} changes, since more would make it too long: "
        "the others are in the scene file, if one was saved"
    )


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


def _find_gone(here: ShownGraph, named: Iterable[str]) -> dict[str, None]:
    """Of the ids that an address names, those that the records lack; relationships by their ends."""
    items = [item for item in named if item]
    ends = {end for item in items for end in _ends(item) if not end.startswith(GATHERED)}
    there = present(here.graph, ends, here.data_set.name, here.model)
    groups = {ALL_GATHERED, *(GATHERED + event.partition("/")[2] for event in here.guide.occasions)}
    return {item: None for item in items if not all(end in there or end in groups for end in _ends(item))}


def _not_in_picture(here: ShownGraph, log: Log) -> Iterator[str]:
    """What is hidden, pinned or placed and not in the picture, where that can be seen no other way."""
    scene = log.scene
    asked = {"hides": scene.hidden, "pins": scene.pinned, "places": scene.moved}
    if not any(asked.values()):
        return
    there = list_ever_shown(here, scene)
    missed = [(item, does) for does, items in asked.items() for item in items if item not in there]
    for item, does in missed[:MOST_NAMED]:
        yield f"it {does} {shown(item)}, which is not in this picture"
    if len(missed) > MOST_NAMED:
        yield f"{len(missed) - MOST_NAMED} more things that it hides, pins or places are not in this picture"


def _ends(item: str) -> tuple[str, ...]:
    parts = item.split("|")
    return (parts[0], parts[2]) if len(parts) > 3 else (item,)


def _no_such(what: str, named: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    names = tuple(there)
    for name in named:
        if name not in names:
            yield f"there is no {what} {shown(name)}{did_you_mean(nearest(name, names))}"


def _cut_steps(query: Mapping[str, str], log: Log) -> Iterator[str]:
    asked = [a for a in read_actions(query) if isinstance(a, STEPS)]
    if log.scene.is_full and len(asked) > MOST_STEPS:
        yield f"only its first {MOST_STEPS} steps were taken, and that is the most"
