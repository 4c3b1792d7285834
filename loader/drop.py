"""Take a data set out of a graph, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from cypher.connection import Graph
from cypher.errors import GraphError
from cypher.internal import statement
from cypher.status import EmptyGraph, count_contents, data_sets
from ledger.nearest import did_you_mean, nearest, shown
from loader.turn import Turn, TurnLost, wait_for_turn

BATCH = 2_000
MOST_NAMED = 20


@dataclass(frozen=True)
class Dropped:
    """What was removed; `kept` names nodes that stay, as relationships of others hang on them (the first of them)."""

    data_set: str
    nodes: int
    relationships: int
    kept: tuple[str, ...] = ()


def drop(graph: Graph, name: str, *, tell: Callable[[str], None] = lambda _: None) -> Dropped:
    """Remove a data set's nodes and relationships; broken off, it is marked, and the next drop goes on.

    Raises EmptyGraph where the graph does not hold it, GraphError when the server fails.
    """
    refuse_unheld(graph, name)
    turn = wait_for_turn(graph, name, tell)
    turn.take(state="dropping")
    try:
        return _take_out(turn, tell)
    except BaseException:
        with suppress(GraphError):
            turn.give_back()
        raise
    finally:
        turn.end()


def refuse_unheld(graph: Graph, name: str) -> None:
    """Raise EmptyGraph, which names the data sets that the graph holds, where that one is not among them."""
    held = [d.name for d in data_sets(graph)]
    if name not in held:
        there = f"it holds {', '.join(held)}" if held else "it holds nothing of ours"
        meant = did_you_mean(nearest(name, held))
        raise EmptyGraph(f"{graph.server.uri} does not hold {shown(name)}{meant} ({there})", "nothing was removed")


def _take_out(turn: Turn, tell: Callable[[str], None]) -> Dropped:
    graph, name = turn.graph, turn.data_set
    labels, types = count_contents(graph, name)
    for type_ in types:
        _empty(turn, statement("drop-relationships-of-a-type", type=type_))
    tell(f"{sum(types.values()):,} relationships removed")
    for label in labels:
        _empty(turn, statement("drop-nodes-of-a-label", label=label))
    left, _ = count_contents(graph, name)
    nodes = sum(labels.values()) - sum(left.values())
    tell(f"{nodes:,} nodes removed")
    kept = tuple(_ids(graph, name, left))
    try:
        _empty(turn, statement("drop-nodes-of-a-label", label="DataSet"))
    except TurnLost:  # the turn goes with the data set: the answer to that may not have reached us
        if any(d.name == name for d in data_sets(graph)):
            raise
    return Dropped(name, nodes, sum(types.values()), kept[:MOST_NAMED])


def _empty(turn: Turn, text: str) -> None:
    """Run a statement that removes a batch, until there is nothing left for it."""
    while int(turn.write(text, {"data_set": turn.data_set, "most": BATCH})[0][0]) == BATCH:
        pass


def _ids(graph: Graph, name: str, labels: Iterable[str]) -> Iterator[str]:
    for label in labels:
        rows = graph.rows(statement("ids-of-nodes-of-a-label", label=label), {"data_set": name, "most": MOST_NAMED})
        yield from (str(row[0]) for row in rows)
