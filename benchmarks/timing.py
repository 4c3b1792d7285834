"""Medians of several runs, and how they are written down."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Seconds of several runs of one thing."""

    what: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The run in the middle."""
        return statistics.median(self.seconds)

    def row(self, peer: "Timing | None" = None) -> str:
        """A line of the results' table; the ratio is to the peer's median."""
        ratio = "" if peer is None else f"{self.median / peer.median:.2f} × {peer.what}"
        return f"| {self.what} | {self.median:.2f} | {min(self.seconds):.2f} – {max(self.seconds):.2f} | {ratio} |"


def measure_time(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


HEADER = "| what | median, s | range, s | ratio to the peer |\n|---|---|---|---|"
