"""What the colours and shapes mean, and how many there are of each: its entries filter the picture."""

from collections import Counter
from dataclasses import dataclass

from cypher.model import Model
from cypher.results import Subgraph
from explorer.render.leaf_bundles import find_bundles
from explorer.render.legend_keys import list_keys
from explorer.render.node_colours import OTHER
from explorer.render.parallel_lines import group_lines
from explorer.render.pen import Pen
from explorer.render.picture_style import KIND
from explorer.render.picture_types import KeyPayload, LegendPayload
from explorer.render.theme import find_appearance
from ledger.glossary import GLOSSARY


@dataclass(frozen=True)
class LabelEntry:
    """One label of the picture; a model that was read from a database may not say what it means."""

    label: str
    plural: str
    meaning: str
    colour: str
    shape: str
    count: int


@dataclass(frozen=True)
class TypeEntry:
    """One relationship type of the picture."""

    type: str
    reads: str
    meaning: str
    count: int


@dataclass(frozen=True)
class Legend:
    """Labels and relationship types in the order of the model; `keys`: what else is drawn means; `lines` and `bundled`:
    several relationships may be drawn as one line, several leaves as one mark."""

    labels: tuple[LabelEntry, ...]
    types: tuple[TypeEntry, ...]
    keys: tuple[KeyPayload, ...]
    lines: bool
    bundled: bool

    def payload(self) -> LegendPayload:
        """The same as plain data."""
        return {
            "labels": [
                {
                    "label": e.label,
                    "plural": e.plural,
                    "meaning": e.meaning,
                    "colour": e.colour,
                    "shape": e.shape,
                    "count": e.count,
                }
                for e in self.labels
            ],
            "types": [{"type": e.type, "reads": e.reads, "meaning": e.meaning, "count": e.count} for e in self.types],
            "keys": list(self.keys),
            "lines": GLOSSARY["several in one line"] if self.lines else "",
            "bundled": GLOSSARY["leaves in one mark"] if self.bundled else "",
        }


def make_legend(subgraph: Subgraph, pen: Pen) -> Legend:
    """The legend of what is in the subgraph, and of nothing else, as a pen draws it."""
    model = pen.model
    labels = Counter(n.label for n in subgraph.nodes)
    types = Counter(e.type for e in subgraph.edges)
    return Legend(
        tuple(_make_label_entry(name, labels[name], pen) for name in _order(labels, [n.label for n in model.labels])),
        tuple(
            _make_type_entry(name, types[name], model)
            for name in _order(types, [r.name for r in model.relationship_types])
        ),
        tuple(list_keys(subgraph, pen)),
        bool(group_lines(subgraph.edges)),
        bool(find_bundles(subgraph)),
    )


def _make_label_entry(label: str, count: int, pen: Pen) -> LabelEntry:
    drawn = find_appearance(label, pen.model)
    colour = drawn.colour if pen.style.colour == KIND else OTHER
    known = pen.model.find_label(label)
    meaning = known.meaning if known else ""
    return LabelEntry(label, pen.model.plural(label) or "no label", meaning, colour, drawn.shape, count)


def _make_type_entry(name: str, count: int, model: Model) -> TypeEntry:
    known = model.find_relationship_type(name)
    return TypeEntry(name, model.reads(name), known.meaning if known else "", count)


def _order(found: Counter[str], declared: list[str]) -> list[str]:
    rank = {name: i for i, name in enumerate(declared)}
    return sorted(found, key=lambda name: (rank.get(name, len(rank)), name))
