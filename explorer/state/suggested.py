"""The pictures that a data set suggests, as actions of the log."""

from collections.abc import Iterator

from cypher.facets.asked import write_list
from cypher.guide import SuggestedScene
from explorer.state.action import Action
from explorer.state.actions import (
    Filter,
    Path,
    Surround,
)


def list_actions_of(scene: SuggestedScene) -> tuple[Action, ...]:
    """What the reader would do to come to it; none of what others wrote there and cannot be done."""
    return tuple(action for action in _make_actions(scene) if action.makes_sense)


def _make_actions(scene: SuggestedScene) -> Iterator[Action]:
    along = write_list(scene.along)
    if scene.between:
        yield Path(write_list(scene.between), along)
    if scene.around:
        yield Surround(scene.around, scene.depth, along)
    for facet, value in scene.only.items():
        yield Filter(facet, value)
