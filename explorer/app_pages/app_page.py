"""What a page is: its name, its place in the address, and what draws it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class AppPage:
    """`icon` is one of Streamlit's; one page of all is the `default`, which opens where the address names none."""

    title: str
    icon: str
    url_path: str
    show: Callable[[], None]
    default: bool = False
