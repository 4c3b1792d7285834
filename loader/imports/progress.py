"""Progress on long work: the phase, how many rows, how many a second, and how long it will take."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ledger.text import count_things

T = TypeVar("T")
EVERY = 2.0
"""Seconds between two words about progress."""
CLOCK_AT = 256
"""Rows between two looks at the clock."""


@dataclass(frozen=True)
class Progress:
    """How far a phase has come. `seconds_left`: None where nobody can say how much there is."""

    phase: str
    rows: int
    rows_per_second: float
    seconds_left: float | None = None

    def __str__(self) -> str:
        told = f"{self.phase}: {count_things(self.rows, 'row')}, {self.rows_per_second:,.0f} a second"
        return told if self.seconds_left is None else f"{told}, about {max(1, round(self.seconds_left)):,} s left"

    def as_json(self) -> dict[str, object]:
        """The same as a document."""
        left = None if self.seconds_left is None else round(self.seconds_left, 1)
        return {
            "phase": self.phase,
            "rows": self.rows,
            "rows_per_second": round(self.rows_per_second, 1),
            "seconds_left": left,
        }


Watch = Callable[[Progress], None]


def watched(rows: Iterable[T], phase: str, watch: Watch, total: int | None = None) -> Iterator[T]:
    """The rows as they come; every few seconds `watch` hears how far it is."""
    began = told = time.monotonic()
    for number, row in enumerate(rows, 1):
        yield row
        if number % CLOCK_AT == 0 and (now := time.monotonic()) - told > EVERY:
            told, rate = now, number / (now - began)
            watch(Progress(phase, number, rate, (total - number) / rate if total else None))
