"""Why a model cannot take what a data set adds: names that clash, that are not safe in Cypher, or that sums rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.model.extension import Extension, OwnLabel, OwnType
from cypher.model.model import Model
from cypher.model.more_clashes import wrong_ends, wrong_more
from cypher.model.narrower_clashes import wrong_narrower
from cypher.model.own_names import Clash, Path, squeeze, wrong_kind, wrong_label, wrong_terms, wrong_type
from cypher.model.own_properties import wrong_properties

MADE_BY_KINDS = ("kind",)
"""What a label has that lists its `kinds`."""


def find_clashes(extension: Extension, model: Model) -> Iterator[Clash]:
    """Everything for which a model cannot take an extension, each with the way to it in the file; and what may stand
    there though the model has it too."""
    names = _Names()
    for at, label in enumerate(extension.labels):
        yield from _wrong_label(label, ("labels", at), model)
        yield from names.add(label.label, ("labels", at, "label"))
    for at, type_ in enumerate(extension.relationship_types):
        yield from _wrong_type(type_, ("relationship_types", at), model, extension)
        yield from names.add(type_.name, ("relationship_types", at, "name"))
    extended = _Names()
    for at, more in enumerate(extension.extend):
        yield from wrong_more(more, ("extend", at), model, extension)
        if name := more.label or more.relationship_type:
            yield from extended.add(name, ("extend", at))
    for at, entry in enumerate(extension.narrower):
        yield from wrong_narrower(entry, ("narrower", at), model, extension)
        name = entry.label or entry.relationship_type
        if name and name not in {e.relationship_type for e in extension.narrower[:at]}:  # which may stand twice
            yield from names.add(name, ("narrower", at, "label" if entry.label else "relationship_type"))


@dataclass
class _Names:
    """The names that stand above, so that a second of the same is told."""

    seen: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, path: Path) -> Iterator[Clash]:
        """Take in a name; yields what it has against one above."""
        before = self.seen.get(squeeze(name))
        self.seen[squeeze(name)] = name
        if before == name:
            yield Clash(path, f"'{name}' stands twice", "make the two one entry")
        elif before is not None:
            yield Clash(path, f"'{name}' is too much like '{before}' above", "take a name of other letters")


def _wrong_label(own: OwnLabel, path: Path, model: Model) -> Iterator[Clash]:
    yield from wrong_label(own.label, (*path, "label"), model)
    yield from wrong_kind(own, path)
    yield from wrong_terms(own.kinds, (*path, "kinds"))
    yield from wrong_properties(own.properties, (*path, "properties"), model, (), MADE_BY_KINDS if own.kinds else ())


def _wrong_type(own: OwnType, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    yield from wrong_type(own.name, (*path, "name"), model)
    yield from wrong_ends(own.starts, (*path, "from"), model, extension)
    yield from wrong_ends(own.ends, (*path, "to"), model, extension)
    if not own.roles:
        yield Clash((*path, "roles"), "is empty", "say how the start stands to the end, such as [granter]")
    yield from wrong_terms(own.roles, (*path, "roles"))
    yield from wrong_properties(own.properties, (*path, "properties"), model, ())
