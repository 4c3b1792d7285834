"""What a page is: its name, its place in the address, and what draws it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class AppPage:
    """`icon` is one of Streamlit's; one page of all is the `default`, which opens where the address names none.

    `for_one_reader`: it is there for one person at their own machine, and for others only where that was switched on.
    `is_offered`: whether it is there at all, asked for each visit.
    """

    title: str
    icon: str
    url_path: str
    show: Callable[[], None]
    default: bool = False
    for_one_reader: bool = False
    is_offered: Callable[[], bool] = lambda: True
