"""What takes the place of a deal or calls it off."""

from collections.abc import Collection, Mapping, Sequence
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


Ends = Mapping[str, Sequence[Change]]
"""By deal, what superseded or cancelled it itself."""


def gather_changes(
    deal: str, wholes: Collection[str], ends: Ends, called_off: Mapping[str, Change]
) -> tuple[Change, ...]:
    """What superseded or cancelled a deal, or a whole of it that no successor takes it out of.

    `wholes`: all that it lies in, at any depth; `called_off`: by deal that is cancelled by its own stage, since when.
    """
    above = [c for whole in sorted(wholes) for c in ends.get(whole, ()) if not _is_kept(c, wholes, ends)]
    above += [called_off[whole] for whole in sorted(wholes) if whole in called_off]
    return (*ends.get(deal, ()), *above)


def _is_kept(change: Change, wholes: Collection[str], ends: Ends) -> bool:
    """Whether a part of what was superseded lies inside what stands in its place, at any remove."""
    if change.kind is not ChangeKind.SUPERSEDED:
        return False
    return not find_successors(change.of, ends).isdisjoint(wholes)


def find_successors(deal: str, ends: Ends) -> set[str]:
    """What took a deal's place, and what took the place of that."""
    found, waiting = set[str](), [deal]
    while waiting:
        new = {c.by for c in ends.get(waiting.pop(), ()) if c.kind is ChangeKind.SUPERSEDED} - found
        found |= new
        waiting += new
    return found
