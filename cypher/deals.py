"""Deals as the ledger wants them, read from the graph with all that the totals need to know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from cypher.deal_changes import DealChanges, read_changes
from cypher.deal_disputes import read_disputes
from cypher.deal_insides import gather_pairs, read_insides, read_lies_in
from cypher.deal_minerals import read_minerals
from cypher.instruments import describe_terms
from cypher.internal import statement
from cypher.mentions import list_ids, read_funders, read_names, read_party_names
from cypher.model import built_in_model
from cypher.model.properties import BESIDE, TOLD_AS_OF
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, read_date, texts
from ledger.amounts import Amount, BadAmount, Qualifier
from ledger.dates import format_date
from ledger.deals import AmountOf, Deal, Instrument, ListOfParts, MeasuredAs, Stage, WhoseMoney
from ledger.glossary import spell_term
from ledger.minerals import find_telling
from ledger.shares import WHOLE, take_per_cent
from ledger.text import shorten
from ledger.units import is_known_unit
from ledger.wholes import find_wholes

Term = TypeVar("Term", bound=StrEnum)


class UnreadableDeal(ValueError):
    """A deal's node that somebody changed into what is none; says what is wrong with it."""


@dataclass(frozen=True)
class DealBook:
    """Some deals, and the names of everything that their totals mention, deals that may be one of them included.

    A dispute is named by its question. `unreadable`: by id, what is wrong with nodes that were to be deals and are not
    among `deals`. `funders`: by deal, the names of those who fund it, by their ids. `beside`: by
    deal, in words, figures that stand beside its own and are never added. `insides`: by place or mineral, all that it
    lies in or is a kind of. `ways`: by deal, the ids of what it was found through, an empty one where by what was asked
    for itself; empty where nothing else was asked for. `open_lists`: deals of which a source does not name all parts.
    """

    deals: tuple[Deal, ...]
    names: dict[str, str]
    unreadable: Mapping[str, str] = field(default_factory=dict)
    funders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    insides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open_lists: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, Deal]:
        """Each deal by its id."""
        return {deal.id: deal for deal in self.deals}

    def name(self, node_id: str | None) -> str:
        """What to call a deal, place, mineral or recipient."""
        return "not stated" if node_id is None else self.names.get(node_id, node_id)

    def joint_funders(self, deal: str) -> str:
        """Who funds a deal together; empty where one alone does, or nobody is named."""
        funders = self.funders.get(deal, {})
        return "; ".join(funders.values()) if len(funders) > 1 else ""


def read_deals(
    graph: Reader,
    nodes: Iterable[GraphNode],
    data_set: str,
    funder: str | None = None,
    others: frozenset[str] = frozenset(),
) -> DealBook:
    """The given deals, each once, with the wholes that they lie in, their twins, minerals, places and recipients.

    Each has its dates and history, and what superseded or cancelled it, for whoever asks how it stood on a day, and the
    disputes about all that its sums go by.
    `funder`: whose money alone is asked for; of a deal of which it has a stated share, that is the figure.
    `others`: ids of funders whose money is asked for together with it, as a country's agencies'.
    """
    by_id = {n.id: n for n in nodes if n.label == "Deal"}
    parameters = {"ids": sorted(by_id), "data_set": data_set}
    lies_in = read_lies_in(graph, by_id, data_set)
    wholes = {deal: find_wholes(deal, lies_in) for deal in by_id if deal in lies_in}
    twins: dict[str, set[str]] = gather_pairs(graph.rows(statement("twins-of-deals"), parameters))
    nested = {"ids": sorted(set(by_id).union(*wholes.values())), "data_set": data_set}
    tags = graph.rows(statement("tags-of-deals"), nested)
    tagged = gather_pairs(((str(deal), str(role)), tag) for deal, role, tag, _ in tags)
    named = {deal: found for (deal, role), found in tagged.items() if role == "mineral"}
    minerals = read_minerals(graph, by_id, lies_in, named, data_set)
    names = {n.id: n.name for n in by_id.values()} | {str(i): str(i if name is None else name) for *_, i, name in tags}
    names |= read_party_names(graph, list_ids(by_id.values(), "money_of"), data_set, built_in_model())
    beyond = set[str]().union(*twins.values()) - by_id.keys()
    funders = read_funders(graph, {*by_id, *beyond}, data_set)
    changes = read_changes(graph, by_id, wholes, data_set)
    telling = {deal: find_telling(deal, lies_in, named) for deal in by_id}
    disputes = read_disputes(graph, by_id, wholes, changes, data_set, telling)
    disputed = set(list_ids(by_id.values(), "disputes")).union(*disputes.values())
    names |= read_names(graph, "Dispute", disputed, data_set)
    names |= changes.names | read_names(graph, "Deal", beyond.union(*wholes.values()) - set(by_id), data_set)
    units = _units_of(graph, data_set)
    shares = {one: _read_shares(graph, by_id, one, data_set) for one in ({funder} if funder else set()) | others}
    of_parts = (set(m) for parts in minerals.of_parts.values() for m in parts)
    insides, names_around = read_insides(graph, (*tagged.values(), *of_parts), data_set)
    names |= names_around
    deals, unreadable = [], dict[str, str]()
    for node in by_id.values():
        try:
            deal = _deal(node, wholes, twins, tagged, units, frozenset(funders.get(node.id, ())))
            deal = replace(_with_changes(deal, node, changes), disputes=deal.disputes | disputes[node.id])
            deal = minerals.of(deal, insides)
            for one, links in shares.items():
                deal = _with_share(deal, one, links.get(deal.id, []), units)
            deals.append(deal)
        except UnreadableDeal as error:
            unreadable[node.id] = str(error)
    beside = {node.id: said for node in by_id.values() if (said := describe_figures_beside(node))}
    open_lists = frozenset(n.id for n in by_id.values() if ListOfParts.OPEN in n.texts("list_of_parts"))
    return DealBook(tuple(deals), names, unreadable, funders, beside, insides, open_lists=open_lists)


def _with_changes(deal: Deal, node: GraphNode, changes: DealChanges) -> Deal:
    """The deal with its dates: those of its history, else that of its one stage; none where a step cannot be read."""
    date, history = node.properties.get("date"), changes.history_of(deal.id)
    own = read_date(node.properties.get("since") if date is None else date) if history is not None else None
    return replace(deal, date=own, history=history or (), changes=changes.changes_of(deal.id))


def _read_shares(graph: Reader, deals: Iterable[str], funder: str, data_set: str) -> dict[str, list[GraphEdge]]:
    found: dict[str, list[GraphEdge]] = {}
    parameters = {"ids": sorted(deals), "funder": funder, "data_set": data_set}
    for deal, link in graph.rows(statement("shares-of-a-funder"), parameters) if parameters["ids"] else ():
        found.setdefault(str(deal), []).append(link)
    return found


def _with_share(deal: Deal, funder: str, links: list[GraphEdge], units: tuple[str, ...] | None) -> Deal:
    """The deal, and with it what of its figure is the funder's own, where that is stated."""
    stated = [share for link in links if (share := share_of(link, deal.amount)) is not None]
    if not stated:
        return deal
    if len(links) > 1:
        raise UnreadableDeal("a share of its funder is stated by more than one link")
    _check_unit(stated[0], units)
    if deal.amount is not None and deal.amount.unit != stated[0].unit:
        raise UnreadableDeal(f"its funder's share is in {shorten(stated[0].unit)}, and the deal in {deal.amount.unit}")
    return replace(deal, shares={**deal.shares, funder: stated[0]})


def share_of(funding: GraphEdge, whole: Amount | None) -> Amount | None:
    """What of a deal's figure is its funder's: as stated, or by the per cent that are; None where nothing is told.

    Raises UnreadableDeal where what stands there is no figure or share.
    """
    stated, per_cent = amount_of(funding), funding.properties.get("share")
    if stated is not None or per_cent is None:
        return stated
    if not isinstance(per_cent, int | float) or isinstance(per_cent, bool) or not 0 < per_cent <= WHOLE:
        raise UnreadableDeal(f"its funder's share '{shorten(per_cent)}' is no per cent of it")
    return take_per_cent(whole, per_cent) if whole else None


def _deal(
    node: GraphNode,
    wholes: Mapping[str, set[str]],
    twins: Mapping[str, set[str]],
    tagged: Mapping[tuple[str, str], set[str]],
    units: tuple[str, ...] | None,
    funders: frozenset[str],
) -> Deal:
    amount = amount_of(node)
    if amount is not None:
        _check_unit(amount, units)
    if node.id in wholes.get(node.id, ()):
        raise UnreadableDeal("it is part of itself by its PART_OF links")
    return Deal(
        id=node.id,
        name=node.name,
        instrument=_term(node, "instrument", Instrument),
        stage=_term(node, "stage", Stage),
        whose_money=_term(node, "whose_money", WhoseMoney),
        amount=amount,
        wholes=frozenset(wholes.get(node.id, ())),
        may_be_same_as=frozenset(twins.get(node.id, ())),
        places=frozenset(tagged.get((node.id, "location"), ())),
        minerals=frozenset(tagged.get((node.id, "mineral"), ())),
        recipients=frozenset(tagged.get((node.id, "recipient"), ())),
        funders=funders,
        disputes=frozenset(node.texts("disputes")),
        measured_as=_term_if_any(node, "measured_as", MeasuredAs),
        amount_of=_term_if_any(node, "amount_of", AmountOf),
        amount_period=None if node.properties.get("amount_period") is None else str(node.properties["amount_period"]),
        paid_out=_read_paid_out(node, amount),
        told_as_of=read_date(node.properties.get(TOLD_AS_OF.name)),
        money_of=None if node.properties.get("money_of") is None else str(node.properties["money_of"]),
    )


def _read_paid_out(node: GraphNode, amount: Amount | None) -> Amount | None:
    """What of a deal's figure was paid out; None where somebody left what is no part of it."""
    try:
        paid = Amount.parse("; ".join(node.texts("paid_out")))
    except BadAmount:
        return None
    return paid if amount and paid.unit == amount.unit and paid.value is not None else None


LISTS = {
    ListOfParts.OPEN: "the list of its parts is open",
    ListOfParts.COMPLETE: "the list of its parts is complete, by its source",
}
"""What a source says of the list of a whole's parts, in words."""


def describe_figures_beside(deal: GraphNode) -> str:
    """What else is told of a deal's figure and added to nothing, its terms, and whether its parts are all listed; empty
    where nothing is."""
    told = ((p.name, shorten("; ".join(deal.texts(p.name)))) for p in BESIDE)
    said = {name: text for name, text in told if text}
    also = f"told also as {said.pop('equivalent')}, which is not added" if "equivalent" in said else ""
    beside = "; ".join(f"{spell_term(name)} {text}" for name, text in said.items())
    if beside and (day := "; ".join(deal.texts(TOLD_AS_OF.name))):
        beside = f"as of {format_date(day)}: {beside}"
    of_parts = next((said for term, said in LISTS.items() if term in deal.texts("list_of_parts")), "")
    return "; ".join(filter(None, (also, beside, describe_terms(deal), of_parts)))


def _check_unit(amount: Amount, units: tuple[str, ...] | None) -> None:
    if units is not None and not (amount.unit in units or is_known_unit(amount.unit)):
        raise UnreadableDeal(f"unit '{shorten(amount.unit)}' is not one we know")


def amount_of(item: GraphNode | GraphEdge) -> Amount | None:
    """A deal's figure, or a funder's share of it, or None where there is none.

    Raises UnreadableDeal where what stands there is no figure.
    """
    parts = ("value", "unit", "qualifier", "ceiling")
    value, unit, qualifier, ceiling = (item.properties.get(f"amount_{part}") for part in parts)
    if value is None and unit is None and qualifier is None and ceiling is None:
        return None
    for number in (value, ceiling):
        if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
            raise UnreadableDeal(f"amount '{shorten(number)}' is no whole number")
    try:
        return Amount(value, "" if unit is None else str(unit), _term(item, "amount_qualifier", Qualifier), ceiling)
    except BadAmount as error:
        raise UnreadableDeal(str(error)) from None


def _term(item: GraphNode | GraphEdge, name: str, terms: type[Term]) -> Term:
    value, called = item.properties.get(name), name.replace("_", " ")
    if value is None:
        raise UnreadableDeal(f"it has no {called}")
    try:
        return terms(value)
    except ValueError:
        raise UnreadableDeal(f"{called} '{shorten(value)}' is not one we know") from None


def _term_if_any(node: GraphNode, name: str, terms: type[Term]) -> Term | None:
    return None if node.properties.get(name) is None else _term(node, name, terms)


def _units_of(graph: Reader, data_set: str) -> tuple[str, ...] | None:
    """Units that the data set declares beside ours; None where an older version loaded it, which did not note them."""
    rows = graph.rows(statement("units-of-a-data-set"), {"data_set": data_set})
    return texts(rows[0][0]) if rows and rows[0][0] is not None else None
