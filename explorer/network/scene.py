"""A scene: where the picture begins and what the reader has added, in order, so that it can be drawn again."""

from dataclasses import dataclass, replace
from enum import StrEnum

GATHERED = "gathered/participants"


class StepKind(StrEnum):
    """What a reader does to bring more into the picture."""

    ADD = "add"
    EXPAND = "expand"


@dataclass(frozen=True)
class Step:
    """One thing brought in: a node by itself, or a node with its neighbours."""

    kind: StepKind
    node: str


@dataclass(frozen=True)
class Scene:
    """The reader's steps since the opening picture."""

    steps: tuple[Step, ...] = ()

    def then(self, kind: StepKind, node: str) -> "Scene":
        """The scene after one more step; a step that was taken already changes nothing."""
        step = Step(kind, node)
        return self if step in self.steps else replace(self, steps=(*self.steps, step))

    def back(self) -> "Scene":
        """The scene before the last step."""
        return replace(self, steps=self.steps[:-1])
