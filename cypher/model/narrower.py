"""Words of a data set that are narrower than ours: how records have something, and as what of the model it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cypher.convert import WORD_BEGINS
from cypher.model.extension import Narrower

OWN = "own_"
"""Begins the property in which a thing keeps the word that its record has for it."""
ROLE, LABEL, TYPE_ = "role", "label", "type"


def keeps(property_: str) -> str:
    """The property that keeps a set's own word for a property, a label or a type.

    >>> keeps("role")
    'own_role'
    """
    return OWN + property_


def split_of(of: str) -> tuple[str, str]:
    """The owner and the property that `OWNS.role` names; the property is empty where it names none."""
    owner, _, name = of.partition(".")
    return owner, name


def kind_of_label(label: str) -> str:
    """With what the ids of a label start: its words in small letters.

    >>> kind_of_label("MiningRight")
    'mining_right'
    """
    return WORD_BEGINS.sub("_", label).lower()


@dataclass(frozen=True)
class Words:
    """The narrower words of a set, ready to be looked up.

    `labels`: by what ids of theirs start with; `terms`: by owner and property, each word with what it is; `fields`: by
    owner, how records call a property.
    """

    labels: Mapping[str, Narrower] = field(default_factory=dict)
    types: Mapping[str, tuple[Narrower, ...]] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, Mapping[str, Narrower]]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Narrower]) -> "Words":
        """The words by what they are of."""
        labels: dict[str, Narrower] = {}
        types: dict[str, tuple[Narrower, ...]] = {}
        terms: dict[str, dict[str, dict[str, Narrower]]] = {}
        fields: dict[str, dict[str, str]] = {}
        for entry in entries:
            owner, name = split_of(entry.of or "")
            if entry.label:
                labels[kind_of_label(entry.label)] = entry
            elif entry.relationship_type:
                types[entry.relationship_type] = (*types.get(entry.relationship_type, ()), entry)
            elif entry.term:
                terms.setdefault(owner, {}).setdefault(name, {})[entry.term] = entry
            elif entry.field:
                fields.setdefault(owner, {})[entry.field] = entry.broader
        return cls(MappingProxyType(labels), MappingProxyType(types), MappingProxyType(terms), MappingProxyType(fields))

    def find_type(self, name: str, start: str | None) -> Narrower | None:
        """As what a type is read that goes from a label; None where it is none of the set's words."""
        return next((e for e in self.types.get(name, ()) if not e.starts or start in e.starts), None)

    def __bool__(self) -> bool:
        return bool(self.labels or self.types or self.terms or self.fields)


NO_WORDS = Words()
