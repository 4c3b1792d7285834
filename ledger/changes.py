"""What takes the place of a deal or calls it off."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What takes a deal out of every sum, while its record stays."""

    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


ENDS = {"SUPERSEDES": ChangeKind.SUPERSEDED, "CANCELS": ChangeKind.CANCELLED}
"""By relationship type, what becomes of the deal at its end."""


@dataclass(frozen=True)
class Change:
    """That a deal was superseded or cancelled: `of` is the deal, or a whole that it lies in.

    `by`: what took its place or called it off; empty where only its stage says so. `date`: from when on, where told.
    """

    kind: ChangeKind
    of: str
    by: str = ""
    date: str | None = None
