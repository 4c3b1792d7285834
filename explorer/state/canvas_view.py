"""What a reader did to the picture: chosen, hidden, pinned, moved. Plain values, read from an untrusted browser."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import TypedDict

MOST_IDS = 5000
"""Longer lists of ids than this are cut."""


class ViewPayload(TypedDict):
    """A view as the component is given it; `n` says up to which of its own changes this view is aware of."""

    n: int
    selected: str | None
    hidden: list[str]
    hidden_labels: list[str]
    hidden_types: list[str]
    pinned: list[str]
    moved: dict[str, list[float]]


@dataclass(frozen=True)
class CanvasView:
    """The reader's state of the canvas; every part of it can travel in an address.

    `selected` is a node's or an edge's id; `moved` are positions that the reader gave nodes by dragging.
    """

    selected: str | None = None
    hidden: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    hidden_types: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    moved: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)

    def payload(self, number: int) -> ViewPayload:
        """For the component; `number` is that of its latest change which this view holds."""
        return {
            "n": number,
            "selected": self.selected,
            "hidden": list(self.hidden),
            "hidden_labels": list(self.hidden_labels),
            "hidden_types": list(self.hidden_types),
            "pinned": list(self.pinned),
            "moved": {node: list(point) for node, point in self.moved.items()},
        }


def read_canvas_view(state: object) -> tuple[int, CanvasView]:
    """The component's state and its number; whatever does not fit is left out."""
    if not isinstance(state, Mapping):
        return 0, CanvasView()
    number = state.get("n")
    selected = state.get("selected")
    view = CanvasView(
        selected=selected if isinstance(selected, str) else None,
        hidden=_read_texts(state.get("hidden")),
        hidden_labels=_read_texts(state.get("hidden_labels")),
        hidden_types=_read_texts(state.get("hidden_types")),
        pinned=_read_texts(state.get("pinned")),
        moved=_read_points(state.get("moved")),
    )
    return (number if isinstance(number, int) else 0), view


def _read_texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value[:MOST_IDS] if isinstance(v, str)) if isinstance(value, list) else ()


def _read_points(value: object) -> dict[str, tuple[float, float]]:
    if not isinstance(value, Mapping):
        return {}
    return {k: p for k, v in list(value.items())[:MOST_IDS] if isinstance(k, str) and (p := _read_point(v)) is not None}


def _read_point(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    x, y = value
    if isinstance(x, int | float) and isinstance(y, int | float) and isfinite(x) and isfinite(y):
        return float(x), float(y)
    return None
