"""A scene: what all that the reader did comes to. It is the fold of a log, action by action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TypeAlias

from cypher.facets import Asked, read_asked
from explorer.render.picture_style import Aspect, Style
from explorer.state.action import Action
from explorer.state.actions import (
    Add,
    ClearFilter,
    CloseBundle,
    CloseLines,
    Collapse,
    DrawUpTo,
    Expand,
    Filter,
    Hide,
    HideClaims,
    HideLabel,
    HideType,
    LayOut,
    Layout,
    MarkDisputes,
    Move,
    OpenBundle,
    OpenLines,
    Path,
    Pin,
    Restyle,
    ShowAgain,
    ShowClaims,
    ShowLabel,
    ShowOnly,
    ShowType,
    Surround,
    Unpin,
    items_of,
)

GATHERED = "gathered/"
"""How the ids of nodes begin that stand for those who only took part in an event: `gathered/` and the event's name."""
ALL_GATHERED = "gathered/participants"
"""Stood for all of them in addresses of earlier versions."""
MOST_STEPS = 60
"""Every step is worked out anew for who opens an address: more of them would keep a shared server busy for long."""

BUNDLED_FROM = 8
"""So many leaves of one kind and type at one node are drawn as one mark, unless the reader opened it."""

Step: TypeAlias = (
    Add | Expand | Collapse | ShowOnly | ShowAgain | DrawUpTo | LayOut | Path | Surround | ShowClaims | HideClaims
)
"""What only the graph can work out: who is in the picture, and who is not drawn since only others are."""
STEPS = (Add, Expand, Collapse, ShowOnly, DrawUpTo, LayOut, Path, Surround, ShowClaims, HideClaims)
"""Showing again is a step as well, after one of showing only."""


@dataclass(frozen=True)
class Scene:
    """What the log comes to: `steps` say what is in the picture; `hidden` and the like, what is drawn of it and where.

    `hidden` are ids of nodes and relationships, `moved` places in pixels at zoom 1, `filters` what is asked of facets,
    `style` how all of it is drawn.
    `opened_lines`: parallel relationships that are drawn one by one, or, with `all_lines`, those that are not.
    `opened_bundles` and `closed_bundles`: leaves that the reader wants drawn one by one, or as one mark.
    """

    steps: tuple[Step, ...] = ()
    hidden: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    hidden_types: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    moved: Mapping[str, tuple[int, int]] = field(default_factory=dict, hash=False)
    filters: tuple[Asked, ...] = ()
    all_lines: bool = False
    opened_lines: tuple[str, ...] = ()
    opened_bundles: tuple[str, ...] = ()
    closed_bundles: tuple[str, ...] = ()
    style: Style = field(default_factory=Style)

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be brought in, taken out or shown alone."""
        return len(self.steps) >= MOST_STEPS

    @property
    def layout(self) -> Layout:
        """How it was laid out last."""
        return next((s.kind for s in reversed(self.steps) if isinstance(s, LayOut)), Layout.FORCE)

    @property
    def added(self) -> tuple[str, ...]:
        """What the reader asked for by name."""
        return tuple(item for step in self.steps if isinstance(step, Add) for item in items_of(step))

    @property
    def opened_events(self) -> tuple[str, ...]:
        """The events whose gathered participants the reader opened, to see each."""
        opened = (item for step in self.steps if isinstance(step, Expand) for item in items_of(step))
        return tuple(f"event/{item.removeprefix(GATHERED)}" for item in opened if item.startswith(GATHERED))

    def after(self, action: Action) -> "Scene":
        """The scene after one more action; itself where that changes nothing, or where it is full."""
        stepped = self._step(action)
        match action:
            case Add():
                return replace(stepped, hidden=_without(self.hidden, *items_of(action)))
            case Hide():
                return replace(self, hidden=_with(self.hidden, *items_of(action)))
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
            case Restyle() | MarkDisputes():
                return replace(self, style=_restyle(self.style, action))
        return stepped._arrange(action)

    def _arrange(self, action: Action) -> "Scene":
        """Where things stand, and what is drawn as one."""
        match action:
            case Pin():
                return replace(self, pinned=_with(self.pinned, *items_of(action)))
            case Unpin():
                return replace(self, pinned=_without(self.pinned, *items_of(action)))
            case Move():
                return replace(self, moved={**self.moved, **{item: (x, y) for item, x, y in action.places}})
            case OpenLines() | CloseLines():
                return self._draw_lines(items_of(action), one_by_one=isinstance(action, OpenLines))
            case OpenBundle():
                return self._bundle(_without(self.closed_bundles, *items_of(action)), opened=items_of(action))
            case CloseBundle():
                return self._bundle(_with(self.closed_bundles, *items_of(action)), closed=items_of(action))
        return self

    def _lay_out(self, laid_out: LayOut) -> "Scene":
        """What is pinned stays where it is; what was dragged and not pinned goes to its new place."""
        last = (LayOut(Layout.FORCE, laid_out.also), *self.steps)[-1]
        if last == laid_out and self.moved.keys() <= {*self.pinned}:
            return self
        moved = {item: at for item, at in self.moved.items() if item in self.pinned}
        return replace(self, steps=(*self.steps, laid_out), moved=moved)

    def _draw_lines(self, lines: tuple[str, ...], *, one_by_one: bool) -> "Scene":
        if not lines:
            return replace(self, all_lines=one_by_one, opened_lines=())
        change = _without if one_by_one == self.all_lines else _with
        return replace(self, opened_lines=change(self.opened_lines, *lines))

    def _bundle(
        self, closed_bundles: tuple[str, ...], *, opened: tuple[str, ...] = (), closed: tuple[str, ...] = ()
    ) -> "Scene":
        opened_bundles = _without(_with(self.opened_bundles, *opened), *closed)
        return replace(self, opened_bundles=opened_bundles, closed_bundles=closed_bundles)

    def _step(self, action: Action) -> "Scene":
        is_step = isinstance(action, STEPS) or (isinstance(action, ShowAgain) and any(map(_hides_others, self.steps)))
        if not is_step or self.is_full:
            return self
        if isinstance(action, LayOut):
            return self._lay_out(LayOut(action.kind, self.pinned))
        assert isinstance(action, Step)
        return replace(self, steps=(*self.steps, action))


def fold(actions: Iterable[Action]) -> Scene:
    """The scene that some actions come to, from the opening picture on."""
    return reduce(Scene.after, actions, Scene())


def _restyle(style: Style, action: Restyle | MarkDisputes) -> Style:
    if isinstance(action, MarkDisputes):
        return replace(style, marks=action.which)
    return style.with_(Aspect(action.aspect), action.choice)


def _hides_others(step: Step) -> bool:
    return isinstance(step, ShowOnly) or (isinstance(step, Path) and bool(step.alone))


def _filter(filters: tuple[Asked, ...], action: Filter | ClearFilter) -> tuple[Asked, ...]:
    """A new filter in the place of the one of its facet; the same where that asks the same."""
    asked = read_asked(action.facet, action.value) if isinstance(action, Filter) else None
    if asked in filters:
        return filters
    others = tuple(a for a in filters if action.facet not in ("", a.facet))
    return (*others, asked) if asked else others


def _with(items: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*items, *more)))


def _without(items: tuple[str, ...], *less: str) -> tuple[str, ...]:
    return tuple(i for i in items if i not in less)
