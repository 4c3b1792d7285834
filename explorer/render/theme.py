"""Colours and shapes: of each label, also of one that nobody chose a look for, and of the page around a picture."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cypher.model import Model, Shape

T = TypeVar("T")


@dataclass(frozen=True)
class Appearance:
    """How a label is drawn: colour and shape together, so that neither carries the meaning alone."""

    colour: str
    shape: str


CHOSEN = {
    "Country": Appearance("#0072B2", "dot"),
    "Agency": Appearance("#56B4E9", "square"),
    "Company": Appearance("#E69F00", "diamond"),
    "Person": Appearance("#999999", "dot"),
    "Initiative": Appearance("#CC79A7", "hexagon"),
    "Deal": Appearance("#009E73", "triangle"),
    "Measure": Appearance("#0072B2", "triangleDown"),
    "Project": Appearance("#D55E00", "triangleDown"),
    "Mineral": Appearance("#F0E442", "star"),
    "Place": Appearance("#F0E442", "square"),
    "Event": Appearance("#D55E00", "star"),
    "Source": Appearance("#999999", "square"),
    "Passage": Appearance("#999999", "dot"),
    "Claim": Appearance("#999999", "diamond"),
    "Dispute": Appearance("#D55E00", "triangle"),
    "DataSet": Appearance("#999999", "triangle"),
}

COLOURS = ("#0072B2", "#56B4E9", "#E69F00", "#CC79A7", "#009E73", "#D55E00", "#F0E442", "#999999")
"""Told apart by colour-blind readers too (Okabe and Ito)."""
SHAPES = tuple(str(shape) for shape in Shape)
FREE = tuple(look for look in (Appearance(c, s) for c in COLOURS for s in SHAPES) if look not in CHOSEN.values())
"""What a chosen look cannot be mistaken for."""


def find_appearance(label: str, model: Model) -> Appearance:
    """Colour and shape of a label, known or not: as its data set says, as we chose, else any that none of ours has."""
    declared = model.find_label(label)
    colour, shape = (declared.colour, declared.shape) if declared else (None, None)
    if colour and shape:
        return Appearance(colour, shape)
    if label in CHOSEN:
        return CHOSEN[label]
    found = _draw_lot(FREE, label)
    if colour:
        taken = {look.shape for look in CHOSEN.values() if look.colour.lower() == colour.lower()}
        return Appearance(colour, found.shape if found.shape not in taken else _draw_lot(_without(taken), label))
    if shape:
        return _draw_lot(tuple(look for look in FREE if look.shape == shape), label)
    return found


def _draw_lot(among: Sequence[T], label: str) -> T:
    """One of several, the same for a label each time."""
    return among[int.from_bytes(hashlib.sha256(label.encode()).digest()[:8]) % len(among)]


def _without(taken: Collection[str]) -> tuple[str, ...]:
    return tuple(shape for shape in SHAPES if shape not in taken) or SHAPES


@dataclass(frozen=True)
class Theme:
    """The colours of a picture that has no page around it to take them from."""

    background: str
    text: str
    line: str
    halo: str


LIGHT = Theme("#ffffff", "#31333f", "#a3a8b4", "#ffffff")
