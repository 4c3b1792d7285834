"""The one ordered log of what a reader did, with a cursor: what is before it is in force, the rest can be redone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from explorer.state.action import Action, Walk
from explorer.state.scene import STEPS, Scene, fold

MOST_ENTRIES = 400
"""A longer log is not read from an address, nor written."""


@dataclass(frozen=True)
class Log:
    """Actions in the order in which they were done; `at`: how many of them are in force."""

    entries: tuple[Action, ...] = ()
    at: int = 0

    @property
    def done(self) -> tuple[Action, ...]:
        """The actions in force."""
        return self.entries[: self.at]

    @cached_property
    def scene(self) -> Scene:
        """What the actions in force come to."""
        return fold(self.done)

    @property
    def next_undo(self) -> Action | None:
        """What an undo takes back."""
        return self.entries[self.at - 1] if self.at else None

    @property
    def next_redo(self) -> Action | None:
        """What a redo does again."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    def has_room_for(self, action: Action) -> bool:
        """Whether one more action of that kind is taken."""
        return _has_room(self.at, self.scene, action)

    def then(self, action: Action) -> "Log":
        """The log after one more action. What was taken back is forgotten; what changes nothing is not written down."""
        if not self.has_room_for(action) or self.scene.after(action) == self.scene:
            return self
        return Log((*self.done, action), self.at + 1)

    def walk(self, walk: Walk) -> "Log":
        """One action back or forward; itself at either end."""
        return self.go_to(self.at + (1 if walk is Walk.REDO else -1))

    def go_to(self, at: int) -> "Log":
        """With so many actions in force, as far as there are so many."""
        return replace(self, at=min(max(at, 0), len(self.entries)))

    def open(self, other: "Log") -> "Log":
        """The other log; where this one begins with it, that point of this one, so that a redo goes on from there."""
        return self.go_to(other.at) if self.entries[: other.at] == other.done else other

    def reach(self, at: int) -> tuple["Log", bool]:
        """With so many actions in force, and whether there are so many; itself where there are not, or more are."""
        return (self.go_to(max(at, self.at)), True) if at <= len(self.entries) else (self, False)


def write_down(actions: Iterable[Action]) -> Log:
    """The log of these actions, all in force; what changes nothing, or is too much, is left out."""
    entries: list[Action] = []
    scene = Scene()
    for action in actions:
        after = scene.after(action)
        if after != scene and _has_room(len(entries), scene, action):
            entries.append(action)
            scene = after
    return Log(tuple(entries), len(entries))


def _has_room(number: int, scene: Scene, action: Action) -> bool:
    """Whether one more action is taken after so many, which came to a scene."""
    return number < MOST_ENTRIES and not (isinstance(action, STEPS) and scene.is_full)
