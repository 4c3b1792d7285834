"""What a server would do for a saved query: its own plan where it has one, else what the text asks to be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.internal import statement
from cypher.protocols import TypedReader
from cypher.results import Plan, Value
from cypher.saved.cypher_words import bare
from cypher.saved.labels import fill_labels
from cypher.saved.parameters import resolve
from cypher.saved.query import SavedQuery
from cypher.saved.unknown import refuse_unknown
from cypher.schema import MOST_CONSTRAINTS, own_terms

NODE = re.compile(r"\(\s*\w*\s*(?P<labels>(?::[^{()]*)?)\{(?P<map>[^{}]*)\}\s*\)")
RELATIONSHIP = re.compile(r"-\[\s*\w*\s*(?P<types>(?::[^{\[\]]*)?)\{(?P<map>[^{}]*)\}\s*\]-")
KEYS = re.compile(r"(\w+)\s*:")
OF_THE_SET = re.compile(r"\b(\w+)\.data_set\s*=\s*\$data_set\b")
"""A condition that says what a map would say."""
MOST_COUNTED = 1_000_000
SCANS = ("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "AllRelationshipsScan")
"""Beginnings of the steps of a plan that look at everything of a kind."""


@dataclass(frozen=True)
class PlanStep:
    """A step of a server's plan; `depth`: how far below the last one. `looks_at_all`: it uses no index."""

    depth: int
    operator: str
    details: str
    estimated_rows: float | None

    @property
    def looks_at_all(self) -> bool:
        """Whether it looks at everything of a kind."""
        return self.operator.removeprefix("Partitioned").startswith(SCANS)


@dataclass(frozen=True)
class ReadPart:
    """Something that the text begins to read at: `what`, a label or type; `by_index`: one of it, by an index of ids.

    `number`: how many there are, where all are looked at and it was counted.
    """

    what: str
    by_index: bool
    number: int | None = None


@dataclass(frozen=True)
class Explanation:
    """`text`: what is sent, with labels filled in; `plan` is empty where the server's plans tell nothing. `besides`:
    the program's own statements that are asked for what the answer leaves out."""

    text: str
    parameters: dict[str, Value]
    plan: tuple[PlanStep, ...]
    reads: tuple[ReadPart, ...]
    besides: tuple[str, ...]


def explain(graph: TypedReader, query: SavedQuery, given: Mapping[str, str | int], data_set: str) -> Explanation:
    """How a query would be answered with these values; it is not run. Raises BadParameter as running it does."""
    values = resolve(query.parameters, given)
    refuse_unknown(graph, query.parameters, given, data_set, query.model)
    text = fill_labels(query.text, query.parameters, values, query.model)
    plan = graph.plan(f"EXPLAIN {text}", {**values, "data_set": data_set, "most": 1})
    indexed, _ = own_terms(graph.table(statement("constraints-of-a-database"), {}, MOST_CONSTRAINTS))
    return Explanation(
        text=text,
        parameters=values,
        plan=tuple(_list_steps(plan)) if plan else (),
        reads=tuple(_count(graph, part) for part in find_reads(text, frozenset(indexed))),
        besides=tuple(aside.found_by for aside in query.leaves_out),
    )


def find_reads(text: str, indexed: frozenset[str]) -> tuple[ReadPart, ...]:
    """What the patterns of a text begin at, each once: those that name an id, or only a data set.

    What hangs on these by relationships is found from them, and is not listed.
    """
    plain = bare(text)
    found: dict[ReadPart, None] = {}
    for match in NODE.finditer(plain):
        keys, labels = set(KEYS.findall(match["map"])), _words(match["labels"])
        if {"id", "data_set"} <= keys or keys == {"data_set"}:
            for label in labels or ["any node"]:
                found[ReadPart(label, "id" in keys and label in indexed)] = None
    for match in RELATIONSHIP.finditer(plain):
        for name in _words(match["types"]) or ["any relationship"]:
            found[ReadPart(name, False)] = None
    for name in OF_THE_SET.findall(plain):
        pattern = re.search(rf"(?P<opens>[(\[])\s*{name}\s*(?P<names>:[^{{}}()\[\]]*)?", plain)
        if pattern is not None:
            any_of = "any node" if pattern["opens"] == "(" else "any relationship"
            found |= {ReadPart(one, False): None for one in _words(pattern["names"] or "") or [any_of]}
    return tuple(found)


def _words(names: str) -> list[str]:
    return re.findall(r"[^\W\d]\w*", names)


def _count(graph: TypedReader, part: ReadPart) -> ReadPart:
    """With the number of nodes, where all of a label are looked at."""
    if part.by_index or part.what.isupper() or " " in part.what:
        return part
    rows = graph.rows(statement("count-nodes-of-a-label", label=part.what), {"most": MOST_COUNTED})
    return ReadPart(part.what, False, int(rows[0][0]) if rows else 0)


def _list_steps(plan: Plan) -> Iterator[PlanStep]:
    waiting: list[tuple[int, Mapping[str, Any]]] = [(0, plan.root)]
    while waiting:
        depth, step = waiting.pop()
        about: Mapping[str, Any] = step.get("args") or {}
        rows = about.get("EstimatedRows")
        yield PlanStep(
            depth=depth,
            operator=str(step.get("operatorType", "")).split("@")[0],
            details=" ".join(str(about.get("Details", "")).split()),
            estimated_rows=float(rows) if isinstance(rows, int | float) else None,
        )
        waiting.extend((depth + 1, child) for child in reversed(step.get("children") or ()))
