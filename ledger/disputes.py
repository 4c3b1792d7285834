"""Disagreement kept as data: a question, and the readings that answer it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from ledger.alterations import Alteration
from ledger.evidence import Citation


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


class Weight(StrEnum):
    """What hangs on a dispute, the weightiest first."""

    DECIDES = "decides"
    """Money, parties, stage, or whether something exists."""
    MATTERS = "matters"
    """Date, role, scope, or wording with consequences."""
    DETAIL = "detail"
    """Style or translation."""


NOT_WEIGHED = Weight.MATTERS
"""What a dispute counts as that nobody has weighed."""


class Disagreement(StrEnum):
    """Who is at odds with whom, the widest first."""

    SOURCES_DIFFER = "sources_differ"
    SOURCE_AT_ODDS = "source_at_odds"
    """One article says both."""
    DOUBTFUL_READING = "doubtful_reading"
    """The very same passages can be read in several ways."""
    MAY_ALL_HOLD = "may_all_hold"


AT_ODDS = {
    Disagreement.SOURCES_DIFFER: "Sources differ",
    Disagreement.SOURCE_AT_ODDS: "One source at odds with itself",
    Disagreement.DOUBTFUL_READING: "A doubtful reading",
    Disagreement.MAY_ALL_HOLD: "All may hold",
}


def describe_disagreement(disagreement: Disagreement | None) -> str:
    """Who is at odds with whom, for people; `A disagreement` where that is not told."""
    return AT_ODDS[disagreement] if disagreement else "A disagreement"


def describe_weight(weight: Weight | None) -> str:
    """What hangs on a dispute, for people; `not weighed` where nobody weighed it."""
    return str(weight) if weight else "not weighed"


def find_heaviest(weights: Iterable[Weight | None]) -> Weight | None:
    """The greatest of some weights, one that is not told counting as `NOT_WEIGHED`; None where there are none."""
    order = list(Weight)
    return min((weight or NOT_WEIGHED for weight in weights), key=order.index, default=None)


def is_undecided(ranks: Iterable[str]) -> bool:
    """Whether none of a dispute's readings is preferred."""
    return Rank.PREFERRED not in ranks


@dataclass(frozen=True)
class Reading:
    """One answer to a dispute's question: a claim with its passages, its rank and the reason for that rank.

    `evidence` are citations such as `uni:11.2`. `changes`: what would be otherwise in the graph if it held.
    """

    id: str
    says: str
    stance: Stance
    rank: Rank
    reason: str
    evidence: tuple[str, ...]
    changes: tuple[Alteration, ...] = ()


@dataclass(frozen=True)
class Dispute:
    """A question on which readings hang, with the ids of the nodes and relationships that it concerns.

    `weight`: None where nobody weighed it. `may_all_hold`: the readings can be true together.
    """

    id: str
    question: str
    kind: DisputeKind
    concerns: tuple[str, ...]
    readings: tuple[Reading, ...]
    weight: Weight | None = None
    may_all_hold: bool = False

    @property
    def disagreement(self) -> Disagreement:
        """Who is at odds with whom, told by the passages on which the readings rest."""
        return find_disagreement([r.evidence for r in self.readings], self.may_all_hold)

    def problems(self) -> list[str]:
        """What keeps this from being a dispute, in words for the person who wrote it."""
        found = []
        if not self.readings:
            found.append("has no reading: give at least one")
        if not self.concerns:
            found.append("concerns nothing: name the nodes or relationships that it is about")
        return found

    def doubts(self) -> list[str]:
        """What it may be all the same, and its writer may have meant otherwise."""
        found = []
        if self.readings and is_undecided(r.rank for r in self.readings):
            found.append(
                "prefers no reading, so that readers are told that nobody has decided: mark the one that the graph "
                "shows, or all where none is better"
            )
        if len(self.readings) == 1 and self.kind is not DisputeKind.DOUBTFUL_READING:
            found.append("has a single reading: a doubt about one reading is of kind doubtful_reading")
        return found


def find_disagreement(evidence: Iterable[Iterable[str]], may_all_hold: bool = False) -> Disagreement:
    """Who is at odds with whom, by the citations of each reading.

    Two sources differ where each has a passage for one of two readings that the other reading does not rest on. A
    sentence and the line that it stands in are one passage here.
    """
    if may_all_hold:
        return Disagreement.MAY_ALL_HOLD
    readings = [tuple(map(Citation.parse, cited)) for cited in evidence]
    found = [_compare(one, other) for one, other in combinations(readings, 2)]
    return min(found, key=list(Disagreement).index, default=Disagreement.DOUBTFUL_READING)


def _compare(one: tuple[Citation, ...], other: tuple[Citation, ...]) -> Disagreement:
    """How two readings differ: by what only one of them rests on."""
    ours = {c.article for c in one if not any(c.overlaps(o) for o in other)}
    theirs = {c.article for c in other if not any(c.overlaps(o) for o in one)}
    if not ours or not theirs:
        return Disagreement.DOUBTFUL_READING
    return Disagreement.SOURCE_AT_ODDS if len(ours | theirs) == 1 else Disagreement.SOURCES_DIFFER
