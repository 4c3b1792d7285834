"""All that a reader can do to the picture, declared once.

From these declarations come what the canvas may send and offers in its toolbar and menus, what a log holds, how it
stands in an address, and what can be taken back. What is selected and where one looks is no action: it is not logged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from math import isfinite
from typing import ClassVar, TypedDict

from cypher.facets import Facet, read_asked
from cypher.facets.asked import read_list
from cypher.model import Walk as Follow
from cypher.paths import MOST_DEPTH, MOST_ENDS, MOST_LONGER
from explorer.state.filters import read_filters

LONGEST_TEXT = 2_000
"""Characters of an id or a name: a graph that others wrote may have any in them, and pages escape what they show."""
FARTHEST = 999_999
"""Pixels from the middle."""
NUMBERS = ("x", "y", "depth", "longer", "alone")
"""The fields that hold whole numbers."""
COMMON = -1
"""In the place of how much longer a path may be: what all its ends are tied to."""


class Way(StrEnum):
    """In which direction relationships are followed from a node."""

    ANY = ""
    OUT = "out"
    IN = "in"


class On(StrEnum):
    """What an action is offered for: a node, a node or relationship, the whole picture, or elsewhere than in menus."""

    NODE = "node"
    ITEM = "item"
    PICTURE = "picture"
    NOTHING = ""


class ActionPayload(TypedDict):
    """An action as the component is told of it: its name and fields, and how it is offered."""

    name: str
    fields: list[str]
    title: str
    key: str
    on: str


@dataclass(frozen=True)
class Action:
    """One thing done. `item` is a node's or relationship's id wherever an action has it.

    `name` is used in messages, `letter` in addresses; `title` and `key` are those of the menu and the keyboard.
    """

    name: ClassVar[str] = ""
    letter: ClassVar[str] = ""
    title: ClassVar[str] = ""
    key: ClassVar[str] = ""
    on: ClassVar[On] = On.NOTHING

    @property
    def makes_sense(self) -> bool:
        """Whether its fields fit one another, each of which fits by itself."""
        return True


@dataclass(frozen=True)
class Add(Action):
    """A node comes into the picture by itself."""

    name, letter = "add", "a"
    item: str


@dataclass(frozen=True)
class Expand(Action):
    """A node's neighbours come in: all of them, or those by relationships of one type, and of one direction."""

    name, letter, title, key, on = "expand", "e", "Show its neighbours", "Enter", On.NODE
    item: str
    type: str = ""
    way: Way = Way.ANY


@dataclass(frozen=True)
class Collapse(Action):
    """What only a node's expansion brought in goes out again."""

    name, letter, title, key, on = "collapse", "c", "Take out what only its expansion brought in", "c", On.NODE
    item: str


@dataclass(frozen=True)
class Hide(Action):
    """A node or relationship stays in the picture and is not drawn."""

    name, letter, title, key, on = "hide", "h", "Hide it", "Delete", On.ITEM
    item: str


@dataclass(frozen=True)
class ShowOnly(Action):
    """Of the nodes that are there, only this one and its neighbours are drawn; of a relationship, its two ends."""

    name, letter, title, key, on = "only", "o", "Show only it and its neighbours", "o", On.ITEM
    item: str


@dataclass(frozen=True)
class ShowAgain(Action):
    """What was hidden or filtered is drawn again: one thing, or all."""

    name, letter, title, key, on = "show", "s", "Show all that is hidden or filtered", "a", On.PICTURE
    item: str = ""


@dataclass(frozen=True)
class HideLabel(Action):
    """No node of a kind is drawn."""

    name, letter = "hide_label", "l"
    label: str


@dataclass(frozen=True)
class ShowLabel(Action):
    """Nodes of a kind are drawn again."""

    name, letter = "show_label", "L"
    label: str


@dataclass(frozen=True)
class HideType(Action):
    """No relationship of a type is drawn."""

    name, letter = "hide_type", "t"
    type: str


@dataclass(frozen=True)
class ShowType(Action):
    """Relationships of a type are drawn again."""

    name, letter = "show_type", "T"
    type: str


@dataclass(frozen=True)
class Pin(Action):
    """A node can no longer be dragged from its place."""

    name, letter, title, key, on = "pin", "p", "Pin it to its place", "p", On.NODE
    item: str


@dataclass(frozen=True)
class Unpin(Action):
    """A node can be dragged again."""

    name, letter, title, key, on = "unpin", "P", "Unpin it", "p", On.NODE
    item: str


@dataclass(frozen=True)
class Move(Action):
    """A node was dragged to a place: pixels at zoom 1, whole ones."""

    name, letter = "move", "m"
    item: str
    x: int
    y: int


@dataclass(frozen=True)
class Filter(Action):
    """Only what has some value of a facet is drawn; in the place of what was asked of that facet before.

    `value`: as `cypher.facets.write_asked` writes it.
    """

    name, letter = "filter", "f"
    facet: str
    value: str

    @property
    def makes_sense(self) -> bool:
        """Whether something is asked that can be read."""
        return read_asked(self.facet, self.value) is not None


@dataclass(frozen=True)
class ClearFilter(Action):
    """Nothing is asked of a facet any more, or of none."""

    name, letter = "clear_filter", "F"
    facet: str = ""


@dataclass(frozen=True)
class Path(Action):
    """The paths between some nodes come in, or what they have in common.

    `between`: ids as `cypher.facets.asked.write_list` writes them; `by`: what is walked, likewise, where it is chosen;
    `longer`: by so many steps than the shortest, or COMMON for neighbours that all of them share; `only`: filters on
    the way, as `explorer.state.filters` writes them; `alone`: 1 where nothing else is drawn then.
    """

    name, letter = "path", "k"
    between: str
    by: str = ""
    longer: int = 0
    only: str = ""
    alone: int = 0

    @property
    def ends(self) -> tuple[str, ...]:
        """The ids of the nodes."""
        return read_list(self.between)

    @property
    def makes_sense(self) -> bool:
        """Whether there are two nodes or more, and what may be walked is known."""
        return (
            2 <= len(self.ends) <= MOST_ENDS
            and COMMON <= self.longer <= MOST_LONGER
            and self.alone in (0, 1)
            and _are_known(self.by)
            and read_filters(self.only) is not None
        )


@dataclass(frozen=True)
class Surround(Action):
    """What is within so many steps of a node comes in; `by`: what is walked, as of a path."""

    name, letter, title, key, on = "surround", "n", "Show all within two steps of it", "n", On.NODE
    item: str
    depth: int = 2
    by: str = ""

    @property
    def makes_sense(self) -> bool:
        """Whether the depth is one that is walked."""
        return 1 <= self.depth <= MOST_DEPTH and _are_known(self.by)


class Walk(StrEnum):
    """What is asked of the log itself."""

    UNDO = "undo"
    REDO = "redo"


ACTIONS: tuple[type[Action], ...] = (
    Add, Expand, Collapse, Hide, ShowOnly, ShowAgain, HideLabel, ShowLabel, HideType, ShowType, Pin, Unpin, Move,
    Filter, ClearFilter, Path, Surround,
)  # fmt: skip
BY_NAME = {action.name: action for action in ACTIONS}
BY_LETTER = {action.letter: action for action in ACTIONS}


def list_actions() -> list[ActionPayload]:
    """All actions as the component is told of them."""
    return [
        {"name": a.name, "fields": [f.name for f in fields(a)], "title": a.title, "key": a.key, "on": str(a.on)}
        for a in ACTIONS
    ]


def item_of(action: Action) -> str:
    """The id of the node or relationship that an action is about, empty where it is about none."""
    return str(getattr(action, "item", ""))


def items_of(action: Action) -> tuple[str, ...]:
    """The ids of all nodes and relationships without which an action makes no sense."""
    if isinstance(action, Path):
        return action.ends
    return (item_of(action),) if item_of(action) else ()


def read_action(kind: type[Action] | None, given: Mapping[str, object]) -> Action | None:
    """An action of values that nobody vouches for; None unless each fits, none is missing, and there is no other."""
    if kind is None or given.keys() - {f.name for f in fields(kind)}:
        return None
    values: dict[str, object] = {}
    for field in fields(kind):
        if field.name not in given:
            if field.default is MISSING:
                return None
            continue
        value = _read_value(field.name, given[field.name], may_be_empty=field.default is not MISSING)
        if value is None:
            return None
        values[field.name] = value
    action = kind(**values)
    return action if action.makes_sense else None


def read_values(kind: type[Action] | None, given: Sequence[str]) -> Action | None:
    """The same of texts in the order of the fields, as an address has them."""
    names = [f.name for f in fields(kind)] if kind else []
    return read_action(kind, dict(zip(names, given, strict=False))) if len(given) <= len(names) else None


def _read_value(name: str, value: object, *, may_be_empty: bool) -> object | None:
    if name in NUMBERS:
        return _read_number(value)
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not (value or may_be_empty):
        return None
    if name == "way":
        return Way(value) if value in tuple(Way) else None
    if name == "facet":
        return value if value in ("", *Facet) else None
    return value


def _are_known(walks: str) -> bool:
    return set(read_list(walks)) <= set(Follow)


def _read_number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return round(number) if isfinite(number) and abs(number) <= FARTHEST else None
