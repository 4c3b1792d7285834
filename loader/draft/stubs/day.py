"""The day of an article: its dateline, by which what is told in the present tense was so."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.found_dates import find_dates
from loader.cite import Place

FIRST = 8
"""Places from the top among which a dateline stands."""


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
    """The first full date among the first places; None where there is none."""
    for _, place in zip(range(FIRST), places, strict=False):
        for found in find_dates(" ".join(place.words.split())):
            if found.year and found.month and found.day:
                return ArticleDay(str(found), str(place))
    return None
