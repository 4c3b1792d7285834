"""An answer as a network: its nodes and relationships."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from cypher.deals import UnreadableDeal, amount_of, describe_figures_beside, share_of
from cypher.instruments import describe_no_money
from cypher.mentions import Mentions, list_ids, read_mentions
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph, Table, Value, texts
from cypher.stakes import show_held, show_tied, work_out
from cypher.views.view import Asked, Material, View
from ledger.amounts import Amount
from ledger.dates import format_date
from ledger.deals import WhoseMoney
from ledger.glossary import spell_term
from ledger.text import shorten

DATED = ("date", "since", "until", "date_of")
SUPPORT = ("says", "articles", "origins", "disputes", "disputed")
NUMBERS = ("qualifier", "value", "ceiling", "unit", "amount_note")
TERMS = ("share", "holding", "office", "held_on", "on_behalf_of")
COLUMNS = (
    "from", "relationship", "to", "amount", "whose_money", "instrument", *TERMS, "stage", "date", "since", "until",
    "role", "joint_with", *SUPPORT, "date_of", *NUMBERS, "from_id", "to_id", "id",
)  # fmt: skip
NODE_COLUMNS = (
    "name", "label", "kind", "amount", "whose_money", "instrument", "stage", "date", "since", "until", "joint_with",
    *SUPPORT, "date_of", *NUMBERS, "id",
)  # fmt: skip
WORKED = ("held_then", "effective_share", "effective_note")
LISTING = "TARGETS"
LEADING = 3
"""A row says nothing without its first columns: who does what to whom."""

NONE = Mentions()
Row = dict[str, Value]


def as_rows(material: Material) -> Table:
    """The rows of the network in the answer."""
    return network_rows(material.subgraph, material.model, _mentions(material))


def as_json(material: Material) -> dict[str, Any]:
    """Nodes and relationships with their properties."""
    return {
        "nodes": [node_json(n) for n in material.subgraph.nodes],
        "relationships": [edge_json(e) for e in material.subgraph.edges],
    }


def network_rows(shown: Subgraph, model: Model, mentions: Mentions = NONE) -> Table:
    """A row a relationship, then a row a node that has none here."""
    tied = {end for e in shown.edges for end in (e.start, e.end)}
    lone = [_lone_row(n, model, mentions) for n in shown.nodes if n.id not in tied]
    return _table(_columns(mentions), [*_edge_rows(shown, model, mentions), *lone], shown.truncated)


def relationship_rows(shown: Subgraph, model: Model, mentions: Mentions) -> Table:
    """A row a relationship.

    Date, amount, stage and the like are the relationship's own, else those of the deal, event or initiative at its
    start, else at its end; disputes are those of all three.
    """
    return _table(_columns(mentions), _edge_rows(shown, model, mentions), shown.truncated)


def node_rows(shown: Subgraph, model: Model, mentions: Mentions) -> Table:
    """A row a node."""
    return _table(NODE_COLUMNS, [_node_row(n, model, mentions) for n in shown.nodes], shown.truncated)


def node_json(node: GraphNode) -> dict[str, Any]:
    """A node with its label and properties."""
    return {"id": node.id, "label": node.label, "properties": node.properties}


def edge_json(edge: GraphEdge) -> dict[str, Any]:
    """A relationship with its ends and properties."""
    return {"id": edge.id, "type": edge.type, "start": edge.start, "end": edge.end, "properties": edge.properties}


def _columns(mentions: Mentions) -> tuple[str, ...]:
    """What is worked out stands behind the stakes that it is worked out of, where it was asked for."""
    if mentions.worked is None:
        return COLUMNS
    place = COLUMNS.index("holding") + 1
    return (*COLUMNS[:place], *WORKED, *COLUMNS[place:])


def _edge_rows(shown: Subgraph, model: Model, mentions: Mentions) -> list[Row]:
    nodes = {n.id: n for n in shown.nodes}
    return [_edge_row(e, nodes[e.start], nodes[e.end], model, mentions) for e in shown.edges]


def _edge_row(edge: GraphEdge, start: GraphNode, end: GraphNode, model: Model, mentions: Mentions) -> Row:
    declared = model.find_relationship_type(edge.type)
    ends = (start, end) if declared and declared.needs_evidence else ()  # a claim on a deal has not the deal's date
    dated = next((x for x in _dated_items(edge, ends) if any(x.properties.get(p) for p in DATED)), edge)
    deal = next((n for n in ends if n.label == "Deal"), None)
    row = {
        "from": model.name_of(start), "relationship": model.reads(edge.type), "to": model.name_of(end),
        "role": spell_term(edge.role) or None, "from_id": edge.start, "to_id": edge.end, "id": edge.id,
    }  # fmt: skip
    row |= _terms(edge, {n.id: model.name_of(n) for n in (start, end)}, mentions)
    if worked := (mentions.worked or {}).get(edge.id):
        row |= asdict(worked)
    row |= _dates(dated) | (_figures(deal, mentions) if deal else {})
    if deal and (share := _read_share(edge, deal)):
        own = f"of {model.name_of(start)} alone"
        row |= _figures_of(share) | {"amount_note": _describe_share(row), "whose_money": own}
    if edge.type == "FUNDS":
        row["joint_with"] = "; ".join(mentions.other_funders(edge.end, edge.start)) or None
    return row | _support(edge, (edge, *ends), mentions)


def _read_share(funding: GraphEdge, deal: GraphNode) -> Amount | None:
    """A funder's share, which stands in the place of the whole figure."""
    try:
        return share_of(funding, _read_amount(deal))
    except UnreadableDeal:
        return None


def _describe_share(whole: Row) -> str:
    note = f"its share of {whole['amount']}" if whole.get("amount") else "its share"
    beside = f"of the whole: {whole['amount_note']}" if whole.get("amount_note") else ""
    return "; ".join(filter(None, (note, beside)))


def _lone_row(node: GraphNode, model: Model, mentions: Mentions) -> Row:
    row = _node_row(node, model, mentions)
    return row | {"from": row["name"], "from_id": node.id}


def _node_row(node: GraphNode, model: Model, mentions: Mentions) -> Row:
    kind = spell_term(str(node.properties.get("kind") or "")) or None
    row = {"name": model.name_of(node), "label": node.label, "kind": kind, "id": node.id}
    row |= _dates(node) | (_figures(node, mentions) if node.label == "Deal" else {})
    return row | _support(node, (node,), mentions)


def _dated_items(edge: GraphEdge, ends: Iterable[GraphNode]) -> tuple[GraphNode | GraphEdge, ...]:
    """Whose dates may stand in a row: not a project's, since how long a mine is there is not how long it is owned, nor
    those of a measure, which may list somebody on another day than its first, nor those of the second of two deals,
    since the figure and stage in the row are the first one's."""
    deals = [n for n in ends if n.label == "Deal"]
    told = (n for n in ends if n.label != "Project" and n not in deals[1:])
    return (edge,) if edge.type == LISTING else (edge, *told)


def _terms(edge: GraphEdge, near: Mapping[str, str], mentions: Mentions) -> Row:
    """What a stake, an office or a signature is, as far as its relationship says so."""
    p = edge.properties
    share, party = p.get("share"), _text(p.get("on_behalf_of"))
    return {
        "share": share if isinstance(share, int | float) and not isinstance(share, bool) else _text(share),
        "holding": spell_term(str(p.get("holding") or "")) or None,
        "office": _text(p.get("office")),
        "held_on": _text(p.get("held_on")),
        "on_behalf_of": near.get(party) or mentions.name(party) if party else None,
    }


def _dates(item: GraphNode | GraphEdge) -> Row:
    return {name: _text(item.properties.get(name)) for name in DATED}


def _figures(deal: GraphNode, mentions: Mentions) -> Row:
    return _figure(deal) | {
        "instrument": spell_term(str(deal.properties.get("instrument") or "")) or None,
        "stage": spell_term(str(deal.properties.get("stage") or "")) or None,
        "whose_money": spell_term(str(deal.properties.get("whose_money") or "")) or None,
        "joint_with": "; ".join(mentions.co_funders(deal.id)) or None,
        "amount_note": _describe_amount(deal, mentions) or None,
    }


def _describe_amount(deal: GraphNode, mentions: Mentions) -> str:
    """Whether a figure is no money, whose public money it is, how it was measured, and what stands beside it."""
    public = ", ".join(mentions.name(party) for party in deal.texts("money_of"))
    whose = "multilateral" if deal.properties.get("whose_money") == WhoseMoney.MULTILATERAL else "public"
    money_of = f"{whose} money of {shorten(public)}" if public else ""
    basis, of = (spell_term("; ".join(deal.texts(name))) for name in ("measured_as", "amount_of"))
    measured = f"measured as {shorten(basis)}" if basis else ""
    period = "; ".join(f"of {format_date(time)}" for time in deal.texts("amount_period"))
    said = (describe_no_money(deal), money_of, measured, shorten(of), period, describe_figures_beside(deal))
    return "; ".join(filter(None, said))


def _figure(deal: GraphNode) -> Row:
    """A deal's figure."""
    return _figures_of(_read_amount(deal))


def _read_amount(deal: GraphNode) -> Amount | None:
    """None also where somebody else changed it into what is none: the other cells still stand."""
    try:
        return amount_of(deal)
    except UnreadableDeal:
        return None


def _figures_of(amount: Amount | None) -> Row:
    interval = amount.interval() if amount else None
    return {
        "amount": str(amount) if amount else None,
        "qualifier": spell_term(amount.qualifier) if amount else None,
        "value": amount.value if amount else None,
        "ceiling": interval.ceiling if interval else None,
        "unit": amount.unit if amount else None,
    }


def _support(
    item: GraphNode | GraphEdge, disputed: Iterable[GraphNode | GraphEdge], mentions: Mentions
) -> dict[str, Value]:
    questions = [mentions.name(i) for i in list_ids(disputed, "disputes")]
    return {
        "says": _text(item.properties.get("paraphrase")),
        "articles": "; ".join(mentions.name(i) for i in list_ids((item,), "articles")) or None,
        "origins": len(list_ids((item,), "origins")),
        "disputes": len(questions),
        "disputed": " / ".join(questions) or None,
    }


def _text(value: Value) -> str | None:
    """A property as a cell, whatever somebody else put there."""
    return "; ".join(texts(value)) or None


def _table(columns: tuple[str, ...], rows: Iterable[Row], truncated: bool) -> Table:
    return Table(columns, tuple(tuple(row.get(c) for c in columns) for row in rows), truncated, LEADING)


def _mentions(material: Material) -> Mentions:
    return material.content if isinstance(material.content, Mentions) else NONE


def _narrow(asked: Asked) -> Subgraph:
    """What held on the day that was asked for, or may have; of stakes, what leads to the node or from it then."""
    if asked.as_of is None:
        return asked.subgraph
    held = show_held(asked.subgraph, date.fromisoformat(asked.as_of))
    return show_tied(held, asked.subgraph, asked.stakes_of) if asked.stakes_of else held


def _read_more(graph: Reader, asked: Asked) -> Mentions:
    mentions = read_mentions(graph, asked.subgraph, asked.data_set, asked.model)
    if asked.as_of is None and asked.stakes_of is None:
        return mentions
    day = date.fromisoformat(asked.as_of) if asked.as_of else None
    return replace(mentions, worked=work_out(asked.subgraph, day, asked.stakes_of))


NETWORK = View("network", as_rows, as_json, read_more=_read_more, narrow=_narrow, title="Network")
