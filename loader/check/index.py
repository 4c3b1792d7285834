"""What the checks and the rows need to know of the whole set: ids, passages, disputes, and the deals."""

from collections import Counter
from dataclasses import dataclass, field

from ledger.evidence import Passage, Support, support
from loader.expand.nodes import passage_id
from loader.records import Link, Node, Where


@dataclass
class Index:
    """Built in one pass over the records; holds ids and evidence, not the records themselves."""

    nodes: dict[str, Where] = field(default_factory=dict)
    links: dict[str, Where] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    source_kinds: dict[str, str] = field(default_factory=dict)
    disputes: dict[str, list[str]] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    deals: dict[str, Node] = field(default_factory=dict)
    deal_links: list[Link] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)

    def add_node(self, node: Node) -> None:
        """Remember a node, and of passages, disputes, sources and deals what others need."""
        self.nodes[node.id] = node.where
        self.labels[node.label] += 1
        self.cited.update(map(passage_id, node.citations))
        if node.label == "Passage":
            self.passages[node.id] = _passage(node)
        elif node.label == "Source":
            self.source_kinds[node.id] = str(node.properties.get("kind"))
        elif node.label == "Deal":
            self.deals[node.id] = node
        elif node.label == "Dispute":
            for concerned in node.properties.get("concerned_relationships", []):
                self.disputes.setdefault(concerned, []).append(node.id)

    def add_link(self, link: Link) -> None:
        """Remember a relationship, and what it says of deals and disputes."""
        self.links[link.id] = link.where
        self.types[link.type] += 1
        self.cited.update(map(passage_id, link.citations))
        if link.type == "CONCERNS":
            self.disputes.setdefault(link.end, []).append(link.start)
        if link.start.startswith("deal/"):
            self.deal_links.append(link)

    def support(self, citations: tuple[str, ...]) -> Support:
        """Articles and origins behind some citations."""
        return support(self.passages[p] for c in citations if (p := passage_id(c)) in self.passages)


def _passage(node: Node) -> Passage:
    p = node.properties
    return Passage(node.id, str(p["source"]), int(p["line"]), p.get("sentence"), str(p["sha256"]), str(p["origin"]))
