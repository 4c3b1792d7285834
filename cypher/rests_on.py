"""What an answer rests on: the records that it names, their passages, and the disagreements about them.

Nothing is left out here, and what cannot be traced is said rather than passed over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from cypher.convert import to_subgraph
from cypher.disagreements.listed import WEIGHTS
from cypher.disagreements.on_items import Disputes, read_disputes_on
from cypher.evidence import CitedPassage, DisputeView, read_disputes, read_passages_by_id
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph, Value, texts
from cypher.saved.notes import name_value
from cypher.saved.run import QueryAnswer
from cypher.status import DataSetState, data_sets
from ledger.ids import is_node_id, is_relationship_id, split_ends

OF_EVIDENCE = ("Passage", "Dispute", "Source")
"""Labels of what is evidence itself, and no record that rests on some."""


BY_QUESTION = ("disputes", "disputed", "question")
"""Columns in which a query may name disputes."""


@dataclass(frozen=True)
class RestsOn:
    """What an answer rests on.

    `things`: the nodes and relationships that it is made of or names by id, and the ends of these, of which `ends` are
    there for their names alone. `passages`: by id, once for each origin
    that it repeats; `disputes`: those that touch it, the weightiest first. `about`: those about each thing itself.
    `asked`: what was asked for, in words. `data_set`: of which records; None where the graph does not tell.
    `untraced`: so many rows name no record by id, so that nothing can be said of their evidence.
    """

    things: Subgraph = field(default_factory=Subgraph)
    ends: frozenset[str] = frozenset()
    passages: Mapping[str, tuple[CitedPassage, ...]] = field(default_factory=dict)
    disputes: tuple[DisputeView, ...] = ()
    about: Disputes = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    data_set: DataSetState | None = None
    untraced: int = 0

    @property
    def items(self) -> tuple[GraphNode | GraphEdge, ...]:
        """The nodes and relationships whose evidence it is, without those that are there for their names."""
        return (*(n for n in self.things.nodes if n.id not in self.ends), *self.things.edges)


def read_what_it_rests_on(graph: Reader, answer: QueryAnswer) -> RestsOn:
    """The records behind an answer with their evidence. Raises what the graph raises."""
    named = _list_ids(answer)
    every = {i for ids in named for i in ids}
    things = _read_things(graph, answer, every)
    ends = frozenset(n.id for n in things.nodes) - every
    known = RestsOn(things=things, ends=ends)
    disputed = {i for item in known.items for i in item.texts("disputes")} | _of_label(every, "Dispute", answer.model)
    disputed |= set(answer.totals.disputes if answer.totals else ()) | _find_by_question(graph, answer)
    disputes = _read_all_disputes(graph, disputed, answer.data_set)
    cited = {i for item in known.items for i in item.texts("evidence")} | _of_label(every, "Passage", answer.model)
    cited |= {i for dispute in disputes for reading in dispute.readings for i in reading.evidence}
    return replace(
        known,
        passages=read_passages_by_id(graph, cited, answer.data_set),
        disputes=disputes,
        about=read_disputes_on(graph, things, answer.data_set),
        asked=tuple(_name_what_was_asked(graph, answer)),
        data_set=next((d for d in data_sets(graph) if d.name == answer.data_set), None),
        untraced=sum(1 for ids in named if not ids),
    )


def _name_what_was_asked(graph: Reader, answer: QueryAnswer) -> Iterator[str]:
    for parameter in answer.query.parameters:
        value = answer.parameters.get(parameter.name)
        if value not in ("", None):
            yield name_value(graph, parameter, value, answer.query, answer.data_set)


def _list_ids(answer: QueryAnswer) -> list[set[str]]:
    """By row, the ids in its cells, also those of nodes and relationships themselves."""
    return [{i for cell in row for i in _ids_in(cell, answer.model)} for row in answer.table.rows]


def _ids_in(cell: Value, model: Model) -> Iterator[str]:
    match cell:
        case GraphNode() | GraphEdge():
            yield cell.id
        case list() | tuple():
            for part in cell:
                yield from _ids_in(part, model)
        case dict():
            yield from _ids_in(list(cell.values()), model)
        case str() if is_relationship_id(cell) or (is_node_id(cell) and model.find_label_of_id(cell)):
            yield cell


def _find_by_question(graph: Reader, answer: QueryAnswer) -> set[str]:
    """The ids of disputes that a table names by their questions."""
    places = [at for at, column in enumerate(answer.table.columns) if column in BY_QUESTION]
    asked = {text for row in answer.table.rows for at in places for text in texts(row[at])}
    if all(is_node_id(text) for text in asked):
        return set()
    rows = graph.rows(statement("nodes-of-a-label", label="Dispute"), {"data_set": answer.data_set})
    return {dispute.id for (dispute,) in rows if dispute.name in asked}


def _of_label(ids: Iterable[str], label: str, model: Model) -> set[str]:
    return {i for i in ids if (known := model.find_label_of_id(i)) and known.label == label}


def _read_things(graph: Reader, answer: QueryAnswer, named: set[str]) -> Subgraph:
    """The network in the answer, what its cells name by id, and what its sums go by."""
    things = answer.subgraph
    there = {n.id for n in things.nodes} | {e.id for e in things.edges}
    rows = [*_read_nodes(graph, named - there, answer), *_read_relationships(graph, named - there, answer)]
    if answer.totals is not None:
        rows += _read_ties(graph, [n.id for n in things.nodes if n.label == "Deal"], answer.data_set)
    return things.with_(to_subgraph(rows, truncated=False))


def _read_nodes(graph: Reader, ids: set[str], answer: QueryAnswer) -> Iterator[list[Value]]:
    by_label: dict[str, list[str]] = {}
    for node_id in sorted(i for i in ids if not is_relationship_id(i)):
        known = answer.model.find_label_of_id(node_id)
        if known and known.label not in OF_EVIDENCE:
            by_label.setdefault(known.label, []).append(node_id)
    for label, wanted in by_label.items():
        yield from _read_rows(graph, statement("nodes-by-id", label=label), wanted, answer.data_set)


def _read_relationships(graph: Reader, ids: set[str], answer: QueryAnswer) -> Iterator[list[Value]]:
    by_kind: dict[tuple[str, str], list[str]] = {}
    for tie in sorted(i for i in ids if is_relationship_id(i)):
        ends, type_ = split_ends(tie), tie.split("|")[1]
        known = answer.model.find_label_of_id(ends[0]) if ends else None
        if known and answer.model.find_relationship_type(type_):
            by_kind.setdefault((known.label, type_), []).append(tie)
    for (label, type_), wanted in by_kind.items():
        text = statement("relationships-by-id", label=label, type=type_)
        yield from _read_rows(graph, text, wanted, answer.data_set)


def _read_ties(graph: Reader, deals: list[str], data_set: str) -> Iterator[list[Value]]:
    yield from _read_rows(graph, statement("what-sums-go-by"), deals, data_set)


def _read_rows(graph: Reader, text: str, ids: list[str], data_set: str) -> Iterator[list[Value]]:
    yield from (list(row) for row in graph.rows(text, {"ids": ids, "data_set": data_set}))


def _read_all_disputes(graph: Reader, ids: set[str], data_set: str) -> tuple[DisputeView, ...]:
    return tuple(
        sorted(
            read_disputes(graph, ids, data_set), key=lambda d: (WEIGHTS.index(d.weight), d.question.casefold(), d.id)
        )
    )
