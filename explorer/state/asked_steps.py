"""What the picture is asked comes in as a step: paths between nodes, what they have in common, what is around one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from cypher.facets.asked import read_list
from cypher.mentions import read_names
from cypher.model import Model
from cypher.network import among
from cypher.paths import (
    LONGEST,
    MOST_ROUTES,
    Ground,
    Route,
    Routes,
    Surroundings,
    find_common,
    find_routes,
    find_surroundings,
    types_of,
)
from explorer.render.layout import lay_out
from explorer.shown_graph import ShownGraph
from explorer.state.actions import COMMON, Path, Surround, items_of
from explorer.state.composed_steps import ALWAYS_ADDED, START, Composition, list_expanded
from explorer.state.filters import read_filters
from explorer.state.gathered_countries import gather
from explorer.state.log_text import write_actions
from explorer.state.scene import GATHERED, Step
from ledger.text import count_things, list_some, shorten

MOST_NAMED = 4


def ask_routes(here: ShownGraph, asked: Path) -> Routes:
    """What is between the nodes of a path; the same as the step brings in. Raises what the graph raises."""
    return _ask_routes(here.graph.server.uri, here.data_set.key, write_actions((asked,)), here, asked)


def bring_paths(here: ShownGraph, steps: tuple[Step, ...], before: Composition, asked: Path) -> Composition:
    """The nodes of the paths, as many whole paths as there is room for."""
    found = ask_routes(here, asked)
    there = {n.id for n in before.subgraph.nodes}
    room = _find_room(before, there)
    new = dict.fromkeys(end for end in asked.ends if end not in there)
    taken = 0
    for route in found.routes:
        more = [n for n in route.nodes if n not in there and n not in new]
        if len(new) + len(more) > room:
            break
        new |= dict.fromkeys(more)
        taken += 1
    left = len(found.routes) - taken
    told = [*describe_routes(here, asked, found)]
    if left:
        told.append(f"There is room for {taken} of {count_things(len(found.routes), 'path')} in the picture.")
    seen = {*asked.ends, *(n for route in found.routes[:taken] for n in route.nodes)}
    grown = _grow(here, steps, before, list(new), seen, START, told)
    if not asked.alone or not found.routes:
        return grown
    away = frozenset(n.id for n in grown.subgraph.nodes) - seen
    return replace(grown, concealed=away, change=len(away - before.concealed))


def bring_surroundings(here: ShownGraph, steps: tuple[Step, ...], before: Composition, asked: Surround) -> Composition:
    """What is around a node, the nearest first, as far as there is room."""
    found = _ask_surroundings(here.graph.server.uri, here.data_set.key, write_actions((asked,)), here, asked)
    there = {n.id for n in before.subgraph.nodes}
    fresh = [n for n in (asked.item, *found.steps) if n not in there]
    room = _find_room(before, there)
    told = [*_describe_bounds(here, found.crowded, is_cut=found.is_cut)]
    if len(fresh) > room:
        farthest = max((found.steps.get(n, 0) for n in fresh[:room]), default=0)
        at_least = "at least " if found.crowded or found.is_cut else ""
        told.insert(
            0,
            f"Of {at_least}{count_things(len(fresh), 'node')} within {count_things(asked.depth, 'step')} of it the "
            f"nearest {room:,} came in, to {count_things(farthest, 'step')}; "
            f"{at_least}{len(fresh) - room:,} are left out.",
        )
    return _grow(here, steps, before, fresh[:room], {asked.item, *found.steps}, asked.item, told)


def describe_routes(here: ShownGraph, asked: Path, found: Routes) -> Iterable[str]:
    """What is to be said of what was found, beside itself: what is missing, and what bounded the search."""
    names = name_nodes(here, asked.ends)
    by = "by as many of these relationships as were followed" if found.is_bounded else "by these relationships"
    if asked.longer == COMMON and not found.routes:
        yield f"{list_some(list(names.values()), MOST_NAMED)} have no neighbour in common {by}."
    for one, other in found.unjoined:
        yield f"No path of at most {LONGEST} steps joins {names[one]} and {names[other]} {by}."
    for one, other in found.cut:
        yield f"Between {names[one]} and {names[other]} there are more paths: these are the first {MOST_ROUTES}."
    yield from _describe_bounds(here, found.crowded, is_cut=found.is_cut)


def name_nodes(here: ShownGraph, ids: Iterable[str]) -> dict[str, str]:
    """What nodes are called, cut where that is long; by their ids where nothing is known."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, str] = {}
    for label, some in _by_label(here.model, wanted).items():
        found |= read_names(here.graph, label, some, here.data_set.name)
    return {i: shorten(found.get(i, i)) for i in wanted}


def name_route(route: Route, names: dict[str, str]) -> str:
    """A path in one line."""
    return " – ".join(names.get(n, n) for n in route.nodes)


def _describe_bounds(here: ShownGraph, crowded: Sequence[str], *, is_cut: bool) -> Iterable[str]:
    if crowded:
        names = list(name_nodes(here, crowded[:MOST_NAMED]).values())
        more = f" and {len(crowded) - MOST_NAMED} more" if len(crowded) > MOST_NAMED else ""
        yield f"Not all ties were followed of {', '.join(names)}{more}: each has too many of them."
    if is_cut:
        yield "There are too many relationships around here to look at all of them: what is farther off may be missing."


def _grow(
    here: ShownGraph, steps: tuple[Step, ...], before: Composition, new: Sequence[str], seen: set[str], because: str,
    told: Iterable[str],
) -> Composition:  # fmt: skip
    ids = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)}
    more = {item for e in before.partial for item in items_of(e)}
    left = among(here.graph, ids | {*new}, here.data_set.name, here.model)
    grown = gather(here, left, list_expanded(steps), more)
    there = {n.id for n in grown.nodes}
    brought = {n: before.brought.get(n, frozenset()) | {because} for n in seen & there}
    shown_again = before.concealed & seen
    return Composition(
        grown,
        lay_out(grown, before.positions),
        None,
        before.partial,
        {**before.brought, **brought},
        before.concealed - seen,
        before.most,
        len(there - ids - {n.id for n in before.subgraph.nodes}) + len(shown_again),
        tuple(told),
    )


def _find_room(before: Composition, there: set[str]) -> int:
    return max(before.most - len(there), ALWAYS_ADDED)


def _by_label(model: Model, ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in ids:
        known = model.find_label_of_id(node)
        if known is not None:
            found.setdefault(known.label, []).append(node)
    return found


def _ground(here: ShownGraph, by: str, only: str = "", *, of_anything: bool = False) -> Ground:
    """`of_anything`: where nothing is chosen, every relationship of facts is walked, not only what paths follow."""
    walks = read_list(by) or (tuple(map(str, here.model.walks)) if of_anything else ())
    return Ground(here.graph, here.data_set.name, here.model, types_of(here.model, walks), read_filters(only) or ())


@st.cache_resource(show_spinner=False, max_entries=128)
def _ask_routes(uri: str, version: str, told: str, _here: ShownGraph, _asked: Path) -> Routes:
    is_common = _asked.longer == COMMON
    ground = _ground(_here, _asked.by, _asked.only, of_anything=is_common)
    return find_common(ground, _asked.ends) if is_common else find_routes(ground, _asked.ends, _asked.longer)


@st.cache_resource(show_spinner=False, max_entries=128)
def _ask_surroundings(uri: str, version: str, told: str, _here: ShownGraph, _asked: Surround) -> Surroundings:
    return find_surroundings(_ground(_here, _asked.by, of_anything=True), _asked.item, _asked.depth)
