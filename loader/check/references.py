"""Whatever a record names must exist: ends of relationships, passages, sources, subjects of disputes."""

from collections.abc import Iterator
from difflib import get_close_matches

from ledger.ids import is_node_id, split_ends
from loader.check.index import Index
from loader.expand.claims import passage_id
from loader.expand.disputes import CONCERNS, END
from loader.expand.nodes import list_narrowed
from loader.records import Link, Node, Problem

OF_EVIDENCE = ("FROM_SOURCE", "REPEATS", "RESTS_ON")
"""Relationships that say again what a passage or claim names: its own problem is enough."""


def is_resolved(item: Node | Link, index: Index) -> bool:
    """Whether all that an item names is known by now; quick, so that only the others need a second look."""
    if isinstance(item, Link):
        known = item.start in index.nodes and item.end in index.nodes
        return known and _are_passages(_own_citations(item), index)
    return item.label not in ("Dispute", "Passage") and _are_passages(item.citations, index)


def _are_passages(citations: tuple[str, ...], index: Index) -> bool:
    return all(passage_id(citation) in index.nodes for citation in citations)


def dangling(item: Node | Link, index: Index) -> Iterator[Problem]:
    """What one node or relationship names that is nowhere in the set."""
    if isinstance(item, Link) and not _says_again(item):
        for side, end in (("from", item.start), ("to", item.end)):
            if index.lacks(end) and is_node_id(end):
                what = f"there is no {end}"
                draft = index.drafts.get(end)
                remedy = f"it is a draft, {draft}: decide that first" if draft else _remedy(end, index.nodes)
                yield Problem(item.place_of(end), f"{item.type}.{side}", what, remedy)
    for citation in _own_citations(item):
        if index.lacks(passage_id(citation)):
            what = f"{item.id} cites {citation}, which is no passage"
            yield Problem(item.place_of(citation), "evidence", what, _cited_instead(citation, index))
    if isinstance(item, Node) and item.label == "Passage":
        yield from _of_passage(item, index)
    if isinstance(item, Node) and item.label == "Dispute":
        for concerned in item.properties.get("concerned_relationships", []):
            if concerned not in index.links and not _may_be_unread(concerned, index):
                what = f"{item.id} concerns {concerned}, which is no relationship"
                yield Problem(item.place_of(concerned), "concerns", what, _remedy(concerned, index.links))


def _says_again(link: Link) -> bool:
    """Whether it follows from what is told of already: an end of a relationship that a dispute concerns does."""
    return link.type in OF_EVIDENCE or (link.type == CONCERNS and link.role == END)


def _own_citations(item: Node | Link) -> tuple[str, ...]:
    """What an item cites itself: a link that rests on the passages of its record may name some for one property."""
    if isinstance(item, Link) and item.inherits:
        return tuple(cited for _, cited in list_narrowed(item.properties))
    return item.citations


def _of_passage(node: Node, index: Index) -> Iterator[Problem]:
    source, origin = str(node.properties.get("source")), str(node.properties.get("origin"))
    if index.source_kinds.get(source) != "article" and not index.may_be_unread(source):
        remedy = "declare it in sources.yaml with `kind: article`"
        yield Problem(node.place_of("source"), "source", f"{source} is no article", remedy)
    if origin not in index.source_kinds and not index.may_be_unread(origin):
        yield Problem(node.place_of("origin"), "origin", f"there is no {origin}", "declare the origin in sources.yaml")


def _may_be_unread(relationship: str, index: Index) -> bool:
    start, end = split_ends(relationship) or ("", "")
    return index.may_be_unread(start) or index.may_be_unread(end)


def _remedy(missing: str, known: dict[str, object] | object) -> str:
    near = get_close_matches(missing, list(known), n=1, cutoff=0.7) if isinstance(known, dict) else []
    return f"did you mean {near[0]}?" if near else "write its record, or correct the id"


def _cited_instead(citation: str, index: Index) -> str:
    """What to do about a citation of nothing."""
    squeezed = "".join(citation.split())
    if squeezed != citation and passage_id(squeezed) in index.nodes:
        return f"write {squeezed}, without the blank"
    source = citation.partition(":")[0]
    if f"source/{source}" not in index.source_kinds:
        shorts = [s.removeprefix("source/") for s, kind in index.source_kinds.items() if kind == "article"]
        near = get_close_matches(source[:80], shorts, n=1, cutoff=0.7)
        if near:
            return f"did you mean {near[0]}:…?"
    return f"add the passage to passages/{source[:40]}.yaml, or correct the citation"
