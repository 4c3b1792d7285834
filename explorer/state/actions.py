"""All that a reader can do to the picture, declared once.

From these declarations come what the canvas may send and offers in its toolbar and menus, what a log holds, how it
stands in an address, and what can be taken back. What is selected and where one looks is no action: it is not logged.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from cypher.facets import read_asked
from cypher.facets.asked import read_list
from cypher.model import Walk as Follow
from cypher.paths import MOST_DEPTH, MOST_ENDS, MOST_LONGER
from explorer.render.picture_style import Marked, is_choice
from explorer.state.action import Action, ActionPayload, On
from explorer.state.filters import read_filters

LIMITS = (500, 1_000, 2_000)
"""How many nodes a picture may be filled up to, by choice: more than the last are a hairball, and too slow to move."""
USUAL_LIMIT = 1_000
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


def _are_known(walks: str) -> bool:
    return set(read_list(walks)) <= set(Follow)
