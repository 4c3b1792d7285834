"""What a kind of view is on a page: the view's name, and how its answer is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cypher.saved import Answer
from explorer.opened import Opened


@dataclass(frozen=True)
class PageView:
    """`show` draws an answer that has rows; the address tells what was selected. It returns what is selected now."""

    name: str
    show: Callable[[Opened, Answer, Mapping[str, str]], str | None]
