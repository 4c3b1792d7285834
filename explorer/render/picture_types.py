"""What a picture hands to vis-network, as typed dictionaries: nodes, edges, options and the legend."""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from explorer.render.style_choices import AspectPayload

Point: TypeAlias = tuple[float, float]


class MarkColour(TypedDict):
    """Fill and border of a node's mark."""

    background: str
    border: str


class NodeColour(MarkColour):
    """The same for a node at rest, selected and under the pointer."""

    highlight: MarkColour
    hover: MarkColour


class BadgePayload(TypedDict):
    """A small round badge: a letter or number in a disc, or in a ring where it is not filled."""

    text: str
    colour: str
    filled: bool


class Badges(TypedDict, total=False):
    """What is marked of a node or line beside its look, drawn over it: disputes, and that it rests on one origin."""

    badge: BadgePayload
    origin: BadgePayload


class ShapeProperties(TypedDict):
    """`borderDashes`: lengths of dash and gap, or False for a line."""

    borderDashes: list[float] | Literal[False]


class NodeLook(TypedDict):
    """How one node's mark is drawn; `size` is its radius in pixels."""

    shape: str
    size: float
    color: NodeColour
    borderWidth: float
    shapeProperties: ShapeProperties


class NodeItem(NodeLook, Badges):
    """A node as it is handed over: `label` is its caption, `kind` its label in the graph, `title` hover text.

    `disputed`: what a dispute about it weighs, where that is marked, else empty.
    """

    label: str
    x: float
    y: float
    kind: str
    name: str
    tooltip: tuple[str, ...]
    title: str
    disputed: str


class EdgeColour(TypedDict):
    """Colour of a line at rest, selected and under the pointer."""

    color: str
    highlight: str
    hover: str


class Band(TypedDict):
    """A wide, faint line behind a line, in pixels."""

    enabled: bool
    color: str
    size: float


class EdgeLook(TypedDict):
    """How one edge's line is drawn; without a colour it takes the page's. `width` is in pixels."""

    dashes: list[float] | Literal[False]
    width: float
    color: NotRequired[EdgeColour]
    background: NotRequired[Band]


class Smooth(TypedDict):
    """A bent line: to which side and how far, 0 to 1."""

    enabled: bool
    type: str
    roundness: float


class SelfReference(TypedDict):
    """A loop at one node: its size in pixels and angle in radians."""

    size: float
    angle: float


class EdgeBend(TypedDict, total=False):
    """How a line runs beside others between the same two nodes."""

    smooth: Smooth | Literal[False]
    selfReference: SelfReference


class EdgeItem(EdgeLook, EdgeBend, Badges):
    """An edge as it is handed over: `kind` is its type in the graph, `words` what is written on it.

    `lines`: the id of the line that may stand for it and its parallels, empty where it has none; `disputed`: what a
    dispute about it weighs, where that is marked, else empty; `binds`: False where it belongs to a deal that is known
    to bind nobody yet.
    """

    id: str
    kind: str
    words: str
    tooltip: tuple[str, ...]
    title: str
    lines: str
    disputed: str
    binds: bool


class BundlePayload(TypedDict):
    """Leaves that may be drawn as one mark: who, at which node, what they are called and how they are tied to it.

    `x`, `y`: the place of the mark; `inward`: the relationships point at the hub.
    """

    id: str
    hub: str
    kind: str
    plural: str
    members: list[str]
    words: str
    says: str
    inward: bool
    x: float
    y: float
    look: NodeLook


class SideItem(EdgeItem):
    """The other side of a disputed edge: drawn, and none of the graph's relationships."""

    side: bool


class NetworkOptions(TypedDict):
    """Options of vis-network; each group holds its own names."""

    physics: dict[str, bool]
    layout: dict[str, bool]
    interaction: dict[str, bool | int]
    nodes: dict[str, Any]
    edges: dict[str, Any]


class LabelPayload(TypedDict):
    """One label of the legend, with what it means."""

    label: str
    plural: str
    meaning: str
    colour: str
    shape: str
    count: int


class TypePayload(TypedDict):
    """One relationship type of the legend, with what it means."""

    type: str
    reads: str
    meaning: str
    count: int


class KeyPayload(TypedDict):
    """What a mark, line, size or colour means: `sign` names how it is drawn, by which `badge` or `colour`."""

    sign: str
    text: str
    meaning: str
    colour: str
    badge: NotRequired[BadgePayload]


class LegendPayload(TypedDict):
    """The legend; `keys`: the marks, lines, sizes and colours that occur; `lines` and `bundled`: what such marks mean
    where they may occur, else empty."""

    labels: list[LabelPayload]
    types: list[TypePayload]
    keys: list[KeyPayload]
    lines: str
    bundled: str


class PicturePayload(TypedDict):
    """All that the component draws; pyvis adds `id` to nodes and `from`, `to` to edges."""

    revision: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    bundles: list[BundlePayload]
    options: NetworkOptions
    legend: LegendPayload
    style: list[AspectPayload]
