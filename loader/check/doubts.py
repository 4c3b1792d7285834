"""Doubts whether two things are one: they are of one label, or they cannot be."""

from collections.abc import Iterator

from ledger.ids import split_kind
from loader.check.index import Index
from loader.records import Problem


def impossible_doubts(index: Index) -> Iterator[Problem]:
    """Every MAY_BE_SAME_AS between things of two labels, or of a thing with itself."""
    for link in index.doubts:
        if link.start == link.end:
            yield Problem(link.where, link.type, f"{link.start} may be the same as itself", "name the other one")
        elif split_kind(link.start) != split_kind(link.end):
            what = f"{link.start} may be the same as {link.end}, which is of another kind"
            yield Problem(link.where, link.type, what, "name one of its own kind, or say in a claim what is in doubt")
