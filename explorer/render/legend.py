"""What the colours and shapes mean, and how many there are of each: its entries filter the picture."""

from collections import Counter
from dataclasses import dataclass

from cypher.model import Model
from cypher.results import Subgraph
from explorer.render.picture_types import LegendPayload
from explorer.render.style import is_disputed, is_gathered
from explorer.render.theme import find_appearance


@dataclass(frozen=True)
class LabelEntry:
    """One label of the picture."""

    label: str
    plural: str
    colour: str
    shape: str
    count: int


@dataclass(frozen=True)
class TypeEntry:
    """One relationship type of the picture."""

    type: str
    reads: str
    count: int


@dataclass(frozen=True)
class Legend:
    """Labels and relationship types in the order of the model; `disputed` and `gathered`: such marks occur."""

    labels: tuple[LabelEntry, ...]
    types: tuple[TypeEntry, ...]
    disputed: bool
    gathered: bool

    def payload(self) -> LegendPayload:
        """The same as plain data."""
        return {
            "labels": [
                {"label": e.label, "plural": e.plural, "colour": e.colour, "shape": e.shape, "count": e.count}
                for e in self.labels
            ],
            "types": [{"type": e.type, "reads": e.reads, "count": e.count} for e in self.types],
            "disputed": self.disputed,
            "gathered": self.gathered,
        }


def make_legend(subgraph: Subgraph, model: Model) -> Legend:
    """The legend of what is in the subgraph, and of nothing else."""
    labels = Counter(n.label for n in subgraph.nodes)
    types = Counter(e.type for e in subgraph.edges)
    return Legend(
        tuple(_make_label_entry(name, labels[name], model) for name in _order(labels, [n.label for n in model.labels])),
        tuple(
            TypeEntry(t, model.reads(t), types[t]) for t in _order(types, [r.name for r in model.relationship_types])
        ),
        any(map(is_disputed, subgraph.nodes)) or any(map(is_disputed, subgraph.edges)),
        any(is_gathered(node) for node in subgraph.nodes),
    )


def _make_label_entry(label: str, count: int, model: Model) -> LabelEntry:
    drawn = find_appearance(label)
    return LabelEntry(label, model.plural(label) or "no label", drawn.colour, drawn.shape, count)


def _order(found: Counter[str], declared: list[str]) -> list[str]:
    rank = {name: i for i, name in enumerate(declared)}
    return sorted(found, key=lambda name: (rank.get(name, len(rank)), name))
