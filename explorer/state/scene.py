"""A scene: where the picture begins and what the reader has added, in order, so that it can be drawn again."""

from dataclasses import dataclass, replace
from enum import StrEnum

GATHERED = "gathered/"
"""How the ids of nodes begin that stand for those who only took part in an event: `gathered/` and the event's name."""
ALL_GATHERED = "gathered/participants"
"""Stood for all of them in addresses of earlier versions."""
MOST_STEPS = 60
"""Every step is worked out anew for who opens an address: more of them would keep a shared server busy for long."""


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

    @property
    def is_full(self) -> bool:
        """Whether no step can be added."""
        return len(self.steps) >= MOST_STEPS

    def then(self, kind: StepKind, node: str, *, again: bool = False) -> "Scene":
        """The scene after one more step; one too many changes nothing, nor one that was taken already.

        `again`: a repetition has something to bring in, since the step before left something out.
        """
        step = Step(kind, node)
        if self.is_full or (step in self.steps and not again):
            return self
        return replace(self, steps=(*self.steps, step))

    def back(self) -> "Scene":
        """The scene before the last step."""
        return replace(self, steps=self.steps[:-1])
