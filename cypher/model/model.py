"""A model as a value: which labels and relationship types a graph has, and what is known of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from cypher.model.declarations import Family, NodeType, Property, RelationshipType, UnknownTerm, Walk
from cypher.model.narrower import NO_WORDS, Words
from cypher.results import GraphNode

T = TypeVar("T")
FACTS = (Family.PARTY, Family.DEAL, Family.CONTEXT, Family.FOREIGN)


@dataclass(frozen=True)
class Index:
    """An index of a database: on nodes or relationships, of which labels or types, by which properties."""

    name: str
    on_nodes: bool
    names: tuple[str, ...]
    properties: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """Labels, relationship types, and the properties that each node or relationship has besides.

    `shared`: properties that an author writes; `managed`: those that the loader writes. `indexes` and `notes` are of a
    model that was read from a database: what exists there, and what was not read. `added`: the labels and types that
    a data set declares itself; `words`: those of it that are narrower than ours, as its records have them. Raises
    ValueError when a name stands twice.
    """

    labels: tuple[NodeType, ...]
    relationship_types: tuple[RelationshipType, ...]
    shared: tuple[Property, ...] = ()
    managed: tuple[Property, ...] = ()
    indexes: tuple[Index, ...] = ()
    notes: tuple[str, ...] = ()
    added: frozenset[str] = frozenset()
    words: Words = NO_WORDS
    _by_label: Mapping[str, NodeType] = field(init=False, repr=False)
    _by_kind: Mapping[str, NodeType] = field(init=False, repr=False)
    _by_type: Mapping[str, RelationshipType] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_label", _unique((n.label, n) for n in self.labels))
        narrower = ((kind, self._by_label[entry.broader]) for kind, entry in self.words.labels.items())
        object.__setattr__(self, "_by_kind", _unique((*((n.kind, n) for n in self.labels), *narrower)))
        object.__setattr__(self, "_by_type", _unique((r.name, r) for r in self.relationship_types))

    def label(self, name: str) -> NodeType:
        """The declaration of a label; raises UnknownTerm that lists what there is."""
        if name not in self._by_label:
            raise UnknownTerm(f"there is no label '{name}': the model has {', '.join(self._by_label)}")
        return self._by_label[name]

    def find_label(self, name: str) -> NodeType | None:
        """The declaration of a label, None for an unknown one."""
        return self._by_label.get(name)

    def relationship_type(self, name: str) -> RelationshipType:
        """The declaration of a relationship type; raises UnknownTerm that lists what there is."""
        if name not in self._by_type:
            raise UnknownTerm(f"there is no relationship type '{name}': the model has {', '.join(self._by_type)}")
        return self._by_type[name]

    def find_relationship_type(self, name: str) -> RelationshipType | None:
        """The declaration of a relationship type, None for an unknown one."""
        return self._by_type.get(name)

    def label_of_id(self, node_id: str) -> NodeType:
        """The declaration that a node's id points at by its kind; raises UnknownTerm that lists the kinds."""
        found = self.find_label_of_id(node_id)
        if found is None:
            raise UnknownTerm(f"'{node_id}' starts with no known kind: use one of {', '.join(self._by_kind)}")
        return found

    def find_label_of_id(self, node_id: str) -> NodeType | None:
        """The declaration that a node's id points at by its kind, None for an unknown one."""
        return self._by_kind.get(node_id.partition("/")[0])

    def labels_in(self, *families: Family) -> tuple[str, ...]:
        """The labels of some families, in order of declaration."""
        return tuple(n.label for n in self.labels if n.family in families)

    @cached_property
    def fact_labels(self) -> tuple[str, ...]:
        """The labels that say something of the world: all but evidence and book-keeping."""
        return self.labels_in(*FACTS)

    @cached_property
    def evidence_labels(self) -> tuple[str, ...]:
        """The labels that say why to believe it, and our own book-keeping."""
        return self.labels_in(Family.EVIDENCE, Family.BOOKKEEPING)

    @cached_property
    def fact_types(self) -> tuple[str, ...]:
        """The types that say something of the world."""
        return tuple(r.name for r in self.relationship_types if r.needs_evidence)

    @cached_property
    def walkable_types(self) -> tuple[str, ...]:
        """The types that a path between two nodes may use."""
        return tuple(r.name for r in self.relationship_types if r.walkable)

    @cached_property
    def walks(self) -> Mapping[Walk, tuple[str, ...]]:
        """What paths may follow, with the types of facts that each of them follows; what has none is left out."""
        facts = set(self.fact_labels)
        told = [r for r in self.relationship_types if r.needs_evidence and facts & {*r.starts} and facts & {*r.ends}]
        return {walk: types for walk in Walk if (types := tuple(r.name for r in told if r.walk is walk))}

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The labels whose nodes can act."""
        return self.labels_in(Family.PARTY)

    @cached_property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """The names that `{{walkable}}` and its like stand for in the text of a statement."""
        return {
            "walkable": self.walkable_types,
            "parties": self.parties,
            "facts": self.fact_labels,
            "fact_types": self.fact_types,
            "evidence": self.evidence_labels,
            "own": tuple(label for label in self.fact_labels if label in self.added),
            "own_parties": tuple(label for label in self.parties if label in self.added),
        }

    @cached_property
    def names(self) -> frozenset[str]:
        """Every label and relationship type."""
        return frozenset(self._by_label) | frozenset(self._by_type)

    def plural(self, label: str) -> str:
        """What to call several nodes of a label; an unknown one by its own name."""
        found = self.find_label(label)
        return found.plural if found else label

    def reads(self, type_name: str) -> str:
        """A relationship type as words between two names; an unknown one by its own name."""
        found = self.find_relationship_type(type_name)
        return found.reads if found else words_of(type_name)

    def name_of(self, node: GraphNode) -> str:
        """What a node is called: the property that serves as its label's caption, else its name, else its id."""
        found = self.find_label(node.label)
        value = node.properties.get(found.caption) if found and found.caption else None
        return node.name if value in (None, "") else str(value)


def words_of(type_name: str) -> str:
    """The name of a relationship type as words."""
    return type_name.replace("_", " ").lower()


def _unique(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, declared in pairs:
        if name in found:
            raise ValueError(f"'{name}' is declared twice")
        found[name] = declared
    return found
