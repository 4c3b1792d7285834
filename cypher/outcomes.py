"""What would change if another reading of a dispute held: the totals under each, by the one totals function."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cypher.deals import DealBook, read_deals
from cypher.evidence import DisputeView, ReadingView, read_disputes
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphNode
from ledger.alterations import Addition, Alteration, BadAlteration, Removal, Setting, read_alteration
from ledger.deals import Deal
from ledger.ids import is_relationship_id, split_ends
from ledger.supposed import CannotSuppose, Tie, suppose
from ledger.totals import CircularDeals, Comparison, Totals, compare_totals, total


@dataclass(frozen=True)
class Outcome:
    """What one reading would change.

    `deals`, `totals` and `comparison` are the deals as they would be, their totals, and what differs from those of the
    graph; None where it cannot be worked out, and `problem` says why.
    """

    reading: ReadingView
    changes: tuple[Alteration, ...] = ()
    deals: tuple[Deal, ...] | None = None
    totals: Totals | None = None
    comparison: Comparison | None = None
    problem: str = ""
    untied: tuple["Untied", ...] = ()


@dataclass(frozen=True)
class Untied:
    """The deals that lose a relationship of a type to a node, since a reading takes the node away."""

    node: str
    type: str
    deals: tuple[str, ...]


@dataclass(frozen=True)
class Outcomes:
    """A dispute's deals as the graph shows them, and what each reading with changes would make of them.

    The deals: those that the dispute concerns or a change names, what stands beside them, and the wholes and parts of
    all these at any depth. `book` has their names, also of deals that a reading would add.
    """

    dispute: DisputeView
    book: DealBook
    shown: Totals
    outcomes: tuple[Outcome, ...]


def read_outcomes(
    graph: Reader, dispute: str, data_set: str, model: Model, as_of: str | None = None
) -> Outcomes | None:
    """The totals of a dispute's deals as shown, and under each reading that has changes; None: no such dispute.

    `as_of`: the day, in ISO form, as of which the deals stand in both; None for how far they have come.
    """
    found = next(iter(read_disputes(graph, [dispute], data_set)), None)
    if found is None:
        return None
    readings = [_read_changes(reading) for reading in found.readings if reading.changes]
    changes = [change for outcome in readings for change in outcome.changes]
    asked = {"id": dispute, "data_set": data_set}
    concerned = {str(deal) for (deal,) in graph.rows(statement("deals-of-a-dispute"), asked)}
    untied = _read_untied(graph, changes, data_set, model)
    tied = {deal for found in untied for deal in found.deals}
    around = _find_around(graph, concerned | tied | _named_deals(changes), data_set)
    nodes = graph.rows(statement("nodes-by-id", label="Deal"), {"ids": sorted(around), "data_set": data_set})
    book = read_deals(graph, [node for (node,) in nodes if isinstance(node, GraphNode)], data_set)
    lies_in = _read_wholes(graph, around, data_set)
    shown = total(book.deals, as_of=as_of)
    outcomes = tuple(
        _work_out(outcome, book.deals, shown, lies_in, _find_told_twice(graph, outcome.changes, data_set))
        for outcome in (_add_untied(outcome, untied) for outcome in readings)
    )
    added = {d.id: d.name for outcome in outcomes for d in outcome.deals or ()}
    return Outcomes(found, replace(book, names=added | book.names), shown, outcomes)


def _read_changes(reading: ReadingView) -> Outcome:
    try:
        return Outcome(reading, tuple(read_alteration(text) for text in reading.changes))
    except BadAlteration as error:
        return Outcome(reading, problem=f"a change of this reading {error}")


def _work_out(
    outcome: Outcome,
    deals: tuple[Deal, ...],
    shown: Totals,
    lies_in: Mapping[str, set[str]],
    told_twice: frozenset[str],
) -> Outcome:
    """The totals as they would be, as of the same day; `shown`: those of the deals as they are."""
    if outcome.problem:
        return outcome
    try:
        supposed = suppose(deals, outcome.changes, lies_in, told_twice)
        totals = total(supposed, as_of=shown.as_of)
    except (CannotSuppose, CircularDeals) as error:
        return replace(outcome, problem=str(error))
    return replace(outcome, deals=supposed, totals=totals, comparison=compare_totals(shown, totals))


def _list_removed(changes: Iterable[Alteration]) -> set[str]:
    """The nodes other than deals that some changes take away."""
    removed = {change.of for change in changes if isinstance(change, Removal)}
    return {one for one in removed if not is_relationship_id(one) and not one.startswith("deal/")}


def _read_untied(graph: Reader, changes: Iterable[Alteration], data_set: str, model: Model) -> tuple[Untied, ...]:
    by_label: dict[str, list[str]] = {}
    for node in sorted(_list_removed(changes)):
        if known := model.find_label_of_id(node):
            by_label.setdefault(known.label, []).append(node)
    found: dict[tuple[str, str], list[str]] = {}
    for label, nodes in by_label.items():
        asked = {"ids": nodes, "data_set": data_set}
        for node, type_, deal in graph.rows(statement("deals-tied-to-nodes", label=label), asked):
            found.setdefault((str(node), str(type_)), []).append(str(deal))
    return tuple(Untied(node, type_, tuple(deals)) for (node, type_), deals in found.items())


def _add_untied(outcome: Outcome, untied: Iterable[Untied]) -> Outcome:
    removed = _list_removed(outcome.changes)
    return replace(outcome, untied=tuple(one for one in untied if one.node in removed))


def _find_told_twice(graph: Reader, changes: Iterable[Alteration], data_set: str) -> frozenset[str]:
    """The relationships that a reading takes away and that are told once more, with another role or key, so that the
    two stay tied. Where all of them are taken away, one of them counts."""
    removed = {c.of for c in changes if isinstance(c, Removal) and is_relationship_id(c.of)}
    found = set[str]()
    for link in sorted(removed):
        alike = _find_alike(graph, Tie.parse(link), data_set)
        if alike - removed or link != min({link, *alike}):
            found.add(link)
    return frozenset(found)


def _find_alike(graph: Reader, link: Tie, data_set: str) -> set[str]:
    """The relationships that tie the same two in the same way, as far as sums tell them apart."""
    deal, other = (link.start, link.end) if link.start.startswith("deal/") else (link.end, link.start)
    if not deal.startswith("deal/"):
        return set()
    asked = {"deal": deal, "other": other, "type": link.type, "data_set": data_set}
    rows = graph.rows(statement("ties-of-a-deal-with-another"), asked)
    found = {str(tie): Tie.parse(str(tie)) for (tie,) in rows if is_relationship_id(str(tie))}
    return {tie for tie, told in found.items() if told.is_as(link)}


def _named_deals(changes: Iterable[Alteration]) -> set[str]:
    """The deals that some changes name, whether or not they are there."""
    named: set[str] = set()
    for change in changes:
        match change:
            case Addition():
                named |= {change.text("id"), change.text("from"), change.text("to")}
            case Setting() | Removal():
                named |= set(split_ends(change.of) or ()) if is_relationship_id(change.of) else {change.of}
    return {node for node in named if node.startswith("deal/")}


def _find_around(graph: Reader, deals: set[str], data_set: str) -> set[str]:
    """Some deals, what stands beside them, and all wholes and parts of these: a step at a time, as chains are long."""
    found = set(deals) | _ask_for_deals(graph, "deals-beside-deals", deals, data_set)
    next_step = set(found)
    while next_step:
        next_step = _ask_for_deals(graph, "deals-around-deals", next_step, data_set) - found
        found |= next_step
    return found


def _ask_for_deals(graph: Reader, name: str, deals: set[str], data_set: str) -> set[str]:
    return {str(deal) for (deal,) in graph.rows(statement(name), {"ids": sorted(deals), "data_set": data_set})}


def _read_wholes(graph: Reader, deals: set[str], data_set: str) -> dict[str, set[str]]:
    """By deal, what it lies directly inside of."""
    found: dict[str, set[str]] = {}
    for deal, whole in graph.rows(statement("wholes-of-deals"), {"ids": sorted(deals), "data_set": data_set}):
        found.setdefault(str(deal), set()).add(str(whole))
    return found
