"""A node as sentences in plain words: what it is, and what ties it to others, in the words of model and record.

A deal: "Loan, approved, 2 February 2026: up to USD 10 billion, US government money. The Bank funds it."
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cypher.deals import UnreadableDeal, amount_of
from cypher.instruments import describe_no_money
from cypher.model import Model
from cypher.neighbour_groups import NeighbourGroup
from cypher.results import GraphNode
from ledger.dates import format_date
from ledger.deals import Instrument, Stage, WhoseMoney
from ledger.glossary import spell_term

MOST_GROUPS = 4
"""Sentences about ties: the rest stands below them, by type."""
MOST_NAMED = 3
"""Neighbours that a sentence names."""
INSTRUMENTS: Mapping[str, str] = {
    Instrument.UNSPECIFIED: "a deal of an unspecified kind",
    Instrument.MIXED: "several instruments in one",
}
STAGES: Mapping[str, str] = {Stage.NOT_STATED: "stage not stated", Stage.MIXED: "of mixed stages"}
WHOSE: Mapping[str, str] = {
    WhoseMoney.NOT_STATED: "whose money is not stated",
    WhoseMoney.MIXED: "money of several sides",
    WhoseMoney.FOREIGN_AND_PRIVATE: "foreign and private money",
    WhoseMoney.OTHER_THAN_US_GOVERNMENT: "money of others than the US government",
}


def tell_node(node: GraphNode, groups: Sequence[NeighbourGroup], model: Model, money_of: str = "") -> str:
    """What a node is and how it is tied, in a few sentences. `money_of`: the name of whose public money it is."""
    first = _tell_deal(node, money_of) if node.label == "Deal" else _tell_kind(node)
    return " ".join(filter(None, (first, *_tell_ties(groups, model))))


def name_some(names: Sequence[str], count: int) -> str:
    """Some names of so many: `A, B and 3 more`."""
    rest = count - len(names)
    if rest > 0:
        return f"{', '.join(names)} and {rest:,} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _tell_deal(deal: GraphNode, money_of: str) -> str:
    """Instrument, stage and date; figure and whose money it is."""
    head = ", ".join(filter(None, (_tell_term(deal, "instrument", INSTRUMENTS), *_tell_stage(deal))))
    figure, whose = _tell_figure(deal), _tell_term(deal, "whose_money", WHOSE)
    if whose and whose not in WHOSE.values():
        whose = f"{whose} money"
    if money_of:
        whose += f" ({money_of})"
    return f"{_capitalise(head) or 'A deal'}: {', '.join(filter(None, (figure, whose)))}."


def _tell_stage(deal: GraphNode) -> Iterator[str]:
    yield _tell_term(deal, "stage", STAGES)
    date = deal.properties.get("date", deal.properties.get("since"))
    if date is not None:
        of = "; ".join(deal.texts("date_of"))
        yield format_date(date) + (f" ({of})" if of else "")


def _tell_figure(deal: GraphNode) -> str:
    try:
        amount = amount_of(deal)
    except UnreadableDeal:
        return "a figure that cannot be read"
    if amount is None:
        return "no figure"
    no_money = describe_no_money(deal)
    return spell_term(str(amount)) + (f" ({no_money})" if no_money else "")


def _tell_term(node: GraphNode, name: str, words: Mapping[str, str]) -> str:
    value = "; ".join(node.texts(name))
    return words.get(value) or spell_term(value)


def _tell_kind(node: GraphNode) -> str:
    kind = spell_term("; ".join(node.texts("kind")))
    return f"{_capitalise(kind or node.label.lower())}."


def _tell_ties(groups: Iterable[NeighbourGroup], model: Model) -> Iterator[str]:
    for group in list(groups)[:MOST_GROUPS]:
        yield f"{_capitalise(tell_group(group, model))}."


def tell_group(group: NeighbourGroup, model: Model) -> str:
    """One group of neighbours in words: `it goes to Project Vault`, `each of A and B is party to it, as signatory`."""
    known = model.find_relationship_type(group.type)
    several = len(known.roles) > 1 if known else bool(group.role)
    names, reads = name_some([name for _, name in group.named[:MOST_NAMED]], group.count), model.reads(group.type)
    told = several and group.role and not _says_the_same(reads, group.role)
    role = f", as {spell_term(group.role)}" if told else ""
    if group.is_out:
        return f"it {reads} {names}{role}"
    return f"{names if group.count == 1 else f'each of {names}'} {reads} it{role}"


def _says_the_same(reads: str, role: str) -> bool:
    """Whether a role only repeats the verb: who leads is the leader, who announces the announcer."""
    return role.startswith(reads.partition(" ")[0].rstrip("s").rstrip("e"))


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
