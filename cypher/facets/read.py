"""The values that things of a part of the graph have of each facet, also where what tells them is not in that part."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cypher.deals import UnreadableDeal, amount_of
from cypher.facets.facet import TERMS, Facet
from cypher.internal import statement
from cypher.mentions import read_names
from cypher.model import Family, Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph, read_date
from ledger.amounts import Interval
from ledger.dates import find_first_day, find_last_day

Values = Mapping[str, frozenset[str]]
"""By id of a node or relationship, its values; one that is asked and has none has an empty set."""
ALL = frozenset(Facet)
MANY_ORIGINS = 3
"""So many origins and more are one value."""
NOT_DISPUTED = "not_disputed"


@dataclass(frozen=True)
class Facets:
    """`values`: by facet, what each thing that it is asked of has. `amounts`: by deal, the unit and where the figure
    lies; `days`: by node or relationship, the first and the last day that its date may mean. `names`: what ids among
    the values are called."""

    values: Mapping[Facet, Values] = field(default_factory=dict)
    amounts: Mapping[str, tuple[str, Interval]] = field(default_factory=dict)
    days: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def read_facets(graph: Reader, shown: Subgraph, data_set: str, model: Model, wanted: Collection[Facet] = ALL) -> Facets:
    """The facets of what is shown, those that are wanted. Raises what the graph raises.

    Asked of deals: stage, instrument, whose money, amount; of what may cover a mineral and is no party, and of
    minerals: mineral; of deals and agencies: agency; of nodes of a label that has dates, and of relationships that have
    one: date; of every node and relationship that rests on evidence: source, origins, dispute.
    """
    deals = [n for n in shown.nodes if n.label == "Deal"]
    values: dict[Facet, Values] = {f: {d.id: _term(d, f) for d in deals} for f in TERMS if f in wanted}
    names: dict[str, str] = {}
    if Facet.MINERAL in wanted:
        values[Facet.MINERAL], told = _read_minerals(graph, shown, data_set, model)
        names |= told
    if Facet.AGENCY in wanted:
        values[Facet.AGENCY], told = _read_agencies(graph, shown, data_set)
        names |= told
    items: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    cited = [i for i in items if i.properties.get("data_set")]  # what stands for several is not
    if Facet.SOURCE in wanted:
        values[Facet.SOURCE] = {i.id: frozenset(i.texts("articles")) for i in cited}
        names |= read_names(graph, "Source", {s for found in values[Facet.SOURCE].values() for s in found}, data_set)
    if Facet.ORIGINS in wanted:
        values[Facet.ORIGINS] = {i.id: _count_origins(i) for i in cited}
    if Facet.DISPUTED in wanted:
        values[Facet.DISPUTED] = _weigh(shown, cited, model)
    days: dict[str, tuple[date, date]] = {}
    if Facet.AMOUNT in wanted:
        values[Facet.AMOUNT] = {d.id: frozenset() for d in deals}
    if Facet.DATE in wanted:
        dated = [n for n in shown.nodes if _has_date(n, model)]
        ties = {e.id: found for e in cited if isinstance(e, GraphEdge) and (found := _find_days(e))}
        days = {n.id: found for n in dated if (found := _find_days(n))} | ties
        values[Facet.DATE] = dict.fromkeys((*(n.id for n in dated), *ties), frozenset())
    return Facets(values, _read_amounts(deals), days, names)


def _term(deal: GraphNode, facet: Facet) -> frozenset[str]:
    return frozenset(deal.texts(str(facet)))


def _read_minerals(graph: Reader, shown: Subgraph, data_set: str, model: Model) -> tuple[Values, Mapping[str, str]]:
    """With the wider groups that each mineral is a kind of, so that who asks for a group finds its kinds."""
    covers = model.find_relationship_type("COVERS")
    labels = [label for label in (covers.starts if covers else ()) if label not in model.parties]
    found: dict[str, set[str]] = {n.id: {n.id} for n in shown.nodes if n.label == "Mineral"}
    names = {n.id: n.name for n in shown.nodes if n.label == "Mineral"}
    for label in labels:
        ids = [n.id for n in shown.nodes if n.label == label]
        found |= {i: set() for i in ids}
        asked = {"ids": ids, "data_set": data_set}
        for node, mineral, name in graph.rows(statement("minerals-of-nodes", label=label), asked) if ids else ():
            found[str(node)].add(str(mineral))
            names[str(mineral)] = str(name)
    wider: dict[str, set[str]] = {}
    asked = {"ids": sorted(names), "data_set": data_set}
    for kind, _, group, name in graph.rows(statement("things-inside-others"), asked) if names else ():
        wider.setdefault(str(kind), set()).add(str(group))
        names[str(group)] = str(name)
    return {
        node: frozenset(some.union(*(wider.get(mineral, set()) for mineral in some))) for node, some in found.items()
    }, names


def _read_agencies(graph: Reader, shown: Subgraph, data_set: str) -> tuple[Values, Mapping[str, str]]:
    """Of an agency, itself and those with whom it has a deal in common: as parties they belong to the picture of it."""
    found: dict[str, set[str]] = {n.id: {n.id} for n in shown.nodes if n.label == "Agency"}
    names = {n.id: n.name for n in shown.nodes if n.label == "Agency"}
    deals = [n.id for n in shown.nodes if n.label == "Deal"]
    of_deals: dict[str, set[str]] = {deal: set() for deal in deals}
    asked = {"ids": deals, "data_set": data_set}
    for deal, agency, name in graph.rows(statement("agencies-of-deals"), asked) if deals else ():
        of_deals[str(deal)].add(str(agency))
        names[str(agency)] = str(name)
    for together in of_deals.values():
        for agency in together & found.keys():
            found[agency] |= together
    return {i: frozenset(some) for i, some in (found | of_deals).items()}, names


def _count_origins(item: GraphNode | GraphEdge) -> frozenset[str]:
    count = len(item.texts("origins"))
    return frozenset({str(min(count, MANY_ORIGINS))} if count else ())


def _weigh(shown: Subgraph, cited: Iterable[GraphNode | GraphEdge], model: Model) -> Values:
    """The weight of what is in dispute itself; a relationship has those of the deals and the like that it ties, too."""
    own = {i.id: frozenset(i.texts("disputes_weigh")) for i in cited}
    parties = set(model.parties)
    about = {n.id: own.get(n.id, frozenset()) for n in shown.nodes if n.label not in parties}
    ends: dict[str, frozenset[str]] = {e.id: about.get(e.start, frozenset()) | about.get(e.end, frozenset())
                                       for e in shown.edges}  # fmt: skip
    return {i: (some | ends.get(i, frozenset())) or frozenset({NOT_DISPUTED}) for i, some in own.items()}


def _has_date(node: GraphNode, model: Model) -> bool:
    known = model.find_label(node.label)
    return known is not None and known.family is not Family.EVIDENCE and known.property("date") is not None


def _read_amounts(deals: Iterable[GraphNode]) -> dict[str, tuple[str, Interval]]:
    found: dict[str, tuple[str, Interval]] = {}
    for deal in deals:
        try:
            amount = amount_of(deal)
        except UnreadableDeal:
            continue
        figure = amount.interval() if amount else None
        if amount and figure:
            found[deal.id] = (amount.unit, figure)
    return found


def _find_days(thing: GraphNode | GraphEdge) -> tuple[date, date] | None:
    """Its date; where it has none of its own, the day since when it is; of a relationship from then to its end, where
    both are told, or a day on which it was."""
    names = ("date", "since") if isinstance(thing, GraphNode) else ("date", "since", "held_on", "until")
    told = {name: read_date(thing.properties.get(name)) for name in names}
    text = next(filter(None, told.values()), None)
    if text is None:
        return None
    end = told.get("until") if text == told["since"] and not told["date"] else None
    return find_first_day(text), max(find_last_day(end or text), find_last_day(text))
