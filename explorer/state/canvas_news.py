"""What the canvas says that the reader did since it was last heard: read from an untrusted browser.

The canvas numbers its changes and says each again until the server has answered it, so that none is lost and none is
done twice; `epoch` names the session that it speaks to, so that a new one does not take an old one's changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, TypeGuard

from explorer.state.action import LONGEST_TEXT, Action, Walk
from explorer.state.action_values import read_action
from explorer.state.actions import (
    BY_NAME,
)
from explorer.state.scene import BUNDLED_FROM, Scene

MOST_ASKED = 400
"""Changes that are read of one message."""
MOST_CHOSEN = 400
"""Things that are selected at once."""
Asked: TypeAlias = Action | Walk


class ViewPayload(TypedDict):
    """What is drawn, as the component is given it; `n`: up to which of its own changes this view holds them.

    `chosen`: all that is selected, where that is more than `selected`, which leads. `bundled_from`: so many leaves are
    drawn as one mark unless the reader opened it; `loose`: nodes that never are; `spread`: nodes whose
    leaves are not.
    """

    epoch: str
    n: int
    selected: str | None
    chosen: list[str]
    hidden: list[str]
    hidden_labels: list[str]
    hidden_types: list[str]
    pinned: list[str]
    moved: dict[str, list[int]]
    all_lines: bool
    opened_lines: list[str]
    opened_bundles: list[str]
    closed_bundles: list[str]
    bundled_from: int
    loose: list[str]
    spread: list[str]


@dataclass(frozen=True)
class CanvasNews:
    """What is new since change number `since`: up to which number, what was done, and what is selected now."""

    number: int = 0
    selected: str | None = None
    chosen: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    unread: int = 0
    is_new: bool = False


def describe_view(
    scene: Scene,
    concealed: frozenset[str],
    selected: str | None,
    chosen: Sequence[str] = (),
    *,
    epoch: str,
    number: int,
) -> ViewPayload:
    """For the component: the scene as it is drawn."""
    return {
        "epoch": epoch,
        "n": number,
        "selected": selected,
        "chosen": list(chosen),
        "hidden": [*scene.hidden, *sorted(concealed - set(scene.hidden))],
        "hidden_labels": list(scene.hidden_labels),
        "hidden_types": list(scene.hidden_types),
        "pinned": list(scene.pinned),
        "moved": {node: list(point) for node, point in scene.moved.items()},
        "all_lines": scene.all_lines,
        "opened_lines": list(scene.opened_lines),
        "opened_bundles": list(scene.opened_bundles),
        "closed_bundles": list(scene.closed_bundles),
        "bundled_from": BUNDLED_FROM,
        "loose": list(scene.added),
        "spread": list(scene.opened_events),
    }


def read_canvas_news(state: object, epoch: str, since: int) -> CanvasNews:
    """What the component's state holds that is newer than `since`; what does not fit is left out, and counted."""
    if not isinstance(state, Mapping) or state.get("epoch") != epoch:
        return CanvasNews(since)
    number = state.get("n")
    if not isinstance(number, int) or isinstance(number, bool) or number <= since:
        return CanvasNews(since)
    read = list(_read_asked(state.get("asked"), since))
    asked = tuple(one for one in read if one is not None)
    selected, chosen = read_selection(state.get("selected"), state.get("chosen"))
    return CanvasNews(number, selected, chosen, asked, len(read) - len(asked), is_new=True)


def read_selection(selected: object, chosen: object) -> tuple[str | None, tuple[str, ...]]:
    """What leads the selection, and all of it where that is more; what fits not is not selected."""
    lead = selected if _is_id(selected) else None
    given = chosen[:MOST_CHOSEN] if isinstance(chosen, list | tuple) else ()
    several = tuple(dict.fromkeys(item for item in given if _is_id(item)))
    return lead, several if lead in several and len(several) > 1 else ()


def _is_id(item: object) -> TypeGuard[str]:
    return isinstance(item, str) and 0 < len(item) <= LONGEST_TEXT


def _read_asked(asked: object, since: int) -> Iterator[Asked | None]:
    """Each change that is newer, None for one that does not fit."""
    for entry in asked[:MOST_ASKED] if isinstance(asked, list) else ():
        if not isinstance(entry, list) or len(entry) != 3 or not isinstance(entry[0], int):
            yield None
        elif entry[0] > since:
            yield _read_one(entry[1], entry[2])


def _read_one(name: object, values: object) -> Asked | None:
    if not isinstance(name, str) or not isinstance(values, Mapping):
        return None
    if name in tuple(Walk):
        return Walk(name)
    return read_action(BY_NAME.get(name), {str(k): v for k, v in values.items()})
