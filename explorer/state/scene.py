"""A scene: what all that the reader did comes to. It is the fold of a log, action by action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TypeAlias

from cypher.facets import Asked, read_asked
from explorer.state.actions import (
    Action,
    Add,
    ClearFilter,
    Collapse,
    Expand,
    Filter,
    Hide,
    HideLabel,
    HideType,
    Move,
    Path,
    Pin,
    ShowAgain,
    ShowLabel,
    ShowOnly,
    ShowType,
    Surround,
    Unpin,
)

GATHERED = "gathered/"
"""How the ids of nodes begin that stand for those who only took part in an event: `gathered/` and the event's name."""
ALL_GATHERED = "gathered/participants"
"""Stood for all of them in addresses of earlier versions."""
MOST_STEPS = 60
"""Every step is worked out anew for who opens an address: more of them would keep a shared server busy for long."""

Step: TypeAlias = Add | Expand | Collapse | ShowOnly | ShowAgain | Path | Surround
"""What only the graph can work out: who is in the picture, and who is not drawn since only others are."""
STEPS = (Add, Expand, Collapse, ShowOnly, Path, Surround)
"""Showing again is a step as well, after one of showing only."""


@dataclass(frozen=True)
class Scene:
    """What the log comes to: `steps` say what is in the picture; `hidden` and the like, what is drawn of it and where.

    `hidden` are ids of nodes and relationships, `moved` places in pixels at zoom 1, `filters` what is asked of facets.
    """

    steps: tuple[Step, ...] = ()
    hidden: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    hidden_types: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    moved: Mapping[str, tuple[int, int]] = field(default_factory=dict, hash=False)
    filters: tuple[Asked, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be brought in, taken out or shown alone."""
        return len(self.steps) >= MOST_STEPS

    def after(self, action: Action) -> "Scene":
        """The scene after one more action; itself where that changes nothing, or where it is full."""
        stepped = self._step(action)
        match action:
            case Add(item):
                return replace(stepped, hidden=_without(self.hidden, item))
            case Hide(item):
                return replace(self, hidden=_with(self.hidden, item))
            case ShowAgain(""):
                return replace(stepped, hidden=(), hidden_labels=(), hidden_types=(), filters=())
            case ShowAgain(item):
                return replace(stepped, hidden=_without(self.hidden, item))
            case HideLabel(label):
                return replace(self, hidden_labels=_with(self.hidden_labels, label))
            case ShowLabel(label):
                return replace(self, hidden_labels=_without(self.hidden_labels, label))
            case HideType(name):
                return replace(self, hidden_types=_with(self.hidden_types, name))
            case ShowType(name):
                return replace(self, hidden_types=_without(self.hidden_types, name))
            case Filter() | ClearFilter():
                return replace(self, filters=_filter(self.filters, action))
            case Pin(item):
                return replace(self, pinned=_with(self.pinned, item))
            case Unpin(item):
                return replace(self, pinned=_without(self.pinned, item))
            case Move(item, x, y):
                return replace(self, moved={**self.moved, item: (x, y)})
        return stepped

    def _step(self, action: Action) -> "Scene":
        is_step = isinstance(action, STEPS) or (isinstance(action, ShowAgain) and any(map(_hides_others, self.steps)))
        if not is_step or self.is_full:
            return self
        assert isinstance(action, Step)
        return replace(self, steps=(*self.steps, action))


def fold(actions: Iterable[Action]) -> Scene:
    """The scene that some actions come to, from the opening picture on."""
    return reduce(Scene.after, actions, Scene())


def _hides_others(step: Step) -> bool:
    return isinstance(step, ShowOnly) or (isinstance(step, Path) and bool(step.alone))


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def _filter(filters: tuple[Asked, ...], action: Filter | ClearFilter) -> tuple[Asked, ...]:
    """A new filter in the place of the one of its facet; the same where that asks the same."""
    asked = read_asked(action.facet, action.value) if isinstance(action, Filter) else None
    if asked in filters:
        return filters
    others = tuple(a for a in filters if action.facet not in ("", a.facet))
    return (*others, asked) if asked else others


def _without(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(i for i in items if i != item)
