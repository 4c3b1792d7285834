"""Periods that end before they begin."""

import re
from collections.abc import Iterator, Mapping

from cypher.results import Value
from ledger.dates import find_first_day, find_last_day
from loader.records import Link, Node, Problem

BEGINNINGS = ("since", "held_on", "date")
BEGINS = re.compile(r"sign|commit|start|begin|launch|found|force|effect", re.IGNORECASE)
"""What a date may date that comes before an end; a report may come after it."""


def ended_too_soon(item: Node | Link, properties: Mapping[str, Value]) -> Iterator[Problem]:
    """An `until` that lies, however its dates are read, before the `since` or `date` of the same thing."""
    until: str = properties.get("until", "")
    for name in list_beginnings(properties) if until else ():
        began: str = properties.get(name, "")
        if began and find_last_day(until) < find_first_day(began):
            what = f"{until} is before {name}, {began}, in {item.id}"
            yield Problem(item.place_of("until"), "until", what, "correct one of the two")
            return


def list_beginnings(properties: Mapping[str, Value]) -> tuple[str, ...]:
    """The properties that date a beginning."""
    return BEGINNINGS if dates_a_beginning(properties) else BEGINNINGS[:-1]


def dates_a_beginning(properties: Mapping[str, Value]) -> bool:
    """Whether the `date` of a thing dates its beginning, as far as its `date_of` tells."""
    return BEGINS.search(str(properties.get("date_of", "start"))) is not None
