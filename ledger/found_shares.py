"""Shares as running English text gives them: `14.5 per cent of`, `two thirds` not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SHARE = re.compile(r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d{1,4})?)(?:\s*%|[\s-]per[\s-]?cent\b)", re.IGNORECASE)


@dataclass(frozen=True)
class FoundShare:
    """Per cent of something, with the characters in which they stand."""

    share: Decimal
    written: str
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number, which figures of records can be too."""
        return self.share == self.share.to_integral_value()


def find_shares(text: str) -> Iterator[FoundShare]:
    """Every number of per cent, with or without decimals, in order."""
    for found in SHARE.finditer(text):
        yield FoundShare(Decimal(found["number"]), found[0], found.start(), found.end())
