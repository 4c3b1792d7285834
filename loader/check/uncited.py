"""Passages that no record cites: a fingerprint kept for nothing, or a record that was forgotten."""

from collections.abc import Iterator

from loader.check.index import Index
from loader.records import Problem


def uncited(index: Index) -> Iterator[Problem]:
    """Every passage that nothing rests on, unless it has a problem already or a record that may cite it has one."""
    if index.unread:
        return
    for passage in sorted(index.passages.keys() - index.cited):
        if index.passages[passage].origin not in index.source_kinds or not _in_article(passage, index):
            continue
        remedy = "cite it in a record, or take the passage out"
        field = f"passages.{passage.rpartition('/')[2]}"
        yield Problem(index.nodes[passage], field, f"no record rests on {passage}", remedy)


def _in_article(passage: str, index: Index) -> bool:
    return index.source_kinds.get(index.passages[passage].source) == "article"
