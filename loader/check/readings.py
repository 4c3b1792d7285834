"""Disputes that do not say what hangs on them, and readings that are ranked or changed as they should not be."""

import re
from collections.abc import Iterator

from ledger.disputes import Rank
from loader.check.index import Index, dispute_of
from loader.expand.reading_changes import FIELD
from loader.records import Node, Problem, Severity

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|[0-9]+|both|neither|most|majority|many|several"
    "|all|each|every|only|more|fewer"
)
BETWEEN = "of|the|other|more|these|those|its|single|different|independent|separate|further|remaining|news"
MONEY = "money|finance|financing|fund(?:s|ing)|capital|supply|income|revenue"
"""What a source may be of without being one that says something."""
COUNTS = re.compile(
    rf"\b(?:{NUMBERS})\b(?:\s+(?:{BETWEEN})\b)*\s+(?:articles?|sources?|reports?|newspapers?|outlets)\b"
    rf"(?!\s+of\s+(?:the\s+)?(?:{MONEY})\b)",
    re.IGNORECASE,
)
"""How a reason counts who says something, where it should tell who is closer to the origin."""


def unweighed_disputes(index: Index) -> Iterator[Problem]:
    """Every dispute that does not say how much hangs on it, or what would change."""
    remedies = {
        "weight": "write `weight:` decides, matters or detail; until then it counts as one that matters",
        "would_change": "write in one line what would change for a reader if another reading held",
    }
    for dispute in index.dispute_nodes.values():
        for field, remedy in remedies.items():
            if field not in dispute.properties:
                what = f"is missing in {dispute.id}"
                yield Problem(dispute.where, field, what, remedy, Severity.WARNING)


def counted_articles(index: Index) -> Iterator[Problem]:
    """Every reason that counts articles: many may repeat one origin."""
    for reading in index.readings:
        if found := COUNTS.search(str(reading.properties.get("reason", ""))):
            what = f"the reason of {reading.id} counts articles: '{found[0]}'"
            remedy = (
                "say what is closer to the origin, more precise, or fits its source better; articles are not counted"
            )
            yield Problem(reading.place_of("reason"), "reason", what, remedy, Severity.WARNING)


def changes_of_what_is_shown(index: Index) -> Iterator[Problem]:
    """Every change of the one reading that the graph shows: it has nothing to change."""
    preferred: dict[str, list[Node]] = {}
    for reading in index.readings:
        if reading.properties.get("rank") == Rank.PREFERRED:
            preferred.setdefault(dispute_of(reading.id), []).append(reading)
    for readings in preferred.values():
        if len(readings) == 1 and readings[0].properties.get(FIELD):
            (shown,) = readings
            what = f"{shown.id} is the reading that the graph shows, and changes it"
            remedy = "take the changes out, or correct the rank; what the graph is to show stands in its records"
            yield Problem(shown.place_of(FIELD), FIELD, what, remedy)
