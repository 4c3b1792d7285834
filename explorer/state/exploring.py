"""What the reader does, taken into the log: what would change nothing is told instead of logged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.shown_graph import ShownGraph
from explorer.state.action import Action, Walk
from explorer.state.actions import (
    Collapse,
    Expand,
    HideClaims,
    LayOut,
    Path,
    ShowAgain,
    ShowClaims,
    ShowOnly,
    Surround,
)
from explorer.state.canvas_news import Asked
from explorer.state.composition import compose
from explorer.state.log import MOST_ENTRIES, Log
from explorer.state.scene import MOST_STEPS

IDLE: dict[type[Action], str] = {
    Expand: "Nothing was added: its neighbours are in the picture, or you hid them.",
    Collapse: "Nothing was taken out: what its expansion brought in is there for other reasons too.",
    ShowOnly: "Nothing was hidden: there is nothing else in the picture.",
    ShowAgain: "Nothing is hidden.",
    LayOut: "It is laid out so already.",
    ShowClaims: "Nothing was added: no claim or reading is about it, or they are in the picture.",
    HideClaims: "Nothing was taken out: no claim or reading of it is in the picture.",
    Path: "Nothing was added: there is no such path, or all of it is in the picture.",
    Surround: "Nothing was added: all that is around it is in the picture.",
}
FULL = (
    f"This picture has {MOST_STEPS} steps, or {MOST_ENTRIES} changes, and that is the most: "
    "take some back, or begin anew."
)


@dataclass(frozen=True)
class Followed:
    """The log after what was asked, and what is to be told of it."""

    log: Log
    told: tuple[str, ...] = ()

    def tell(self, text: str) -> "Followed":
        """The same with one thing more to be told."""
        return self if text in self.told else replace(self, told=(*self.told, text))


def follow(here: ShownGraph, log: Log, asked: Iterable[Asked]) -> Followed:
    """Do what was asked, in order. Raises what the graph raises."""
    followed = Followed(log)
    for one in asked:
        followed = _follow_one(here, followed, one)
    return followed


def _follow_one(here: ShownGraph, followed: Followed, one: Asked) -> Followed:
    log = followed.log
    if isinstance(one, Walk):
        return replace(followed, log=log.walk(one))
    if not log.has_room_for(one):
        return followed.tell(FULL)
    after = log.then(one)
    if after is log or (after.scene.steps != log.scene.steps and _is_idle(here, log, after)):
        return followed.tell(IDLE[type(one)]) if type(one) in IDLE else followed
    return replace(followed, log=after)


def _is_idle(here: ShownGraph, log: Log, after: Log) -> bool:
    """Whether a step brings nothing in, and nothing out, while all else stays as it is."""
    same_view = replace(after.scene, steps=()) == replace(log.scene, steps=())
    return same_view and compose(here, after.scene).looks_like(compose(here, log.scene))
