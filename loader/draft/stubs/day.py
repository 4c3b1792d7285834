"""The day of an article: its dateline, by which what is told in the present tense was so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.found_dates import find_dates
from loader.cite import Place

FIRST = 8
"""Places from the top among which a dateline stands."""
LONGEST = 60
"""Characters of a dateline, by itself or before a sentence."""
LEADS = re.compile(r"\s[-–—]+\s|:\s|\)\s*[-–—:]\s*")
"""What parts a dateline from the sentence behind it."""


@dataclass(frozen=True)
class ArticleDay:
    """A day as records write it, and the place that gives it."""

    date: str
    place: str

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.date[:4])


def find_day(places: Iterable[Place]) -> ArticleDay | None:
    """The first full date of a dateline: a line by itself among the first, or what leads a sentence; None where there
    is none, since a date in a sentence is that of what it tells."""
    for _, place in zip(range(FIRST), places, strict=False):
        for found in find_dates(_dateline_of(" ".join(place.words.split()))):
            if found.year and found.month and found.day:
                return ArticleDay(str(found), str(place))
    return None


def _dateline_of(text: str) -> str:
    if len(text) <= LONGEST and not text.endswith((".", "!", "?", ":")):
        return text
    parted = LEADS.search(text)
    return text[: parted.start()] if parted and parted.start() <= LONGEST else ""
