"""Passages that no record cites: a fingerprint kept for nothing, or a record that was forgotten."""

from collections.abc import Iterator
from pathlib import Path

from loader.check.index import Index
from loader.read.places import item_places
from loader.records import Problem, Where


def uncited(folder: Path, index: Index) -> Iterator[Problem]:
    """Every passage that nothing rests on, unless it has a problem already or a record that may cite it has one."""
    if index.unread:
        return
    by_record: dict[Where, list[str]] = {}
    for passage in index.passages.keys() - index.cited:
        if index.passages[passage].origin not in index.source_kinds or not _in_article(passage, index):
            continue
        by_record.setdefault(index.nodes[passage], []).append(passage)
    for record, passages in by_record.items():
        places = item_places(folder, record, "passages", "cite")
        for passage in sorted(passages):
            cite = passage.rpartition("/")[2]
            what = f"no record rests on {passage}"
            yield Problem(
                places.get(cite, record), f"passages.{cite}", what, "cite it in a record, or take the passage out"
            )


def _in_article(passage: str, index: Index) -> bool:
    return index.source_kinds.get(index.passages[passage].source) == "article"
