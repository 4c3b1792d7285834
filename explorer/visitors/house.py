"""What all visitors of one process share of its rules: Streamlit runs the pages' script anew for each of them."""

import os
from dataclasses import dataclass
from functools import cache

from explorer.visitors.pages import Pages
from explorer.visitors.settings import Serving, read_serving


@dataclass(frozen=True)
class House:
    """How the explorer serves, and the pages that are open."""

    serving: Serving
    pages: Pages


@cache
def house() -> House:
    """The one house of this process, as its environment describes it; raises BadSetting."""
    serving = read_serving(os.environ)
    return House(serving, Pages(serving.pages))
