"""What an action of the reader is: how it is called in messages, addresses, menus and by the keyboard."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypedDict

LONGEST_TEXT = 2_000
"""Characters of an id or a name: a graph that others wrote may have any in them, and pages escape what they show."""


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


class Walk(StrEnum):
    """What is asked of the log itself."""

    UNDO = "undo"
    REDO = "redo"
