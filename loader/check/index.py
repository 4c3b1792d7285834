"""What the checks and the rows need to know of the whole set: ids, passages, disputes, and the deals."""

from collections import Counter
from dataclasses import dataclass, field

from cypher.model import Family
from cypher.model.labels import LABELS
from cypher.model.properties import DATE, UNTIL
from ledger.deals import Stage, Step
from ledger.disputes import Weight, find_heaviest
from ledger.evidence import Basis, Passage, Support, count_support
from ledger.ids import split_kind
from loader.expand.claims import STAGE, passage_id
from loader.expand.disputes import SUBJECT
from loader.records import Link, Node, Problem, RawRecord, Where

ANYTHING = "*"
"""Stands for the ids of a file or line of which nothing could be read."""
NAMED = frozenset(n.label for n in LABELS if n.family in (Family.PARTY, Family.DEAL, Family.CONTEXT))
"""Such labels of the model that is built in."""
CHANGES = ("AMENDS", "EXTENDS", "SUPERSEDES", "CANCELS")
"""Relationships by which one paper changes another."""
OF_DEALS = ("FUNDS", "PARTY_TO", *CHANGES)
"""Relationships that end at a deal and say whose it is, or what becomes of it."""
READINGS = "claim/dispute/"
"""How the ids of readings begin."""
LYING = ("LIES_IN", "KIND_OF")
"""Relationships by which one thing lies in another of its sort."""
DATES = tuple(p.name for p in (DATE, UNTIL))


@dataclass(frozen=True)
class Dated:
    """A date of a node or relationship: which, in which property, and where its record stands."""

    id: str
    field: str
    date: str
    where: Where


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim, or the record of a fact, says by its passages, and where it is written."""

    id: str
    text: str
    citations: tuple[str, ...]
    where: Where


def dispute_of(reading: str) -> str:
    """The dispute that a reading belongs to, by the reading's id."""
    return reading.removeprefix("claim/").rpartition("/")[0]


@dataclass
class Index:
    """Built in one pass over the records; holds ids and evidence, not the records themselves.

    `named`: the labels in which two records may be one thing by mistake.
    """

    named: frozenset[str] = NAMED
    nodes: dict[str, Where] = field(default_factory=dict)
    links: dict[str, Where] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    source_kinds: dict[str, str] = field(default_factory=dict)
    disputes: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, list[str]] = field(default_factory=dict)
    """By node or relationship, the disputes about it itself: `disputes` are also those about a node's relationships."""
    dispute_nodes: dict[str, Node] = field(default_factory=dict)
    readings: list[Node] = field(default_factory=list)
    claims: list[Said] = field(default_factory=list)
    """What claims say, beside readings and the stages of histories."""
    own_words: list[Said] = field(default_factory=list)
    """What records of facts say of themselves."""
    cited: set[str] = field(default_factory=set)
    excused: frozenset[str] = frozenset()
    """Passages at places that the coverage gives a reason for, so that no record need cite them."""
    cited_at: dict[str, Where] = field(default_factory=dict)
    drafts: dict[str, Where] = field(default_factory=dict)
    """By id, where a record stands that is not decided yet, and counts for nothing."""
    deals: dict[str, Node] = field(default_factory=dict)
    deal_links: list[Link] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    unread: set[str] = field(default_factory=set)
    names: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    former_names: set[tuple[str, str]] = field(default_factory=set)
    dated: list[Dated] = field(default_factory=list)
    stakes: list[Link] = field(default_factory=list)
    doubts: list[Link] = field(default_factory=list)
    signatures: list[Link] = field(default_factory=list)
    steps: dict[str, list[Step]] = field(default_factory=dict)
    """By deal, the stages of its history."""
    measures: dict[str, Node] = field(default_factory=dict)
    listings: list[Link] = field(default_factory=list)
    occasions: list[Link] = field(default_factory=list)
    agencies_of: dict[str, str] = field(default_factory=dict)
    """By agency the country of which it is, or, where no country is named, the body of which it is an office."""
    iso_codes: dict[str, str] = field(default_factory=dict)
    places_of_codes: dict[str, Where] = field(default_factory=dict)
    lying: list[Link] = field(default_factory=list)
    """What says that one thing lies in another: places, kinds of minerals."""
    mineral_kinds: dict[str, str] = field(default_factory=dict)
    ours: list[Link] = field(default_factory=list)
    """Relationships that no source states."""

    def add_unread(self, record: RawRecord | Problem) -> None:
        """Remember a record with problems, so that nobody is told that what it holds is missing."""
        if isinstance(record, Problem):
            self.unread |= {ANYTHING} if record.field != "record" else set()
        elif "passages" in record.fields:
            self.unread.add(passage_id(str(record.fields.get("source")).removeprefix("source/")).rstrip("/"))
        else:
            self.unread.add(str(record.fields.get("id")))

    def lacks(self, node_id: str) -> bool:
        """Whether a node is nowhere in the set, not even in a record that could not be read."""
        return node_id not in self.nodes and not self.may_be_unread(node_id)

    def may_be_unread(self, node_id: str) -> bool:
        """Whether a record with problems holds a node, as far as one can tell."""
        return not self.unread.isdisjoint({node_id, node_id.rpartition("/")[0], ANYTHING})

    def add_node(self, node: Node, sound: bool) -> None:
        """Remember a node, and of sound passages, disputes, sources and deals what others need."""
        self.nodes[node.id] = node.where
        self.labels[node.label] += 1
        self._add_citations(node)
        self._add_dates(node)
        self._add_names(node)
        if node.label in self.named:
            self._add_own_words(node)
        if "iso_alpha2" in node.properties:
            self.iso_codes[node.id] = str(node.properties["iso_alpha2"])
            self.places_of_codes[node.id] = node.place_of("iso_alpha2")
        if sound:
            self._add_by_label(node)
        else:
            self.unread.add(node.id)

    def _add_names(self, node: Node) -> None:
        if node.label in self.named:
            p = node.properties
            former = [str(name) for name in p.get("former_names", ())]
            self.former_names |= {(node.id, name) for name in former}
            names = (p.get("name", ""), *p.get("also_named", ()), *former)
            self.names.setdefault(node.label, []).extend((node.id, str(name)) for name in names)

    def _add_by_label(self, node: Node) -> None:
        if node.label == "Passage":
            self.passages[node.id] = make_passage(node)
        elif node.label == "Source":
            self.source_kinds[node.id] = str(node.properties.get("kind"))
        elif node.label == "Deal":
            self.deals[node.id] = node
        elif node.label == "Claim":
            self._add_claim(node)
        elif node.label == "Measure":
            self.measures[node.id] = node
        elif node.label == "Mineral":
            self.mineral_kinds[node.id] = str(node.properties.get("kind"))
        elif node.label == "Dispute":
            for concerned in node.properties.get("concerned_relationships", []):
                self._add_dispute(concerned, node.id, is_about=True)
            self.dispute_nodes[node.id] = node

    def _add_own_words(self, item: Node | Link) -> None:
        if item.citations and "paraphrase" in item.properties:
            self.own_words.append(Said(item.id, str(item.properties["paraphrase"]), item.citations, item.where))

    def _add_claim(self, claim: Node) -> None:
        """Remember a stage of a deal's history, a reading, or what else a source says."""
        if claim.properties.get("topic") == STAGE:
            deal = claim.id.removeprefix("claim/").rpartition("/history/")[0]
            step = Step(Stage(claim.properties["stage"]), str(claim.properties["date"]))
            self.steps.setdefault(deal, []).append(step)
        elif claim.id.startswith(READINGS):
            self.readings.append(claim)
        else:
            self.claims.append(Said(claim.id, str(claim.properties["paraphrase"]), claim.citations, claim.where))

    def add_link(self, link: Link) -> None:
        """Remember a relationship, and what it says of deals and disputes."""
        self.links[link.id] = link.where
        self.types[link.type] += 1
        self._add_citations(link)
        self._add_dates(link)
        if link.type == "HAPPENS_AT":
            self.occasions.append(link)
        if link.type == "OWNS":
            self.stakes.append(link)
        if link.type == "MAY_BE_SAME_AS":
            self.doubts.append(link)
        if link.type == "TARGETS":
            self.listings.append(link)
        if "on_behalf_of" in link.properties:
            self.signatures.append(link)
        if link.type == "CONCERNS":
            self._add_dispute(link.end, link.start, is_about=link.role == SUBJECT)
        if link.type in LYING:
            self.lying.append(link)
        if link.properties.get("basis") == Basis.OURS:
            self.ours.append(link)
        if link.type == "AGENCY_OF" and (link.start not in self.agencies_of or split_kind(link.end) == "country"):
            self.agencies_of[link.start] = link.end
        if link.start.startswith("deal/") or link.type in OF_DEALS:
            self.deal_links.append(link)
            if not link.inherits:
                self._add_own_words(link)

    def _add_dispute(self, thing: str, dispute: str, is_about: bool) -> None:
        self.disputes.setdefault(thing, []).append(dispute)
        if is_about:
            self.about.setdefault(thing, []).append(dispute)

    def weigh_disputes(self, thing: str) -> Weight | None:
        """The greatest weight of the disputes about something itself; None where there are none."""
        return find_heaviest(self._weigh(dispute) for dispute in self.about.get(thing, ()))

    def _weigh(self, dispute: str) -> Weight | None:
        node = self.dispute_nodes.get(dispute)
        weight = node.properties.get("weight") if node else None
        return Weight(weight) if weight else None

    def _add_citations(self, item: Node | Link) -> None:
        for citation in item.citations:
            self.cited.add(passage := passage_id(citation))
            if passage not in self.cited_at:
                self.cited_at[passage] = item.place_of(citation)

    def _add_dates(self, item: Node | Link) -> None:
        for name in DATES:
            if date := item.properties.get(name):
                self.dated.append(Dated(item.id, name, str(date), item.place_of(name)))

    def support(self, citations: tuple[str, ...]) -> Support:
        """Articles and origins behind some citations."""
        return count_support(self.passages[p] for c in citations if (p := passage_id(c)) in self.passages)


def make_passage(node: Node) -> Passage:
    """The passage that a checked node of one holds."""
    p = node.properties
    return Passage(node.id, str(p["source"]), int(p["line"]), p.get("sentence"), str(p["sha256"]), str(p["origin"]))
