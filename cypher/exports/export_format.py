"""What an export format is: its name, what browsers call it, and how an answer is written in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line reads the names of all formats before it knows whether it will need them
    from cypher.saved import QueryAnswer


@dataclass(frozen=True)
class ExportFormat:
    """A format by the name that `--format` takes, which is also the ending of its files.

    `title`: what a page calls it. `asks_graph`: False where the question alone is written, so that it need not be
    asked. `draws`: it shows nodes, and has nothing to show where an answer holds none.
    """

    name: str
    title: str
    mime: str
    write: Callable[["QueryAnswer"], str]
    asks_graph: bool = True
    draws: bool = False
