"""Nodes that nothing is tied to: no relationship, no claim and no dispute shows them to a reader."""

from collections.abc import Iterator

from cypher.vocabulary import NODE_TYPES, Family
from loader.check.index import Index
from loader.records import Problem, Severity

KINDS = frozenset(n.kind for n in NODE_TYPES if n.family in (Family.PARTY, Family.DEAL, Family.CONTEXT))


def untied(index: Index) -> Iterator[Problem]:
    """A warning for each, unless a record that may tie it could not be read."""
    if index.unread:
        return
    tied = {end for link in index.links for end in link.split("|")[0:3:2]}
    for node, where in index.nodes.items():
        if node not in tied and node.partition("/")[0] in KINDS:
            what = f"{node} is tied to nothing"
            yield Problem(where, "links", what, "give it a link or a claim, or leave it out", Severity.WARNING)
