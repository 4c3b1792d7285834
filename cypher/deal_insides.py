"""Inside what deals lie, and inside what the places and minerals that they are of, read from the graph at any depth."""

from collections.abc import Iterable
from typing import TypeVar

from cypher.internal import statement
from cypher.protocols import Reader
from cypher.results import Value

Key = TypeVar("Key")


def read_lies_in(graph: Reader, deals: Iterable[str], data_set: str) -> dict[str, set[str]]:
    """By deal, and all that holds it, what it lies directly in: a step at a time, since chains are long and branch."""
    direct: dict[str, set[str]] = {}
    asked, next_step = set[str](), set(deals)
    while next_step:
        rows = graph.rows(statement("wholes-of-deals"), {"ids": sorted(next_step), "data_set": data_set})
        found: dict[str, set[str]] = gather_pairs(rows)
        direct |= found
        asked |= next_step
        next_step = set().union(*found.values()) - asked
    return direct


def read_insides(
    graph: Reader, tags: Iterable[set[str]], data_set: str
) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """By place and mineral, all that it lies in or is a kind of; and the names of these."""
    found, names = dict[str, set[str]](), dict[str, str]()
    ids = set[str]().union(*tags)
    while ids:
        parameters = {"ids": sorted(ids), "data_set": data_set}
        rows = list(graph.rows(statement("things-inside-others"), parameters))
        found |= {i: set[str]() for i in ids} | gather_pairs((str(i), whole) for i, _, whole, _ in rows)
        names |= {str(i): str(name) for *_, i, name in rows}
        ids = names.keys() - found.keys()
    return {i: frozenset(wholes) for i, wholes in found.items() if wholes}, names


def gather_pairs(rows: Iterable[tuple[Key, Value]]) -> dict[Key, set[str]]:
    """By what stands first in the rows, all that stands second beside it."""
    pairs: dict[Key, set[str]] = {}
    for first, second in rows:
        pairs.setdefault(first, set()).add(str(second))
    return pairs
