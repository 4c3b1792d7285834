"""The counts and bounds that a set is held against."""

from collections.abc import Iterator
from typing import Any

from cypher.model import Model
from loader.check.index import Index
from loader.read.folder import unknown_keys
from loader.records import Problem, RawRecord, Severity, Spot

KEYS = ("counts", "relationships", "dates", "unmet")
FORM = "write Label: {exactly: 3}, or at_least or at_most"
BOUNDS = {"exactly": int.__eq__, "at_least": int.__ge__, "at_most": int.__le__}


def unexpected(expected: RawRecord, index: Index, model: Model) -> Iterator[Problem]:
    """Every label and type whose number is not as expected, and what is written as no expectation.

    A number that is not met is a problem, or a warning where the set says `unmet: warning`.
    """
    yield from unknown_keys(expected, KEYS)
    unmet = expected.fields.get("unmet", Severity.PROBLEM.value)
    spot = Spot(expected.where, expected.lines)
    if unmet not in list(Severity):
        yield Problem(spot.at("unmet").where, "unmet", f"'{unmet}' is no answer", "write problem or warning")
        unmet = Severity.PROBLEM
    labels, types = [n.label for n in model.labels], [r.name for r in model.relationship_types]
    for field, found, known in (("counts", index.labels, labels), ("relationships", index.types, types)):
        by_name = expected.fields.get(field, {})
        if not isinstance(by_name, dict):
            yield Problem(spot.at(field).where, field, "is not a list of names with bounds", FORM)
            continue
        yield from unknown_keys(expected, known, field)
        for name, bounds in by_name.items():
            if name in known:
                yield from _against(spot.at(field, name), bounds, found[name], Severity(unmet))


def _against(spot: Spot, bounds: Any, found: int, unmet: Severity) -> Iterator[Problem]:
    field = ".".join(map(str, spot.path))
    if not isinstance(bounds, dict):
        yield Problem(spot.where, field, f"'{bounds}' is no bound", FORM)
        return
    for bound, number in bounds.items():
        where = spot.at(bound).where
        if bound not in BOUNDS or not _is_number(number):
            yield Problem(where, field, f"'{bound}: {number}' is no bound", FORM)
        elif not BOUNDS[bound](found, int(number)):
            what = f"there are {found}, expected {bound.replace('_', ' ')} {number}"
            yield Problem(where, field, what, "correct the records, or the expectation with its reason", unmet)


def _is_number(text: Any) -> bool:
    return isinstance(text, str) and text.isascii() and text.isdecimal() and len(text) < 19
