"""The counts and bounds that a set is held against."""

from collections.abc import Iterator
from typing import Any

from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES
from loader.check.index import Index
from loader.records import Problem, Where

HERE = Where("expected.yaml", 1)
FORM = "write Label: {exactly: 3}, or at_least or at_most"


def unexpected(expected: dict[str, Any], index: Index) -> Iterator[Problem]:
    """Every label and type whose number is not as expected."""
    labels, types = {n.label for n in NODE_TYPES}, {r.name for r in RELATIONSHIP_TYPES}
    for field, found, known in (("counts", index.labels, labels), ("relationships", index.types, types)):
        by_name = expected.get(field, {})
        if not isinstance(by_name, dict):
            yield Problem(HERE, field, "is not a list of names with bounds", FORM)
            continue
        for name, bounds in by_name.items():
            for problem in _against(name, bounds, found[name], known):
                remedy = "correct the records, or the expectation with its reason"
                yield Problem(HERE, f"{field}.{name}", problem, remedy)


def _against(name: str, bounds: Any, found: int, known: set[str]) -> Iterator[str]:
    if name not in known:
        yield "is no label or relationship type of the vocabulary"
    if not isinstance(bounds, dict):
        yield f"'{bounds}' is no bound: {FORM}"
        return
    for bound, number in bounds.items():
        holds = {"exactly": int.__eq__, "at_least": int.__ge__, "at_most": int.__le__}.get(bound)
        if holds is None or not str(number).isdecimal():
            yield f"'{bound}: {number}' is no bound: {FORM}"
        elif not holds(found, int(number)):
            yield f"there are {found}, expected {bound.replace('_', ' ')} {number}"
