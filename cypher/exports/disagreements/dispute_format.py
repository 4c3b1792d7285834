"""What a format of disagreements is, and what it is given to write."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cypher.disagreements import DisputeFilter, DisputeInFull


@dataclass(frozen=True)
class TakenAlong:
    """Some disputes in full, of which data set, by which filter they were picked, and as of which day totals are."""

    disputes: tuple[DisputeInFull, ...]
    data_set: str
    asked: DisputeFilter = field(default_factory=DisputeFilter)
    as_of: str | None = None


@dataclass(frozen=True)
class DisputeFormat:
    """A format by the name that `--format` takes, which is also the ending of its files; a page calls it by `title`."""

    name: str
    title: str
    mime: str
    write: Callable[[TakenAlong], str]
