"""The view in a page's address: short names, plain ids, nothing that is run.

Whatever does not fit is left out, so that an old or mangled address still opens; `unread_parts` tells what that was.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from explorer.state.canvas_view import CanvasView
from explorer.state.scene import MOST_STEPS, Scene, Step, StepKind

SHORT = {"hidden": "hide", "hidden_labels": "no", "hidden_types": "without", "pinned": "pin"}
SEPARATOR = ","
POINT = re.compile(r"([^@]+)@(-?[0-9]{1,6})@(-?[0-9]{1,6})")
MOST = 400
KEYS = ("node", "steps", "at", *SHORT.values())
"""All that a view's address may hold, beside the data set."""


def read_scene(query: Mapping[str, str]) -> Scene:
    """The steps that an address names, as `steps=expand:country/AR,add:person/x`."""
    parts = (part.partition(":") for part in _split(query.get("steps", "")))
    steps = (Step(StepKind(kind), node) for kind, _, node in parts if kind in tuple(StepKind) and node)
    return Scene(tuple(islice(steps, MOST_STEPS)))


def read_view(query: Mapping[str, str]) -> CanvasView:
    """What is selected, hidden, pinned and moved, as an address names it."""
    return CanvasView(
        selected=query.get("node") or None,
        hidden=_split(query.get(SHORT["hidden"], "")),
        hidden_labels=_split(query.get(SHORT["hidden_labels"], "")),
        hidden_types=_split(query.get(SHORT["hidden_types"], "")),
        pinned=_split(query.get(SHORT["pinned"], "")),
        moved=dict(point for part in _split(query.get("at", "")) if (point := _read_point(part)) is not None),
    )


def write_url(scene: Scene, view: CanvasView) -> dict[str, str]:
    """The address of a scene and a view; what is empty is left out."""
    address = {
        "node": view.selected or "",
        "steps": SEPARATOR.join(f"{s.kind}:{s.node}" for s in scene.steps),
        "at": SEPARATOR.join(f"{node}@{round(x)}@{round(y)}" for node, (x, y) in view.moved.items()),
    }
    address |= {short: SEPARATOR.join(getattr(view, field)) for field, short in SHORT.items()}
    return {name: value for name, value in address.items() if value}


def unread_parts(query: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What cannot be read in the lists of an address: what it should be, and what stands there."""
    for part in _split(query.get("steps", "")):
        kind, _, node = part.partition(":")
        if kind not in tuple(StepKind) or not node:
            yield "step (they begin with add: or expand:)", part
    for part in _split(query.get("at", "")):
        if _read_point(part) is None:
            yield "place of a node", part


def cut_lists(query: Mapping[str, str]) -> Iterator[str]:
    """Which lists of an address are longer than is read."""
    return (key for key in KEYS[2:] if query.get(key, "").count(SEPARATOR) >= MOST)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(SEPARATOR) if part)[:MOST]


def _read_point(text: str) -> tuple[str, tuple[float, float]] | None:
    point = POINT.fullmatch(text)
    return (point[1], (float(point[2]), float(point[3]))) if point else None
