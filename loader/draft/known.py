"""What a set holds, as far as a sentence can be held against it: names, deals, disputes, and what rests on a place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cypher.search.index import searched_labels
from cypher.search.rank import Named
from ledger.amounts import Amount
from ledger.countries import list_names
from ledger.demonyms import list_demonyms
from ledger.evidence import Citation
from ledger.found_names import NameFinder
from loader.check import Checked
from loader.check.figures import amount_in
from loader.check.index import READINGS, dispute_of
from loader.records import Item, Link, Node, Where
from loader.set_names import name_node
from loader.untold_dates import list_dates

CLAIM = "claim/"
SOURCE = "source/"
AGENCIES = "AGENCY_OF"
TIES = ("FUNDS", "GOES_TO", "PARTY_TO", "LIES_IN", "COVERS", "HAPPENS_AT", "MAKES")
"""Relationships that say whose a deal is, for whom, where and of what."""


@dataclass
class KnownDeal:
    """A deal with its figure and the nodes to which it is tied."""

    id: str
    name: str
    amount: Amount | None
    ties: set[str] = field(default_factory=set)


@dataclass
class KnownDispute:
    """A dispute with what it asks and concerns."""

    id: str
    question: str
    concerns: set[str] = field(default_factory=set)


@dataclass
class Body:
    """An agency: its kind, and whose it is where a record says."""

    kind: str
    of: str | None = None


@dataclass(frozen=True)
class Recorded:
    """One record, link or claim that rests on some places: what it names, and all that it says."""

    id: str
    citations: frozenset[str]
    ids: frozenset[str]
    amounts: frozenset[tuple[int, str]]
    dates: tuple[str, ...]
    says: str
    numbers: frozenset[Decimal]
    """Numbers that are neither figures nor texts, such as shares."""

    def rests_on(self, place: Citation) -> bool:
        """Whether it rests on a place, on the line that the place is in, or on a sentence of it."""
        return any(place.overlaps(Citation.parse(c)) for c in self.citations)


@dataclass(frozen=True)
class Known:
    """What a set holds; `finder` finds its names in texts."""

    named: tuple[Named, ...]
    finder: NameFinder
    deals: dict[str, KnownDeal]
    disputes: dict[str, KnownDispute]
    recorded: dict[str, tuple[Recorded, ...]]
    """By article, in citations' words."""
    tied: Counter[str]
    """By node, to how many deals it is tied."""
    bodies: dict[str, Body]
    """By the id of an agency."""
    places: dict[str, Where]
    """By node, where its record stands."""

    def on(self, place: Citation) -> tuple[Recorded, ...]:
        """What rests on a place."""
        return tuple(r for r in self.recorded.get(place.article, ()) if r.rests_on(place))


def read_known(checked: Checked) -> Known:
    """Gather it from a checked set, in one pass over its items."""
    labels = frozenset(searched_labels(checked.model))
    dates = list_dates(checked.model)
    named: list[Named] = []
    deals = {node.id: KnownDeal(node.id, _text(node, "name"), amount_in(node)) for node in checked.index.deals.values()}
    disputes = {node.id: KnownDispute(node.id, _text(node, "name")) for node in checked.index.dispute_nodes.values()}
    recorded: dict[str, list[Recorded]] = {}
    bodies: dict[str, Body] = {}
    places: dict[str, Where] = {}
    codes: dict[str, str] = {}
    for item in checked.items:
        if isinstance(item, Node):
            places[item.id] = item.where
            if item.label == "Agency":
                bodies.setdefault(item.id, Body("")).kind = str(item.properties.get("kind") or "")
            if code := item.properties.get("iso_alpha2"):
                codes[item.id] = str(code)
        elif item.type == AGENCIES:
            bodies.setdefault(item.start, Body("")).of = item.end
        if isinstance(item, Node) and item.label in labels and not item.id.startswith((CLAIM, "passage/", "dispute/")):
            named.append(name_node(item))
        if isinstance(item, Link):
            _tie(item, deals, disputes)
        if item.citations:
            one = _record(item, dates)
            for article in {Citation.parse(c).article for c in one.citations}:
                recorded.setdefault(article, []).append(one)
    for thing, about in checked.index.disputes.items():
        for dispute in about:
            if dispute in disputes and "|" not in thing:
                disputes[dispute].concerns.add(thing)
    by_article = {article: tuple(some) for article, some in recorded.items()}
    tied = Counter(end for deal in deals.values() for end in deal.ties)
    return Known(tuple(named), _finder(named, codes), deals, disputes, by_article, tied, bodies, places)


def _finder(named: Iterable[Named], codes: Mapping[str, str]) -> NameFinder:
    """Deals, disputes and sources that are articles are not looked for by name: no text calls them so.

    Countries are found by all names of their code too, and by their adjectives.
    """
    apart = ("deal/",)
    return NameFinder(
        (n.id, (n.name, *n.also_named, *n.former_names, *_names_of_code(codes.get(n.id))))
        for n in named
        if not n.id.startswith(apart)
    )


def _names_of_code(code: str | None) -> Iterator[str]:
    if code:
        yield from list_demonyms(code)
        for name in list_names(code):
            yield from (name, name.replace(" of the ", " of "))


def _tie(link: Link, deals: dict[str, KnownDeal], disputes: dict[str, KnownDispute]) -> None:
    for deal, other in ((link.start, link.end), (link.end, link.start)):
        if deal in deals and link.type in TIES:
            deals[deal].ties.add(other)
    if link.type == "CONCERNS" and link.start in disputes:
        disputes[link.start].concerns.add(link.end)


def _record(item: Item, dates: frozenset[str]) -> Recorded:
    p = item.properties
    citations = {*item.citations}
    for name, value in p.items():
        if name.endswith("_evidence") and isinstance(value, list):
            citations |= set(map(str, value))
    amounts = {
        (int(value), str(p[f"{name.removesuffix(end)}_unit"]))
        for name, value in p.items()
        for end in ("_value", "_ceiling")
        if name.endswith(end) and value is not None and f"{name.removesuffix(end)}_unit" in p
    }
    ids = {item.start, item.end} if isinstance(item, Link) else {item.id}
    subject = item.id.removeprefix(CLAIM).rpartition("/")[0]
    if item.id.startswith(READINGS):
        ids.add(dispute_of(item.id))
    elif isinstance(item, Node) and item.id.startswith(CLAIM):
        ids.add(subject)
    says = " ".join(
        str(v) for k, v in p.items() if isinstance(v, str) and k not in ("id", "basis", "evidence", "record_hash")
    )
    told = tuple(str(p[name]) for name in sorted(dates & p.keys()))
    numbers = frozenset(Decimal(str(v)) for v in p.values() if isinstance(v, int | float | Decimal))
    return Recorded(item.id, frozenset(citations), frozenset(ids), frozenset(amounts), told, says, numbers)


def _text(node: Node, name: str) -> str:
    return str(node.properties.get(name) or node.id)
