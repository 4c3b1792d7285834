"""All that a reader can do to the picture, declared once.

From these declarations come what the canvas may send and offers in its toolbar and menus, what a log holds, how it
stands in an address, and what can be taken back. What is selected and where one looks is no action: it is not logged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from itertools import dropwhile
from math import isfinite
from typing import ClassVar, TypedDict

from cypher.facets import Facet, read_asked
from cypher.facets.asked import read_list
from cypher.model import Walk as Follow
from cypher.paths import MOST_DEPTH, MOST_ENDS, MOST_LONGER
from explorer.render.picture_style import Marked, is_choice
from explorer.state.filters import read_filters

LONGEST_TEXT = 2_000
"""Characters of an id or a name: a graph that others wrote may have any in them, and pages escape what they show."""
MOST_AT_ONCE = 400
"""Things that one action is done to."""
FARTHEST = 999_999
"""Pixels from the middle."""
LIMITS = (500, 1_000, 2_000)
"""How many nodes a picture may be filled up to, by choice: more than the last are a hairball, and too slow to move."""
USUAL_LIMIT = 1_000
NUMBERS = ("x", "y", "depth", "longer", "alone")
"""The fields that hold whole numbers."""
COMMON = -1
"""In the place of how much longer a path may be: what all its ends are tied to."""


class Way(StrEnum):
    """In which direction relationships are followed from a node."""

    ANY = ""
    OUT = "out"
    IN = "in"


class Layout(StrEnum):
    """How the whole picture is laid out: by who is tied to whom, or in columns by who funds whom."""

    FORCE = "force"
    HIERARCHY = "hierarchy"


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
    several: str
    key: str
    on: str


@dataclass(frozen=True)
class Action:
    """One thing done. `item` is a node's or relationship's id wherever an action has it; `also`, further ones to which
    the same is done: several that were selected are one entry of the log.

    `name` is used in messages, `letter` in addresses; `title` and `key` are those of the menu and the keyboard,
    `several` the title where it would be done to {n} things.
    """

    name: ClassVar[str] = ""
    letter: ClassVar[str] = ""
    title: ClassVar[str] = ""
    several: ClassVar[str] = ""
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
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Expand(Action):
    """A node's neighbours come in: all of them, or those by relationships of one type, and of one direction."""

    name, letter, title, key, on = "expand", "e", "Show its neighbours", "Enter", On.NODE
    several = "Show the neighbours of the {n} selected"
    item: str
    type: str = ""
    way: Way = Way.ANY
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Collapse(Action):
    """What only a node's expansion brought in goes out again."""

    name, letter, title, key, on = "collapse", "c", "Take out what only its expansion brought in", "c", On.NODE
    several = "Take out what only the expansion of the {n} selected brought in"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hide(Action):
    """A node or relationship stays in the picture and is not drawn."""

    name, letter, title, key, on = "hide", "h", "Hide it", "Delete", On.ITEM
    several = "Hide the {n} selected"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShowOnly(Action):
    """Of the nodes that are there, only this one and its neighbours are drawn; of a relationship, its two ends.

    Of several, only these and the ends of these.
    """

    name, letter, title, key, on = "only", "o", "Show only it and its neighbours", "o", On.ITEM
    several = "Show only the {n} selected"
    item: str
    also: tuple[str, ...] = ()


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
    several = "Pin the {n} selected to their places"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unpin(Action):
    """A node can be dragged again."""

    name, letter, title, key, on = "unpin", "P", "Unpin it", "p", On.NODE
    several = "Unpin the {n} selected"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Move(Action):
    """A node was dragged to a place: pixels at zoom 1, whole ones. `also`: id, x and y of each dragged with it."""

    name, letter = "move", "m"
    item: str
    x: int
    y: int
    also: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, int, int], ...]:
        """All that were dragged, each with its place."""
        others = zip(self.also[::3], self.also[1::3], self.also[2::3], strict=True)
        return ((self.item, self.x, self.y), *((item, int(x), int(y)) for item, x, y in others))

    @classmethod
    def to(cls, places: Sequence[tuple[str, int, int]]) -> "Move":
        """Some nodes, dragged together."""
        (item, x, y), *others = places
        return cls(item, x, y, tuple(str(part) for place in others for part in place))


@dataclass(frozen=True)
class OpenLines(Action):
    """Relationships that are drawn as one line are drawn one by one: between two nodes, or all of them."""

    name, letter, title, key, on = "open_lines", "g", "Draw its parallel relationships one by one", "g", On.ITEM
    several = "Draw the relationships of {n} lines one by one"
    item: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class CloseLines(Action):
    """They are drawn as one line again."""

    name, letter, title, key, on = "close_lines", "G", "Draw its parallel relationships as one line", "g", On.ITEM
    several = "Draw {n} groups of parallel relationships as one line each"
    item: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenBundle(Action):
    """Leaves of one node that are drawn as one mark are drawn one by one."""

    name, letter, title, key, on = "open_bundle", "b", "Draw each of these leaves", "b", On.ITEM
    several = "Draw each leaf of {n} marks"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class CloseBundle(Action):
    """Leaves of one kind at one node are drawn as one mark."""

    name, letter, title, key, on = "close_bundle", "B", "Draw leaves of one kind as one mark", "b", On.ITEM
    several = "Draw leaves as {n} marks"
    item: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayOut(Action):
    """The whole picture is laid out anew, but for what is pinned (`also`: which, in a scene's steps)."""

    name, letter, title, key, on = "lay_out", "y", "Lay out by who funds whom, or by ties again", "y", On.PICTURE
    kind: Layout
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class DrawUpTo(Action):
    """From then on a step fills the picture up to so many nodes, one of LIMITS."""

    name, letter = "limit", "d"
    most: int


@dataclass(frozen=True)
class Restyle(Action):
    """The picture is drawn another way: of one aspect, such as the size of nodes, another choice."""

    name, letter = "restyle", "r"
    aspect: str
    choice: str

    @property
    def makes_sense(self) -> bool:
        return is_choice(self.aspect, self.choice)


@dataclass(frozen=True)
class MarkDisputes(Action):
    """Other disagreements are marked in the picture, by what hangs on them."""

    name, letter = "mark", "u"
    which: Marked


@dataclass(frozen=True)
class ShowClaims(Action):
    """What the sources say of a node, and the readings of disagreements about it, come in as nodes."""

    name, letter, title, key, on = "claims", "v", "Show claims and readings as nodes", "v", On.NODE
    item: str


@dataclass(frozen=True)
class HideClaims(Action):
    """The claims and readings that were brought in for a node go out again; where it names none, all of them."""

    name, letter, title, key, on = "no_claims", "V", "Take its claims and readings out", "v", On.NODE
    item: str = ""


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
    OpenLines, CloseLines, OpenBundle, CloseBundle, LayOut, DrawUpTo, Restyle, MarkDisputes, ShowClaims, HideClaims,
    Filter, ClearFilter, Path, Surround,
)  # fmt: skip
BY_NAME = {action.name: action for action in ACTIONS}
BY_LETTER = {action.letter: action for action in ACTIONS}


def list_actions() -> list[ActionPayload]:
    """All actions as the component is told of them."""
    return [
        {
            "name": a.name,
            "fields": [f.name for f in fields(a)],
            "title": a.title,
            "several": a.several,
            "key": a.key,
            "on": str(a.on),
        }
        for a in ACTIONS
    ]


def items_of(action: Action) -> tuple[str, ...]:
    """The ids of the nodes and relationships that an action is about."""
    if isinstance(action, Path):
        return action.ends
    item, also = str(getattr(action, "item", "")), tuple(getattr(action, "also", ()))
    others = also[::3] if isinstance(action, Move) else also
    return tuple(one for one in (item, *others) if one)


def about(action: Action, kept: Callable[[str], bool]) -> Action | None:
    """The same action, done only to those things that are kept; None where none is, or all of them are needed."""
    items = items_of(action)
    if all(map(kept, items)):
        return action
    if isinstance(action, Path):
        return None
    if isinstance(action, Move):
        places = [p for p in action.places if kept(p[0])]
        return Move.to(places) if places else None
    left = [item for item in items if kept(item)]
    if isinstance(action, LayOut):
        return replace(action, also=tuple(left))
    if not left or not hasattr(action, "also"):
        return None
    return replace(action, item=left[0], also=tuple(left[1:]))  # type: ignore[call-arg]


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
        given_value, may_be_empty = given[field.name], field.default is not MISSING
        if field.name == "also":
            value: object = _read_places(given_value) if kind is Move else _read_items(given_value)
        else:
            value = _read_value(field.name, given_value, may_be_empty=may_be_empty)
        if value is None:
            return None
        values[field.name] = value
    action = kind(**values)
    return action if action.makes_sense else None


def read_values(kind: type[Action] | None, given: Sequence[str]) -> Action | None:
    """The same of texts in the order of the fields, as an address has them; those beyond are further things."""
    names = [f.name for f in fields(kind)] if kind else []
    single = [name for name in names if name != "also"]
    rest = list(given[len(single) :])
    values: dict[str, object] = dict(zip(single, given, strict=False))
    if rest:
        values["also"] = rest
    return read_action(kind, values) if "also" in names or not rest else None


def write_values(action: Action) -> tuple[str, ...]:
    """What `read_values` reads; what is as usual at the end is left out."""
    pairs = [(f.default, getattr(action, f.name)) for f in fields(action) if f.name != "also"]
    also: tuple[str, ...] = getattr(action, "also", ())
    told = pairs if also else [*dropwhile(lambda pair: pair[0] == pair[1], reversed(pairs))][::-1]
    return (*(str(value) for _, value in told), *also)


def _read_value(name: str, value: object, *, may_be_empty: bool) -> object | None:
    if name in NUMBERS:
        return _read_number(value)
    if name == "most":
        most = _read_number(value)
        return most if most in LIMITS else None
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not (value or may_be_empty):
        return None
    if name == "way":
        return Way(value) if value in tuple(Way) else None
    if name == "kind":
        return Layout(value) if value in tuple(Layout) else None
    if name == "which":
        return Marked(value) if value in tuple(Marked) else None
    if name == "facet":
        return value if value in ("", *Facet) else None
    return value


def _are_known(walks: str) -> bool:
    return set(read_list(walks)) <= set(Follow)


def _read_items(given: object) -> tuple[str, ...] | None:
    """Ids, each once."""
    if not isinstance(given, list | tuple) or len(given) > MOST_AT_ONCE:
        return None
    if not all(isinstance(item, str) and 0 < len(item) <= LONGEST_TEXT for item in given):
        return None
    return tuple(dict.fromkeys(given))


def _read_places(given: object) -> tuple[str, ...] | None:
    """Ids, each followed by the place to which it was dragged."""
    if not isinstance(given, list | tuple) or len(given) % 3 or len(given) > 3 * MOST_AT_ONCE:
        return None
    read: list[str] = []
    for item, x, y in zip(given[::3], given[1::3], given[2::3], strict=True):
        across, down = _read_number(x), _read_number(y)
        if not isinstance(item, str) or not 0 < len(item) <= LONGEST_TEXT or across is None or down is None:
            return None
        read += (item, str(across), str(down))
    return tuple(read)


def _read_number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return round(number) if isfinite(number) and abs(number) <= FARTHEST else None
