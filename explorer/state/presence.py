"""Why something is in the picture: which entry of the log brought it in, and through what."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from cypher.results import Subgraph
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Add, Expand, Path, Surround, Way, items_of
from explorer.state.asked_steps import ask_routes, name_route
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose
from explorer.state.log import Log
from explorer.state.log_words import OPENING, describe_log
from explorer.state.scene import Scene, Step
from ledger.text import count_things, shorten

MOST_THROUGH = 4


@dataclass(frozen=True)
class Presence:
    """`entry`: how many entries of the log were in force when it came in, 0 for the opening picture; `words`: what that
    one did; `through`: the relationships or paths by which it came, as plain text."""

    entry: int
    words: str
    through: tuple[str, ...] = ()


def explain_presence(here: ShownGraph, log: Log, item: str) -> Presence | None:
    """Of a node, the entry that brought it in last; of a relationship, the one that brought in the later of its ends.
    None for what is not in the picture. Raises what the graph raises."""
    now = compose(here, log.scene).subgraph
    edge = next((e for e in now.edges if e.id == item), None)
    if edge is not None:
        ends = [p for end in (edge.start, edge.end) if (p := explain_presence(here, log, end)) is not None]
        last = max(ends, key=lambda presence: presence.entry)
        return Presence(last.entry, last.words, ("Relationships come in with the later of their two ends.",))
    if now.node(item) is None:
        return None
    steps = log.scene.steps
    at = next(n for n in range(len(steps), -1, -1) if n == 0 or compose_at(here, steps, n - 1).node(item) is None)
    if at == 0:
        return Presence(0, OPENING, _explain_opening(compose_at(here, steps, 0), item))
    entry = _find_entry(log, at)
    words = describe_log(here, log)[entry - 1]
    return Presence(entry, words, tuple(islice(_explain_step(here, steps, at, item), MOST_THROUGH)))


def compose_at(here: ShownGraph, steps: tuple[Step, ...], number: int) -> Subgraph:
    """What was in the picture after so many steps."""
    return _compose(here, steps, number).subgraph


def _compose(here: ShownGraph, steps: tuple[Step, ...], number: int) -> Composition:
    return compose(here, Scene(steps[:number]))


def _find_entry(log: Log, number: int) -> int:
    """After how many entries there were so many steps."""
    scene = Scene()
    for at, action in enumerate(log.done, start=1):
        scene = scene.after(action)
        if len(scene.steps) >= number:
            return at
    return log.at


def _explain_opening(shown: Subgraph, item: str) -> tuple[str, ...]:
    ties = sum(item in (e.start, e.end) for e in shown.edges)
    return (f"It has {count_things(ties, 'relationship')} in the overview of these records.",)


def _explain_step(here: ShownGraph, steps: tuple[Step, ...], at: int, item: str) -> Iterator[str]:
    step, shown = steps[at - 1], compose_at(here, steps, at)
    names = {n.id: shorten(here.model.name_of(n)) for n in shown.nodes}
    if isinstance(step, Add):
        yield (
            "It was chosen by name."
            if item in items_of(step)
            else f"It stands for what came in with {names.get(step.item)}."
        )
    elif isinstance(step, Path):
        found = ask_routes(here, step)
        if item in step.ends:
            yield "It is one of those that were asked about."
        yield from (name_route(route, names) for route in found.routes if item in route.nodes)
    elif isinstance(step, Expand):
        for other in items_of(step):
            yield from _name_ties(here, shown, item, other, step)
    elif isinstance(step, Surround):
        around = {end for e in shown.edges if item in (e.start, e.end) for end in (e.start, e.end)} - {item}
        near = [step.item] if step.item in around else sorted(around)
        for other in near:
            yield from _name_ties(here, shown, item, other, None)


def _name_ties(here: ShownGraph, shown: Subgraph, item: str, other: str, step: Expand | None) -> Iterator[str]:
    names = {n.id: shorten(here.model.name_of(n)) for n in shown.nodes}
    for edge in shown.edges:
        if {edge.start, edge.end} != {item, other}:
            continue
        if step and step.type not in ("", edge.type):
            continue
        if step and step.way and (step.way == Way.OUT) != (edge.start == other):
            continue
        yield f"{names[edge.start]} {here.model.reads(edge.type)} {names[edge.end]}"
