"""The kinds of declaration that a model is made of."""

from dataclasses import dataclass
from enum import StrEnum


class UnknownTerm(LookupError):
    """A label, relationship type or kind that a model does not have."""


class PropertyKind(StrEnum):
    """What a property holds."""

    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    TERM = "term"
    TEXT_LIST = "text_list"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    LIST = "list"
    MIXED = "mixed"
    """Different kinds on different nodes."""
    OTHER = "other"


class Family(StrEnum):
    """The part a label plays: who acts, what is agreed, what it is about, why to believe it, and our book-keeping."""

    PARTY = "party"
    DEAL = "deal"
    CONTEXT = "context"
    EVIDENCE = "evidence"
    BOOKKEEPING = "bookkeeping"
    FOREIGN = "foreign"
    """Of a database that says nothing of the part."""


class Shape(StrEnum):
    """The shapes that a picture can draw a node in."""

    DOT = "dot"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangleDown"
    STAR = "star"
    HEXAGON = "hexagon"


class Walk(StrEnum):
    """What a path follows where it follows a relationship type, as readers choose it."""

    MONEY = "money"
    AGREEMENTS = "agreements"
    PEOPLE = "people"
    OWNERSHIP = "ownership"
    OFFICES = "offices"
    MEASURES = "measures"
    PLACES = "places"
    MINERALS = "minerals"
    EVENTS = "events"
    OTHER = "other"
    """Ties that a data set or a database brought along."""


@dataclass(frozen=True)
class Property:
    """One property, with its meaning for readers; `terms` are the values that a TERM may take.

    `in_per_cent`: it is a number of hundredths, so that `60 %` says no more than `60`. `of_entries`: a record writes
    each of its texts with fields of its own. `keeps_word`: the loader keeps in it a set's own word.
    """

    name: str
    meaning: str
    kind: PropertyKind = PropertyKind.TEXT
    required: bool = False
    terms: tuple[str, ...] = ()
    in_per_cent: bool = False
    of_entries: bool = False
    keeps_word: bool = False

    def __post_init__(self) -> None:
        if (self.kind is PropertyKind.TERM) != bool(self.terms):
            raise ValueError(f"property '{self.name}': a term lists its values, and nothing else does")


@dataclass(frozen=True)
class Seen:
    """How a declaration was read from a database: `count` things are there (at least, where not `exact`).

    Its properties were gathered from `sampled` of them; others may have more.
    """

    count: int
    exact: bool
    sampled: int


@dataclass(frozen=True)
class NodeType:
    """One label: its ids start with `kind/`, `plural` names a group of them in the legend.

    `caption`: the property by which one of them is called; None: by its id. `seen`: only where it was read.
    `colour` (as `#8a5a00`) and `shape`: how it is drawn, where a data set says so.
    """

    label: str
    kind: str
    plural: str
    family: Family
    meaning: str
    properties: tuple[Property, ...] = ()
    caption: str | None = "name"
    seen: Seen | None = None
    colour: str | None = None
    shape: Shape | None = None

    def property(self, name: str) -> Property | None:
        """This label's own property of that name."""
        return next((p for p in self.properties if p.name == name), None)


@dataclass(frozen=True)
class RelationshipType:
    """One relationship type: from which labels to which, in which roles (none: it has no role).

    `needs_evidence`: a record of it cites passages. `walkable`: a path between two nodes uses it without being asked.
    `walk`: what a path follows that is asked to use it.
    """

    name: str
    reads: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    roles: tuple[str, ...]
    meaning: str
    needs_evidence: bool = True
    walkable: bool = False
    walk: Walk = Walk.OTHER
    properties: tuple[Property, ...] = ()
    seen: Seen | None = None

    def property(self, name: str) -> Property | None:
        """This type's own property of that name."""
        return next((p for p in self.properties if p.name == name), None)
