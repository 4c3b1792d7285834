"""Orphans: passages that no record cites, and nodes that nothing is tied to, which no reader would ever meet."""

from collections.abc import Iterator

from cypher.model import Model
from loader.check.index import Index
from loader.check.listings import ENDED_BY
from loader.records import Problem, Severity


def orphan_passages(index: Index) -> Iterator[Problem]:
    """Every passage that nothing rests on, unless its place has a reason, it has a problem already, or a record that
    may cite it has one."""
    if index.unread:
        return
    for passage in sorted(index.passages.keys() - index.cited - index.excused):
        if index.passages[passage].origin not in index.source_kinds or not _in_article(passage, index):
            continue
        remedy = "cite it in a record, or take the passage out"
        field = f"passages.{passage.rpartition('/')[2]}"
        yield Problem(index.nodes[passage], field, f"no record rests on {passage}", remedy)


def _in_article(passage: str, index: Index) -> bool:
    return index.source_kinds.get(index.passages[passage].source) == "article"


def orphan_nodes(index: Index, model: Model) -> Iterator[Problem]:
    """A warning for each, unless a record that may tie it could not be read."""
    if index.unread:
        return
    kinds = frozenset(model.label(label).kind for label in model.fact_labels)
    tied = {end for link in index.links for end in link.split("|")[0:3:2]}
    tied |= {str(link.properties[ENDED_BY]) for link in index.listings if ENDED_BY in link.properties}
    for node, where in index.nodes.items():
        if node not in tied and node.partition("/")[0] in kinds:
            what = f"{node} is tied to nothing"
            yield Problem(where, "links", what, "give it a link or a claim, or leave it out", Severity.WARNING)
