"""The kinds of declaration that the vocabulary is made of."""

import re
from dataclasses import dataclass
from enum import StrEnum

LABEL = re.compile(r"[A-Z][A-Za-z]*")
TYPE = re.compile(r"[A-Z][A-Z_]*")
PROPERTY = re.compile(r"[a-z][a-z0-9_]*")


class UnknownTerm(LookupError):
    """A label, relationship type or kind that the vocabulary does not have."""


class PropertyKind(StrEnum):
    """What a property holds."""

    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    TERM = "term"
    TEXT_LIST = "text_list"


class Family(StrEnum):
    """The part a label plays: who acts, what is agreed, what it is about, why to believe it, and our book-keeping."""

    PARTY = "party"
    DEAL = "deal"
    CONTEXT = "context"
    EVIDENCE = "evidence"
    BOOKKEEPING = "bookkeeping"


@dataclass(frozen=True)
class Property:
    """One property, with its meaning for readers; `terms` are the values that a TERM may take."""

    name: str
    meaning: str
    kind: PropertyKind = PropertyKind.TEXT
    required: bool = False
    terms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not PROPERTY.fullmatch(self.name):
            raise ValueError(f"'{self.name}' is not a property name: use snake_case")
        if (self.kind is PropertyKind.TERM) != bool(self.terms):
            raise ValueError(f"property '{self.name}': a term lists its values, and nothing else does")


@dataclass(frozen=True)
class Appearance:
    """How a label is drawn: colour and shape together, so that neither carries the meaning alone."""

    colour: str
    shape: str


@dataclass(frozen=True)
class NodeType:
    """One label: its ids start with `kind/`, `plural` names a group of them in the legend."""

    label: str
    kind: str
    plural: str
    family: Family
    meaning: str
    appearance: Appearance
    properties: tuple[Property, ...] = ()

    def __post_init__(self) -> None:
        if not LABEL.fullmatch(self.label):
            raise ValueError(f"'{self.label}' is not a label: use PascalCase")

    def property(self, name: str) -> Property | None:
        """This label's own property of that name."""
        return next((p for p in self.properties if p.name == name), None)


@dataclass(frozen=True)
class RelationshipType:
    """One relationship type: from which labels to which, in which roles.

    `needs_evidence`: a record of it cites passages. `walkable`: a path between two nodes may use it.
    """

    name: str
    reads: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    roles: tuple[str, ...]
    meaning: str
    needs_evidence: bool = True
    walkable: bool = False
    properties: tuple[Property, ...] = ()

    def __post_init__(self) -> None:
        if not TYPE.fullmatch(self.name):
            raise ValueError(f"'{self.name}' is not a relationship type: use UPPER_SNAKE_CASE")

    def property(self, name: str) -> Property | None:
        """This type's own property of that name."""
        return next((p for p in self.properties if p.name == name), None)
