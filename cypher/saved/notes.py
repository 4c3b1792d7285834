"""What a reader must know beside the rows: what was looked for in vain, and what an answer does not include."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cypher.mentions import read_names
from cypher.protocols import Reader
from cypher.results import Subgraph, Table, Value
from cypher.saved.cypher_words import labels_and_types
from cypher.saved.days import read_days
from cypher.saved.labels import labels_of
from cypher.saved.parameters import Parameter, ParameterType
from cypher.saved.query import LeftAside, SavedQuery
from cypher.views.totals import Sums
from ledger.dates import format_date
from ledger.glossary import spell_term
from ledger.totals import Reason

MOST_NAMED = 6
FOR_THE_DAY = {
    Reason.LATER: "first dated later",
    Reason.UNDATED: "without a date",
    Reason.IMPRECISE: "dated too roughly for it",
}
NOT_STATED = "not_stated"


def read_notes(
    graph: Reader, query: SavedQuery, values: Mapping[str, Value], data_set: str, found: tuple[Table, Subgraph, object]
) -> tuple[str, ...]:
    """The notes on an answer, each a sentence; `found`: its rows, the network in them, and what its view read."""
    table, subgraph, content = found
    notes = []
    if not table.rows or (query.view == "network" and not subgraph.edges):
        what = "No relationship was found" if table.rows else "Nothing was found"
        notes.append(
            _tell_one_end(graph, query, values, data_set) or _explain_empty(graph, query, values, data_set, what)
        )
    notes += [note for aside in query.leaves_out if (note := _tell_left_aside(graph, aside, query, values, data_set))]
    if isinstance(content, Sums):
        notes += [*tell_day(content), *tell_ways(content)]
    elif query.as_of and values[query.as_of] and subgraph.edges:
        notes.append(f"As of {format_date(values[query.as_of])}: what was held then, or may have been.")
    return tuple(notes)


def tell_day(sums: Sums) -> Iterable[str]:
    """On which day the deals are seen, how many are left out for that, and which changes have no date of their own."""
    if sums.totals.as_of is None:
        return
    counts = Counter(x.reason for x in sums.totals.left_out)
    left = [f"{counts[reason]} {said}" for reason, said in FOR_THE_DAY.items() if counts[reason]]
    yield f"As of {format_date(sums.totals.as_of)}: each deal with the stage that it had by then." + (
        f" Left out for that: {', '.join(left)}." if left else ""
    )
    undated = sorted({d.id for d in sums.book.deals if any(c.date is None for c in d.changes)})
    if undated:
        named = list_named((d, sums.book.name(d)) for d in undated)
        yield f"Superseded or cancelled without a date, so on any day: {named}."


def tell_ways(sums: Sums) -> Iterable[str]:
    """Through what else deals were found, where that was asked for."""
    through = sorted({way for ways in sums.book.ways.values() for way in ways if way})
    if through:
        yield f"Included: what was found by {list_named((way, sums.book.name(way)) for way in through)}."


def _tell_one_end(graph: Reader, query: SavedQuery, values: Mapping[str, Value], data_set: str) -> str | None:
    """A walk from a node to itself; None where the ends differ, or nothing walks."""
    ends = [str(values.get(p.name)) for p in query.parameters if p.type is ParameterType.NODE]
    if not query.walks or len(ends) < 2 or len(set(ends)) > 1:
        return None
    return f"Both ends are {_name_node(graph, ends[0], query, data_set)}: name two nodes."


def _explain_empty(graph: Reader, query: SavedQuery, values: Mapping[str, Value], data_set: str, what: str) -> str:
    given = [p for p in query.parameters if not (p.may_be_empty and values.get(p.name) == "")]
    asked = "; ".join(name_value(graph, p, values.get(p.name), query, data_set) for p in given)
    types = [r for r in query.model.relationship_types if r.name in labels_and_types(query.text)]
    along = f", along: {', '.join(r.reads for r in types)}" if types else ""
    parts = [f"{what}: “{query.title}”{f' for {asked}' if asked else ''}{along}."]
    if query.walks:
        others = [r.reads for r in query.model.relationship_types if r.needs_evidence and r not in types]
        parts += [f"Not followed: {', '.join(others)}."] if others else []
    if query.or_else:
        parts.append(query.or_else)
    elif query.parameters:
        parts.append("Try other values, or `around` or `neighbours` of the same node.")
    return " ".join(parts)


def name_value(graph: Reader, parameter: Parameter, value: Value, query: SavedQuery, data_set: str) -> str:
    """A parameter with its value in words: `the funder EXIM (agency/exim)`."""
    if parameter.type is ParameterType.NODE:
        return f"{parameter.meaning} {_name_node(graph, str(value), query, data_set)}"
    if parameter.type is ParameterType.YES_NO:
        return f"{parameter.meaning}: {value}"
    if parameter.type is ParameterType.TERM and value == NOT_STATED:
        return f"{spell_term(str(parameter.of).partition('.')[2])} is {spell_term(NOT_STATED)}"
    if parameter.type is ParameterType.DAYS:
        days = read_days(parameter.name, str(value))
        return f"{format_date(days.first.isoformat())} to {format_date(days.last.isoformat())}"
    return f"{parameter.meaning} {spell_term(str(value)) if parameter.type is ParameterType.TERM else value}"


def _name_node(graph: Reader, node_id: str, query: SavedQuery, data_set: str) -> str:
    """A node by name and id; by its id alone where it is not there."""
    declared = query.model.find_label_of_id(node_id)
    names = read_names(graph, declared.label, [node_id], data_set) if declared else {}
    return f"{names[node_id]} ({node_id})" if node_id in names else node_id


def _tell_left_aside(
    graph: Reader, aside: LeftAside, query: SavedQuery, values: Mapping[str, Value], data_set: str
) -> str | None:
    """None where nothing is left aside for these values."""
    text = aside.fill(labels_of(query.parameters, values, query.model), query.model)
    rows = graph.rows(text, {**values, "data_set": data_set})
    return f"Not included: {aside.says}: {list_named((str(i), str(n)) for i, n in rows)}." if rows else None


def list_named(things: Iterable[tuple[str, str]]) -> str:
    """Some things by name and id; a long list is cut, with the number of the rest."""
    named = [f"{name} ({i})" for i, name in things]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return ", ".join(named[:MOST_NAMED]) + more
