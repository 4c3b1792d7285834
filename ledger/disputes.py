"""Disagreement kept as data: a question, and the readings that answer it."""

from dataclasses import dataclass
from enum import StrEnum


class Rank(StrEnum):
    """How a reading stands among its rivals; compatible readings may both be preferred."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Stance(StrEnum):
    """Whether a passage affirms or denies; silence is neither."""

    AFFIRMS = "affirms"
    DENIES = "denies"


class DisputeKind(StrEnum):
    """What the readings differ in."""

    NAME = "name"
    LIST = "list"
    NUMBER = "number"
    QUALIFIER = "qualifier"
    VERB = "verb"
    ACTOR = "actor"
    TITLE = "title"
    ROLE = "role"
    INSTRUMENT = "instrument"
    DATE = "date"
    WORDING = "wording"
    DOUBTFUL_READING = "doubtful_reading"


@dataclass(frozen=True)
class Reading:
    """One answer to a dispute's question: a claim with its passages, its rank and the reason for that rank."""

    id: str
    says: str
    stance: Stance
    rank: Rank
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """A question on which readings hang, with the ids of the nodes and relationships that it concerns."""

    id: str
    question: str
    kind: DisputeKind
    concerns: tuple[str, ...]
    readings: tuple[Reading, ...]

    def problems(self) -> list[str]:
        """What keeps this from being a dispute, in words for the person who wrote it."""
        found = []
        if not self.readings:
            found.append("has no reading: give at least one")
        if not self.concerns:
            found.append("concerns nothing: name the nodes or relationships that it is about")
        if self.readings and not any(r.rank is Rank.PREFERRED for r in self.readings):
            found.append(
                "prefers no reading: the graph shows the preferred one, so mark it, or all where none is better"
            )
        if len(self.readings) == 1 and self.kind is not DisputeKind.DOUBTFUL_READING:
            found.append("has a single reading: a doubt about one reading is of kind doubtful_reading")
        return found
