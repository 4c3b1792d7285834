"""Dates that cannot be: outside the bounds of the set, or on another day than the event at which a thing happened."""

from collections.abc import Iterator
from typing import Any

from ledger.dates import BadDate, check_date, is_window
from loader.check.index import Dated, Index
from loader.records import Problem, RawRecord, Spot

FORM = "write dates: {not_before: 2025-01, not_after: 2026-12}, either of the two"
BOUNDS = ("not_before", "not_after")


def impossible_dates(expected: RawRecord, index: Index) -> Iterator[Problem]:
    """Every date that lies outside the expected bounds or outside the date of its event."""
    bounds = expected.fields.get("dates", {})
    misshapen = not isinstance(bounds, dict) or any(b not in BOUNDS or not _is_point(p) for b, p in bounds.items())
    if misshapen:
        yield Problem(Spot(expected.where, expected.lines).at("dates").where, "dates", "is no pair of bounds", FORM)
    else:
        for dated in index.dated:
            yield from _outside(dated, bounds)
    yield from _elsewhere(index)


def _outside(dated: Dated, bounds: dict[str, str]) -> Iterator[Problem]:
    day = dated.date.rpartition("/")[2]
    early = day < bounds.get("not_before", "")[: len(day)]
    late = "not_after" in bounds and day[: len(bounds["not_after"])] > bounds["not_after"]
    if early or late:
        bound = "not_before" if early else "not_after"
        what = f"{dated.date} of {dated.id} is {'before' if early else 'after'} {bounds[bound]}"
        remedy = f"correct the date, or {bound} in expected.yaml with its reason"
        yield Problem(dated.where, dated.field, what, remedy)


def _elsewhere(index: Index) -> Iterator[Problem]:
    """Dates of deals and initiatives against the date of the event at which they happened."""
    days = {d.id: d for d in index.dated if d.field == "date"}
    for link in index.occasions:
        happened, event = days.get(link.id) or days.get(link.start), days.get(link.end)
        if not happened or not event or is_window(happened.date) or is_window(event.date):
            continue
        if not _meet(happened.date, event.date):
            what = f"{happened.date} of {happened.id} is not on the date of {event.id}, {event.date} ({event.where})"
            yield Problem(happened.where, "date", what, "correct one of the dates, or the event that it happens at")


def _meet(one: str, other: str) -> bool:
    """Whether two points may be one day: the less precise is the start of the other."""
    return one.startswith(other) or other.startswith(one)


def _is_point(text: Any) -> bool:
    try:
        return not is_window(check_date(str(text)))
    except BadDate:
        return False
